from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from threading import Thread
from typing import Any

import anyio
import httpx
import pytest
from anyio.lowlevel import checkpoint

from tests.faults.faults import answer
from tests.faults.servers import Server
from tmdb_async import TMDB
from tmdb_async.calls.lifetime import Lifetime, Scope
from tmdb_async.models import TvSeriesCredits

TOKEN = "token"
SERIES = b'{"id":1399,"cast":[],"crew":[]}'
MODEL = TvSeriesCredits(id=1399, cast=(), crew=())
OTHER_LOOP = "^the client belongs to another event loop: make one in each event loop, and close it there"
CLOSED = "^the client is closed: make calls inside its `async with` block$"
BACKENDS = ["asyncio", "trio"]


async def wait_in(scope: Scope, lifetime: Lifetime, ended: list[str], *, end_in: int = 0) -> None:
    """An attempt, which takes some turns of the event loop to end once it is cancelled."""
    try:
        with scope:
            await anyio.sleep_forever()
        for _ in range(end_in):
            await checkpoint()
    finally:
        ended.append("attempt")
        lifetime.finish(scope)


@pytest.mark.anyio
async def test_closing_ends_all_attempts_and_waits_for_their_end(anyio_backend: str) -> None:
    """Each runs in a scope of its own, which closing cancels; it returns when the last one has ended."""
    lifetime = Lifetime()
    ended: list[str] = []
    async with anyio.create_task_group() as tasks:
        scopes = [lifetime.start() for _ in range(3)]
        assert len(set(scopes)) == 3
        for number, scope in enumerate(scopes):
            tasks.start_soon(partial(wait_in, scope, lifetime, ended, end_in=number * 5))
        await checkpoint()
        assert ended == []
        with anyio.fail_after(5):
            await lifetime.close()
        ended.append("close")
    assert ended == ["attempt"] * 3 + ["close"]
    with pytest.raises(RuntimeError, match=CLOSED):
        lifetime.check_open()


@pytest.mark.anyio
async def test_all_who_close_wait_for_the_end(anyio_backend: str) -> None:
    """Closing twice at once is closing once; whoever comes after the end does not wait."""
    lifetime = Lifetime()
    ended: list[str] = []

    async def close() -> None:
        await lifetime.close()
        ended.append("close")

    with anyio.fail_after(5):
        async with anyio.create_task_group() as tasks:
            scope = lifetime.start()
            tasks.start_soon(partial(wait_in, scope, lifetime, ended, end_in=10))
            await checkpoint()
            for _ in range(3):
                tasks.start_soon(close)
        await lifetime.close()
    assert ended == ["attempt", "close", "close", "close"]


@pytest.mark.anyio
async def test_an_attempt_that_has_ended_is_left_alone(anyio_backend: str) -> None:
    """Neither its deadline nor closing cancels who made it, and closing does not wait for it."""
    lifetime = Lifetime()
    scope = lifetime.start()
    with scope:
        scope.limit(0.02)
        await checkpoint()
    lifetime.finish(scope)
    await anyio.sleep(0.04)
    with anyio.fail_after(5):
        await lifetime.close()
    await checkpoint()


@pytest.mark.anyio
async def test_nothing_starts_once_it_is_closed(anyio_backend: str) -> None:
    """Also while attempts are still ending."""
    lifetime = Lifetime()
    ended: list[str] = []
    refused: list[str] = []

    async def start_late(scope: Scope) -> None:
        try:
            await wait_in(scope, lifetime, ended)
        finally:
            with pytest.raises(RuntimeError, match=CLOSED) as caught:
                lifetime.start()
            refused.append(str(caught.value))

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(start_late, lifetime.start())
        await checkpoint()
        await lifetime.close()
    with pytest.raises(RuntimeError, match=CLOSED):
        lifetime.start()
    assert len(refused) == 1


@pytest.mark.anyio
@pytest.mark.parametrize("other", BACKENDS)
async def test_a_lifetime_is_of_one_loop(anyio_backend: str, other: str) -> None:
    """That of its first attempt. Another loop can neither start anything in it nor close it, and changes nothing."""
    lifetime = Lifetime()
    lifetime.finish(lifetime.start())

    async def misuse() -> None:
        with pytest.raises(RuntimeError, match=OTHER_LOOP):
            lifetime.start()
        with pytest.raises(RuntimeError, match=OTHER_LOOP):
            await lifetime.close()

    await elsewhere(misuse, other)
    lifetime.finish(lifetime.start())
    await lifetime.close()
    with pytest.raises(RuntimeError, match=CLOSED):
        lifetime.check_open()


@pytest.mark.anyio
async def test_each_attempt_ends_at_its_own_deadline(anyio_backend: str) -> None:
    """Whatever the order in which they are set, and although others have ended in time or have none."""
    lifetime = Lifetime()
    ended: list[float] = []

    async def attempt(seconds: float, takes: float = 10) -> None:
        scope = lifetime.start()
        with scope:
            scope.limit(seconds)
            await anyio.sleep(takes)
        ended.append(seconds)
        lifetime.finish(scope)

    with anyio.fail_after(5):
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(partial(wait_in, lifetime.start(), lifetime, []))
            for seconds in (0.12, 0.04, 0.08, 0.16, 0.08):
                tasks.start_soon(attempt, seconds)
            tasks.start_soon(attempt, 0.01, 0)
            await anyio.sleep(0.1)
            assert ended == [0.01, 0.04, 0.08, 0.08]
            tasks.start_soon(attempt, 0.02)
            await anyio.sleep(0.1)
            assert sorted(ended) == [0.01, 0.02, 0.04, 0.08, 0.08, 0.12, 0.16]
            await lifetime.close()


@pytest.mark.asyncio
async def test_a_task_that_is_cancelled_at_its_deadline_too_is_cancelled() -> None:
    """The deadline does not take away what somebody else asked for, and leaves no mark on a task that goes on."""
    lifetime = Lifetime()
    left: list[int] = []

    async def attempt() -> None:
        scope = lifetime.start()
        try:
            with scope:
                scope.limit(0)
                await anyio.sleep_forever()
            task = asyncio.current_task()
            assert task is not None
            left.append(task.cancelling())
            await checkpoint()
        finally:
            lifetime.finish(scope)

    await attempt()
    assert left == [0]
    task = asyncio.create_task(attempt())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(task.cancel)
    with pytest.raises(asyncio.CancelledError):
        await task
    assert left == [0]
    await lifetime.close()


@pytest.mark.asyncio
async def test_a_closed_client_leaves_no_timer_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """All attempts have one timer between them, which ends with the client."""
    loop = asyncio.get_running_loop()
    timers: list[asyncio.TimerHandle] = []
    call_at = loop.call_at

    def note(*arguments: Any, **options: Any) -> asyncio.TimerHandle:
        timers.append(call_at(*arguments, **options))
        return timers[-1]

    monkeypatch.setattr(loop, "call_at", note)
    lifetime = Lifetime()
    for _ in range(10):
        scope = lifetime.start()
        with scope:
            scope.limit(30)
        lifetime.finish(scope)
    assert len(timers) == 1
    await lifetime.close()
    assert timers[0].cancelled()


async def elsewhere(function: Callable[[], Awaitable[None]], backend: str) -> None:
    """Run a function in an event loop of another thread, while this one goes on."""
    failures: list[BaseException] = []

    def run() -> None:
        try:
            anyio.run(function, backend=backend)
        except BaseException as error:  # noqa: BLE001 - it is raised again in the thread that waits
            failures.append(error)

    thread = Thread(target=run)
    thread.start()
    while thread.is_alive():
        await anyio.sleep(0.001)
    for failure in failures:
        raise failure


@pytest.mark.parametrize("first", BACKENDS)
@pytest.mark.parametrize("second", BACKENDS)
def test_loops_one_after_the_other_have_a_client_each(first: str, second: str) -> None:
    """Two event loops of one process, each with a client and connections of its own, do not disturb each other."""

    async def use() -> None:
        async with TMDB(TOKEN, base_url=server.url) as tmdb, anyio.create_task_group() as tasks:
            for _ in range(5):
                tasks.start_soon(tmdb.tv_series.credits, 1399)

    with Server(answer) as server:
        for backend in (first, second):
            anyio.run(use, backend=backend)
            assert server.all_closed()
        assert len(server.heads) == 10


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_client_may_be_made_before_its_loop(backend: str) -> None:
    """It belongs to the loop that it is first used in, and not to any that it is made in."""

    async def use() -> None:
        async with tmdb:
            assert await tmdb.tv_series.credits(1399) == MODEL

    async def make() -> TMDB:
        return TMDB(TOKEN, base_url=server.url)

    with Server(answer) as server:
        tmdb = TMDB(TOKEN, base_url=server.url)
        anyio.run(use, backend=backend)
        tmdb = asyncio.run(make())
        anyio.run(use, backend=backend)
        assert server.all_closed()


async def refuses_other_loops(tmdb: TMDB) -> None:
    """Whatever is done with a client in a loop that is not its own raises the same."""
    calls: list[Callable[[], Awaitable[Any]]] = [
        partial(tmdb.tv_series.credits, 1399),
        partial(tmdb.detailed.tv_series.credits, 1399),
        partial(tmdb.with_options(language="pt-BR").tv_series.credits, 1399),
        tmdb.aclose,
    ]
    for call in calls:
        with pytest.raises(RuntimeError, match=OTHER_LOOP):
            await call()
    with pytest.raises(RuntimeError, match=OTHER_LOOP):
        async with tmdb.bulk(tmdb.tv_series.credits, [1, 2, 3]) as outcomes:
            async for _ in outcomes:
                pass
    with pytest.raises(RuntimeError, match=OTHER_LOOP):
        async with tmdb:
            pass


@pytest.mark.parametrize("first", BACKENDS)
@pytest.mark.parametrize("second", BACKENDS)
def test_a_client_is_of_no_use_in_the_next_loop(first: str, second: str) -> None:
    """Its connections belong to a loop that has ended: every use says so and sends nothing."""
    asked: list[httpx.URL] = []
    clients: list[TMDB] = []

    def respond(request: httpx.Request) -> httpx.Response:
        asked.append(request.url)
        return httpx.Response(200, content=SERIES)

    async def use_and_keep() -> None:
        # No real connections: the loop ends, and would leave them open.
        http_client = httpx.AsyncClient(transport=httpx.MockTransport(respond))
        clients.append(TMDB(TOKEN, http_client=http_client))
        await clients[0].tv_series.credits(1399)

    async def misuse() -> None:
        await refuses_other_loops(clients[0])

    anyio.run(use_and_keep, backend=first)
    anyio.run(misuse, backend=second)
    assert len(asked) == 1
    assert clients[0].stats.attempts == 1


@pytest.mark.anyio
@pytest.mark.parametrize("other", BACKENDS)
async def test_a_client_goes_on_in_its_own_loop_after_a_wrong_use(anyio_backend: str, other: str) -> None:
    """Another thread's loop can send nothing with it and not close it; where it belongs it works, and is closed."""
    with Server(answer) as server:
        async with TMDB(TOKEN, base_url=server.url) as tmdb:
            await tmdb.tv_series.credits(1399)
            before = tmdb.stats
            await elsewhere(partial(refuses_other_loops, tmdb), other)
            assert len(server.heads) == 1
            assert server.open == 1
            assert tmdb.stats.attempts == before.attempts
            assert await tmdb.tv_series.credits(1399) == MODEL
            assert server.peak == 1  # the connection is still the same
        with pytest.raises(RuntimeError, match=CLOSED):
            await tmdb.tv_series.credits(1399)
        assert server.all_closed()
        assert len(server.heads) == 2
