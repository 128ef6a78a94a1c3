from __future__ import annotations

import asyncio
import logging
import pickle
import socket
import traceback
from collections.abc import AsyncIterator
from typing import Any

import anyio
import httpx
import httpx2
import pytest

from tests.faults.servers import Handler, Server, response
from tmdb_async import TMDB, APIConnectionError, APITimeoutError, ResponseError, TMDBError

pytestmark = pytest.mark.anyio

TOKEN = "planted-token"
KEY = "feedfacefeedfacefeedfacefeedface"
SERIES = b'{"id":1399,"cast":[],"crew":[]}'
STATES = b'{"id":3624,"results":[]}'


async def answer(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(response(STATES if b"account_states" in head else SERIES))


async def hang(head: bytes, transport: asyncio.Transport) -> None:
    await asyncio.sleep(60)


async def drip(head: bytes, transport: asyncio.Transport) -> None:
    for byte in response(SERIES):
        transport.write(bytes([byte]))
        await asyncio.sleep(0.05)


async def reset(head: bytes, transport: asyncio.Transport) -> None:
    transport.abort()


async def cut_short(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(response(SERIES)[:-5])
    transport.close()


async def no_http(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(b"220 mail.example ESMTP\r\n")
    transport.close()


async def echo(head: bytes, transport: asyncio.Transport) -> None:
    address = head.split()[1].decode()
    transport.write(response(b"", f"Location: http://127.0.0.1{address}", status="301 Moved Permanently"))


async def html(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(response(b"<html>"))


async def test_many_calls_share_twenty_connections(anyio_backend: str) -> None:
    """Under a gather of far more calls than connections none fails, and no more than the cap are ever open."""
    with Server(answer) as server:
        async with (
            TMDB(TOKEN, base_url=server.url, max_rate=None, timeout=60) as tmdb,
            anyio.create_task_group() as tasks,
        ):
            for _ in range(1000):
                tasks.start_soon(tmdb.tv_series.credits, 1399)
        assert len(server.heads) == 1000
        assert server.peak == 20
        assert server.all_closed()


async def test_a_refused_connection_is_an_api_connection_error(anyio_backend: str) -> None:
    """No server at the address: the error names the call and has the reason as its cause."""
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    async with TMDB(TOKEN, base_url=f"http://127.0.0.1:{port}") as tmdb:
        with pytest.raises(APIConnectionError, match=r"^tv_series\.credits: No answer") as caught:
            await tmdb.tv_series.credits(1399)
    assert not isinstance(caught.value, APITimeoutError)
    assert caught.value.attempts == 1
    assert isinstance(caught.value.__cause__, httpx.ConnectError)


@pytest.mark.parametrize("handler", [reset, cut_short, no_http])
async def test_a_broken_answer_is_an_api_connection_error(anyio_backend: str, handler: Handler) -> None:
    """A reset, a body cut short and an answer that is no HTTP are all no answer."""
    with Server(handler) as server:
        async with TMDB(TOKEN, base_url=server.url) as tmdb:
            with pytest.raises(APIConnectionError):
                await tmdb.tv_series.credits(1399)
        assert server.all_closed()


@pytest.mark.parametrize("handler", [hang, drip])
async def test_an_attempt_ends_at_its_timeout(anyio_backend: str, handler: Handler) -> None:
    """Whether nothing comes or a byte now and then: the timeout holds for the whole answer."""
    with Server(handler) as server:
        async with TMDB(TOKEN, base_url=server.url, timeout=0.3) as tmdb:
            with anyio.fail_after(6), pytest.raises(APITimeoutError, match=r"within 0\.3 s"):
                await tmdb.tv_series.credits(1399)
        assert server.all_closed()


async def test_html_with_status_200_is_a_response_error(anyio_backend: str) -> None:
    """A page where the model should be is a ResponseError with the page as its body."""
    with Server(html) as server:
        async with TMDB(TOKEN, base_url=server.url) as tmdb:
            with pytest.raises(ResponseError, match=r"^tv_series\.credits: The body is no TvSeriesCredits") as caught:
                await tmdb.tv_series.credits(1399)
    assert (caught.value.body, caught.value.path, caught.value.attempts) == (b"<html>", "$", 1)


async def test_calls_that_wait_in_the_gate_end_when_the_client_closes(anyio_backend: str) -> None:
    """Closing a client while calls wait for a slot ends them with the same clear error, and sends nothing more."""
    failures: list[BaseException] = []

    async def call(tmdb: TMDB) -> None:
        try:
            await tmdb.tv_series.credits(1399)
        except (RuntimeError, APITimeoutError, APIConnectionError) as error:
            failures.append(error)

    with Server(hang) as server:
        tmdb = TMDB(TOKEN, base_url=server.url, max_concurrency=1)
        async with anyio.create_task_group() as tasks:
            for _ in range(3):
                tasks.start_soon(call, tmdb)
            while not server.heads:
                await anyio.sleep(0.01)
            await tmdb.aclose()
        assert len(server.heads) == 1
        assert server.all_closed()
    assert [type(error) for error in failures].count(RuntimeError) == 2


async def test_leaving_a_bulk_run_early_closes_its_connections(anyio_backend: str) -> None:
    """After the first outcome the others are cancelled, their connections closed; the client still works."""

    async def first_only(head: bytes, transport: asyncio.Transport) -> None:
        await (answer if head is server.heads[0] else hang)(head, transport)

    with Server(first_only) as server:
        async with TMDB(TOKEN, base_url=server.url, max_rate=None, max_concurrency=6) as tmdb:
            async with tmdb.bulk(tmdb.tv_series.credits, range(1, 1000)) as outcomes:
                async for outcome in outcomes:
                    assert outcome.error is None
                    while len(server.heads) < 6:
                        await anyio.sleep(0.01)
                    break
            while server.open > 1:  # one may have been idle
                await anyio.sleep(0.01)
            server.handler = answer
            await tmdb.tv_series.credits(1399)
        assert server.all_closed()


async def clients() -> AsyncIterator[Any]:
    yield None
    for library in (httpx, httpx2):
        async with library.AsyncClient() as client:
            yield client


async def test_no_secret_reaches_a_log_record(anyio_backend: str, caplog: pytest.LogCaptureFixture) -> None:
    """The HTTP library logs URLs, and keys and sessions stand in them: they are hidden before anyone sees them."""
    caplog.set_level(logging.DEBUG)
    with Server(answer) as server:
        async for client in clients():
            caplog.clear()
            async with TMDB(api_key=KEY, base_url=server.url, session_id="planted-session", http_client=client) as tmdb:
                await tmdb.tv_seasons.account_states(1399, 1)
                await tmdb.tv_seasons.account_states(1399, 1, guest_session_id="planted-guest")
            texts = [f"{record.getMessage()} {record.args!r}" for record in caplog.records]
            assert any("account_states" in text and "api_key=..." in text for text in texts)
            assert not [text for text in texts if KEY in text or "planted" in text]
        assert all(KEY.encode() in head for head in server.heads)
        assert sum(b"planted-session" in head for head in server.heads) == 3


@pytest.mark.parametrize("handler", [reset, hang, echo, html])
async def test_an_error_holds_no_secret(anyio_backend: str, handler: Handler, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing of the client's secrets is in an error: not in its text, its cause, its traceback with the locals of all
    frames, its pickled form or what the HTTP library logs, also where the server repeats them.
    """
    caplog.set_level(logging.DEBUG)
    with Server(handler) as server:
        async with TMDB(api_key=KEY, base_url=server.url, session_id="planted-session", timeout=0.5) as tmdb:
            with pytest.raises(TMDBError) as caught:
                await tmdb.tv_seasons.account_states(1399, 1)
    assert KEY.encode() in server.heads[0]
    assert b"planted-session" in server.heads[0]
    shown = [pickle.dumps(caught.value).decode("latin-1"), *(record.getMessage() for record in caplog.records)]
    error: BaseException | None = caught.value
    while error is not None:
        stack = traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__), capture_locals=True)
        shown += [str(frame.locals) for frame in stack if frame.filename != __file__]
        shown += [str(error), repr(error), repr(vars(error))]
        assert error.__context__ in (None, error.__cause__)
        error = error.__cause__
    assert len(shown) > 6
    assert not [text for text in shown if KEY in text or "planted" in text]


async def test_a_connection_that_is_reset_says_so(anyio_backend: str) -> None:
    """The HTTP library has no words for a reset: its exception's name stands in the message."""
    with Server(reset) as server:
        async with TMDB(TOKEN, base_url=server.url) as tmdb:
            with pytest.raises(APIConnectionError, match=r"No answer: (ReadError|RemoteProtocolError)\("):
                await tmdb.tv_series.credits(1399)


async def test_a_proxy_in_the_environment_is_not_used_on_loopback(
    anyio_backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is for this machine goes nowhere else: the token would travel to the proxy in the clear."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with Server(answer) as server:
        async with TMDB(TOKEN, base_url=server.url) as tmdb:
            assert (await tmdb.tv_series.credits(1399)).id == 1399


async def test_any_client_with_the_interface_of_httpx_can_be_injected(anyio_backend: str) -> None:
    """A fork of httpx works like httpx itself, and its exceptions are ours all the same."""
    with Server(answer) as server:
        async with httpx2.AsyncClient() as client:
            tmdb = TMDB(TOKEN, base_url=server.url, http_client=client)
            assert (await tmdb.tv_series.credits(1399)).id == 1399
            server.handler = reset
            with pytest.raises(APIConnectionError):
                await tmdb.tv_series.credits(1399)
            server.handler = hang
            with pytest.raises(APITimeoutError):
                await tmdb.with_options(timeout=0.3).tv_series.credits(1399)
        assert server.all_closed()
