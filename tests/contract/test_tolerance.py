"""What every model bears, of every field: taken from the document, so that models to come bear it too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from tmdb_async import ResponseError, models
from tmdb_async.calls.decode import decode
from tmdb_async.sandbox.document import Document

DOCUMENT = Document.bundled()
Schema = dict[str, Any]

UNKNOWN = {"added": {"deep": [1, None, {"id": "x"}]}, "": None, "self": 1, "__class__": "x"}
UNKNOWN_NUMBER, UNKNOWN_WORD = 2**40, "a value of tomorrow"


def resolve(schema: Any) -> Schema:
    return dict(DOCUMENT.resolve(schema))


def branches(schema: Any) -> list[Schema]:
    """The schemas that a value may be of."""
    schema = resolve(schema)
    union = schema.get("oneOf") or schema.get("anyOf")
    return [branch for each in union for branch in branches(each)] if union else [schema]


def kinds(schema: Schema) -> list[str]:
    """The types that a schema names."""
    named = schema.get("type", "object" if "properties" in schema else [])
    return [named] if isinstance(named, str) else named


def takes_null(schema: Any) -> bool:
    return any("null" in kinds(branch) for branch in branches(schema))


def objects() -> Iterator[tuple[str, Schema]]:
    """Each model with its schema: those that the document names, and those within others."""

    def within(name: str, schema: Schema) -> Iterator[tuple[str, Schema]]:
        yield name, schema
        for key, child in schema["properties"].items():
            items, suffix = (child["items"], "Item") if "items" in child else (child, "")
            if "properties" in items:
                yield from within(name + "".join(part.capitalize() for part in key.split("_")) + suffix, items)

    for name, schema in DOCUMENT.content["components"]["schemas"].items():
        if "properties" in schema:
            yield from within(name, schema)


MODELS = dict(objects())


def least(schema: Any) -> Any:
    """The smallest value that a schema allows: objects with what is required, arrays without items."""
    schema = branches(schema)[0]
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    kind = next(kind for kind in kinds(schema) if kind != "null")
    if kind == "object":
        return {name: least(schema["properties"][name]) for name in schema.get("required", ())}
    texts = {"date": "2020-02-29", "date-time": "1999-10-15T00:00:00.000Z"}
    values = {"array": [], "integer": 1, "number": 0.5, "boolean": True}
    return texts.get(schema.get("format", ""), "text") if kind == "string" else values[kind]


def read(name: str, value: object) -> Any:
    return decode(getattr(models, name), json.dumps(value).encode())


def place_of_failure(name: str, value: object) -> str:
    with pytest.raises(ResponseError) as caught:
        read(name, value)
    return caught.value.path


each_model = pytest.mark.parametrize("name", MODELS)


def test_these_are_all_models() -> None:
    """What is said here of each model is said of every one that there is."""
    assert MODELS.keys() == {name for name in models.__all__ if attrs.has(getattr(models, name))}


@each_model
def test_each_field_may_be_absent_and_null_unless_it_is_required(name: str) -> None:
    """Absent and null are the same: the default. Of an array that is the empty tuple, where the document names a value
    it is that value, and None otherwise. What is required is missed by name, and null is refused at its place.
    """
    schema = MODELS[name]
    whole = {key: least(child) for key, child in schema["properties"].items()}
    for key, child in schema["properties"].items():
        without = {other: value for other, value in whole.items() if other != key}
        null = {**whole, key: None}
        if key not in schema.get("required", ()):
            array = any("array" in kinds(branch) for branch in branches(child))
            default = () if array else resolve(child).get("default")
            for value in (without, null):
                assert getattr(read(name, value), key) == default, key
            assert read(name, without) == read(name, null)
            continue
        assert place_of_failure(name, without) == "$"
        if takes_null(child):
            assert getattr(read(name, null), key) is None
        else:
            assert place_of_failure(name, null) == f"$.{key}"


@each_model
def test_an_unknown_key_beside_any_field_is_skipped(name: str) -> None:
    """A field that TMDB adds tomorrow breaks no call, beside a null too."""
    schema = MODELS[name]
    value = least(schema)
    assert read(name, {**value, **UNKNOWN}) == read(name, {**UNKNOWN, **value}) == read(name, value)
    nulls = {key: None for key in schema["properties"] if key not in schema.get("required", ())}
    assert read(name, {**value, **nulls, **UNKNOWN}) == read(name, value)


@each_model
def test_an_unknown_value_of_an_enumeration_is_kept(name: str) -> None:
    """A value that TMDB adds tomorrow equals itself."""
    for key, child in MODELS[name]["properties"].items():
        listed = [value for branch in branches(child) for value in branch.get("enum", ())]
        if listed:
            unknown = UNKNOWN_NUMBER if isinstance(listed[0], int) else UNKNOWN_WORD
            assert getattr(read(name, {**least(MODELS[name]), key: unknown}), key) == unknown, key


@each_model
def test_whole_numbers_and_booleans_may_be_written_otherwise(name: str) -> None:
    """`1.0` is an integer, and 1 is true; a text is neither, nor is a number a text, and the place is named."""
    schema = MODELS[name]
    value = least(schema)
    for key, child in schema["properties"].items():
        found = branches(child)
        if len(found) > 1:
            continue
        written: dict[str, tuple[object, object]] = {
            "integer": (1.0, "1"),
            "boolean": (1, "true"),
            "number": (1, "1"),
            "string": ("2020-02-29", 1),
            "array": ([], {}),
        }
        for kind in kinds(found[0]):
            if kind in written and not found[0].get("format"):
                good, bad = written[kind]
                assert type(getattr(read(name, {**value, key: good}), key)) in (int, bool, float, str, tuple)
                assert place_of_failure(name, {**value, key: bad}) == f"$.{key}"
