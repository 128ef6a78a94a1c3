from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from enum import IntEnum
from typing import Any, NamedTuple

import attrs
import pytest

from tmdb_async import APIStatusError, ResponseError
from tmdb_async.calls.assembly import Plan
from tmdb_async.calls.decode import decode, status_error
from tmdb_async.calls.source import read
from tmdb_async.models import (
    CastMember,
    CrewMember,
    EpisodeAccountState,
    Gender,
    Rating,
    TvEpisodeCredits,
    TvSeasonAccountStates,
    TvSeriesCredits,
)

from .conftest import Recorded, Validate, generated_operations, operations_in, success_of

pytestmark = pytest.mark.unmeasured


class Answer(NamedTuple):
    """A success of an operation."""

    name: str
    model: type
    content: bytes


# The recorded kinds of bodies that are answers, and the model of each.
MODELS = {
    "credits": TvSeriesCredits,
    "episode_credits": TvEpisodeCredits,
    "season_account_states": TvSeasonAccountStates,
}

# The index files the credits of seasons with those of series: they have the same form, and are no answer of ours.
OTHERS = {
    "credits-02.json": "its path has /season/1/",
    "credits-08.json": "its path has /season/{season_number}/; its id is the season's, 3624",
    "credits-10.json": "its path has /season/{season_number}/; its id is the season's, 3624",
    "credits-11.json": "its path has /season/{season_number}/; its id is the season's, 3624",
    "credits-13.json": "the index gives no path, and its id is the season's, 3624",
    "credits-15.json": "its source is named for a season's credits; its id is the season's, 3624",
}

# Rows that TMDB never sent: somebody derived them from TMDB's documentation, with an object for what it leaves open.
MALFORMED = {
    ("credits-15.json", "$.crew[0]"): "$.profile_path",
    ("season_details-18.json", "$.episodes[0].crew[0]"): "$.department",
    ("season_details-18.json", "$.episodes[0].guest_stars[0]"): "$.character",
}


def lost(model: object, value: object, path: str = "$") -> Iterator[str]:
    """Where a model holds something else than the JSON that it was decoded from, as far as it declares it."""
    if is_empty_day(model, value):
        return
    if not is_of_its_kind(model, value):
        yield f"{path}: {model!r} for {value!r}"
    elif isinstance(value, list):
        rows: Any = model
        for index, (item, row) in enumerate(zip(rows, value, strict=True)):
            yield from lost(item, row, f"{path}[{index}]")
    elif isinstance(model, Mapping) and isinstance(value, dict):
        for key, each in model.items():
            yield from lost(each, value[key], f"{path}.{key}")
    elif isinstance(value, dict):
        kind: Any = type(model)
        for field in attrs.fields(kind):
            found, sent = getattr(model, field.name), value.get(field.name)
            # A field that the body lacks has its default, and so has one that is null.
            if sent is not None or found != default_of(field):
                yield from lost(found, sent, f"{path}.{field.name}")


def is_empty_day(model: object, value: object) -> bool:
    return model is None and value == ""


def is_of_its_kind(model: object, value: object) -> bool:
    """Whether a value is what a model stands for: itself, or something whose parts are to be compared."""
    if isinstance(value, list):
        return isinstance(model, (list, tuple)) and len(model) == len(value)
    if isinstance(value, dict):
        return model.keys() == value.keys() if isinstance(model, Mapping) else attrs.has(type(model))
    if isinstance(model, date):  # a time is one too
        return isinstance(value, str) and model == type(model).fromisoformat(value)
    if isinstance(model, IntEnum):
        return type(value) is int and model.value == value
    # A whole number may stand for a broken one, and nothing else for another type: True is 1 to Python.
    return model == value and (type(model), type(value)) in ((type(value), type(model)), (float, int))


def default_of(field: Any) -> object:
    """What a field is where nothing is sent; what is required has nothing of the kind, and is null where it may be."""
    if field.default is attrs.NOTHING:
        return None
    return field.default.factory() if hasattr(field.default, "factory") else field.default


def rows(node: object, path: str = "$") -> Iterator[tuple[type, str, Any]]:
    """Every row of credits anywhere in a body, with its model and its JSON path; aggregate credits are left out."""
    if isinstance(node, dict):
        for key, child in node.items():
            if key in ("cast", "crew", "guest_stars") and isinstance(child, list):
                model = CrewMember if key == "crew" else CastMember
                yield from ((model, f"{path}.{key}[{index}]", row) for index, row in enumerate(child))
            elif key != "aggregate_credits":
                yield from rows(child, f"{path}.{key}")
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield from rows(child, f"{path}[{index}]")


@pytest.fixture(scope="module")
def answers(recorded: list[Recorded]) -> list[Answer]:
    """The recorded answers, by the index's own kinds."""
    return [
        Answer(body.name, MODELS[body.kind], body.content)
        for body in recorded
        if body.kind in MODELS and body.name not in OTHERS
    ]


@pytest.fixture(scope="module")
def published(document: dict[str, Any]) -> list[Answer]:
    """The examples of the document, which are recorded answers too, of most operations."""
    operations = generated_operations()
    return [
        Answer(
            f"{operation['operationId']}, {name}",
            operations[operation["operationId"]].model,
            json.dumps(example["value"]).encode(),
        )
        for _, _, operation in operations_in(document)
        for name, example in success_of(operation)["content"]["application/json"].get("examples", {}).items()
    ]


def test_each_body_is_told_from_its_neighbours(recorded: list[Recorded]) -> None:
    """Of the bodies filed as credits, those of a season are left out, each for a reason; no other is."""
    filed = {body.name: body for body in recorded if body.kind == "credits"}
    assert OTHERS.keys() <= filed.keys()
    for name, body in filed.items():
        of_a_season = "/season/" in body.endpoint or "-season-" in body.endpoint
        assert (of_a_season or json.loads(body.content)["id"] == 3624) is (name in OTHERS), name
    assert len(filed) - len(OTHERS) == 10


def test_a_loss_would_be_found() -> None:
    """What compares models with bodies sees a changed, a missing, a null, an added and a retyped value."""
    row = {"id": 1, "name": "a", "department": "b", "job": "c", "gender": 1, "popularity": 1, "adult": True}
    kept = CrewMember(id=1, name="a", department="b", job="c", gender=Gender.FEMALE, popularity=1.0, adult=True)
    assert list(lost(kept, row)) == []
    assert list(lost(kept, {**row, "unknown": 1})) == []
    changes: dict[str, Any]
    for changes in (
        {"name": "b"},
        {"id": 1.5},
        {"id": True},
        {"name": None},
        {"gender": 2},
        {"gender": True},
        {"gender": None},
        {"adult": 1},
        {"popularity": "1"},
        {"profile_path": "/a.jpg"},
    ):
        assert [line.partition(":")[0] for line in lost(kept, {**row, **changes})] == [f"$.{next(iter(changes))}"]
    rated = EpisodeAccountState(id=1, episode_number=1, rated=Rating(value=8.0))
    season = TvSeasonAccountStates(id=1, results=(rated,))
    episode = {"id": 1, "episode_number": 1, "rated": {"value": 8}}
    assert list(lost(season, {"id": 1, "results": [episode]})) == []
    assert list(lost(season, {"id": 1, "results": [{**episode, "rated": False}]}))
    assert list(lost(season, {"id": 1, "results": [episode, episode]}))
    assert list(lost(season, {"id": 1, "results": []}))


@pytest.mark.parametrize("source", ["answers", "published"])
def test_every_answer_decodes_without_a_loss(request: pytest.FixtureRequest, source: str) -> None:
    """Every answer becomes its model, and every field that the model declares holds what the body says.

    What a body lacks has its default. Keys that the model does not declare are skipped.
    """
    bodies: list[Answer] = request.getfixturevalue(source)
    assert {body.model for body in bodies} >= set(MODELS.values())
    assert source == "answers" or len(bodies) > 60
    losses = [(body.name, list(lost(decode(body.model, body.content), json.loads(body.content)))) for body in bodies]
    assert [(name, places) for name, places in losses if places] == []


def test_every_answer_is_valid(answers: list[Answer], validate: Validate) -> None:
    """Every answer that was recorded is what the document says: whatever decodes is also valid."""
    invalid = {
        body.name: problems
        for body in answers
        if (problems := validate(f"/components/schemas/{body.model.__name__}", json.loads(body.content)))
    }
    assert invalid == {}


def test_no_field_of_an_answer_is_unknown(answers: list[Answer]) -> None:
    """The models declare every field that TMDB was seen to send in these answers, back to 2013."""
    unknown = set()
    for body in answers:
        content = json.loads(body.content)
        unknown |= content.keys() - attrs.fields_dict(body.model).keys()
        for state in content.get("results", ()):
            unknown |= state.keys() - attrs.fields_dict(EpisodeAccountState).keys()
        for model, _, row in rows(content):
            unknown |= row.keys() - attrs.fields_dict(model).keys()
    assert unknown == set()


def test_both_kinds_of_ratings_decode(answers: list[Answer], published: list[Answer]) -> None:
    """A rating is an object and the lack of one is False, which a truth test tells apart."""
    states = [
        state
        for body in (*answers, *published)
        if body.model is TvSeasonAccountStates
        for state in decode(TvSeasonAccountStates, body.content).results
    ]
    assert False in {state.rated for state in states}
    assert {state.rated.value for state in states if state.rated} >= {8.5, 9.0}


def test_every_row_of_neighbouring_endpoints_decodes(recorded: list[Recorded], validate: Validate) -> None:
    """The credits in seasons' and episodes' bodies have the same rows, and all 1,830 decode without a loss.

    Rows that no TMDB ever sent are the exceptions, and each of them is refused, with the place of what is malformed.
    """
    count = 0
    refused: dict[tuple[str, str], str] = {}
    losses: dict[tuple[str, str], list[str]] = {}
    for body in recorded:
        if body.kind == "aggregate_credits":
            continue
        for model, path, row in rows(json.loads(body.content)):
            count += 1
            try:
                decoded: object = decode(model, json.dumps(row).encode())
            except ResponseError as error:
                refused[body.name, path] = error.path
                assert validate(f"/components/schemas/{model.__name__}", row), (body.name, path)
            else:
                found = [*lost(decoded, row), *validate(f"/components/schemas/{model.__name__}", row)]
                losses |= {(body.name, path): found} if found else {}
    assert count > 1800
    assert refused == MALFORMED
    assert losses == {}


def test_a_malformed_body_is_refused_as_a_whole(recorded: list[Recorded]) -> None:
    """One malformed row refuses its body, and the error holds the row's place and the untouched body."""
    [body] = [each for each in recorded if each.name == "credits-15.json"]
    with pytest.raises(ResponseError) as caught:
        decode(TvSeriesCredits, body.content)
    assert caught.value.path == "$.crew[0].profile_path"
    assert caught.value.body is body.content


def check_envelope(name: str, status: int | None, content: bytes) -> None:
    """Check that an envelope's code and every word of it are in the exception."""
    envelope = json.loads(content)
    error = status_error(status or 400, {}, content)
    assert isinstance(error, APIStatusError), name
    assert error.status == (status or 400), name
    assert error.code == envelope.get("status_code"), name
    words = [envelope[key] for key in ("status_message",) if key in envelope] + envelope.get("errors", [])
    assert words, name
    assert error.message == " ".join(words), name
    assert all(word in str(error) for word in words), name
    assert error.body is content, name


def test_every_status_envelope_is_understood(recorded: list[Recorded]) -> None:
    """Codes and messages of all envelopes are in the exception, with `success` or without, and with errors alone."""
    envelopes = [body for body in recorded if body.kind == "status_envelope"]
    assert {json.loads(body.content).get("status_code") for body in envelopes} == {None, 1, 3, 6, 7, 12, 13, 20, 25, 34}
    for body in envelopes:
        check_envelope(body.name, body.status, body.content)


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        (b'{"success": false, "status_code": 18, "status_message": "No.", "errors": ["a", "b"]}', 18, "No. a b"),
        (b'{"success": false, "errors": ["page must be greater than 0"]}', None, "page must be greater than 0"),
        (b'{"status_code": 7}', 7, "Bad Request"),
        (b"{}", None, "Bad Request"),
        (b"[]", None, "Bad Request"),
        (b'{"status_code": "7", "status_message": "No."}', None, "Bad Request"),
        (b"<html><h1>502 Bad Gateway</h1></html>", None, "Bad Request"),
        (b"", None, "Bad Request"),
        (b"\xff\xfe", None, "Bad Request"),
    ],
)
def test_an_envelope_of_any_form_is_an_error(content: bytes, code: int | None, message: str) -> None:
    """Code 18 carries both kinds of words; what is no envelope has the status in words."""
    error = status_error(400, {}, content)
    assert (error.code, error.message, error.body) == (code, message, content)


def test_every_documented_failure_is_understood(document: dict[str, Any]) -> None:
    """The failures that the document shows as examples give their code and their message."""
    for name, response in document["components"]["responses"].items():
        for example in response["content"]["application/json"]["examples"].values():
            check_envelope(name, None, json.dumps(example["value"]).encode())


def test_the_credits_of_an_episode_stand_in_its_season(recorded: list[Recorded]) -> None:
    """Recordings of the same time: the episode's own answer is what is put together from the season's details and the
    season's credits, credit by credit and in the same order.
    """
    files = {each.name: each.content for each in recorded}
    season, number = json.loads(files["season_details-01.json"]), 1
    parts = {f"season/{number}": season, f"season/{number}/credits": json.loads(files["credits-02.json"])}
    body = json.dumps({"id": 3572, "seasons": [{"season_number": number}], **parts}).encode()
    operation = generated_operations()["tv_episodes.credits"]
    first, *_ = Plan(operation).answered(read(operation, body))
    own = decode(TvEpisodeCredits, files["episode_credits-01.json"])
    assert (first.number, first.row, first.answer.id) == (number, 1, own.id)
    for name, count in (("cast", 5), ("crew", 5), ("guest_stars", 4)):
        made, sent = ([each.credit_id for each in getattr(of, name)] for of in (first.answer, own))
        assert made == sent
        assert len(made) == count
