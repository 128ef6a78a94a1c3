"""An answer with its parts in one pass over its bytes: the first way into their models.

It is for a body that is quite what the models say. Any other is refused, in words for nobody: the second way, part by
part, mends it or tells what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeVar, cast

import attrs
import msgspec

from tmdb_async._generated.types import Operation

from .arguments import Asked
from .hints import types_of
from .kinds_at_once import builder, declared

T = TypeVar("T")

# How many choices of parts are remembered. To look at a new one takes as long as to decode a body or two.
_CHOICES = 128


class _Part(NamedTuple):
    field: str
    """Where the struct of the whole has it."""
    build: Callable[[Any], Any]
    with_id: bool
    """Whether its model has an id."""


class _Way(NamedTuple):
    decode: Callable[[bytes], Any]
    """What decodes all fields into a struct, with one for each part."""
    build: Callable[[Any], Any]
    parts: list[_Part]


def decode_at_once(operation: Operation[T], body: bytes, parts: Sequence[Asked]) -> tuple[T, list[Any]]:
    """Build the model from the body of a success, and the models of its parts: None for one that TMDB left out.

    Raises:
        ValueError: The body is no JSON or not quite the models', or the id of a part is not known.
        RecursionError: The JSON is nested too deeply.
    """
    way = _way(operation, *parts)
    whole = way.decode(body)
    model = way.build(whole)
    made: list[Any] = []
    for asked, each in zip(parts, way.parts, strict=True):
        part = getattr(whole, each.field)
        if part is not None:
            if each.with_id and part.id is msgspec.UNSET:
                part.id = id_of(model, asked)
                if part.id is None:
                    raise ValueError(f"nobody knows the id of {asked.name}")
            part = each.build(part)
        made.append(part)
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
    model = cast("type[attrs.AttrsInstance]", operation.model)
    # Also without what was not asked for and came: it would lack its id, and cost the answer.
    names = {part.name for part in operation.parts}
    own = [each for each in attrs.fields(model) if each.name not in names]
    structs = [_struct_of(asked.part.get_model()) for asked in parts]
    places = [f"part_{place}" for place, _ in enumerate(parts)]
    struct = msgspec.defstruct(
        model.__name__,
        [
            *declared(model, own),
            *((place, each.type | None, None) for place, each in zip(places, structs, strict=True)),
        ],
        kw_only=True,
        gc=False,
        rename={place: asked.name for place, asked in zip(places, parts, strict=True)},
    )
    copy = _builder(model, own)
    # What is in the place of a part that did not come.
    others = [(getattr(model, each.name).__set__, each.default) for each in attrs.fields(model) if each.name in names]

    def build(whole: Any) -> Any:
        made = copy(whole)
        for set_, default in others:
            set_(made, default)
        return made

    found = [_Part(place, each.build, each.with_id) for place, each in zip(places, structs, strict=True)]
    return _Way(msgspec.json.Decoder(struct).decode, build, found)


class _Struct(NamedTuple):
    type: Any
    build: Callable[[Any], Any]
    with_id: bool


@cache
def _struct_of(model: type[attrs.AttrsInstance]) -> _Struct:
    """Return the struct of a part's fields, of which the id may be missing."""
    fields = attrs.fields(model)
    kinds = {each[0]: each for each in declared(model, fields)}
    if "id" in kinds:
        kinds["id"] = ("id", types_of(model)["id"] | msgspec.UnsetType, msgspec.UNSET)
    struct = msgspec.defstruct(model.__name__, [*kinds.values()], kw_only=True, gc=False)
    return _Struct(struct, _builder(model, fields), "id" in kinds)


def _builder(model: type[attrs.AttrsInstance], fields: Iterable[attrs.Attribute[Any]]) -> Callable[[Any], Any]:
    """Return what copies a struct into its model, and has it read its rows of several kinds."""
    copy = builder(model, [each.name for each in fields])
    read_rows: Callable[[Any], None] | None = getattr(model, "__attrs_post_init__", None)
    if read_rows is None:
        return copy

    def build(struct: Any) -> Any:
        made = copy(struct)
        read_rows(made)
        return made

    return build
