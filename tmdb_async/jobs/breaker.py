"""When a run pauses: a circuit breaker, without a clock or I/O of its own."""

from __future__ import annotations

import math
from typing import Generic, TypeVar

from tmdb_async.errors import APIConnectionError, RateLimitError, ResponseError, ServerError, TMDBError

T = TypeVar("T")

_IN_A_ROW = 50
_FIRST_WAIT = 5.0
_LONGEST_WAIT = 300.0


def is_outage(error: TMDBError) -> bool:
    """Return whether an error is nobody's fault: it says nothing of the item, and others would meet it alike."""
    if isinstance(error, ResponseError):
        return error.html
    return isinstance(error, APIConnectionError | ServerError | RateLimitError)


class Breaker(Generic[T]):
    """Says when items may be asked for, from how those before them ended.

    After 50 outages in a row it is open: one item may be tried after 5 s, the next after 10 s, and so on, up to every
    five minutes. The first that is no outage closes it.

    Args:
        give_up_after: How many seconds it may be open; None for any time.

    Attributes:
        open: Whether nothing but a trial may be made.
        opened: When it was opened. All times are seconds of the caller's clock.
    """

    def __init__(self, give_up_after: float | None = None) -> None:
        self.open = False
        self.opened = 0.0
        self._longest = math.inf if give_up_after is None else give_up_after
        self._wait = _FIRST_WAIT
        self._next = 0.0
        self._row: list[T] = []
        self._again: list[T] = []

    def fail(self, item: T, now: float) -> bool:
        """Count an outage, and return whether it opens the breaker."""
        if self.open:
            self._again.append(item)
            return False
        self._row.append(item)
        if len(self._row) < _IN_A_ROW:
            return False
        self._again += self._row
        self._row.clear()
        self.open, self.opened = True, now
        self._wait = _FIRST_WAIT
        self._next = now + self._wait
        return True

    def succeed(self) -> bool:
        """Count what is no outage, and return whether it closes the breaker."""
        self._row.clear()
        closed, self.open = self.open, False
        return closed

    def delay(self, now: float) -> float:
        """Return in how many seconds the next trial may be made, or the end has come; 0 or less where it is now."""
        return min(self._next, self.opened + self._longest) - now

    def has_given_up(self, now: float) -> bool:
        """Return whether it has been open for too long."""
        return self.open and now >= self.opened + self._longest

    def begin_trial(self, now: float) -> None:
        """Count a trial, which puts off the next."""
        self._wait = min(2 * self._wait, _LONGEST_WAIT)
        self._next = now + self._wait

    def take_again(self) -> list[T]:
        """Hand out what failed before the breaker opened and while it was open: what is to be tried again."""
        again, self._again = self._again, []
        return again
