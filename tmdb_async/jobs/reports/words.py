"""Numbers as a person reads them."""

from __future__ import annotations

from datetime import datetime

_LONGEST = 300


def count(number: int) -> str:
    """Return a number with its thousands apart."""
    return f"{number:,}"


def duration(seconds: float) -> str:
    """Return a time in the unit that suits it."""
    if seconds < 1:
        return f"{1000 * seconds:.3g} ms"
    if seconds < 59.95:
        return f"{seconds:.3g} s"
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest:02} s" if rest else f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if minutes else f"{hours} h"


def size(bytes_: float) -> str:
    """Return a number of bytes in the unit that suits it."""
    for unit in ("B", "kB", "MB"):
        if bytes_ < 999.5:
            return f"{bytes_:.3g} {unit}"
        bytes_ /= 1000
    return f"{bytes_:,.3g} GB" if bytes_ < 999.5 else f"{bytes_:,.0f} GB"


def moment(time: str) -> str:
    """Return a time of a job file to the second."""
    return f"{datetime.fromisoformat(time):%Y-%m-%d %H:%M:%S}"


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return a text that is no longer than that."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
