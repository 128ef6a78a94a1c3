"""What runs on a worker: one client for all that its process is asked for."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import anyio
from anyio.lowlevel import RunVar

from tmdb_async._generated.types import Secret
from tmdb_async._version import __version__
from tmdb_async.calls.stats import Stats
from tmdb_async.client import TMDB
from tmdb_async.jobs.errors import JobError
from tmdb_async.jobs.fetch import Fetcher
from tmdb_async.jobs.sessions import is_same
from tmdb_async.jobs.spec import Spec

from .parcels import Asked, Order, Reply


class Station:
    """Asks for items, with the credential and the session of the worker's own environment.

    Args:
        order: What is asked for, and within which limits.

    """

    def __init__(self, order: Order) -> None:
        self._order = order  # and nothing that may fail: Dask would log it with its arguments
        self._tmdb: TMDB | None = None
        self._fetcher: Fetcher
        self._before: Stats

    async def fetch(self, items: Sequence[Asked]) -> Reply:
        """Ask for all of some items.

        Raises:
            ConfigurationError: The worker has no credential.
            JobError: It has not the job's session, or another version than the run.
        """
        async with _client_within((self._order.max_rate, self._order.max_concurrency)) as tmdb:
            if tmdb is not self._tmdb:
                self._fetcher = self._fetcher_of(tmdb)
                self._tmdb, self._before = tmdb, tmdb.stats
            fetched = await asyncio.gather(*(self._fetcher.fetch(*asked) for asked in items))
            return Reply(fetched, _since(self._before, tmdb.stats))

    def _fetcher_of(self, tmdb: TMDB) -> Fetcher:
        order = self._order
        if order.version != __version__:
            raise JobError(f"it has tmdb_async {__version__}, and the run is of {order.version}")
        spec = Spec.kept(**order.columns)
        asked = spec.asked
        names = [name for name, each in asked.query_parameters.items() if each.kind is Secret]
        sessions: dict[str, Any] = {name: os.environ.get(_variable(name)) or None for name in names}
        own = tmdb.with_options(**sessions)
        secrets = {
            name: Secret(os.environ.get(_variable(name), ""))
            for name, each in asked.parameters.items()
            if each.kind is Secret and each.place != "query" and each.required
        }
        if not is_same(order.session, [*spec.sessions(own.sessions), *secrets.items()]):
            variables = " or ".join(map(_variable, [*sessions, *secrets]))
            raise JobError(f"its session is not that of the job: set {variables} there, as here")
        return Fetcher(spec, own, secrets)


class _Shared:
    """The client of a process, and how many use it."""

    def __init__(self, limits: tuple[float | None, int]) -> None:
        self.limits = limits
        self.tmdb = TMDB(max_rate=limits[0], max_concurrency=limits[1])
        self.users = 0
        self.idle = anyio.Event()


# A client belongs to an event loop, of which a worker's process has one.
_shared: RunVar[_Shared | None] = RunVar("_shared", default=None)


@asynccontextmanager
async def _client_within(limits: tuple[float | None, int]) -> AsyncGenerator[TMDB, None]:
    """Enter the client of this process. One with other limits takes its place once nobody uses it."""
    while (shared := _shared.get()) is None or shared.limits != limits:
        if shared is None:
            _shared.set(_Shared(limits))
        elif shared.users:  # what a run asked for that was killed a moment ago
            await shared.idle.wait()
        else:
            _shared.set(None)
            await shared.tmdb.aclose()
    shared.users += 1
    try:
        yield shared.tmdb
    finally:
        shared.users -= 1
        if not shared.users:
            shared.idle.set()
            shared.idle = anyio.Event()


def _since(before: Stats, now: Stats) -> Stats:
    return now._replace(
        calls=now.calls - before.calls,
        attempts=now.attempts - before.attempts,
        retries={name: count - before.retries.get(name, 0) for name, count in now.retries.items()},
        rate_limited=now.rate_limited - before.rate_limited,
        cool_downs=now.cool_downs - before.cool_downs,
        received_bytes=now.received_bytes - before.received_bytes,
        gate_seconds=now.gate_seconds - before.gate_seconds,
    )


def _variable(name: str) -> str:
    return f"TMDB_{name.upper()}"
