"""Faults on demand, and answers of one's own."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tmdb_async.sandbox import Sandbox

PATH = "/3/tv/1399"


@pytest.fixture(scope="module")
def served() -> Iterator[Sandbox]:
    with Sandbox(max_rate=None, max_connections=None) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(served: Sandbox) -> Sandbox:
    served.reset()
    return served


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=sandbox.url, headers={"Authorization": f"Bearer {sandbox.token}"}) as client:
        yield client


def test_the_next_requests_fail_as_told(sandbox: Sandbox, client: httpx.Client) -> None:
    """One after the other, whatever they ask for, with the code and the headers that were given; then all is well."""
    sandbox.fail_next(503, times=2)
    sandbox.fail_next(429, code=25, headers={"Retry-After": "1"})
    answers = [client.get(path) for path in (PATH, "/3/movie/550", f"{PATH}/credits", PATH)]
    assert [answer.status_code for answer in answers] == [503, 503, 429, 200]
    assert answers[0].json() == {"success": False, "status_message": "Service Unavailable"}
    assert answers[2].json() == {"success": False, "status_code": 25, "status_message": "Too Many Requests"}
    assert answers[2].headers["Retry-After"] == "1"
    assert sandbox.stats().by_status == {200: 1, 429: 1, 503: 2}


def test_a_write_that_fails_is_not_done(sandbox: Sandbox, client: httpx.Client) -> None:
    """The session has rated nothing."""
    sandbox.fail_next(500)
    assert client.post(f"{PATH}/rating?session_id=a", json={"value": 8}).status_code == 500
    assert client.get(f"{PATH}/account_states?session_id=a").json()["rated"] is False


@pytest.mark.parametrize("status", [200, 304, 99, 1000])
def test_what_is_no_failure_is_refused(sandbox: Sandbox, status: int) -> None:
    """`ValueError`: a success is `answer`'s business, and a status must be one of HTTP's."""
    with pytest.raises(ValueError, match=str(status)):
        sandbox.fail_next(status)


def test_an_operation_gives_an_answer_of_ones_own(sandbox: Sandbox, client: httpx.Client) -> None:
    """For every id, until another one is given; other operations answer as before."""
    sandbox.answer("tv_series.details", {"id": 1, "name": "Mine"})
    assert [client.get(f"/3/tv/{number}").json()["name"] for number in (1399, 5)] == ["Mine", "Mine"]
    assert client.get(f"{PATH}/credits").json()["id"] == 1399
    sandbox.answer("tv_series.details", b"<html>", status=502)
    answer = client.get(PATH)
    assert (answer.status_code, answer.content) == (502, b"<html>")


def test_failures_come_before_answers_of_ones_own(sandbox: Sandbox, client: httpx.Client) -> None:
    """So a retry can be tested together with what it gets."""
    sandbox.answer("tv_series.details", [])
    sandbox.fail_next(500)
    assert [client.get(PATH).status_code for _ in range(2)] == [500, 200]


def test_an_operation_that_there_is_not_is_refused(sandbox: Sandbox) -> None:
    """`ValueError` that names it."""
    with pytest.raises(ValueError, match=r"tv_series\.detials"):
        sandbox.answer("tv_series.detials", {})


def test_what_is_no_json_is_refused(sandbox: Sandbox) -> None:
    """`TypeError` where it is given, and not when it is sent."""
    with pytest.raises(TypeError):
        sandbox.answer("tv_series.details", object())


def test_reset_forgets_failures_and_answers(sandbox: Sandbox, client: httpx.Client) -> None:
    """Also that of the command's own address."""
    for reset in (sandbox.reset, lambda: client.post("/sandbox/reset")):
        sandbox.fail_next(500)
        sandbox.answer("tv_series.details", [])
        reset()
        assert client.get(PATH).json()["id"] == 1399
