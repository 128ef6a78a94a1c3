"""The HTTP client underneath: the only module that knows which library it is."""

from __future__ import annotations

import logging
import re
import ssl
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack
from contextvars import ContextVar
from http.cookiejar import CookieJar, DefaultCookiePolicy
from inspect import iscoroutinefunction
from ipaddress import ip_address
from types import ModuleType
from typing import Any, NamedTuple, Protocol
from urllib.parse import urlencode

import anyio
import httpx
from httpx import Headers as Headers  # noqa: PLC0414 - for whoever builds them again, in the form that re-exports

from ._generated.types import Secret
from ._version import __version__
from .credentials import Credential, pattern_of
from .decode import BODY_LIMIT
from .errors import APIConnectionError, APITimeoutError, ConfigurationError

_CONNECT_TIMEOUT = 5.0
_LONGEST_URL = 2048
_USED = ("AsyncClient", "HTTPError", "InvalidURL", "Request", "TimeoutException")
_UNSENT = ("ConnectError", "ConnectTimeout", "PoolTimeout")
# How much may have come already of what is read; the libraries read 64 KiB at once.
_AHEAD = 2**20


class HTTPClient(Protocol):
    """What is asked of an injected client: an `httpx.AsyncClient` has it, and so have its forks."""

    async def send(self, request: Any, *, stream: bool = ..., auth: Any = ..., follow_redirects: bool = ...) -> Any:
        """Send a request of the client's own library, and return its response, whose body is read afterwards."""


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    """The body as it came; of one that is larger than `BODY_LIMIT`, somewhat more than that."""


class Target(NamedTuple):
    """The path of a request and the parameters of its query. Some of them are secrets."""

    path: str
    query: Mapping[str, str | Secret]


class Transport:
    """The connections to one host, with the credential that every request carries.

    A request takes the connection that was idle last, or opens one: so there are as many as there were requests at
    once, and how many that may be is the gate's to say.

    Args:
        base_url: The host, as `check_base_url` returns it.
        credential: What shows TMDB who is asking.
        client: A client with httpx's interface to use in place of one of our own. Whoever made it closes it.
    """

    def __init__(self, *, base_url: str, credential: Credential, client: HTTPClient | None) -> None:
        self.base_url = base_url
        self._credential = credential
        self._headers = {
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
            "User-Agent": f"tmdb-async/{__version__}",
        }
        self._injected = client
        self._library: ModuleType = httpx if client is None else _library_of(client)
        self._idle: list[httpx.AsyncClient] = []
        # http is for loopback alone, and a proxy for what leaves this machine.
        self._secure = base_url.startswith("https:")
        if client is None:
            # Made once: it takes long.
            self._ssl = httpx.create_ssl_context() if self._secure else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        # The library logs the URL of each request, whose query holds the key and the sessions; its core logs the
        # headers of each answer, where a redirect may repeat them.
        core = self._library.__name__.replace("httpx", "httpcore")
        for name in (self._library.__name__, f"{core}.http11", f"{core}.http2"):
            logging.getLogger(name).addFilter(_hide_secrets)

    async def aclose(self) -> None:
        # All of them, also if the caller is cancelled while one is being closed.
        async with AsyncExitStack() as stack:
            while self._idle:
                stack.push_async_callback(self._idle.pop().aclose)

    def secrets(self, target: Target) -> list[Secret]:
        """Return every secret in the request for a target."""
        values = (*self._credential.headers.values(), *self._credential.query.values(), *target.query.values())
        return [value for value in values if isinstance(value, Secret)]

    async def request(self, method: str, target: Target, timeout: float) -> Answer:
        """Send one request and read the whole answer, whatever its status. Redirects are not followed.

        Args:
            method: The HTTP method.
            target: What is asked for.
            timeout: Seconds to connect, if they are fewer than 5. How long all of it takes is for the caller to limit.

        Raises:
            APITimeoutError: There was no connection in time, or an injected client has a limit of its own.
            APIConnectionError: There was no whole answer.
        """
        sending = _sending.set(self.secrets(target))
        response: Any = None
        handshake = _Handshake()
        client: Any = self._injected or (self._idle.pop() if self._idle else self._open())
        try:
            response = await client.send(
                self._request(method, target, timeout, handshake), stream=True, auth=None, follow_redirects=False
            )
            answer = Answer(response.status_code, response.headers, await _body(response))
        # An address that a redirect names is read also where it is not followed.
        except (self._library.HTTPError, self._library.InvalidURL, OSError, ValueError) as error:
            failure = self._failure(error)
            await self._discard(client, handshake)
        except BaseException:
            await self._discard(client, handshake)
            raise
        else:
            if self._injected is None:
                self._idle.append(client)
            return answer
        finally:
            _sending.reset(sending)
            response = None  # which a traceback with locals would show, if the call was cancelled
        # Outside the handler: what the library raised holds the request, which holds the credential.
        raise failure

    def _open(self) -> httpx.AsyncClient:
        # One connection each: where many share a pool, the library spends most of its time on looking for the idle
        # ones, and a request that is cancelled at certain points takes its connection from the others for ever.
        return httpx.AsyncClient(
            limits=httpx.Limits(max_connections=1, max_keepalive_connections=1),
            verify=self._ssl,
            trust_env=self._secure,
            # No cookies: whatever TMDB's network sets, it cannot tie calls together or fill the memory.
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
        )

    async def _discard(self, client: Any, handshake: _Handshake) -> None:
        with anyio.CancelScope(shield=True):
            try:
                await handshake.end()
            finally:
                if self._injected is None:
                    await client.aclose()

    def _failure(self, error: Exception) -> APIConnectionError:
        """Return our own error, caused by one of the library's with the same class and words, and nothing else."""
        library = self._library
        known = (cls for cls in type(error).__mro__ if getattr(library, cls.__name__, None) is cls)
        cls = next(known, OSError if isinstance(error, OSError) else ValueError)
        cause = cls(_words(error))
        late = isinstance(error, (library.TimeoutException, TimeoutError))
        failure = (APITimeoutError if late else APIConnectionError)(f"No answer: {cause!r}")
        failure.__cause__ = cause
        failure.sent = cls.__name__ not in _UNSENT
        return failure

    def _request(self, method: str, target: Target, timeout: float, handshake: _Handshake) -> Any:
        query = {**target.query, **self._credential.query}
        url = self.base_url + target.path
        if query:
            url = f"{url}?{urlencode(_revealed(query))}"
        extensions: dict[str, Any] = {"timeout": {"connect": min(_CONNECT_TIMEOUT, timeout)}}
        if self.base_url.startswith("https:"):
            extensions["trace"] = handshake
        headers = {**self._headers, **_revealed(self._credential.headers)}
        # Built by hand, which is three times as fast as by the client.
        return self._library.Request(method, url, headers=headers, extensions=extensions)


class _Handshake:
    """Sees how far a new connection is. The library loses one whose TLS handshake is cancelled, and leaves it open."""

    def __init__(self) -> None:
        self._stream: Any = None

    async def __call__(self, event: str, info: dict[str, Any]) -> None:
        """Note what the library traces."""
        if event == "connection.connect_tcp.complete":
            self._stream = info["return_value"]
        elif event == "connection.start_tls.complete":
            self._stream = None

    async def end(self) -> None:
        """Close the connection if its handshake was not completed."""
        if self._stream is not None:
            await self._stream.aclose()


def check_base_url(base_url: str, name: str = "base_url") -> str:
    """Return the address of a host that stands in for TMDB, without a slash at the end.

    Args:
        base_url: The address.
        name: What the messages call it.

    Raises:
        ConfigurationError: It is no address of a host, or would send the credential in the clear.
    """
    url = _parse(base_url)
    if url is None or len(base_url) > _LONGEST_URL:
        raise ConfigurationError(f"{name} is no URL; give one like https://api.themoviedb.org")
    if url.scheme not in ("https", "http") or not url.host:
        raise ConfigurationError(f"{name} must begin with https:// and name a host, like https://api.themoviedb.org")
    if url.userinfo or "?" in base_url or "#" in base_url:
        raise ConfigurationError(f"{name} is a host and perhaps a path, without a user, a query or a fragment")
    if url.path.rstrip("/").endswith("/3"):
        raise ConfigurationError(f"{name} ends before /3, like https://api.themoviedb.org")
    if url.scheme == "http" and not _is_loopback(url.host):
        raise ConfigurationError(f"{name} must be https, except on loopback: http would send the token in the clear")
    return str(url).rstrip("/")


def _parse(base_url: str) -> httpx.URL | None:
    try:
        url = httpx.URL(base_url)  # the parser that will connect: what is checked is what is used
        host = url.host  # decoded when it is asked for
    except (httpx.InvalidURL, TypeError, UnicodeError):
        return None
    return None if "%" in host or " " in base_url else url


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:  # another name
        return False


def _library_of(client: object) -> ModuleType:
    """Return the library that a client is from: httpx, or a fork with the same interface."""
    for cls in type(client).__mro__:
        library = sys.modules.get(cls.__module__.partition(".")[0])
        if library is not None and all(hasattr(library, name) for name in _USED) and cls is library.AsyncClient:
            return library
    if not iscoroutinefunction(getattr(client, "send", None)):
        raise ConfigurationError("http_client must be an httpx.AsyncClient, or a client with the same interface")
    return httpx  # a client of another make, which sends httpx's requests


def _revealed(values: Mapping[str, str | Secret]) -> dict[str, str]:
    return {name: value.reveal() if isinstance(value, Secret) else value for name, value in values.items()}


def _words(error: BaseException) -> str:
    """Return what an exception says or, where it says nothing, what the one says that it comes from."""
    before = error.__cause__ or error.__context__
    return str(error) or (_words(before) if before else "")


async def _body(response: Any) -> bytes:
    """Read a body, and of one that is too large somewhat more than the limit."""
    if response.is_stream_consumed:  # a mock's, which had it ready
        body: bytes = response.content
        return body
    parts: list[bytes] = []
    part = b""
    size = 0
    try:
        # Not decompressed: what the headers say of that is not always true, and a small body may become a large one.
        stream = response.aiter_raw()
        async for part in stream:
            parts.append(part)
            size += len(part)
            if size > BODY_LIMIT:
                await _abandon(stream)
                break
        return b"".join(parts)
    finally:
        closing = response.aclose()
        del response, parts, part  # which a traceback with locals would show, if the call was cancelled
        await closing


async def _abandon(stream: AsyncIterator[bytes]) -> None:
    # The library's iterators stand inside each other, and end in order only if what ends them comes from the innermost,
    # where it waits. What has come already is read without waiting.
    size = 0
    with anyio.CancelScope() as scope:
        scope.cancel()
        async for part in stream:
            size += len(part)
            if size > _AHEAD:
                break


_sending: ContextVar[list[Secret]] = ContextVar("_sending")
"""The secrets of the request that is under way."""


def _hide_secrets(record: logging.LogRecord) -> bool:
    if secrets := _sending.get(None):
        message = record.getMessage()
        hidden = re.sub(f"(?i:{pattern_of(secrets)})", "...", message)
        if hidden != message:
            record.msg, record.args = hidden, None
    return True
