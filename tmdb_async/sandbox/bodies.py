"""Synthetic bodies: values made from schemas, plain to see as such, and the same for the same request everywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
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


# Not frozen: hundreds are made for a body, and freezing one takes three times as long as making it.
@attrs.define
class Place:
    """Where a value stands in the body of one request. All that is random about a value is drawn from its place.

    Attributes:
        request: The request that the body answers.
        pointer: The way from the body's root to the value, as a JSON pointer.
        name: The nearest property on that way.
        index: The index of the nearest array item on that way, from 0.
        turns: What items take turns by; the request where it is empty.
        known: The values of numbers that the request itself gives, by the names of their properties.
        number: The id of the object here, where it is known and the object has one.
    """

    request: str
    pointer: str = ""
    name: str = ""
    index: int = 0
    turns: str = ""
    known: Mapping[str, int] = attrs.field(factory=dict[str, int])
    number: int | None = None

    def member(self, name: str) -> Place:
        """Return the place of a property of the object here."""
        return Place(self.request, f"{self.pointer}/{name}", name, self.index, self.turns, self.known)

    def item(self, index: int, number: int | None = None) -> Place:
        """Return the place of an item of the array here, which may be an object with an id that is known."""
        return Place(self.request, f"{self.pointer}/{index}", self.name, index, self.turns, self.known, number)

    def thing(self, number: int) -> Place:
        """Return the place of the object here with an id, which is the same in the bodies of all requests."""
        turns = self.turns or (self.pointer and self.request)
        return Place(f"id {number}", "", self.name, self.index, turns, self.known)

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


Maker = Callable[[Place], Any]
"""Makes a value of one schema for a place."""


def synthetic(document: Document, schema: Schema, place: Place) -> Any:
    """Make a value that is valid against a schema.

    One nullable value in four is null, one optional property in eight is absent unless it is an array or names a thing,
    and the branches of a `oneOf` take turns, so that a body of some length shows what a client has to cope with. What
    has an id is the same wherever it stands: a row of a list has the name that its details have.

    Args:
        document: Where references point. It keeps the schema, which must not change any more.
        schema: What the value must be valid against; `pattern` is left aside.
        place: Where the value stands.
    """
    kept = document.makers.get(id(schema))
    if kept is None:
        # With the schema itself: as long as it is there no other one has its id.
        kept = document.makers[id(schema)] = schema, _maker(document, document.flat(schema))
    return kept[1](place)


def _maker(document: Document, schema: Schema) -> Maker:
    """Return what makes values of a schema: a body has hundreds, so what it says is looked at once."""
    if "const" in schema:
        return lambda _: schema["const"]
    if "enum" in schema:
        return _one_of(schema["enum"])
    if "discriminator" in schema:
        return _of_a_kind(document, schema["discriminator"])
    branches = [document.flat(branch) for branch in schema.get("anyOf") or schema.get("oneOf") or ()]
    if branches:
        # An enumeration beside a wider type is an open one: its known values are the ones to expect.
        branches = [branch for branch in branches if "enum" in branch] or branches
        return lambda place: synthetic(document, branches[place.turn(len(branches))], place)
    return _of_type(document, schema)


def _one_of(values: Sequence[Any]) -> Maker:
    return lambda place: values[place.draw(len(values))]


def _of_a_kind(document: Document, discriminator: Schema) -> Maker:
    kinds = [(kind, {"$ref": reference}) for kind, reference in discriminator["mapping"].items()]

    def make(place: Place) -> dict[str, Any]:
        kind, schema = kinds[place.turn(len(kinds))]
        made: dict[str, Any] = synthetic(document, schema, place)
        return made | {discriminator["propertyName"]: kind}

    return make


def _of_type(document: Document, schema: Schema) -> Maker:
    named = schema.get("type", "object" if "properties" in schema else "string")
    named = [named] if isinstance(named, str) else named
    makers = [TYPES[kind](document, schema) for kind in named if kind != "null"]
    if not makers:
        return lambda _: None

    def make(place: Place) -> Any:
        maker = makers[0] if len(makers) == 1 else makers[place.draw(len(makers), "kind")]
        return maker(place)

    if "null" not in named:
        return makers[0] if len(makers) == 1 else make
    return lambda place: None if place.draw(4, "null") == 0 else make(place)


def like_others(document: Document, schema: Schema, place: Place) -> dict[str, Any]:
    """Return an object with an id, and all that is known, of its own; in all else it is one of a few.

    So a hundred of them are made in a few milliseconds.
    """
    properties = document.properties(schema)
    index = place.draw(KINDS, "kind")
    kinds = document.rows.setdefault(f"kinds of {schema['$ref']}", [])
    while len(kinds) <= index:
        kinds.append(synthetic(document, schema, Place(schema["$ref"]).item(len(kinds))))
    own: dict[str, Any] = {"id": _id(document, properties["id"], place)}
    own |= {name: each for name, each in place.known.items() if name in properties}
    for name, each in properties.items():
        said = each.get("x-sandbox", {})
        if "of" in said:
            own[name] = _some_of_all(document, each["items"], place.member(name), said)
    return {**kinds[index], **own}


def _id(document: Document, schema: Schema, place: Place) -> int:
    """Return the id of the object in a place: never one of which there is nothing."""
    number: int = synthetic(document, schema, place.member("id"))
    return number + is_unknown(number)


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


def _array(document: Document, schema: Schema) -> Maker:
    items, said = schema.get("items", {}), schema.get("x-sandbox")
    if said is not None and "of" in said:
        return lambda place: _some_of_all(document, items, place, said)
    low = schema.get("minItems", min(4, schema.get("maxItems", 4)))
    many = schema.get("maxItems", low + 8) - low + 1

    def make(place: Place) -> list[Any]:
        count = low + place.draw(many) if said is None else size_of(said, place.draw(CHANCES, "size"))
        return [synthetic(document, items, place.item(index)) for index in range(count)]

    return make


def _object(document: Document, schema: Schema) -> Maker:
    properties = schema.get("properties", {})
    if not properties and isinstance(schema.get("additionalProperties"), Mapping):
        values = schema["additionalProperties"]
        return lambda place: {key: synthetic(document, values, place.member(key)) for key in KEYS}
    named = properties.get("id", {}).get("type") == "integer"
    always = NAMING.union(schema.get("required", ()))
    members = [
        (name, member, name in always or document.resolve(member).get("type") == "array")
        for name, member in properties.items()
    ]

    def make(place: Place) -> dict[str, Any]:
        number = place.number if named else None
        if named and number is None and place.pointer:
            number = _id(document, properties["id"], place)
        if number is not None:
            place = place.thing(number)
        made: dict[str, Any] = {}
        for name, member, is_there in members:
            there = place.member(name)
            if is_there or there.draw(8, "absent"):
                made[name] = synthetic(document, member, there)
        return made if number is None else made | {"id": number}

    return make


def _boolean(_document: Document, _schema: Schema) -> Maker:
    return lambda place: place.draw(2) == 1


def _integer(_document: Document, schema: Schema) -> Maker:
    high: int = schema.get("maximum", schema.get("exclusiveMaximum", INT32 + 1) - 1)
    said = schema.get("x-sandbox")

    def make(place: Place) -> int:
        if place.name in place.known:
            return place.known[place.name]
        if said is not None:
            return size_of(said, place.draw(CHANCES, "size"))
        # TMDB counts places in an order from 0 and everything else from 1.
        first = 0 if place.name == "order" else 1
        low: int = schema.get("minimum", schema.get("exclusiveMinimum", min(first, high) - 1) + 1)
        if place.name == "order" or place.name.endswith("_number"):
            return max(low, min(high, place.index + first))
        return low + place.draw(min(high - low, 9_999_999) + 1)

    return make


def _number(_document: Document, schema: Schema) -> Maker:
    high = schema.get("maximum", max(10, schema.get("minimum", 0)))
    low = schema.get("minimum", min(0.5, high))
    halves = int((high - low) * 2) + 1

    def make(place: Place) -> float:
        number: float = low + place.draw(halves) / 2
        # TMDB sends whole numbers as integers.
        return int(number) if number == int(number) else number

    return make


def _string(_document: Document, schema: Schema) -> Maker:
    if schema.get("default"):  # what TMDB always sends here
        return lambda _: str(schema["default"])
    if known := schema.get("x-known-values"):
        return _one_of([*map(str, known)])
    if form := FORMATS.get(schema.get("format", "")):
        return lambda place: form(place.draw(10_000))
    least, most = schema.get("minLength", 0), schema.get("maxLength")

    def make(place: Place) -> str:
        number = place.draw(999) + 1
        if place.name == "id" or place.name.endswith("_id"):
            # TMDB's ids that are no numbers are 24 hexadecimal characters.
            text = place.digest("value").hex()
        elif place.name.endswith("_path"):
            text = f"/synthetic-{number}.jpg"
        else:
            text = f"Synthetic {place.name.replace('_', ' ') or 'text'} {number}"
        return text.ljust(least, ".")[:most]

    return make


TYPES: Mapping[str, Callable[[Document, Schema], Maker]] = {
    "array": _array,
    "boolean": _boolean,
    "integer": _integer,
    "number": _number,
    "object": _object,
    "string": _string,
}
