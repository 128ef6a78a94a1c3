from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmdb_async import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    ConfigurationError,
    RateLimitError,
    ResponseError,
    TMDBError,
)
from tmdb_async.calls.decode import status_error
from tmdb_async.calls.retry import cool_down, retry_after, steps_back, wait

NOW = datetime(2026, 11, 20, 12, 0, 0, tzinfo=UTC)

STATUSES = range(100, 600)
WORTH_ANOTHER = {408, 429, 500, 502, 503, 504}
# Whether an operation may be repeated: all of them, and those that may.
ALL = {True, False}
REPEATABLE = {True}

# What each attempt waits at most, where the answer asks for nothing.
BOUNDS = [(1, 0.5), (2, 1.0), (3, 2.0), (4, 4.0), (5, 8.0), (6, 8.0), (11, 8.0), (1000, 8.0), (10**9, 8.0)]

# Of dates, good and bad.
PIECES = (
    "Fri,",
    "20",
    "Nov",
    "2026",
    "12:00:30",
    "24:00:00",
    "GMT",
    "-0000",
    "-9999",
    "+99999999",
    ":",
    ",",
    "-",
    "(x)",
)


def answered(status: int, asked: float | None = None) -> APIStatusError:
    error = status_error(status, {}, b"")
    error.retry_after = asked
    return error


def refused(asked: float | None = None) -> RateLimitError:
    error = answered(429, asked)
    assert isinstance(error, RateLimitError)
    return error


def unanswered(*, late: bool, sent: bool) -> APIConnectionError:
    error = APITimeoutError("late") if late else APIConnectionError("reset")
    error.sent = sent
    return error


def undecodable(*, cut_short: bool) -> ResponseError:
    return ResponseError("The body is no TvSeriesCredits", path="$", body=b"{", cut_short=cut_short)


def repeated(error: TMDBError, *, repeatable: bool) -> bool:
    return wait(error, repeatable=repeatable, attempt=1, max_retries=1, jitter=0.5) is not None


def repeating(error: TMDBError) -> set[bool]:
    """Which operations are tried again."""
    return {repeatable for repeatable in ALL if repeated(error, repeatable=repeatable)}


def test_every_status() -> None:
    """Six statuses are worth another attempt, of an operation that may be repeated; after 429 of any."""
    found = {status: repeating(status_error(status, {}, b"")) for status in STATUSES}
    assert {status for status in STATUSES if True in found[status]} == WORTH_ANOTHER
    assert {status for status in STATUSES if False in found[status]} == {429}


@pytest.mark.parametrize("late", [False, True])
def test_what_was_never_sent_may_be_sent(late: bool) -> None:
    """Without a connection nothing has happened at TMDB: another attempt does nothing twice."""
    assert repeating(unanswered(late=late, sent=False)) == ALL


@pytest.mark.parametrize("late", [False, True])
def test_what_may_have_arrived_is_repeated_only_where_that_does_no_harm(late: bool) -> None:
    """Where a request was sent and no answer came, nobody knows what it did."""
    assert repeating(unanswered(late=late, sent=True)) == REPEATABLE
    assert APIConnectionError("reset").sent
    assert APITimeoutError("late").sent


def test_a_body_cut_short_is_asked_for_again() -> None:
    """The rest of it got lost on the way, and may come the next time."""
    assert repeating(undecodable(cut_short=True)) == REPEATABLE


def test_the_answer_to_another_request_is_asked_for_again() -> None:
    """Our own may come the next time."""
    error = undecodable(cut_short=False)
    error.mismatched = True
    assert repeating(error) == REPEATABLE


def test_a_body_that_is_whole_and_wrong_is_not_asked_for_again() -> None:
    """It would be the same the next time."""
    assert repeating(undecodable(cut_short=False)) == set()


@pytest.mark.parametrize("error", [TMDBError("odd"), ConfigurationError("no credential")], ids=repr)
def test_other_errors_are_not_repeated(error: TMDBError) -> None:
    """What is not known to pass does not."""
    assert repeating(error) == set()


@pytest.mark.parametrize(
    "error", [answered(503), unanswered(late=False, sent=False), undecodable(cut_short=True)], ids=repr
)
@pytest.mark.parametrize("max_retries", [0, 1, 4, 1000])
def test_so_many_attempts_follow_the_first_and_no_more(error: TMDBError, max_retries: int) -> None:
    """`max_retries` counts the attempts after the first; with 0 there are none."""
    waits = [
        wait(error, repeatable=True, attempt=attempt, max_retries=max_retries, jitter=0.5)
        for attempt in range(1, max_retries + 3)
    ]
    assert None not in waits[:max_retries]
    assert waits[max_retries:] == [None, None]


@pytest.mark.parametrize(("attempt", "most"), BOUNDS)
@pytest.mark.parametrize(
    "error",
    [answered(503), answered(503, 0.0), unanswered(late=True, sent=True), undecodable(cut_short=True)],
    ids=repr,
)
def test_the_wait_is_anything_up_to_a_bound_that_doubles(error: TMDBError, attempt: int, most: float) -> None:
    """Up to 0.5 s, 1 s, 2 s, 4 s and then 8 s, all of it by chance: clients that failed together do not return so."""
    for jitter in (0.0, 0.25, 0.5, 1.0):
        assert wait(error, repeatable=True, attempt=attempt, max_retries=2 * 10**9, jitter=jitter) == jitter * most


@pytest.mark.parametrize("asked", [1e-3, 0.5, 7.0, 59.999, 60.0])
@pytest.mark.parametrize("status", sorted(WORTH_ANOTHER - {429}))
def test_what_the_answer_asks_for_wins(status: int, asked: float) -> None:
    """It is waited for exactly, whatever the attempt and by no chance; a whole minute too."""
    for attempt in (1, 9):
        for jitter in (0.0, 1.0):
            assert (
                wait(answered(status, asked), repeatable=True, attempt=attempt, max_retries=9, jitter=jitter) == asked
            )


@pytest.mark.parametrize("asked", [60.001, 61.0, 3600.0, 1e20, 1e300])
@pytest.mark.parametrize("status", sorted(WORTH_ANOTHER))
def test_what_asks_for_more_than_a_minute_is_raised(status: int, asked: float) -> None:
    """The caller knows better what to do with so much time."""
    assert wait(answered(status, asked), repeatable=True, attempt=1, max_retries=9, jitter=0.5) is None


@pytest.mark.parametrize("status", [400, 404, 501, 520])
def test_asking_for_a_wait_makes_no_other_attempt_worth_it(status: int) -> None:
    """`Retry-After` says when, and not whether."""
    assert repeating(answered(status, 1.0)) == set()
    assert repeating(answered(503, 1.0)) == REPEATABLE


@pytest.mark.parametrize("asked", [None, 0.0, 7.0, 60.0])
def test_a_refusal_is_no_attempt_that_failed(asked: float | None) -> None:
    """It is the gate that makes the call wait, as often as it takes: until the client had nothing else for two minutes,
    or this call was refused 24 times. Without retries there is no other attempt.
    """
    often = partial(wait, refused(asked), repeatable=False, attempt=0, jitter=0.5)
    assert often(max_retries=1, refusals=23, refused=119.9) == 0
    assert often(max_retries=1, refusals=1, refused=120.0) is None
    assert often(max_retries=1000, refusals=24, refused=0.0) is None
    assert often(max_retries=0, refusals=1, refused=0.0) is None


def test_a_call_that_is_refused_again_and_again_lets_another_ask() -> None:
    """It may be refused alone, and others not."""
    assert [refusals for refusals in range(1, 25) if steps_back(refusals)] == [8, 16, 24]


@pytest.mark.parametrize(
    ("asked", "seconds"), [(0.05, 0.05), (1.0, 1.0), (7.0, 7.0), (60.0, 60.0), (61.0, 60.0), (1e300, 60.0)]
)
def test_a_cool_down_is_as_long_as_the_answer_asks(asked: float, seconds: float) -> None:
    """It lasts a minute at most: whoever asks for more is heard again by then, if it still holds."""
    for jitter in (0.0, 1.0):
        assert cool_down(refused(asked), in_a_row=1, jitter=jitter) == seconds
        assert cool_down(refused(asked), in_a_row=50, jitter=jitter) == max(seconds, 12 + 4 * jitter)


@pytest.mark.parametrize("asked", [None, 0.0, 0.5])
@pytest.mark.parametrize(
    ("in_a_row", "seconds"), [(2, 1.5), (3, 2.25), (4, 3.375), (7, 1.5**6), (8, 16), (9, 16), (10**9, 16)]
)
def test_a_cool_down_grows_while_refusals_go_on(asked: float | None, in_a_row: int, seconds: float) -> None:
    """Half as long again each time, up to 16 s and a quarter of it by chance, whatever shorter time is asked for."""
    assert cool_down(refused(asked), in_a_row=in_a_row, jitter=1.0) == seconds
    assert cool_down(refused(asked), in_a_row=in_a_row, jitter=0.0) == max(1.0, 0.75 * seconds)


@pytest.mark.parametrize("asked", [None, 0.0])
def test_a_cool_down_without_a_time_is_a_second(asked: float | None) -> None:
    """TMDB's network counts by the second."""
    for jitter in (0.0, 1.0):
        assert cool_down(refused(asked), in_a_row=1, jitter=jitter) == 1.0


@pytest.mark.parametrize(
    "value",
    [
        *(
            "",
            " ",
            "soon",
            "-1",
            "-0",
            "+5",
            "1e3",
            "nan",
            "inf",
            "٣",
            "0x10",
            "1;2",
            "1,5",
            "5 s",
            "1.",
            ".5",
            "1.2.3",
        ),
        "Fri, 99 Nov 2026 12:00:30 GMT",
        "Fri, 20 Nov 2026 12:00:30",  # of no zone
        "Fri, 20 Nov 99999 12:00:30 GMT",
        "2026-11-20T12:00:30Z",  # a date, and none of HTTP's
        "9" * 400,
        "9" * 5000,
        "9" * 400 + ".5",
        "0." + "9" * 400,
    ],
    ids=lambda value: value[:30],
)
def test_a_malformed_value_says_nothing(value: str) -> None:
    """What is neither seconds nor a date, or is longer than any number, is like no header at all."""
    assert retry_after({"retry-after": value}, NOW) is None
    error = status_error(429, {"retry-after": value}, b"")
    assert isinstance(error, RateLimitError)
    assert error.retry_after is None
    assert cool_down(error, in_a_row=1, jitter=1.0) == 1.0


def test_no_header_says_nothing() -> None:
    """A modern 429 of TMDB comes without the header."""
    assert retry_after({}, NOW) is None


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        *(("0", 0.0), ("0.0", 0.0), ("7", 7.0), ("007", 7.0), (" 10 ", 10.0), ("1.5", 1.5), ("60", 60.0)),
        *(("86400", 86400.0), ("9" * 20, 1e20), ("1" + "0" * 299, 1e299)),
    ],
)
def test_seconds_are_read(value: str, seconds: float) -> None:
    """A number is a number of seconds, also one of twenty digits."""
    assert retry_after({"retry-after": value}, NOW) == seconds


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("Fri, 20 Nov 2026 12:00:30 GMT", 30.0),
        ("Fri, 20 Nov 2026 14:01:01 +0200", 61.0),
        ("Fri, 20 Nov 2026 12:00:00 GMT", 0.0),
        ("Fri, 20 Nov 2026 11:00:00 GMT", 0.0),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
        ("Friday, 20-Nov-26 12:01:00 GMT", 60.0),
        ("Sat, 20 Nov 2027 12:00:00 GMT", 365 * 86400.0),
    ],
)
def test_a_date_is_read(value: str, seconds: float) -> None:
    """An HTTP date is so many seconds away, and none where it has passed."""
    assert retry_after({"retry-after": value}, NOW) == seconds


@pytest.mark.parametrize("status", [429, 503])
def test_an_error_carries_what_its_answer_asks_for(status: int) -> None:
    """In seconds from when it came, whether the answer names them or a date, and also where it is not waited for."""
    date = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    for value, most in (("61", 61.0), ("9" * 20, 1e20), (date, 3600.0)):
        error = status_error(status, {"retry-after": value}, b"")
        assert error.retry_after is not None
        assert most == pytest.approx(error.retry_after, abs=60)
        assert error.retry_after > 60
        assert wait(error, repeatable=True, attempt=1, max_retries=4, jitter=0.5) is None


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_whatever_the_header_holds_it_is_a_time_or_nothing(value: str) -> None:
    """No header makes a call fail in another way than its answer, or wait for longer than for ever."""
    seconds = retry_after({"retry-after": value}, NOW)
    assert seconds is None or 0 <= seconds < math.inf
