from __future__ import annotations

import pytest

VARIABLES = ("TMDB_ACCESS_TOKEN", "TMDB_API_KEY", "TMDB_LANGUAGE", "TMDB_BASE_URL")


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on the credentials of whoever runs it."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    """A test that is marked anyio runs on both."""
    backend: str = request.param
    return backend
