"""What a failure says of trying again: pure functions, without a clock or I/O of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime

_SECONDS = r"[0-9]{1,9}(\.[0-9]{1,9})?"


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
