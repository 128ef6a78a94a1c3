"""What a failure says of trying again: pure functions, without a clock, chance or I/O of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime

from tmdb_async.errors import APIConnectionError, APIStatusError, RateLimitError, ResponseError, TMDBError

_STATUSES = frozenset({408, 500, 502, 503, 504})
_FIRST_WAIT = 0.5
_LONGEST_WAIT = 8.0
# Whoever asks for more than this is not waited for: the caller knows better what to do with so much time.
_LONGEST_RETRY_AFTER = 60.0
# TMDB's network counts the requests of a second: after as long as that it has forgotten them. Others count longer: as
# long as a client is refused, each pause is half as long again as the one before it, up to a limit.
_SHORTEST_COOL_DOWN = 1.0
_LONGER = 1.5
_LONGEST_COOL_DOWN = 16.0
# HTTP 429 is a matter of the client, and no call fails for it; but for a client that gets nothing else for so long,
# and for a call that is refused so often itself. One that is refused so often in a row lets another ask in its place.
PATIENCE = 120.0
_MOST_REFUSALS = 24
_REFUSALS_IN_A_ROW = 8
_SECONDS = r"[0-9]{1,300}(\.[0-9]{1,300})?"  # what a float can hold


def wait(
    error: TMDBError,
    *,
    repeatable: bool,
    attempt: int,
    max_retries: int,
    jitter: float,
    refusals: int = 0,
    refused: float = 0.0,
) -> float | None:
    """Return how long a call waits before its next attempt.

    HTTP 429 is a matter of the client: it does not count as an attempt, and it is the gate that makes all calls wait.

    Args:
        error: How the attempt failed.
        repeatable: Whether the operation may be sent twice without doing anything twice.
        attempt: Which attempt it was, from 1, without those that ended in HTTP 429.
        max_retries: How many attempts may follow the first. With 0 none follows HTTP 429 either.
        jitter: A random number from 0 to 1, so that clients that failed together do not return together.
        refusals: How often HTTP 429 came for this call.
        refused: For how many seconds nothing else came for the whole client.

    Returns:
        Seconds: what the answer asks for, or up to 0.5 s, 1 s, 2 s, 4 s and then 8 s; 0 after HTTP 429. None where the
        error is raised: trying again would not help, might do a second time what must be done once, or would take too
        long.
    """
    asked = _asked(error)
    if asked > _LONGEST_RETRY_AFTER:
        return None
    if isinstance(error, RateLimitError):
        return 0.0 if max_retries and refused < PATIENCE and refusals < _MOST_REFUSALS else None
    if attempt > max_retries or not _may_repeat(error, repeatable=repeatable):
        return None
    return asked or _backoff(attempt, jitter)


def steps_back(refusals: int) -> bool:
    """Return whether a call that was so often refused lets another ask in its place: it may be refused alone."""
    return refusals % _REFUSALS_IN_A_ROW == 0


def cool_down(error: RateLimitError, *, in_a_row: int, jitter: float) -> float:
    """Return how many seconds the whole client pauses after HTTP 429, whether or not the call is tried again.

    Args:
        error: The refusal. What it asks for is kept to, up to a minute.
        in_a_row: How many pauses there were since the client was last answered, this one included.
        jitter: A random number from 0 to 1, which makes up to a quarter of the pause.

    Returns:
        What the answer asks for, and at least 1 s, 1.5 s, 2.25 s and so on, up to 16 s. The first may be as short as
        the answer asks.
    """
    asked = min(_asked(error), _LONGEST_RETRY_AFTER)
    if asked and in_a_row == 1:
        return asked
    grown = min(_LONGEST_COOL_DOWN, _SHORTEST_COOL_DOWN * _LONGER ** min(in_a_row - 1, 100))
    return max(asked, _SHORTEST_COOL_DOWN, grown * (0.75 + 0.25 * jitter))


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
    # What TMDB never got has had no effect: any operation may be tried again.
    if isinstance(error, APIConnectionError) and not error.sent:
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
