"""Which fields of an answer are secrets, from the document to the operation."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any, get_args, get_type_hints

import attrs

from tmdb_async._generated.types import Kinds, Secret

from .conftest import generated_operations

SECRET = {"type": "string", "format": "password"}


def secrets(generator: ModuleType, schema: dict[str, Any], **named: Any) -> tuple[str, ...]:
    annotations = sys.modules["annotations"]  # beside the generator, which has imported it
    found: tuple[str, ...] = annotations.Schemas({"components": {"schemas": named}}).secrets(schema)
    return found


def test_a_secret_is_found_wherever_it_stands(generator: ModuleType) -> None:
    """In an object, in rows, in maps, in one of several kinds, in what is put together, and behind references."""
    one = {"type": "object", "properties": {"one": SECRET, "other": {"type": "string"}}}
    reference = {"$ref": "#/components/schemas/One"}
    assert secrets(generator, one) == ("one",)
    assert secrets(generator, reference, One=one) == ("one",)
    for around in (
        {"type": "array", "items": reference},
        {"type": "object", "additionalProperties": reference},
        {"oneOf": [{"type": "null"}, reference]},
        {"anyOf": [reference, {"type": "boolean"}]},
        {"allOf": [reference, {"type": "object", "properties": {"two": {"type": "integer"}}}]},
        {"type": "object", "properties": {"rows": {"type": "array", "items": reference}}},
    ):
        assert secrets(generator, around, One=one) == ("one",)


def test_a_secret_may_be_a_schema_of_its_own(generator: ModuleType) -> None:
    """A field is a secret also where a reference says so; the names are in order, each once."""
    token = {"$ref": "#/components/schemas/Token"}
    schema = {"type": "object", "properties": {"b": token, "a": token, "rows": {"properties": {"b": token}}}}
    assert secrets(generator, schema, Token=SECRET) == ("a", "b")


def test_schemas_that_hold_themselves_have_an_end(generator: ModuleType) -> None:
    """A schema is looked at once."""
    node = {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Node"}, "key": SECRET}}
    assert secrets(generator, node, Node=node) == ("key",)
    assert secrets(generator, {"type": "object", "properties": {"x": {"type": "integer"}}}) == ()


def fields_without_repr(kind: Any, seen: set[Any]) -> set[str]:
    """The fields of a type that a repr leaves out, wherever in it they stand."""
    if isinstance(kind, Kinds):
        return set[str]().union(*(fields_without_repr(each, seen) for each in kind.get_models().values()))
    if isinstance(kind, type) and attrs.has(kind):
        if kind in seen:
            return set()
        seen.add(kind)
        hints = get_type_hints(kind, include_extras=True)
        hidden = {field.name for field in attrs.fields(kind) if not field.repr}
        return hidden.union(*(fields_without_repr(each, seen) for each in hints.values()))
    return set[str]().union(*(fields_without_repr(each, seen) for each in get_args(kind)))


def test_every_operation_knows_the_secrets_of_its_answer() -> None:
    """What no repr of a model shows is hidden in errors, too; some operation has such fields."""
    operations = generated_operations()
    assert {name for name, each in operations.items() if {*each.hidden} != fields_without_repr(each.model, set())} == (
        set()
    )
    assert any(each.hidden for each in operations.values())


def test_every_text_that_is_personal_is_a_secret() -> None:
    """Whatever a parameter of this name is for, it goes into no log: sessions, tokens, a user's name and password."""
    personal = ("session_id", "guest_session_id", "request_token", "access_token", "username", "password")
    shown = {
        f"{operation.name}, {name}"
        for operation in generated_operations().values()
        for name, parameter in operation.parameters.items()
        if parameter.name in personal and parameter.kind is not Secret
    }
    assert shown == set()
