"""Many calls at once, with bounded memory and one outcome for each."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import AsyncExitStack, aclosing
from dataclasses import dataclass
from inspect import isasyncgen
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeAlias, TypeVar

import anyio

from .errors import AuthenticationError, ConfigurationError, TMDBError

if TYPE_CHECKING:
    from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream

T = TypeVar("T")

# TMDB answers 401 for these two as well, and means one resource: others will still succeed.
_ABOUT_ONE_RESOURCE = (38, 39)


@dataclass(frozen=True, slots=True, kw_only=True)
class Success(Generic[T]):
    """A call that returned."""

    index: int
    """The place among the arguments, from 0."""
    args: tuple[Any, ...]
    """The arguments of the call."""
    value: T
    """What the call returned."""
    error: None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A call that raised a `TMDBError`."""

    index: int
    """The place among the arguments, from 0."""
    args: tuple[Any, ...]
    """The arguments of the call."""
    error: TMDBError
    """What the call raised."""
    value: None = None


Outcome: TypeAlias = Success[T] | Failure

_Call: TypeAlias = tuple[int, tuple[Any, ...]]


class Bulk(Generic[T]):
    """The outcomes of many calls, as they complete; made by `TMDB.bulk`.

    An asynchronous context manager that owns the tasks of the calls, and an asynchronous iterator of their outcomes.
    """

    def __init__(
        self,
        method: Callable[..., Awaitable[T]],
        args: Iterable[Any] | AsyncIterable[Any],
        max_concurrency: int,
    ) -> None:
        self._method = method
        self._source: AsyncIterator[Any] = args.__aiter__() if isinstance(args, AsyncIterable) else _ready(iter(args))
        self._width = max_concurrency
        self._failure: Exception | None = None
        self._entered = self._left = False

    async def __aenter__(self) -> Self:
        if self._entered:
            raise RuntimeError("a bulk run is entered once: make another with `tmdb.bulk(...)`")
        self._entered = True
        # What is taken and not yet handed out is bounded by `room`: so a worker never waits with an outcome in its
        # hands, which being cancelled would lose.
        self._room = anyio.Semaphore(2 * self._width, fast_acquire=True)
        # And no stream hands an outcome to a task that waits, which being cancelled meanwhile would lose it.
        self._outcomes: deque[Outcome[T]] = deque()
        self._news: anyio.Event | None = None
        self._ended = False
        self._reading = anyio.CancelScope()
        self._tasks = anyio.create_task_group()
        await self._tasks.__aenter__()
        self._tasks.start_soon(self._run)
        return self

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._left = True
        self._tasks.cancel_scope.cancel()
        try:
            # Without the block's own exception, which the task group would put into a group.
            await self._tasks.__aexit__(None, None, None)
        finally:
            self._end()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Outcome[T]:
        if not self._entered or self._left:
            raise RuntimeError("a bulk run is iterated inside its `async with` block")
        while not self._outcomes:
            if self._ended:
                if self._failure is None:
                    raise StopAsyncIteration
                # Raised once, and with the cause and the context that it came with.
                failure, self._failure = self._failure, None
                raise failure
            self._news = self._news or anyio.Event()
            await self._news.wait()
        # Nothing is awaited from here on: whoever gives up has not taken it yet, or has it.
        self._room.release()
        return self._outcomes.popleft()

    def _wake(self) -> None:
        """Let each who waits look again."""
        if self._news is not None:
            self._news.set()
            self._news = None

    def _end(self) -> None:
        self._ended = True
        self._wake()

    async def _run(self) -> None:
        give, take = anyio.create_memory_object_stream[_Call](math.inf)
        try:
            with give, take:
                async with anyio.create_task_group() as tasks:
                    self._calling = tasks.cancel_scope
                    tasks.start_soon(self._read, give)
                    for _ in range(self._width):
                        tasks.start_soon(self._work, take)
        finally:
            self._end()

    async def _read(self, give: MemoryObjectSendStream[_Call]) -> None:
        # One task reads the source and closes it: a generator may hold a scope or a task group open, as another run is.
        with give, self._reading:
            try:
                async with AsyncExitStack() as stack:
                    if isasyncgen(self._source):
                        await stack.enter_async_context(aclosing(self._source))
                    index = 0
                    await self._room.acquire()
                    async for item in self._source:
                        give.send_nowait((index, _as_tuple(item)))
                        index += 1
                        await self._room.acquire()
            except BaseException as error:  # noqa: BLE001 - it is the caller's, and raised to the caller
                self._keep(error)

    async def _work(self, take: MemoryObjectReceiveStream[_Call]) -> None:
        async for index, args in take:
            try:
                outcome = await self._call(index, args)
            except TMDBError as error:  # every further call would meet it
                self._keep(error)
                self._calling.cancel()
            except BaseException as error:  # noqa: BLE001 - raised to the caller, after the outcomes already made
                self._keep(error)
                error.add_note(f"raised by item {index} of a bulk run")
                # What was read is still called, so that nothing already asked for is lost.
                self._reading.cancel()
            else:
                self._outcomes.append(outcome)
                self._wake()

    def _keep(self, error: BaseException) -> None:
        """Keep what ends the run, for the caller; raise what ends the task alone."""
        if isinstance(error, anyio.get_cancelled_exc_class()):
            if anyio.current_effective_deadline() == -math.inf:  # the run itself is being cancelled
                raise error
            failure: Exception = RuntimeError("a bulk run was cancelled by what it called or what it read")
            failure.__cause__ = error
        elif isinstance(error, StopAsyncIteration):  # which would end the caller's loop in silence
            failure = RuntimeError("a call of a bulk run raised StopAsyncIteration")
            failure.__cause__ = error
        elif isinstance(error, Exception):
            failure = error
        else:
            raise error
        self._failure = self._failure or failure

    async def _call(self, index: int, args: tuple[Any, ...]) -> Outcome[T]:
        try:
            return Success(index=index, args=args, value=await self._method(*args))
        except AuthenticationError as error:
            if error.code not in _ABOUT_ONE_RESOURCE:
                raise
            return Failure(index=index, args=args, error=error)
        except ConfigurationError:
            raise
        except TMDBError as error:
            return Failure(index=index, args=args, error=error)


def _as_tuple(item: object) -> tuple[Any, ...]:
    return item if isinstance(item, tuple) else (item,)  # pyright: ignore[reportUnknownVariableType] - any tuple


async def _ready(items: Iterator[Any]) -> AsyncGenerator[Any, None]:
    for item in items:
        yield item
