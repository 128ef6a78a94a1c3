from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import jsonschema
import pytest
from jsonschema import Draft202012Validator

from tmdb_async.sandbox.answers import Answers
from tmdb_async.sandbox.bodies import Place, synthetic
from tmdb_async.sandbox.document import Document, Operation
from tmdb_async.sandbox.requests import Asked
from tmdb_async.sandbox.state import State

pytestmark = pytest.mark.unmeasured

DOCUMENT = Document.bundled()
SAMPLES = 200


def made(schema: dict[str, Any], name: str = "thing") -> list[Any]:
    """Make a value for each of many requests, and check it against its schema."""
    values = [synthetic(DOCUMENT, schema, Place(str(number)).member(name)) for number in range(SAMPLES)]
    for value in values:
        jsonschema.validate(value, {**schema, "components": DOCUMENT.content["components"]})
    return values


@pytest.mark.parametrize(
    "schema",
    [
        {},
        {"type": "null"},
        {"type": ["null"]},
        {"type": "boolean"},
        {"type": "integer"},
        {"type": "integer", "maximum": -5},
        {"type": "integer", "exclusiveMinimum": 3, "exclusiveMaximum": 5},
        {"type": "integer", "minimum": 2**31 - 2, "maximum": 2**31 - 1},
        {"type": "number"},
        {"type": "number", "minimum": 100},
        {"type": "number", "maximum": -1},
        {"type": "number", "minimum": 0.5, "maximum": 0.75},
        {"type": "string", "minLength": 60},
        {"type": "string", "maxLength": 3},
        {"type": "string", "enum": ["a", "b"]},
        {"const": False},
        {"type": ["string", "integer", "null"]},
        {"type": "array"},
        {"type": "array", "items": {"type": "string"}, "maxItems": 2},
        {"type": "array", "items": {"type": "integer"}, "minItems": 20, "maxItems": 20},
        {"properties": {"a": {"type": "integer"}, "b": {"const": 1}}, "required": ["a"]},
        {"type": "object"},
        {"anyOf": [{"$ref": "#/components/schemas/Gender"}, {"type": "integer"}]},
        {"oneOf": [{"$ref": "#/components/schemas/Rating"}, {"const": False}]},
        {"oneOf": [{"type": "null"}, {"$ref": "#/components/schemas/EpisodeAccountState"}]},
    ],
    ids=str,
)
def test_a_synthetic_value_is_valid_against_its_schema(schema: dict[str, Any]) -> None:
    """Every kind of schema that the document may use is filled, at its edges too."""
    assert len(made(schema)) == SAMPLES


STATE = State()
ANSWERS = Answers(DOCUMENT, STATE, None)
OPERATIONS = DOCUMENT.operations()
TAGS = sorted({operation.name.partition(".")[0] for operation in OPERATIONS})


def answered(operation: Operation, number: int) -> Any:
    """Answer a request for an operation with all that it must have, and the number wherever an id is asked for. Of what
    has a number, the first there is.
    """
    STATE.reset()
    needed = [each for each in operation.query_parameters if each.required or each.name == "session_id"]
    body = (
        {}
        if operation.body is None
        else {name: operation.body["properties"][name] for name in operation.body["required"]}
    )
    asked = Asked(
        path={
            each.name: "1" if each.name.endswith("_number") else str(number) if each.is_integer else text(each.schema)
            for each in operation.path_parameters
        },
        query=[(each.name, text(each.schema)) for each in needed],
        body=json.dumps({name: value(schema) for name, schema in body.items()} | issued(operation)).encode(),
        authorization="Bearer any",
    )
    answer = ANSWERS.answer(operation, asked)
    assert answer.status == operation.status, (operation.name, answer.body)
    return json.loads(answer.body)


def value(schema: Mapping[str, Any]) -> Any:
    return schema.get("example", schema.get("enum", ["true" if schema["type"] == "boolean" else "any"])[0])


def text(schema: Mapping[str, Any]) -> str:
    found = value(schema)
    return found if isinstance(found, str) else json.dumps(found)


def issued(operation: Operation) -> dict[str, str]:
    """What must have been issued before."""
    kinds = [operation.effects[word] for word in ("spend", "check") if word in operation.effects]
    return {kind: STATE.issue(kind) for kind in kinds}


def integers(value: Any) -> Iterator[int]:
    """Yield every integer in a body."""
    if isinstance(value, dict):
        for member in value.values():
            yield from integers(member)
    elif isinstance(value, list):
        for item in value:
            yield from integers(item)
    elif type(value) is int:
        yield value


@pytest.mark.parametrize("tag", TAGS)
def test_the_body_of_every_operation_is_valid_and_of_reasonable_size(tag: str) -> None:
    """Valid against the document, lists of at most 20 items, and integers that 32 bits hold. A write succeeds."""
    for operation in OPERATIONS:
        if operation.name.partition(".")[0] == tag:
            validator = Draft202012Validator({**operation.schema, "components": DOCUMENT.content["components"]})
            for number in (7, 8):
                body = answered(operation, number)
                assert not [error.message for error in validator.iter_errors(body)], operation.name
                if operation.method != "GET":
                    assert body["success"] is True
                if not operation.examples:
                    assert all(len(found) <= 20 for found in lists(body)), operation.name
                    assert all(-(2**31) <= found < 2**31 for found in integers(body)), operation.name


def lists(value: Any) -> Iterator[list[Any]]:
    """Yield every list in a body."""
    if isinstance(value, dict):
        for member in value.values():
            yield from lists(member)
    elif isinstance(value, list):
        yield value
        for item in value:
            yield from lists(item)


def test_optional_and_nullable_fields_are_sometimes_missing_and_sometimes_null() -> None:
    """A client meets in synthetic bodies what it meets in TMDB's."""
    members = made({"$ref": "#/components/schemas/CastMember"})
    assert {"profile_path" in member for member in members} == {True, False}
    assert {member.get("profile_path", "") is None for member in members} == {True, False}
    assert all(member["name"] for member in members)


def test_each_body_of_some_length_has_both_rated_and_unrated_episodes() -> None:
    """The branches of a `oneOf` take turns along an array."""
    for states in made({"$ref": "#/components/schemas/TvSeasonAccountStates"}):
        assert {type(state["rated"]) for state in states["results"]} == {bool, dict}
        assert [state["episode_number"] for state in states["results"]] == list(range(1, len(states["results"]) + 1))


def test_an_open_enumeration_gets_its_known_values() -> None:
    """An enumeration beside a wider type is drawn from, the wider type is for what TMDB may add one day."""
    assert set(made({"anyOf": [{"type": "integer"}, {"$ref": "#/components/schemas/Gender"}]})) == {0, 1, 2, 3}


def test_numbers_come_as_integers_and_as_fractions() -> None:
    """TMDB sends whole numbers as integers."""
    assert {type(number) for number in made({"type": "number"})} == {int, float}


def test_text_has_the_form_that_its_name_promises() -> None:
    """Ids are hexadecimal, paths begin with a slash, dates are dates; all else says that it is synthetic."""
    text = {"type": "string"}
    assert all(len(bytes.fromhex(value)) == 12 for value in made(text, "credit_id"))
    assert all(value.startswith("/synthetic-") for value in made(text, "profile_path"))
    assert all(value.startswith("Synthetic known for department ") for value in made(text, "known_for_department"))
    for form in ("date", "date-time"):
        for value in made({**text, "format": form}):
            jsonschema.validate(value, {"format": form}, format_checker=jsonschema.FormatChecker())


def test_an_order_counts_from_zero() -> None:
    """The place in the billing is the place in the array."""
    items = {"type": "object", "required": ["order"], "properties": {"order": {"type": "integer"}}}
    for rows in made({"type": "array", "items": items}):
        assert [row["order"] for row in rows] == list(range(len(rows)))
