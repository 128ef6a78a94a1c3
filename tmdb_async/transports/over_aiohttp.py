"""Connections through aiohttp, on asyncio: they take a fraction of the processor's time that httpx takes."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

import httpx
import sniffio

from tmdb_async._generated.types import Secret
from tmdb_async.errors import APIConnectionError, ConfigurationError

from . import transport
from .transport import CONNECT_TIMEOUT, Answer, Host, cause_of, first_of, no_answer, tls_context

if TYPE_CHECKING:
    import aiohttp
    from yarl import URL

    from .connector import Connector

# The classes that an error's cause may have: those of aiohttp that are made of words alone, the special ones first.
_KNOWN = (
    "ConnectionTimeoutError",
    "SocketTimeoutError",
    "ServerTimeoutError",
    "ServerDisconnectedError",
    "ClientPayloadError",
    "ClientOSError",
    "ClientConnectionError",
    "ClientError",
)


class AiohttpConnections:
    """The connections of a session of our own; see `Connections`. It is opened with the first request.

    Raises:
        ConfigurationError: aiohttp is not installed, or cannot use the proxy that the environment names.
    """

    loggers = ("aiohttp.client", "aiohttp.internal")

    def __init__(self, host: Host) -> None:
        try:
            import aiohttp
            import yarl
        except ImportError:
            raise ConfigurationError("transport='aiohttp' needs aiohttp: pip install 'tmdb-async[aiohttp]'") from None
        if host.proxy is not None and host.proxy.scheme not in ("http", "https"):
            raise ConfigurationError("The proxy that the environment names is none that aiohttp can use: http or https")
        self._aiohttp = aiohttp
        self._build_url = yarl.URL.build
        self._host = host
        address = httpx.URL(host.url)
        self._scheme, self._authority = address.scheme, address.netloc.decode()
        self._before = address.raw_path.decode().rstrip("/")
        self._ssl = tls_context() if host.secure else True
        self._session: aiohttp.ClientSession | None = None
        self._connector: Connector | None = None
        self._unsent = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)

    async def send(
        self, method: str, target: Secret, timeout: float, *, body: Secret | None = None, anew: bool = False
    ) -> Answer:
        if self._session is None and sniffio.current_async_library() != "asyncio":
            raise RuntimeError("transport='aiohttp' runs on asyncio alone: use transport='httpx' on trio")
        began = monotonic()
        response: aiohttp.ClientResponse | None = None
        try:
            session = self._session or self._open()
            if anew:
                self._end_trust(began)
            response = await session.request(
                method,
                self._url(target),
                headers=self._host.revealed(body, anew=anew),
                data=None if body is None else body.reveal().encode(),
                proxy_headers=self._for_proxy(),
                allow_redirects=False,
                timeout=self._aiohttp.ClientTimeout(total=None, connect=min(CONNECT_TIMEOUT, timeout)),
            )
            return Answer(response.status, response.raw_headers, await _body(response))
        except Exception as error:  # noqa: BLE001 - of whatever class, it is a failure to send
            failure = error if isinstance(error, APIConnectionError) else self._failure(error)
            if response is None:
                self._end_trust(began)
        except BaseException:
            if response is None and self._connector is not None:
                self._connector.trust.end_if_late(began, timeout)
            raise
        finally:
            if response is not None:
                response.close()  # which leaves the connection open where all was read
            response = None  # which a traceback with locals would show, if the call was cancelled
        # Outside the handler: what the library raised holds the request, which holds the credential.
        raise failure

    def _end_trust(self, began: float) -> None:
        if self._connector is not None:
            self._connector.trust.end(began)

    async def aclose(self) -> None:
        if self._session is not None:
            await self._session.close()

    def _open(self) -> aiohttp.ClientSession:
        from .connector import Connector  # here, for it imports aiohttp

        aiohttp = self._aiohttp
        self._connector = Connector(self._ssl)
        self._session = aiohttp.ClientSession(
            connector=self._connector,
            # What the headers say of compression is not always true, and a small body may become a large one.
            auto_decompress=False,
            # Whatever TMDB's network sets, it cannot tie calls together or fill the memory.
            cookie_jar=aiohttp.DummyCookieJar(),
            middlewares=(self._once,),
            proxy=None if self._host.proxy is None else self._host.proxy.url,
        )
        return self._session

    def _for_proxy(self) -> dict[str, str] | None:
        # Not in its address, which aiohttp's errors show.
        proxy = self._host.proxy
        return {"Proxy-Authorization": proxy.authorization.reveal()} if proxy is not None and proxy.has_user else None

    async def _once(self, request: aiohttp.ClientRequest, handler: Any) -> aiohttp.ClientResponse:
        """Keep aiohttp from sending a request twice: it would pass by the gate, and nothing would count it."""
        try:
            response: aiohttp.ClientResponse = await handler(request)
        except (self._aiohttp.ClientOSError, self._aiohttp.ServerDisconnectedError) as error:
            failure = self._failure(error)
        else:
            return response
        finally:
            del request  # which a traceback with locals would show, if the call was cancelled
        raise failure

    def _url(self, target: Secret) -> URL:
        # Put together from the parts that were checked: no other parser has a say in where a request goes.
        path, _, query = target.reveal().partition("?")
        return self._build_url(
            scheme=self._scheme, authority=self._authority, path=self._before + path, query_string=query, encoded=True
        )

    def _failure(self, error: Exception) -> APIConnectionError:
        """Return our own error, caused by one of a class of aiohttp's, with the same words and nothing else."""
        aiohttp = self._aiohttp
        first = first_of(error)
        if isinstance(first, aiohttp.ClientResponseError):
            # In its words it shows the address, and with it the query.
            cause: Exception = aiohttp.ClientError(first.message)
        else:
            cause = cause_of(first, (getattr(aiohttp, name) for name in _KNOWN))
        return no_answer(cause, late=isinstance(first, TimeoutError), sent=not isinstance(first, self._unsent))


async def _body(response: aiohttp.ClientResponse) -> bytes:
    """Read a body, and of one that is too large somewhat more than the limit."""
    parts: list[bytes] = []
    size = 0
    while part := await response.content.readany():
        parts.append(part)
        size += len(part)
        if size > transport.BODY_LIMIT:
            break
    return b"".join(parts)
