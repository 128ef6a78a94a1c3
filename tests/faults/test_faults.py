from __future__ import annotations

import asyncio
import gzip
import json
import tracemalloc
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from itertools import chain, repeat
from typing import Any

import anyio
import httpx
import httpx2
import pytest
from pytest_httpx import HTTPXMock, IteratorStream

from tests.faults.faults import FAULTS, SERIES, answer, answer_gzip_in_silence, bomb, sends
from tests.faults.servers import Server
from tmdb_async import (
    TMDB,
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    ResponseError,
    TMDBError,
)
from tmdb_async.calls import retry
from tmdb_async.models import TvSeriesCredits
from tmdb_async.transports import transport
from tmdb_async.transports.transport import BODY_LIMIT

pytestmark = [pytest.mark.anyio, pytest.mark.unmeasured]

MODEL = TvSeriesCredits(id=1399, cast=(), crew=())
# How much of a body that is too large an error keeps.
BEGINNING = 2**16
GZIP = gzip.compress(SERIES)

CASES = [
    *((backend, "own", name) for backend in ("asyncio", "trio") for name in FAULTS),
    *(("asyncio", library, name) for library in ("httpx2", "aiohttp") for name in FAULTS),
]


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long retries wait is tested elsewhere."""
    monkeypatch.setattr(retry, "_FIRST_WAIT", 0.001)
    monkeypatch.setattr(retry, "_SHORTEST_COOL_DOWN", 0.001)
    monkeypatch.setattr(retry, "_MOST_REFUSALS", 2)


@asynccontextmanager
async def client_for(url: str, library: str = "own", **options: Any) -> AsyncIterator[TMDB]:
    """A client of ours, over httpx as by default, over aiohttp, or with another HTTP client."""
    async with AsyncExitStack() as stack:
        client: Any = None
        if library in ("httpx", "httpx2"):
            client = await stack.enter_async_context({"httpx": httpx, "httpx2": httpx2}[library].AsyncClient())
        options = {"max_retries": 0, "transport": "aiohttp" if library == "aiohttp" else "httpx", **options}
        tmdb = TMDB("token", base_url=url, http_client=client, max_rate=None, **options)
        yield await stack.enter_async_context(tmdb)


async def failure(tmdb: TMDB) -> ResponseError:
    with pytest.raises(ResponseError) as caught:
        await tmdb.tv_series.credits(1399)
    return caught.value


@pytest.mark.parametrize(("anyio_backend", "library", "name"), CASES)
async def test_every_fault_is_a_model_or_a_typed_error(anyio_backend: str, library: str, name: str) -> None:
    """Whatever a server does, each time it is asked: a model or the error that names it, after the attempts that it is
    worth, and no connection is left behind. It does not matter which HTTP client sends the request.
    """
    fault = FAULTS[name]
    timeout = 0.6 if fault.error is APITimeoutError else 30
    attempts = 2 if fault.retried else 1
    with Server(fault.handler) as server:
        async with client_for(server.url, library, max_retries=1, timeout=timeout) as tmdb:
            if fault.error is None:
                assert await tmdb.tv_series.credits(1399) == MODEL
            else:
                with pytest.raises(TMDBError) as caught:
                    await tmdb.tv_series.credits(1399)
                assert type(caught.value) is fault.error
                assert caught.value.attempts == attempts
                if isinstance(caught.value, APIConnectionError):
                    assert caught.value.sent
        assert len(server.heads) == attempts
        assert server.all_closed()


# Too large.


@contextmanager
def bounded_memory(most: int) -> Iterator[None]:
    """Check how much memory the block takes at its most, with the server's part."""
    tracemalloc.start(1)
    try:
        before, _ = tracemalloc.get_traced_memory()
        yield
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak - before < most


@pytest.mark.parametrize("layers", [1, 2])
@pytest.mark.parametrize("status", ["200 OK", "502 Bad Gateway"])
async def test_a_bomb_is_stopped_at_the_cap(anyio_backend: str, layers: int, status: str) -> None:
    """A few kilobytes that decompress to eight times what a body may have, also inside of each other, in a success or
    in a failure: memory stays near the cap, and the error keeps the beginning.
    """
    body = bomb(layers)
    async with AsyncExitStack() as stack:
        server = stack.enter_context(Server(sends(body, "Content-Encoding: gzip", status=status)))
        tmdb = await stack.enter_async_context(client_for(server.url, timeout=60))
        with bounded_memory(4 * BODY_LIMIT), pytest.raises(TMDBError) as caught:
            await tmdb.tv_series.credits(1399)
        # The answer was read to its end, so its connection is as good as new.
        server.handler = answer
        assert await tmdb.tv_series.credits(1399) == MODEL
        assert server.peak == 1
    error = caught.value
    assert isinstance(error, ResponseError | APIStatusError)
    assert error.body == bytes(BEGINNING)
    if isinstance(error, ResponseError):
        assert str(error) == "tv_series.credits: The body is larger than 32 MiB"
        assert (error.path, error.cut_short) == ("$", False)
    else:
        assert (error.status, error.message) == (502, "Bad Gateway")


class Endless:
    """A server's answer that never ends, sent as fast as it is taken."""

    def __init__(self, *parts: bytes) -> None:
        self.parts = parts
        self.sent = 0

    async def __call__(self, head: bytes, transport: asyncio.Transport) -> None:
        for part in chain(self.parts, repeat(self.parts[-1])):
            transport.write(part)
            self.sent += len(part)
            await asyncio.sleep(0)
            while transport.get_write_buffer_size() > BEGINNING:
                await asyncio.sleep(0.001)


LIMIT = 8 * 2**20
# What may be on its way, in the buffers of either side, when the client leaves.
ON_ITS_WAY = 16 * 2**20
PART = b" " * 2**20
CHUNK = b"%x\r\n%b\r\n" % (len(PART), PART)
IN_CHUNKS = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
ENDLESS: dict[str, tuple[bytes, ...]] = {
    "chunks": (IN_CHUNKS, CHUNK),
    "tiny chunks at the end": (IN_CHUNKS, *[CHUNK] * (LIMIT // len(PART)), b"1\r\n \r\n" * 1000),
    "no length": (b"HTTP/1.1 200 OK\r\n\r\n", PART),
    "a failure": (IN_CHUNKS.replace(b"200 OK", b"404 Not Found"), CHUNK),
}


@pytest.mark.measured
@pytest.mark.parametrize(
    ("anyio_backend", "library", "kind"),
    [
        *((backend, "own", kind) for backend in ("asyncio", "trio") for kind in ENDLESS),
        *(("asyncio", "aiohttp", kind) for kind in ENDLESS),
        ("asyncio", "httpx2", "chunks"),
    ],
)
async def test_a_body_without_an_end_is_left_at_the_cap(
    anyio_backend: str, library: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a length nor an end says when a body is too large: it is left where it is, with its connection, as soon
    as it is; what was read is not kept, and the client goes on.
    """
    monkeypatch.setattr(transport, "BODY_LIMIT", LIMIT)
    endless = Endless(*ENDLESS[kind])
    async with AsyncExitStack() as stack:
        server = stack.enter_context(Server(endless))
        tmdb = await stack.enter_async_context(client_for(server.url, library, timeout=60))
        with bounded_memory(4 * LIMIT), pytest.raises(TMDBError) as caught:
            await tmdb.tv_series.credits(1399)
        with anyio.fail_after(10):
            while server.open:
                await anyio.sleep(0.01)
        server.handler = answer
        assert await tmdb.tv_series.credits(1399) == MODEL
    assert type(caught.value).__name__ == ("NotFoundError" if kind == "a failure" else "ResponseError")
    assert isinstance(caught.value, ResponseError | APIStatusError)
    assert caught.value.body == b" " * BEGINNING
    assert LIMIT < endless.sent < LIMIT + ON_ITS_WAY


@pytest.mark.measured
@pytest.mark.parametrize("anyio_backend", ["asyncio"])  # trio warns of any iterator of httpx's that is left
async def test_a_stream_that_waits_for_nothing_is_left_at_the_cap(anyio_backend: str) -> None:
    """A stand-in for a server may have all of its parts ready: no more of them are taken than from a server."""
    taken = 0

    class Parts(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            nonlocal taken
            while taken < 4 * BODY_LIMIT:
                taken += 2**20
                yield b" " * 2**20

    mock = httpx.MockTransport(lambda request: httpx.Response(200, stream=Parts()))
    async with httpx.AsyncClient(transport=mock) as client:
        tmdb = TMDB("token", base_url="http://localhost", http_client=client, max_retries=0)
        assert (await failure(tmdb)).body == b" " * BEGINNING
    assert taken < 1.5 * BODY_LIMIT


# What an error keeps.

PAGE = b"<html><h1>\xe9</h1></html>"
SHAPE = b'{"id":1399,"cast":[{"id":"x"}],"crew":[]}'


@pytest.mark.parametrize(
    ("sent", "kept", "path", "cut_short"),
    [
        (b"", b"", "$", True),
        (SERIES[:-5], SERIES[:-5], "$", True),
        (gzip.compress(SERIES[:-5]), SERIES[:-5], "$", True),
        (GZIP[:-5], SERIES, "$", True),
        (gzip.compress(GZIP[:-5]), SERIES, "$", True),
        (GZIP[:15] + b"noise" + GZIP[20:], b"", "$", False),
        (PAGE, PAGE, "$", False),
        (gzip.compress(PAGE), PAGE, "$", False),
        (SHAPE, SHAPE, "$.cast[0].id", False),
        (gzip.compress(SHAPE), SHAPE, "$.cast[0].id", False),
        (gzip.compress(gzip.compress(GZIP)), b"", "$", False),
    ],
    ids=map(str, range(11)),  # gzip holds the time, and each worker must find the same tests
)
async def test_an_error_keeps_what_came(
    anyio_backend: str, sent: bytes, kept: bytes, path: str, cut_short: bool
) -> None:
    """The body stands in the error decompressed, as far as it can be: nobody finds in it what is compressed."""
    with Server(sends(sent, "Content-Encoding: gzip")) as server:
        async with client_for(server.url) as tmdb:
            error = await failure(tmdb)
    assert (error.body, error.path, error.cut_short) == (kept, path, cut_short)


async def test_a_failure_keeps_its_body_decompressed(anyio_backend: str) -> None:
    """Its code and words are found in it, whatever it came in."""
    body = json.dumps({"status_code": 34, "status_message": "Nothing here."}).encode()
    for sent in (body, gzip.compress(body), gzip.compress(gzip.compress(body))):
        with Server(sends(sent, status="404 Not Found")) as server:
            async with client_for(server.url) as tmdb:
                with pytest.raises(APIStatusError, match="Nothing here") as caught:
                    await tmdb.tv_series.credits(1399)
        assert (caught.value.body, caught.value.code) == (body, 34)


# What headers say of a body.


@pytest.mark.parametrize("library", ["own", "httpx2"])
@pytest.mark.parametrize("body", [SERIES, GZIP, gzip.compress(GZIP)], ids=["plain", "gzip", "twice"])
async def test_only_the_bytes_tell_whether_a_body_is_compressed(anyio_backend: str, library: str, body: bytes) -> None:
    """With any header or none the body is the model: TMDB's network has sent each without the other. Under `detailed`
    the content is decompressed, and the headers are what came.
    """
    named = ("gzip", "x-gzip", "GZIP", "gzip, gzip", "br", "deflate", "zstd", "identity", "none such", ",", "\xe9")
    with Server(answer) as server:
        async with client_for(server.url, library) as tmdb:
            for line in ["X: y", *(f"Content-Encoding: {name}" for name in named)]:
                server.handler = sends(body, line)
                detailed = await tmdb.detailed.tv_series.credits(1399)
                assert (detailed.parsed, detailed.content) == (MODEL, SERIES)
                name, _, value = line.partition(": ")
                assert detailed.headers[name] == value
                assert detailed.headers["content-length"] == str(len(body))
            assert tmdb.stats.received_bytes == len(body) * (len(named) + 1)
        assert server.peak == 1


@pytest.mark.parametrize("cut", [len(GZIP) - 1, len(GZIP) - 8, 12, 2])
async def test_gzip_that_is_cut_short_is_tried_again(anyio_backend: str, cut: int) -> None:
    """Where the length says that nothing is missing, the compression still tells: the next answer may be whole."""

    async def cut_once(head: bytes, transport: asyncio.Transport) -> None:
        handler = sends(GZIP[:cut]) if len(server.heads) == 1 else answer_gzip_in_silence
        await handler(head, transport)

    with Server(cut_once) as server:
        async with client_for(server.url, max_retries=1) as tmdb:
            assert await tmdb.tv_series.credits(1399) == MODEL
            assert tmdb.stats.retries == {"ResponseError": 1}


@pytest.mark.parametrize("rest", ["", "Content-Length: 0\r\n", "Content-Encoding: gzip\r\n"])
async def test_no_content_is_no_model(anyio_backend: str, rest: str) -> None:
    """HTTP 204 is a success that none of these operations has: asking again would change nothing."""

    async def handler(head: bytes, transport: asyncio.Transport) -> None:
        transport.write(f"HTTP/1.1 204 No Content\r\n{rest}\r\n".encode())

    with Server(handler) as server:
        async with client_for(server.url, max_retries=1) as tmdb:
            for _ in range(2):
                error = await failure(tmdb)
                assert str(error) == "tv_series.credits: The answer has no content (HTTP 204)"
                assert (error.body, error.path, error.cut_short, error.attempts) == (b"", "$", False, 1)
        assert server.peak == 1


# Injected clients whose answers are read before we see them.


@pytest.mark.parametrize("library", [httpx, httpx2])
async def test_an_answer_that_is_already_read_is_an_answer(anyio_backend: str, library: Any) -> None:
    """A mock has its body ready, and has decompressed it itself where its headers say so: the same comes of it."""
    compressed = {"Content-Encoding": "gzip"}
    responses = {
        1: library.Response(200, content=SERIES),
        2: library.Response(200, json=json.loads(SERIES)),
        3: library.Response(200, content=GZIP),
        4: library.Response(200, content=GZIP, headers=compressed),
        5: library.Response(200, content=gzip.compress(GZIP), headers=compressed),
        6: library.Response(200, content=gzip.compress(GZIP)),
        7: library.Response(200, stream=library.ByteStream(GZIP), headers=compressed),
        8: library.Response(200, stream=library.ByteStream(SERIES), headers=compressed),
        11: library.Response(200, content=GZIP[:-5]),
        12: library.Response(204),
        13: library.Response(200, content=b" " * (BODY_LIMIT + 1)),
        14: library.Response(200, content=bomb(1)),
    }

    def handler(request: Any) -> Any:
        return responses[int(request.url.path.split("/")[3])]

    async with library.AsyncClient(transport=library.MockTransport(handler)) as client:
        tmdb = TMDB("token", base_url="http://localhost", http_client=client, max_rate=None, max_retries=0)
        for number in responses:
            if number < 10:
                detailed = await tmdb.detailed.tv_episodes.credits(number, 1, 1)
                assert (detailed.parsed.id, detailed.content, detailed.status_code) == (1399, SERIES, 200)
            else:
                with pytest.raises(ResponseError):
                    await tmdb.tv_series.credits(number)


@pytest.mark.parametrize("library", [httpx, httpx2])
async def test_an_answer_that_a_hook_reads_is_an_answer(anyio_backend: str, library: Any) -> None:
    """An injected client may read each answer for its own purposes, and leaves it read."""

    async def read(response: Any) -> None:
        await response.aread()

    with Server(sends(GZIP, "Content-Encoding: gzip")) as server:
        async with library.AsyncClient(event_hooks={"response": [read]}) as client:
            tmdb = TMDB("token", base_url=server.url, http_client=client)
            for _ in range(3):
                assert (await tmdb.detailed.tv_series.credits(1399)).content == SERIES
        assert server.peak == 1
        assert server.all_closed()


async def test_answers_of_pytest_httpx_are_answers(anyio_backend: str, httpx_mock: HTTPXMock) -> None:
    """What people mock httpx with works for our own HTTP client, in all that it can answer."""
    httpx_mock.add_response(content=SERIES)
    httpx_mock.add_response(content=GZIP)
    httpx_mock.add_response(content=GZIP, headers={"Content-Encoding": "gzip"})
    httpx_mock.add_response(stream=IteratorStream([GZIP[:10], GZIP[10:]]))
    httpx_mock.add_response(content=GZIP[:-5])
    httpx_mock.add_response(json={"id": 1399, "cast": [], "crew": []})
    httpx_mock.add_response(status_code=204)
    httpx_mock.add_exception(httpx.ReadTimeout("too late"))
    async with TMDB("token", max_retries=1) as tmdb:
        for _ in range(5):
            assert (await tmdb.detailed.tv_series.credits(1399)).content == SERIES
        assert tmdb.stats.retries == {"ResponseError": 1}
        with pytest.raises(ResponseError):
            await tmdb.tv_series.credits(1399)
        with pytest.raises(APITimeoutError):
            await tmdb.with_options(max_retries=0).tv_series.credits(1399)
