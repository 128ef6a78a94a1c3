"""Connections through httpx: our own, or those of a client that is injected."""

from __future__ import annotations

import ssl
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack
from functools import partial
from importlib.util import find_spec
from inspect import iscoroutinefunction
from time import monotonic
from types import ModuleType
from typing import Any, Protocol

import anyio
import httpx

from tmdb_async._generated.types import Secret
from tmdb_async.errors import APIConnectionError, ConfigurationError

from . import transport
from .address import Proxy
from .kept import Socket, Trust, is_readable
from .surplus import ends_the_connection
from .transport import CONNECT_TIMEOUT, Answer, Host, cause_of, first_of, no_answer, tls_context

_USED = ("AsyncClient", "ByteStream", "Headers", "Request", "TimeoutException")
_UNSENT = ("ConnectError", "ConnectTimeout", "PoolTimeout")
# How much may have come already of what is read; the libraries read 64 KiB at once.
_AHEAD = 2**20
_LONGEST_IN_SOCKS = 255


class HTTPClient(Protocol):
    """What is asked of an injected client: an `httpx.AsyncClient` has it, and so have its forks."""

    async def send(self, request: Any, *, stream: bool = ..., auth: Any = ..., follow_redirects: bool = ...) -> Any:
        """Send a request of the client's own library, and return its response, whose body is read afterwards."""


class HTTPXConnections:
    """Connections of our own; see `Connections`.

    A request takes the one that was idle last, or opens one: so there are as many as there were requests at once, and
    how many that may be is the gate's to say.
    """

    def __init__(self, host: Host) -> None:
        self._messages = _Messages(httpx, host)
        self.loggers = self._messages.loggers
        self._idle: list[_Connection] = []
        self._trust = Trust()
        self._proxy = host.proxy
        if self._proxy is not None:
            check_proxy(self._proxy)
        # Made once: it takes long.
        self._ssl = tls_context() if host.secure else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    async def send(
        self, method: str, target: Secret, timeout: float, *, body: Secret | None = None, anew: bool = False
    ) -> Answer:
        request = partial(self._messages.request, method, target, timeout, body, anew=anew)
        answer = None
        while answer is None:
            connection = await self._take(anew=anew)
            answer = await self._send_on(connection, request, timeout)
        return answer

    async def aclose(self) -> None:
        # All of them, also if the caller is cancelled while one is being closed.
        async with AsyncExitStack() as stack:
            while self._idle:
                stack.push_async_callback(self._idle.pop().aclose)

    async def _take(self, *, anew: bool) -> _Connection:
        if anew:
            self._trust.end(monotonic())
        while self._idle:
            connection = self._idle.pop()
            if not anew and self._trust.holds(connection.answered):
                return connection
            await _discard(connection)
        return _Connection(self._ssl, proxy_in_httpx(self._proxy))

    async def _send_on(
        self, connection: _Connection, request: Callable[[_Progress], Any], timeout: float
    ) -> Answer | None:
        """Send a request; return None if that was not done, since on the connection something came before."""
        response: Any = None
        progress = _Progress(connection.socket)
        began = monotonic()
        try:
            # Not by a client, which would do more for each request than we need, and take as long again.
            response = await connection.handle_async_request(request(progress))
            body, reusable = await _body(response)
            answer = Answer(response.status_code, response.headers.raw, body)
        except _UnaskedError:
            await _discard(connection, progress)
            return None
        except Exception as error:  # noqa: BLE001 - of whatever class, it is a failure to send
            failure = self._messages.failure(error)
            if response is None:
                self._trust.end(began)
            await _discard(connection, progress)
        except BaseException:
            if response is None:
                self._trust.end_if_late(began, timeout)
            await _discard(connection, progress)
            raise
        else:
            if reusable:
                connection.socket = progress.kept or response.extensions["network_stream"].get_extra_info("socket")
                connection.answered = monotonic()
                self._idle.append(connection)
            else:
                await _discard(connection)
            return answer
        finally:
            response = None  # which a traceback with locals would show, if the call was cancelled
        # Outside the handler: what the library raised holds the request, which holds the credential.
        raise failure


class _Connection(httpx.AsyncHTTPTransport):
    """One connection.

    Where many share a pool, the library spends most of its time on looking for the idle ones, and a request that is
    cancelled at certain points takes its connection from the others for ever.

    Attributes:
        answered: When it answered last.
        socket: Its socket, once it has answered.
    """

    answered = 0.0
    socket: Socket | None = None

    def __init__(self, tls: ssl.SSLContext, proxy: httpx.Proxy | None) -> None:
        limits = httpx.Limits(max_connections=1, max_keepalive_connections=1)
        super().__init__(verify=tls, limits=limits, proxy=proxy)


async def _discard(connection: _Connection, progress: _Progress | None = None) -> None:
    with anyio.CancelScope(shield=True):
        try:
            if progress is not None:
                await progress.end()
        finally:
            await connection.aclose()


class InjectedClient:
    """The connections of a client that is injected; see `Connections`. Whoever made it closes it.

    Which connection a request goes out on is the client's to choose: so `anew` is about caches alone, and
    connections that died in silence are found one by one. One that brought more than its answer is closed where the
    client's transport is httpx's own, or a fork's, and speaks HTTP/1.1. What comes later httpcore finds when it
    chooses the connection, but not what comes in the short time from there to the request.
    """

    def __init__(self, host: Host, client: HTTPClient) -> None:
        self._messages = _Messages(_library_of(client), host)
        self.loggers = self._messages.loggers
        self._client = client

    async def send(
        self, method: str, target: Secret, timeout: float, *, body: Secret | None = None, anew: bool = False
    ) -> Answer:
        response: Any = None
        progress = _Progress()
        try:
            response = await self._client.send(
                self._messages.request(method, target, timeout, body, progress, anew=anew),
                stream=True,
                auth=None,
                follow_redirects=False,
            )
            content, _ = await _body(response)
            return Answer(response.status_code, response.headers.raw, content)
        except Exception as error:  # noqa: BLE001 - of whatever class, it is a failure to send
            failure = self._messages.failure(error)
            await progress.end()
        except BaseException:
            await progress.end()
            raise
        finally:
            response = None
        raise failure

    async def aclose(self) -> None:
        pass


class _Messages:
    """Requests and failures in the words of httpx, or of a fork of it."""

    def __init__(self, library: ModuleType, host: Host) -> None:
        self.loggers = loggers_of(library)
        self._library = library
        self._host = host

    def request(
        self, method: str, target: Secret, timeout: float, body: Secret | None, progress: _Progress, *, anew: bool
    ) -> Any:
        extensions: dict[str, Any] = {"timeout": {"connect": min(CONNECT_TIMEOUT, timeout)}}
        if self._host.secure or progress.kept is not None:
            extensions["trace"] = progress
        # Built by hand, and with its stream, which is many times as fast as by the client.
        return self._library.Request(
            method,
            self._host.url + target.reveal(),
            headers=self._host.revealed(body, anew=anew),
            stream=self._library.ByteStream(b"" if body is None else body.reveal().encode()),
            extensions=extensions,
        )

    def failure(self, error: Exception) -> APIConnectionError:
        """Return our own error, caused by one of the library's with the same class and words, and nothing else."""
        library, error = self._library, first_of(error)
        cause = cause_in(library, error)
        late = isinstance(error, (library.TimeoutException, TimeoutError))
        return no_answer(cause, late=late, sent=type(cause).__name__ not in _UNSENT)


class _UnaskedError(Exception):
    """On a connection that was kept something came before the request was sent."""


class _Progress:
    """Sees how far a request is.

    A new connection the library loses if its TLS handshake is cancelled, and leaves it open. On one that was kept
    anything may come until the request is written: this looks as late as can be.

    Args:
        kept: The socket of the connection that was kept; None for a new one.
    """

    def __init__(self, kept: Socket | None = None) -> None:
        self.kept = kept
        self._stream: Any = None

    async def __call__(self, event: str, info: dict[str, Any]) -> None:
        """Note what the library traces."""
        if event == "http11.send_request_headers.started" and self.kept is not None:
            if is_readable(self.kept):
                raise _UnaskedError
            info["request"].extensions.pop("trace")  # what follows is of no interest, and to see it takes time
        elif event == "connection.connect_tcp.complete":
            self._stream = info["return_value"]
        elif event == "connection.start_tls.complete":
            self._stream = None
        elif event.endswith("connect_tcp.started"):  # the one that was kept had ended
            self.kept = None

    async def end(self) -> None:
        """Close the connection if its handshake was not completed."""
        if self._stream is not None:
            with anyio.CancelScope(shield=True):
                await self._stream.aclose()


def cause_in(library: ModuleType, error: Exception) -> Exception:
    """Return an exception of the class of one that httpx, or a fork of it, raised, with its words and nothing else."""
    return cause_of(error, (cls for cls in type(error).__mro__ if getattr(library, cls.__name__, None) is cls))


def loggers_of(library: ModuleType) -> Sequence[str]:
    """Return the names of the loggers to which httpx, or a fork of it, tells what is sent."""
    core = library.__name__.replace("httpx", "httpcore")
    return library.__name__, f"{core}.http11", f"{core}.http2", f"{core}.proxy", f"{core}.socks"


def _library_of(client: object) -> ModuleType:
    """Return the library that a client is from: httpx, or a fork with the same interface."""
    for cls in type(client).__mro__:
        library = sys.modules.get(cls.__module__.partition(".")[0])
        if library is not None and all(hasattr(library, name) for name in _USED) and cls is library.AsyncClient:
            return library
    if not iscoroutinefunction(getattr(client, "send", None)):
        raise ConfigurationError("http_client must be an httpx.AsyncClient, or a client with the same interface")
    return httpx  # a client of another make, which sends httpx's requests


def check_proxy(proxy: Proxy) -> None:
    """Check that httpx can use a proxy.

    Raises:
        ConfigurationError: It cannot, or not without another package.
    """
    socks = proxy.scheme in ("socks5", "socks5h")
    if not socks and proxy.scheme not in ("http", "https"):
        raise ConfigurationError(
            "The proxy that the environment names is none that httpx can use: give http://host:port"
        )
    if socks and find_spec("socksio") is None:
        raise ConfigurationError("The proxy that the environment names needs socksio: pip install 'httpx[socks]'")
    if socks and max(len(each.reveal().encode()) for each in (proxy.user, proxy.password)) > _LONGEST_IN_SOCKS:
        raise ConfigurationError(
            f"The proxy that the environment names has a user or a password of more than {_LONGEST_IN_SOCKS} bytes, "
            "which SOCKS cannot send"
        )


def proxy_in_httpx(proxy: Proxy | None) -> httpx.Proxy | None:
    """Return a proxy that `check_proxy` has passed as httpx has it. It holds the password."""
    if proxy is None:
        return None
    return httpx.Proxy(proxy.url, auth=(proxy.user.reveal(), proxy.password.reveal()) if proxy.has_user else None)


async def _body(response: Any) -> tuple[bytes, bool]:
    """Read a body, and of one that is too large somewhat more than the limit.

    Returns:
        The body, and whether its connection can be used again.
    """
    if response.is_stream_consumed:  # by a hook of the client's, or a mock's, which had it ready
        return response.content, False
    parts: list[bytes] = []
    part = b""
    size = 0
    reusable = False
    try:
        # Not decompressed: what the headers say of that is not always true, and a small body may become a large one.
        stream = aiter(response.stream)
        async for part in stream:
            parts.append(part)
            size += len(part)
            if size > transport.BODY_LIMIT:
                await _abandon(stream)
                break
        else:
            reusable = not ends_the_connection(response)
        return b"".join(parts), reusable
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
