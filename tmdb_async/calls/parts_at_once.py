"""An answer with its parts in one pass over its bytes: the first way into their models.

It is for a body that is quite what the models say. Any other is refused, in words for nobody: the second way, part by
part, mends it or tells what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple, NotRequired, TypedDict, TypeVar, cast, get_origin

import attrs
import msgspec

from tmdb_async._generated.types import Operation

from .arguments import Asked
from .hints import types_of

T = TypeVar("T")

# How many choices of parts are remembered. To look at a new one takes as long as to decode a body or two.
_CHOICES = 128


class _Way(NamedTuple):
    decode: Callable[[bytes], dict[str, Any]]
    """What decodes all fields, each into its type, and of each part its fields."""
    models: tuple[type[attrs.AttrsInstance], ...]
    with_id: tuple[bool, ...]
    """Whether the models of the parts have an id."""


def decode_at_once(operation: Operation[T], body: bytes, parts: Sequence[Asked]) -> tuple[T, list[Any]]:
    """Build the model from the body of a success, and the models of its parts: None for one that TMDB left out.

    Raises:
        ValueError: The body is no JSON or not quite the models', or the id of a part is not known.
        RecursionError: The JSON is nested too deeply.
    """
    way = _way(operation, *parts)
    values = way.decode(body)
    found = [values.pop(asked.name, None) for asked in parts]
    model = operation.model(**values)
    made: list[Any] = []
    for asked, part, of, with_id in zip(parts, found, way.models, way.with_id, strict=True):
        if part is None:
            made.append(None)
            continue
        if with_id and "id" not in part:
            part["id"] = id_of(model, asked)
            if part["id"] is None:
                raise ValueError(f"nobody knows the id of {asked.name}")
        made.append(of(**part))
    return model, made


def id_of(model: Any, asked: Asked) -> int | None:
    """Return the id of what a part is about: that of the answer, or that of the one with the part's number."""
    if asked.number is None:
        found: int | None = getattr(model, "id", None)
        return found
    rows = getattr(model, asked.part.ids)
    return next((row.id for row in rows if getattr(row, asked.part.number) == asked.number), None)


@lru_cache(_CHOICES)
def _way(operation: Operation[Any], *parts: Asked) -> _Way:
    models = tuple(asked.part.get_model() for asked in parts)
    # Also without what was not asked for and came: it would lack its id, and cost the answer.
    names = {part.name for part in operation.parts}
    own = _fields(cast("Any", operation.model))
    fields = {name: kind for name, kind in own.items() if name not in names}
    fields |= {asked.name: NotRequired[_part(model) | None] for asked, model in zip(parts, models, strict=True)}
    with_id = tuple("id" in _fields(model) for model in models)
    return _Way(msgspec.json.Decoder(_typed_dict(fields)).decode, models, with_id)


@cache
def _part(model: type[attrs.AttrsInstance]) -> Any:
    """Return the type of a part's fields, of which the id may be missing."""
    fields = _fields(model)
    if (kind := fields.get("id")) is not None and get_origin(kind) is not NotRequired:
        fields = {**fields, "id": NotRequired[kind]}
    return _typed_dict(fields)


@cache
def _fields(model: Any) -> dict[str, Any]:
    """Return the types of a model's fields by their names, those with a default marked."""
    kinds = types_of(model)
    return {
        each.name: kinds[each.name] if each.default is attrs.NOTHING else NotRequired[kinds[each.name]]
        for each in attrs.fields(model)
    }


def _typed_dict(fields: dict[str, Any]) -> Any:
    # A type of its own to checkers, who want to see its fields.
    make = cast("Callable[[str, dict[str, Any]], Any]", TypedDict)
    return make("Fields", fields)
