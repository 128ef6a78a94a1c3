from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tmdb_async.retry import retry_after

NOW = datetime(2026, 11, 20, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    ["", " ", "soon", "-1", "1e3", "nan", "inf", "٣", "0x10", "Fri, 99 Nov 2026 12:00:30 GMT", "1;2"],
)
def test_a_malformed_value_says_nothing(value: str) -> None:
    """What is neither seconds nor a date is like no header at all."""
    assert retry_after({"retry-after": value}, NOW) is None


def test_no_header_says_nothing() -> None:
    """A modern 429 of TMDB comes without the header."""
    assert retry_after({}, NOW) is None


@pytest.mark.parametrize(
    ("value", "seconds"), [("0", 0.0), ("7", 7.0), (" 10 ", 10.0), ("1.5", 1.5), ("86400", 86400.0)]
)
def test_seconds_are_read(value: str, seconds: float) -> None:
    """A number is a number of seconds."""
    assert retry_after({"retry-after": value}, NOW) == seconds


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("Fri, 20 Nov 2026 12:00:30 GMT", 30.0),
        ("Fri, 20 Nov 2026 11:00:00 GMT", 0.0),
        ("Friday, 20-Nov-26 12:01:00 GMT", 60.0),
    ],
)
def test_a_date_is_read(value: str, seconds: float) -> None:
    """An HTTP date is so many seconds away, and none where it has passed."""
    assert retry_after({"retry-after": value}, NOW) == seconds
