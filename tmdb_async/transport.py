"""The HTTP client underneath: the only module that knows which library it is."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Mapping
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
_PRIVATE_PARAMETERS = r"\b(api_key|session_id|guest_session_id)=[^&\s\"']+"


class HTTPClient(Protocol):
    """What is asked of an injected client: an `httpx.AsyncClient` has it, and so have its forks."""

    async def send(self, request: Any, *, auth: Any = ..., follow_redirects: bool = ...) -> Any:
        """Send a request of the client's own library, and read the whole response."""

    async def aclose(self) -> None:
        """Close the pool."""


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
        self._owned = client is None
        self._client: HTTPClient = (
            httpx.AsyncClient(
                limits=httpx.Limits(max_connections=max_connections, max_keepalive_connections=max_connections),
                # http is for loopback alone, and a proxy for what leaves this machine.
                trust_env=base_url.startswith("https:"),
            )
            if client is None
            else client
        )
        self._library = _library_of(self._client)
        # The library logs the URL of each request, whose query holds the key and the sessions.
        logging.getLogger(self._library.__name__).addFilter(_hide_secrets)

    @property
    def closed(self) -> bool:
        return self._closed

    async def aclose(self) -> None:
        self._closed = True
        if self._owned:
            await self._client.aclose()

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
        try:
            with anyio.fail_after(timeout):
                response = await self._client.send(
                    self._request(method, target, timeout), auth=None, follow_redirects=False
                )
        except (TimeoutError, self._library.TimeoutException) as error:
            raise APITimeoutError(f"No answer within {timeout:g} s ({type(error).__name__})") from error
        except self._library.HTTPError as error:
            raise APIConnectionError(f"No answer: {error or type(error).__name__}") from error
        return Answer(response.status_code, response.headers, response.content)

    def _request(self, method: str, target: Target, timeout: float) -> Any:
        query = {**target.query, **self._credential.query}
        url = self.base_url + target.path
        if query:
            url = f"{url}?{urlencode(_revealed(query))}"
        limits = {"connect": min(_CONNECT_TIMEOUT, timeout), "read": timeout, "write": timeout, "pool": timeout}
        headers = {**self._headers, **_revealed(self._credential.headers)}
        # Built by hand, which is three times as fast as by the client.
        return self._library.Request(method, url, headers=headers, extensions={"timeout": limits})


def check_base_url(base_url: str) -> str:
    """Return the address of a host that stands in for TMDB, without a slash at the end.

    Raises:
        ConfigurationError: It is no address of a host, or would send the credential in the clear.
    """
    try:
        url = httpx.URL(base_url)  # the parser that will connect: what is checked is what is used
    except (httpx.InvalidURL, TypeError):
        url = None
    if url is None or " " in base_url:
        raise ConfigurationError("base_url is no URL; give one like https://api.themoviedb.org")
    if url.scheme not in ("https", "http") or not url.host:
        raise ConfigurationError("base_url must begin with https:// and name a host, like https://api.themoviedb.org")
    if url.userinfo or url.query or url.fragment:
        raise ConfigurationError("base_url is a host and perhaps a path, without a user, a query or a fragment")
    if url.path.rstrip("/").endswith("/3"):
        raise ConfigurationError("base_url ends before /3, like https://api.themoviedb.org")
    if url.scheme == "http" and not _is_loopback(url.host):
        raise ConfigurationError("base_url must be https, except on loopback: http would send the token in the clear")
    return str(url).rstrip("/")


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:  # another name
        return False


def _library_of(client: object) -> ModuleType:
    """Return the library that a client is from: httpx, or a fork with the same interface."""
    for cls in type(client).__mro__:
        library = sys.modules[cls.__module__.partition(".")[0]]
        if issubclass(type(client), getattr(library, "AsyncClient", ())):
            return library
    raise ConfigurationError("http_client must be an httpx.AsyncClient, or one with the same interface")


def _revealed(values: Mapping[str, str | Secret]) -> dict[str, str]:
    return {name: value.reveal() if isinstance(value, Secret) else value for name, value in values.items()}


def _hide_secrets(record: logging.LogRecord) -> bool:
    message = record.getMessage()
    hidden = re.sub(_PRIVATE_PARAMETERS, r"\1=...", message)
    if hidden != message:
        record.msg, record.args = hidden, None
    return True
