from __future__ import annotations

import asyncio
import socket
from typing import Any

import aiohttp
import anyio
import httpx
import httpx2
import pytest

from tests.faults.faults import answer, hang, refuses, reset
from tests.faults.servers import Server
from tests.faults.transports import EACH_TRANSPORT
from tmdb_async import TMDB, APIConnectionError, APITimeoutError

pytestmark = pytest.mark.anyio

TOKEN = "planted-token"


@pytest.mark.unmeasured
@EACH_TRANSPORT
async def test_many_calls_share_twenty_connections(anyio_backend: str, transport: Any) -> None:
    """Under a gather of far more calls than connections none fails, and no more than the cap are ever open."""
    with Server(answer) as server:
        async with (
            TMDB(TOKEN, base_url=server.url, max_rate=None, timeout=60, transport=transport) as tmdb,
            anyio.create_task_group() as tasks,
        ):
            for _ in range(1000):
                tasks.start_soon(tmdb.tv_series.credits, 1399)
        assert len(server.heads) == 1000
        assert server.peak == 20
        assert server.all_closed()


@EACH_TRANSPORT
async def test_a_refused_connection_is_an_api_connection_error(anyio_backend: str, transport: Any) -> None:
    """No server at the address: the error names the call and has the reason as its cause."""
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    async with TMDB(TOKEN, base_url=f"http://127.0.0.1:{port}", max_retries=0, transport=transport) as tmdb:
        with pytest.raises(APIConnectionError, match=r"^tv_series\.credits: No answer") as caught:
            await tmdb.tv_series.credits(1399)
    assert not isinstance(caught.value, APITimeoutError)
    assert not caught.value.sent
    assert isinstance(caught.value.__cause__, (httpx.ConnectError, aiohttp.ClientOSError))


@EACH_TRANSPORT
async def test_closing_a_client_ends_its_calls(anyio_backend: str, transport: Any) -> None:
    """Closing a client while calls are in flight, wait in the gate or wait for their next attempt ends all of them at
    once, with the error of a call that comes too late, sends nothing more and leaves no connection.
    """
    failures: list[RuntimeError] = []

    async def call(tmdb: TMDB) -> None:
        try:
            await tmdb.tv_series.credits(1399)
        except RuntimeError as error:
            failures.append(error)

    async def refuse_the_first(head: bytes, transport: asyncio.Transport) -> None:
        await (later if head is server.heads[0] else hang)(head, transport)

    later = refuses(503, 46, "Retry-After: 60")
    with Server(refuse_the_first) as server:
        tmdb = TMDB(TOKEN, base_url=server.url, max_concurrency=1, transport=transport)
        with anyio.fail_after(5):
            async with anyio.create_task_group() as tasks:
                for _ in range(3):
                    tasks.start_soon(call, tmdb)
                while len(server.heads) < 2:
                    await anyio.sleep(0.01)
                await tmdb.aclose()
        assert len(server.heads) == 2
        assert server.all_closed()
    assert [str(error) for error in failures] == ["the client is closed: make calls inside its `async with` block"] * 3


@EACH_TRANSPORT
async def test_leaving_a_bulk_run_early_closes_its_connections(anyio_backend: str, transport: Any) -> None:
    """After the first outcome the others are cancelled, their connections closed; the client still works."""

    async def first_only(head: bytes, transport: asyncio.Transport) -> None:
        await (answer if head is server.heads[0] else hang)(head, transport)

    with Server(first_only) as server:
        async with TMDB(TOKEN, base_url=server.url, max_rate=None, max_concurrency=6, transport=transport) as tmdb:
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


@EACH_TRANSPORT
async def test_a_connection_that_is_reset_says_so(anyio_backend: str, transport: Any) -> None:
    """The HTTP library has no words for a reset: its exception's name stands in the message."""
    with Server(reset) as server:
        async with TMDB(TOKEN, base_url=server.url, max_retries=0, transport=transport) as tmdb:
            with pytest.raises(
                APIConnectionError,
                match=r"No answer: [A-Z][A-Za-z]+Error\(",
            ):
                await tmdb.tv_series.credits(1399)


@EACH_TRANSPORT
async def test_a_proxy_in_the_environment_is_not_used_on_loopback(
    anyio_backend: str, transport: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is for this machine goes nowhere else: the token would travel to the proxy in the clear."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with Server(answer) as server:
        async with TMDB(TOKEN, base_url=server.url, transport=transport) as tmdb:
            assert (await tmdb.tv_series.credits(1399)).id == 1399


async def test_any_client_with_the_interface_of_httpx_can_be_injected(anyio_backend: str) -> None:
    """A fork of httpx works like httpx itself, and its exceptions are ours all the same."""
    with Server(answer) as server:
        async with httpx2.AsyncClient() as client:
            tmdb = TMDB(TOKEN, base_url=server.url, http_client=client, max_retries=0)
            assert (await tmdb.tv_series.credits(1399)).id == 1399
            server.handler = reset
            with pytest.raises(APIConnectionError):
                await tmdb.tv_series.credits(1399)
            server.handler = hang
            with pytest.raises(APITimeoutError):
                await tmdb.with_options(timeout=0.3).tv_series.credits(1399)
        assert server.all_closed()
