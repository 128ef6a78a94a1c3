"""From a target to an answer: what every request of a client carries, and where it goes."""

from __future__ import annotations

import logging
import re
import ssl
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import NamedTuple, Protocol, cast
from urllib.parse import urlencode

import httpx
from httpx import Headers as Headers  # noqa: PLC0414 - for whoever builds them again, in the form that re-exports

from tmdb_async._generated.types import Secret
from tmdb_async._version import __version__
from tmdb_async.credentials import Credential, pattern_of
from tmdb_async.errors import APIConnectionError, APITimeoutError, ConfigurationError

from .address import Proxy, proxy_for

BODY_LIMIT = 32 * 2**20
"""How many bytes a body may have, as it comes and decompressed. The largest recorded has 0.8 MB."""

CONNECT_TIMEOUT = 5.0
"""Seconds that connecting may take."""

# A new request token, in the header of the answer that says where the user approves it.
_CALLBACK = r"(?<=/authenticate/)\w+"


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: Sequence[tuple[bytes, bytes]]
    body: bytes
    """The body as it came; of one that is larger than `BODY_LIMIT`, somewhat more than that."""


class Target(NamedTuple):
    """What is asked of a host: a path, the parameters of a query, and perhaps a body. Some of it is secret."""

    path: str | Secret
    query: Mapping[str, str | Secret]
    body: Secret | None = None
    """JSON."""
    hidden: Sequence[Secret] = ()
    """The secrets in the path and in the body."""


class Host(NamedTuple):
    """Where requests go, and what each of them carries."""

    url: str
    """The address, as `check_base_url` returns it."""
    headers: Mapping[str, str | Secret]
    proxy: Proxy | None
    """The proxy that is in between."""

    @property
    def secure(self) -> bool:
        """Whether connections are secured with TLS."""
        return self.url.startswith("https:")

    def revealed(self, body: Secret | None, *, anew: bool) -> dict[str, str]:
        """Return the headers as they are sent, with those of the body, and of an attempt anew."""
        headers = _revealed(self.headers)
        if body is not None:
            headers |= {"Content-Type": "application/json", "Content-Length": str(len(body.reveal().encode()))}
        return {**headers, "Cache-Control": "no-cache"} if anew else headers


class Connections(Protocol):
    """The connections to a host, through one HTTP library."""

    @property
    def loggers(self) -> Sequence[str]:
        """The names of the loggers to which the library tells the address or the headers of a request."""
        ...

    async def send(
        self, method: str, target: Secret, timeout: float, *, body: Secret | None = None, anew: bool = False
    ) -> Answer:
        """Send one request and read the whole answer, whatever its status. Redirects are not followed.

        A connection on which anything came that was not asked for is not used again.

        Args:
            method: The HTTP method.
            target: The path and the query, as they stand in the request.
            timeout: Seconds that all of it may take, and to connect, if they are fewer than 5. The caller keeps it, and
                cancels what takes longer.
            body: JSON, or None for no body.
            anew: Whether to send on a new connection, to drop those that were kept until now, and to ask the caches in
                between for what TMDB itself answers.

        Raises:
            APITimeoutError: There was no connection in time, or an injected client has a limit of its own.
            APIConnectionError: There was no whole answer.
        """
        ...

    async def aclose(self) -> None:
        """Close the connections."""
        ...


class Transport:
    """Sends requests to one host, with the credential that each of them carries.

    Args:
        credential: What shows TMDB who is asking.
        host: Where TMDB is.
        connections: The connections to it.
    """

    def __init__(self, credential: Credential, host: Host, connections: Connections) -> None:
        self._connections = connections
        self._in_query = credential.query
        values = (*credential.headers.values(), *credential.query.values())
        self._secrets = [value for value in values if isinstance(value, Secret)]
        if host.proxy is not None:
            self._secrets += host.proxy.secrets  # which a proxy may send back, as TMDB may the others
        # The library logs the URL of each request, whose query holds the key and the sessions; its core logs the
        # headers of each answer, where a redirect may repeat them.
        guard(connections.loggers)

    async def aclose(self) -> None:
        await self._connections.aclose()

    def secrets(self, target: Target) -> list[Secret]:
        """Return every secret in the request for a target."""
        return [
            *self._secrets,
            *target.hidden,
            *(value for value in target.query.values() if isinstance(value, Secret)),
        ]

    async def request(self, method: str, target: Target, timeout: float, *, anew: bool = False) -> Answer:
        """Send one request and read the whole answer; see `Connections.send`."""
        sending = _sending.set(self.secrets(target))
        try:
            return await self._connections.send(method, self._in_full(target), timeout, body=target.body, anew=anew)
        finally:
            _sending.reset(sending)

    def _in_full(self, target: Target) -> Secret:
        query = {**target.query, **self._in_query}
        path = target.path.reveal() if isinstance(target.path, Secret) else target.path
        return Secret(f"{path}?{urlencode(_revealed(query))}" if query else path)


def host_for(base_url: str, credential: Credential) -> Host:
    """Return the host of an address that `check_base_url` has returned.

    Raises:
        ConfigurationError: What the environment names for a proxy is no address of one.
    """
    url = httpx.URL(base_url)
    headers: dict[str, str | Secret] = {
        "Host": url.netloc.decode(),
        "Accept": "application/json",
        "Accept-Encoding": "gzip",
        "User-Agent": f"tmdb-async/{__version__}",
        **credential.headers,
    }
    return Host(base_url, headers, proxy_for(url.host))


def tls_context() -> ssl.SSLContext:
    """Return what connections are secured with. It takes long to make.

    Raises:
        ConfigurationError: The file of certificates, or of keys, that the environment names cannot be used.
    """
    try:
        return httpx.create_ssl_context()
    except OSError as error:
        raise ConfigurationError(
            f"The file that SSL_CERT_FILE or SSLKEYLOGFILE names cannot be used: {error.strerror}"
        ) from None


def no_answer(cause: Exception, *, late: bool, sent: bool) -> APIConnectionError:
    """Return our own error for what an HTTP library raised.

    Args:
        cause: An exception of the library that holds its words and nothing else. What it raised itself holds the
            request, which holds the credential.
        late: Whether it was a matter of time.
        sent: Whether TMDB may have got the request.
    """
    failure = (APITimeoutError if late else APIConnectionError)(f"No answer: {cause!r}")
    failure.__cause__ = cause
    failure.sent = sent
    return failure


def cause_of(error: Exception, known: Iterable[type[Exception]] = ()) -> Exception:
    """Return an exception with the words of what an HTTP library raised, and nothing else.

    Args:
        error: What it raised.
        known: The library's classes, the special ones first, of which the cause may be where `error` is.
    """
    words = _words_of(error)
    classes: tuple[type[Exception], ...] = (*known, OSError, ValueError, RuntimeError)
    for cls in classes:
        if isinstance(error, cls):
            with suppress(TypeError):  # of one that is not made of words alone
                return cls(words)
    return Exception(f"{type(error).__name__}: {words}")


def first_of(error: Exception) -> Exception:
    """Return an exception or, of a group of them, the first: a group has no words but how many there are."""
    while isinstance(error, ExceptionGroup):
        error = cast("ExceptionGroup[Exception]", error).exceptions[0]
    return error


def _words_of(error: BaseException) -> str:
    """Return what an exception says or, where it says nothing, what the one says that it comes from."""
    before = error.__cause__ or error.__context__
    return str(error) or (_words_of(before) if before else "")


def _revealed(values: Mapping[str, str | Secret]) -> dict[str, str]:
    return {name: value.reveal() if isinstance(value, Secret) else value for name, value in values.items()}


def guard(loggers: Iterable[str]) -> None:
    """Hide the secrets of a request that is under way in what an HTTP library tells these loggers."""
    for name in loggers:
        logging.getLogger(name).addFilter(_hide_secrets)


@contextmanager
def sending(secrets: list[Secret]) -> Generator[None, None, None]:
    """Say what the secrets are of a request that is under way in the block."""
    before = _sending.set(secrets)
    try:
        yield
    finally:
        _sending.reset(before)


_sending: ContextVar[list[Secret]] = ContextVar("_sending")
"""The secrets of the request that is under way."""


def _hide_secrets(record: logging.LogRecord) -> bool:
    if secrets := _sending.get(None):
        message = record.getMessage()
        hidden = re.sub(f"(?i:{pattern_of(secrets)}|{_CALLBACK})", "...", message)
        if hidden != message:
            record.msg, record.args = hidden, None
    return True
