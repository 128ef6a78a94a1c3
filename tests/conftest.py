from __future__ import annotations

import os

import pytest

# What a worker measures is itself, and not the servers and programs that it starts: these are to be as fast as in use.
if "PYTEST_XDIST_WORKER" in os.environ:
    os.environ.pop("COVERAGE_PROCESS_CONFIG", None)

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
