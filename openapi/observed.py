"""Real bodies, held against the document: what they have that it does not say, and what they refute of it."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from annotations import SCHEMAS, Node, Schemas
from differences import Difference
from facts import TYPES, answer_of, name_of, operations_of, types_of

from tmdb_async.calls.decode import tells_of_failure
from tmdb_async.jobs.job import Job

UNDECLARED, CONTRADICTED, REFUTED, UNKNOWN = (
    "fields undeclared",
    "types contradicted",
    "required refuted",
    "values unknown",
)

Bodies = Iterable[tuple[str, bytes]]
"""Bodies, each after the name of its operation, ours or TMDB's."""

_DAYS = {"date", "date-time"}
_REAL = {None, "recorded", "fixture"}


def in_folder(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Iterate over the real bodies of a folder that INDEX.tsv lists, each in a folder with its operation's name.

    Where the index has a column `kind`, real is what is `recorded` or `fixture`.
    """
    with (folder / "INDEX.tsv").open(encoding="utf-8") as index:
        for row in csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row.get("kind") in _REAL:
                yield row["file"].partition("/")[0], (folder / row["file"]).read_bytes()


def in_job(file: Path) -> Iterator[tuple[str, bytes]]:
    """Iterate over the bodies of a job."""
    with Job.read(file) as job:
        for _, body in job.bodies():
            yield job.operation.name, body


def observe(document: Node, bodies: Bodies) -> tuple[Counter[Difference], int]:
    """Return how often bodies differ from a bundled document, and how many were compared.

    Those of failures and of operations that the document does not have are not.

    Raises:
        ValueError: A body is no JSON.
    """
    schemas = Schemas(document)
    answers: dict[str, _Answer] = {}
    for path, _, operation in operations_of(document):
        name, parts = name_of(operation), _parts(document, schemas, path, operation)
        answers[name] = answers[operation["operationId"]] = _Answer(name, answer_of(schemas, operation), parts)
    found: Counter[Difference] = Counter()
    compared = 0
    for name, content in bodies:
        if name in answers and not tells_of_failure(content):
            _Reading(schemas, answers[name], found).read(json.loads(content))
            compared += 1
    return found, compared


class _Part(NamedTuple):
    name: re.Pattern[str]
    place: str
    schema: Node


class _Answer(NamedTuple):
    name: str
    schema: Node
    parts: tuple[_Part, ...]


def _parts(document: Node, schemas: Schemas, path: str, operation: Node) -> tuple[_Part, ...]:
    """Return what may be appended to an answer: each part is the rest of the path of another operation."""
    parameters = map(schemas.resolve, operation.get("parameters", []))
    names = [name for each in parameters if each["name"] == "append_to_response" for name in _choices(each)]
    names += [each["part"] for each in operation.get("x-append-by-number", {}).values()]
    found = []
    for name in names:
        pattern = "[0-9]+".join(map(re.escape, re.split(r"\{\w+\}", name)))
        answer = answer_of(schemas, document["paths"][f"{path}/{name}"]["get"])
        found.append(_Part(re.compile(pattern), re.sub(r"\{\w+\}", "*", name), answer))
    return tuple(found)


def _choices(parameter: Node) -> list[str]:
    choices: list[str] = parameter["schema"].get("items", {}).get("enum", [])
    return choices


class _Reading:
    """One body, read beside the schema of its operation."""

    def __init__(self, schemas: Schemas, answer: _Answer, found: Counter[Difference]) -> None:
        self._schemas = schemas
        self._answer = answer
        self._found = found

    def read(self, value: object) -> None:
        self._value(value, self._answer.schema, "$")

    def _note(self, kind: str, place: str, what: str) -> None:
        self._found[Difference(kind, self._answer.name, place, what)] += 1

    def _value(self, value: Any, schema: Node, place: str) -> None:
        schema = self._schemas.flat(schema)
        if value is None:  # it is absence, and whether that may be is the object's question
            return
        if "discriminator" in schema:
            self._kind(value, schema, place)
        elif kinds := [self._schemas.flat(each) for word in ("anyOf", "oneOf") for each in schema.get(word, ())]:
            self._either(value, kinds, place)
        elif not _fits(value, schema):
            self._note(CONTRADICTED, place, f"{TYPES[type(value)]} for {'|'.join(sorted(types_of(schema)))}")
        elif isinstance(value, dict):
            self._object(value, schema, place)
        elif isinstance(value, list):
            for each in value:
                self._value(each, schema.get("items", {}), f"{place}[]")
        elif any(word in schema and value not in schema[word] for word in ("x-known-values", "enum")):
            self._note(UNKNOWN, place, repr(value))
        elif schema.get("format") in _DAYS and not _is_day(value):
            self._note(CONTRADICTED, place, f"string for {schema['format']}")

    def _kind(self, value: Any, schema: Node, place: str) -> None:
        """Read an object of one of several kinds, which a field tells."""
        field, kinds = schema["discriminator"]["propertyName"], schema["discriminator"]["mapping"]
        kind = (value.get(field) if isinstance(value, dict) else None) or schema.get("x-default-kind")
        if kind in kinds:
            name = kinds[kind]
            self._value(value, {"$ref": name if "/" in name else SCHEMAS + name}, place)
        elif kind is None:
            self._note(REFUTED, f"{place}.{field}", "missing")
        else:
            self._note(UNKNOWN, f"{place}.{field}", repr(kind))

    def _either(self, value: Any, kinds: list[Node], place: str) -> None:
        """Read what may be one of several. What an enumeration does not know is noted, even if any number is valid."""
        fitting = [each for each in kinds if _fits(value, each)]
        known = [each for each in fitting if value in each.get("enum", [value])]
        enumerated = [each for each in fitting if "enum" in each]
        if not fitting:
            names = {name for each in kinds for name in types_of(each)}
            self._note(CONTRADICTED, place, f"{TYPES[type(value)]} for {'|'.join(sorted(names))}")
        else:
            self._value(value, (enumerated or known)[0], place)

    def _object(self, value: dict[str, Any], schema: Node, place: str) -> None:
        properties, others = schema.get("properties", {}), schema.get("additionalProperties")
        if not properties and others is None:
            return
        for key in schema.get("required", ()):
            if value.get(key) is None and "null" not in properties.get(key, {}).get("type", ()):
                self._note(REFUTED, f"{place}.{key}", "null" if key in value else "missing")
        for key, each in value.items():
            if key in properties:
                self._value(each, properties[key], f"{place}.{key}")
            elif isinstance(others, dict):
                self._value(each, others, f"{place}.*")
            elif not (place == "$" and self._part(key, each)):
                self._note(UNDECLARED, f"{place}.{key}", "null" if each is None else TYPES[type(each)])

    def _part(self, key: str, value: Any) -> bool:
        part = next((each for each in self._answer.parts if each.name.fullmatch(key)), None)
        if part is None:
            return False
        schema = self._schemas.flat(part.schema)
        # A part lacks the id that its answer has by itself.
        required = [each for each in schema.get("required", ()) if each != "id"]
        self._value(value, {**schema, "required": required}, f"$.{part.place}")
        return True


def _is_day(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return value == ""  # what TMDB sends for a day that it does not know
    return True


def _fits(value: Any, schema: Node) -> bool:
    """Whether a value is of one of the types of a schema; of a constant, whether it is that."""
    if schema.get("type") == "null":
        return False
    if "const" in schema:
        return type(value) is type(schema["const"]) and bool(value == schema["const"])
    types, came = types_of(schema), TYPES[type(value)]
    whole = came == "integer" or (came == "number" and value.is_integer())
    return not types or came in types or (whole and not types.isdisjoint({"integer", "number"}))
