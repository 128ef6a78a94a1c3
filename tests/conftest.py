from __future__ import annotations

import os
import signal
from collections.abc import Generator

import coverage
import pytest


def measure_this_process_alone() -> None:
    """Do not measure the servers and programs that a worker starts: these are to be as fast as in use."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        os.environ.pop("COVERAGE_PROCESS_CONFIG", None)


measure_this_process_alone()
# A shell has what it starts in the background ignore Ctrl-C, which tests send.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """What a test marked unmeasured runs is covered by others: it makes the same few steps thousands of times, at which
    measuring it would double its time.
    """
    coverage_ = coverage.Coverage.current() if item.get_closest_marker("unmeasured") else None
    if coverage_ is None:
        return (yield)
    coverage_.stop()
    try:
        return (yield)
    finally:
        coverage_.start()
        measure_this_process_alone()  # which starting undoes


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
