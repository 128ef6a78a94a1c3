"""What an OpenAPI document says of each operation, as facts that can be compared: a place, and what is there.

A place is `path series_id`, `query page`, `body media_id`, or the JSON path of a field, such as `$.results[].id`; a `*`
in it is any key. What is there is a type, or several, and of a parameter whether it is required, what it may be and
what it is by default. Null, formats and meanings are no facts: TMDB's file, made from one example each, has none.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotations import Node, Schemas

Facts = dict[str, dict[str, str]]
"""The facts of each operation by their places, by TMDB's own name for it."""

ADDRESS = "address"
ANY = "any"
TYPES = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}

_METHODS = {"delete", "get", "patch", "post", "put"}
_PAGE = re.compile(r"https://developer\.themoviedb\.org/reference/([\w-]+)")


def facts_of(document: Node) -> Facts:
    """Return the facts of a document, of our bundle or of TMDB's file."""
    schemas = Schemas({**document, "components": {"schemas": {}, **document.get("components", {})}})
    return {
        name_of(operation): _Reader(schemas).read(f"{method.upper()} {path}", operation)
        for path, method, operation in operations_of(document)
    }


def operations_of(document: Node) -> Iterator[tuple[str, str, Node]]:
    """Iterate over the operations of a document, each after its path and its method."""
    for path, item in document["paths"].items():
        for method in _METHODS & item.keys():
            yield path, method, item[method]


def name_of(operation: Node) -> str:
    """Return TMDB's name for an operation: the end of its page's address, which our descriptions have."""
    pages = _PAGE.findall(operation.get("description", ""))
    name: str = pages[-1] if pages else operation["operationId"]
    return name


def answer_of(schemas: Schemas, operation: Node) -> Node:
    """Return the schema of an operation's success; one that says nothing where there is none."""
    success: Node = next((each for code, each in operation["responses"].items() if code.startswith("2")), {})
    content = schemas.resolve(success).get("content", {})
    schema: Node = content.get("application/json", {}).get("schema", {})
    return schema


def types_of(schema: Node) -> set[str]:
    """Return the types that a schema names, without null."""
    types = schema.get("type", [])
    found = {types} if isinstance(types, str) else {*types}
    found |= {TYPES[type(schema["const"])]} if "const" in schema else set()
    return found - {"null"}


class _Reader:
    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas
        self._types: dict[str, set[str]] = {}

    def read(self, address: str, operation: Node) -> dict[str, str]:
        found = {ADDRESS: address}
        for parameter in map(self._schemas.resolve, operation.get("parameters", [])):
            found[f"{parameter['in']} {parameter['name']}"] = self._parameter(parameter)
        self._body(operation.get("requestBody", {}).get("content", {}).get("application/json", {}))
        self._answer(answer_of(self._schemas, operation), "$", ())
        return found | {place: "|".join(sorted(types)) for place, types in self._types.items()}

    def _parameter(self, parameter: Node) -> str:
        schema = self._schemas.flat(parameter.get("schema", {}))
        item = self._schemas.flat(schema["items"]) if "items" in schema else schema
        words = ["|".join(sorted(types_of(item))) or ANY]
        words += ["required"] if parameter.get("required") else []
        words += ["one of " + " ".join(map(str, item["enum"]))] if "enum" in item else []
        words += [f"else {schema['default']}"] if schema.get("default") is not None else []
        return ", ".join(words)

    def _body(self, content: Node) -> None:
        properties = self._schemas.flat(content.get("schema", {})).get("properties", {})
        fields = {key: types_of(self._schemas.flat(schema)) for key, schema in properties.items()}
        if "RAW_BODY" in fields:  # a body of theirs has no schema but an example
            examples = [_json(each["value"]) for each in content.get("examples", {}).values()]
            fields = {key: {TYPES[type(value)]} for example in examples for key, value in example.items()}
        self._types |= {f"body {key}": types for key, types in fields.items()}

    def _answer(self, schema: Node, place: str, above: tuple[str, ...]) -> None:
        """Note the types of a schema and of what is in it; one may be in itself."""
        if (reference := schema.get("$ref")) is not None:
            if reference not in above:
                self._answer(self._schemas.resolve(schema), place, (*above, reference))
            return
        kinds = [each for word in ("allOf", "anyOf", "oneOf") for each in schema.get(word, ())]
        types = types_of(schema)
        children = {f"{place}.{key}": each for key, each in schema.get("properties", {}).items()}
        if "array" in types:
            children[f"{place}[]"] = schema.get("items", {})
        if "additionalProperties" in schema:
            children[f"{place}.*"] = schema["additionalProperties"]
        if types <= {"object"} and schema.get("type") != "null" and not kinds and not children:
            types = {ANY}  # an object without fields says as little as a schema without a type
        self._types.setdefault(place, set()).update(types)
        for inner, each in (*((place, kind) for kind in kinds), *children.items()):
            self._answer(each, inner, above)


def _json(example: Any) -> Any:
    return json.loads(example) if isinstance(example, str) else example


# What was seen, in a file: a row for each object, without the places that follow from others, and without `=string`


def save(facts: Facts, file: Path) -> None:
    """Write facts into a file, in an order that does not depend on that of the document."""
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
        for operation, found in sorted(facts.items()):
            rows: dict[str, list[str]] = {}
            for place, what in sorted(found.items()):
                if not _follows(place, what, found):
                    owner, key = split(place)
                    rows.setdefault(owner, []).append(key if what == "string" else f"{key}={what}")
            writer.writerows([operation, owner, *cells] for owner, cells in rows.items())


def load(file: Path) -> Facts:
    """Return the facts of a file that `save` wrote; none where there is no file."""
    facts: Facts = {}
    if not file.exists():
        return facts
    with file.open(encoding="utf-8", newline="") as stream:
        for operation, owner, *cells in csv.reader(stream, delimiter="\t"):
            found = facts.setdefault(operation, {})
            for key, _, what in (cell.partition("=") for cell in cells):
                found[_joined(owner, key)] = what or "string"
    for found in facts.values():
        for place in [*found]:
            inner = place
            while (owner := owner_of(inner)) and owner not in found:
                found[owner] = "array" if inner == f"{owner}[]" else "object"
                inner = owner
    return facts


def owner_of(place: str) -> str:
    """Return the place of what a field or an item is in; none for parameters and for a whole answer."""
    if not place.startswith("$"):
        return ""
    return place.removesuffix("[]") if place.endswith("[]") else place.rpartition(".")[0]


def split(place: str) -> tuple[str, str]:
    """Return where a place is, and its name there."""
    owner, _, key = place.rpartition("." if place.startswith("$") else " ")
    return owner, key


def _joined(owner: str, key: str) -> str:
    return f"{owner}{'.' if owner.startswith('$') else ' '}{key}" if owner else key


def _follows(place: str, what: str, found: dict[str, str]) -> bool:
    if what == "array":
        return f"{place}[]" in found
    return what == "object" and any(owner_of(each) == place for each in found)
