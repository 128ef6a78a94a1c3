from __future__ import annotations

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import httpx
import pytest
import trustme

from tests.faults.faults import answer, breaks, hang, reset, reset_midway
from tests.faults.servers import Handler, Server
from tests.faults.transports import EACH_TRANSPORT
from tmdb_async import TMDB, APIConnectionError, APITimeoutError
from tmdb_async.models import TvSeriesCredits

pytestmark = pytest.mark.anyio

HOST = "127.0.0.1"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(autouse=True)
def only_this_authority(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The client trusts it as it would in use: by the environment, which names no proxy."""
    trusted = tmp_path / "trusted.pem"
    authority.cert_pem.write_to_path(str(trusted))
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    monkeypatch.setenv("NO_PROXY", "*")


def context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    """What a server shows its certificate with."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(made)
    return made


async def failure(url: str, transport: Any, *, timeout: float = 10) -> APIConnectionError:
    """What one attempt at an address raises."""
    async with TMDB("token", base_url=url, max_retries=0, timeout=timeout, transport=transport) as tmdb:
        with pytest.raises(APIConnectionError) as caught:
            await tmdb.tv_series.credits(1399)
    return caught.value


@EACH_TRANSPORT
async def test_a_trusted_certificate_works(anyio_backend: str, transport: Any, authority: trustme.CA) -> None:
    """An authority that `SSL_CERT_FILE` names is trusted, and one connection is kept for all calls."""
    with Server(answer, tls=context(authority.issue_cert(HOST))) as server:
        async with TMDB("token", base_url=server.url, transport=transport) as tmdb:
            for _ in range(2):
                assert await tmdb.tv_series.credits(1399) == TvSeriesCredits(id=1399, cast=(), crew=())
        assert server.url.startswith("https:")
        assert (len(server.heads), server.peak) == (2, 1)
        assert server.all_closed()


def wrong_certificate(authority: trustme.CA, fault: str) -> trustme.LeafCert:
    """A certificate that must not be accepted."""
    yesterday = datetime.now(UTC) - timedelta(days=1)
    if fault == "untrusted":
        return trustme.CA().issue_cert(HOST)
    if fault == "expired":
        return authority.issue_cert(HOST, not_before=yesterday - timedelta(days=1), not_after=yesterday)
    return authority.issue_cert("127.0.0.2", "another.example")


@EACH_TRANSPORT
@pytest.mark.parametrize("fault", ["untrusted", "for another host", "expired"])
async def test_no_request_goes_to_a_server_that_cannot_show_who_it_is(
    anyio_backend: str, transport: Any, authority: trustme.CA, fault: str
) -> None:
    """Whatever is wrong with a certificate, there is no connection, and the server never sees the credential."""
    with Server(answer, tls=context(wrong_certificate(authority, fault))) as server:
        error = await failure(server.url, transport)
        assert (type(error), error.sent) == (APIConnectionError, False)
        assert isinstance(error.__cause__, (httpx.ConnectError, aiohttp.ClientOSError))
        assert (server.heads, server.peak) == ([], 1)
        assert server.all_closed()


@EACH_TRANSPORT
@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("untrusted", "CERTIFICATE_VERIFY_FAILED"),
        ("for another host", "IP address mismatch"),
        ("expired", "certificate has expired"),
    ],
)
async def test_an_error_says_what_is_wrong_with_a_certificate(
    anyio_backend: str, transport: Any, authority: trustme.CA, fault: str, words: str
) -> None:
    """Whoever reads the message knows what to mend: the clock, the address or the authorities."""
    with Server(answer, tls=context(wrong_certificate(authority, fault))) as server:
        assert words in str(await failure(server.url, transport))


async def end(head: bytes, transport: asyncio.Transport) -> None:
    transport.close()


@EACH_TRANSPORT
@pytest.mark.parametrize(
    "handler",
    [
        pytest.param(end, id="end"),
        pytest.param(reset, id="reset"),
        pytest.param(breaks(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"), id="plain HTTP"),
        pytest.param(breaks(b"\x15\x03\x03\x00\x02\x02\x28"), id="alert"),
    ],
)
async def test_a_handshake_that_fails_is_a_failure_to_connect(
    anyio_backend: str, transport: Any, handler: Handler
) -> None:
    """A server that ends or resets the connection in the handshake, refuses it, or speaks no TLS, has got nothing that
    was sent, and holds no connection.
    """
    with Server(handler, at_once=True) as server:
        error = await failure(server.url.replace("http:", "https:"), transport)
        assert (type(error), error.sent) == (APIConnectionError, False)
        assert not [head for head in server.heads if b"token" in head]
        assert server.peak == 1
        assert server.all_closed()


@EACH_TRANSPORT
async def test_a_handshake_that_hangs_is_a_timeout(anyio_backend: str, transport: Any) -> None:
    """A server that accepts a connection and says nothing holds an attempt no longer than any other."""
    with Server(hang, at_once=True) as server:
        error = await failure(server.url.replace("http:", "https:"), transport, timeout=0.3)
        assert type(error) is APITimeoutError
        assert server.peak == 1
        assert server.all_closed()


@EACH_TRANSPORT
@pytest.mark.parametrize(
    "handler",
    [pytest.param(reset, id="at once"), pytest.param(reset_midway, id="midway"), pytest.param(end, id="end")],
)
async def test_a_connection_that_breaks_within_tls_may_have_brought_the_request(
    anyio_backend: str, transport: Any, authority: trustme.CA, handler: Handler
) -> None:
    """Once it is secured, TMDB may have got the request, however the connection ends."""
    with Server(handler, tls=context(authority.issue_cert(HOST))) as server:
        error = await failure(server.url, transport)
        assert (type(error), error.sent) == (APIConnectionError, True)
        assert len(server.heads) == 1
        assert server.all_closed()
