"""What keeps the whole client polite: how many requests are in flight, and how many leave in a second."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Awaitable, Callable

import anyio

# A quarter of a second's requests may leave at once, so that a client that was idle answers a burst without delay.
_BURST = 0.25
# How much of the room above a second a full window takes up; see Pace.
_MARGIN = 0.6


class Pace:
    """When the next request may leave: a token bucket, as the generic cell rate algorithm keeps it.

    Requests leave `rate` a second, and up to a quarter of that at once after a pause. So any window of one second holds
    at most 1.25 times `rate`: 50 at TMDB's 40 a second, which is what its network allows.

    What leaves together does not arrive together: the requests of a first burst are late by the time that it takes to
    open their connections. So a full window is stretched a little over a second (1.15 s at 40 a second), which costs
    nothing after the first.
    """

    def __init__(self, rate: float) -> None:
        burst = max(1, int(rate * _BURST))
        full = int(rate) + burst
        self._interval = 1 / rate
        self._tolerance = (burst - 1) * self._interval
        self._window = 1 + _MARGIN * (full / rate - 1)
        self._left: deque[float] = deque(maxlen=full)
        self._due = 0.0

    def delay(self, now: float) -> float:
        """Return how many seconds the next request has yet to wait; none where it is 0 or less."""
        delay = self._due - self._tolerance - now
        if len(self._left) == self._left.maxlen:
            return max(delay, self._left[0] + self._window - now)
        return delay

    def leave(self, now: float) -> None:
        """Count one request that leaves."""
        self._due = max(self._due, now) + self._interval
        self._left.append(now)


class Gate:
    """The way out, shared by all calls of a client: `async with gate` around each request.

    Entering waits for a slot and then for the pace, first come, first served. Leaving the block gives the slot back.
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
        self._pace = None if max_rate is None else Pace(max_rate)
        self._clock = clock
        self._sleep = sleep
        self._slots = anyio.Semaphore(max_concurrency, fast_acquire=True)
        # Whoever holds a slot passes the turnstile alone: so the pace is waited for once, in order.
        self._turnstile = anyio.Lock(fast_acquire=True)

    async def __aenter__(self) -> None:
        await self._slots.acquire()
        if self._pace is not None:
            try:
                await self._wait_for(self._pace)
            except BaseException:
                self._slots.release()
                raise

    async def __aexit__(self, *_: object) -> None:
        self._slots.release()

    async def _wait_for(self, pace: Pace) -> None:
        async with self._turnstile:
            while (delay := pace.delay(self._clock())) > 0:
                await self._sleep(delay)
            pace.leave(self._clock())
