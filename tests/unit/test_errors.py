from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import httpx
import pytest

import tmdb_async
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


def errors() -> list[TMDBError]:
    headers = httpx.Headers({"Retry-After": "7"})
    found: list[TMDBError] = [
        ConfigurationError("no credential"),
        APIConnectionError("refused"),
        APITimeoutError("too late"),
        ResponseError("no JSON", path="$.cast[0].id", body=b"{"),
        *(status_error(status, headers, b'{"status_code":1}') for status in (400, 401, 403, 404, 405, 422, 429, 503)),
    ]
    for error in found:
        error.operation = "tv_series.credits"
        error.attempts = 3
    return found


@pytest.mark.parametrize("duplicate", [lambda e: pickle.loads(pickle.dumps(e)), copy.copy, copy.deepcopy])
@pytest.mark.parametrize("error", errors(), ids=lambda error: type(error).__name__)
def test_an_error_survives_pickling_and_copying(error: TMDBError, duplicate: Callable[[TMDBError], TMDBError]) -> None:
    """Errors travel between processes and into job files with everything they carry."""
    other = duplicate(error)
    assert type(other) is type(error)
    assert other.args == error.args
    assert vars(other) == vars(error)
    assert str(other) == str(error)


def test_an_error_names_its_operation() -> None:
    """A log line of an error alone says which call failed."""
    error = APIConnectionError("refused")
    assert (str(error), error.operation, error.attempts) == ("refused", None, 0)
    error.operation = "tv_series.credits"
    assert str(error) == "tv_series.credits: refused"


def test_the_tree_is_what_the_documentation_draws() -> None:
    """Whoever catches a parent catches its children."""
    parents = {
        "ConfigurationError": "TMDBError",
        "APIConnectionError": "TMDBError",
        "APITimeoutError": "APIConnectionError",
        "APIStatusError": "TMDBError",
        "ResponseError": "TMDBError",
        "BadRequestError": "APIStatusError",
        "AuthenticationError": "APIStatusError",
        "PermissionDeniedError": "APIStatusError",
        "NotFoundError": "APIStatusError",
        "UnprocessableEntityError": "APIStatusError",
        "RateLimitError": "APIStatusError",
        "ServerError": "APIStatusError",
    }
    for child, parent in parents.items():
        assert getattr(tmdb_async, child).__bases__[0] is getattr(tmdb_async, parent)
    assert issubclass(RateLimitError, APIStatusError)
