from __future__ import annotations

import itertools
import math
from bisect import bisect_left
from collections.abc import Callable, Mapping
from heapq import heappop, heappush
from itertools import pairwise

import anyio
import pytest
from anyio.lowlevel import checkpoint
from hypothesis import given, settings
from hypothesis import strategies as st

from tmdb_async.calls.gate import Gate, GivenUp
from tmdb_async.calls.pace import Pace

pytestmark = pytest.mark.anyio

START = 1000.0
# After so many turns of the event loop without a question to the clock, everything waits.
QUIET = 5


class Clock:
    """A clock that moves once everything waits, and then to the end of the shortest sleep."""

    def __init__(self) -> None:
        self.now = START
        self.asked = 0
        self._ends: list[float] = []

    def __call__(self) -> float:
        self.asked += 1
        return self.now

    async def sleep(self, seconds: float) -> None:
        end = self.now + seconds
        self._ends.append(end)
        try:
            while self.now < end:
                before = self.asked, self.now
                for _ in range(QUIET):
                    await checkpoint()
                if (self.asked, self.now) == before:
                    self.now = max(self.now, min(self._ends))
        finally:
            self._ends.remove(end)
            self.asked += 1  # whoever slept has yet to go on


def gate_with(clock: Clock, *, max_rate: float | None = 40, max_concurrency: int = 20) -> Gate:
    return Gate(max_concurrency=max_concurrency, max_rate=max_rate, clock=clock, sleep=clock.sleep)


async def departures(
    calls: int,
    *,
    max_rate: float | None,
    max_concurrency: int = 20,
    refusals: Mapping[int, float] | None = None,
    latency: float = 0.0,
) -> list[tuple[float, int]]:
    """When each request of many simultaneous calls leaves, and which call it is of.

    Some may be refused, named by their place among all requests, each with the length of the cool-down. Their calls try
    again.
    """
    clock = Clock()
    gate = gate_with(clock, max_rate=max_rate, max_concurrency=max_concurrency)
    left: list[tuple[float, int]] = []
    came = itertools.count()

    async def call() -> None:
        number = next(came)
        ticket = gate.ticket()
        refused: float | None = 0.0
        while refused is not None:
            entered = await gate.enter(ticket)
            refused = (refusals or {}).get(len(left))
            left.append((clock.now - START, number))
            if latency:
                await clock.sleep(latency)
            gate.leave()
            if refused is None:
                gate.answered(entered)
            else:
                gate.cool_down(refused, entered)

    async with anyio.create_task_group() as tasks:
        for _ in range(calls):
            tasks.start_soon(call)
    return left


async def refuse(gate: Gate, seconds: float) -> bool:
    """Let one request leave, and be refused."""
    entered = await gate.enter(gate.ticket())
    gate.leave()
    return gate.cool_down(seconds, entered)


async def pass_through(gate: Gate, ticket: int | None = None) -> None:
    """Let one request leave, and be answered."""
    entered = await gate.enter(gate.ticket() if ticket is None else ticket)
    gate.leave()
    gate.answered(entered)


def most_within(times: list[float], window: float) -> int:
    return max(bisect_left(times, start + window) - first for first, start in enumerate(times))


def most_in_a_second(rate: float) -> int:
    return max(1, math.floor(rate) + max(1, int(rate / 4)))


async def test_no_second_holds_more_than_tmdb_allows(anyio_backend: str) -> None:
    """At 40 a second no window of one second holds more than 50."""
    times = [time for time, _ in await departures(1000, max_rate=40)]
    assert 40 <= most_within(times, 1.0) <= 50


async def test_what_is_late_for_a_busy_loop_counts_when_it_arrives(anyio_backend: str) -> None:
    """To begin a thousand calls keeps the event loop busy for a while. What left before is sent only after it, and all
    the same no second holds more than TMDB allows.
    """
    clock = Clock()
    gate = gate_with(clock)
    sent: list[float] = []

    async def call() -> None:
        clock.now += 0.001
        await gate.enter(gate.ticket())
        await checkpoint()  # the loop's next turn, which sends it
        sent.append(clock.now)
        gate.leave()

    async with anyio.create_task_group() as tasks:
        for _ in range(1000):
            tasks.start_soon(call)
    assert sent[0] == pytest.approx(START + 1)
    assert most_within(sent, 1.0) <= 50


async def test_what_is_late_for_its_connection_counts_when_it_arrives(anyio_backend: str) -> None:
    """The first requests are sent once their connections are there, the others at once. All the same no second holds
    more than TMDB allows, where a connection takes up to 0.25 s.
    """
    clock = Clock()
    gate = gate_with(clock)
    connected = anyio.Event()
    sent: list[float] = []

    async def call() -> None:
        await gate.enter(gate.ticket())
        await connected.wait()
        sent.append(clock.now)
        gate.leave()

    async with anyio.create_task_group() as tasks:
        for _ in range(200):
            tasks.start_soon(call)
        await clock.sleep(0.25)
        connected.set()
    assert sent[0] == pytest.approx(START + 0.25)
    assert most_within(sent, 1.0) <= 50


LATE = st.just(0.0) | st.just(0.25) | st.floats(0, 0.25)
ANSWER = st.just(0.0) | st.floats(0, 0.5) | st.floats(0, 10)


@settings(deadline=None)
@given(
    limit=st.just(40.0) | st.floats(0.1, 100),
    slots=st.integers(1, 100),
    runs=st.lists(st.tuples(st.integers(1, 60), LATE, ANSWER), min_size=3, max_size=10),
)
def test_no_second_holds_too_many_that_arrive_late(
    limit: float, slots: int, runs: list[tuple[int, float, float]]
) -> None:
    """Whatever arrives up to a quarter of a second late, and whenever it is answered, and in whichever order."""
    pace = Pace(limit)
    now = 0.0
    arrivals: list[float] = []
    answers: list[float] = []  # a heap, of the requests in flight
    for late, answer in [(late, answer) for count, late, answer in runs for _ in range(count)]:
        while True:
            while answers and answers[0] <= now:
                pace.answer(heappop(answers))
            delay = pace.delay(now)
            if len(answers) == slots or (answers and delay > 0 and answers[0] < now + delay):
                now = answers[0]
            elif delay > 0:
                now += delay
            else:
                break
        pace.leave(now)
        arrivals.append(now + late)
        heappush(answers, now + late + answer)
    # What is counted at the same instant has come in this order: a float is not an instant.
    assert most_within(sorted(arrivals), 1.0 - 1e-9) <= most_in_a_second(limit)


@pytest.mark.unmeasured
@pytest.mark.parametrize("latency", [0.0, 0.4])
async def test_the_pace_is_reached(anyio_backend: str, latency: float) -> None:
    """Over a long run at least 98 % of the rate leaves, and never more than the rate and one burst, however long the
    answers take.
    """
    times = [time for time, _ in await departures(1200, max_rate=40, max_concurrency=100, latency=latency)]
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


@pytest.mark.unmeasured
@pytest.mark.parametrize("rate", [0.5, 1, 1.9, 4, 7.9, 39.5, 50, 1000])
async def test_any_rate_is_kept_and_reached(anyio_backend: str, rate: float) -> None:
    """Whatever the rate: no second holds more than 1.25 times it (or a single request), and the rate is reached."""
    times = [time for time, _ in await departures(int(min(rate * 8, 2 * rate + 400)) + 8, max_rate=rate)]
    assert most_within(times, 1.0) <= most_in_a_second(rate)
    assert (len(times) - 1) / times[-1] >= 0.98 * rate


def test_a_pause_gives_no_more_than_one_burst_back() -> None:
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
        for _ in range(10):
            await checkpoint()
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


async def test_nothing_leaves_during_a_cool_down(anyio_backend: str) -> None:
    """One refusal pauses a thousand calls, and not only its own; they go on as soon as the pause is over."""
    left = await departures(1000, max_rate=40, refusals={99: 10.0})
    times = [time for time, _ in left]
    assert len(times) == 1001
    assert {number for _, number in left} == set(range(1000))
    assert times[100] == pytest.approx(times[99] + 10)
    assert ordered(times, lambda before, after: before <= after)


def grown(seconds: float) -> float:
    """How many requests leave in the seconds after a cool-down, of as many as left in a second before it."""
    return seconds + 0.3 * ((seconds - 20) ** 4 - 20**4) / (4 * 20**3)


@pytest.mark.unmeasured
@pytest.mark.parametrize("limit", [7.5, 16, 40])
async def test_the_pace_falls_at_once_and_recovers(anyio_backend: str, limit: float) -> None:
    """After the pause 0.7 of the pace leaves, and all of it after 20 s, fast at first and then ever more slowly: as
    many as that adds up to, at every point of the way.
    """
    times = [time for time, _ in await departures(int(25 * limit), max_rate=limit, refusals={0: 10.0})][1:]
    for place, time in enumerate(times):
        since = time - 10
        due = limit * (grown(min(since, 20)) + max(0.0, since - 20))
        assert abs(due - place) < 1.5
    assert times[0] == pytest.approx(10)
    assert times[-1] > 10 + 24
    assert times[-1] - times[-2] == pytest.approx(1 / limit)


async def test_no_burst_follows_a_cool_down(anyio_backend: str) -> None:
    """What could not leave does not leave at once afterwards, however long the pause was."""
    times = [time for time, _ in await departures(1000, max_rate=40, refusals={0: 60.0})][1:]
    assert ordered(times[:20], lambda before, after: after - before > 0.9 / 30)
    assert most_within(times, 0.25) <= 40 / 4 + 1


async def test_refused_calls_are_the_first_to_leave_again(anyio_backend: str) -> None:
    """They came before all that wait: a thousand calls go on in the order they came. Many refusals at once are one
    cool-down.
    """
    clock = Clock()
    gate = gate_with(clock)
    left: list[tuple[float, int]] = []
    came = itertools.count()

    async def call() -> None:
        number = next(came)
        ticket = gate.ticket()
        entered = await gate.enter(ticket)
        left.append((clock.now - START, number))
        if number < 10:  # the first burst: it is in flight for a while, and then refused
            await clock.sleep(0.11)
            gate.leave()
            gate.cool_down(5.0, entered)
            await gate.enter(ticket)
            left.append((clock.now - START, number))
        gate.leave()

    async with anyio.create_task_group() as tasks:
        for _ in range(1000):
            tasks.start_soon(call)
    before = [number for time, number in left if time <= 0.11]
    assert before == list(range(14))
    assert [number for time, number in left if time >= 5.11 - 1e-9] == [*range(10), *range(14, 1000)]
    assert len(left) == 1010
    assert gate.cool_downs == 1


async def test_refusals_of_what_left_before_a_cool_down_are_no_new_one(anyio_backend: str) -> None:
    """They say nothing new: the pace falls once. They may make the pause longer, and never shorter."""
    clock = Clock()
    gate = gate_with(clock)
    entered = [await gate.enter(gate.ticket()) for _ in range(3)]
    assert gate.cool_down(2.0, entered[0])
    assert not gate.cool_down(5.0, entered[1])
    assert not gate.cool_down(1.0, entered[2])
    assert gate.cool_downs == 1
    assert gate.rate == pytest.approx(28)
    await pass_through(gate)
    assert clock.now == pytest.approx(START + 5)
    assert gate.rate == pytest.approx(28)  # from when on it grows


async def test_a_late_refusal_pauses_again_and_slows_nothing_down(anyio_backend: str) -> None:
    """A request that left before a cool-down and is refused after it makes for another pause at the same pace."""
    clock = Clock()
    gate = gate_with(clock)
    slow = await gate.enter(gate.ticket())
    await refuse(gate, 1.0)
    await pass_through(gate)
    await clock.sleep(5.0)
    assert gate.rate == pytest.approx(40 * (1 - 0.3 * 0.75**3))
    assert not gate.cool_down(3.0, slow)
    assert gate.cool_downs == 1
    assert gate.rate == pytest.approx(28)
    await gate.enter(gate.ticket())
    assert clock.now == pytest.approx(START + 1 + 5 + 3)


async def test_a_refusal_after_a_cool_down_slows_down_again(anyio_backend: str) -> None:
    """To 0.7 of what the pace has come to, each time; and there it takes 20 s to be back."""
    clock = Clock()
    gate = gate_with(clock)
    for rate in (28, 19.6):
        assert await refuse(gate, 1.0)
        assert gate.rate == pytest.approx(rate)
    await pass_through(gate)
    await clock.sleep(20.0)
    assert gate.rate == pytest.approx(28)
    assert await refuse(gate, 1.0)
    assert gate.rate == pytest.approx(19.6)
    assert gate.cool_downs == 3
    await pass_through(gate)
    await clock.sleep(100)
    assert gate.rate == 40


@pytest.mark.parametrize(("limit", "least"), [(40, 1.0), (1.5, 1.0), (0.5, 0.5)])
async def test_the_pace_does_not_fall_below_one_a_second(anyio_backend: str, limit: float, least: float) -> None:
    """However often TMDB refuses, something still leaves, and notices when that is over; a lower limit is kept."""
    clock = Clock()
    gate = gate_with(clock, max_rate=limit)
    for _ in range(20):
        assert await refuse(gate, 5.0)
    assert gate.rate == least
    times: list[float] = []
    for _ in range(2):
        await pass_through(gate)
        times.append(clock.now)
    assert times[1] - times[0] == pytest.approx(1 / least, rel=0.1)


async def test_without_a_pace_a_refusal_makes_one(anyio_backend: str) -> None:
    """`max_rate=None`: when the pause is over they do not all go on together, but begin at 0.7 of TMDB's 40 a second
    or of what left in a second before; after some minutes the pace is as good as none.
    """
    times = [time for time, _ in await departures(400, max_rate=None, refusals={4: 10.0}, latency=0.01)][20:]
    assert times[0] == pytest.approx(10.01)
    assert times[1] == pytest.approx(10.01 + 1 / 28)
    assert times[1 + 28] - times[1] == pytest.approx(1, abs=0.05)
    for busy, rate in ((1, 28), (500, 0.7 * 500)):
        clock = Clock()
        gate = gate_with(clock, max_rate=None)
        for _ in range(busy - 1):
            await pass_through(gate)
        await clock.sleep(1.0)  # it counts in the second that follows, too
        assert gate.rate == math.inf
        assert await refuse(gate, 1.0)
        assert gate.rate == pytest.approx(rate, rel=0.01)
        await pass_through(gate)
        await clock.sleep(600)
        assert gate.rate > 1e5


async def test_after_a_pause_one_request_leaves_first(anyio_backend: str) -> None:
    """The others wait for its answer, however many there are; without one the next leaves a second later."""
    clock = Clock()
    gate = gate_with(clock, max_concurrency=100)
    await refuse(gate, 5.0)
    left: list[float] = []

    async def call() -> None:
        entered = await gate.enter(gate.ticket())
        left.append(clock.now - START)
        await clock.sleep(2.5 if len(left) == 1 else 0.1)
        gate.leave()
        gate.answered(entered)

    async with anyio.create_task_group() as tasks:
        for _ in range(20):
            tasks.start_soon(call)
    assert left[:2] == pytest.approx([5, 6])
    assert left[2] == pytest.approx(6.1)
    assert ordered(left[2:], lambda before, after: after - before > 0.9 / 40)


async def test_answers_to_what_left_before_a_cool_down_end_nothing(anyio_backend: str) -> None:
    """They say nothing of now: the others wait on."""
    clock = Clock()
    gate = gate_with(clock)
    before = await gate.enter(gate.ticket())
    await refuse(gate, 5.0)
    gate.leave()
    gate.answered(before)
    times: list[float] = []
    for _ in range(3):
        await gate.enter(gate.ticket())
        gate.leave()
        times.append(clock.now - START)
    assert times == pytest.approx([5, 6, 7])


@pytest.mark.parametrize("waiting_for", ["a slot", "a pause"])
async def test_giving_up_ends_all_waiting(anyio_backend: str, waiting_for: str) -> None:
    """Whatever a call waits for, its turn or the pace; and who comes later waits as before."""
    clock = Clock()
    gate = Gate(max_concurrency=1, max_rate=None, clock=clock, sleep=lambda _: anyio.sleep_forever())
    entered = await gate.enter(gate.ticket())
    if waiting_for == "a pause":
        gate.leave()
        gate.cool_down(5.0, entered)
    given_up = 0

    async def call() -> None:
        nonlocal given_up
        with pytest.raises(GivenUp):
            await gate.enter(gate.ticket())
        given_up += 1

    async with anyio.create_task_group() as tasks:
        for _ in range(10):
            tasks.start_soon(call)
        await anyio.wait_all_tasks_blocked()
        gate.give_up()
    assert given_up == 10
    assert gate._waiting == []
    assert gate._free == (1 if waiting_for == "a pause" else 0)


@pytest.mark.unmeasured
@pytest.mark.parametrize("waiting_for", ["cool-down", "slot"])
async def test_cancelled_calls_leave_no_trace_in_the_queue(anyio_backend: str, waiting_for: str) -> None:
    """Thousands of them before and behind two that wait on: these leave when they may, in their order, and the gate
    does no work for those that are gone.
    """
    clock = Clock()
    gate = gate_with(clock, max_concurrency=1)
    entered = await gate.enter(gate.ticket())
    if waiting_for == "cool-down":
        gate.leave()
        gate.cool_down(10.0, entered)
    came: list[int] = []
    left: list[int] = []
    staying = (1500, 3001)

    async def call(place: int) -> None:
        came.append(place)
        await pass_through(gate, ticket=place + 1)
        left.append(place)

    async with anyio.create_task_group() as tasks:
        async with anyio.create_task_group() as cancelled:
            for place in range(3002):
                (tasks if place in staying else cancelled).start_soon(call, place)
            while len(came) < 3002:
                await checkpoint()
            cancelled.cancel_scope.cancel()
        assert left == []
        asked = clock.asked
        if waiting_for == "slot":
            gate.leave()
    assert left == [*staying]
    assert clock.asked - asked < 50
    assert gate._waiting == []
    assert clock.now == pytest.approx(START + (10 + 1 / 28 if waiting_for == "cool-down" else 0))


async def test_a_call_that_came_earlier_overtakes_one_that_is_about_to_leave(anyio_backend: str) -> None:
    """A call that comes back for another attempt keeps its place, also before the one whose turn it was to be."""
    clock = Clock()
    gate = gate_with(clock)
    older, newer = gate.ticket(), gate.ticket()
    await refuse(gate, 10.0)
    left: list[tuple[float, int]] = []

    async def call(ticket: int) -> None:
        await pass_through(gate, ticket)
        left.append((clock.now - START, ticket))

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(call, newer)
        await clock.sleep(5.0)
        tasks.start_soon(call, older)
    assert [ticket for _, ticket in left] == [older, newer]
    assert [time for time, _ in left] == [pytest.approx(10), pytest.approx(10 + 1 / 28)]


async def test_a_call_that_is_overtaken_leaves_if_the_other_gives_up(anyio_backend: str) -> None:
    """Being cancelled hands the turn back to who had it before."""
    clock = Clock()
    gate = gate_with(clock)
    older, newer = gate.ticket(), gate.ticket()
    await refuse(gate, 10.0)
    with anyio.fail_after(5):
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(gate.enter, newer)
            await clock.sleep(5.0)
            gate.cool_down(15.0, 0)  # so that both look at the queue again before either may leave
            async with anyio.create_task_group() as given_up:
                given_up.start_soon(gate.enter, older)
                await clock.sleep(10.0)
                given_up.cancel_scope.cancel()
    assert clock.now == pytest.approx(START + 20)


async def test_what_calls_wait_at_the_gate_is_added_up(anyio_backend: str) -> None:
    """For the pace, for a slot and for a cool-down, of all calls together, also of one that is cancelled."""
    clock = Clock()
    slow = gate_with(clock, max_rate=1)
    for waited in (0, 1, 2):
        await slow.enter(slow.ticket())
        slow.leave()
        assert slow.waited == pytest.approx(waited)

    gate = gate_with(clock, max_concurrency=1)

    async def call() -> None:
        await pass_through(gate)

    entered = await gate.enter(gate.ticket())
    async with anyio.create_task_group() as tasks:
        for _ in range(2):
            tasks.start_soon(call)
        await clock.sleep(3.0)
        gate.cool_down(7.0, entered)
        gate.leave()
    assert gate.waited == pytest.approx(10 + 10 + 1 / 28)

    gate.cool_down(7.0, gate.cool_downs)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(call)
        await clock.sleep(2.0)
        tasks.cancel_scope.cancel()
    assert gate.waited == pytest.approx(10 + 10 + 1 / 28 + 2)


IDLE = st.just(0.0) | st.floats(0, 3)
REFUSED = st.none() | st.tuples(st.floats(0.001, 60), st.booleans())


@settings(deadline=None)
@given(limit=st.floats(0.1, 1000), steps=st.lists(st.tuples(IDLE, REFUSED, st.booleans()), min_size=1, max_size=300))
def test_whatever_is_refused_the_limit_and_the_pauses_are_kept(
    limit: float, steps: list[tuple[float, tuple[float, bool] | None, bool]]
) -> None:
    """Whenever requests leave and whichever are refused: none leaves in a pause, no second holds more than without any
    refusal, and the pace stays between one a second and the limit.
    """
    pace = Pace(limit)
    now = paused_until = 0.0
    times: list[float] = []
    for idle, refused, answered in steps:
        now += idle
        now += max(0.0, pace.delay(now))
        assert now >= paused_until - 1e-9
        assert min(1.0, limit) <= pace.rate(now) <= limit
        pace.leave(now)
        times.append(now)
        if refused is not None:
            pause, new = refused
            rate = pace.rate(now)
            if new:
                pace.refuse(now)
                assert pace.rate(now) == pytest.approx(max(min(1.0, limit), rate * 0.7))
            pace.pause(now + pause)
            paused_until = max(paused_until, now + pause)
        elif answered:
            pace.recover(now)
    assert most_within(times, 1.0) <= most_in_a_second(limit)
