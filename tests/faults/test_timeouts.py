from __future__ import annotations

import asyncio
import select
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import aiohttp
import anyio
import httpx
import httpx2
import pytest

from tests.faults.faults import SERIES, answer, drip, hang, refuses
from tests.faults.servers import Handler, Server, response
from tests.faults.transports import EACH_TRANSPORT
from tmdb_async import TMDB, APITimeoutError
from tmdb_async.calls import retry
from tmdb_async.models import TvSeriesCredits

pytestmark = pytest.mark.anyio

MODEL = TvSeriesCredits(id=1399, cast=(), crew=())
# A test that waits for as long hangs.
PATIENCE = 20


@contextmanager
def full_backlog() -> Iterator[str]:
    """The address of a host that takes no more connections and refuses none."""
    with ExitStack() as stack:
        listening = stack.enter_context(socket.socket())
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        for _ in range(64):
            filling = stack.enter_context(socket.socket())
            filling.setblocking(False)
            filling.connect_ex(listening.getsockname())
            if not select.select([], [filling], [], 0.1)[1]:
                yield "http://{}:{}".format(*listening.getsockname())
                return
        pytest.skip("this system always takes one connection more")


async def failure(url: str, **options: Any) -> APITimeoutError:
    """What one attempt that is too late raises."""
    async with TMDB("token", base_url=url, max_retries=0, **options) as tmdb:
        with pytest.raises(APITimeoutError) as caught, anyio.fail_after(PATIENCE):
            await tmdb.tv_series.credits(1399)
    assert type(caught.value) is APITimeoutError
    assert caught.value.attempts == 1
    return caught.value


# The four of an HTTP client.


@EACH_TRANSPORT
async def test_connecting_takes_no_longer_than_its_own_limit(
    anyio_backend: str, transport: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long an attempt may take, only a part of that is for the connection."""
    monkeypatch.setattr(f"tmdb_async.transports.over_{transport}.CONNECT_TIMEOUT", 0.2)
    with full_backlog() as url:
        error = await failure(url, timeout=3600, transport=transport)
    assert not error.sent
    assert isinstance(error.__cause__, (httpx.ConnectTimeout, aiohttp.ConnectionTimeoutError))


async def test_a_pool_that_has_no_connection_in_time_is_a_timeout(anyio_backend: str) -> None:
    """An injected client with fewer connections than calls: those that got none are too late, and send nothing. The
    call that has the only one keeps it for as long as they wait, however slow the machine is.
    """
    errors: list[APITimeoutError] = []

    async def call(tmdb: TMDB) -> None:
        with pytest.raises(APITimeoutError) as caught:
            await tmdb.tv_series.credits(1399)
        errors.append(caught.value)

    with Server(hang) as server:
        async with httpx.AsyncClient(limits=httpx.Limits(max_connections=1)) as client:
            tmdb = TMDB("token", base_url=server.url, http_client=client, max_retries=0, timeout=3600)
            with anyio.fail_after(PATIENCE):
                async with anyio.create_task_group() as tasks:
                    tasks.start_soon(tmdb.tv_series.credits, 1399)
                    while not server.heads:
                        await anyio.sleep(0.01)
                    async with anyio.create_task_group() as late:
                        for _ in range(2):
                            late.start_soon(call, tmdb.with_options(timeout=0.2))
                    tasks.cancel_scope.cancel()
        assert len(server.heads) == 1
        assert server.all_closed()
    assert len(errors) == 2


@pytest.mark.parametrize("library", [httpx, httpx2])
async def test_a_pool_without_connections_is_a_timeout(anyio_backend: str, library: Any) -> None:
    """Whatever pool an injected client brings, an attempt ends in time."""
    async with library.AsyncClient(limits=library.Limits(max_connections=0)) as client:
        await failure("http://127.0.0.1:9", http_client=client, timeout=0.1)


@pytest.mark.parametrize("library", [httpx, httpx2])
@pytest.mark.parametrize(
    ("kind", "sent"), [("ConnectTimeout", False), ("PoolTimeout", False), ("WriteTimeout", True), ("ReadTimeout", True)]
)
async def test_every_timeout_of_an_injected_client_is_ours(
    anyio_backend: str, library: Any, kind: str, sent: bool
) -> None:
    """A client may have limits of its own: where it stopped tells whether TMDB may have got the request."""

    def handler(request: object) -> None:
        raise getattr(library, kind)("too late")

    async with library.AsyncClient(transport=library.MockTransport(handler)) as client:
        error = await failure("http://127.0.0.1:9", http_client=client)
    assert error.sent is sent
    assert type(error.__cause__) is getattr(library, kind)


# An attempt as a whole.


def begins(*parts: bytes, forever: bytes = b"") -> Handler:
    """Begin an answer, and then send a few bytes again and again, or nothing."""

    async def handler(head: bytes, transport: asyncio.Transport) -> None:
        transport.write(b"".join(parts))
        while True:
            await asyncio.sleep(0.02)
            transport.write(forever)

    return handler


SLOW = {
    "nothing": begins(),
    "half a head": begins(response(SERIES)[:20]),
    "half a body": begins(response(SERIES)[:-5]),
    "a byte at a time": drip,
    "hint after hint": begins(forever=b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"),
    "header after header": begins(b"HTTP/1.1 200 OK\r\n", forever=b"X-Header: more\r\n"),
    "chunk after chunk": begins(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", forever=b"1\r\n \r\n"),
}


@EACH_TRANSPORT
async def test_a_server_holds_no_attempt_beyond_its_timeout(anyio_backend: str, transport: Any) -> None:
    """A server that hangs, before its answer or in it, and one that drips, so that no single read is ever late: the
    attempt ends in time, may have brought the request, and leaves no connection.
    """
    errors: dict[str, APITimeoutError] = {}

    async def by_number(head: bytes, transport: asyncio.Transport) -> None:
        await list(SLOW.values())[int(head.split(b"/")[3]) - 1](head, transport)

    async def call(number: int, name: str) -> None:
        with pytest.raises(APITimeoutError) as caught:
            await tmdb.tv_series.credits(number)
        errors[name] = caught.value

    with Server(by_number) as server, anyio.fail_after(PATIENCE):
        async with TMDB(
            "token", base_url=server.url, max_rate=None, max_retries=0, timeout=1, transport=transport
        ) as tmdb:
            async with anyio.create_task_group() as tasks:
                for number, name in enumerate(SLOW, 1):
                    tasks.start_soon(call, number, name)
            assert server.all_closed()
        assert len(server.heads) == server.peak == len(SLOW)
    assert {name: (str(error), error.sent) for name, error in errors.items()} == dict.fromkeys(
        SLOW, ("tv_series.credits: No whole answer within 1 s", True)
    )


@EACH_TRANSPORT
async def test_each_attempt_has_its_own_timeout(
    anyio_backend: str, transport: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the attempt before has used up is not taken from the next: a call may take longer than its timeout."""
    monkeypatch.setattr(retry, "_FIRST_WAIT", 0.001)

    async def hang_once(head: bytes, transport: asyncio.Transport) -> None:
        if len(server.heads) == 1:
            await hang(head, transport)
        await answer(head, transport)

    with Server(hang_once) as server, anyio.fail_after(PATIENCE):
        async with TMDB("token", base_url=server.url, max_retries=1, timeout=1, transport=transport) as tmdb:
            assert await tmdb.tv_series.credits(1399) == MODEL
            assert tmdb.stats.retries == {"APITimeoutError": 1}
        assert server.all_closed()


@EACH_TRANSPORT
async def test_a_timeout_is_changed_for_some_calls(anyio_backend: str, transport: Any) -> None:
    """`with_options` gives another timeout over the same connections, and leaves the client's as it is."""
    with Server(hang) as server, anyio.fail_after(PATIENCE):
        async with TMDB("token", base_url=server.url, max_retries=0, timeout=3600, transport=transport) as tmdb:
            with pytest.raises(APITimeoutError, match=r"within 0\.2 s"):
                await tmdb.with_options(timeout=0.2).tv_series.credits(1399)
            server.handler = answer
            assert await tmdb.tv_series.credits(1399) == MODEL


# What does not count.


@EACH_TRANSPORT
async def test_waiting_for_others_does_not_count(anyio_backend: str, transport: Any) -> None:
    """With one request in flight at a time the last of eight calls waits longer than its timeout, and succeeds."""

    async def slow(head: bytes, transport: asyncio.Transport) -> None:
        await asyncio.sleep(0.25)
        await answer(head, transport)

    with Server(slow) as server, anyio.fail_after(PATIENCE):
        async with TMDB(
            "token", base_url=server.url, max_concurrency=1, max_retries=0, timeout=1.5, transport=transport
        ) as tmdb:
            async with anyio.create_task_group() as tasks:
                for _ in range(8):
                    tasks.start_soon(tmdb.tv_series.credits, 1399)
            assert (tmdb.stats.attempts, server.peak) == (8, 1)
            # Each has waited for those before it: the last for seven times 0.25 s.
            assert tmdb.stats.gate_seconds > 0.9 * (0.25 * sum(range(8)))


async def test_waiting_for_the_pace_does_not_count(anyio_backend: str) -> None:
    """A call that the client itself holds back for longer than the timeout succeeds."""
    with Server(answer) as server, anyio.fail_after(PATIENCE):
        async with TMDB("token", base_url=server.url, max_rate=0.5, max_retries=0, timeout=1) as tmdb:
            for _ in range(2):
                assert await tmdb.tv_series.credits(1399) == MODEL
            assert tmdb.stats.gate_seconds > 1


@pytest.mark.parametrize("status", [429, 503])
async def test_waiting_for_the_next_attempt_does_not_count(anyio_backend: str, status: int) -> None:
    """Where an answer asks for more time than the timeout, the call waits for it and then succeeds."""

    async def refuse_once(head: bytes, transport: asyncio.Transport) -> None:
        first = refuses(status, None, "Retry-After: 1.2")
        await (first if len(server.heads) == 1 else answer)(head, transport)

    with Server(refuse_once) as server, anyio.fail_after(PATIENCE):
        async with TMDB("token", base_url=server.url, max_retries=1, timeout=1) as tmdb:
            began = anyio.current_time()
            assert await tmdb.tv_series.credits(1399) == MODEL
            assert anyio.current_time() - began > 1
            assert tmdb.stats.attempts == 2
