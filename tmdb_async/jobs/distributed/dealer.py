"""Deals items out to machines, without knowing what connects them."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from types import TracebackType
from typing import Self

import anyio

from tmdb_async.jobs.breaker import Breaker, is_outage
from tmdb_async.jobs.errors import JobError
from tmdb_async.jobs.fetch import Fetched

from .parcels import Asked, Cluster, Order, WorkerLost, machine_of

_logger = logging.getLogger("tmdb_async")

# How often is looked which workers there are.
LOOK = 1.0
# What is asked for in the same moment goes out together.
_MOMENT = 0.01
# A worker that could not be reached is left alone for so long.
_HURT = 1.0
# An outage is believed once so many machines have met it.
_TRIES = 2


class _Waiting:
    """An item that somebody waits for."""

    __slots__ = ("asked", "done", "fetched", "tried")

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.done = anyio.Event()
        self.fetched: Fetched | None = None
        self.tried: set[str] = set()
        """The machines on which it met an outage."""


class _Machine:
    """An address. One worker of it is given items: so it has one client, and one pace."""

    def __init__(self, host: str) -> None:
        self.host = host
        self.worker = ""
        self.calls: set[anyio.CancelScope] = set()
        self.breaker: Breaker[_Waiting] = Breaker()
        self.hurt_until = 0.0

    def cancel(self) -> None:
        for scope in self.calls:
            scope.cancel()


class Dealer:
    """Hands items to machines, a few at once, and takes back what a machine leaves unanswered.

    An asynchronous context manager, in which it works. A machine on which nothing succeeds any more rests, as a run
    does, while others go on; what failed there is tried once more by another.

    Args:
        cluster: The workers.
        order: What is asked for.
        size: How many items go to a machine at once.
        depth: How often, before the first of them have come back.
        alone: Called now and then while there is no machine, with the seconds since there was one.

    Attributes:
        room: How many items may be out at once; whoever asks holds one of it.
    """

    room: anyio.CapacityLimiter

    def __init__(
        self, cluster: Cluster, order: Order, *, size: int, depth: int, alone: Callable[[float], None]
    ) -> None:
        self._cluster = cluster
        self._order = order
        self._size = size
        self._depth = depth
        self._on_alone = alone
        self._alone_since: float | None = None
        self._machines: dict[str, _Machine] = {}
        self._queue: deque[_Waiting] = deque()
        self._pending: set[_Waiting] = set()
        self._failure: str | None = None

    @property
    def alone(self) -> bool:
        """Whether there is no machine."""
        return self._alone_since is not None

    async def __aenter__(self) -> Self:
        self.room = anyio.CapacityLimiter(1)
        self._news = anyio.Event()
        self._take_in(await self._cluster.workers())
        self._tasks = anyio.create_task_group()
        await self._tasks.__aenter__()
        self._tasks.start_soon(self._watch)
        self._tasks.start_soon(self._deal)
        return self

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._tasks.cancel_scope.cancel()
        await self._tasks.__aexit__(None, None, None)  # without the exception, which it would put into a group

    async def ask(self, asked: Asked) -> Fetched:
        """Return what came of an item.

        Raises:
            JobError: There is nobody any more who could ask.
        """
        waiting = _Waiting(asked)
        self._pending.add(waiting)
        try:
            if self._failure is None:
                self._queue.append(waiting)
                self._wake()
                await waiting.done.wait()
            if waiting.fetched is None:
                raise JobError(self._failure)
            return waiting.fetched
        finally:
            self._pending.discard(waiting)

    def _fail(self, error: Exception) -> None:
        self._failure = str(error)
        self._queue.clear()
        for waiting in self._pending:
            waiting.done.set()

    def _wake(self) -> None:
        self._news.set()

    async def _watch(self) -> None:
        while self._failure is None:
            await anyio.sleep(LOOK)
            try:
                self._take_in(await self._cluster.workers())
            except JobError as error:
                self._fail(error)
            if self._alone_since is not None:
                self._on_alone(anyio.current_time() - self._alone_since)

    def _take_in(self, workers: Iterable[str]) -> None:
        """Take note of which workers there are, by machine."""
        present: dict[str, list[str]] = {}
        for worker in workers:
            present.setdefault(machine_of(worker), []).append(worker)
        for host in self._machines.keys() - present.keys():
            _logger.info("job: the worker machine %s is gone", host)
            self._machines.pop(host).cancel()
        for host, those in present.items():
            if host not in self._machines:
                _logger.info("job: the worker machine %s is there", host)
            machine = self._machines.setdefault(host, _Machine(host))
            if machine.worker not in those:
                machine.cancel()
                machine.worker = min(those)  # the same for every run
        if self._machines:
            self._alone_since = None
        elif self._alone_since is None:
            _logger.info("job waits: there is no worker machine")
            self._alone_since = anyio.current_time()
        self._make_room()
        self._wake()

    def _make_room(self) -> None:
        working = len(self._working())
        resting = len(self._machines) - working  # of which each may try an item
        self.room.total_tokens = max(1, working * self._size * self._depth + resting)

    def _working(self) -> list[_Machine]:
        """Return the machines that do not rest: all of them where nothing succeeds on any, as the run then decides."""
        return [each for each in self._machines.values() if not each.breaker.open] or [*self._machines.values()]

    async def _deal(self) -> None:
        while True:
            with anyio.move_on_after(LOOK):  # also to those that have rested
                await self._news.wait()
            self._news = anyio.Event()
            await anyio.sleep(_MOMENT)
            while self._deal_round():
                pass

    def _deal_round(self) -> bool:
        """Hand some items to each machine that may take any, and return whether one did."""
        now = anyio.current_time()
        working = self._working()
        dealt = False
        for machine in sorted(self._machines.values(), key=lambda each: len(each.calls)):
            if len(machine.calls) >= self._depth or now < machine.hurt_until:
                continue
            resting = machine not in working
            if resting and machine.breaker.delay(now) > 0:
                continue
            if items := self._take(machine, 1 if resting else self._size):
                if resting:
                    machine.breaker.begin_trial(now)
                scope = anyio.CancelScope()
                machine.calls.add(scope)
                self._tasks.start_soon(self._call, machine, scope, items)
                dealt = True
        return dealt

    def _take(self, machine: _Machine, most: int) -> list[_Waiting]:
        taken: list[_Waiting] = []
        left: list[_Waiting] = []
        while self._queue and len(taken) < most:
            waiting = self._queue.popleft()
            there = waiting.tried >= self._machines.keys()  # nobody else could
            (taken if there or machine.host not in waiting.tried else left).append(waiting)
        self._queue.extendleft(reversed(left))
        return taken

    async def _call(self, machine: _Machine, scope: anyio.CancelScope, items: Sequence[_Waiting]) -> None:
        fetched: Sequence[Fetched] | None = None
        worker = machine.worker
        try:
            with scope:
                reply = await self._cluster.fetch(worker, self._order, [each.asked for each in items])
                fetched = reply.fetched
        except WorkerLost:
            machine.hurt_until = anyio.current_time() + _HURT
        except JobError as error:
            self._fail(error)
            return
        finally:
            machine.calls.discard(scope)
            self._wake()
        if fetched is None:
            _logger.info("job: %d items go from worker %s to others", len(items), worker)
            self._queue.extendleft(reversed(items))
            return
        for waiting, each in zip(items, fetched, strict=True):
            self._deliver(machine, waiting, each)

    def _deliver(self, machine: _Machine, waiting: _Waiting, fetched: Fetched) -> None:
        if fetched.error is not None and is_outage(fetched.error):
            if machine.breaker.fail(waiting, anyio.current_time()):
                _logger.info("job: the worker machine %s rests: nothing succeeds there any more", machine.host)
                self._make_room()
            machine.breaker.take_again()  # which the tries of each item are for
            waiting.tried.add(machine.host)
            if len(waiting.tried) < _TRIES and self._machines.keys() - waiting.tried:
                self._queue.append(waiting)
                return
        elif machine.breaker.succeed():
            _logger.info("job: the worker machine %s goes on", machine.host)
            self._make_room()
        waiting.fetched = fetched
        waiting.done.set()
