"""What happens on connections between two requests: answers that nobody asked for, and silence."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import struct
import time
from collections import Counter
from pathlib import Path
from typing import Any

import anyio
import httpcore
import httpx
import httpx2
import pytest
import trustme
from aiohttp import client_proto
from aiohttp.http_parser import HttpResponseParserPy
from httpcore._async.http11 import AsyncHTTP11Connection

from tests.faults.faults import answer, hang
from tests.faults.servers import Handler, Server, response
from tests.faults.transports import EACH_TRANSPORT
from tmdb_async import TMDB, NotFoundError, ResponseError, TMDBError
from tmdb_async._generated.types import Secret
from tmdb_async.calls import retry
from tmdb_async.credentials import Credential
from tmdb_async.transports import surplus
from tmdb_async.transports.connector import Connector
from tmdb_async.transports.kept import is_readable
from tmdb_async.transports.over_aiohttp import AiohttpConnections
from tmdb_async.transports.over_httpx import HTTPXConnections, InjectedClient
from tmdb_async.transports.transport import Host, Target, Transport, host_for

pytestmark = pytest.mark.anyio

TOKEN = "planted-token"
# A test that waits for as long hangs.
PATIENCE = 20


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retry, "_FIRST_WAIT", 0.001)


def body_of(number: int) -> bytes:
    return json.dumps({"id": number, "cast": [], "crew": []}).encode()


def in_chunks(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)


NO_CONTENT = b"HTTP/1.1 204 No Content\r\n\r\n"
REFUSAL = response(b'{"status_code": 34, "status_message": "Nothing."}', status="404 Not Found")
OTHER = response(body_of(666))

# What the server answers to the first request, and what the call makes of it.
FIRST: dict[str, tuple[bytes, type[TMDBError] | None]] = {
    "a 200": (response(body_of(1399)), None),
    "chunks": (in_chunks(body_of(1399)), None),
    "a 404": (REFUSAL, NotFoundError),
    "a 204": (NO_CONTENT, ResponseError),
}
# What it sends behind that.
SURPLUS = {
    "another answer": OTHER,
    "an unasked 408": response(b"", "Connection: close", status="408 Request Timeout"),
    "an unasked 204": NO_CONTENT,
    "a few bytes": OTHER[:7],
    "the head's beginning": OTHER[:30],
    "a part that is wrong": b"HTTP/1.1 200 OK\r\nX-Header: \0",
    "a part of the body": OTHER[:-5],
    "a hint": b"HTTP/1.1 103 Early Hints\r\n\r\n",
}
# Each answer with another behind it, and one with whatever else there may be.
PAIRS = [(first, "another answer") for first in FIRST] + [("a 200", more) for more in SURPLUS][1:]


class Service:
    """Sends something behind its first answer. To each other request it answers what is asked for.

    Attributes:
        requests: How many requests came on each connection.
        sent: Whether all was sent that could be.
    """

    sent = False

    def __init__(self, first: bytes, *surplus: bytes, pause: float = 0) -> None:
        self.requests: Counter[asyncio.Transport] = Counter()
        self._first = first
        self._surplus = surplus
        self._pause = pause

    async def __call__(self, head: bytes, transport: asyncio.Transport) -> None:
        self.requests[transport] += 1
        if self.requests.total() > 1:
            transport.write(response(body_of(int(head.split(b"/")[3]))))
            return
        transport.write(self._first)
        try:
            for part in self._surplus:
                if self._pause:
                    await asyncio.sleep(self._pause)
                transport.write(part)
        finally:  # also where the connection is closed before
            self.sent = True


async def call(tmdb: TMDB, number: int, error: type[TMDBError] | None = None) -> None:
    if error is None:
        assert (await tmdb.tv_series.credits(number)).id == number
    else:
        with pytest.raises(error):
            await tmdb.tv_series.credits(number)


async def call_three_times(
    service: Service, *, error: type[TMDBError] | None = None, wait: float = 0, tls: Any = None, **options: Any
) -> None:
    """Each call gets its own answer at its first attempt, and the first connection is not used a second time."""
    with Server(service, tls=tls) as server, anyio.fail_after(PATIENCE):
        async with TMDB(TOKEN, base_url=server.url, max_rate=None, **options) as tmdb:
            await call(tmdb, 1399, error)
            while not service.sent:
                await anyio.sleep(0.001)
            await anyio.sleep(wait)
            await call(tmdb, 1396)
            await call(tmdb, 1400)
            assert tmdb.stats.attempts == 3
        assert list(service.requests.values()) == [1, 2]


@EACH_TRANSPORT
@pytest.mark.parametrize(("first", "more"), PAIRS)
@pytest.mark.parametrize("wait", [0, 0.01])
async def test_what_comes_with_an_answer_is_not_the_next_one(
    anyio_backend: str, transport: Any, first: str, more: str, wait: float
) -> None:
    """In the same segment, a whole answer or a part of one: the connection is not used again."""
    data, error = FIRST[first]
    await call_three_times(Service(data + SURPLUS[more]), error=error, wait=wait, transport=transport)


@EACH_TRANSPORT
@pytest.mark.parametrize(("first", "more"), [*PAIRS, ("a 200", "noise")])
async def test_what_comes_later_is_not_the_next_answer(
    anyio_backend: str, transport: Any, first: str, more: str
) -> None:
    """While the connection is idle, a whole answer or a part of one: it is not used again."""
    data, error = FIRST[first]
    service = Service(data, SURPLUS.get(more, b"noise"), pause=0.02)
    await call_three_times(service, error=error, wait=0.005, transport=transport)


@EACH_TRANSPORT
async def test_what_comes_in_two_parts_is_not_the_next_answer(anyio_backend: str, transport: Any) -> None:
    """One part comes with the answer, and the rest while the connection is idle."""
    service = Service(response(body_of(1399)) + OTHER[:30], OTHER[30:], pause=0.02)
    await call_three_times(service, wait=0.005, transport=transport)


@EACH_TRANSPORT
async def test_what_was_received_and_not_read_is_not_the_next_answer(anyio_backend: str, transport: Any) -> None:
    """The answer is as long as what the library reads at once: what came with it waits between it and the socket."""
    padding = 2**16 - len(response(b" " * 2**16)) + 2**16 - len(body_of(1399))
    first = response(body_of(1399) + b" " * padding)
    assert len(first) == 2**16
    await call_three_times(Service(first + OTHER), transport=transport)


@EACH_TRANSPORT
@pytest.mark.parametrize("pause", [0, 0.02])
async def test_over_tls_nothing_else_is_the_next_answer(
    anyio_backend: str, transport: Any, pause: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes in a record of its own may be received, and not decrypted yet."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "trusted.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "trusted.pem"))
    monkeypatch.setenv("NO_PROXY", "*")
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(tls)
    service = Service(response(body_of(1399)), OTHER, pause=pause)
    await call_three_times(service, wait=0.005, tls=tls, transport=transport)


@pytest.mark.asyncio
@pytest.mark.parametrize("more", SURPLUS)
async def test_aiohttp_without_its_extensions_is_looked_at_alike(more: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its parser in Python keeps the part of a message elsewhere."""
    monkeypatch.setattr(client_proto, "HttpResponseParser", HttpResponseParserPy)
    await call_three_times(Service(response(body_of(1399)) + SURPLUS[more]), transport="aiohttp")


@EACH_TRANSPORT
async def test_what_comes_while_the_loop_is_busy_is_not_the_next_answer(anyio_backend: str, transport: Any) -> None:
    """The event loop has not noticed it yet when the next request is about to be sent."""
    service = Service(response(body_of(1399)), OTHER, pause=0.02)
    with Server(service) as server, anyio.fail_after(PATIENCE):
        async with TMDB(TOKEN, base_url=server.url, max_rate=None, transport=transport) as tmdb:
            await call(tmdb, 1399)
            while not service.sent:
                time.sleep(0.001)  # noqa: ASYNC251 - the loop is to be busy
            time.sleep(0.005)  # noqa: ASYNC251
            await call(tmdb, 1396)
        assert list(service.requests.values()) == [1, 1]


async def test_what_comes_after_the_library_has_looked_is_not_the_next_answer(
    anyio_backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library looks when it chooses a connection; until the request is written others have their turn."""
    send = AsyncHTTP11Connection.handle_async_request
    service = Service(response(body_of(1399)), OTHER, pause=0.05)

    async def wait_and_send(connection: Any, request: Any) -> Any:
        while service.requests and not service.sent:
            await anyio.sleep(0.001)
        await anyio.sleep(0.005)
        return await send(connection, request)

    monkeypatch.setattr(AsyncHTTP11Connection, "handle_async_request", wait_and_send)
    with Server(service) as server, anyio.fail_after(PATIENCE):
        async with TMDB(TOKEN, base_url=server.url, max_rate=None) as tmdb:
            await call(tmdb, 1399)
            await call(tmdb, 1396)
            assert tmdb.stats.attempts == 2
        assert list(service.requests.values()) == [1, 1]


@pytest.mark.parametrize("library", [httpx, httpx2])
@pytest.mark.parametrize("pause", [0, 0.02])
@pytest.mark.parametrize("first", FIRST)
async def test_an_injected_client_keeps_no_connection_with_more_than_its_answer(
    anyio_backend: str, library: Any, pause: float, first: str
) -> None:
    """Also of a fork of httpx; and what comes later its library sees."""
    data, error = FIRST[first]
    parts = (data, OTHER) if pause else (data + OTHER,)
    async with library.AsyncClient() as client:
        service = Service(*parts, pause=pause)
        await call_three_times(service, error=error, wait=pause / 4, http_client=client)


async def test_an_injected_client_over_a_network_that_is_not_known_keeps_no_connection(anyio_backend: str) -> None:
    """Nobody can tell what such a stream holds."""
    made = 0

    class Stream(httpcore.AsyncMockStream):
        def get_extra_info(self, info: str) -> Any:
            return False if info == "is_readable" else super().get_extra_info(info)

    class Network(httpcore.AsyncMockBackend):
        async def connect_tcp(self, *args: Any, **options: Any) -> httpcore.AsyncNetworkStream:
            nonlocal made
            made += 1
            return Stream([response(body_of(1399))] * 2)

    transport = httpx.AsyncHTTPTransport()
    transport._pool = httpcore.AsyncConnectionPool(network_backend=Network([]))
    async with httpx.AsyncClient(transport=transport) as client:
        tmdb = TMDB(TOKEN, base_url="http://127.0.0.1:9", http_client=client)
        for _ in range(2):
            await call(tmdb, 1399)
    assert made == 2


async def test_a_connection_that_cannot_be_looked_into_is_not_kept(
    anyio_backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Should the library be built in another way one day, that costs connections, and no wrong answer."""
    monkeypatch.setattr(surplus, "_LAYERS", ())
    service = Service(response(body_of(1399)))
    with Server(service) as server, anyio.fail_after(PATIENCE):
        async with TMDB(TOKEN, base_url=server.url, max_rate=None) as tmdb:
            await call(tmdb, 1399)
            await call(tmdb, 1396)
        assert list(service.requests.values()) == [1, 1]


# Connections that died in silence.


class Dying:
    """Answers the first requests together, so that each has a connection of its own, and the others at once.

    Attributes:
        requests: How many requests came on each connection.
        dead: The connections that have died.
    """

    def __init__(self, end: Handler, many: int = 20) -> None:
        self.requests: Counter[asyncio.Transport] = Counter()
        self.dead: set[asyncio.Transport] = set()
        self._end = end
        self._missing = many
        self._together = asyncio.Event()

    async def __call__(self, head: bytes, transport: asyncio.Transport) -> None:
        self.requests[transport] += 1
        if transport in self.dead:
            await self._end(head, transport)
            return
        self._missing -= 1
        if self._missing == 0:
            self._together.set()
        await self._together.wait()
        await answer(head, transport)

    def die(self) -> None:
        self.dead = set(self.requests)


async def reset_at_once(head: bytes, transport: asyncio.Transport) -> None:
    """As a host does that knows nothing of the connection."""
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


DEATHS = pytest.mark.parametrize("end", [reset_at_once, hang])


async def call_all(tmdb: TMDB, many: int = 20) -> None:
    async with anyio.create_task_group() as tasks:
        for _ in range(many):
            tasks.start_soon(call, tmdb, 1399)


@EACH_TRANSPORT
@DEATHS
async def test_one_dead_connection_is_enough(anyio_backend: str, transport: Any, end: Handler) -> None:
    """Where all that were kept have died, the call that finds one of them dead goes out on a new one."""
    service = Dying(end)
    with Server(service) as server, anyio.fail_after(PATIENCE):
        async with TMDB(TOKEN, base_url=server.url, max_rate=None, max_retries=1, transport=transport) as tmdb:
            await call_all(tmdb)
            service.die()
            await call(tmdb.with_options(timeout=2), 1399)
            assert tmdb.stats.attempts == 20 + 2
            assert sum(tmdb.stats.retries.values()) == 1
            assert len(service.requests) == 21
            while server.open > 1:
                await anyio.sleep(0.01)


@EACH_TRANSPORT
@DEATHS
async def test_no_call_finds_two_dead_connections(anyio_backend: str, transport: Any, end: Handler) -> None:
    """Twenty calls at once after twenty connections have died: each fails once at the most."""
    service = Dying(end)
    with Server(service) as server, anyio.fail_after(PATIENCE):
        async with TMDB(TOKEN, base_url=server.url, max_rate=None, max_retries=1, transport=transport) as tmdb:
            await call_all(tmdb)
            service.die()
            await call_all(tmdb.with_options(timeout=2))
            assert tmdb.stats.attempts == 20 + 20 + sum(tmdb.stats.retries.values())
            assert all(service.requests[transport] <= 2 for transport in service.dead)
        assert server.all_closed()


@EACH_TRANSPORT
async def test_a_call_that_is_given_up_soon_says_nothing_of_its_connection(anyio_backend: str, transport: Any) -> None:
    """Whoever cancels a call that has just begun finds the other connections kept."""
    service = Dying(hang, many=2)
    with Server(service) as server, anyio.fail_after(PATIENCE):
        async with TMDB(TOKEN, base_url=server.url, max_rate=None, timeout=3600, transport=transport) as tmdb:
            await call_all(tmdb, 2)
            service.die()
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(call, tmdb, 1399)
                while len(server.heads) < 3:
                    await anyio.sleep(0.001)
                tasks.cancel_scope.cancel()
            service.dead.clear()
            await call(tmdb, 1399)
        assert list(service.requests.values()) == [2, 2]


# Connections that are not trusted.


def sender(host: Host, transport: str, credential: Credential) -> Transport:
    if transport == "httpx":
        return Transport(credential, host, HTTPXConnections(host))
    return Transport(credential, host, AiohttpConnections(host))


@EACH_TRANSPORT
async def test_a_request_goes_out_on_a_new_connection_where_that_is_asked_for(
    anyio_backend: str, transport: Any
) -> None:
    """And those that were kept are dropped: what one of them did, all may do."""
    service = Dying(hang, many=3)
    with Server(service) as server, anyio.fail_after(PATIENCE):
        credential = Credential.find(None, Secret("0" * 32), {})
        sends = sender(host_for(server.url, credential), transport, credential)
        target = Target("/3/tv/1399/credits", {})
        async with anyio.create_task_group() as tasks:
            for _ in range(3):
                tasks.start_soon(sends.request, "GET", target, 5.0)
        assert (await sends.request("GET", target, 5.0, anew=True)).status == 200
        assert (await sends.request("GET", target, 5.0)).status == 200
        assert list(service.requests.values()) == [1, 1, 1, 2]
        while server.open > 1:
            await anyio.sleep(0.01)
        await sends.aclose()


async def test_a_connection_that_comes_back_meanwhile_is_not_a_new_one(
    anyio_backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While those that were kept are closed, another request may end, and its connection is kept."""
    service = Dying(hang, many=2)
    with Server(service) as server, anyio.fail_after(PATIENCE):
        credential = Credential.find(None, Secret("0" * 32), {})
        ours = HTTPXConnections(host_for(server.url, credential))
        async with anyio.create_task_group() as tasks:
            for _ in range(2):
                tasks.start_soon(ours.send, "GET", Secret("/3/tv/1399/credits"), 5.0)
        in_use = ours._idle.pop()
        close = httpx.AsyncHTTPTransport.aclose

        async def give_back_and_close(transport: httpx.AsyncHTTPTransport) -> None:
            if transport is not in_use:
                in_use.answered = time.monotonic()
                ours._idle.append(in_use)
            await close(transport)

        with monkeypatch.context() as patched:
            patched.setattr(httpx.AsyncHTTPTransport, "aclose", give_back_and_close)
            await ours.send("GET", Secret("/3/tv/1399/credits"), 5.0, anew=True)
        assert list(service.requests.values()) == [1, 1, 1]
        await ours.aclose()


@pytest.mark.asyncio
async def test_how_many_connections_there_may_be_is_for_the_gate_to_say() -> None:
    """A limit of aiohttp's own would make calls wait a second time."""
    async with Connector(True) as connector:
        assert connector.limit == 0


async def test_an_injected_client_chooses_its_connections_itself(anyio_backend: str) -> None:
    """Nothing that it has tells it to take a new one."""
    with Server(answer) as server:
        async with httpx.AsyncClient() as client:
            credential = Credential.find(None, Secret("0" * 32), {})
            host = host_for(server.url, credential)
            sends = Transport(credential, host, InjectedClient(host, client))
            for _ in range(2):
                answered = await sends.request("GET", Target("/3/tv/1399/credits", {}), 5.0, anew=True)
                assert answered.status == 200
        assert server.peak == 1


def test_a_closed_socket_is_readable() -> None:
    """Whatever is read from it next is its end."""
    ours, theirs = socket.socketpair()
    with theirs:
        with ours:
            assert not is_readable(ours)
            theirs.send(b"x")
            assert is_readable(ours)
        assert is_readable(ours)
