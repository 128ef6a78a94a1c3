"""What travels between the machines. There is no credential and no session in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol
from urllib.parse import urlsplit

from tmdb_async.calls.stats import Stats
from tmdb_async.jobs.fetch import Fetched


class Order(NamedTuple):
    """What a run asks of each machine."""

    version: str
    """That of tmdb_async, which both must have."""
    columns: Mapping[str, Any]
    """The job, as its file says it."""
    session: str
    """The salted hash of the job's session."""
    max_rate: float | None
    """How many requests a second the machine may send."""
    max_concurrency: int
    """How many it may have in flight."""


class Asked(NamedTuple):
    """An item to ask for."""

    item: int
    """Its number in the job."""
    arguments: tuple[Any, ...]
    """Its arguments."""
    parts: Sequence[bytes] = ()
    """What came of it before, of an answer that takes several requests."""


class Reply(NamedTuple):
    """What came of some items."""

    fetched: Sequence[Fetched]
    """In the order in which they were asked."""
    stats: Stats
    """What the machine has done for the run so far."""


class WorkerLost(Exception):  # noqa: N818 - no error by itself: its items go to others
    """A worker has died, or cannot be reached."""


def machine_of(worker: str) -> str:
    """Return the machine of a worker: the host of its address, such as `tcp://10.0.0.2:40001`."""
    return urlsplit(worker).hostname or worker


class Cluster(Protocol):
    """The workers, as far as dealing out is concerned."""

    async def workers(self) -> Sequence[str]:
        """Return the addresses of all workers there are.

        Raises:
            JobError: They cannot be told any more.
        """
        ...

    async def fetch(self, worker: str, order: Order, items: Sequence[Asked]) -> Reply:
        """Let a worker ask for items.

        Raises:
            WorkerLost: It has died, or cannot be reached.
            JobError: It cannot do so. Others could neither.
        """
        ...
