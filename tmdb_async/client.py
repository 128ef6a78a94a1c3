"""The client: credentials, defaults and lifecycle around the generated resources."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, Awaitable, Callable, Coroutine, Iterable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, ParamSpec, Self, TypeVar

from ._generated.api import Resources
from ._generated.types import Operation, Secret
from .bulk import Bulk
from .calls.arguments import Defaults
from .calls.engine import Engine
from .calls.gate import Gate
from .calls.stats import Stats
from .calls.values import check_language, check_session, in_query
from .credentials import VARIABLES, Credential
from .errors import ConfigurationError
from .transports.address import check_base_url, given_or_set
from .transports.over_httpx import HTTPClient, HTTPXConnections, InjectedClient
from .transports.transport import Connections, Host, Transport, host_for

if TYPE_CHECKING:
    from .pages import Page, Pages
    from .signing_in import SignIn

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

_BASE_URL = "https://api.themoviedb.org"
_MOST_RATE = 1_000_000
_MOST_SECONDS = 86_400
_MOST_RETRIES = 1000


class TMDB(Resources):
    """An asynchronous client for The Movie Database (TMDB), version 3 of its API.

    Its resources are attributes, and their methods are the operations:

        async with TMDB() as tmdb:
            credits = await tmdb.tv_series.credits(1399)

    One client is meant to be shared: all calls together keep TMDB's limits, also ten thousand under `asyncio.gather`.
    When TMDB answers one of them with HTTP 429, all of them pause, and go on at 0.7 of the pace, which then recovers.
    It works on asyncio and on trio, and belongs to the event loop that it is first used in.

    Args:
        access_token: An API Read Access Token. Without a credential here, `TMDB_ACCESS_TOKEN` or `TMDB_API_KEY` is
            taken from the environment. A v3 key is recognised by its form, here too.
        api_key: A v3 API key, 32 hexadecimal characters, in place of the token.
        session_id: The session of a user, for the operations that need one.
        guest_session_id: A guest session, in place of `session_id`.
        language: The language of translated texts, as `xx` or `xx-XX`. Without it `TMDB_LANGUAGE` is taken from the
            environment; without that TMDB answers in en-US.
        max_concurrency: How many requests may be in flight at once. TMDB's network allows 20 connections.
        max_rate: How many requests may leave in a second, with up to a quarter of that at once after a pause: at 40 no
            second holds more than 50, which is what TMDB's network allows. None for no limit, until HTTP 429 makes one
            for some minutes.
        max_retries: How many attempts may follow the first, where that failed without an answer, with HTTP 408, 500,
            502, 503 or 504, or with a body cut short. They wait as long as the answer asks for, and otherwise up to
            0.5 s, 1 s, 2 s, 4 s and then 8 s, at random. An answer that asks for more than 60 s is raised at once.
            HTTP 429 does not count: the call waits with all others until the client is answered again, and fails where
            it is only refused for two minutes. 0 for no other attempt, after HTTP 429 neither.
        timeout: Seconds for each attempt, from sending it to the end of the answer; at most 5 of them to connect.
            Waiting for the limits does not count.
        base_url: Another host than TMDB's, such as a sandbox or a mirror, without the `/3`. Without it `TMDB_BASE_URL`
            is taken from the environment. It must be https, except on loopback.
        transport: The library that sends: "httpx", or "aiohttp", which takes a fraction of its processor time, runs on
            asyncio alone and needs the extra `tmdb-async[aiohttp]`.
        http_client: An `httpx.AsyncClient` to send with, or a client with the same interface. Its own headers and
            authentication are not used; closing it is left to whoever made it.

    Raises:
        ConfigurationError: There is no credential, an argument is malformed, or the proxy or the certificates that the
            environment names cannot be used. The message says what to do.
    """

    _sender: Engine

    def __init__(
        self,
        access_token: str | None = None,
        *,
        api_key: str | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
        language: str | None = None,
        max_concurrency: int = 20,
        max_rate: float | None = 40.0,
        max_retries: int = 4,
        timeout: float = 10.0,
        base_url: str | None = None,
        transport: Literal["httpx", "aiohttp"] = "httpx",
        http_client: HTTPClient | None = None,
    ) -> None:
        token, key = _secret(access_token), _secret(api_key)
        session, guest_session = _secret(session_id), _secret(guest_session_id)
        address = _secret(base_url)  # which may hold a password, though it must not
        # From here on nothing that this frame holds shows a secret in a traceback.
        del access_token, api_key, session_id, guest_session_id, base_url
        environment = {name: Secret(os.environ[name]) for name in VARIABLES if os.environ.get(name)}
        credential = Credential.find(token, key, environment)
        name = "language"
        if language is None:
            name, language = "TMDB_LANGUAGE", os.environ.get("TMDB_LANGUAGE") or None
        defaults = _changed(
            Defaults(
                language=None, session={}, timeout=_check_timeout(timeout), max_retries=_check_retries(max_retries)
            ),
            language=language,
            language_name=name,
            session=session,
            guest_session=guest_session,
        )
        if not _is_whole(max_concurrency) or max_concurrency < 1:
            raise ConfigurationError(f"max_concurrency must be a whole number from 1, and is {max_concurrency!r}")
        if max_rate is not None and not _is_positive(max_rate, _MOST_RATE):
            raise ConfigurationError(
                f"max_rate must be a positive number of requests a second, up to {_MOST_RATE}, or None for no limit, "
                f"and is {max_rate!r}"
            )
        name, address = given_or_set(address, "TMDB_BASE_URL", _BASE_URL)
        host = host_for(check_base_url(address, name), credential)
        connections = _connections(host, transport, http_client)
        gate = Gate(max_concurrency=max_concurrency, max_rate=max_rate)
        super().__init__(Engine(Transport(credential, host, connections), gate, defaults))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """End the calls that are under way and close the connections. They and later calls raise `RuntimeError`.

        A client made by `with_options` has no connections of its own: closing it does nothing.

        Raises:
            RuntimeError: The client belongs to another event loop.
        """
        await self._sender.aclose()

    def with_options(
        self,
        *,
        language: str | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
        max_retries: int | None = None,
        timeout: float | None = None,
    ) -> TMDB:
        """Return a client with other defaults, that shares this one's connections and limits.

        Args:
            language: As in `TMDB`; None leaves it as it is.
            session_id: As in `TMDB`, in place of this client's session of either kind; None leaves it as it is.
            guest_session_id: As in `TMDB`, in place of this client's session of either kind; None leaves it as it is.
            max_retries: As in `TMDB`; None leaves it as it is.
            timeout: As in `TMDB`; None leaves it as it is.

        Returns:
            A client that works until this one is closed.

        Raises:
            ConfigurationError: An argument is malformed.
        """
        session, guest_session = _secret(session_id), _secret(guest_session_id)
        del session_id, guest_session_id
        defaults = _changed(
            self._sender.defaults,
            language=language,
            session=session,
            guest_session=guest_session,
            max_retries=max_retries,
            timeout=timeout,
        )
        client = TMDB.__new__(TMDB)
        Resources.__init__(client, self._sender.with_defaults(defaults))
        return client

    @property
    def stats(self) -> Stats:
        """What this client has done so far: a snapshot, which does not change any more."""
        return self._sender.stats()

    @property
    def sessions(self) -> Mapping[str, Secret]:
        """The session that calls are made with, by the name of its parameter; hidden, and empty where there is none."""
        return self._sender.defaults.session

    async def call(self, operation: Operation[T], arguments: Mapping[str, object]) -> tuple[int, bytes, T]:
        """Call an operation by its declaration, as jobs do. Its method is the better way for all who know its name.

        Args:
            operation: The operation.
            arguments: Its arguments by their names in Python, secrets as `Secret`s. None is one that is left out.

        Returns:
            The HTTP status, the body as it came, decompressed, and the model.

        Raises:
            TypeError: An argument is of the wrong type.
            ValueError: An argument is out of range or malformed, or the session is missing.
            TMDBError: As any call.
        """
        return await self._sender.fetch(operation, {**dict.fromkeys(operation.parameters), **arguments})

    def bulk(self, method: Callable[..., Awaitable[T]], args: Iterable[Any] | AsyncIterable[Any]) -> Bulk[T]:
        """Make many calls at once and iterate over their outcomes as they complete.

            async with tmdb.bulk(tmdb.tv_series.credits, series_ids) as outcomes:
                async for outcome in outcomes:
                    if outcome.error is None:
                        store(outcome.args, outcome.value)

        Memory stays bounded, whatever the number of calls: the arguments are read as they are needed, never much ahead
        of the outcomes that the block takes, and no more than `max_concurrency` calls are under way. Leaving the block
        early cancels them.

        Args:
            method: A method of a resource, or any function that awaits one.
            args: The arguments, as an iterable or an asynchronous one (a generator of which is closed with the block):
                a tuple for each call, or a single value.

        Returns:
            An asynchronous context manager, which gives an asynchronous iterator of outcomes: a `Success` with `value`
            or a `Failure` with `error`, both with `index` and `args`. Their order is that of completion.

        Raises:
            TypeError: `args` is not iterable.

        The iterator raises, after the outcomes already made:
            AuthenticationError: TMDB refuses the credential or the session. A single private resource, which TMDB
                refuses with codes 38 and 39, is an outcome.
            Exception: Whatever `args` raises, or `method` other than a `TMDBError`.
        """
        try:
            return Bulk(method, args, self._sender.gate.max_concurrency)
        except TypeError as error:
            problem = str(error)
        del method  # which may be a `partial` that holds a session, and shows it in a traceback with locals
        raise TypeError(problem)

    async def sign_in(self) -> SignIn:
        """Begin to sign a user in: ask for a request token, which the user then approves.

            sign_in = await tmdb.sign_in()
            print(f"Please approve: {sign_in.url()}")
            input("Enter, once it is done")
            async with sign_in.session() as mine:
                await mine.tv_series.add_rating(1399, value=8.5)

        Returns:
            The token, with the address where it is approved, and the way on to a session.

        Raises:
            TMDBError: As any call.
        """
        from .signing_in import SignIn

        answer = await self.authentication.create_request_token()
        return SignIn(self, Secret(answer.request_token))

    def paginate(
        self, method: Callable[P, Coroutine[Any, Any, Page[R]]], *args: P.args, **kwargs: P.kwargs
    ) -> Pages[R]:
        """Iterate over the rows of a list that TMDB hands out in pages.

            async for series in tmdb.paginate(tmdb.discover.tv, with_genres=18):
                print(series.name)

            async for page in tmdb.paginate(tmdb.discover.tv, with_genres=18).pages():
                ...

        A page is asked for before it is needed, and a row that was given already is left out: `rows` and `pages` of
        what is returned have arguments for that, and `rows` a limit. Leaving the loop early leaves nothing behind.

        Args:
            method: The method of an operation whose answer is a page.
            args: Its arguments.
            kwargs: Its arguments by name; `page` is where to begin.

        Returns:
            An asynchronous iterable of rows. It ends with the last page or, where TMDB promises more than the 500 that
            it hands out, with the 500th; `truncated` says so.

        Raises:
            TypeError: The method is not one of an operation, its answer is no page, or an argument is not one of it.
            ValueError: `page` is out of range.

        Iterating raises what the method raises.
        """
        try:
            return _pages(method, args, {"page": None, **kwargs})
        except (TypeError, ValueError) as error:
            problem = type(error)(str(error))
        del method, args, kwargs  # which may hold a session, and show it in a traceback with locals
        raise problem


def _pages(method: Callable[..., Any], args: tuple[Any, ...], given: Mapping[str, Any]) -> Pages[Any]:
    from inspect import signature

    from .operations import operation_of
    from .pages import Pages  # which imports asyncio: httpx does without

    operation = operation_of(method)
    if not operation.paged:
        raise TypeError(f"{operation.name} has no pages")
    first = 1 if given["page"] is None else given["page"]
    in_query("page", first, operation.parameters["page"])
    signature(method).bind(*args, **given)
    return Pages(operation.name, lambda page: method(*args, **{**given, "page": page}), first)


def _secret(value: str | None) -> Secret | None:
    return None if value is None else Secret(value)


def _connections(host: Host, transport: str, http_client: HTTPClient | None) -> Connections:
    if transport not in ("httpx", "aiohttp"):
        raise ConfigurationError(f"transport must be 'httpx' or 'aiohttp', and is {transport!r}")
    if http_client is not None:
        if transport != "httpx":
            raise ConfigurationError("Two transports: give transport or http_client, not both.")
        return InjectedClient(host, http_client)
    if transport == "httpx":
        return HTTPXConnections(host)
    from .transports.over_aiohttp import AiohttpConnections  # an extra, and slow to import

    return AiohttpConnections(host)


def _changed(
    defaults: Defaults,
    *,
    language: str | None,
    session: Secret | None,
    guest_session: Secret | None,
    max_retries: int | None = None,
    timeout: float | None = None,
    language_name: str = "language",
) -> Defaults:
    if session is not None and guest_session is not None:
        raise ConfigurationError("Two sessions: give session_id or guest_session_id, not both.")
    given = {"session_id": session, "guest_session_id": guest_session}
    try:
        sessions = {name: check_session(name, secret) for name, secret in given.items() if secret is not None}
        return Defaults(
            language=defaults.language if language is None else check_language(language, language_name),
            session=sessions or defaults.session,
            timeout=defaults.timeout if timeout is None else _check_timeout(timeout),
            max_retries=defaults.max_retries if max_retries is None else _check_retries(max_retries),
        )
    except (TypeError, ValueError) as error:
        raise ConfigurationError(str(error)) from None


def _check_timeout(timeout: float) -> float:
    if not _is_positive(timeout, _MOST_SECONDS):
        raise ConfigurationError(
            f"timeout must be a positive number of seconds, up to {_MOST_SECONDS}, and is {timeout!r}"
        )
    return timeout


def _check_retries(max_retries: int) -> int:
    if not _is_whole(max_retries) or not 0 <= max_retries <= _MOST_RETRIES:
        raise ConfigurationError(
            f"max_retries must be a whole number from 0 to {_MOST_RETRIES}, and is {max_retries!r}"
        )
    return max_retries


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_positive(value: object, most: float) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= most
