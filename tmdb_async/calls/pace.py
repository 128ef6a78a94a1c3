"""When the next request may leave: how many a second, and how a refusal (HTTP 429) changes that."""

from __future__ import annotations

import math
from collections import deque

# A quarter of a second's requests may leave at once, so that a client that was idle answers a burst without delay.
_BURST = 0.25
# How late a request may arrive for the limit to be kept: the pace leaves no room for more.
_LATE = _BURST
# What a refusal leaves of the rate, and in how many seconds it is back: the curve and the share of CUBIC (RFC 9438).
_KEPT = 0.7
_BACK = 20.0
# However often TMDB refuses, a request a second still leaves: otherwise nothing would notice that it is over.
_LEAST = 1.0
# After a pause one request asks whether it is over. If no answer comes, another asks as many seconds later.
_PROBE = 1.0
# What a client without a pace was refused at, where it was not faster: TMDB's own limit.
_UNPACED = 40.0


class FreePace:
    """When the next request may leave where the client has no pace: at any time, until one is refused.

    A refusal is followed by a pause, and the pause by a probe: one request, and the others once it is answered. Then
    the client has a pace, as the generic cell rate algorithm keeps it. It remembers at which rate it was refused, and
    begins at 0.7 of that. It is back after 20 seconds, fast at first and ever more slowly, and goes beyond, slowly at
    first and then ever faster, as TCP does (CUBIC, RFC 9438). So it stays near what is allowed, whatever that is and
    however often it changes.
    """

    def __init__(self, limit: float = math.inf) -> None:
        self._limit = limit
        self._ceiling = math.inf  # the rate at the last refusal
        self._resumed = -math.inf  # when the last pause ended or will end; the rate grows from then on
        self._probing = False
        self._due = -math.inf
        self._free = limit == math.inf
        # While nothing is refused: how many left in this second and in the one before it, and when this one ends.
        self._count, self._count_before, self._second = 0, 0, -math.inf

    def rate(self, now: float) -> float:
        """Return how many requests may leave in a second; infinity for no limit."""
        if self._ceiling == math.inf:
            return self._limit
        since = max(0.0, now - self._resumed) / _BACK
        return min(self._limit, max(_LEAST, self._ceiling * (1 + (1 - _KEPT) * (since - 1) ** 3)))

    def delay(self, now: float) -> float:
        """Return how many seconds the next request has yet to wait; none where it is 0 or less."""
        if self._due <= now:
            return self._resumed - now
        return max(self._due - self._tolerance(now), self._resumed) - now

    def paused(self, now: float) -> float:
        """Return how many seconds of a pause are left; 0 outside of one."""
        return max(0.0, self._resumed - now)

    def leave(self, now: float) -> None:
        """Count one request that leaves."""
        if self._free:
            if now >= self._second:
                self._count_before = self._count if now < self._second + 1 else 0
                self._count, self._second = 0, now + 1
            self._count += 1
            return
        self._due = max(self._due, now) + 1 / self.rate(now)
        if self._probing:
            self._resumed = now + _PROBE

    def answer(self, now: float) -> None:
        """Count one request that was answered, or given up."""

    def refuse(self, now: float) -> None:
        """Slow down, and let one request ask after the pause whether the others may leave."""
        self._ceiling = max(_UNPACED, self._count_before, self._count) if self._free else self.rate(now)
        self._free = False
        self._resumed = max(self._resumed, now)
        self._probing = True

    def pause(self, until: float) -> None:
        """Let nothing leave before a time, and no burst at it."""
        if until > self._resumed:
            self._resumed = until
            self._due = max(self._due, until + self._tolerance(until))

    def recover(self, now: float) -> None:
        """Let the others leave: what asked was answered."""
        self._probing = False
        self._resumed = now
        self._due = max(self._due, now + self._tolerance(now))

    def _tolerance(self, now: float) -> float:
        return max(0.0, _BURST - 1 / self.rate(now))


class Pace(FreePace):
    """When the next request may leave where the client has a pace: a token bucket that is never faster.

    Requests leave `rate` a second, and up to a quarter of that at once after a quiet time. So any window of one second
    holds at most 1.25 times `rate`: 50 at TMDB's 40 a second, which is what its network allows.

    TMDB counts what arrives, and what leaves first may arrive late: the requests of a first burst have to open their
    connections. But all have arrived that were answered, and it is taken for granted that all have that left a quarter
    of a second ago. So a request leaves once so many have arrived a second ago that it completes a full window at most.

    Args:
        rate: Requests a second.
    """

    def __init__(self, rate: float) -> None:
        super().__init__(rate)
        # How many requests a second may hold; of as many it is kept when they left, and when the last answers came.
        self._full = int(rate) + max(1, int(rate * _BURST))
        self._left: deque[float] = deque(maxlen=self._full)
        self._answered: deque[float] = deque(maxlen=self._full)
        self._in_flight = 0

    def delay(self, now: float) -> float:
        delay = super().delay(now)
        if len(self._left) == self._full:
            return max(delay, self._arrived() + 1 - now)
        return delay

    def leave(self, now: float) -> None:
        super().leave(now)
        self._in_flight += 1
        self._left.append(now)

    def answer(self, now: float) -> None:
        self._in_flight -= 1
        self._answered.append(now)

    def _arrived(self) -> float:
        """Return by when all requests had arrived but for the last ones, one less than a second may hold."""
        at_latest = self._left[0] + _LATE
        answered = self._full - self._in_flight
        return min(at_latest, self._answered[-answered]) if answered > 0 else at_latest
