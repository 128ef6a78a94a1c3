"""Both transports, on what they run on."""

from __future__ import annotations

import pytest

EACH_TRANSPORT = pytest.mark.parametrize(
    ("anyio_backend", "transport"), [("asyncio", "httpx"), ("asyncio", "aiohttp"), ("trio", "httpx")]
)
