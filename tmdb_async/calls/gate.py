"""What keeps the whole client polite: how many requests are in flight, how many leave, and when none may."""

from __future__ import annotations

import itertools
import time
from collections.abc import Awaitable, Callable
from heapq import heappop, heappush

import anyio
import anyio.lowlevel

from .pace import FreePace, Pace

# A refusal that long after the last pause is the first of its kind: nobody has asked meanwhile.
_FORGOTTEN = 60.0


class GivenUp(Exception):  # noqa: N818 - no error by itself: the engine makes one of it
    """Nothing but HTTP 429 has come for so long that waiting has ended."""


class _Waiter:
    """A call that waits for its turn."""

    __slots__ = ("given_up", "gone", "nap", "turn")

    def __init__(self) -> None:
        self.turn = anyio.Event()
        self.nap: anyio.CancelScope | None = None  # while it waits for the pace
        self.gone = False
        self.given_up = False


class Gate:
    """The way out, shared by all calls of a client. A call takes a ticket once, and enters for each of its requests.

    Entering waits for a slot, for the pace and for the end of a cool-down, in the order of the tickets: so a call that
    is tried again leaves before those that came after it. `leave` gives the slot back.

    HTTP 429 is a matter of the client and not of the call: it begins a cool-down, in which all wait at no cost. When it
    is over one request leaves first, and the others once that is answered with anything but HTTP 429.

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
        self._in_a_row = 0
        self._refused_since = self._paused_until = 0.0
        self._free = max_concurrency
        self._paced = max_rate is not None
        self._pace = FreePace() if max_rate is None else Pace(max_rate)
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

    @property
    def refused(self) -> float:
        """For how many seconds the client has had nothing but HTTP 429; 0 where it was answered since."""
        return self._clock() - self._refused_since if self._in_a_row else 0.0

    def ticket(self) -> int:
        """Return the place of a new call in the order of all calls."""
        return next(self._tickets)

    async def enter(self, ticket: int) -> int:
        """Wait until the request may leave, and take a slot.

        Returns:
            How many cool-downs there have been: what `cool_down` is told if the answer to the request is HTTP 429, and
            `answered` if it is any other.

        Raises:
            GivenUp: Somebody called `give_up` while it waited.
        """
        now = self._clock()
        if self._paced or self._waiting or not self._free or self._pace.delay(now) > 0:
            await self._wait(ticket)
            now = self._clock()
        self._free -= 1
        self._pace.leave(now)
        return self.cool_downs

    def leave(self) -> None:
        """Give the slot back."""
        self._free += 1
        self._pace.answer(self._clock())
        self._wake()

    def answered(self, entered: int) -> None:
        """Let the others leave, if the answer to the first request after a cool-down is no HTTP 429.

        Args:
            entered: What `enter` returned to the request. What left before the cool-down says nothing of now.
        """
        if self._in_a_row and entered == self.cool_downs:
            self._in_a_row = 0
            self._pace.recover(self._clock())
            first = self._first()
            if first is not None and first.nap is not None:
                first.nap.cancel()

    def in_a_row(self, entered: int) -> int:
        """Return the place of a refusal among those that come one after the other; 1 for one that says nothing new."""
        return self._in_a_row + 1 if entered == self.cool_downs else 1

    def cool_down(self, seconds: float, entered: int) -> bool:
        """Let nothing leave for some seconds, then one request, and then fewer a second than before.

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
            if not self._in_a_row or now - self._paused_until > _FORGOTTEN:
                self._in_a_row, self._refused_since = 0, now
            self._in_a_row += 1
            self._pace.refuse(now)
        self._paused_until = max(self._paused_until, now + seconds)
        self._pace.pause(now + seconds)
        return new

    def give_up(self) -> None:
        """End the waiting of all calls."""
        for _, waiter in self._waiting:
            waiter.given_up = True
            waiter.turn.set()
            if waiter.nap is not None:
                waiter.nap.cancel()

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
            while not waiter.given_up:
                if self._first() is not waiter or not self._free:
                    await waiter.turn.wait()
                    waiter.turn = anyio.Event()
                elif (delay := self._pace.delay(self._clock())) > 0:
                    with anyio.CancelScope() as waiter.nap:
                        await self._sleep(delay)
                    waiter.nap = None
                else:
                    return
            raise GivenUp
        finally:
            waiter.gone, waiter.nap = True, None
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
