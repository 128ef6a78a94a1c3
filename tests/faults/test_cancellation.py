from __future__ import annotations

import asyncio
import gc
import gzip
import itertools
import ssl
import warnings
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import anyio
import pytest
import sniffio
import trustme
from anyio.lowlevel import checkpoint

from tests.faults.faults import answer, body_for, refuses, reset, sends
from tests.faults.points import WAYS, run
from tests.faults.servers import Handler, Server, response
from tmdb_async import TMDB, Bulk, ResponseError
from tmdb_async.calls import pace, retry
from tmdb_async.calls.gate import Gate
from tmdb_async.transports import transport
from tmdb_async.transports.over_aiohttp import AiohttpConnections

pytestmark = [pytest.mark.anyio, pytest.mark.unmeasured]

WIDTH = 20
LIMIT = 100_000
STOPPED, BESIDE, AFTERWARDS = 1399, 1396, 66732

# These wait for nothing of their own that asyncio's could find too late.
NOT_LATE = pytest.mark.parametrize("way", [way for way in WAYS if not way.endswith("late")])
ON_EACH = pytest.mark.parametrize("way", ["asyncio", "trio"])


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> str:
    """How a call is cancelled, after what it runs on."""
    name: str = request.param
    return name


@pytest.fixture
def anyio_backend(way: str) -> str:
    return way.split(maxsplit=1)[0]


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long calls wait, and how large a body may be, is tested elsewhere."""
    monkeypatch.setattr(retry, "_FIRST_WAIT", 0.001)
    monkeypatch.setattr(retry, "_SHORTEST_COOL_DOWN", 0.01)
    monkeypatch.setattr(pace, "_PROBE", 0.001)
    monkeypatch.setattr(pace, "_LEAST", 1e6)
    monkeypatch.setattr(transport, "BODY_LIMIT", LIMIT)


class Service:
    """Answers each attempt of the call that is stopped in its own way, and the calls afterwards all together.

    Those are answered once as many as may be are in flight at the same time, and on connections that end with it: so
    the next call begins with none.
    """

    def __init__(self, *answers: Handler) -> None:
        self.asked = 0
        self._answers = answers
        self._together: list[asyncio.Transport] = []

    async def __call__(self, head: bytes, transport: asyncio.Transport) -> None:
        if b"/%d/" % AFTERWARDS in head:
            self._together.append(transport)
            if len(self._together) == WIDTH:
                for each in self._together:
                    each.write(response(body_for(head), "Connection: close"))
                self._together.clear()
        elif b"/%d/" % BESIDE in head:
            await answer(head, transport)
        else:
            self.asked += 1
            await self._answers[min(self.asked, len(self._answers)) - 1](head, transport)


async def answer_gzip_in_parts(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n")
    body = gzip.compress(body_for(head))
    for part in (body[:15], body[15:30], body[30:]):
        transport.write(b"%x\r\n%b\r\n" % (len(part), part))
        await asyncio.sleep(0.03)  # so that they come one by one also where the machine is slow
    transport.write(b"0\r\n\r\n")


@asynccontextmanager
async def nothing_else(tmdb: TMDB) -> AsyncIterator[None]:
    yield


@asynccontextmanager
async def no_slot(tmdb: TMDB) -> AsyncIterator[None]:
    """All slots are taken. One comes free once the call waits for it, and another call behind it."""
    gate = tmdb._sender.gate
    over = False
    for _ in range(WIDTH):
        await gate.enter(gate.ticket())

    async def call_behind_it() -> None:
        while not (gate._waiting or over):
            await checkpoint()
        await tmdb.tv_series.credits(BESIDE)

    async def come_free() -> None:
        while not (len(gate._waiting) == 2 or over):
            await checkpoint()
        gate.leave()

    with anyio.fail_after(30):
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(call_behind_it)
            tasks.start_soon(come_free)
            yield
            over = True
    for _ in range(WIDTH - 1):
        gate.leave()


@asynccontextmanager
async def no_pace(tmdb: TMDB) -> AsyncIterator[None]:
    """As many requests have just left as may leave at once."""
    engine = tmdb._sender
    unpaced, engine.gate = engine.gate, Gate(max_concurrency=WIDTH, max_rate=50)
    for _ in range(12):
        await engine.gate.enter(engine.gate.ticket())
        engine.gate.leave()
    yield
    assert engine.gate._free == WIDTH
    engine.gate = unpaced


class Case(NamedTuple):
    """What a call meets."""

    least: int
    """How often it waits at the least, and can be cancelled there."""
    answers: tuple[Handler, ...] = (answer,)
    around: Callable[[TMDB], AbstractAsyncContextManager[None]] = nothing_else
    error: type[Exception] | None = None
    secure: bool = False


CASES = {
    "tried again": Case(12, (refuses(503, 46), answer)),
    "tried again on another connection": Case(16, (reset, answer)),
    "a cool-down": Case(12, (refuses(429, 25), answer)),
    "no slot": Case(8, around=no_slot),
    "no pace": Case(8, around=no_pace),
    "a body in parts": Case(10, (answer_gzip_in_parts,)),
    "a body that is too large": Case(9, (sends(bytes(3 * LIMIT)),), error=ResponseError),
    "TLS": Case(15, (refuses(503, 46), answer), secure=True),
}


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    return CASES[request.param]


@pytest.fixture
def service(case: Case) -> Service:
    return Service(*case.answers)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def server(
    case: Case, service: Service, authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Server]:
    tls = None
    if case.secure:
        authority.cert_pem.write_to_path(str(tmp_path / "trusted.pem"))
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "trusted.pem"))
        monkeypatch.setenv("NO_PROXY", "*")
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("127.0.0.1").configure_cert(tls)
    with Server(service, tls=tls) as server:
        yield server


def client(server: Server, transport: Any = "httpx") -> TMDB:
    return TMDB("planted-token", base_url=server.url, max_rate=None, transport=transport)


async def call(tmdb: TMDB, case: Case) -> None:
    with pytest.raises(case.error) if case.error else nullcontext():
        assert (await tmdb.tv_series.credits(STOPPED)).id == 1399


def tasks_alive() -> set[asyncio.Task[Any]]:
    """On trio no task outlives the block that started it."""
    return asyncio.all_tasks() if sniffio.current_async_library() == "asyncio" else set()


@contextmanager
def nothing_unclosed() -> Iterator[None]:
    """Nothing says, when it is collected, that it should have been closed."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield
        gc.collect()
    assert [str(each.message) for each in caught] == []


async def until(holds: Callable[[], bool], server: Server) -> None:
    """Wait until something holds, of a server that has seen all that was done to it."""

    async def turns() -> None:
        for _ in range(6):  # within as many of its loop a connection is accepted and counted
            await asyncio.sleep(0)

    with anyio.fail_after(30):
        while True:
            asyncio.run_coroutine_threadsafe(turns(), server._loop).result()
            if holds():
                return
            await anyio.sleep(0.001)


async def all_closed(server: Server) -> None:
    await until(lambda: server.open == 0, server)


async def only_idle(server: Server, tmdb: TMDB) -> None:
    """Every connection is one that the client keeps for its next request."""
    ours: Any = tmdb._sender._transport._connections

    def holds() -> bool:
        if isinstance(ours, AiohttpConnections):
            connector: Any = ours._session.connector if ours._session else None
            return connector is None or (server.open == sum(map(len, connector._conns.values())))
        connections = [connection for transport in ours._idle for connection in transport._pool.connections]
        return server.open == len(connections) and all(connection.is_idle() for connection in connections)

    await until(holds, server)


async def nothing_is_left(server: Server, tmdb: TMDB) -> None:
    """No slot is taken and no connection busy, and as many calls at once as may be find room."""
    assert tmdb._sender.gate._free == WIDTH
    await only_idle(server, tmdb)
    with anyio.fail_after(30):
        async with anyio.create_task_group() as tasks:
            for _ in range(WIDTH):
                tasks.start_soon(tmdb.tv_series.credits, AFTERWARDS)
    await only_idle(server, tmdb)


async def cancel_at_each(
    start: Callable[[], Awaitable[object]],
    way: str,
    after: Callable[[], Awaitable[None]],
    around: Callable[[], AbstractAsyncContextManager[object]] = nullcontext,
) -> int:
    """Cancel something the first time that it waits, the second time and so on, until it ends before that.

    Returns:
        How often it was cancelled.
    """
    before = tasks_alive()
    cancelled = 0
    for at in itertools.count(1):
        async with around():
            points = await run(start, at, way)
        if points.stopped and points.ended:
            # Whoever waits no more does not notice the end of a scope; asyncio's own cancelling is always noticed.
            assert way.endswith("scope")
        else:
            assert points.stopped or points.ended
        cancelled += not points.ended
        assert tasks_alive() == before
        await after()
        if not points.stopped:
            break
    return cancelled


@pytest.mark.parametrize(
    ("way", "transport"),
    [(way, "httpx") for way in WAYS] + [(way, "aiohttp") for way in WAYS if way.startswith("asyncio")],
    indirect=["way"],
)
async def test_a_cancelled_call_leaves_nothing_behind(
    way: str, transport: str, case: Case, service: Service, server: Server
) -> None:
    """Cancelling a call at any time at which it waits leaves no task, no slot taken and no connection open that does
    not wait for another request: twenty calls at once are then answered, on twenty connections.
    """

    async def start() -> None:
        service.asked = 0
        await call(tmdb, case)

    with nothing_unclosed():
        async with client(server, transport) as tmdb:
            cancelled = await cancel_at_each(
                start, way, partial(nothing_is_left, server, tmdb), partial(case.around, tmdb)
            )
        await all_closed(server)
    assert server.peak == WIDTH
    assert cancelled >= (case.least if transport == "httpx" else case.least / 4)


@NOT_LATE
@pytest.mark.parametrize("case", ["tried again", "TLS"], indirect=True)
async def test_a_cancelled_block_closes_its_client(way: str, case: Case, service: Service, server: Server) -> None:
    """Cancelling a block with a client and its calls, also while the client is being closed, leaves no task and no
    connection open.
    """

    async def start() -> None:
        service.asked = 0
        async with client(server) as tmdb, anyio.create_task_group() as tasks:
            tasks.start_soon(call, tmdb, case)
            tasks.start_soon(tmdb.tv_series.credits, BESIDE)

    with nothing_unclosed():
        cancelled = await cancel_at_each(start, way, partial(all_closed, server))
    assert cancelled >= case.least + 10


@ON_EACH
@pytest.mark.parametrize("case", ["tried again", "a body that is too large", "TLS"], indirect=True)
async def test_closing_a_client_ends_its_call_at_any_time(
    way: str, case: Case, service: Service, server: Server
) -> None:
    """Closing a client at any time at which a call waits ends the call with the error of one that comes too late, and
    leaves no task and no connection open.
    """
    ended: list[str] = []
    with nothing_unclosed():
        before = tasks_alive()
        for at in itertools.count(1):
            service.asked = 0
            tmdb = client(server)
            closing = anyio.Event()

            async def start(tmdb: TMDB = tmdb) -> None:
                try:
                    await call(tmdb, case)
                except RuntimeError as error:
                    ended.append(str(error))

            async def close(tmdb: TMDB = tmdb, closing: anyio.Event = closing) -> None:
                await closing.wait()
                await tmdb.aclose()

            async with anyio.create_task_group() as tasks:
                tasks.start_soon(close)
                points = await run(start, at, way, closing.set)
                closing.set()
            assert points.ended
            assert tasks_alive() == before
            await all_closed(server)
            if not points.stopped:
                break
    assert all("the client is closed" in message for message in ended)
    assert len(ended) >= case.least - 2  # the last times are over before the client is closed


class Source:
    """An asynchronous generator of four arguments, that waits before each and at its end."""

    def __init__(self) -> None:
        self.open = False

    async def read(self) -> AsyncGenerator[int, None]:
        self.open = True
        try:
            for _ in range(4):
                await checkpoint()
                yield STOPPED
        finally:
            with anyio.CancelScope(shield=True):
                await checkpoint()
            self.open = False


@NOT_LATE
@pytest.mark.parametrize("case", ["tried again"], indirect=True)
async def test_a_cancelled_bulk_run_leaves_nothing_behind(
    way: str, case: Case, service: Service, server: Server
) -> None:
    """Cancelling a bulk run at any time at which the block, the source or a call waits leaves no more than cancelling
    a call, and the source closed.
    """
    source = Source()

    async def start() -> None:
        service.asked = 0
        async with Bulk(tmdb.tv_series.credits, source.read(), 3) as outcomes:
            assert sorted([outcome.index async for outcome in outcomes if outcome.error is None]) == list(range(4))

    async def after() -> None:
        assert not source.open
        await nothing_is_left(server, tmdb)

    with nothing_unclosed():
        async with client(server) as tmdb:
            cancelled = await cancel_at_each(start, way, after)
        await all_closed(server)
    assert server.peak == WIDTH
    assert cancelled >= 50


@ON_EACH
@pytest.mark.parametrize("case", ["tried again"], indirect=True)
async def test_leaving_a_bulk_run_after_any_outcome_leaves_nothing_behind(
    way: str, case: Case, service: Service, server: Server
) -> None:
    """Leaving a bulk run early, after none of its outcomes or after any, leaves what cancelling it leaves."""
    source = Source()
    before = tasks_alive()
    with nothing_unclosed():
        async with client(server) as tmdb:
            for taken in range(5):
                service.asked = 0
                async with Bulk(tmdb.tv_series.credits, source.read(), 3) as outcomes:
                    for _ in range(taken):
                        assert (await anext(outcomes)).error is None
                assert not source.open
                assert tasks_alive() == before
                await nothing_is_left(server, tmdb)
        await all_closed(server)
    assert server.peak == WIDTH
