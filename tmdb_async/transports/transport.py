"""From a target to an answer: what every request of a client carries, and where it goes."""

from __future__ import annotations

import logging
import re
import ssl
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from ipaddress import ip_address
from typing import NamedTuple, Protocol
from urllib.parse import urlencode
from urllib.request import getproxies, proxy_bypass

import httpx
from httpx import Headers as Headers  # noqa: PLC0414 - for whoever builds them again, in the form that re-exports

from tmdb_async._generated.types import Secret
from tmdb_async._version import __version__
from tmdb_async.credentials import Credential, pattern_of
from tmdb_async.errors import APIConnectionError, APITimeoutError, ConfigurationError

BODY_LIMIT = 32 * 2**20
"""How many bytes a body may have, as it comes and decompressed. The largest recorded has 0.8 MB."""

CONNECT_TIMEOUT = 5.0
"""Seconds that connecting may take."""

_LONGEST_URL = 2048


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: Sequence[tuple[bytes, bytes]]
    body: bytes
    """The body as it came; of one that is larger than `BODY_LIMIT`, somewhat more than that."""


class Target(NamedTuple):
    """The path of a request and the parameters of its query. Some of them are secrets."""

    path: str
    query: Mapping[str, str | Secret]


class Host(NamedTuple):
    """Where requests go, and what each of them carries."""

    url: str
    """The address, as `check_base_url` returns it."""
    headers: Mapping[str, str | Secret]
    proxy: Secret | None
    """The address of the proxy that is in between."""

    @property
    def secure(self) -> bool:
        """Whether connections are secured with TLS."""
        return self.url.startswith("https:")

    def revealed(self) -> dict[str, str]:
        """Return the headers as they are sent."""
        return _revealed(self.headers)


class Connections(Protocol):
    """The connections to a host, through one HTTP library."""

    @property
    def loggers(self) -> Sequence[str]:
        """The names of the loggers to which the library tells the address or the headers of a request."""
        ...

    async def send(self, method: str, target: Secret, timeout: float, *, fresh: bool = False) -> Answer:
        """Send one request and read the whole answer, whatever its status. Redirects are not followed.

        A connection on which anything came that was not asked for is not used again.

        Args:
            method: The HTTP method.
            target: The path and the query, as they stand in the request.
            timeout: Seconds that all of it may take, and to connect, if they are fewer than 5. The caller keeps it, and
                cancels what takes longer.
            fresh: Whether to send on a new connection, and to drop those that were kept until now.

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
        connections: The connections to it.
    """

    def __init__(self, credential: Credential, connections: Connections) -> None:
        self._connections = connections
        self._in_query = credential.query
        values = (*credential.headers.values(), *credential.query.values())
        self._secrets = [value for value in values if isinstance(value, Secret)]
        # The library logs the URL of each request, whose query holds the key and the sessions; its core logs the
        # headers of each answer, where a redirect may repeat them.
        for name in connections.loggers:
            logging.getLogger(name).addFilter(_hide_secrets)

    async def aclose(self) -> None:
        await self._connections.aclose()

    def secrets(self, target: Target) -> list[Secret]:
        """Return every secret in the request for a target."""
        return [*self._secrets, *(value for value in target.query.values() if isinstance(value, Secret))]

    async def request(self, method: str, target: Target, timeout: float, *, fresh: bool = False) -> Answer:
        """Send one request and read the whole answer; see `Connections.send`."""
        sending = _sending.set(self.secrets(target))
        try:
            return await self._connections.send(method, self._in_full(target), timeout, fresh=fresh)
        finally:
            _sending.reset(sending)

    def _in_full(self, target: Target) -> Secret:
        query = {**target.query, **self._in_query}
        return Secret(f"{target.path}?{urlencode(_revealed(query))}" if query else target.path)


def host_for(base_url: str, credential: Credential) -> Host:
    """Return the host of an address that `check_base_url` has returned.

    Raises:
        ConfigurationError: The proxy that the environment names is no URL.
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


def words_of(error: BaseException) -> str:
    """Return what an exception says or, where it says nothing, what the one says that it comes from."""
    before = error.__cause__ or error.__context__
    return str(error) or (words_of(before) if before else "")


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


def _parse(address: str) -> httpx.URL | None:
    try:
        url = httpx.URL(address)  # the parser that will connect: what is checked is what is used
        host = url.host  # decoded when it is asked for
    except (httpx.InvalidURL, TypeError, UnicodeError):
        return None
    return None if "%" in host or " " in address else url


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:  # another name
        return False


def proxy_for(host: str) -> Secret | None:
    """Return the address of the proxy that the environment names for a host; what is for this machine has none."""
    if _is_loopback(host) or proxy_bypass(host):
        return None
    proxies = getproxies()
    address = proxies.get("https") or proxies.get("all")
    if not address:
        return None
    full = address if "://" in address else f"http://{address}"
    url = _parse(full)
    if url is None or not url.host:  # and without it: it may hold a password
        raise ConfigurationError("The proxy that the environment names is no URL: give http://host:port")
    return Secret(full)


def _revealed(values: Mapping[str, str | Secret]) -> dict[str, str]:
    return {name: value.reveal() if isinstance(value, Secret) else value for name, value in values.items()}


_sending: ContextVar[list[Secret]] = ContextVar("_sending")
"""The secrets of the request that is under way."""


def _hide_secrets(record: logging.LogRecord) -> bool:
    if secrets := _sending.get(None):
        message = record.getMessage()
        hidden = re.sub(f"(?i:{pattern_of(secrets)})", "...", message)
        if hidden != message:
            record.msg, record.args = hidden, None
    return True
