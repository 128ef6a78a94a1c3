from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import attrs
import pytest

from tmdb_async import ResponseError
from tmdb_async._generated.types import Operation, Part
from tmdb_async.calls.arguments import Asked
from tmdb_async.calls.parts import decode_with_parts
from tmdb_async.operations import find_operation


@attrs.frozen(kw_only=True)
class Credits:
    id: int
    cast: tuple[int, ...] = ()


@attrs.frozen(kw_only=True)
class Season:
    id: int
    season_number: int


@attrs.frozen(kw_only=True)
class Show:
    id: int
    name: str = ""
    seasons: tuple[Season, ...] = ()
    credits: Credits | None = None
    watch_providers: Credits | None = None
    season_credits: Mapping[int, Credits] = attrs.field(factory=dict, hash=False)


CREDITS = Part("credits", "credits", lambda: Credits)
PROVIDERS = Part("watch/providers", "watch_providers", lambda: Credits)
BY_SEASON = Part("season/{season_number}/credits", "season_credits", lambda: Credits, ids="seasons")
OPERATION = Operation(
    name="shows.details",
    method="GET",
    path="/3/show/{show_id}",
    parameters={},
    get_model=lambda: Show,
    parts=(CREDITS, PROVIDERS, BY_SEASON),
)
SHOW = {"id": 7, "name": 'a "b"', "seasons": [{"id": 70, "season_number": 0}, {"id": 71, "season_number": 1}]}
ALL = [
    Asked("credits", CREDITS, None),
    Asked("watch/providers", PROVIDERS, None),
    Asked("season/0/credits", BY_SEASON, 0),
    Asked("season/1/credits", BY_SEASON, 1),
]


def read(parts: Mapping[str, Any], asked: list[Asked] = ALL) -> Show:
    return decode_with_parts(OPERATION, json.dumps({**SHOW, **parts}).encode(), asked)


def test_parts_are_models_of_their_own() -> None:
    """Those by name, also with a slash, and those by number; each with the id that TMDB leaves out."""
    found = read(
        {
            "credits": {"cast": [1]},
            "watch/providers": {"cast": [2]},
            "season/0/credits": {"cast": [3]},
            "season/1/credits": {},
        }
    )
    assert found.credits == Credits(id=7, cast=(1,))
    assert found.watch_providers == Credits(id=7, cast=(2,))
    assert found.season_credits == {0: Credits(id=70, cast=(3,)), 1: Credits(id=71)}
    assert (found.name, len(found.seasons)) == ('a "b"', 2)


def test_a_part_that_tmdb_leaves_out_is_none() -> None:
    """So it does, in silence, with what does not exist; null is absence here, too."""
    found = read({"credits": None})
    assert (found.credits, found.watch_providers, found.season_credits) == (None, None, {})


def test_a_part_that_nobody_asked_for_is_ignored() -> None:
    """It would lack its id, and cost the answer."""
    assert read({"watch/providers": {"cast": [1]}}, [ALL[0]]).watch_providers is None


def test_an_id_that_a_part_has_is_its_own() -> None:
    """TMDB may send it one day."""
    found = read({"credits": {"id": 9, "cast": [1]}})
    assert found.credits == Credits(id=9, cast=(1,))


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ({"credits": {"cast": ["x"]}}, "$['credits'].cast[0]"),
        ({"season/1/credits": {"cast": 7}}, "$['season/1/credits'].cast"),
        ({"credits": []}, "$['credits']"),
        ({"name": 7}, "$.name"),
    ],
)
def test_a_part_of_another_shape_names_its_place(parts: dict[str, Any], path: str) -> None:
    """With the part in the path, and the body as it came."""
    with pytest.raises(ResponseError) as caught:
        read(parts)
    assert caught.value.path == path
    assert path in str(caught.value)
    assert json.loads(caught.value.body) == {**SHOW, **parts}


def test_a_season_that_the_series_does_not_list_is_refused() -> None:
    """Whose credits these are cannot be said: the error names the part."""
    with pytest.raises(ResponseError) as caught:
        read({"season/9/credits": {}}, [Asked("season/9/credits", BY_SEASON, 9)])
    assert caught.value.path == "$['season/9/credits']"


@pytest.mark.parametrize("body", [b"", b"[]", b"7", b"{", b'{"id": 7', b"<html>", b'{"id":"x"}'])
def test_a_body_of_another_shape_is_refused(body: bytes) -> None:
    """As without parts."""
    with pytest.raises(ResponseError) as caught:
        decode_with_parts(OPERATION, body, ALL)
    assert caught.value.body == body


def test_an_error_tells_of_one_way_alone() -> None:
    """That a first way was tried is nobody's business: its words are not below those of the error."""
    with pytest.raises(ResponseError) as caught:
        read({"credits": {"cast": 7}})
    told: list[str] = []
    error: BaseException | None = caught.value
    while error is not None:
        told.append(str(error))
        error = error.__cause__ or error.__context__
    assert not [words for words in told if "$.credits" in words]


def test_a_part_may_have_rows_of_several_kinds() -> None:
    """Each becomes the model of its kind, also in the first way."""
    details = find_operation("people.details")
    [part] = [each for each in details.parts if each.name == "combined_credits"]
    rows = [{"id": 1, "media_type": "tv", "name": "a", "credit_id": "x"}, {"id": 2, "media_type": "play"}]
    body = json.dumps({"id": 7, "name": "b", "combined_credits": {"cast": rows}}).encode()
    found = decode_with_parts(details, body, [Asked(part.name, part, None)]).combined_credits
    assert [type(row).__name__ for row in found.cast][1] == "UnknownMedia"
    assert found.cast[0].name == "a"
