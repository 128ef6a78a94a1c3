"""A client against servers that refuse with HTTP 429, each in its own way, on a clock that nobody waits for."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from functools import partial

import anyio
import anyio.lowlevel
import httpx
import pytest

from tests.unit.test_engine import SERIES, client_of
from tests.unit.test_gate import START, Clock
from tmdb_async import TMDB, RateLimitError, client
from tmdb_async.calls import engine
from tmdb_async.calls.gate import Gate

pytestmark = pytest.mark.anyio

LATENCY = 0.05
# Two minutes, the pause that is under way then, and a second for each answer to come.
PATIENCE = 120 + 16 + 1


@pytest.fixture(params=[1.0, 0.0], ids=["longest", "shortest"])
def clock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of the client's gate, with pauses as long and as short as chance makes them."""
    clock = Clock()
    monkeypatch.setattr(client, "Gate", partial(Gate, clock=clock, sleep=clock.sleep))
    monkeypatch.setattr(engine, "_jitter", lambda: request.param)
    return clock


Allows = Callable[[float], bool]


def sliding(most: int, seconds: float) -> Allows:
    """So many in any so many seconds; what it refuses does not count."""
    let_through: deque[float] = deque([-math.inf] * most, maxlen=most)

    def allows(now: float) -> bool:
        if now < let_through[0] + seconds:
            return False
        let_through.append(now)
        return True

    return allows


def strict(most: int, seconds: float) -> Allows:
    """So many in any so many seconds, with those that it refuses."""
    came: deque[float] = deque([-math.inf] * most, maxlen=most)

    def allows(now: float) -> bool:
        first = came[0]
        came.append(now)
        return now >= first + seconds

    return allows


def fixed(most: int, seconds: float) -> Allows:
    """So many between one full so many seconds and the next."""
    window, count = -1.0, 0

    def allows(now: float) -> bool:
        nonlocal window, count
        if now // seconds != window:
            window, count = now // seconds, 0
        count += 1
        return count <= most

    return allows


def bucket(rate: float, burst: int) -> Allows:
    """So many a second, and so many at once after a quiet time."""
    full_at = -math.inf

    def allows(now: float) -> bool:
        nonlocal full_at
        if max(full_at, now) + 1 / rate > now + burst / rate:
            return False
        full_at = max(full_at, now) + 1 / rate
        return True

    return allows


class Server:
    """Answers after a while, with HTTP 429 to what is not allowed; what comes with that is up to the test."""

    def __init__(self, clock: Clock, allows: Allows, headers: dict[str, str] | None = None, body: bytes = b"") -> None:
        self.clock = clock
        self.allows = allows
        self.headers = headers or {}
        self.body = body
        self.paths: list[str] = []
        """Of what was let through, in its order."""
        self.refused = 0

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        allowed = self.allows(self.clock.now - START)
        await self.clock.sleep(LATENCY)
        if allowed:
            self.paths.append(request.url.path)
            asked = request.url.path.split("/")[3]
            return httpx.Response(200, content=SERIES.replace(b"1399", asked.encode(), 1))
        self.refused += 1
        return httpx.Response(429, content=self.body, headers=self.headers)


async def outcomes(tmdb: TMDB, calls: int, began: list[int] | None = None) -> list[RateLimitError]:
    """Make so many calls at once, and note in which order they began; return how those failed that did."""
    failed: list[RateLimitError] = []

    async def call(number: int) -> None:
        if began is not None:
            began.append(number)
        try:
            await tmdb.tv_series.credits(number)
        except RateLimitError as error:
            failed.append(error)

    async with anyio.create_task_group() as tasks:
        for number in range(1, calls + 1):
            tasks.start_soon(call, number)
    return failed


# How many calls, how many seconds they take the limit, how much longer it may all take, and how many may be refused
# besides the 20 that are in flight at the first refusal.
LIMITS = {
    "40 in any 10 s": (partial(sliding, 40, 10.0), 336, 80.0, 1.3, 15),
    "40 in any 10 s, with refusals": (partial(strict, 40, 10.0), 336, 80.0, 1.35, 15),
    "40 in each 10 s": (partial(fixed, 40, 10.0), 336, 80.0, 1.3, 15),
    "40 a second": (partial(sliding, 40, 1.0), 1000, 24.0, 1.35, 8),
    "50 a second and a burst": (partial(bucket, 50, 100), 1000, 18.0, 1.1, 8),
    "10 in any 10 s": (partial(sliding, 10, 10.0), 60, 50.0, 1.45, 15),
}


@pytest.mark.unmeasured
@pytest.mark.parametrize("limit", LIMITS)
@pytest.mark.parametrize("max_rate", [40.0, None])
async def test_every_call_succeeds_whatever_the_limit(
    anyio_backend: str, clock: Clock, max_rate: float | None, limit: str
) -> None:
    """Many calls at once, with a pace or without one: none fails, few are refused, and it takes little longer than the
    limit makes it take at the least.
    """
    make, calls, seconds, longer, refusals = LIMITS[limit]
    server = Server(clock, make())
    async with client_of(server, max_rate=max_rate) as tmdb:
        assert await outcomes(tmdb, calls) == []
        stats = tmdb.stats
    assert clock.now - START <= longer * max(seconds, calls / (max_rate or math.inf))
    assert server.refused <= 20 + refusals
    assert (stats.attempts, stats.rate_limited) == (calls + server.refused, server.refused)
    assert stats.retries.get("RateLimitError", 0) == server.refused


def open_from(seconds: float) -> Allows:
    return lambda now: now >= seconds


SAYINGS = {
    "nothing": ({}, b""),
    "HTML": ({"Content-Type": "text/html"}, b"<html><h1>429 Too Many Requests</h1></html>"),
    "no time": ({"Retry-After": "0"}, b""),
    "a time that is over": ({"Retry-After": "Thu, 01 Jan 1970 00:00:00 GMT"}, b""),
    "too short a time": ({"Retry-After": "0.001"}, b""),
}


@pytest.mark.unmeasured
@pytest.mark.parametrize("says", SAYINGS)
@pytest.mark.parametrize("max_rate", [40.0, None])
async def test_refusals_for_half_a_minute_fail_no_call(
    anyio_backend: str, clock: Clock, max_rate: float | None, says: str
) -> None:
    """Whatever the answers say or do not say of when to come back: one request asks now and then, and all succeed."""
    server = Server(clock, open_from(30.0), *SAYINGS[says])
    async with client_of(server, max_rate=max_rate, max_retries=1) as tmdb:
        assert await outcomes(tmdb, 50) == []
    assert server.refused <= 20 + 9
    assert clock.now - START < 30 + 16 + 15


@pytest.mark.parametrize("says", SAYINGS)
@pytest.mark.parametrize("calls", [1, 336])
async def test_refusals_without_an_end_end(anyio_backend: str, clock: Clock, calls: int, says: str) -> None:
    """Where nothing but HTTP 429 comes for two minutes every call fails, those that waited with the others; and little
    was asked meanwhile.
    """
    server = Server(clock, open_from(math.inf), *SAYINGS[says])
    async with client_of(server) as tmdb:
        failed = await outcomes(tmdb, calls)
        assert 120 <= clock.now - START < PATIENCE
        assert len(failed) == calls
        assert server.refused <= 20 + 22
        waited = [error for error in failed if not error.attempts]
        assert len(waited) == calls - min(calls, 20) or len(waited) > calls - 20
        assert {(error.status, error.operation) for error in failed} == {(429, "tv_series.credits")}
        assert {error.body for error in waited} <= {b""}
        # Who comes later asks once more, and is answered.
        server.allows = open_from(0.0)
        assert await outcomes(tmdb, 5) == []
        assert tmdb.stats.cool_down_seconds == 0


async def test_a_refusal_long_after_the_last_one_is_the_first(anyio_backend: str, clock: Clock) -> None:
    """What was refused an hour ago, and not tried again, does not make the next call impatient."""
    refuses = iter([True, True, False])
    server = Server(clock, lambda _: not next(refuses))
    async with client_of(server) as tmdb:
        assert len(await outcomes(tmdb.with_options(max_retries=0), 1)) == 1
        await clock.sleep(3600)
        assert await outcomes(tmdb, 1) == []


async def test_what_an_answer_asks_for_is_kept_to(anyio_backend: str, clock: Clock) -> None:
    """`Retry-After: 9` of a server that means it: nothing is asked meanwhile, and everything succeeds after it."""
    server = Server(clock, open_from(9.0), {"Retry-After": "9"})
    async with client_of(server) as tmdb:
        assert await outcomes(tmdb, 100) == []
        assert tmdb.stats.cool_downs == 1
    assert server.refused <= 20


async def test_calls_are_answered_in_their_order(anyio_backend: str, clock: Clock) -> None:
    """Those that were refused first: they came before those that wait."""
    server = Server(clock, open_from(10.0))
    began: list[int] = []
    async with client_of(server) as tmdb:
        assert await outcomes(tmdb, 100, began) == []
    assert server.paths == [f"/3/tv/{number}/credits" for number in began]


async def test_a_call_that_is_refused_alone_fails_alone(anyio_backend: str, clock: Clock) -> None:
    """Where one thing is always refused and all others never, the others succeed, and the call for it ends."""
    server = Server(clock, open_from(0.0))

    async def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(429) if request.url.path == "/3/tv/7/credits" else await server(request)

    async with client_of(answer) as tmdb:
        [error] = await outcomes(tmdb, 300)
    assert 8 < error.attempts <= 24
    assert len(server.paths) == 299


@pytest.mark.parametrize("ends", ["hangs", "is cancelled"])
async def test_a_probe_without_an_answer_is_followed_by_another(anyio_backend: str, clock: Clock, ends: str) -> None:
    """The others do not depend on the one that asks first: a second later the next one asks."""
    server = Server(clock, open_from(0.0))
    asked = 0
    probing = anyio.Event()

    async def answer(request: httpx.Request) -> httpx.Response:
        nonlocal asked
        asked += 1
        if asked == 1:
            return httpx.Response(429)
        if asked == 2:
            probing.set()
            await anyio.sleep_forever()
        return await server(request)

    async with client_of(answer, max_concurrency=2, max_rate=None) as tmdb, anyio.create_task_group() as tasks:
        scope = anyio.CancelScope()

        async def first() -> None:
            with scope:
                await tmdb.tv_series.credits(1)

        tasks.start_soon(first)
        while not tmdb.stats.cool_downs:
            await anyio.lowlevel.checkpoint()
        async with anyio.create_task_group() as others:
            for number in range(2, 12):
                others.start_soon(tmdb.tv_series.credits, number)
            await probing.wait()
            if ends == "is cancelled":
                scope.cancel()
        scope.cancel()
    assert {*server.paths} == {f"/3/tv/{number}/credits" for number in range(2, 12)}
    assert 1 + 1 <= clock.now - START < 1 + 1 + 10 / 28 + 11 * LATENCY + 0.1
