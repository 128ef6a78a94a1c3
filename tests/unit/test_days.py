from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any
from unittest.mock import patch

import msgspec
import pytest
from attrs import field, frozen

from tmdb_async import ResponseError
from tmdb_async._generated.types import Kinds, UnknownMedia
from tmdb_async.calls.days import without_empty_days
from tmdb_async.calls.decode import decode
from tmdb_async.models import MediaPage, MovieDetails, MoviePage, MovieSummary, PersonSummary


@frozen(kw_only=True)
class Row:
    day: date | None = None
    time: datetime | None = None
    name: str = ""
    strict: date = date(2000, 1, 1)


@frozen(kw_only=True)
class Film:
    out: date | None
    kind: str = "film"


@frozen(kw_only=True)
class Show:
    name: date | None = None
    kind: str = "show"


KINDS = Kinds("kind", lambda: {"film": Film, "show": Show})


@frozen(kw_only=True)
class Model:
    rows: tuple[Row, ...] = ()
    by_country: Mapping[str, Row] = field(factory=dict[str, Row])
    items: tuple[Annotated[msgspec.Raw, KINDS], ...] = ()


@frozen(kw_only=True)
class WithAnything(Row):
    value: Any = None


@frozen(kw_only=True)
class WithNames(Row):
    by_name: Mapping[str, str | None] = field(factory=dict[str, str | None])


@frozen(kw_only=True)
class WithItself(Row):
    itself: WithItself | None = None


def page(*rows: bytes) -> bytes:
    return b'{"page":1,"total_pages":1,"total_results":1,"results":[%b]}' % b",".join(rows)


def test_an_empty_day_is_null() -> None:
    """First in its object or later, as a day or as a time, in rows, maps and rows of several kinds."""
    body = (
        b'{"rows":[{"day":"","name":"","time":""},{"name":"","day":""}],'
        b'"by_country":{"DE":{"time":"","day":"2020-02-29"}},"items":[{"out":""}]}'
    )
    assert without_empty_days(Model, body) == (
        b'{"rows":[{"day":null,"name":"","time":null},{"name":"","day":null}],'
        b'"by_country":{"DE":{"time":null,"day":"2020-02-29"}},"items":[{"out":null}]}'
    )


@pytest.mark.parametrize(
    "body",
    [
        rb'{"rows":[{"name":",\"day\":\"\""}]}',
        rb'{"rows":[{"name":"{\"day\":\"\",\"time\":\"\"}"}]}',
        rb'{"rows":[{"x\"day":"","name":"\\"}]}',
        rb'{"rows":[{"yesterday":"","days":"","Day":""}]}',
        rb'{"rows":[{"day":" ","time":"\"\""}]}',
        b'{"rows":["day",""]}',
        b'{"rows":[{"strict":""}]}',
        b'{"items":[{"kind":"show","name":""}]}',
    ],
)
def test_nothing_else_is_touched(body: bytes) -> None:
    """No text that holds such bytes, no other name, no day that takes no null, and no name that is a text elsewhere."""
    assert without_empty_days(Model, body) == body


@pytest.mark.parametrize("model", [WithAnything, WithNames, WithItself, MovieDetails, dict[str, Any]])
def test_a_model_that_may_hold_the_same_bytes_otherwise_is_left_alone(model: Any) -> None:
    """Values of any type and texts by name are what TMDB sent; and a model within itself is looked at no further."""
    body = b'{"day":"","value":{"day":""},"by_name":{"day":""}}'
    assert without_empty_days(model, body) == body


def test_an_empty_day_takes_no_second_look() -> None:
    """In a row of its own, of several kinds and within rows, the body is not mended as a whole."""
    movie = b'{"id":1,"title":"M","media_type":"movie","release_date":""}'
    person = b'{"id":1,"name":"P","media_type":"person","known_for":[%b]}' % movie
    with patch("tmdb_async.calls.mend.decode_mended", side_effect=AssertionError):
        assert decode(MoviePage, page(movie)).results[0].release_date is None
        rows = decode(MediaPage, page(movie, person)).results
    film = MovieSummary(id=1, title="M")
    assert rows == (film, PersonSummary(id=1, name="P", known_for=(film,)))


def test_what_else_is_amiss_is_mended_as_ever() -> None:
    """Beside an empty day, and in JSON with spaces."""
    for row in (
        b'{"id":1.0,"title":"M","media_type":"movie","release_date":""}',
        b'{"id": 1, "title": "M", "media_type": "movie", "release_date": ""}',
    ):
        assert decode(MoviePage, page(row)).results == (MovieSummary(id=1, title="M"),)
        assert decode(MediaPage, page(row)).results == (MovieSummary(id=1, title="M"),)


def test_a_row_of_a_new_kind_keeps_its_empty_days() -> None:
    """It is given as it came, whatever its fields are."""
    row = b'{"id":1,"media_type":"podcast","release_date":""}'
    [found] = decode(MediaPage, page(row)).results
    assert found == UnknownMedia(media_type="podcast", id=1, content=row)
    [found, _] = decode(MediaPage, page(row, b'{"id":1,"title":"M","media_type":"movie","release_date":""}')).results
    assert found == UnknownMedia(media_type="podcast", id=1, content=row)


def test_what_remains_wrong_is_told_of_the_body_as_it_came() -> None:
    """The place and the words are those of what was sent, which the error keeps."""
    body = page(b'{"id":"1","title":"M","release_date":""}')
    with pytest.raises(ResponseError) as caught:
        decode(MoviePage, body)
    assert (caught.value.path, caught.value.body) == ("$.results[0].id", body)
