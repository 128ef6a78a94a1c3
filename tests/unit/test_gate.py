from __future__ import annotations

import itertools
import math
from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise

import anyio
import anyio.lowlevel
import pytest

from tmdb_async.gate import Gate, Pace

pytestmark = pytest.mark.anyio


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        target = self.now + seconds
        await anyio.lowlevel.checkpoint()
        self.now = max(self.now, target)


async def departures(calls: int, *, max_rate: float | None, max_concurrency: int = 20) -> list[tuple[float, int]]:
    """When each of many simultaneous calls leaves, and which it is."""
    clock = Clock()
    gate = Gate(max_concurrency=max_concurrency, max_rate=max_rate, clock=clock, sleep=clock.sleep)
    left: list[tuple[float, int]] = []
    came = itertools.count()

    async def call() -> None:
        number = next(came)
        await gate.enter(gate.ticket())
        left.append((clock.now - 1000.0, number))
        gate.leave()

    async with anyio.create_task_group() as tasks:
        for _ in range(calls):
            tasks.start_soon(call)
    return left


def most_within(times: list[float], window: float) -> int:
    return max(bisect_left(times, start + window) - first for first, start in enumerate(times))


async def test_no_second_holds_more_than_tmdb_allows(anyio_backend: str) -> None:
    """At 40 a second no window of 1.1 s holds more than 50: a late first burst still keeps TMDB's 50 a second."""
    times = [time for time, _ in await departures(1000, max_rate=40)]
    assert most_within(times, 1.1) <= 50
    assert most_within(times, 1.0) >= 40


async def test_the_pace_is_reached(anyio_backend: str) -> None:
    """Over a long run at least 98 % of the rate leaves, and never more than the rate and one burst."""
    times = [time for time, _ in await departures(2000, max_rate=40)]
    assert 0.98 <= len(times) / (times[-1] * 40) <= 1.01


async def test_a_burst_leaves_at_once_and_no_more(anyio_backend: str) -> None:
    """After a pause a quarter of a second's requests leave together, and the next one waits."""
    times = [time for time, _ in await departures(11, max_rate=40)]
    assert times[:10] == [0.0] * 10
    assert times[10] == pytest.approx(1 / 40)


async def test_calls_leave_in_the_order_they_came(anyio_backend: str) -> None:
    """First come, first served, whether a call waits for a slot or for the pace."""
    numbers = [number for _, number in await departures(200, max_rate=40, max_concurrency=3)]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize("rate", [0.5, 1, 1.9, 4, 7.9, 39.5, 50, 1000])
async def test_any_rate_is_kept_and_reached(anyio_backend: str, rate: float) -> None:
    """Whatever the rate: no second holds more than 1.25 times it (or a single request), and the rate is reached."""
    times = [time for time, _ in await departures(int(rate * 8) + 8, max_rate=rate)]
    assert most_within(times, 1.0) <= max(1, math.floor(rate) + max(1, int(rate / 4)))
    assert (len(times) - 1) / times[-1] >= 0.98 * rate


async def test_a_pause_gives_no_more_than_one_burst_back(anyio_backend: str) -> None:
    """Idle time is not saved up: after an hour there is one burst, as after a quarter of a second."""
    pace = Pace(40)
    for now in [0.0] * 10 + [3600.0] * 10:
        assert pace.delay(now) < 1e-9
        pace.leave(now)
    assert pace.delay(3600.0) > 0


async def test_without_a_rate_nothing_waits(anyio_backend: str) -> None:
    """`max_rate=None` leaves only the limit of what is in flight."""
    assert {time for time, _ in await departures(500, max_rate=None)} == {0.0}


async def test_no_more_than_the_cap_is_in_flight(anyio_backend: str) -> None:
    """A slot is held from before the request leaves until its answer is there."""
    gate = Gate(max_concurrency=3, max_rate=None)
    inside = peak = 0

    async def call() -> None:
        nonlocal inside, peak
        await gate.enter(gate.ticket())
        inside += 1
        peak = max(peak, inside)
        await anyio.lowlevel.checkpoint()
        inside -= 1
        gate.leave()

    async with anyio.create_task_group() as tasks:
        for _ in range(50):
            tasks.start_soon(call)
    assert peak == 3


@pytest.mark.parametrize("waiting_for", ["slot", "pace", "turn"])
async def test_a_call_that_is_cancelled_while_it_waits_takes_nothing(anyio_backend: str, waiting_for: str) -> None:
    """Cancelling gives back the slot and the turn, wherever the call waits: the next call goes through."""
    clock = Clock()
    stuck = anyio.Event()

    async def sleep(seconds: float) -> None:
        if not stuck.is_set():
            await anyio.sleep_forever()
        await clock.sleep(seconds)

    gate = Gate(max_concurrency=2, max_rate=1 if waiting_for != "slot" else None, clock=clock, sleep=sleep)

    async def wait() -> None:
        await gate.enter(gate.ticket())
        try:
            await anyio.sleep_forever()
        finally:
            gate.leave()

    async with anyio.create_task_group() as tasks:
        for _ in range({"slot": 3, "pace": 2, "turn": 4}[waiting_for]):
            tasks.start_soon(wait)
            await anyio.wait_all_tasks_blocked()
        tasks.cancel_scope.cancel()
    stuck.set()
    with anyio.fail_after(5):
        await gate.enter(gate.ticket())
        await gate.enter(gate.ticket())


def ordered(times: list[float], check: Callable[[float, float], bool]) -> bool:
    return all(check(before, after) for before, after in pairwise(times))


async def test_departures_after_the_start_are_even(anyio_backend: str) -> None:
    """The pace is spread over the second, and no second burst follows the first."""
    times = [time for time, _ in await departures(400, max_rate=40)]
    assert ordered(times, lambda before, after: before <= after)
    assert most_within(times[60:], 0.2) <= 15
