from __future__ import annotations

import anyio
import pytest

from tmdb_async import TMDB, RateLimitError
from tmdb_async.sandbox import Sandbox

pytestmark = pytest.mark.anyio


async def test_the_limits_are_kept_as_the_server_counts(anyio_backend: str, tmdb_sandbox: Sandbox) -> None:
    """Calls that all come at once are all answered: none meets TMDB's limits."""
    calls = 120
    async with TMDB(tmdb_sandbox.token, base_url=tmdb_sandbox.url) as tmdb, anyio.create_task_group() as tasks:
        for series_id in range(1, calls + 1):
            tasks.start_soon(tmdb.tv_series.credits, series_id)
    stats = tmdb_sandbox.stats()
    assert stats.by_status == {200: calls}
    assert stats.peak_per_second <= 50
    assert stats.peak_connections <= 20


async def test_a_client_without_a_pace_meets_the_limits(anyio_backend: str) -> None:
    """The control: where more calls leave than are allowed, the server counts it and says so."""
    with Sandbox(max_rate=5) as sandbox:
        unpaced = TMDB(sandbox.token, base_url=sandbox.url, max_rate=None, max_retries=0)
        async with unpaced as tmdb, tmdb.bulk(tmdb.tv_series.credits, range(1, 101)) as outcomes:
            errors = [outcome.error async for outcome in outcomes if outcome.error is not None]
        assert {type(error) for error in errors} == {RateLimitError}
        assert sandbox.stats().by_status[429] == len(errors)
