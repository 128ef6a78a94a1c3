from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import anyio
import httpx
import httpx2
import pytest

from tests.faults.faults import SERIES, answer, body_for, sends
from tests.faults.servers import Handler, Server, response
from tmdb_async import (
    TMDB,
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseError,
    ServerError,
    TMDBError,
    UnprocessableEntityError,
)
from tmdb_async.calls import pace, retry
from tmdb_async.models import TvSeriesCredits

pytestmark = [pytest.mark.anyio, pytest.mark.unmeasured]

KEY = "feedfacefeedfacefeedfacefeedface"
MODEL = TvSeriesCredits(id=1399, cast=(), crew=())
CLASSES: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
REDIRECTS = (300, 301, 302, 303, 304, 305, 306, 307, 308)
# TMDB's own codes, by the HTTP status that they come with.
CODES: dict[int, tuple[int, ...]] = {
    200: (1, 13, 21, 40),
    201: (12,),
    400: (18, 22, 23, 26, 27, 28, 29, 47),
    401: (3, 7, 10, 14, 16, 17, 30, 31, 32, 33, 35, 36, 38, 39),
    403: (8, 45),
    404: (6, 34, 37),
    405: (4, 42),
    406: (19,),
    422: (5, 20, 41),
    429: (25,),
    500: (11, 15, 44),
    501: (2,),
    502: (43,),
    503: (9, 46),
    504: (24,),
}


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retry, "_FIRST_WAIT", 0.001)
    monkeypatch.setattr(retry, "_SHORTEST_COOL_DOWN", 0.001)
    monkeypatch.setattr(retry, "_MOST_REFUSALS", 2)
    monkeypatch.setattr(pace, "_LEAST", 1e6)


def class_of(status: int) -> type[APIStatusError]:
    return ServerError if 500 <= status <= 599 else CLASSES.get(status, APIStatusError)


async def outcome(tmdb: TMDB, series_id: int = 1399) -> TvSeriesCredits | TMDBError:
    try:
        return await tmdb.tv_series.credits(series_id)
    except TMDBError as error:
        return error


async def outcomes(url: str, numbers: range, **options: Any) -> Mapping[int, TvSeriesCredits | TMDBError]:
    """What comes of a call for each number, all of them on one client."""
    found: dict[int, TvSeriesCredits | TMDBError] = {}

    async def call(number: int) -> None:
        found[number] = await outcome(tmdb, number)

    async with TMDB("token", base_url=url, max_rate=None, timeout=60, **options) as tmdb:
        async with anyio.create_task_group() as tasks:
            for number in numbers:
                tasks.start_soon(call, number)
        assert tmdb.stats.calls == len(numbers)
    return found


async def answer_with_the_status_asked_for(head: bytes, transport: asyncio.Transport) -> None:
    status = int(head.split(b"/")[3])
    # What has no body by HTTP's own rules is sent none.
    transport.write(response(b"" if status in (204, 304) else body_for(head), status=f"{status} Some Words"))


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_every_status_is_a_model_or_a_typed_error(anyio_backend: str) -> None:
    """Each status that HTTP can hold: a success is read, whatever its number, and all else is an error whose class
    follows from the number alone. None of them takes a connection with it.
    """
    with Server(answer_with_the_status_asked_for) as server:
        found = await outcomes(server.url, range(200, 1000), max_retries=0)
        assert len(server.heads) == 800
        assert server.all_closed()
    assert sorted(found) == list(range(200, 1000))
    for status, result in found.items():
        if status == 204:
            assert type(result) is ResponseError
        elif status < 300:
            assert result == TvSeriesCredits(id=status)
        else:
            assert type(result) is class_of(status)
            assert isinstance(result, APIStatusError)
            assert (result.status, result.code, result.attempts) == (status, None, 1)
            assert result.message in {*(each.phrase for each in HTTPStatus), "The answer is not a success"}
            assert str(result) == f"tv_series.credits: {result.message} (HTTP {status})"


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_only_statuses_that_may_pass_are_tried_again(anyio_backend: str) -> None:
    """408, 429 and those that say the server failed for now: no other status is worth another request."""
    with Server(answer_with_the_status_asked_for) as server:
        found = await outcomes(server.url, range(400, 600), max_retries=1)
    again = {status for status, error in found.items() if isinstance(error, TMDBError) and error.attempts == 2}
    assert again == {408, 429, 500, 502, 503, 504}
    assert len(server.heads) == 200 + len(again)


@pytest.mark.parametrize("status", [218, 299])
async def test_an_unknown_success_is_a_success(anyio_backend: str, status: int) -> None:
    """What comes with a status that HTTP does not define is read like any other, and the status is not lost."""
    with Server(sends(SERIES, "X-Served-By: cache", status=f"{status} This Is Fine")) as server:
        async with TMDB("token", base_url=server.url) as tmdb:
            detailed = await tmdb.detailed.tv_series.credits(1399)
    assert (detailed.status_code, detailed.parsed, detailed.content) == (status, MODEL, SERIES)
    assert detailed.headers["x-served-by"] == "cache"


@pytest.mark.parametrize("words", [b"", b" ", b" No Words at All", b" \xc3\xa9\xff", b" " + b"x" * 5000])
async def test_the_words_of_a_status_line_mean_nothing(anyio_backend: str, words: bytes) -> None:
    """Only the number counts: the line may have no words, or any."""

    async def handler(head: bytes, transport: asyncio.Transport) -> None:
        transport.write(b"HTTP/1.1 404" + words + b"\r\nContent-Length: 0\r\n\r\n")

    with Server(handler) as server:
        async with TMDB("token", base_url=server.url, max_retries=0) as tmdb:
            error = await outcome(tmdb)
    assert str(error) == "tv_series.credits: Not Found (HTTP 404)"


# Redirects.


@pytest.mark.parametrize("library", [None, httpx, httpx2])
@pytest.mark.parametrize("credential", [{"access_token": "token"}, {"api_key": KEY}], ids=["token", "key"])
async def test_a_redirect_is_never_followed(anyio_backend: str, library: Any, credential: dict[str, Any]) -> None:
    """The host that a redirect names sees neither the credential nor a request, also where the client that is injected
    would follow: what comes is the error, with the address in its headers.
    """
    with Server(answer) as other, Server(answer) as server:

        async def redirect(head: bytes, transport: asyncio.Transport) -> None:
            series_id = int(head.split(b"/")[3])
            to = f"{other.url}/3/tv/{series_id}/credits"
            lines = (
                f"Location: {to}",
                f"Refresh: 0; url={to}",
                f"Content-Location: {to}",
                f"Link: <{to}>; rel=canonical",
            )
            transport.write(response(b"", *lines, status=f"{series_id} Elsewhere"))

        server.handler = redirect
        client = None if library is None else library.AsyncClient(follow_redirects=True)
        async with TMDB(**credential, base_url=server.url, http_client=client, max_rate=None) as tmdb:
            for status in REDIRECTS:
                error = await outcome(tmdb, status)
                assert type(error) is APIStatusError
                assert (error.status, error.attempts) == (status, 1)
                assert error.headers["location"] == f"{other.url}/3/tv/{status}/credits"
        if client is not None:
            await client.aclose()
        assert len(server.heads) == len(REDIRECTS)
        assert (other.heads, other.peak) == ([], 0)


@pytest.mark.parametrize("address", ["/3/tv/1/credits", "//127.0.0.1:9/", "", "?x", "ftp://x", "http://"])
async def test_a_redirect_to_anywhere_is_not_followed(anyio_backend: str, address: str) -> None:
    """Nor is one to the same host, or to an address that is no host."""
    with Server(sends(b"", f"Location: {address}", status="302 Found")) as server:
        async with TMDB("token", base_url=server.url) as tmdb:
            error = await outcome(tmdb)
        assert type(error) is APIStatusError
        assert (error.status, len(server.heads)) == (302, 1)


@pytest.mark.parametrize(
    "address",
    ["mailto:x", "http://[::1", "http://xn--a/", "http://a:b/", "/" + "a" * 70_000],
)
async def test_a_redirect_to_no_address_is_a_typed_error(anyio_backend: str, address: str) -> None:
    """An address is read also where it is not followed, and these cannot be: what comes out is ours all the same."""
    with Server(sends(b"", f"Location: {address}", status="302 Found")) as server:
        async with TMDB("token", base_url=server.url, max_retries=0) as tmdb:
            assert isinstance(await outcome(tmdb), TMDBError)
        assert server.all_closed()


# What TMDB says.


def test_the_table_has_all_codes() -> None:
    """TMDB documents 47."""
    assert sorted(code for codes in CODES.values() for code in codes) == list(range(1, 48))


@pytest.mark.parametrize("status", CODES)
async def test_every_code_of_tmdb_is_in_its_error(anyio_backend: str, status: int) -> None:
    """The class follows from the HTTP status, the code is TMDB's. One that comes with a success is no model."""

    def envelope(code: int) -> bytes:
        return json.dumps({"success": status < 300, "status_code": code, "status_message": f"Words {code}."}).encode()

    async def handler(head: bytes, transport: asyncio.Transport) -> None:
        transport.write(response(envelope(int(head.split(b"/")[3])), status=f"{status} Some Words"))

    with Server(handler) as server:
        async with TMDB("token", base_url=server.url, max_rate=None, max_retries=0) as tmdb:
            for code in CODES[status]:
                error = await outcome(tmdb, code)
                if status < 300:
                    assert type(error) is ResponseError
                    assert (error.path, error.body, error.cut_short) == ("$", envelope(code), False)
                else:
                    assert type(error) is class_of(status)
                    assert isinstance(error, APIStatusError)
                    assert (error.status, error.code, error.message) == (status, code, f"Words {code}.")
                    assert str(error) == f"tv_series.credits: Words {code}. (HTTP {status}, TMDB code {code})"


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        ({"success": False, "status_code": 34, "status_message": "Nothing here."}, 34, "Nothing here."),
        ({"status_code": 7, "status_message": "Bad key."}, 7, "Bad key."),
        ({"errors": ["page must be greater than 0"]}, None, "page must be greater than 0"),
        ({"success": False, "errors": ["a", "b"]}, None, "a b"),
        ({"status_code": 18, "status_message": "Failed.", "errors": ["x is bad"]}, 18, "Failed. x is bad"),
        ({"status_code": 34, "status_message": "Nothing here.", "more": {"of": ["this"]}}, 34, "Nothing here."),
        ({}, None, "Not Found"),
        ({"errors": []}, None, "Not Found"),
    ],
)
async def test_both_shapes_of_failure_are_read(
    anyio_backend: str, body: dict[str, object], code: int | None, message: str
) -> None:
    """A code with a message, a list of errors, or both, and with whatever else."""
    raw = json.dumps(body).encode()
    with Server(sends(raw, "X-Served-By: cache", status="404 Not Found")) as server:
        async with TMDB("token", base_url=server.url, max_retries=0) as tmdb:
            error = await outcome(tmdb)
    assert type(error) is NotFoundError
    assert (error.code, error.message, error.body, error.headers["X-Served-By"]) == (code, message, raw, "cache")


async def hint_and_switch(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n" + response(SERIES)
    )


async def hint(head: bytes, transport: asyncio.Transport) -> None:
    for status in (100, 102, 103, 199):
        transport.write(f"HTTP/1.1 {status} Wait\r\nX-Hint: x\r\n\r\n".encode())
    await answer(head, transport)


@pytest.mark.parametrize(("handler", "works"), [(hint, True), (hint_and_switch, False)])
async def test_what_comes_before_an_answer_is_no_answer(anyio_backend: str, handler: Handler, works: bool) -> None:
    """Hints of any number are passed over; a switch to another protocol, which nobody asked for, is a fault."""
    with Server(handler) as server:
        async with TMDB("token", base_url=server.url, max_retries=0) as tmdb:
            result = await outcome(tmdb)
        assert server.all_closed()
    assert (result == MODEL) is works
    assert isinstance(result, TvSeriesCredits | TMDBError)
