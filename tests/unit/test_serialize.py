from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import httpx
import pytest

import tmdb_async
from tmdb_async import (
    APIConnectionError,
    APITimeoutError,
    ConfigurationError,
    NotFoundError,
    ResponseError,
    TMDBError,
    from_dict,
    from_json,
    to_dict,
    to_json,
)
from tmdb_async.calls.decode import decode, status_error
from tmdb_async.models import Gender, MediaPage, TvSeriesCredits
from tmdb_async.operations import find_operation
from tmdb_async.sandbox.document import Document


def models() -> list[Any]:
    """One of each model that an example of the document is, and what is unknown."""
    found = []
    for operation in Document.bundled().operations():
        model = find_operation(operation.name).model
        found += [decode(model, example.body) for example in operation.examples if attrs.has(model)]
    unknown = b'{"id":1,"name":"\xc3\xa9","credit_id":"c","character":"","gender":7}'
    found.append(decode(TvSeriesCredits, b'{"id":1,"cast":[' + unknown + b'],"crew":[]}'))
    page = b'{"page":1,"total_pages":1,"total_results":1,"results":[{"id":7,"media_type":"robot","x":[1]}]}'
    found.append(decode(MediaPage, page))
    return found


def errors() -> list[TMDBError]:
    headers = httpx.Headers({"Retry-After": "7", "X-Twice": "a"})
    found: list[TMDBError] = [
        ConfigurationError("no credential"),
        APIConnectionError("refused"),
        APITimeoutError("too late"),
        ResponseError("no JSON", path="$.cast[0].id", body=b"{\xff", cut_short=True),
        *(status_error(status, headers, b'{"status_code":1}') for status in (400, 401, 403, 404, 405, 422, 429, 503)),
    ]
    page = ResponseError("HTML instead of JSON", path="$", body=b"<html>")
    page.html, page.status = True, 200
    other = ResponseError("The answer belongs to another request", path="$.id", body=b'{"id":2}')
    other.mismatched, other.status = True, 200
    found += [page, other]
    found[1].sent = False  # type: ignore[attr-defined] # as for a connection that was refused
    for error in found:
        error.operation, error.attempts = "tv_series.credits", 3
    return found


def through_json(value: Any) -> Any:
    text = to_json(value)
    assert "\n" not in text
    assert json.loads(text) == to_dict(value)
    return from_json(TMDBError if isinstance(value, TMDBError) else type(value), text)


def through_dict(value: Any) -> Any:
    return from_dict(TMDBError if isinstance(value, TMDBError) else type(value), to_dict(value))


WAYS: list[Callable[[Any], Any]] = [
    lambda value: pickle.loads(pickle.dumps(value)),
    copy.deepcopy,
    through_json,
    through_dict,
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("model", models(), ids=lambda model: type(model).__name__)
def test_a_model_is_the_same_afterwards(model: Any, way: Callable[[Any], Any]) -> None:
    """Pickling, copying, a dictionary and JSON keep every field, an unknown gender and letters of all languages."""
    other = way(model)
    assert other == model
    assert hash(other) == hash(model)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("error", errors(), ids=lambda error: type(error).__name__)
def test_an_error_is_the_same_afterwards(error: TMDBError, way: Callable[[Any], Any]) -> None:
    """Pickling, copying, a dictionary and JSON keep the class, the words and everything that the error carries."""
    other = way(error)
    assert type(other) is type(error)
    assert other.args == error.args
    assert vars(other) == vars(error)
    assert str(other) == str(error)


def test_the_headers_of_an_error_are_found_in_any_case_afterwards() -> None:
    """What JSON makes of headers is a mapping whose names have no case, as before."""
    other = from_json(NotFoundError, to_json(status_error(404, httpx.Headers({"ETag": "1"}), b"")))
    assert other.headers["ETAG"] == other.headers["etag"] == "1"


def test_a_model_as_a_dictionary_is_plain() -> None:
    """Lists for tuples, numbers for enumerations, None for what is absent: what any serializer takes."""
    model = models()[-2]
    assert model.cast[0].gender == 7
    assert isinstance(model.cast[0].gender, Gender)
    [member] = to_dict(model)["cast"]
    assert (type(member["gender"]), member["gender"], member["name"], member["order"]) == (int, 7, "é", None)


def test_a_body_that_is_no_text_is_base64() -> None:
    """A text is the body itself, so that it can be read; other bytes are marked."""
    assert to_dict(ResponseError("m", path="$", body="é".encode()))["body"] == "é"
    assert to_dict(ResponseError("m", path="$", body=b"\xff"))["body"] == {"base64": "/w=="}


@pytest.mark.parametrize("value", [1, None, "text", {"id": 1}, ValueError("x"), TvSeriesCredits, object()])
def test_what_is_neither_is_refused(value: object) -> None:
    """`to_dict` and `to_json` take models and errors of this package, and say so."""
    with pytest.raises(TypeError, match="takes a model or a TMDBError"):
        to_dict(value)
    with pytest.raises(TypeError, match="takes a model or a TMDBError"):
        to_json(value)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"type": "TMDBError"},
        {"type": "Exception", "message": "m"},
        {"type": ["TMDBError"], "message": "m"},
        {"type": "ResponseError", "message": "m", "path": "$"},
        {"type": "ResponseError", "message": "m", "path": "$", "body": 7},
        {"type": "ResponseError", "message": "m", "path": "$", "body": {"base64": "%"}},
        {"type": "ResponseError", "message": "m", "path": "$", "body": "", "unknown": 1},
        {"type": "NotFoundError", "message": "m", "status": 404, "code": 34, "body": "", "headers": 7},
    ],
)
def test_a_dictionary_that_is_no_error_is_refused(data: dict[str, Any]) -> None:
    """The message says what is wrong with it; nothing else comes out."""
    with pytest.raises(ValueError, match="no TMDBError"):
        from_dict(TMDBError, data)


def test_an_error_of_another_class_is_refused() -> None:
    """Who asks for one class of errors gets it or its children, and nothing else."""
    data = to_dict(APITimeoutError("late"))
    assert type(from_dict(APIConnectionError, data)) is APITimeoutError
    with pytest.raises(ValueError, match="no ResponseError"):
        from_dict(ResponseError, data)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"id":"1","cast":[],"crew":[]}', b"\xff"])
def test_json_that_is_no_model_is_refused(text: str | bytes) -> None:
    """It is a ValueError, with the place where there is one."""
    with pytest.raises(ValueError, match=r".+"):
        from_json(TvSeriesCredits, text)


def test_the_helpers_are_public() -> None:
    """They stand beside the client."""
    assert {"to_dict", "to_json", "from_dict", "from_json"} <= set(tmdb_async.__all__)
