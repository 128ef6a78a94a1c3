from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import aiohttp
import anyio
import httpx
import httpx2
import pytest
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from tests.faults.faults import answer
from tests.faults.servers import Server
from tests.faults.test_secrets import Shown, planted
from tmdb_async import TMDB, APIConnectionError, APITimeoutError

TOKEN, *_ = planted("")


def of_itself() -> Exception:
    """An exception without words, in a group of its kind, that another one caused."""
    error = RuntimeError()
    error.__cause__ = KeyError(TOKEN)
    return ExceptionGroup(TOKEN, [ExceptionGroup(TOKEN, [error])])


def of_status(library: Any) -> Exception:
    request = library.Request("GET", "http://localhost")
    error: Exception = library.HTTPStatusError(TOKEN, request=request, response=library.Response(500))
    return error


ASKED = aiohttp.RequestInfo(URL("http://localhost"), "GET", CIMultiDictProxy(CIMultiDict()), URL("http://localhost"))

# What a library may raise, each with the class that stands in its place.
RAISED: dict[str, tuple[Callable[[], Exception], type[Exception]]] = {
    "RuntimeError": (lambda: RuntimeError("coroutine raised StopIteration"), RuntimeError),
    "a subclass of it": (lambda: NotImplementedError(TOKEN), RuntimeError),
    "KeyError": (lambda: KeyError(TOKEN), Exception),
    "AssertionError": (lambda: AssertionError(TOKEN), Exception),
    "TypeError": (lambda: TypeError(TOKEN), Exception),
    "StopAsyncIteration": (lambda: StopAsyncIteration(TOKEN), Exception),
    "OverflowError": (lambda: ExceptionGroup("", [OverflowError(TOKEN)]), Exception),
    "UnicodeDecodeError": (lambda: UnicodeDecodeError("utf-8", TOKEN.encode(), 0, 1, TOKEN), ValueError),
    "ConnectionResetError": (lambda: ConnectionResetError(104, TOKEN), OSError),
    "a group": (lambda: ExceptionGroup(TOKEN, [OSError(TOKEN), ValueError(TOKEN)]), OSError),
    "a group in a group": (of_itself, RuntimeError),
    "HTTPStatusError": (lambda: of_status(httpx), httpx.HTTPError),
    "HTTPStatusError of httpx2": (lambda: of_status(httpx2), httpx2.HTTPError),
    "StreamConsumed": (httpx.StreamConsumed, httpx.StreamError),
    "InvalidURL": (lambda: httpx.InvalidURL(TOKEN), httpx.InvalidURL),
    "ContentTypeError": (
        lambda: aiohttp.ContentTypeError(ASKED, (), message=TOKEN),
        aiohttp.ClientError,
    ),
    "TooManyRedirects": (
        lambda: aiohttp.TooManyRedirects(ASKED, (), message=TOKEN),
        aiohttp.ClientError,
    ),
}


async def call(library: str, error: BaseException, monkeypatch: pytest.MonkeyPatch, **options: Any) -> None:
    """Make a call, in which a library raises an exception."""

    async def fail(*args: object, **kwargs: object) -> None:
        raise error

    client: Any = None
    if library.startswith("injected "):
        made = {"injected httpx": httpx, "injected httpx2": httpx2}[library]
        client = made.AsyncClient(transport=made.MockTransport(fail))
    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", fail)
    monkeypatch.setattr(aiohttp.ClientSession, "_request", fail)
    options |= {"base_url": "http://localhost", "http_client": client, "max_retries": 0}
    async with TMDB(TOKEN, transport="aiohttp" if library == "aiohttp" else "httpx", **options) as tmdb:
        await tmdb.tv_series.credits(1399)


LIBRARIES = ("httpx", "aiohttp", "injected httpx", "injected httpx2")


@pytest.mark.asyncio
@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("name", RAISED)
async def test_whatever_a_library_raises_is_no_answer(name: str, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An `APIConnectionError` comes out of a call, also where a library raises what no library should, or many at once:
    its cause has the words and nothing else.
    """
    make, cls = RAISED[name]
    error = make()
    with pytest.raises(APIConnectionError, match="No answer: ") as caught:
        await call(library, error, monkeypatch)
    assert type(caught.value) is APIConnectionError
    cause = caught.value.__cause__
    assert cause is not error
    if cls.__module__.partition(".")[0] in ("builtins", library.removeprefix("injected ")):
        assert type(cause) is cls
    shown = Shown()
    shown.add_error(caught.value)
    shown.check()


@pytest.mark.asyncio
@pytest.mark.parametrize("library", LIBRARIES)
async def test_what_has_no_words_is_named(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads the message knows what it was."""
    with pytest.raises(APIConnectionError, match=r"No answer: Exception\('ZeroDivisionError: '\)"):
        await call(library, ZeroDivisionError(), monkeypatch)


@pytest.mark.asyncio
@pytest.mark.parametrize("library", LIBRARIES)
async def test_a_timeout_in_a_group_is_a_timeout(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A group is of the kind of its first."""
    with pytest.raises(APITimeoutError):
        await call(library, ExceptionGroup("", [TimeoutError("late"), OSError()]), monkeypatch)


class EndError(BaseException):
    """What ends a process, or a task."""


@pytest.mark.asyncio
@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize(
    "error",
    [EndError(), asyncio.CancelledError(), BaseExceptionGroup("", [EndError(), ValueError()])],
    ids=["end", "cancellation", "group"],
)
async def test_what_ends_a_process_or_a_task_passes(
    error: BaseException, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is no failure to send, and whoever waits for it gets it as it is."""
    with pytest.raises(type(error)) as caught:
        await call(library, error, monkeypatch)
    assert caught.value is error


@pytest.mark.asyncio
async def test_a_resolver_that_finds_nothing_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty list of addresses is a host that there is not; aiohttp makes a `RuntimeError` of it."""

    async def nothing(*args: object, **kwargs: object) -> list[Any]:
        return []

    monkeypatch.setattr(aiohttp.DefaultResolver, "resolve", nothing)
    async with TMDB(TOKEN, base_url="http://localhost:9", transport="aiohttp", max_retries=0) as tmdb:
        with pytest.raises(APIConnectionError, match="No answer: "):
            await tmdb.tv_series.credits(1399)


@pytest.mark.asyncio
async def test_a_session_that_cannot_be_made_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """And the next call makes one."""

    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError("no resolver")

    with Server(answer) as server:
        async with TMDB(TOKEN, base_url=server.url, transport="aiohttp", max_retries=0) as tmdb:
            with monkeypatch.context() as patch, pytest.raises(APIConnectionError, match="no resolver"):
                patch.setattr(aiohttp.TCPConnector, "__init__", fail)
                await tmdb.tv_series.credits(1399)
            assert (await tmdb.tv_series.credits(1399)).id == 1399


@pytest.mark.anyio
async def test_a_call_in_a_task_group_fails_alone(anyio_backend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its error is its own, and no group is around it that it did not come from."""
    with pytest.raises(ExceptionGroup) as caught:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(call, "httpx", ExceptionGroup("", [OverflowError()]), monkeypatch)
    assert [type(error) for error in caught.value.exceptions] == [APIConnectionError]
