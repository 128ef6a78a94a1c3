"""All real bodies that lie beside the repository, of every operation, held against the models."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

import attrs
import pytest

from tmdb_async import ResponseError
from tmdb_async._generated.types import Operation, UnknownMedia
from tmdb_async.calls.arguments import Asked
from tmdb_async.calls.decode import decode, tells_of_failure
from tmdb_async.calls.parts import decode_with_parts
from tmdb_async.sandbox.document import Document

from .conftest import SHARED, generated_operations

pytestmark = pytest.mark.unmeasured

FOLDER = SHARED / "bodies"
PAGE = re.compile(r"developer\.themoviedb\.org/reference/([\w-]+)")
REAL = {"recorded", "fixture"}

# Where a body is refused, and why.
REFUSED = {
    "tv-series-details/02.json": "of 2014, when TMDB sent `popularity` as a text: a number as text is refused",
    "keyword-details/04.json": "its keys were written anew by who kept it",
    "person-movie-credits/03.json": "series among the films, from all credits of a person",
    "search-person/05.json": "films among the persons, from a search for all kinds",
}
# Bodies that came as parts of details, which lack their id.
PARTS = {
    *("tv-series-credits/04.json", "tv-series-keywords/05.json", "tv-series-videos/05.json", "movie-videos/07.json"),
    "person-images/04.json",
}
# Fields that occur in a tenth of the bodies and are declared nowhere, with the reason.
UNDECLARED = {
    ("tv_seasons.details", "_id"): "TMDB's internal id of a season; attrs would take its underscore away",
    ("movies.images", "profiles"): "in one body alone, of a client that keeps all kinds of images together",
    ("tv_episodes.details", "watch/providers"): "TMDB appends it to an episode, and has no operation for it",
}
# What is asked for by number has no name of its own.
NUMBERED = "season/"


class Body(NamedTuple):
    """A body, and the operation that it answers."""

    name: str
    operation: Operation[Any]
    content: bytes


@cache
def operations_by_page() -> Mapping[str, Operation[Any]]:
    """The operations by TMDB's own names, which the addresses of its pages end with."""
    found = generated_operations()
    return {
        PAGE.findall(operation["description"])[-1]: found[operation["operationId"]]
        for item in Document.bundled().content["paths"].values()
        for operation in item.values()
    }


def with_id(name: str, content: bytes) -> bytes:
    return json.dumps({"id": 1, **json.loads(content)}).encode() if name in PARTS else content


def bodies() -> list[Body]:
    """The real bodies of the operations that there are; none where the folder is missing."""
    if not FOLDER.is_dir():
        return []
    with (FOLDER / "INDEX.tsv").open(encoding="utf-8") as index:
        rows = [row for row in csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE) if row["kind"] in REAL]
    known = operations_by_page()
    return [
        Body(row["file"], known[page], with_id(row["file"], (FOLDER / row["file"]).read_bytes()))
        for row in rows
        if (page := row["file"].partition("/")[0]) in known
    ]


BODIES = bodies()


def model_of(body: Body) -> Any:
    """The model of a body, with the parts that were appended to it."""
    content = json.loads(body.content)
    keys = [*content] if isinstance(content, dict) else []
    parts = [
        Asked(key, part, int(match[1]) if part.numbered else None)
        for part in body.operation.parts
        for key in keys
        if (match := re.fullmatch(re.sub(r"\{\w+\}", "([0-9]+)", part.name), key))
    ]
    if parts:
        return decode_with_parts(body.operation, body.content, parts)
    return decode(body.operation.model, body.content)


def lost(model: Any, value: Any, path: str = "$") -> Iterator[str]:
    """Where a model holds something else than the JSON that it was decoded from, as far as it declares it."""
    if isinstance(model, tuple) and isinstance(value, list) and len(model) == len(value):
        for index, (item, row) in enumerate(zip(model, value, strict=True)):
            yield from lost(item, row, f"{path}[{index}]")
    elif isinstance(model, Mapping) and isinstance(value, dict):
        for key, each in model.items():
            yield from lost(each, value[str(key)], f"{path}.{key}")
    elif attrs.has(type(model)) and isinstance(value, dict):
        for name in attrs.fields_dict(type(model)):
            wire = name if name in value else name.replace("_", "/")
            if value.get(wire) is not None:
                yield from lost(getattr(model, name), value[wire], f"{path}.{name}")
    elif not is_the_same(model, value):
        yield f"{path}: {model!r} for {value!r}"


def is_the_same(model: Any, value: Any) -> bool:
    """Whether a model without parts is what a value says; an empty text is no day."""
    if isinstance(model, UnknownMedia):
        return bool(json.loads(model.content) == value)
    if isinstance(model, date):  # a time is one too
        return isinstance(value, str) and model == type(model).fromisoformat(value)
    return bool(model == value) or (model is None and value == "")


def undeclared(model: Any, value: object, path: str, seen: Counter[str], missed: Counter[tuple[str, str]]) -> None:
    """Count the objects at each place, and the keys in them that their models do not declare."""
    if attrs.has(type(model)) and isinstance(value, dict):
        names = attrs.fields_dict(type(model))
        known = {*names, *(name.replace("_", "/") for name in names)}
        seen[path] += 1
        for key in value.keys() - known:
            missed[path, key] += 1
        for key in names.keys() & value.keys():
            undeclared(getattr(model, key), value[key], f"{path}.{key}", seen, missed)
    elif isinstance(model, tuple) and isinstance(value, list):
        for item, row in zip(model, value, strict=False):
            undeclared(item, row, f"{path}[]", seen, missed)
    elif isinstance(model, Mapping) and isinstance(value, dict):
        for key, each in model.items():
            undeclared(each, value[key], f"{path}{{}}", seen, missed)


@pytest.fixture(scope="module")
def models() -> list[tuple[Body, Any]]:
    """Each body that is a success, with its model."""
    return [
        (body, model_of(body)) for body in BODIES if body.name not in REFUSED and not tells_of_failure(body.content)
    ]


def test_every_real_body_decodes() -> None:
    """Whatever TMDB was seen to send, back to 2013; what is refused is named here, and no more is."""
    failed: dict[str, str] = {}
    for body in BODIES:
        if not tells_of_failure(body.content):
            try:
                model_of(body)
            except ResponseError as error:
                failed[body.name] = str(error)
    known = {body.name for body in BODIES}
    assert {name: words for name, words in failed.items() if name not in REFUSED} == {}
    assert failed.keys() == REFUSED.keys() & known


def test_every_declared_field_is_what_came(models: list[tuple[Body, Any]]) -> None:
    """A number that is whole, a day, an enumeration: all equal to what stands in the body."""
    losses = {body.name: places for body, model in models if (places := list(lost(model, json.loads(body.content))))}
    assert losses == {}


def test_no_field_of_a_tenth_is_undeclared(models: list[tuple[Body, Any]]) -> None:
    """What TMDB sends in one of ten objects of a place is declared there, or there is a reason."""
    places: dict[str, tuple[Counter[str], Counter[tuple[str, str]]]] = {}
    for body, model in models:
        seen, missed = places.setdefault(body.operation.name, (Counter(), Counter()))
        undeclared(model, json.loads(body.content), "$", seen, missed)
    left = [
        f"{name} {path}.{key}: {count} of {seen[path]}"
        for name, (seen, missed) in places.items()
        for (path, key), count in missed.items()
        if count * 10 >= seen[path] and not key.startswith(NUMBERED) and (name, key) not in UNDECLARED
    ]
    assert left == []


def test_many_operations_have_a_real_body() -> None:
    """Where the folder is there, all of it is used."""
    if not BODIES:
        pytest.skip("the bodies are not here")
    assert len({body.operation.name for body in BODIES}) > 90
    assert len(BODIES) > 400
