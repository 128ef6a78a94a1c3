"""What every model bears, of every field: taken from the document, so that models to come bear it too."""

from __future__ import annotations

import json
from collections.abc import Callable
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
    schema = dict(DOCUMENT.flat(schema))
    union = schema.get("oneOf") or schema.get("anyOf")
    return [branch for each in union for branch in branches(each)] if union else [schema]


def kinds(schema: Schema) -> list[str]:
    """The types that a schema names."""
    named = schema.get("type", "object" if "properties" in schema else [])
    return [named] if isinstance(named, str) else named


def takes_null(schema: Any) -> bool:
    return any("null" in kinds(branch) or branch.get("x-any-type") for branch in branches(schema))


# Each model with its schema, `allOf` put together.
MODELS = {
    name: schema
    for name, node in DOCUMENT.content["components"]["schemas"].items()
    if "properties" in (schema := dict(DOCUMENT.flat(node)))
}


def kinds_of(schema: Any) -> dict[str, Schema]:
    """The schemas of a union by the value that tells them apart; none of what is no union."""
    mapping = resolve(schema).get("discriminator", {}).get("mapping", {})
    return {value: dict(DOCUMENT.flat({"$ref": reference})) for value, reference in mapping.items()}


def is_map(schema: Schema) -> bool:
    return "properties" not in schema and isinstance(schema.get("additionalProperties"), dict)


def least(schema: Any) -> Any:
    """The smallest value that a schema allows: objects with what is required, arrays and maps without items."""
    if of_kinds := kinds_of(schema):
        value, one = next(iter(of_kinds.items()))
        return {**least(one), tag_of(schema): value}
    schema = branches(schema)[0]
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    if schema.get("x-any-type"):
        return {"anything": [1, None]}
    kind = next(kind for kind in kinds(schema) if kind != "null")
    if kind == "object":
        return {name: least(schema["properties"][name]) for name in schema.get("required", ())}
    values = {"array": [], "integer": 1, "number": 0.5, "boolean": True}
    return DAYS.get(schema.get("format", ""), "text") if kind == "string" else values[kind]


DAYS = {"date": "2020-02-29", "date-time": "1999-10-15T00:00:00.000Z"}


def tag_of(schema: Any) -> str:
    return str(resolve(schema)["discriminator"]["propertyName"])


def read(name: str, value: object) -> Any:
    return decode(getattr(models, name), json.dumps(value).encode())


def place_of_failure(name: str, value: object) -> str:
    with pytest.raises(ResponseError) as caught:
        read(name, value)
    return caught.value.path


def each_model(test: Callable[[str], None]) -> Callable[[], None]:
    """One test for all models: as one each they would be thousands."""

    def of_all() -> None:
        for name in MODELS:
            try:
                test(name)
            except BaseException as error:
                error.add_note(f"the model is {name}")
                raise

    of_all.__doc__ = test.__doc__
    return of_all


def test_these_are_all_models() -> None:
    """What is said here of each model is said of every one that there is."""
    found = {name: getattr(models, name) for name in models.__all__}
    assert MODELS.keys() == {name for name, model in found.items() if isinstance(model, type) and attrs.has(model)}


def default_of(schema: Any) -> object:
    found = branches(schema)
    if any("array" in kinds(branch) for branch in found):
        return ()
    return {} if any(map(is_map, found)) else resolve(schema).get("default")


@each_model
def test_each_field_may_be_absent_and_null_unless_it_is_required(name: str) -> None:
    """Absent and null are the same: the default. Of an array that is the empty tuple, of a map an empty one, where the
    document names a value it is that value, and None otherwise. What is required is missed by name, and null is refused
    at its place.
    """
    schema = MODELS[name]
    whole = {key: least(child) for key, child in schema["properties"].items()}
    for key, child in schema["properties"].items():
        without = {other: value for other, value in whole.items() if other != key}
        null = {**whole, key: None}
        if key not in schema.get("required", ()):
            default = default_of(child)
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


def within(schema: Any) -> tuple[str, Any]:
    """Where the values inside an array or a map stand, and their schema; the schema itself where it is neither."""
    for branch in branches(schema) if not kinds_of(schema) else []:
        if "items" in branch:
            return "[0]", branch["items"]
        if is_map(branch):
            return ".key", branch["additionalProperties"]
    return "", schema


def wrapped(place: str, value: Any) -> Any:
    return {"": value, "[0]": [value], ".key": {"key": value}}[place]


def unwrapped(place: str, value: Any) -> Any:
    return value[0] if place == "[0]" else value["key"] if place else value


@each_model
def test_a_day_may_be_an_empty_text(name: str) -> None:
    """TMDB's way to say that it knows none: None, and refused where a day is required. No other text is a day."""
    schema = MODELS[name]
    value = least(schema)
    for key, child in schema["properties"].items():
        place, inner = within(child)
        if not any(branch.get("format") in DAYS for branch in branches(inner)):
            continue
        assert not place, "a list of days"
        assert place_of_failure(name, {**value, key: "tomorrow"}) == f"$.{key}"
        if key in schema.get("required", ()) and not takes_null(child):
            assert place_of_failure(name, {**value, key: ""}) == f"$.{key}"
        else:
            assert getattr(read(name, {**value, key: ""}), key) is None
            whole = DAYS[next(branch["format"] for branch in branches(child) if "format" in branch)]
            # The second way into the model takes the other fields along.
            assert getattr(read(name, {**value, key: whole, "": None}), key).isoformat()[:10] == whole[:10]


@each_model
def test_maps_keep_every_key(name: str) -> None:
    """A country that TMDB adds tomorrow is there; what is no value of the map is refused at its place."""
    schema = MODELS[name]
    value = least(schema)
    for key, child in schema["properties"].items():
        place, inner = within(child)
        if place != ".key":
            continue
        made = {**value, key: {"": least(inner), "key": least(inner)}}
        assert getattr(read(name, made), key).keys() == {"", "key"}
        for bad in (None, "text", 1.5):
            assert place_of_failure(name, {**value, key: {"key": bad}}) == f"$.{key}[...]"
        assert place_of_failure(name, {**value, key: []}) == f"$.{key}"


@each_model
def test_kinds_are_told_apart(name: str) -> None:
    """A row is of the model that its kind names, whatever else it has; one of a kind that nobody knows is kept as it
    came, and one that is not what its kind says is refused at its place.
    """
    schema = MODELS[name]
    value = least(schema)
    for key, child in schema["properties"].items():
        place, inner = within(child)
        if not kinds_of(inner):
            continue
        tag, references = tag_of(inner), resolve(inner)["discriminator"]["mapping"]
        for kind, of in kinds_of(inner).items():
            row = {**least(of), tag: kind}
            mended = {**row, **({"id": float(row["id"])} if "id" in row else {})}
            for sent in (row, {**row, **UNKNOWN}, {**mended, "poster_path": None, "adult": None}):
                found = unwrapped(place, getattr(read(name, {**value, key: wrapped(place, sent)}), key))
                assert type(found).__name__ == references[kind].rpartition("/")[2]
            assert place_of_failure(name, {**value, key: wrapped(place, {**row, "id": "x"})}) == f"$.{key}{place}.id"
        default = resolve(inner).get("x-default-kind")
        if default:
            found = unwrapped(
                place, getattr(read(name, {**value, key: wrapped(place, least(kinds_of(inner)[default]))}), key)
            )
            assert type(found).__name__ == references[default].rpartition("/")[2]
        rows: list[dict[str, Any]] = [{tag: UNKNOWN_WORD, "id": 1, "more": [1]}]
        rows += [] if default else [{"id": 1}, {tag: None}]
        for unknown in rows:
            found = unwrapped(place, getattr(read(name, {**value, key: wrapped(place, unknown)}), key))
            assert json.loads(found.content) == unknown
            assert (found.media_type, found.id) == (unknown.get(tag) or "", unknown.get("id"))


@each_model
def test_what_may_be_anything_is_what_came(name: str) -> None:
    """Whatever JSON knows."""
    schema = MODELS[name]
    value = least(schema)
    for key, child in schema["properties"].items():
        if resolve(child).get("x-any-type"):
            values: list[Any] = [None, "", 0, 1.5, False, [], {}, [{"a": [None]}]]
            for anything in values:
                assert getattr(read(name, {**value, key: anything}), key) == anything
