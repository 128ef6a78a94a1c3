from __future__ import annotations

import json

import pytest

from tmdb_async import (
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseError,
    ServerError,
    UnprocessableEntityError,
)
from tmdb_async.decode import decode, status_error
from tmdb_async.models import Rating, TvSeasonAccountStates, TvSeriesCredits

NOT_FOUND = b'{"success":false,"status_code":34,"status_message":"The resource you requested could not be found."}'


@pytest.mark.parametrize(
    ("body", "path"),
    [
        (b"", "$"),
        (b"<html>", "$"),
        (b"[]", "$"),
        (b"null", "$"),
        (b"{", "$"),
        (b'{"id":1,"cast":[],"crew":[]}trailing', "$"),
        (b'\xff\xfe{"id":1}', "$"),
        (b'{"id":1,"cast":[],"crew":[{"id":1,"name":"\xff","department":"","job":""}]}', "$"),
        (b'{"cast":[],"crew":[]}', "$"),
        (b'{"id":"1","cast":[],"crew":[]}', "$.id"),
        (b'{"id":1,"cast":null,"crew":[]}', "$.cast"),
        (b'{"id":1,"cast":[{"id":1,"name":null,"credit_id":"a","character":""}],"crew":[]}', "$.cast[0].name"),
        (NOT_FOUND, "$"),
        (b'{"id":1,"x":' + b"[" * 100_000, "$"),
    ],
)
def test_a_body_that_is_not_the_model_names_the_place_and_keeps_the_body(body: bytes, path: str) -> None:
    """Whatever a success holds, it is the model or a ResponseError with the JSON path and the untouched body."""
    with pytest.raises(ResponseError) as caught:
        decode(TvSeriesCredits, body)
    assert caught.value.path == path
    assert caught.value.body == body
    assert path in str(caught.value)


@pytest.mark.parametrize("rated", [b"true", b"null", b"8.5", b"{}", b'"false"', b"[]", b'{"value":"8"}'])
def test_rated_is_false_or_a_rating_and_nothing_else(rated: bytes) -> None:
    """TMDB sends `false` or an object; anything else is named by its place."""
    body = b'{"id":1,"results":[{"id":2,"episode_number":1,"rated":' + rated + b"}]}"
    with pytest.raises(ResponseError) as caught:
        decode(TvSeasonAccountStates, body)
    assert caught.value.path.startswith("$.results[0].rated")


def test_a_rating_may_be_a_whole_number() -> None:
    """`rated` is `False`, or a rating whose value is a float also where TMDB sends an integer."""
    body = {
        "id": 1,
        "results": [{"id": n, "episode_number": n, "rated": r} for n, r in enumerate([False, {"value": 9}])],
    }
    states = decode(TvSeasonAccountStates, json.dumps(body).encode())
    assert [state.rated for state in states.results] == [False, Rating(value=9.0)]


@pytest.mark.parametrize(
    ("status", "cls"),
    [
        (400, BadRequestError),
        (401, AuthenticationError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (422, UnprocessableEntityError),
        (429, RateLimitError),
        (500, ServerError),
        (502, ServerError),
        (503, ServerError),
        (520, ServerError),
        (599, ServerError),
        (302, APIStatusError),
        (304, APIStatusError),
        (405, APIStatusError),
        (418, APIStatusError),
        (600, APIStatusError),
    ],
)
def test_each_status_has_its_class(status: int, cls: type[APIStatusError]) -> None:
    """The status alone decides the class, known or not."""
    error = status_error(status, {"x": "y"}, NOT_FOUND)
    assert type(error) is cls
    assert (error.status, error.code, error.headers, error.body) == (status, 34, {"x": "y"}, NOT_FOUND)
    assert error.message == "The resource you requested could not be found."
    assert str(error) == f"The resource you requested could not be found. (HTTP {status}, TMDB code 34)"


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        (b'{"errors":["page must be greater than 0"]}', None, "page must be greater than 0"),
        (b'{"success":false,"errors":["a","b"]}', None, "a b"),
        (
            b'{"status_code":18,"status_message":"Validation failed.","errors":["x is bad"]}',
            18,
            "Validation failed. x is bad",
        ),
        (b'{"status_code":7}', 7, "Bad Gateway"),
        (b"<html><h1>502</h1></html>", None, "Bad Gateway"),
        (b"", None, "Bad Gateway"),
        (b"\x1f\x8b\x08", None, "Bad Gateway"),
        (b'{"status_code":"7","status_message":[]}', None, "Bad Gateway"),
        (b"[1]", None, "Bad Gateway"),
    ],
)
def test_every_shape_of_failure_has_a_message(body: bytes, code: int | None, message: str) -> None:
    """A code and a message, a list of errors, both, or nothing that we can read: the message always says something."""
    error = status_error(502, {}, body)
    assert (error.code, error.message, error.body) == (code, message, body)


def test_a_status_without_a_name_has_a_message() -> None:
    """Statuses that HTTP does not define come from TMDB's network, as 520 does."""
    assert str(status_error(520, {}, b"")) == "The answer is not a success (HTTP 520)"


def test_a_rate_limit_says_how_long_to_wait() -> None:
    """`retry_after` is in seconds, and None where TMDB does not say."""
    waiting = status_error(429, {"retry-after": "7"}, b"")
    silent = status_error(429, {}, b"")
    assert isinstance(waiting, RateLimitError)
    assert isinstance(silent, RateLimitError)
    assert (waiting.retry_after, silent.retry_after) == (7.0, None)
