"""The flat form that any model has: a row for each of its results or, where it has none, for the model itself."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING, Annotated, Any, Union, cast, get_args, get_origin, get_type_hints

import attrs
import msgspec

from tmdb_async._generated.types import Kinds, Operation, UnknownMedia
from tmdb_async.operations import item_parameters
from tmdb_async.serialize import to_dict

if TYPE_CHECKING:
    from .tables import Row

Columns = dict[str, type[int | float | str]]

_RESULTS = "results"
# What a person looks for first, in this order.
_READABLE = ("id", "media_type", "name", "title", "release_date", "first_air_date", "air_date", "iso_3166_1", "status")
_FEW = 4


def columns_of(operation: Operation[Any]) -> tuple[Columns, Columns]:
    """Return the columns that hold the arguments of a call, and those that hold what comes."""
    place: Columns = {name: int if each.kind is int else str for name, each in item_parameters(operation).items()}
    fields: Columns = {}
    for model in _rows_of(operation.model):
        for name, kind in _fields(model).items():
            # Rows of different kinds may disagree: a text holds anything.
            fields[name] = kind if fields.get(name, kind) is kind else str
    return place, {name: kind for name, kind in fields.items() if name not in place}


def is_single(model: Any) -> bool:
    """Whether a model is one row."""
    return _rows_of(model) == [model]


def readable(columns: Columns) -> tuple[str, ...]:
    """Return the columns that a person reads first."""
    known = [name for name in _READABLE if name in columns]
    return tuple(known or [*columns][:_FEW])


def rows_with(place: Columns, fields: Columns) -> Callable[[Mapping[str, Any], Any], Iterator[Row]]:
    """Return what makes the rows of an answer."""

    def rows(key: Mapping[str, Any], model: Any) -> Iterator[Row]:
        before = [key.get(name) for name in place]
        for row in _several(model):
            yield (*before, *(_cell(_value(row, name), kind) for name, kind in fields.items()))

    return rows


def _several(model: Any) -> Iterator[Any]:
    if isinstance(model, tuple):
        yield from model
    elif isinstance(found := getattr(model, _RESULTS, None), tuple):
        yield from found
    elif isinstance(found, Mapping):
        by_key = cast("Mapping[str, Any]", found)
        yield from ({"key": key, "value": value} for key, value in by_key.items())
    else:
        yield model


def _rows_of(model: Any) -> list[Any]:
    """Return the types of the rows of a model: more than one where they are of several kinds."""
    if get_origin(model) is not tuple and attrs.has(model):
        hints = get_type_hints(model, include_extras=True)
        if _RESULTS not in hints:
            return [model]
        model = hints[_RESULTS]
        if get_origin(model) is not tuple:
            return [model]
    [item, *_] = get_args(model)
    if get_origin(item) is Annotated:
        kinds = get_args(item)[1]
        return [*dict.fromkeys(kinds.get_models().values())] if isinstance(kinds, Kinds) else [item]
    return [item]


def _fields(model: Any) -> Columns:
    if isinstance(model, type) and attrs.has(model):
        return {name: _kind(hint) for name, hint in get_type_hints(model, include_extras=True).items()}
    if get_origin(model) is not None:  # a map
        return {"key": str, "value": _kind(get_args(model)[-1])}
    return {"value": _kind(model)}


def _kind(hint: Any) -> type[int | float | str]:
    """Return the type of a column for a field; what is nested is a text of JSON."""
    if get_origin(hint) in (Union, types.UnionType):
        [first, *others] = [each for each in get_args(hint) if each is not type(None)]
        return str if others else _kind(first)
    if isinstance(hint, type) and issubclass(hint, (bool, int, IntEnum)):
        return int
    return float if hint is float else str


def _value(row: Any, name: str) -> Any:
    if isinstance(row, Mapping):
        return cast("Mapping[str, Any]", row).get(name)
    if isinstance(row, UnknownMedia):
        return msgspec.json.decode(row.content).get(name)
    return getattr(row, name, None) if attrs.has(cast("type[object]", type(row))) else row


def _cell(value: Any, kind: type) -> int | float | str | None:
    if value is None or (kind is not str and isinstance(value, (int, float))):
        return value if value is None else kind(value)
    if isinstance(value, str):
        return value
    return value.isoformat() if isinstance(value, date) else msgspec.json.encode(_plain(value)).decode()


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in cast("tuple[object, ...]", value)]
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in cast("Mapping[object, object]", value).items()}
    if isinstance(value, UnknownMedia):
        return msgspec.json.decode(value.content)
    return to_dict(value) if attrs.has(cast("type[object]", type(value))) else value
