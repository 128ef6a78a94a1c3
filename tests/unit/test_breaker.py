from __future__ import annotations

import pytest

from tmdb_async import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    BadRequestError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseError,
    ServerError,
    TMDBError,
)
from tmdb_async.jobs.breaker import Breaker, is_outage


def broken(*, html: bool) -> ResponseError:
    error = ResponseError("malformed", path="$", body=b"<")
    error.html = html
    return error


def opened(at: float = 0.0, give_up_after: float | None = None) -> Breaker[int]:
    breaker: Breaker[int] = Breaker(give_up_after)
    assert [breaker.fail(item, at) for item in range(50)] == 49 * [False] + [True]
    return breaker


def test_what_is_nobodys_fault_is_an_outage() -> None:
    """No answer, a failing server, a refusal for the rate, and a page in place of an answer; no other error."""

    def status(kind: type[APIStatusError], number: int) -> APIStatusError:
        return kind("no", status=number, code=None, headers={}, body=b"")

    yes: list[TMDBError] = [
        APIConnectionError(""),
        APITimeoutError(""),
        status(ServerError, 503),
        status(RateLimitError, 429),
        broken(html=True),
    ]
    no: list[TMDBError] = [
        status(NotFoundError, 404),
        status(BadRequestError, 400),
        status(PermissionDeniedError, 403),
        broken(html=False),
        TMDBError(""),
    ]
    assert [is_outage(error) for error in yes] == 5 * [True]
    assert [is_outage(error) for error in no] == 5 * [False]


def test_fifty_outages_in_a_row_open_it() -> None:
    """One that is none begins the row anew, and what failed before is not tried again."""
    breaker: Breaker[int] = Breaker()
    for item in range(49):
        assert not breaker.fail(item, 0)
    assert not breaker.succeed()
    for item in range(100, 149):
        assert not breaker.fail(item, 0)
    assert breaker.fail(149, 0)
    assert breaker.take_again() == list(range(100, 150))


def test_trials_come_after_five_seconds_and_then_more_and_more_seldom() -> None:
    """Each wait is twice the one before, up to five minutes."""
    now = 1000.0
    breaker = opened(now)
    waits: list[float] = []
    for _ in range(9):
        waits.append(breaker.delay(now))
        now += waits[-1]
        assert breaker.delay(now) == 0
        breaker.begin_trial(now)
    assert waits == [5, 10, 20, 40, 80, 160, 300, 300, 300]
    assert not breaker.has_given_up(now + 1e9)


def test_the_first_success_closes_it() -> None:
    """What failed is handed out once, with the trials and what was in flight; the next pause begins anew."""
    breaker = opened()
    breaker.begin_trial(5)
    assert not breaker.fail(50, 6)
    assert breaker.delay(6) == 9
    assert breaker.succeed()
    assert not breaker.open
    assert not breaker.succeed()
    assert breaker.take_again() == list(range(51))
    assert breaker.take_again() == []
    assert [breaker.fail(item, 100) for item in range(50)][-1]
    assert breaker.delay(100) == 5
    assert breaker.opened == 100


@pytest.mark.parametrize(("seconds", "delay"), [(0, 0), (3, 3), (60, 5)])
def test_it_gives_up_where_that_is_asked_for(seconds: float, delay: float) -> None:
    """After so long without a success, of whatever number of trials; never while it is closed."""
    assert not Breaker[int](seconds).has_given_up(1e9)
    breaker = opened(0.1, seconds)
    assert breaker.delay(0.1) == pytest.approx(delay)
    assert breaker.has_given_up(0.1) is (seconds == 0)
    breaker.begin_trial(0.1 + seconds / 2)
    assert breaker.has_given_up(0.1 + seconds)
    assert breaker.succeed()
    assert not breaker.has_given_up(1e9)
