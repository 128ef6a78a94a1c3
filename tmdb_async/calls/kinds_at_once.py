"""Rows of several kinds in one pass over their bytes: the first way into a model that holds some.

The models are attrs classes, which msgspec does not tell apart by a field. It does so with structs of its own: each
model with such rows somewhere in it has one with the same fields, which is decoded in its place and copied into it.

It is for a body that is quite what the models say, with kinds that are known. Any other is refused, in words for
nobody: in the second way, of `Kinds`, each row is read by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from operator import methodcaller
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import attrs
import msgspec

from tmdb_async._generated.types import Kinds

from .hints import types_of

_Make = Callable[[Any], Any]

_build: _Make = methodcaller("build")


class _HoldsItselfError(Exception):
    """A model is somewhere in itself: its struct would never be done."""


def way_at_once(model: type[Any]) -> Callable[[bytes], Any] | None:
    """Return what decodes a model with rows of several kinds; None for a model without, or one that holds itself.

    It raises ValueError where the second way has to be tried, and RecursionError for JSON that is nested too deeply.
    """
    try:
        struct = _struct_of(model, ()) if attrs.has(model) else None
    except _HoldsItselfError:
        return None
    if struct is None:
        return None
    decode = msgspec.json.Decoder(struct).decode
    return lambda body: decode(body).build()


def _struct_of(model: type[Any], within: tuple[type, ...], tag: str | None = None, kind: str | None = None) -> Any:
    """Return the struct of a model; None where the model itself does, since no row of several kinds is in it.

    Args:
        model: The model.
        within: The models that it is in.
        tag: The field that tells its kind, if it is one of several.
        kind: What the field says then.
    """
    if model in within:
        raise _HoldsItselfError
    kinds = types_of(model)
    fields = [each for each in attrs.fields(model) if each.name != tag]
    found = {each.name: _replaced(kinds[each.name], (*within, model)) for each in fields}
    if tag is None and not any(found.values()):
        return None
    members: list[Any] = []
    makers: list[tuple[int, _Make]] = []
    for index, each in enumerate(fields):
        type_, make = found[each.name] or (kinds[each.name], None)
        members.append((each.name, type_, *_default(each)))
        if make is not None:
            makers.append((index, make))
    build = builder(model, [each.name for each in fields], makers, tag, kind)
    # They live for a moment and are in no cycle: the garbage collector need not know them.
    return msgspec.defstruct(
        model.__name__, members, kw_only=True, tag_field=tag, tag=kind, gc=False, namespace={"build": build}
    )


def _replaced(type_: Any, within: tuple[type, ...]) -> tuple[Any, _Make] | None:
    """Return a type with structs in the place of models, and what makes models of its values; None for no change."""
    origin, inside = get_origin(type_), get_args(type_)
    if origin is Annotated and isinstance(inside[1], Kinds):
        kinds = inside[1]
        structs = [_struct_of(model, within, kinds.tag, kind) for kind, model in kinds.get_models().items()]
        return Union[tuple(structs)], _build  # noqa: UP007 - how many there are is known when it runs
    if isinstance(type_, type) and attrs.has(type_):
        struct = _struct_of(type_, within)
        return None if struct is None else (struct, _build)
    if origin is tuple and inside[1:] == (Ellipsis,) and (found := _replaced(inside[0], within)):
        return tuple[found[0], ...], partial(_build_all, found[1])  # type: ignore[valid-type]
    if origin in (Union, UnionType) and inside[1:] == (NoneType,) and (found := _replaced(inside[0], within)):
        return found[0] | None, partial(_build_some, found[1])
    return None


def _build_all(make: _Make, values: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(map(make, values))


def _build_some(make: _Make, value: Any) -> Any:
    return None if value is None else make(value)


def declared(model: type[Any], fields: Iterable[attrs.Attribute[Any]]) -> list[tuple[Any, ...]]:
    """Return what a struct is made of that has fields of a model."""
    return [(each.name, types_of(model)[each.name], *_default(each)) for each in fields]


def _default(field: attrs.Attribute[Any]) -> tuple[Any, ...]:
    if field.default is attrs.NOTHING:
        return ()
    default: Any = field.default
    return (msgspec.field(default_factory=default.factory) if hasattr(default, "factory") else default,)


def builder(
    model: type[Any],
    names: list[str],
    makers: Sequence[tuple[int, _Make]] = (),
    tag: str | None = None,
    kind: str | None = None,
) -> _Make:
    """Return what copies a struct into its model, which is frozen: past its `__init__`, that sorts the names again.

    Args:
        model: The model.
        names: The fields that the struct begins with.
        makers: What makes models of some of the values, by their places.
        tag: The field that tells the model's kind, if it is one of several.
        kind: What the field says then.
    """
    new, values_of = object.__new__, msgspec.structs.astuple
    setters = [getattr(model, name).__set__ for name in names]
    set_kind = getattr(model, tag).__set__ if tag else None

    def build(struct: Any) -> Any:
        made = new(model)
        values = values_of(struct)
        for set_, value in zip(setters, values):  # noqa: B905 - to say `strict` takes as long as to set three of them
            set_(made, value)
        if set_kind:
            set_kind(made, kind)
        if makers:
            for index, make in makers:
                setters[index](made, make(values[index]))
        return made

    return build
