"""The workers of a Dask cluster."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from concurrent.futures import CancelledError
from importlib import import_module
from types import TracebackType
from typing import Any, Self, TypeVar

import anyio

from tmdb_async._generated.types import Secret
from tmdb_async.bulk import Bulk
from tmdb_async.calls.stats import Stats
from tmdb_async.calls.values import check_session
from tmdb_async.errors import ConfigurationError
from tmdb_async.jobs.errors import JobError

from .parcels import Asked, Order, Reply, WorkerLost, machine_of
from .station import Station

T = TypeVar("T")

# How long is waited for the scheduler, in seconds.
_TIMEOUT = 10.0
# No more items than these are out at once, on all machines together.
_MOST = 2000


class Workers:
    """The worker machines of a Dask cluster: to a `DistributedRun` what `TMDB` is to a `Run`.

    An asynchronous context manager, in which the scheduler is connected. It works on asyncio alone. TLS and all else of
    the connection is what Dask's own configuration says.

    Args:
        scheduler: The address of the scheduler, such as `tcp://10.0.0.1:8786`.
        max_concurrency: How many requests each machine may have in flight at once.
        max_rate: How many requests each machine may send in a second, as in `TMDB`; None for no limit.
        session_id: The session of a user, for the jobs that need one. It does not travel: each worker has the same one
            in its own `TMDB_SESSION_ID`, and is refused where that is another.
        guest_session_id: A guest session, in place of `session_id`.

    Raises:
        ValueError: An argument is malformed.
        JobError: Dask is not installed.
    """

    def __init__(
        self,
        scheduler: str,
        *,
        max_concurrency: int = 20,
        max_rate: float | None = 40.0,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> None:
        given = {"session_id": session_id, "guest_session_id": guest_session_id}
        secrets = {name: Secret(value) for name, value in given.items() if value is not None}
        del given, session_id, guest_session_id
        self.sessions: Mapping[str, Secret] = {name: check_session(name, each) for name, each in secrets.items()}
        if max_concurrency < 1:
            raise ValueError(f"max_concurrency must be a whole number from 1, and is {max_concurrency!r}")
        if max_rate is not None and not max_rate > 0:
            raise ValueError(f"max_rate must be a positive number of requests a second, and is {max_rate!r}")
        self.scheduler = scheduler
        self.max_concurrency = max_concurrency
        self.max_rate = max_rate
        try:
            # With types of its own for a part of it alone, and so imported without any.
            self._dask: Any = import_module("distributed")
        except ImportError:
            raise JobError("Several machines need Dask: pip install 'tmdb-async[dask]'") from None
        self._present: Sequence[str] = ()
        self._told: dict[str, Stats] = {}
        self._stations: dict[str, tuple[Any, Any]] = {}

    async def __aenter__(self) -> Self:
        self._client = self._dask.Client(
            self.scheduler, asynchronous=True, name="tmdb-async", set_as_default=False, timeout=_TIMEOUT
        )
        try:
            await self._client
        except (OSError, TimeoutError, ValueError) as error:
            await self._client.close()
            raise JobError(f"The Dask scheduler {self.scheduler} does not answer: {error}") from None
        return self

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        with anyio.CancelScope(shield=True):
            self._stations.clear()
            await self._client.close()

    @property
    def stats(self) -> Stats:
        """What all machines together have done so far, as far as they have told it."""
        told = self._told.values()
        now = [self._told[worker] for worker in self._present if worker in self._told]
        retries: Counter[str] = Counter()
        for each in told:
            retries.update(each.retries)
        return Stats(
            calls=sum(each.calls for each in told),
            attempts=sum(each.attempts for each in told),
            retries=dict(retries),
            rate_limited=sum(each.rate_limited for each in told),
            cool_downs=sum(each.cool_downs for each in told),
            cool_down_seconds=max((each.cool_down_seconds for each in now), default=0.0),
            received_bytes=sum(each.received_bytes for each in told),
            gate_seconds=sum(each.gate_seconds for each in told),
            rate=self._rate(),
        )

    def _rate(self) -> float | None:
        rates = {machine_of(worker): self.max_rate for worker in self._present}  # of those that have told nothing yet
        rates |= {machine_of(worker): self._told[worker].rate for worker in self._present if worker in self._told}
        known = [rate for rate in rates.values() if rate is not None]
        return sum(known) if len(known) == len(rates) else None

    def bulk(self, method: Callable[..., Awaitable[T]], args: Iterable[Any]) -> Bulk[T]:
        """Make many calls at once: as many as machines may be given items for."""
        return Bulk(method, args, _MOST)

    async def workers(self) -> Sequence[str]:
        """Return the addresses of all workers there are.

        Raises:
            JobError: The scheduler does not answer any more.
        """
        try:
            with anyio.fail_after(_TIMEOUT):
                self._present = [*await self._client.nthreads()]
        except (OSError, TimeoutError) as error:
            if self._client.status not in ("running", "connecting"):  # for as long as it tries to connect again
                raise JobError(f"The Dask scheduler {self.scheduler} does not answer any more: {error}") from None
        return self._present

    async def fetch(self, worker: str, order: Order, items: Sequence[Asked]) -> Reply:
        """Let a worker ask for items.

        Raises:
            WorkerLost: It has died, or cannot be reached.
            JobError: It cannot do so, such as without a credential.
        """
        try:
            station = await self._station(worker, order)
            reply: Reply = await station.fetch(items)
        except (ConfigurationError, JobError) as error:
            raise JobError(f"The worker {worker} cannot do its part: {error}") from None
        except (OSError, CancelledError):  # the latter where the scheduler was out of reach
            self._stations.pop(worker, None)
            raise WorkerLost from None
        except Exception as error:
            self._stations.pop(worker, None)
            if worker not in await self.workers():
                raise WorkerLost from None
            raise JobError(
                f"The worker {worker} cannot do its part: {type(error).__name__}: {error}. Has it the same tmdb_async?"
            ) from error
        self._told[worker] = reply.stats
        return reply

    async def _station(self, worker: str, order: Order) -> Any:
        """Return the actor of a worker, whose methods are called past the queues of its tasks."""
        future, station = self._stations.get(worker, (None, None))
        if future is None:
            future = self._client.submit(Station, order, workers=[worker], actor=True, pure=False)
            self._stations[worker] = future, None
        if station is None:
            with self._client.as_current():  # to which the actor belongs from then on
                station = await future
            self._stations[worker] = future, station
        return station
