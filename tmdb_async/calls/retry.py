"""What a failure says of trying again: pure functions, without a clock, chance or I/O of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime

from tmdb_async.errors import APIConnectionError, APIStatusError, RateLimitError, ResponseError, TMDBError

_STATUSES = frozenset({408, 429, 500, 502, 503, 504})
_FIRST_WAIT = 0.5
_LONGEST_WAIT = 8.0
# Whoever asks for more than this is not waited for: the caller knows better what to do with so much time.
_LONGEST_RETRY_AFTER = 60.0
# TMDB's network counts the requests of a second: after as long as that it has forgotten them.
_SHORTEST_COOL_DOWN = 1.0
_SECONDS = r"[0-9]{1,300}(\.[0-9]{1,300})?"  # what a float can hold


def wait(error: TMDBError, *, repeatable: bool, attempt: int, max_retries: int, jitter: float) -> float | None:
    """Return how long a call waits before its next attempt.

    Args:
        error: How the attempt failed.
        repeatable: Whether the operation may be sent twice without doing anything twice.
        attempt: Which attempt it was, from 1.
        max_retries: How many attempts may follow the first.
        jitter: A random number from 0 to 1, so that clients that failed together do not return together.

    Returns:
        Seconds: what the answer asks for, or up to 0.5 s, 1 s, 2 s, 4 s and then 8 s. None where the error is raised:
        trying again would not help, might do a second time what must be done once, or would take too long.
    """
    if attempt > max_retries or not _may_repeat(error, repeatable=repeatable):
        return None
    asked = _asked(error)
    return None if asked > _LONGEST_RETRY_AFTER else asked or _backoff(attempt, jitter)


def cool_down(error: RateLimitError, *, attempt: int, jitter: float) -> float:
    """Return how many seconds the whole client pauses after HTTP 429, whether or not the call is tried again."""
    return min(_asked(error), _LONGEST_RETRY_AFTER) or max(_SHORTEST_COOL_DOWN, _backoff(attempt, jitter))


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return how long the answer asks to wait before the next request.

    Args:
        headers: The headers of the answer. `Retry-After` holds seconds or an HTTP date.
        now: The time at which the answer came, with its zone.

    Returns:
        Seconds, 0 for a date that has passed; None where the header is missing or malformed.
    """
    value = headers.get("retry-after", "").strip()
    if re.fullmatch(_SECONDS, value):
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - now).total_seconds())
    except (TypeError, ValueError, OverflowError):  # no date; a date without a zone; a date out of range
        return None


def _may_repeat(error: TMDBError, *, repeatable: bool) -> bool:
    # What TMDB turned away, or never got, has had no effect: any method may be tried again.
    if isinstance(error, RateLimitError) or (isinstance(error, APIConnectionError) and not error.sent):
        return True
    if not repeatable:
        return False
    if isinstance(error, APIStatusError):
        return error.status in _STATUSES
    return isinstance(error, APIConnectionError) or (
        isinstance(error, ResponseError) and (error.cut_short or error.mismatched)
    )


def _asked(error: TMDBError) -> float:
    """Return the seconds that an answer asks for; 0 where it asks for none, which is no reason to hurry."""
    return error.retry_after or 0.0 if isinstance(error, APIStatusError) else 0.0


def _backoff(attempt: int, jitter: float) -> float:
    return jitter * min(_LONGEST_WAIT, _FIRST_WAIT * 2.0 ** min(attempt - 1, 10))
