"""What keeps the whole client polite: how many requests are in flight, how many leave, and when none may."""

from __future__ import annotations

import itertools
import math
import time
from collections import deque
from collections.abc import Awaitable, Callable
from heapq import heappop, heappush

import anyio
import anyio.lowlevel

# A quarter of a second's requests may leave at once, so that a client that was idle answers a burst without delay.
_BURST = 0.25
# How late a request may arrive for the limit to be kept: the pace leaves no room for more.
_LATE = _BURST
# However often TMDB refuses, a request a second still leaves: otherwise nothing would notice that it is over.
_LEAST = 1.0


class Pauses:
    """When the next request may leave where the client keeps no pace: at any time but during a cool-down."""

    def __init__(self) -> None:
        self._resumed = -math.inf  # when the last pause ended or will end

    def rate(self, now: float) -> float:  # noqa: ARG002 - a pace has one for each time
        """Return how many requests may leave in a second; infinity for no limit."""
        return math.inf

    def delay(self, now: float) -> float:
        """Return how many seconds the next request has yet to wait; none where it is 0 or less."""
        return self._resumed - now

    def paused(self, now: float) -> float:
        """Return how many seconds of a pause are left; 0 outside of one."""
        return max(0.0, self._resumed - now)

    def leave(self, now: float) -> None:
        """Count one request that leaves."""

    def answer(self, now: float) -> None:
        """Count one request that was answered, or given up."""

    def slow_down(self, now: float) -> None:
        """Halve the rate, where there is one."""

    def pause(self, until: float) -> None:
        """Let nothing leave before a time and, where there is a rate, no burst at it."""
        self._resumed = max(self._resumed, until)


class Pace(Pauses):
    """When the next request may leave: a token bucket, as the generic cell rate algorithm keeps it.

    Requests leave `rate` a second, and up to a quarter of that at once after a quiet time. So any window of one second
    holds at most 1.25 times `rate`: 50 at TMDB's 40 a second, which is what its network allows.

    TMDB counts what arrives, and what leaves first may arrive late: the requests of a first burst have to open their
    connections. But all have arrived that were answered, and it is taken for granted that all have that left a quarter
    of a second ago. So a request leaves once so many have arrived a second ago that it completes a full window at most.

    After a cool-down the rate is half of what it was, and grows by one request per second each second up to where it
    began.

    Args:
        rate: Requests a second.
    """

    def __init__(self, rate: float) -> None:
        super().__init__()  # the rate grows from the end of a pause on
        self._limit = self._base = rate
        self._due = -math.inf
        # How many requests a second may hold; of as many it is kept when they left, and when the last answers came.
        self._full = int(rate) + max(1, int(rate * _BURST))
        self._left: deque[float] = deque(maxlen=self._full)
        self._answered: deque[float] = deque(maxlen=self._full)
        self._in_flight = 0

    def rate(self, now: float) -> float:
        return min(self._limit, self._base + max(0.0, now - self._resumed))

    def delay(self, now: float) -> float:
        delay = max(self._due - self._tolerance(now), self._resumed) - now
        if len(self._left) == self._full:
            return max(delay, self._arrived() + 1 - now)
        return delay

    def leave(self, now: float) -> None:
        self._due = max(self._due, now) + 1 / self.rate(now)
        self._in_flight += 1
        self._left.append(now)

    def answer(self, now: float) -> None:
        self._in_flight -= 1
        self._answered.append(now)

    def slow_down(self, now: float) -> None:
        self._base = max(min(_LEAST, self._limit), self.rate(now) / 2)
        self._resumed = max(self._resumed, now)

    def pause(self, until: float) -> None:
        if until > self._resumed:
            self._resumed = until
            self._due = max(self._due, until + self._tolerance(until))

    def _arrived(self) -> float:
        """Return by when all requests had arrived but for the last ones, one less than a second may hold."""
        at_latest = self._left[0] + _LATE
        answered = self._full - self._in_flight
        return min(at_latest, self._answered[-answered]) if answered > 0 else at_latest

    def _tolerance(self, now: float) -> float:
        return max(0.0, _BURST - 1 / self.rate(now))


class _Waiter:
    """A call that waits for its turn."""

    __slots__ = ("gone", "turn")

    def __init__(self) -> None:
        self.turn = anyio.Event()
        self.gone = False


class Gate:
    """The way out, shared by all calls of a client. A call takes a ticket once, and enters for each of its requests.

    Entering waits for a slot, for the pace and for the end of a cool-down, in the order of the tickets: so a call that
    is tried again leaves before those that came after it. `leave` gives the slot back.

    Args:
        max_concurrency: How many requests may be in flight at once.
        max_rate: How many may leave in a second; None for no limit.
        clock: The time, in seconds.
        sleep: Waits for a number of seconds.
    """

    def __init__(
        self,
        *,
        max_concurrency: int,
        max_rate: float | None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = anyio.sleep,
    ) -> None:
        self.max_concurrency = max_concurrency
        self.waited = 0.0
        """How many seconds all calls together have waited here."""
        self.cool_downs = 0
        """How many cool-downs there have been."""
        self._free = max_concurrency
        self._paced = max_rate is not None
        self._pace = Pauses() if max_rate is None else Pace(max_rate)
        self._clock = clock
        self._sleep = sleep
        self._tickets = itertools.count()
        self._waiting: list[tuple[int, _Waiter]] = []  # a heap

    @property
    def rate(self) -> float:
        """How many requests may leave in a second just now; infinity for no limit."""
        return self._pace.rate(self._clock())

    @property
    def paused(self) -> float:
        """How many seconds of a cool-down are left; 0 outside of one."""
        return self._pace.paused(self._clock())

    def ticket(self) -> int:
        """Return the place of a new call in the order of all calls."""
        return next(self._tickets)

    async def enter(self, ticket: int) -> int:
        """Wait until the request may leave, and take a slot.

        Returns:
            How many cool-downs there have been: what `cool_down` is told if the answer to the request is HTTP 429.
        """
        if self._paced or self._waiting or not self._free or self._pace.delay(self._clock()) > 0:
            await self._wait(ticket)
        self._free -= 1
        self._pace.leave(self._clock())
        return self.cool_downs

    def leave(self) -> None:
        """Give the slot back."""
        self._free += 1
        self._pace.answer(self._clock())
        self._wake()

    def cool_down(self, seconds: float, entered: int) -> bool:
        """Let nothing leave for some seconds, and then half as many requests a second.

        Many requests may be in flight when TMDB begins to refuse them. Those that left before a cool-down say nothing
        new: they may make it longer, and do not slow the client down once more.

        Args:
            seconds: How long.
            entered: What `enter` returned to the request that was refused.

        Returns:
            Whether it is a new cool-down.
        """
        now = self._clock()
        new = entered == self.cool_downs
        if new:
            self.cool_downs += 1
            self._pace.slow_down(now)
        self._pace.pause(now + seconds)
        return new

    async def _wait(self, ticket: int) -> None:
        began = self._clock()
        waiter = _Waiter()
        heappush(self._waiting, (ticket, waiter))
        try:
            if self._paced:
                # Beginning a thousand calls at once keeps the event loop busy, and what leaves meanwhile is sent after
                # it, together with what leaves then. So all of them begin before the first one leaves.
                await anyio.lowlevel.checkpoint()
            # The first in the queue waits for the pace, the others for being the first.
            while True:
                if self._first() is not waiter or not self._free:
                    await waiter.turn.wait()
                    waiter.turn = anyio.Event()
                elif (delay := self._pace.delay(self._clock())) > 0:
                    await self._sleep(delay)
                else:
                    return
        finally:
            waiter.gone = True
            self.waited += self._clock() - began
            self._wake()

    def _wake(self) -> None:
        first = self._first()
        if first is not None and self._free:
            first.turn.set()

    def _first(self) -> _Waiter | None:
        while self._waiting and self._waiting[0][1].gone:
            heappop(self._waiting)
        return self._waiting[0][1] if self._waiting else None
