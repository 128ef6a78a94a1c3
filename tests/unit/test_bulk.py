from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from random import Random
from typing import Any

import anyio
import pytest
from anyio.lowlevel import checkpoint

from tmdb_async import (
    TMDB,
    APIConnectionError,
    AuthenticationError,
    Bulk,
    ConfigurationError,
    Failure,
    Outcome,
    Success,
)
from tmdb_async.calls.decode import status_error

pytestmark = pytest.mark.anyio


class Calls:
    """A method that is called in bulk, and keeps account of it."""

    def __init__(self) -> None:
        self.started: list[tuple[Any, ...]] = []
        self.inside = 0
        self.peak = 0
        self.cancelled = 0
        self.cancellations: list[BaseException] = []
        self.gate = anyio.Event()
        self.gate.set()

    async def __call__(self, *args: Any) -> Any:
        self.started.append(args)
        self.inside += 1
        self.peak = max(self.peak, self.inside)
        try:
            await checkpoint()
            await self.gate.wait()
            return self.answer(*args)
        except anyio.get_cancelled_exc_class() as error:
            self.cancelled += 1
            self.cancellations.append(error)
            raise
        finally:
            self.inside -= 1

    def answer(self, *args: Any) -> Any:
        return args

    @property
    def notes(self) -> list[str]:
        return [note for error in self.cancellations for note in getattr(error, "__notes__", [])]


async def collect(bulk: Bulk[Any]) -> list[Outcome[Any]]:
    async with bulk as outcomes:
        return [outcome async for outcome in outcomes]


async def items(count: int) -> AsyncIterator[int]:
    for number in range(count):
        await checkpoint()
        yield number


async def test_no_arguments_give_no_outcomes(anyio_backend: str) -> None:
    """An empty iterable ends the run at once."""
    assert await collect(Bulk(Calls(), [], 5)) == []
    assert await collect(Bulk(Calls(), items(0), 5)) == []


@pytest.mark.parametrize("asynchronous", [False, True])
async def test_every_item_has_one_outcome(anyio_backend: str, asynchronous: bool) -> None:
    """Sync or async: one outcome for each item, with its index, its arguments and what the call returned."""
    outcomes = await collect(Bulk(Calls(), items(100) if asynchronous else range(100), 7))
    assert sorted(outcome.index for outcome in outcomes) == list(range(100))
    assert all(
        outcome == Success(index=outcome.index, args=(outcome.index,), value=(outcome.index,)) for outcome in outcomes
    )


async def test_a_tuple_holds_the_arguments_of_a_call(anyio_backend: str) -> None:
    """A tuple is spread over the method's arguments; any other value is the only one, a list too."""
    calls = Calls()
    await collect(Bulk(calls, [(1396, 1, 1), 1399, [1, 2], ()], 1))
    assert calls.started == [(1396, 1, 1), (1399,), ([1, 2],), ()]


async def test_an_error_of_a_call_is_its_outcome(anyio_backend: str) -> None:
    """A TMDBError is kept beside its arguments, and the run goes on."""

    class Sometimes(Calls):
        def answer(self, *args: Any) -> Any:
            if args[0] % 2:
                raise APIConnectionError("refused")
            return args[0]

    outcomes = await collect(Bulk(Sometimes(), range(10), 3))
    assert {outcome.index for outcome in outcomes if isinstance(outcome, Failure)} == {1, 3, 5, 7, 9}
    assert {outcome.value for outcome in outcomes if outcome.error is None} == {0, 2, 4, 6, 8}


async def test_no_more_calls_than_the_cap_are_under_way(anyio_backend: str) -> None:
    """The run keeps as many calls under way as the client allows, and never one more."""
    calls = Calls()
    await collect(Bulk(calls, range(200), 8))
    assert calls.peak == 8


async def test_the_arguments_are_read_as_they_are_needed(anyio_backend: str) -> None:
    """A slow block holds back the reading: a million arguments never stand in memory."""
    read = 0

    def endless() -> Iterator[int]:
        nonlocal read
        while True:
            read += 1
            yield read

    async with Bulk(Calls(), endless(), 5) as outcomes:
        for taken in range(1, 15):
            await anext(outcomes)
            await anyio.wait_all_tasks_blocked()
            assert read <= taken + 11


async def test_an_iterable_that_raises_ends_the_run_after_what_was_asked_for(anyio_backend: str) -> None:
    """Nothing is lost: what is in flight completes and is handed out, and then the iterable's own exception comes."""

    def broken() -> Iterator[int]:
        yield from range(10)
        raise OSError("disk")

    calls = Calls()
    seen: list[int] = []
    with pytest.raises(OSError, match="disk"):
        async with Bulk(calls, broken(), 4) as outcomes:
            async for outcome in outcomes:
                seen.append(outcome.index)
    assert sorted(seen) == list(range(10))
    assert (calls.inside, calls.cancelled) == (0, 0)


async def test_an_async_iterable_that_raises_ends_the_run_likewise(anyio_backend: str) -> None:
    """An asynchronous source is no different."""

    async def broken() -> AsyncIterator[int]:
        yield 0
        await checkpoint()
        raise OSError("network file")

    with pytest.raises(OSError, match="network file"):
        await collect(Bulk(Calls(), broken(), 4))


class Broken(Calls):
    """The sixth call raises once the five before it have returned; those after it wait."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error
        self.returned = 0

    async def __call__(self, *args: Any) -> Any:
        if args[0] == 5:
            while self.returned < 5:
                await checkpoint()
            raise self.error
        if args[0] > 5:
            self.gate = anyio.Event()
        value = await super().__call__(*args)
        self.returned += 1
        return value


@pytest.mark.parametrize(
    "error",
    [
        ConfigurationError("no credential"),
        status_error(401, {}, b'{"status_code":7}'),
        status_error(401, {}, b'{"status_code":3}'),
        status_error(401, {}, b""),
    ],
)
async def test_an_error_that_every_call_would_meet_ends_the_run_at_once(anyio_backend: str, error: Exception) -> None:
    """A bad credential is no outcome: what is in flight is cancelled, what was made comes first."""
    calls = Broken(error)
    seen: list[int] = []
    cause = error.__cause__
    with pytest.raises(type(error)) as caught:
        async with Bulk(calls, range(1000), 3) as outcomes:
            async for outcome in outcomes:
                seen.append(outcome.index)
    assert caught.value is error
    assert error.__cause__ is cause
    assert sorted(seen) == [0, 1, 2, 3, 4]
    assert len(calls.started) <= 8
    assert calls.inside == 0


async def test_a_bug_ends_the_run_after_what_was_asked_for(anyio_backend: str) -> None:
    """A bad item is no outcome: nothing more is read, what was read is called, and the exception names its item."""
    read = 0

    class Bad(Calls):
        def answer(self, *args: Any) -> Any:
            if args[0] == 5:
                raise ValueError("series_id must not be negative")
            return args[0]

    def source() -> Iterator[int]:
        nonlocal read
        for number in range(1000):
            read += 1
            yield number

    seen: list[int] = []
    calls = Bad()
    with pytest.raises(ValueError, match="must not be negative") as caught:
        async with Bulk(calls, source(), 3) as outcomes:
            async for outcome in outcomes:
                seen.append(outcome.index)
    assert caught.value.__notes__ == ["raised by item 5 of a bulk run"]
    assert sorted(seen) == [number for number in range(read) if number != 5]
    assert read <= 20
    assert (calls.inside, calls.cancelled) == (0, 0)


@pytest.mark.parametrize("code", [38, 39])
async def test_a_private_resource_is_only_its_own_failure(anyio_backend: str, code: int) -> None:
    """TMDB answers 401 for a private resource too, and the next one may be public."""
    error = status_error(401, {}, b'{"status_code":%d}' % code)

    class Private(Calls):
        def answer(self, *args: Any) -> Any:
            if args[0] == 5:
                raise error
            return args[0]

    outcomes = await collect(Bulk(Private(), range(10), 3))
    assert [outcome.error for outcome in outcomes if isinstance(outcome, Failure)] == [error]
    assert isinstance(error, AuthenticationError)
    assert len(outcomes) == 10


async def test_leaving_the_block_early_cancels_what_is_in_flight(anyio_backend: str) -> None:
    """After a break no task of the run is left, and no further argument is read."""
    calls = Calls()
    async with Bulk(calls, range(1000), 6) as outcomes:
        async for _ in outcomes:
            calls.gate = anyio.Event()
            await anyio.wait_all_tasks_blocked()
            break
    assert calls.inside == 0
    assert calls.cancelled > 0
    started = len(calls.started)
    await anyio.wait_all_tasks_blocked()
    assert len(calls.started) == started


async def test_leaving_the_block_before_anything_ran_is_clean(anyio_backend: str) -> None:
    """A block that does nothing starts nothing that outlives it."""
    calls = Calls()
    async with Bulk(calls, range(10), 3):
        pass
    assert calls.started == []
    gc.collect()


async def test_an_exception_of_the_block_comes_out_as_it_is(anyio_backend: str) -> None:
    """The block's own exception is not put into a group, and the calls are cancelled."""
    calls = Calls()
    error = KeyError("mine")
    with pytest.raises(KeyError) as caught:
        async with Bulk(calls, range(1000), 3) as outcomes:
            async for _ in outcomes:
                raise error
    assert caught.value is error
    assert calls.inside == 0


async def test_cancelling_a_run_cancels_its_calls(anyio_backend: str) -> None:
    """A run inside a scope that is cancelled, as by a timeout, ends with it."""
    calls = Calls()
    calls.gate = anyio.Event()
    scope = anyio.CancelScope()

    async def cancel() -> None:
        while len(calls.started) < 3:
            await checkpoint()
        scope.cancel()

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(cancel)
        with scope:
            await collect(Bulk(calls, range(1000), 3))
    assert scope.cancelled_caught
    assert calls.notes == []
    assert (len(calls.started), calls.inside, calls.cancelled) == (3, 0, 3)


async def test_a_generator_is_closed_with_the_block(anyio_backend: str) -> None:
    """An asynchronous generator ends with the run that read it, also where the run ends early."""
    closed = False

    async def source() -> AsyncIterator[int]:
        nonlocal closed
        try:
            for number in range(1000):
                yield number
        finally:
            closed = True

    async with Bulk(Calls(), source(), 3) as outcomes:
        await anext(outcomes)
    assert closed


async def test_a_run_can_be_the_source_of_another(anyio_backend: str) -> None:
    """From series to their episodes: a generator around one run feeds the next, to its end and left early."""

    async def numbers() -> AsyncIterator[tuple[int, int]]:
        async with Bulk(Calls(), range(20), 3) as outer:
            async for outcome in outer:
                yield (outcome.args[0], 1)

    assert len(await collect(Bulk(Calls(), numbers(), 4))) == 20
    async with Bulk(Calls(), numbers(), 4) as outcomes:
        await anext(outcomes)


async def test_a_generator_may_hold_a_scope_open(anyio_backend: str) -> None:
    """A timeout around a `yield` is entered and left in one task, whichever call takes what was yielded."""

    async def source() -> AsyncIterator[int]:
        with anyio.move_on_after(60):
            async for number in items(20):
                yield number

    assert len(await collect(Bulk(Calls(), source(), 4))) == 20
    async with Bulk(Calls(), source(), 4) as outcomes:
        await anext(outcomes)


@pytest.mark.parametrize("where", ["call", "source"])
async def test_what_others_cancel_ends_the_run_with_an_error(anyio_backend: str, where: str) -> None:
    """A call or a source that somebody else cancelled is never taken for the end of the run."""
    if anyio_backend == "trio":
        pytest.skip("trio cancels by scopes alone")

    async def cancelled(*args: int) -> int:
        if args[0] == 5:
            raise asyncio.CancelledError
        return args[0]

    async def source() -> AsyncIterator[int]:
        async for number in items(100):
            yield await cancelled(number) if where == "source" else number

    seen: list[int] = []
    with pytest.raises(RuntimeError, match="was cancelled by") as caught:
        async with Bulk(cancelled if where == "call" else Calls(), source(), 3) as outcomes:
            async for outcome in outcomes:
                seen.append(outcome.index)
    assert isinstance(caught.value.__cause__, asyncio.CancelledError)
    assert set(range(4)) <= set(seen) <= set(range(20))


async def test_a_call_that_raises_stop_async_iteration_ends_the_run_with_an_error(anyio_backend: str) -> None:
    """The exception that ends a loop in silence is made into one that does not."""

    class Stopping(Calls):
        def answer(self, *args: Any) -> Any:
            raise StopAsyncIteration

    with pytest.raises(RuntimeError, match="StopAsyncIteration"):
        await collect(Bulk(Stopping(), range(10), 3))


class EndOfProgram(BaseException):
    """Like a keyboard interrupt, which a test runner would take for its own."""


async def test_what_is_no_exception_is_not_kept(anyio_backend: str) -> None:
    """A keyboard interrupt ends the program, and not the loop alone."""

    class Interrupted(Calls):
        def answer(self, *args: Any) -> Any:
            raise EndOfProgram

    with pytest.raises(BaseExceptionGroup) as caught:
        await collect(Bulk(Interrupted(), range(10), 3))
    assert caught.group_contains(EndOfProgram, depth=2)


async def test_an_async_iterable_need_not_be_a_generator(anyio_backend: str) -> None:
    """Anything with `__aiter__` is read."""

    class Source:
        def __aiter__(self) -> AsyncIterator[int]:
            return items(3)

    class Bare:
        """An asynchronous iterator that cannot be closed."""

        left = 3

        def __aiter__(self) -> Bare:
            return self

        async def __anext__(self) -> int:
            self.left -= 1
            if self.left < 0:
                raise StopAsyncIteration
            return self.left

    assert len(await collect(Bulk(Calls(), Source(), 2))) == 3
    assert len(await collect(Bulk(Calls(), Bare(), 2))) == 3


async def test_what_is_not_iterable_is_refused_at_once(anyio_backend: str) -> None:
    """The mistake shows where it is made, before the block."""
    async with TMDB("token") as tmdb:
        with pytest.raises(TypeError, match="not iterable"):
            tmdb.bulk(tmdb.tv_series.credits, 1399)  # type: ignore[arg-type] # which is the rule


async def test_a_run_is_used_inside_its_block_and_once(anyio_backend: str) -> None:
    """Outcomes outside the block, or a second block, are mistakes with a clear error."""
    bulk = Bulk(Calls(), [1], 1)
    with pytest.raises(RuntimeError, match="inside its `async with` block"):
        await anext(bulk)
    async with bulk as outcomes:
        assert [outcome.index async for outcome in outcomes] == [0]
        with pytest.raises(StopAsyncIteration):
            await anext(outcomes)
    with pytest.raises(RuntimeError, match="inside its `async with` block"):
        await anext(bulk)
    with pytest.raises(RuntimeError, match="entered once"):
        await bulk.__aenter__()


async def test_a_run_takes_the_clients_cap(anyio_backend: str) -> None:
    """`TMDB.bulk` keeps as many calls under way as the client allows requests."""
    calls = Calls()
    async with TMDB("token", max_concurrency=4) as tmdb, tmdb.bulk(calls, range(50)) as outcomes:
        assert len([outcome async for outcome in outcomes]) == 50
    assert calls.peak == 4


# Waiting and giving up


async def under_timeout(seconds: float, taking: Awaitable[Outcome[Any]]) -> Outcome[Any]:
    async with asyncio.timeout(seconds):
        return await taking


async def under_move_on_after(seconds: float, taking: Awaitable[Outcome[Any]]) -> Outcome[Any]:
    with anyio.move_on_after(seconds):
        return await taking
    raise TimeoutError


async def under_wait_for(seconds: float, taking: Awaitable[Outcome[Any]]) -> Outcome[Any]:
    return await asyncio.wait_for(taking, seconds)


GivingUp = Callable[[float, Awaitable[Outcome[Any]]], Awaitable[Outcome[Any]]]
GIVING_UP = [
    pytest.param(way, backend, id=f"{way.__name__}-{backend}")
    for way, backend in [
        (under_timeout, "asyncio"),
        (under_wait_for, "asyncio"),
        (under_move_on_after, "asyncio"),
        (under_move_on_after, "trio"),
    ]
]


class Slow(Calls):
    """Calls that take from nothing to two milliseconds, so that the waits end at any moment."""

    def __init__(self) -> None:
        super().__init__()
        self._random = Random(7)

    async def __call__(self, *args: Any) -> Any:
        await anyio.sleep(self._random.choice((0, 0.0005, 0.001, 0.002)))
        return args


@pytest.mark.unmeasured
@pytest.mark.parametrize(("way", "anyio_backend"), GIVING_UP, indirect=["anyio_backend"])
@pytest.mark.parametrize("seconds", [0, 0.0003, 0.001])
async def test_giving_up_an_outcome_loses_none(anyio_backend: str, way: GivingUp, seconds: float) -> None:
    """A heartbeat as people write it: each wait for an outcome has a timeout, and what came meanwhile comes next."""
    indices: list[int] = []
    waits = 0
    with anyio.fail_after(20):
        async with Bulk(Slow(), range(2000), 20) as outcomes:
            while True:
                waits += 1
                try:
                    # `wait_for` with 0 gives up before it looks.
                    outcome = await way(seconds if waits % 2 else 0.001, anext(outcomes))
                except TimeoutError:
                    continue
                except StopAsyncIteration:
                    break
                indices.append(outcome.index)
    assert sorted(indices) == list(range(2000))
    assert waits > 2001


@pytest.mark.parametrize("waiters", [1, 3])
async def test_a_wait_may_be_cancelled_at_every_step(anyio_backend: str, waiters: int) -> None:
    """After each number of turns of the event loop, and also where several wait: nothing is lost, and each goes on."""
    for turns in range(60):
        indices: list[int] = []

        async def take(outcomes: Bulk[Any], scope: anyio.CancelScope, indices: list[int] = indices) -> None:
            with scope:
                async for outcome in outcomes:
                    indices.append(outcome.index)

        async with Bulk(Calls(), items(10), 2) as outcomes:
            with anyio.fail_after(5):
                async with anyio.create_task_group() as tasks:
                    scopes = [anyio.CancelScope() for _ in range(waiters)]
                    for scope in scopes:
                        tasks.start_soon(take, outcomes, scope)
                    for _ in range(turns):
                        await checkpoint()
                    scopes[0].cancel()
                await take(outcomes, anyio.CancelScope())
        assert sorted(indices) == list(range(10)), turns


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_task_that_waits_may_be_cancelled_at_every_step(anyio_backend: str) -> None:
    """As asyncio itself cancels, which also reaches a task whose wait is over and that has not run since."""
    for turns in range(60):
        indices: list[int] = []

        async def take(outcomes: Bulk[Any], indices: list[int] = indices) -> None:
            async for outcome in outcomes:
                indices.append(outcome.index)

        async with Bulk(Calls(), items(10), 2) as outcomes:
            waiting = asyncio.create_task(take(outcomes))
            for _ in range(turns):
                await asyncio.sleep(0)
            waiting.cancel()
            await asyncio.wait([waiting])
            await asyncio.wait_for(take(outcomes), 5)
        assert sorted(indices) == list(range(10)), turns


async def test_who_waits_when_the_block_is_left_is_told_the_end(anyio_backend: str) -> None:
    """Another task does not wait for ever, whether or not the run had begun."""
    ended = 0

    async def take(outcomes: Bulk[Any], waits: anyio.Event) -> None:
        nonlocal ended
        waits.set()
        assert [outcome async for outcome in outcomes] == []
        ended += 1

    with anyio.fail_after(5):
        for turns in range(4):
            calls, waits = Calls(), anyio.Event()
            calls.gate = anyio.Event()
            async with anyio.create_task_group() as tasks, Bulk(calls, range(10), 2) as outcomes:
                tasks.start_soon(take, outcomes, waits)
                await waits.wait()
                for _ in range(turns):
                    await checkpoint()
    assert ended == 4
