from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any
from unittest.mock import Mock, patch

import attrs
import msgspec
import pytest

from tmdb_async._generated.types import Kinds, Operation, Part, read_kinds
from tmdb_async.calls.arguments import Asked
from tmdb_async.calls.kinds_at_once import way_at_once
from tmdb_async.calls.parts import decode_with_parts
from tmdb_async.calls.parts_at_once import decode_at_once
from tmdb_async.models import MediaPage, TvSeriesDetails

PAGE = {"page": 1, "total_pages": 1, "total_results": 1}
ROWS: dict[str, dict[str, Any]] = {
    "movie": {"id": 1, "title": "M", "media_type": "movie", "release_date": "2020-02-29", "genre_ids": [1, 2]},
    "tv": {"media_type": "tv", "id": 2, "name": "T", "networks": [{"id": 3, "name": "N"}]},
    "collection": {"id": 3, "title": "C", "unknown": {"media_type": "tv"}, "media_type": "collection"},
}
ROWS["person"] = {"id": 4, "name": "P", "media_type": "person", "known_for": [ROWS["movie"], ROWS["tv"]], "gender": 2}


def page(*rows: object) -> bytes:
    return msgspec.json.encode({**PAGE, "results": rows})


def outcome(decode: Any, body: bytes) -> Any:
    """What comes of a body: the model, or that it is refused."""
    try:
        return decode(body)
    except ValueError:
        return None


def test_rows_of_several_kinds_are_decoded_at_once() -> None:
    """They are the same models as those of the second way, also within rows, with every default."""
    at_once, strict = way_at_once(MediaPage), msgspec.json.Decoder(MediaPage).decode
    assert at_once is not None
    body = page(*ROWS.values())
    assert at_once(body) == strict(body)
    assert [type(row).__name__ for row in at_once(body).results] == [
        *("MovieSummary", "TvSeriesSummary", "CollectionMedia", "PersonSummary")
    ]
    assert [row.media_type for row in at_once(body).results[3].known_for] == ["movie", "tv"]


@pytest.mark.parametrize(
    "row",
    [
        b'{"id":1,"media_type":"podcast"}',
        b'{"id":1,"title":"M"}',
        b'{"id":1,"title":"M","media_type":null}',
        b'{"id":1,"title":"M","media_type":""}',
        b'{"id":1,"title":"M","media_type":7}',
        b'{"id":1,"title":"M","name":"T","media_type":"movie","media_type":"tv"}',
        b'{"id":1,"title":"M","media_type":"movie","media_type":null}',
        b'{"id":1,"title":"M","known":{"media_type":"movie"}}',
        b'{"id":1,"title":"M","x\\"media_type":"movie"}',
        b'{"id":4,"name":"P","media_type":"person","known_for":[{"id":1,"title":"M"}]}',
        b'{"id":4,"name":"P","media_type":"person","known_for":[{"id":1,"media_type":"podcast"}]}',
        b'{"id":1.0,"title":"M","media_type":"movie"}',
        b'{"id":1,"title":"M","media_type":"movie","release_date":""}',
        b'{"title":"M","media_type":"movie"}',
        b'{"id":1,"title":"\xff","media_type":"movie"}',
        b'{"id":1,"title":"M","media_type":"movie"',
        *(b"null", b"[]", b"7"),
    ],
)
def test_a_row_that_is_not_quite_of_its_kind_is_left_to_the_second_way(row: bytes) -> None:
    """What is decoded at once is never more than what the second way takes, and never anything else."""
    at_once = way_at_once(MediaPage)
    assert at_once is not None
    body = page(ROWS["movie"], msgspec.Raw(row))
    assert outcome(at_once, body) is None


@attrs.frozen(kw_only=True)
class Film:
    id: int
    kind: str = "film"
    day: date | None = None
    names: Mapping[str, str] = attrs.field(factory=dict[str, str])


@attrs.frozen(kw_only=True)
class Show:
    id: int
    kind: str = "show"


KINDS = Kinds("kind", lambda: {"film": Film, "show": Show}, "film")
Item = Annotated[msgspec.Raw, KINDS]


@attrs.frozen(kw_only=True)
class Shelf:
    best: Item
    items: tuple[Item, ...] = ()

    def __attrs_post_init__(self) -> None:
        read_kinds(self, best=KINDS, items=KINDS)


@attrs.frozen(kw_only=True)
class Room:
    shelf: Shelf | None = None
    shelves: tuple[Shelf, ...] = ()
    name: str | None = None


@attrs.frozen(kw_only=True)
class Box:
    items: tuple[Item, ...] = ()
    within: Box | None = None

    def __attrs_post_init__(self) -> None:
        read_kinds(self, items=KINDS)


@pytest.mark.parametrize("body", [{}, {"shelf": None}, {"name": "R", "shelf": {"best": {"id": 1, "kind": "show"}}}])
def test_models_that_hold_rows_may_be_anywhere(body: dict[str, Any]) -> None:
    """Beside none, alone or many; and what a model makes by itself where nothing came is made each time."""
    at_once = way_at_once(Room)
    assert at_once is not None
    body = body | {"shelves": [{"best": {"id": 1, "kind": "film"}, "items": [{"kind": "film", "id": 2}]}]}
    found = at_once(json.dumps(body).encode())
    assert found == msgspec.json.decode(json.dumps(body), type=Room)
    [shelf] = found.shelves
    assert shelf.best.names == shelf.items[0].names == {}
    assert shelf.best.names is not shelf.items[0].names


def test_a_model_that_holds_itself_is_left_to_the_second_way() -> None:
    """Its struct would never be done."""
    assert way_at_once(Box) is None


def test_a_model_without_such_rows_is_decoded_as_it_is() -> None:
    """Nothing is to be gained."""
    assert way_at_once(TvSeriesDetails) is None


@pytest.mark.parametrize("kind", [dict[str, msgspec.Raw], int])
def test_what_is_no_model_is_decoded_as_it_is(kind: Any) -> None:
    """There are no fields to look at."""
    assert way_at_once(kind) is None


@attrs.frozen(kw_only=True)
class Credits:
    id: int
    cast: tuple[int, ...] = ()


@attrs.frozen(kw_only=True)
class Changes:
    changes: tuple[int, ...]


@attrs.frozen(kw_only=True)
class Lists:
    id: int | None = 0


@attrs.frozen(kw_only=True)
class Season:
    id: int | None
    season_number: int


@attrs.frozen(kw_only=True)
class Series:
    id: int | None = None
    seasons: tuple[Season, ...] = ()
    first_credits: Credits | None = None
    credits: Credits | None = None
    changes: Changes | None = None
    lists: Lists | None = None
    season_credits: Mapping[int, Credits] = attrs.field(factory=dict[int, Credits], hash=False)


PARTS = {
    "first/credits": Part("first/credits", "first_credits", lambda: Credits),
    "credits": Part("credits", "credits", lambda: Credits),
    "changes": Part("changes", "changes", lambda: Changes),
    "lists": Part("lists", "lists", lambda: Lists),
    "season/{season_number}/credits": Part(
        "season/{season_number}/credits", "season_credits", lambda: Credits, ids="seasons"
    ),
}
OPERATION = Operation(
    name="series.details",
    method="GET",
    path="/3/series/{series_id}",
    parameters={},
    get_model=lambda: Series,
    parts=(*PARTS.values(),),
)
ASKED = [
    *(Asked(name, PARTS[name], None) for name in ("first/credits", "credits", "changes", "lists")),
    Asked("season/1/credits", PARTS["season/{season_number}/credits"], 1),
]
SERIES: dict[str, Any] = {"id": 7, "seasons": [{"id": 71, "season_number": 1}, {"id": None, "season_number": 2}]}


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"credits": None, "lists": {}},
        {"credits": {"cast": [1]}, "first/credits": {"id": 9}, "lists": {"id": None}, "season/1/credits": {}},
        {"changes": {"changes": [1]}, "first_credits": {"id": 8}, "unknown": {"id": "x"}},
        {"changes": None, "first_credits": {"id": 8}, "first/credits": {"cast": [2]}},
    ],
)
def test_parts_are_decoded_at_once(parts: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """They are the same as in the second way: with a slash, by number, with ids of their own, left out, null."""
    body = json.dumps(SERIES | parts).encode()
    decode_at_once(OPERATION, body, ASKED)
    found = decode_with_parts(OPERATION, body, ASKED)
    monkeypatch.setattr("tmdb_async.calls.parts.decode_at_once", Mock(side_effect=ValueError))
    assert decode_with_parts(OPERATION, body, ASKED) == found


WRONG: list[dict[str, Any]] = [
    SERIES | {"credits": {"cast": [1.0]}},
    SERIES | {"credits": {"id": None}},
    SERIES | {"changes": {}},
    SERIES | {"seasons": None},
    SERIES | {"season/1/credits": {}, "seasons": []},
    SERIES | {"season/1/credits": {}, "seasons": [{"id": None, "season_number": 1}]},
    {"credits": {}},
    {"lists": {}},
    {"id": "7"},
]


@pytest.mark.parametrize("body", WRONG)
def test_what_is_not_quite_right_is_left_to_the_second_way(body: dict[str, Any]) -> None:
    """That mends it, or tells what is wrong with which part."""
    with pytest.raises(ValueError, match=r"^(Expected|Object missing|nobody knows) "):
        decode_at_once(OPERATION, json.dumps(body).encode(), ASKED)


def test_the_choice_of_parts_is_looked_at_once() -> None:
    """And not with each answer."""
    decode_at_once(OPERATION, b'{"id":7}', ASKED)
    with patch("tmdb_async.calls.parts_at_once.msgspec.json.Decoder", side_effect=AssertionError):
        decode_at_once(OPERATION, b'{"id":7}', ASKED)
