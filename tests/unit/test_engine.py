from __future__ import annotations

import gzip
import logging
import pickle
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from types import SimpleNamespace
from typing import Any, cast

import anyio
import httpx
import msgspec
import pytest
from anyio.lowlevel import checkpoint

from tests.unit.test_gate import START, Clock
from tmdb_async import (
    TMDB,
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    ConfigurationError,
    NotFoundError,
    RateLimitError,
    ResponseError,
    ServerError,
    Stats,
    TMDBError,
    client,
)
from tmdb_async._generated.types import Operation
from tmdb_async.calls import engine
from tmdb_async.calls.decode import check_repeated
from tmdb_async.calls.gate import Gate
from tmdb_async.models import TvSeriesCredits

pytestmark = pytest.mark.anyio

TOKEN = "token"
SERIES = b'{"id":1399,"cast":[],"crew":[]}'
MODEL = TvSeriesCredits(id=1399, cast=(), crew=())
CUT_SHORT = SERIES[:-5]
REFUSAL = b'{"status_message":"Some words."}'
SHAPELESS = b'{"id":"1399"}'
JITTER = engine._jitter

# What a server does in answer to one request: a body, a status (with seconds to wait), or no answer.
Deed = bytes | int | tuple[int, str] | Exception


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """No test waits: the clients' gates have this clock."""
    clock = Clock()
    monkeypatch.setattr(client, "Gate", partial(Gate, clock=clock, sleep=clock.sleep))
    return clock


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> list[float]:
    """How long calls wait between their attempts: always the longest that chance allows."""
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        await clock.sleep(seconds)

    monkeypatch.setattr("tmdb_async.calls.engine.anyio.sleep", sleep)
    monkeypatch.setattr(engine, "_jitter", lambda: 1.0)
    return waits


Answer = Callable[[httpx.Request], Awaitable[httpx.Response]]


class Script:
    """A server that does one thing after the other."""

    def __init__(self, *deeds: Deed) -> None:
        self.requests: list[httpx.Request] = []
        self.deeds = deeds

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        assert len(self.requests) <= len(self.deeds)
        deed = self.deeds[len(self.requests) - 1]
        if isinstance(deed, Exception):
            raise deed
        if isinstance(deed, bytes):
            return httpx.Response(200, content=deed)
        status, seconds = deed if isinstance(deed, tuple) else (deed, None)
        return httpx.Response(status, content=REFUSAL, headers={} if seconds is None else {"Retry-After": seconds})


class Refusing:
    """A server that refuses some of what it is asked; notes when each request comes, and what it is for.

    Args:
        places: The places of those that are refused, in the order of requests, each with its `Retry-After`.
        together: How many are answered together, once all of them are there.
    """

    def __init__(self, clock: Clock, places: Mapping[int, str | None], together: int = 0) -> None:
        self.times: list[float] = []
        self.paths: list[str] = []
        self._clock = clock
        self._places = places
        self._together = together
        self._all_there = anyio.Event()

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        place = len(self.times)
        self.times.append(self._clock.now - START)
        self.paths.append(request.url.path)
        if len(self.times) == self._together:
            self._all_there.set()
        if place < self._together:
            await self._all_there.wait()
        seconds = self._places.get(place)
        headers = {} if seconds is None else {"Retry-After": seconds}
        body = b'{"id":%d}' % int(request.url.path.split("/")[3])
        return httpx.Response(429 if place in self._places else 200, content=body, headers=headers)


class Silent:
    """A server that never answers."""

    def __init__(self) -> None:
        self.asked = 0

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked += 1
        await anyio.sleep_forever()
        raise AssertionError


@asynccontextmanager
async def client_of(server: Answer, **options: Any) -> AsyncIterator[TMDB]:
    async with (
        httpx.AsyncClient(transport=httpx.MockTransport(cast("Any", server))) as http_client,
        TMDB(TOKEN, http_client=http_client, **options) as tmdb,
    ):
        yield tmdb


@asynccontextmanager
async def scripted(*deeds: Deed, **options: Any) -> AsyncIterator[TMDB]:
    """A client whose server does one thing after the other, and is asked for all of them."""
    server = Script(*deeds)
    async with client_of(server, **options) as tmdb:
        yield tmdb
    assert len(server.requests) == len(deeds)


async def failure(call: Awaitable[Any]) -> TMDBError:
    with pytest.raises(TMDBError) as caught:
        await call
    return caught.value


@pytest.mark.parametrize(
    ("deed", "error", "cause"),
    [
        (503, ServerError, ServerError),
        (408, APIStatusError, APIStatusError),
        (httpx.ConnectError("refused"), APIConnectionError, httpx.ConnectError),
        (httpx.ReadError(""), APIConnectionError, httpx.ReadError),
        (httpx.RemoteProtocolError("cut off"), APIConnectionError, httpx.RemoteProtocolError),
        (httpx.ConnectTimeout("slow"), APITimeoutError, httpx.ConnectTimeout),
        (httpx.ReadTimeout("slow"), APITimeoutError, httpx.ReadTimeout),
        (httpx.WriteTimeout("slow"), APITimeoutError, httpx.WriteTimeout),
        (httpx.PoolTimeout("slow"), APITimeoutError, httpx.PoolTimeout),
        (CUT_SHORT, ResponseError, msgspec.DecodeError),
    ],
    ids=repr,
)
async def test_what_goes_on_failing_is_raised_with_its_cause(
    deed: Deed, error: type[TMDBError], cause: type[Exception]
) -> None:
    """After five attempts, with their number; caused by what the library raised or by how the attempt before failed."""
    async with scripted(*[deed] * 5) as tmdb:
        raised = await failure(tmdb.tv_series.credits(1399))
    assert type(raised) is error
    assert raised.attempts == 5
    assert type(raised.__cause__) is cause
    if isinstance(raised.__cause__, TMDBError):
        assert (raised.__cause__.attempts, raised.__cause__.operation) == (4, "tv_series.credits")


@pytest.mark.parametrize(
    ("deed", "error", "cause"),
    [
        (404, NotFoundError, None),
        (501, ServerError, None),
        (520, ServerError, None),
        ((429, "61"), RateLimitError, None),
        (SHAPELESS, ResponseError, msgspec.ValidationError),
        (204, ResponseError, None),
    ],
    ids=repr,
)
async def test_what_would_fail_again_is_raised_at_once(
    waits: list[float], deed: Deed, error: type[TMDBError], cause: type[Exception] | None
) -> None:
    """After one attempt, without a wait; its cause is what the decoder raised, if it did."""
    async with scripted(deed) as tmdb:
        raised = await failure(tmdb.tv_series.credits(1399))
    assert type(raised) is error
    assert (raised.attempts, waits) == (1, [])
    assert raised.__cause__ is None if cause is None else type(raised.__cause__) is cause


async def test_a_call_may_fail_in_several_ways() -> None:
    """The last failure is raised, and the one before it is its cause, with its own cause."""
    async with scripted(503, httpx.ReadTimeout("slow"), 404) as tmdb:
        raised = await failure(tmdb.tv_series.credits(1399))
    assert (type(raised), raised.attempts) == (NotFoundError, 3)
    before = raised.__cause__
    assert isinstance(before, APITimeoutError)
    assert before.attempts == 2
    assert type(before.__cause__) is httpx.ReadTimeout


@pytest.mark.parametrize("failures", [1, 2, 3, 4])
async def test_a_call_succeeds_with_its_first_success(failures: int) -> None:
    """What failed before leaves no trace in what the call returns."""
    deeds: list[Deed] = [503, httpx.ReadError(""), CUT_SHORT, 429]
    async with scripted(*deeds[:failures], SERIES, *deeds[:failures], SERIES) as tmdb:
        assert await tmdb.tv_series.credits(1399) == MODEL
        response = await tmdb.detailed.tv_series.credits(1399)
    assert (response.status_code, response.content, response.parsed) == (200, SERIES, MODEL)


async def test_an_attempt_asks_for_the_same_again() -> None:
    """The same URL with the same headers, each time."""
    server = Script(503, 429, httpx.ReadError(""), SERIES)
    async with client_of(server, language="pt-BR") as tmdb:
        await tmdb.tv_series.credits(1399)
    assert len({(request.method, request.url, str(request.headers)) for request in server.requests}) == 1
    assert len(server.requests) == 4


@pytest.mark.parametrize("deed", [503, httpx.ConnectError("refused"), CUT_SHORT], ids=repr)
async def test_without_retries_the_first_failure_is_raised(waits: list[float], deed: Deed) -> None:
    """`max_retries=0`, for a client or for the one that `with_options` makes of it, and then for that one alone."""
    async with scripted(*[deed] * 4, max_retries=0) as tmdb:
        for each, attempts in ((tmdb, 1), (tmdb.with_options(max_retries=1), 2), (tmdb, 1)):
            assert (await failure(each.tv_series.credits(1399))).attempts == attempts
    async with scripted(deed, deed, SERIES) as tmdb:
        assert (await failure(tmdb.with_options(max_retries=0).tv_series.credits(1399))).attempts == 1
        other = tmdb.with_options(max_retries=0).with_options(language="pt-BR")
        assert (await failure(other.tv_series.credits(1399))).attempts == 1
        waits.clear()
        assert await tmdb.with_options(max_retries=1).with_options(language="pt-BR").tv_series.credits(1399) == MODEL
    assert waits == []


async def test_refusals_are_no_attempts_that_failed(clock: Clock, waits: list[float]) -> None:
    """HTTP 429 is a matter of the client: with a single retry a call may be refused often, and still fail once."""
    async with scripted(429, 429, 503, 429, 429, SERIES, 429, 503, 429, 503, max_retries=1) as tmdb:
        assert await tmdb.tv_series.credits(1399) == MODEL
        raised = await failure(tmdb.tv_series.credits(1399))
    assert (type(raised), raised.attempts) == (ServerError, 4)
    assert isinstance(raised.__cause__, RateLimitError)
    assert waits == [0.5, 0.5]


async def test_without_retries_a_refusal_is_raised_at_once(clock: Clock) -> None:
    """`max_retries=0` says that the caller wants no second attempt, whatever the first one met."""
    async with scripted(429, SERIES) as tmdb:
        raised = await failure(tmdb.with_options(max_retries=0).tv_series.credits(1399))
        assert (type(raised), raised.attempts, clock.now) == (RateLimitError, 1, START)
        await tmdb.with_options(max_retries=0).tv_series.credits(1399)
        assert clock.now == pytest.approx(START + 1)


@pytest.mark.parametrize("max_retries", [-1, 1001, True, 1.0, "4", b"4", float("nan"), 10**30])
async def test_a_bad_number_of_retries_is_refused(max_retries: Any) -> None:
    """A whole number from 0 to 1000, for a client and for `with_options`; the message says so."""
    with pytest.raises(ConfigurationError, match=r"^max_retries must be a whole number from 0 to 1000, and is "):
        TMDB(TOKEN, max_retries=max_retries)
    async with scripted() as tmdb:
        with pytest.raises(ConfigurationError, match="max_retries"):
            tmdb.with_options(max_retries=max_retries)


async def test_a_client_needs_a_number_of_retries() -> None:
    """None is no number; for `with_options` it stands for the client's own."""
    with pytest.raises(ConfigurationError, match="max_retries"):
        TMDB(TOKEN, max_retries=None)  # type: ignore[arg-type] # which is the rule


async def test_each_wait_may_be_twice_as_long_as_the_one_before(waits: list[float]) -> None:
    """Up to 8 s; all of it is chance, and so it may also be none."""
    async with scripted(*[503] * 8, max_retries=7) as tmdb:
        await failure(tmdb.tv_series.credits(1399))
    assert waits == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0]


async def test_no_two_calls_wait_equally_long(waits: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    """Chance spreads what failed together: a hundred waits, all within the bound and all different."""
    monkeypatch.setattr(engine, "_jitter", JITTER)
    deeds: list[Deed] = [503, SERIES]
    async with scripted(*deeds * 100) as tmdb:
        for _ in range(100):
            await tmdb.tv_series.credits(1399)
    assert len(set(waits)) == 100
    assert 0 <= min(waits) < 0.25 < max(waits) < 0.5


@pytest.mark.parametrize(("seconds", "waited"), [("7", 7.0), ("1.5", 1.5), ("60", 60.0), ("0", 0.5), ("soon", 0.5)])
async def test_what_an_answer_asks_for_is_waited_for(waits: list[float], seconds: str, waited: float) -> None:
    """Exactly that; where it asks for nothing that can be read, or for no time at all, it is as if it did not ask."""
    async with scripted((503, seconds), SERIES) as tmdb:
        await tmdb.tv_series.credits(1399)
    assert waits == [waited]


@pytest.mark.parametrize("status", [408, 429, 503])
@pytest.mark.parametrize(("seconds", "value"), [("61", 61.0), ("60.5", 60.5), ("3600", 3600.0), ("9" * 20, 1e20)])
async def test_what_asks_for_more_than_a_minute_is_raised_with_the_seconds(
    waits: list[float], status: int, seconds: str, value: float
) -> None:
    """At once: the caller knows better what to do with so much time."""
    async with scripted((status, seconds)) as tmdb:
        raised = await failure(tmdb.tv_series.credits(1399))
    assert isinstance(raised, APIStatusError)
    assert (raised.status, raised.retry_after, raised.attempts, waits) == (status, value, 1, [])


def operation(method: str, *, repeatable: bool) -> Operation[TvSeriesCredits]:
    """An operation of any method."""
    return Operation(
        name="things.make",
        method=method,
        path="/3/things",
        parameters={},
        get_model=lambda: TvSeriesCredits,
        repeatable=repeatable,
    )


@pytest.mark.parametrize("method", ["POST", "DELETE"])
@pytest.mark.parametrize(
    "deed",
    [503, 408, httpx.ReadError(""), httpx.ReadTimeout("slow"), httpx.WriteError(""), CUT_SHORT],
    ids=repr,
)
async def test_what_may_have_been_done_is_not_done_again(method: str, deed: Deed) -> None:
    """What may not be repeated is sent once, if it was sent."""
    async with scripted(deed) as tmdb:
        raised = await failure(tmdb._sender.send(operation(method, repeatable=False), {}))
    assert (raised.operation, raised.attempts) == ("things.make", 1)


@pytest.mark.parametrize("method", ["POST", "DELETE"])
async def test_what_may_be_repeated_is_tried_again(method: str) -> None:
    """A write like any other call, where the document says so."""
    server = Script(503, httpx.ReadError(""), SERIES)
    async with client_of(server) as tmdb:
        assert await tmdb._sender.send(operation(method, repeatable=True), {}) == MODEL
    assert [request.method for request in server.requests] == [method] * 3


@pytest.mark.parametrize("method", ["POST", "PATCH", "PUT", "DELETE"])
@pytest.mark.parametrize(
    "deed", [429, httpx.ConnectError("refused"), httpx.ConnectTimeout("slow"), httpx.PoolTimeout("slow")], ids=repr
)
async def test_what_was_not_done_is_tried_again(method: str, deed: Deed) -> None:
    """Whatever the method, where TMDB turned the request away or never got it."""
    server = Script(deed, SERIES)
    async with client_of(server) as tmdb:
        assert await tmdb._sender.send(operation(method, repeatable=False), {}) == MODEL
    assert [request.method for request in server.requests] == [method] * 2


async def test_a_call_that_waits_for_its_next_attempt_holds_no_slot(anyio_backend: str, clock: Clock) -> None:
    """Others go on meanwhile, also with a single slot."""
    ended: list[str] = []
    times: list[float] = []

    async def call(tmdb: TMDB, name: str) -> None:
        await tmdb.tv_series.credits(1399)
        ended.append(name)
        times.append(clock.now - START)

    async with (
        scripted((503, "30"), SERIES, SERIES, max_concurrency=1) as tmdb,
        anyio.create_task_group() as tasks,
    ):
        tasks.start_soon(call, tmdb, "first")
        while tmdb.stats.attempts < 1:
            await checkpoint()
        tasks.start_soon(call, tmdb, "second")
    assert ended == ["second", "first"]
    assert times == pytest.approx([0, 30])


async def test_one_refusal_pauses_all_calls_of_a_client(anyio_backend: str, clock: Clock, waits: list[float]) -> None:
    """Also those of the clients that `with_options` made of it: for a second nothing is sent, and then less."""
    server = Refusing(clock, {30: None})
    async with client_of(server) as tmdb:
        clients = [tmdb, tmdb.with_options(language="pt-BR")]
        async with anyio.create_task_group() as tasks:
            for number in range(100):
                tasks.start_soon(clients[number % 2].tv_series.credits, 1399)
        stats = tmdb.stats
    times = server.times
    assert len(times) == 101
    assert times[31] == pytest.approx(times[30] + 1)
    assert times[32 + 29] - times[32] == pytest.approx(1, abs=0.05)
    assert (stats.cool_downs, stats.rate_limited, stats.retries) == (1, 1, {"RateLimitError": 1})
    assert waits == []


async def test_a_refusal_that_is_raised_pauses_the_others_all_the_same(anyio_backend: str, clock: Clock) -> None:
    """As long as it asks, and for a minute at most; also without another attempt of its own."""
    async with scripted((429, "3600"), SERIES, (429, "5"), SERIES) as tmdb:
        await failure(tmdb.tv_series.credits(1399))
        await tmdb.tv_series.credits(1399)
        assert clock.now == pytest.approx(START + 60)
        await failure(tmdb.with_options(max_retries=0).tv_series.credits(1399))
        before = clock.now
        await tmdb.tv_series.credits(1399)
        assert clock.now == pytest.approx(before + 5)


async def test_a_refused_call_leaves_before_those_that_wait(anyio_backend: str, clock: Clock) -> None:
    """It came before them, and its next attempt keeps its place."""
    server = Refusing(clock, {10: None})
    async with client_of(server) as tmdb, anyio.create_task_group() as tasks:
        for number in range(1, 51):
            tasks.start_soon(tmdb.tv_series.credits, number)
    assert len(server.paths) == 51
    assert server.paths[11] == server.paths[10]
    assert len(set(server.paths)) == 50


@pytest.mark.parametrize(
    ("wrong", "once_more"),
    [
        (b'{"id":1396,"cast":[],"crew":[]}', True),
        (gzip.compress(SERIES)[:-12], True),
        (CUT_SHORT, True),
        (503, False),
        (httpx.ReadError(""), False),
    ],
    ids=["of another request", "gzip cut short", "cut short", "503", "no answer"],
)
async def test_after_an_answer_that_was_wrong_no_cache_is_asked(
    wrong: Deed, once_more: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A whole answer that is wrong lies in a cache as a rule, on a connection that may be out of step: the next attempt
    goes past the caches, on a new connection. No other attempt does.
    """
    sent: list[bool] = []
    server = Script(wrong, 503, SERIES)
    async with client_of(server) as tmdb:
        transport = tmdb._sender._transport
        request = transport.request

        async def record(*args: Any, anew: bool) -> Any:
            sent.append(anew)
            return await request(*args, anew=anew)

        monkeypatch.setattr(transport, "request", record)
        assert await tmdb.tv_series.credits(1399) == MODEL
    assert sent == [False, once_more, False]
    assert [request.headers.get("Cache-Control") for request in server.requests] == [
        None,
        "no-cache" if once_more else None,
        None,
    ]


async def test_the_answer_to_another_request_is_refused() -> None:
    """Where the document says that an answer repeats what was asked for, the error names both; a null says nothing."""
    other = b'{"id":1396,"cast":[],"crew":[]}'
    async with scripted(other, other, max_retries=1) as tmdb:
        error = await failure(tmdb.detailed.tv_series.credits(1399))
    assert isinstance(error, ResponseError)
    assert str(error) == (
        "tv_series.credits: The answer belongs to another request: its id is 1396, and 1399 was asked for as series_id"
    )
    assert (error.path, error.body, error.status, error.mismatched, error.attempts) == ("$.id", other, 200, True, 2)
    check_repeated("id", None, "series_id", 1399, b"")
    async with scripted(SERIES, b'{"id":1396,"results":[]}') as tmdb:  # which claim nothing
        assert (await tmdb.tv_episodes.credits(1396, 1, 1)).id == 1399
        assert (await tmdb.tv_seasons.account_states(1399, 1, session_id="s")).id == 1396


async def test_a_failure_with_the_status_of_a_success_is_a_failure() -> None:
    """TMDB's envelope is no answer, of whatever model: it is raised as what its code says, with the status it had."""
    body = b'{"success":false,"status_code":34,"status_message":"Nothing here."}'
    async with scripted(body, gzip.compress(body)) as tmdb:
        for call in (tmdb.tv_series.credits(1), tmdb.detailed.tv_episodes.credits(1, 1, 1)):
            error = await failure(call)
            assert type(error) is NotFoundError
            assert (error.status, error.code, error.attempts, error.body) == (200, 34, 1, body)


async def test_what_a_client_has_done_is_counted(clock: Clock, waits: list[float]) -> None:
    """Calls, attempts, why attempts were repeated, refusals, cool-downs, bytes as they came and seconds at the gate."""
    deeds: list[Deed] = [
        SERIES,
        503,
        CUT_SHORT,
        gzip.compress(SERIES),
        429,
        SERIES,
        httpx.ConnectError("refused"),
        httpx.ReadTimeout("slow"),
        404,
        503,
        503,
    ]
    async with scripted(*deeds) as tmdb:
        assert tmdb.stats == Stats(0, 0, {}, 0, 0, 0.0, 0, 0.0, 40.0)
        await tmdb.tv_series.credits(1399)
        await tmdb.tv_series.credits(1399)
        await tmdb.detailed.tv_series.credits(1399)
        await failure(tmdb.tv_series.credits(1399))
        await failure(tmdb.with_options(max_retries=1).tv_series.credits(1399))
        with pytest.raises(ValueError, match="series_id"):
            await tmdb.tv_series.credits(-1)
    gate_seconds = clock.now - START - sum(waits)
    assert gate_seconds > 1
    assert tmdb.stats.gate_seconds == pytest.approx(gate_seconds)
    assert tmdb.stats._replace(gate_seconds=0) == Stats(
        calls=5,
        attempts=11,
        retries={
            "ServerError": 2,
            "ResponseError": 1,
            "RateLimitError": 1,
            "APIConnectionError": 1,
            "APITimeoutError": 1,
        },
        rate_limited=1,
        cool_downs=1,
        cool_down_seconds=0,
        received_bytes=2 * len(SERIES) + len(CUT_SHORT) + len(gzip.compress(SERIES)) + 5 * len(REFUSAL),
        gate_seconds=0,
        rate=tmdb.stats.rate,
    )


@pytest.mark.parametrize(("status", "body"), [(200, b"<html>"), (218, b""), (204, b"")])
async def test_a_success_that_is_none_has_its_status(status: int, body: bytes) -> None:
    """Who stores what came stores the status too, whatever is wrong with the body."""

    async def answer(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, content=body)

    async with client_of(answer, max_retries=0) as tmdb:
        with pytest.raises(ResponseError) as caught:
            await tmdb.tv_series.credits(1399)
    assert caught.value.status == status
    assert pickle.loads(pickle.dumps(caught.value)).status == status


async def test_stats_say_how_long_a_cool_down_lasts_yet(clock: Clock) -> None:
    """Seconds that become fewer, and 0 where nothing pauses."""
    async with scripted(429, SERIES) as tmdb:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(tmdb.tv_series.credits, 1399)
            await clock.sleep(0.25)
            left = tmdb.stats.cool_down_seconds
            await clock.sleep(0.25)
            assert tmdb.stats.cool_down_seconds == pytest.approx(left - 0.25)
        assert left == pytest.approx(0.75)
        assert tmdb.stats.cool_down_seconds == 0


async def test_stats_are_a_snapshot_and_shared() -> None:
    """What was read does not change any more; all clients that `with_options` made have the same numbers."""
    async with scripted(503, SERIES, 503, SERIES) as tmdb:
        other = tmdb.with_options(language="pt-BR")
        await tmdb.tv_series.credits(1399)
        stats = tmdb.stats
        assert other.stats == stats
        shown = repr(stats)
        await other.tv_series.credits(1399)
        assert repr(stats) == shown
        assert stats.retries == {"ServerError": 1}
        assert tmdb.stats == other.stats
        assert (tmdb.stats.calls, tmdb.stats.attempts, tmdb.stats.retries) == (2, 4, {"ServerError": 2})


async def test_refusals_of_one_cool_down_are_counted_one_by_one(anyio_backend: str, clock: Clock) -> None:
    """Ten requests that are refused together are ten refusals and ten repeated attempts, and one cool-down."""
    async with client_of(Refusing(clock, dict.fromkeys(range(10)), together=10)) as tmdb:
        async with anyio.create_task_group() as tasks:
            for _ in range(30):
                tasks.start_soon(tmdb.tv_series.credits, 1399)
        stats = tmdb.stats
    assert (stats.calls, stats.attempts, stats.rate_limited, stats.cool_downs) == (30, 40, 10, 1)
    assert stats.retries == {"RateLimitError": 10}


async def test_what_is_under_way_is_counted(anyio_backend: str) -> None:
    """A call counts from its beginning and a request from when it is sent, also those that are cancelled."""
    server = Silent()
    async with client_of(server, max_concurrency=1) as tmdb:
        async with anyio.create_task_group() as tasks:
            for _ in range(2):
                tasks.start_soon(tmdb.tv_series.credits, 1399)
            while not server.asked or tmdb.stats.calls < 2:
                await checkpoint()
            assert tmdb.stats == Stats(2, 1, {}, 0, 0, 0.0, 0, 0.0, 40.0)
            tasks.cancel_scope.cancel()
        # On trio the second may get the slot that the first gives back before it notices that it is cancelled too.
        assert (tmdb.stats.calls, tmdb.stats.attempts) in ((2, 1), (2, 2))


def lines(caplog: pytest.LogCaptureFixture) -> list[tuple[int, str]]:
    """What the client has logged: the level, and the text with its milliseconds left out."""
    records = [record for record in caplog.records if record.name.startswith("tmdb_async")]
    assert {record.name for record in records} <= {"tmdb_async"}
    return [(record.levelno, re.sub(r"\b\d+ ms$", "- ms", record.getMessage())) for record in records]


async def test_every_attempt_is_a_line_for_debugging(caplog: pytest.LogCaptureFixture) -> None:
    """With the operation, the number of the attempt, the status or the failure, and how long it took; nothing else."""
    caplog.set_level(1)
    async with scripted(503, httpx.ReadError(""), httpx.ReadTimeout("slow"), CUT_SHORT, SERIES, 404) as tmdb:
        await tmdb.tv_series.credits(1399)
        await failure(tmdb.tv_episodes.credits(1399, 1, 1))
    assert lines(caplog) == [
        (logging.DEBUG, "tv_series.credits: attempt 1: 503 after - ms"),
        (logging.DEBUG, "tv_series.credits: attempt 2: APIConnectionError after - ms"),
        (logging.DEBUG, "tv_series.credits: attempt 3: APITimeoutError after - ms"),
        (logging.DEBUG, "tv_series.credits: attempt 4: 200 after - ms"),
        (logging.DEBUG, "tv_series.credits: attempt 5: 200 after - ms"),
        (logging.DEBUG, "tv_episodes.credits: attempt 1: 404 after - ms"),
    ]


async def test_an_attempt_without_an_answer_is_a_line_too(anyio_backend: str, caplog: pytest.LogCaptureFixture) -> None:
    """Where its time is over, and where the call is cancelled."""
    caplog.set_level(1)
    server = Silent()
    async with client_of(server, max_retries=0) as tmdb:
        raised = await failure(tmdb.with_options(timeout=0.02).tv_series.credits(1399))
        assert type(raised) is APITimeoutError
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(tmdb.tv_series.credits, 1399)
            while server.asked < 2:
                await checkpoint()
            tasks.cancel_scope.cancel()
    assert lines(caplog) == [(logging.DEBUG, "tv_series.credits: attempt 1: no answer after - ms")] * 2


async def test_the_milliseconds_are_those_of_the_attempt(
    anyio_backend: str, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """From sending the request to the end of its answer, whatever the call waited for before."""
    caplog.set_level(logging.DEBUG, "tmdb_async")
    now = 1e12
    server = Refusing(clock, {0: None})

    async def answer(request: httpx.Request) -> httpx.Response:
        nonlocal now
        now += 0.25 if not server.times else 0
        return await server(request)

    async with client_of(answer) as tmdb:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("tmdb_async.calls.engine.time", SimpleNamespace(monotonic=lambda: now))
            await tmdb.tv_series.credits(1399)
    debug = [record.getMessage() for record in caplog.records if record.levelno == logging.DEBUG]
    assert [message.rpartition("after ")[2] for message in debug] == ["250 ms", "0 ms"]


async def test_a_cool_down_is_a_line_for_information(
    anyio_backend: str, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """One, with how long it lasts and how fast it goes on; none for what is refused meanwhile, and none of attempts."""
    caplog.set_level(logging.INFO)
    server = Refusing(clock, {**dict.fromkeys(range(10)), 10: "7"}, together=10)
    async with client_of(server) as tmdb, anyio.create_task_group() as tasks:
        for _ in range(20):
            tasks.start_soon(tmdb.tv_series.credits, 1399)
    refused = "tv_series.credits: too many requests (HTTP 429): no request for"
    assert lines(caplog) == [
        (logging.INFO, f"{refused} 1.0 s, then 28 a second"),
        (logging.INFO, f"{refused} 7.0 s, then 19.6 a second"),
    ]


async def test_a_client_says_nothing_by_itself(capfd: pytest.CaptureFixture[str]) -> None:
    """Without a logging configuration nothing is written, whatever fails: there is no line above INFO."""
    async with scripted(429, 503, httpx.ReadError(""), 404) as tmdb:
        await failure(tmdb.tv_series.credits(1399))
    assert capfd.readouterr() == ("", "")
    logger = logging.getLogger("tmdb_async")
    assert (logger.handlers, logger.level, logger.propagate) == ([], logging.NOTSET, True)
