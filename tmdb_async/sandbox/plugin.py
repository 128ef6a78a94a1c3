"""The pytest plugin: the fixture `tmdb_sandbox`, there for every test once the extra `sandbox` is installed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from . import Sandbox


@pytest.fixture(scope="session")
def tmdb_sandbox_server() -> Iterator[Sandbox]:
    """The one sandbox of a test session, started by the first test that uses it, with TMDB's limits."""
    # Every pytest run in the environment imports this module, also those that have nothing to do with TMDB.
    from . import Sandbox

    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def tmdb_sandbox(tmdb_sandbox_server: Sandbox) -> Sandbox:
    """A running `tmdb_async.sandbox.Sandbox`, fresh for each test; its `url` and `token` are what a client needs."""
    tmdb_sandbox_server.reset()
    return tmdb_sandbox_server
