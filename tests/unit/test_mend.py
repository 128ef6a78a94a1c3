from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import IntEnum
from typing import Any, Literal

import msgspec
import pytest
from attrs import field, frozen

from tmdb_async import ResponseError
from tmdb_async.calls.decode import decode
from tmdb_async.models import CrewMember, Gender, MediaPage, TvEpisodeCredits, TvSeriesCredits


class Kind(IntEnum):
    FIRST = 1


@frozen(kw_only=True)
class Row:
    id: int
    name: str = ""
    kind: Kind | None = None


@frozen(kw_only=True)
class Everything:
    """A field of each type that a document can ask for."""

    required: int = 0
    nullable: int | None = 7
    whole: int = 1
    broken: float = 0.5
    flag: bool = False
    day: date | None = None
    some_day: date = date(2000, 1, 1)
    time: datetime | None = None
    row: Row | None = None
    rows: tuple[Row, ...] = ()
    lists: list[tuple[int, ...]] = field(factory=list)
    by_country: Mapping[str, tuple[Row, ...]] = field(factory=dict)
    by_name: dict[str, str] = field(factory=dict)
    rated: Row | Literal[False] = False
    row_or_rows: Row | tuple[int, ...] | str | None = None
    number_or_text: int | str = 1
    anything: Any = 1
    itself: Everything | None = None


@frozen(kw_only=True)
class Strict:
    day: date
    row: Row
    null: int | None


def mended(**fields: object) -> Everything:
    """What a body with these fields decodes to, if nothing less than a second look decodes it."""
    body = msgspec.json.encode(fields)
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(body, type=Everything)
    return decode(Everything, body)


@pytest.mark.parametrize(
    "name",
    [
        *("required", "whole", "broken", "flag", "some_day", "rows", "lists", "by_country", "by_name", "rated"),
        "number_or_text",
    ],
)
def test_a_null_gives_the_default(name: str) -> None:
    """Null is absence, whatever the type, where it takes no null and the model has a default."""
    assert mended(**{name: None}) == Everything()


def test_a_null_stays_one_where_the_type_takes_it() -> None:
    """Also beside what is mended: what may be null is not absent."""
    assert mended(whole=None, nullable=None, anything=None) == Everything(nullable=None, anything=None)


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ({"whole": 2.0}, {"whole": 2}),
        ({"nullable": -3.0}, {"nullable": -3}),
        ({"flag": 1}, {"flag": True}),
        ({"flag": 0}, {"flag": False}),
        ({"day": ""}, {"day": None}),
        ({"time": ""}, {"time": None}),
        ({"some_day": ""}, {}),
        ({"row": {"id": 1.0, "name": None, "kind": 1.0}}, {"row": Row(id=1, kind=Kind.FIRST)}),
        ({"rows": [{"id": 1}, {"id": 2, "name": None}]}, {"rows": (Row(id=1), Row(id=2))}),
        ({"lists": [[1, 2.0], []]}, {"lists": [(1, 2), ()]}),
        ({"by_country": {"DE": [{"id": 1.0}], "FR": []}}, {"by_country": {"DE": (Row(id=1),), "FR": ()}}),
        ({"rated": {"id": 1.0}}, {"rated": Row(id=1)}),
        ({"row_or_rows": {"id": 1, "name": None}}, {"row_or_rows": Row(id=1)}),
        ({"row_or_rows": [1.0]}, {"row_or_rows": (1,)}),
        ({"itself": {"itself": {"whole": 2.0}}}, {"itself": Everything(itself=Everything(whole=2))}),
    ],
    ids=str,
)
def test_what_is_clear_in_its_meaning_is_mended(given: dict[str, object], fields: dict[str, Any]) -> None:
    """Wherever it stands: in objects, arrays, maps and unions, and in models within themselves."""
    assert mended(**given) == Everything(**fields)


def test_a_whole_body_is_mended_at_once() -> None:
    """Each thing is mended beside the others, and what is right stays: keys that no model declares are skipped."""
    right = {"day": "2020-02-29", "time": "1999-10-15T00:00:00.000Z", "row_or_rows": "x", "number_or_text": "2"}
    assert mended(whole=None, flag=1, **right, unknown=[None, 2.0]) == Everything(
        flag=True,
        day=date(2020, 2, 29),
        time=datetime(1999, 10, 15, tzinfo=UTC),
        row_or_rows="x",
        number_or_text="2",
    )


@pytest.mark.parametrize(
    ("field", "value", "path"),
    [
        ("whole", "2", "$.whole"),
        ("whole", 2.5, "$.whole"),
        ("whole", True, "$.whole"),
        ("broken", "0.5", "$.broken"),
        ("broken", True, "$.broken"),
        ("flag", 2, "$.flag"),
        ("flag", 1.0, "$.flag"),
        ("flag", "1", "$.flag"),
        ("day", "soon", "$.day"),
        ("day", 0, "$.day"),
        ("row", [], "$.row"),
        ("row", {}, "$.row"),
        ("row", {"id": None}, "$.row.id"),
        ("rows", {}, "$.rows"),
        ("rows", [{"id": 1, "name": None}, None], "$.rows[1]"),
        ("rows", [{"id": 1, "name": None}, {"id": "2"}], "$.rows[1].id"),
        ("by_country", [], "$.by_country"),
        ("by_country", {"DE": [{"id": "1"}]}, "$.by_country[...][0].id"),
        ("rated", 0, "$.rated"),
        ("rated", True, "$.rated"),
        ("number_or_text", 2.0, "$.number_or_text"),
    ],
)
def test_anything_else_is_refused_with_its_place(field: str, value: object, path: str) -> None:
    """The place is that of what remains wrong, and not of what could be mended; the body is untouched."""
    body = msgspec.json.encode({"required": None, field: value})
    with pytest.raises(ResponseError) as caught:
        decode(Everything, body)
    assert (caught.value.path, caught.value.body, caught.value.cut_short) == (path, body, False)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"day": "", "row": {"id": 1}, "null": None}, "Invalid RFC3339 encoded date (at $.day)"),
        ({"day": None, "row": {"id": 1}, "null": None}, "Expected `date`, got `null` (at $.day)"),
        ({"day": "2020-02-29", "row": None, "null": None}, "Expected `object`, got `null` (at $.row)"),
        ({"day": "2020-02-29", "row": {"id": 1, "name": None}}, "Object missing required field `null` (at $)"),
    ],
)
def test_where_nothing_stands_for_absence_it_is_refused(fields: dict[str, object], words: str) -> None:
    """What a model requires is there, and null only where its type takes it; the words are about what was sent."""
    with pytest.raises(ResponseError) as caught:
        decode(Strict, msgspec.json.encode(fields))
    assert str(caught.value) == f"The body is no Strict: {words}"


def test_what_is_cut_short_after_a_null_is_cut_short() -> None:
    """What was to be mended hides nothing: the rest of the body may come with another attempt."""
    body = b'{"whole":null,"rows":[{"id":1}]'
    for end in range(len(b'{"whole":null'), len(body)):
        with pytest.raises(ResponseError) as caught:
            decode(Everything, body[:end])
        assert (caught.value.cut_short, caught.value.path) == (True, "$")


def test_a_model_within_itself_may_be_nested_too_deeply() -> None:
    """It is refused like any JSON that is."""
    with pytest.raises(ResponseError, match="recursion") as caught:
        decode(Everything, b'{"itself":' * 10_000 + b'{"whole":null}' + b"}" * 10_000)
    assert not caught.value.cut_short


def test_what_tmdb_was_reported_to_send_decodes() -> None:
    """Reports of other clients: the crew of a season without ids, no characters, no guest stars, no cast."""
    crew = b'{"id":null,"name":"N","department":"D","job":"J","gender":null}'
    assert decode(TvSeriesCredits, b'{"id":1,"cast":null,"crew":[' + crew + b"]}") == TvSeriesCredits(
        id=1, cast=(), crew=(CrewMember(name="N", department="D", job="J"),)
    )
    member = b'{"id":2.0,"name":"N","credit_id":"c","adult":0,"gender":2.0}'
    for guests in (b"", b',"guest_stars":null', b',"guest_stars":[' + member + b"]"):
        episode = decode(TvEpisodeCredits, b'{"id":1,"cast":[' + member + b"]" + guests + b"}")
        for person in (*episode.cast, *episode.guest_stars):
            assert (person.id, person.character, person.adult, person.gender) == (2, "", False, Gender.MALE)


@pytest.mark.parametrize("kind", ["[1]", '{"a":1}'])
def test_a_kind_that_is_no_text_is_refused_with_its_place(kind: str) -> None:
    """Whatever it is instead: the error is about the body, and never one of ours."""
    body = f'{{"page":1,"total_pages":1,"total_results":1,"results":[{{"id":1,"media_type":{kind}}}]}}'.encode()
    with pytest.raises(ResponseError) as caught:
        decode(MediaPage, body)
    assert (caught.value.path, caught.value.body) == ("$.results[0].media_type", body)
