"""Stops a call at one of the times at which it waits."""

from __future__ import annotations

import asyncio
import inspect
import types
from collections.abc import Awaitable, Callable, Coroutine, Generator, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any

import anyio
import sniffio
import trio

WAYS = ("asyncio task", "asyncio task late", "asyncio scope", "trio scope")
"""How a call is cancelled: by `Task.cancel`, or by the scope that it runs in.

Late is once what it waits for has come and before it goes on. There a scope cancels what it waits for next."""


class Points:
    """Counts how often a call and the tasks that it starts wait, and stops it at one of these times.

    Attributes:
        met: How often they have waited.
        stopped: Whether the time came.
        ended: Whether the call has ended all the same, and not by being cancelled.
    """

    def __init__(self, at: int, *, late: bool) -> None:
        self.met = 0
        self.stopped = False
        self.ended = False
        self.stop: Callable[[], object]
        self._at = at
        self._late = late

    def meet(self, awaited: object = None) -> None:
        self.met += 1
        if self.met == self._at:
            self.stopped = True
            if self._late and isinstance(awaited, asyncio.Future):
                # Called first, for the task has yet to add its own.
                awaited.add_done_callback(lambda _: self.stop())
            else:
                self.stop()


async def run(
    call: Callable[[], Awaitable[object]], at: int, way: str, stop: Callable[[], object] | None = None
) -> Points:
    """Make a call in a task of its own and, when it waits for the time `at`, cancel it or do something else."""
    points = Points(at, late=way.endswith("late"))

    async def body() -> None:
        with anyio.CancelScope() as scope:
            if stop is not None:
                points.stop = stop
            elif way.endswith("scope"):
                points.stop = scope.cancel
            else:
                task = asyncio.current_task()
                assert task is not None
                points.stop = task.cancel
            await call()
            points.ended = True

    await (_run_on_trio if sniffio.current_async_library() == "trio" else _run_on_asyncio)(body, points)
    return points


# The tasks that a call starts inherit it.
_points: ContextVar[Points | None] = ContextVar("points", default=None)


@contextmanager
def _inherited(points: Points) -> Iterator[None]:
    token = _points.set(points)
    try:
        yield
    finally:
        _points.reset(token)


async def _run_on_asyncio(body: Callable[[], Coroutine[Any, Any, None]], points: Points) -> None:
    loop = asyncio.get_running_loop()
    loop.set_task_factory(_counted_task)
    try:
        with _inherited(points):
            task = asyncio.create_task(body())
        await asyncio.wait([task])
        if not task.cancelled():
            task.result()
    finally:
        loop.set_task_factory(None)


def _counted_task(loop: asyncio.AbstractEventLoop, coro: Any, **options: Any) -> asyncio.Task[Any]:
    points = _points.get()
    return asyncio.Task(coro if points is None else _counted(coro, points), loop=loop, **options)


async def _counted(coro: Coroutine[Any, Any, Any], points: Points) -> Any:
    return await _driven(coro, points)


@types.coroutine
def _driven(coro: Coroutine[Any, Any, Any], points: Points) -> Generator[Any, Any, Any]:
    go_on: Callable[[], Any] = partial(coro.send, None)
    while True:
        try:
            awaited = go_on()
        except StopIteration as end:
            return end.value
        points.meet(awaited)
        try:
            go_on = partial(coro.send, (yield awaited))
        except BaseException as error:  # noqa: BLE001 - it is the coroutine's
            go_on = partial(coro.throw, error)


async def _run_on_trio(body: Callable[[], Coroutine[Any, Any, None]], points: Points) -> None:
    instrument = _Instrument()
    trio.lowlevel.add_instrument(instrument)
    try:
        async with trio.open_nursery() as nursery:
            with _inherited(points):
                nursery.start_soon(body)
    finally:
        trio.lowlevel.remove_instrument(instrument)


class _Instrument(trio.abc.Instrument):
    def after_task_step(self, task: trio.lowlevel.Task) -> None:
        points = task.context.get(_points)
        if points is not None and inspect.getcoroutinestate(task.coro) != inspect.CORO_CLOSED:
            points.meet()
