"""The HTTP client underneath: the only module that knows which library it is."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Mapping
from inspect import iscoroutinefunction
from ipaddress import ip_address
from types import ModuleType
from typing import Any, NamedTuple, Protocol
from urllib.parse import urlencode

import anyio
import httpx

from ._version import __version__
from .credentials import Credential, Secret
from .errors import APIConnectionError, APITimeoutError, ConfigurationError

_CONNECT_TIMEOUT = 5.0
_USED = ("AsyncClient", "HTTPError", "Headers", "Request", "TimeoutException")
_PRIVATE_PARAMETERS = r"\b(api_key|session_id|guest_session_id)=[^&\s\"']+"


class HTTPClient(Protocol):
    """What is asked of an injected client: an `httpx.AsyncClient` has it, and so have its forks."""

    async def send(self, request: Any, *, auth: Any = ..., follow_redirects: bool = ...) -> Any:
        """Send a request of the client's own library, and read the whole response."""


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Target(NamedTuple):
    """The path of a request and the parameters of its query. Some of them are secrets."""

    path: str
    query: Mapping[str, str | Secret]


class Transport:
    """One pool of connections to one host, with the credential that every request carries.

    Args:
        base_url: The host, as `check_base_url` returns it.
        credential: What shows TMDB who is asking.
        max_connections: How many connections are kept open. No more are needed: the gate lets no more requests out.
        client: A client with httpx's interface to use in place of one of our own. Whoever made it closes it.
    """

    def __init__(
        self, *, base_url: str, credential: Credential, max_connections: int, client: HTTPClient | None
    ) -> None:
        self.base_url = base_url
        self._credential = credential
        self._headers = {
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
            "User-Agent": f"tmdb-async/{__version__}",
        }
        self._closed = False
        self._own: httpx.AsyncClient | None = None
        if client is None:
            client = self._own = httpx.AsyncClient(
                limits=httpx.Limits(max_connections=max_connections, max_keepalive_connections=max_connections),
                # http is for loopback alone, and a proxy for what leaves this machine.
                trust_env=base_url.startswith("https:"),
            )
        self._client: HTTPClient = client
        self._library = _library_of(client)
        # The library logs the URL of each request, whose query holds the key and the sessions; its core logs the
        # headers of each answer, where a redirect may repeat them.
        core = self._library.__name__.replace("httpx", "httpcore")
        for name in (self._library.__name__, f"{core}.http11", f"{core}.http2"):
            logging.getLogger(name).addFilter(_hide_secrets)

    @property
    def closed(self) -> bool:
        return self._closed

    async def aclose(self) -> None:
        self._closed = True
        if self._own is not None:
            await self._own.aclose()

    async def request(self, method: str, target: Target, timeout: float) -> Answer:
        """Send one request and read the whole answer, whatever its status. Redirects are not followed.

        Args:
            method: The HTTP method.
            target: What is asked for.
            timeout: Seconds for all of it; connecting may take at most 5 of them.

        Raises:
            APITimeoutError: There was no whole answer in time.
            APIConnectionError: There was no whole answer.
        """
        failure: APIConnectionError
        cause: Exception | None = None
        try:
            with anyio.fail_after(timeout):
                response = await self._client.send(
                    self._request(method, target, timeout), auth=None, follow_redirects=False
                )
        except TimeoutError:
            failure = APITimeoutError(f"No whole answer within {timeout:g} s")
        except self._library.HTTPError as error:
            cause = self._without_request(error)
            late = isinstance(error, self._library.TimeoutException)
            failure = (APITimeoutError if late else APIConnectionError)(f"No answer: {cause!r}")
        else:
            if 200 <= response.status_code <= 299:
                return Answer(response.status_code, response.headers, response.content)
            # A redirect may repeat the query of the request.
            headers = [(name, _hidden(value)) for name, value in response.headers.multi_items()]
            return Answer(response.status_code, self._library.Headers(headers), response.content)
        # Outside the handlers: what the library raised holds the request, which holds the credential.
        raise failure from cause

    def _without_request(self, error: Exception) -> Exception:
        """Return an exception of the library's own with the same class and words, and nothing else."""
        cls = next(cls for cls in type(error).__mro__ if getattr(self._library, cls.__name__, None) is cls)
        bare: Exception = cls(_hidden(str(error)))
        return bare

    def _request(self, method: str, target: Target, timeout: float) -> Any:
        query = {**target.query, **self._credential.query}
        url = self.base_url + target.path
        if query:
            url = f"{url}?{urlencode(_revealed(query))}"
        limits = {"connect": min(_CONNECT_TIMEOUT, timeout), "read": timeout, "write": timeout, "pool": timeout}
        headers = {**self._headers, **_revealed(self._credential.headers)}
        # Built by hand, which is three times as fast as by the client.
        return self._library.Request(method, url, headers=headers, extensions={"timeout": limits})


def check_base_url(base_url: str, name: str = "base_url") -> str:
    """Return the address of a host that stands in for TMDB, without a slash at the end.

    Args:
        base_url: The address.
        name: What the messages call it.

    Raises:
        ConfigurationError: It is no address of a host, or would send the credential in the clear.
    """
    url = _parse(base_url)
    if url is None:
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


def _hidden(text: str) -> str:
    return re.sub(_PRIVATE_PARAMETERS, r"\1=...", text)


def _hide_secrets(record: logging.LogRecord) -> bool:
    message = record.getMessage()
    hidden = _hidden(message)
    if hidden != message:
        record.msg, record.args = hidden, None
    return True
