from __future__ import annotations

import gc
import importlib
import os
import pkgutil
import signal
import ssl
import sys
from collections import Counter
from collections.abc import Generator
from contextlib import ExitStack
from typing import Any

import certifi
import coverage
import pytest

import tmdb_async
from tmdb_async.sandbox import Sandbox


class Measuring:
    """The coverage of this process, which is measured now and then alone.

    What is measured takes twice as long, also where it is no code of ours.
    """

    def __init__(self) -> None:
        self._coverage = coverage.Coverage.current()  # None where nothing is measured, as with pytest alone
        self._on = self._coverage is not None
        self.begun = 0
        """How often it has begun: of the threads that there were before, nothing is measured any more."""
        self._leave_out_children()

    def turn(self, on: bool) -> None:
        """Measure from now on, or no more."""
        if self._coverage is not None and on != self._on:
            (self._coverage.start if on else self._coverage.stop)()
            self._on = on
            self.begun += on
            for name, module in sys.modules.copy().items():
                if name.startswith("tmdb_async"):
                    for cached in vars(module).values():
                        getattr(cached, "cache_clear", int)()  # what was made unmeasured is made once more
        self._leave_out_children()  # which starting undoes

    def _leave_out_children(self) -> None:
        """Do not measure the servers and programs that a worker starts: these are to be as fast as in use."""
        if "PYTEST_XDIST_WORKER" in os.environ:
            os.environ.pop("COVERAGE_PROCESS_CONFIG", None)


measuring = Measuring()
# A shell has what it starts in the background ignore Ctrl-C, which tests send.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def certificates_of_tests() -> Generator[None, None, None]:
    """The public ones take each client 20 ms to read, and no server here has one of theirs."""
    read = ssl.SSLContext.load_verify_locations

    def read_others(context: ssl.SSLContext, cafile: Any = None, capath: Any = None, cadata: Any = None) -> None:
        if cafile != certifi.where():
            read(context, cafile, capath, cadata)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):  # where these are set each client reads what they name
            patch.delenv(name, raising=False)
        patch.setattr(ssl.SSLContext, "load_verify_locations", read_others)
        yield


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection() -> Generator[None, object, object]:
    """Of what comes before the tests the imports are measured. The process that starts the workers runs none."""
    for module in pkgutil.walk_packages(tmdb_async.__path__, "tmdb_async."):
        if "_pyinstaller" not in module.name:
            importlib.import_module(module.name)
    measuring.turn(False)
    return (yield)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of tests with the same node id pytest-xdist runs one alone, and says nothing."""
    twice = [nodeid for nodeid, count in Counter(item.nodeid for item in items).items() if count > 1]
    if twice:
        raise pytest.UsageError(f"There are tests of the same name: {twice}")


def pytest_collection_finish() -> None:
    """What is there now stays: to look through it for garbage again and again takes long."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    """At the end of the process it goes like all else: what stayed would be told as leaked by who counts it, DuckDB."""
    gc.unfreeze()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """What a test marked unmeasured runs is covered by others, or is no code of ours."""
    measuring.turn(item.get_closest_marker("unmeasured") is None or item.get_closest_marker("measured") is not None)
    return (yield)


class Sandboxes:
    """The sandbox of all tests, and another one each time that measuring begins: its thread is then measured too."""

    def __init__(self) -> None:
        self._begun = -1
        self._stack = ExitStack()
        self._sandbox: Sandbox

    def fresh(self) -> Sandbox:
        if self._begun != measuring.begun:
            self.close()
            self._begun, self._sandbox = measuring.begun, self._stack.enter_context(Sandbox())
        self._sandbox.reset()
        return self._sandbox

    def close(self) -> None:
        self._stack.close()


@pytest.fixture(scope="session")
def sandboxes() -> Generator[Sandboxes, None, None]:
    made = Sandboxes()
    yield made
    made.close()


@pytest.fixture
def tmdb_sandbox(sandboxes: Sandboxes) -> Sandbox:
    """In place of the plugin's, which is started once for all."""
    return sandboxes.fresh()


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
