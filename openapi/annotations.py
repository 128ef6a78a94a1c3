"""What the schemas of the document are in Python: the type of a schema, and how it is written."""

from __future__ import annotations

import keyword
from collections.abc import Iterator
from typing import Any, NamedTuple, cast

Node = dict[str, Any]

SCHEMAS = "#/components/schemas/"
SCALARS = {"integer": "int", "number": "float", "string": "str", "boolean": "bool"}
_HELD = ("allOf", "anyOf", "oneOf", "items", "additionalProperties")
_DAYS = {"date": "date", "date-time": "datetime"}


class RefusedError(ValueError):
    """The document says what has no form in Python."""


class Type(NamedTuple):
    """A type as it stands in an annotation."""

    text: str
    classes: frozenset[str] = frozenset()
    """The classes in it that are generated."""
    hashable: bool = True

    def union(self, other: Type) -> Type:
        """Return this type or another one."""
        texts = dict.fromkeys([*self.text.split(" | "), *other.text.split(" | ")])
        return Type(" | ".join(texts), self.classes | other.classes, self.hashable and other.hashable)


class Schemas:
    """The schemas of a bundled document.

    Args:
        document: The document, in which references are looked up.
    """

    def __init__(self, document: Node) -> None:
        self._document = document
        self.by_name: Node = document["components"]["schemas"]

    def resolve(self, node: Node) -> Node:
        """Return what a node refers to, or the node itself."""
        while "$ref" in node:
            target: Any = self._document
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            node = target
        return node

    def flat(self, schema: Node) -> Node:
        """Return a schema without a reference and without `allOf` at its top."""
        schema = self.resolve(schema)
        if "allOf" not in schema:
            return schema
        whole: Node = {"type": "object", "required": [], "properties": {}}
        for part in (*schema["allOf"], {key: value for key, value in schema.items() if key != "allOf"}):
            flat = self.flat(part)
            whole["required"] = [*whole["required"], *flat.get("required", [])]
            whole["properties"] = {**whole["properties"], **flat.get("properties", {})}
        return whole

    def is_enumeration(self, name: str) -> bool:
        """Whether a schema is an enumeration of integers, which becomes a class."""
        schema = self.by_name.get(name, {})
        return "enum" in schema and schema.get("type") == "integer"

    def is_union(self, name: str) -> bool:
        """Whether a schema is one of several objects that a field tells apart."""
        return "discriminator" in self.by_name.get(name, {})

    def is_model(self, name: str) -> bool:
        """Whether a schema is an object with fields, which becomes a class."""
        schema = self.by_name[name]
        return not _is_map(schema) and self.flat(schema).get("type") == "object"

    def secrets(self, schema: Node) -> tuple[str, ...]:
        """Return the names of all fields that are secrets, in order, wherever in a schema they stand."""
        found: set[str] = set()
        seen: set[int] = set()  # schemas may hold themselves

        def look(node: Any) -> None:
            if isinstance(node, list):
                for each in node:
                    look(each)
            elif isinstance(node, dict):
                held = self.resolve(cast("Node", node))
                if id(held) not in seen:
                    seen.add(id(held))
                    properties: Node = held.get("properties", {})
                    found.update(name for name, each in properties.items() if self.is_secret(each))
                    look([*properties.values(), *(held[word] for word in _HELD if word in held)])

        look(schema)
        return tuple(sorted(found))

    def is_secret(self, schema: Node) -> bool:
        """Whether a schema is of a text that nobody else may see."""
        return bool(self.flat(schema).get("format") == "password")

    def type(self, schema: Node, where: str) -> Type:
        """Return the type of what a schema describes.

        Args:
            schema: The schema.
            where: What a refusal calls it.

        Raises:
            RefusedError: It has no form in Python.
        """
        if "$ref" in schema:
            name = schema["$ref"].removeprefix(SCHEMAS)
            named = self.is_enumeration(name) or self.is_union(name) or self.is_model(name)
            return Type(name, frozenset({name})) if named else self.type(self.by_name[name], where)
        if alternatives := schema.get("oneOf") or schema.get("anyOf"):
            return self._union(alternatives, where)
        if "const" in schema:
            return Type(f"Literal[{schema['const']!r}]")
        if isinstance(schema.get("type"), list):
            return self._union([{**schema, "type": kind} for kind in schema["type"]], where)
        return self._plain(schema, where)

    def _plain(self, schema: Node, where: str) -> Type:
        kind = schema.get("type")
        if kind in SCALARS:
            day = _DAYS.get(schema.get("format", "")) if kind == "string" else None
            return Type(day or SCALARS[kind])
        if kind == "null":
            return Type("None")
        if kind == "array":
            item = self.type(schema["items"], f"{where}[]")
            return Type(f"tuple[{item.text}, ...]", item.classes, item.hashable)
        if _is_map(schema):
            value = self.type(schema["additionalProperties"], f"{where}{{}}")
            return Type(f"Mapping[str, {value.text}]", value.classes, hashable=False)
        if schema.get("x-any-type"):
            return Type("Any", hashable=False)
        if kind == "object" or "allOf" in schema:
            raise RefusedError(f"an object has a name among the schemas: {where}")
        raise RefusedError(f"a schema must say its type: {where}")

    def _union(self, schemas: list[Node], where: str) -> Type:
        found = [self.type(each, where) for each in schemas]
        if any(map(self.is_enumeration, (each.text for each in found))):  # an open one: its class takes any number
            found = [each for each in found if each.text != "int"]
        if sum(bool(each.classes) and not self.is_enumeration(each.text) for each in found) > 1:
            raise RefusedError(f"objects are told apart by a discriminator: {where}")
        whole = found[0]
        for each in found[1:]:
            whole = whole.union(each)
        return whole


def _is_map(schema: Node) -> bool:
    return isinstance(schema.get("additionalProperties"), dict) and "properties" not in schema


def in_module(found: Type, module: str) -> str:
    """Return a type as it is written where its classes are attributes of a module."""
    return "".join(f"{module}.{word}" if word in found.classes else word for word in _words(found.text))


def _words(text: str) -> Iterator[str]:
    word = ""
    for character in text:
        if character.isidentifier() or character.isdigit():
            word += character
        else:
            yield from (word, character)
            word = ""
    yield word


def identifier(name: str, where: str) -> str:
    """Return a name if an attribute may have it.

    Raises:
        RefusedError: It is no name in Python, or one that attrs would change.
    """
    if not name.isidentifier() or keyword.iskeyword(name):
        raise RefusedError(f"the name is no Python identifier: {where}")
    if name.startswith("_"):
        raise RefusedError(f"attrs would take the underscore away: {where}")
    return name


class Source(str):
    """A value as it is written."""

    __slots__ = ()


def sources(**values: Any) -> Node:
    """Return how values are written."""
    return {name: value if isinstance(value, Source) else repr(value) for name, value in values.items()}
