"""Synthetic bodies: values made from schemas, plain to see as such, and the same for the same request everywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

import attrs

from .document import Document, Schema
from .sizes import CHANCES, ORDER, drawn, size_of

INT32 = 2**31 - 1

# The last digits of an unknown id.
UNKNOWN = 404

# What is always there, since things are known by it.
NAMING = frozenset({"id", "name", "title"})

# How many objects there are that others are like.
KINDS = 101

# The keys of a map: countries.
KEYS = ("DE", "FR", "US")

FORMATS: Mapping[str, Callable[[int], str]] = {
    "date": lambda number: f"{1950 + number % 75}-{1 + number % 12:02}-{1 + number % 28:02}",
    "date-time": lambda number: f"{1950 + number % 75}-{1 + number % 12:02}-{1 + number % 28:02}T00:00:00Z",
}


@attrs.frozen
class Place:
    """Where a value stands in the body of one request. All that is random about a value is drawn from its place.

    Attributes:
        request: The request that the body answers.
        pointer: The way from the body's root to the value, as a JSON pointer.
        name: The nearest property on that way.
        index: The index of the nearest array item on that way, from 0.
        turns: What items take turns by; the request where it is empty.
        known: The values of numbers that the request itself gives, by the names of their properties.
    """

    request: str
    pointer: str = ""
    name: str = ""
    index: int = 0
    turns: str = ""
    known: Mapping[str, int] = attrs.field(factory=dict[str, int])

    def member(self, name: str) -> Place:
        """Return the place of a property of the object here."""
        return Place(self.request, f"{self.pointer}/{name}", name, self.index, self.turns, self.known)

    def item(self, index: int) -> Place:
        """Return the place of an item of the array here."""
        return Place(self.request, f"{self.pointer}/{index}", self.name, index, self.turns, self.known)

    def digest(self, purpose: str) -> bytes:
        """Return 12 random bytes, others for each purpose."""
        text = f"{self.request}#{self.pointer}:{purpose}"
        return hashlib.blake2b(text.encode(), digest_size=12).digest()

    def draw(self, below: int, purpose: str = "value") -> int:
        """Return a random number from 0 to `below - 1`."""
        return int.from_bytes(self.digest(purpose), "big") % below

    def turn(self, count: int) -> int:
        """Return a number from 0 to `count - 1` that takes turns from one array item to the next."""
        return (Place(self.turns or self.request, self.name).draw(count, "turn") + self.index) % count


def is_unknown(number: int) -> bool:
    """Return whether there is nothing with this id or number in the sandbox."""
    return number > INT32 or number % 1000 == UNKNOWN


def synthetic(document: Document, schema: Schema, place: Place, number: int | None = None) -> Any:
    """Make a value that is valid against a schema.

    One nullable value in four is null, one optional property in eight is absent unless it is an array or names a thing,
    and the branches of a `oneOf` take turns, so that a body of some length shows what a client has to cope with. What
    has an id is the same wherever it stands: a row of a list has the name that its details have.

    Args:
        document: Where references point.
        schema: What the value must be valid against; `pattern` is left aside.
        place: Where the value stands.
        number: The id that the value has, where it is known and the value has one.
    """
    schema = document.flat(schema)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][place.draw(len(schema["enum"]))]
    if "discriminator" in schema:
        return _of_a_kind(document, schema["discriminator"], place, number)
    branches = [document.flat(branch) for branch in schema.get("anyOf") or schema.get("oneOf") or ()]
    if branches:
        # An enumeration beside a wider type is an open one: its known values are the ones to expect.
        branches = [branch for branch in branches if "enum" in branch] or branches
        return synthetic(document, branches[place.turn(len(branches))], place, number)
    return _of_type(document, schema, place, number)


def _of_a_kind(document: Document, discriminator: Schema, place: Place, number: int | None) -> Any:
    kinds = [*discriminator["mapping"]]
    kind = kinds[place.turn(len(kinds))]
    made = synthetic(document, {"$ref": discriminator["mapping"][kind]}, place, number)
    return made | {discriminator["propertyName"]: kind}


def _of_type(document: Document, schema: Schema, place: Place, number: int | None) -> Any:
    named = schema.get("type", "object" if "properties" in schema else "string")
    kinds = [kind for kind in ([named] if isinstance(named, str) else named) if kind != "null"]
    if not kinds or ("null" in named and place.draw(4, "null") == 0):
        return None
    kind = kinds[0] if len(kinds) == 1 else kinds[place.draw(len(kinds), "kind")]
    if kind == "object":
        return _object(document, schema, place, number)
    said = schema.get("x-sandbox")
    if kind == "array" and said is not None and "of" in said:
        return _some_of_all(document, schema["items"], place, said)
    if kind == "array" and said is not None:
        count = size_of(said, place.draw(CHANCES, "size"))
        return [synthetic(document, schema["items"], place.item(index)) for index in range(count)]
    if kind == "array":
        low = schema.get("minItems", min(4, schema.get("maxItems", 4)))
        count = low + place.draw(schema.get("maxItems", low + 8) - low + 1)
        return [synthetic(document, schema.get("items", {}), place.item(index)) for index in range(count)]
    return SCALARS[kind](schema, place)


def like_others(document: Document, schema: Schema, place: Place) -> dict[str, Any]:
    """Return an object with an id, and all that is known, of its own; in all else it is one of a few.

    So a hundred of them are made in a few milliseconds.
    """
    properties = document.properties(schema)
    index = place.draw(KINDS, "kind")
    kinds = document.rows.setdefault(f"kinds of {schema['$ref']}", [])
    while len(kinds) <= index:
        kinds.append(synthetic(document, schema, Place(schema["$ref"]).item(len(kinds))))
    number = _integer(properties["id"], place.member("id"))
    own: dict[str, Any] = {"id": number + is_unknown(number)}
    own |= {name: each for name, each in place.known.items() if name in properties}
    for name, each in properties.items():
        said = each.get("x-sandbox", {})
        if "of" in said:
            own[name] = _some_of_all(document, each["items"], place.member(name), said)
    return {**kinds[index], **own}


def _some_of_all(document: Document, schema: Schema, place: Place, said: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return rows that are drawn from as many as there are in all: each is made once, however often it stands."""
    name = f"{said['of']} of {schema['$ref']}"
    if name not in document.rows:
        there = Place(schema["$ref"]).item
        document.rows[name] = [synthetic(document, schema, there(index)) for index in range(said["of"])]
    properties = document.properties(schema)
    own = [each for each, of in properties.items() if each == ORDER or (each.endswith("_id") and _is_text(of))]
    return drawn(document.rows[name], own, size_of(said, place.draw(CHANCES, "size")), place.digest("rows"))


def _is_text(schema: Schema) -> bool:
    return schema.get("type") == "string"


def _object(document: Document, schema: Schema, place: Place, number: int | None) -> dict[str, Any]:
    properties = schema.get("properties", {})
    if not properties and isinstance(schema.get("additionalProperties"), Mapping):
        return {key: synthetic(document, schema["additionalProperties"], place.member(key)) for key in KEYS}
    if properties.get("id", {}).get("type") != "integer":
        number = None
    elif number is None and place.pointer:
        number = _integer(properties["id"], place.member("id"))
        number += is_unknown(number)
    if number is not None:
        place = attrs.evolve(
            place, request=f"id {number}", pointer="", turns=place.turns or (place.pointer and place.request)
        )
    always = NAMING.union(schema.get("required", ()))
    made: dict[str, Any] = {}
    for name, member in properties.items():
        there = place.member(name)
        if name in always or document.resolve(member).get("type") == "array" or there.draw(8, "absent"):
            made[name] = synthetic(document, member, there)
    return made if number is None or "id" not in made else made | {"id": number}


def _boolean(_schema: Schema, place: Place) -> bool:
    return place.draw(2) == 1


def _integer(schema: Schema, place: Place) -> int:
    high: int = schema.get("maximum", schema.get("exclusiveMaximum", INT32 + 1) - 1)
    # TMDB counts places in an order from 0 and everything else from 1.
    first = 0 if place.name == "order" else 1
    if place.name in place.known:
        return place.known[place.name]
    if "x-sandbox" in schema:
        return size_of(schema["x-sandbox"], place.draw(CHANCES, "size"))
    low: int = schema.get("minimum", schema.get("exclusiveMinimum", min(first, high) - 1) + 1)
    if place.name == "order" or place.name.endswith("_number"):
        return max(low, min(high, place.index + first))
    return low + place.draw(min(high - low, 9_999_999) + 1)


def _number(schema: Schema, place: Place) -> float:
    high = schema.get("maximum", max(10, schema.get("minimum", 0)))
    low = schema.get("minimum", min(0.5, high))
    number: float = low + place.draw(int((high - low) * 2) + 1) / 2
    # TMDB sends whole numbers as integers.
    return int(number) if number == int(number) else number


def _string(schema: Schema, place: Place) -> str:
    if schema.get("default"):  # what TMDB always sends here
        return str(schema["default"])
    if known := schema.get("x-known-values"):
        return str(known[place.draw(len(known))])
    if schema.get("format") in FORMATS:
        return FORMATS[schema["format"]](place.draw(10_000))
    number = place.draw(999) + 1
    if place.name == "id" or place.name.endswith("_id"):
        # TMDB's ids that are no numbers are 24 hexadecimal characters.
        text = place.digest("value").hex()
    elif place.name.endswith("_path"):
        text = f"/synthetic-{number}.jpg"
    else:
        text = f"Synthetic {place.name.replace('_', ' ') or 'text'} {number}"
    return text.ljust(schema.get("minLength", 0), ".")[: schema.get("maxLength")]


SCALARS: Mapping[str, Callable[[Schema, Place], Any]] = {
    "boolean": _boolean,
    "integer": _integer,
    "number": _number,
    "string": _string,
}
