from __future__ import annotations

import asyncio
import logging
import sys
from typing import Any

import pytest
from pytest_httpx import HTTPXMock

from tests.faults.faults import answer
from tests.faults.servers import Handler, Server, response
from tmdb_async import TMDB, APIConnectionError, ConfigurationError

TOKEN = "planted-token"
VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on the network of whoever runs it."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.mark.parametrize("transport", ["requests", "", None, 7, "HTTPX"])
def test_another_transport_is_refused(transport: Any) -> None:
    """There are two, and the message names them."""
    with pytest.raises(ConfigurationError, match="transport must be 'httpx' or 'aiohttp', and is "):
        TMDB(TOKEN, transport=transport)


def test_a_client_is_injected_in_place_of_a_transport() -> None:
    """An injected client sends by itself: a transport beside it would do nothing."""
    with pytest.raises(ConfigurationError, match="not both"):
        TMDB(TOKEN, transport="aiohttp", http_client=object())  # type: ignore[arg-type] # refused before it is looked at


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without aiohttp its transport is refused when the client is built, with the extra that brings it."""
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    with pytest.raises(ConfigurationError, match=r"pip install 'tmdb-async\[aiohttp\]'"):
        TMDB(TOKEN, transport="aiohttp")


def test_aiohttp_is_for_asyncio() -> None:
    """On trio the first call says so, and a client that made none is closed without anything to close."""
    trio = pytest.importorskip("trio")

    async def main() -> None:
        async with TMDB(TOKEN, transport="aiohttp") as tmdb:
            with pytest.raises(RuntimeError, match="runs on asyncio alone"):
                await tmdb.tv_series.credits(1399)

    trio.run(main)


# What a proxy is asked for with its first bytes; whoever is asked then refuses.
async def refuse(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(response(b"", status="403 Forbidden"))
    transport.close()


REFUSES: Handler = refuse


@pytest.mark.asyncio
@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "ALL_PROXY"])
@pytest.mark.parametrize("transport", ["httpx", "aiohttp"])
async def test_the_proxy_of_the_environment_is_used(
    variable: str, transport: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both transports ask it for a tunnel to the host, which it sees, and never show it the token."""
    with Server(REFUSES) as server:
        monkeypatch.setenv(variable, server.url.removeprefix("http://"))
        async with TMDB(TOKEN, base_url="https://tmdb.example", transport=transport, max_retries=0) as tmdb:
            with pytest.raises(APIConnectionError):
                await tmdb.tv_series.credits(1399)
        assert [head.split(b" HTTP")[0] for head in server.heads] == [b"CONNECT tmdb.example:443"]
        assert TOKEN.encode() not in b"".join(server.heads)


@pytest.mark.asyncio
@pytest.mark.parametrize("hosts", ["tmdb.example", "*"])
async def test_a_host_that_needs_no_proxy_has_none(
    hosts: str, monkeypatch: pytest.MonkeyPatch, httpx_mock: HTTPXMock
) -> None:
    """`NO_PROXY` names it, or all."""
    monkeypatch.setenv("HTTPS_PROXY", "socks9://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", hosts)
    httpx_mock.add_response(url="https://tmdb.example/3/tv/1/credits", json={"id": 1, "cast": [], "crew": []})
    async with TMDB(TOKEN, base_url="https://tmdb.example") as tmdb:
        assert (await tmdb.tv_series.credits(1)).id == 1


@pytest.mark.parametrize("transport", ["httpx", "aiohttp"])
@pytest.mark.parametrize(
    ("proxy", "problem"),
    [
        ("socks9://user:planted-password@127.0.0.1:9", "is none that {} can use"),
        ("http://user:planted-password@host:port", "is no URL"),
        ("http://user:planted-password@", "is no URL"),
    ],
)
def test_a_proxy_that_cannot_be_used_is_refused(
    transport: Any, proxy: str, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the client is built, and without its password."""
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    with pytest.raises(ConfigurationError, match=problem.format(transport)) as caught:
        TMDB(TOKEN, transport=transport)
    assert "planted" not in repr(caught.value)
    assert caught.value.__cause__ is caught.value.__context__ is None


def test_a_proxy_that_needs_another_package_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """And is used where it is there."""
    monkeypatch.setenv("HTTPS_PROXY", "socks5://127.0.0.1:9")
    monkeypatch.setattr("tmdb_async.transports.over_httpx.find_spec", lambda name: None)
    with pytest.raises(ConfigurationError, match=r"needs socksio: pip install 'httpx\[socks\]'"):
        TMDB(TOKEN)
    monkeypatch.setattr("tmdb_async.transports.over_httpx.find_spec", lambda name: name)
    TMDB(TOKEN)


@pytest.mark.parametrize("transport", ["httpx", "aiohttp"])
def test_certificates_that_are_not_there_are_told(transport: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the client is built."""
    monkeypatch.setenv("SSL_CERT_FILE", "/missing/certificates.pem")
    with pytest.raises(
        ConfigurationError, match="The file that SSL_CERT_FILE or SSLKEYLOGFILE names cannot be used: No such"
    ):
        TMDB(TOKEN, transport=transport)


@pytest.mark.asyncio
async def test_aiohttp_keeps_a_path_of_the_host_and_quotes_nothing_twice() -> None:
    """A mirror may stand below a path; what is quoted in a query arrives as it was given."""
    with Server(answer) as server:
        async with TMDB(TOKEN, base_url=f"{server.url}/mirror/", session_id="a+b/c%2F=d", transport="aiohttp") as tmdb:
            await tmdb.tv_seasons.account_states(1399, 1)
    target = b"/mirror/3/tv/1399/season/1/account_states?session_id=a%2Bb%2Fc%252F%3Dd"
    assert server.heads[0].startswith(b"GET " + target + b" HTTP")


def test_what_others_log_stays_as_it_is(caplog: pytest.LogCaptureFixture) -> None:
    """The filter of the library's loggers is about our requests alone: while none is under way it changes nothing."""
    TMDB(TOKEN)
    with caplog.at_level("INFO", "httpx"):
        logging.getLogger("httpx").info("a request with %s", TOKEN)
    assert caplog.messages == [f"a request with {TOKEN}"]
