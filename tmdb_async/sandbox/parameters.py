"""Whether the text of a parameter is valid: parameters arrive as text, their schemas speak of numbers too."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, cast

from .document import Document, Schema

# ASCII alone: int() would take other scripts' digits and underscores. The bound is below what int() refuses to read.
INTEGER = re.compile(r"-?[0-9]{1,4000}")
NUMBER = re.compile(r"-?[0-9]{1,300}(\.[0-9]{1,300})?")
BOOLEANS = {"true": True, "false": False}

Check = Callable[[Any, Any], bool]


def _matches(text: str, pattern: str) -> bool:
    # A pattern's "$" is the end of the text; Python's would let one newline follow.
    return re.search(re.sub(r"(?<!\\)\$$", r"\\Z", pattern), text) is not None


OF_ANYTHING: Mapping[str, Check] = {
    "const": operator.eq,
    "enum": lambda value, values: value in values,
}
OF_TEXT: Mapping[str, Check] = {
    "pattern": _matches,
    "minLength": lambda text, length: len(text) >= length,
    "maxLength": lambda text, length: len(text) <= length,
}
OF_NUMBERS: Mapping[str, Check] = {
    "minimum": operator.ge,
    "maximum": operator.le,
    "exclusiveMinimum": operator.gt,
    "exclusiveMaximum": operator.lt,
    "multipleOf": lambda number, step: number % step == 0,
}
JSON: Mapping[str, tuple[type, ...]] = {
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "string": (str,),
}


def accepts(document: Document, schema: Schema, text: str) -> bool:
    """Return whether a parameter's text stands for a value that its schema allows."""
    schema = document.resolve(schema)
    branches = schema.get("anyOf") or schema.get("oneOf")
    if branches:
        return any(accepts(document, branch, text) for branch in branches)
    if schema.get("type") == "array":
        items = text.split("|" if schema.get("x-any") and "|" in text else ",") if text else []
        return len(items) <= schema.get("maxItems", len(items)) and all(
            accepts(document, schema["items"], item) for item in items
        )
    return any(_holds(schema, value) for value in _readings(schema, text))


def accepts_body(schema: Schema, body: object) -> bool:
    """Return whether the body of a request is what its schema says: an object with plain values."""
    if not isinstance(body, dict) or not all(name in body for name in schema.get("required", ())):
        return False
    properties = schema["properties"]
    members = cast("dict[str, object]", body)
    return all(_is(properties[name], value) for name, value in members.items() if name in properties)


def _is(schema: Schema, value: object) -> bool:
    kinds = JSON[schema["type"]]
    fits = isinstance(value, kinds) and (isinstance(value, bool) is (bool in kinds))
    return fits and _holds(schema, value)


def _readings(schema: Schema, text: str) -> Iterator[Any]:
    """Yield what the text may stand for, one value for each type that the schema names."""
    named = schema.get("type", "string")
    for kind in [named] if isinstance(named, str) else named:
        if kind == "integer":
            if INTEGER.fullmatch(text):
                yield int(text)
        elif kind == "number":
            if NUMBER.fullmatch(text):
                yield float(text)
        elif kind == "null":
            if text == "null":
                yield None
        elif kind == "boolean":
            if text in BOOLEANS:
                yield BOOLEANS[text]
        else:
            yield text


def _holds(schema: Schema, value: Any) -> bool:
    if value is None:
        return True
    if schema.get("format") == "date" and not _is_day(value):
        return False
    checks = {**OF_ANYTHING, **(OF_TEXT if isinstance(value, str) else OF_NUMBERS)}
    return all(check(value, schema[keyword]) for keyword, check in checks.items() if keyword in schema)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
