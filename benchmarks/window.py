"""One window of one contestant, measured in a process of its own.

Each contestant keeps its process over all rounds, so that what another has imported, compiled or left to the garbage
collector weighs on nobody else. Each window has a client of its own, opened and warmed up before the clock starts.
"""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier, Lock
from typing import Any, NamedTuple

import psutil

from . import cores
from .contestants import ASYNC, SYNC, AsyncContestant, SyncContestant
from .server import Served

WARM_UP = 0.3


class Window(NamedTuple):
    """What came of one window."""

    rate: float
    """Calls a second."""
    cpu: float
    """Microseconds of the process for each call, of all its threads."""
    server: float
    """Which part of its time the server was busy."""
    memory: float
    """Megabytes that the process has grown by since before the contestant was imported."""

    @property
    def client(self) -> float:
        """Which part of its time the client was busy: all of it, where nobody else used its core."""
        return self.rate * self.cpu / 1e6


class _Clock:
    """Counts the calls that end between the end of the warm-up and the end of the window.

    As many calls are under way at its end as at its beginning, so what ends between is what was done.
    """

    def __init__(self, server: int) -> None:
        self._server = psutil.Process(server)
        self._lock = Lock()
        self._calls = 0
        self._marks: list[tuple[float, float, float, int]] = []
        self._warm = self._end = 0.0

    def start(self, seconds: float) -> None:
        self._warm = time.perf_counter() + WARM_UP
        self._end = self._warm + seconds

    def goes_on(self) -> bool:
        """Note that a call ended, and return whether another should begin."""
        with self._lock:
            self._calls += 1
            now = time.perf_counter()
            if len(self._marks) < (now >= self._warm) + (now >= self._end):
                times = self._server.cpu_times()
                self._marks.append((now, time.process_time(), times.user + times.system, self._calls))
            return now < self._end

    def window(self) -> Window:
        began, ended = self._marks
        wall, cpu, server, calls = (after - before for before, after in zip(began, ended, strict=True))
        return Window(calls / wall, cpu / calls * 1e6, server / wall, (_memory() - _memory_before) / 1e6)


async def _run_async(contestant: AsyncContestant, url: str, clock: _Clock, seconds: float, in_flight: int) -> None:
    async with contestant(url, in_flight) as call:
        numbers = itertools.count(1)
        _check(await call(next(numbers)))

        async def work() -> None:
            while clock.goes_on():
                await call(next(numbers))

        clock.start(seconds)
        async with asyncio.TaskGroup() as tasks:
            for _ in range(in_flight):
                tasks.create_task(work())


def _run_sync(contestant: SyncContestant, url: str, clock: _Clock, seconds: float, in_flight: int) -> None:
    numbers = itertools.count(1)
    ready = Barrier(in_flight, action=lambda: clock.start(seconds))

    def work() -> None:
        with contestant(url) as call:
            _check(call(next(numbers)))
            ready.wait()
            while clock.goes_on():
                call(next(numbers))

    with ThreadPoolExecutor(in_flight) as threads:
        for thread in [threads.submit(work) for _ in range(in_flight)]:
            thread.result()


def _check(found: Any) -> None:
    """Check that a contestant returned the episode's credits, as a dictionary or as an object."""
    cast = found["cast"] if isinstance(found, dict) else found.cast
    first = cast[0]["name"] if isinstance(cast[0], dict) else cast[0].name
    assert (first, len(cast)) == ("Bryan Cranston", 6), f"these are not the episode's credits: {found!r}"


def _memory() -> int:
    resident: int = psutil.Process().memory_info().rss
    return resident


_memory_before = _memory()


def _measure(name: str, served: Served, seconds: float, in_flight: int) -> Window:
    clock = _Clock(served.pid)
    if name in ASYNC:
        asyncio.run(_run_async(ASYNC[name], served.url, clock, seconds, in_flight))
    else:
        _run_sync(SYNC[name], served.url, clock, seconds, in_flight)
    return clock.window()


class Workers:
    """A process for each contestant. Only the one that is measured does anything."""

    def __init__(self, served: Served) -> None:
        self._served = served
        self._processes: dict[str, ProcessPoolExecutor] = {}

    def measure(self, name: str, seconds: float, in_flight: int) -> Window:
        """Measure one window of a contestant, with as many calls in flight."""
        if name not in self._processes:
            self._processes[name] = cores.process()
        return self._processes[name].submit(_measure, name, self._served, seconds, in_flight).result()

    def stop(self) -> None:
        for process in self._processes.values():
            process.shutdown()


@contextmanager
def workers(served: Served) -> Iterator[Workers]:
    """Give each contestant a process, until the block ends."""
    measured = Workers(served)
    try:
        yield measured
    finally:
        measured.stop()
