from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from tmdb_async.sandbox.answers import Answers, Asked
from tmdb_async.sandbox.bodies import Place, synthetic
from tmdb_async.sandbox.document import Document, Operation
from tmdb_async.sandbox.state import State

DOCUMENT = Document.bundled()
SAMPLES = 200


def made(schema: dict[str, Any], name: str = "thing") -> list[Any]:
    """Make a value for each of many requests, and check it against its schema."""
    values = [synthetic(DOCUMENT, schema, Place(str(number)).member(name)) for number in range(SAMPLES)]
    for value in values:
        jsonschema.validate(value, {**schema, "components": DOCUMENT.content["components"]})
    return values


@pytest.mark.unmeasured
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


@pytest.fixture(params=DOCUMENT.operations(), ids=lambda operation: operation.path)
def bodies(request: pytest.FixtureRequest) -> Iterator[Any]:
    """The bodies of one operation for many ids, each checked against the document."""
    operation: Operation = request.param
    path = {parameter.name: "1" for parameter in operation.parameters if parameter.place == "path"}

    answers = Answers(DOCUMENT, State(), None)

    def body(number: int) -> Any:
        asked = Asked(
            path={**path, "series_id": str(number)}, query=[("session_id", "any")], authorization="Bearer any"
        )
        return json.loads(answers.answer(operation, asked).body)

    values = [body(number) for number in range(1, 100)]
    schema = {**operation.schema, "components": DOCUMENT.content["components"]}
    for value in values:
        jsonschema.validate(value, schema)
    return iter(values)


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


def test_the_body_of_every_operation_is_valid_and_of_reasonable_size(bodies: Iterator[Any]) -> None:
    """Valid against the document, lists of 4 to 12 items, and integers that 32 bits hold."""
    for body in bodies:
        for value in body.values():
            assert not isinstance(value, list) or 4 <= len(value) <= 12
        assert all(-(2**31) <= number < 2**31 for number in integers(body))


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
