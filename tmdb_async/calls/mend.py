"""What TMDB sends otherwise than its documentation says, and what it means by it: the second way into a model.

A body is decoded into its model directly, and strictly. Only one that is refused comes here. It is read as plain
values, these are walked beside the types of the model and mended, and then all of it is checked as strictly again.

- Null is absence: where the type takes no null and the field has a default, the default stands.
- `2.0` is an integer, 0 and 1 are booleans, and an empty text is no day.

A number as text or a text as number is refused, and so is null where nothing stands for absence.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from functools import cache, cached_property, partial
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, cast, get_args, get_origin

import attrs
import msgspec

from tmdb_async._generated.types import Kinds

from .hints import types_of

T = TypeVar("T")

_Mend = Callable[[Any], Any]


def decode_mended(model: type[T], decode: Callable[[bytes], T], body: bytes) -> T:
    """Build the model from a body that is not quite the model's.

    Args:
        model: The model.
        decode: What builds it from JSON, strictly.
        body: The body.

    Raises:
        ValueError: It is no JSON, or something remains wrong. The words are msgspec's, with the place of what remains.
        RecursionError: The JSON is nested too deeply.
    """
    mend = _mender(cast("Hashable", model))
    plain = msgspec.json.decode(body)
    # As JSON again, in which rows of several kinds are told apart.
    return decode(msgspec.json.encode(plain if mend is None else mend(plain)))


@cache
def _mender(kind: Hashable) -> _Mend | None:
    """Return what mends the values of a type, in place where they are objects or arrays; None where nothing can be.

    A mender leaves alone what is of another shape than its type: to refuse that is not its part.
    """
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _mender_of_union([each for each in inside if each is not NoneType])
    if origin is Annotated and isinstance(inside[1], Kinds):
        kinds = inside[1]
        # Now, since to ask for the models takes longer than to mend a row.
        menders = {kind: _mender(model) for kind, model in kinds.get_models().items()}
        return partial(_mend_kind, kinds.tag, kinds.default or "", menders)
    if origin in _HOLDERS:
        held = _mender(inside[-1] if origin in (dict, Mapping) else inside[0])
        return None if held is None else partial(_HOLDERS[origin], held)
    if not isinstance(kind, type):
        return None
    if attrs.has(kind):
        return _Object(kind)
    return next((mend for of, mend in _SCALARS.items() if issubclass(kind, of)), None)


def _mender_of_union(kinds: list[Any]) -> _Mend | None:
    if len(kinds) == 1:
        return _mender(kinds[0])
    # An object or an array can be meant for one of several types alone. Of numbers and texts nobody could tell.
    menders = [mend for mend in map(_mender, kinds) if mend is not None and mend not in _SCALARS.values()]
    return partial(_mend_in_turn, menders) if menders else None


class _Field(NamedTuple):
    mend: _Mend | None
    takes_null: bool
    has_default: bool


class _Object:
    """Mends the objects of a model, which is looked at with the first of them: models may hold themselves."""

    def __init__(self, model: type[attrs.AttrsInstance]) -> None:
        self._model = model

    @cached_property
    def _fields(self) -> Mapping[str, _Field]:
        kinds = types_of(self._model)
        return {
            field.name: _Field(
                _mender(kinds[field.name]),
                kinds[field.name] is Any or NoneType in get_args(kinds[field.name]),
                field.default is not attrs.NOTHING,
            )
            for field in attrs.fields(self._model)
        }

    def __call__(self, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        values = cast("dict[str, Any]", value)
        fields = self._fields
        for name, item in [*values.items()]:
            if item and type(item) is str:  # most are, and there is nothing to mend
                continue
            field = fields.get(name)
            if field is None:
                continue
            mended = item if field.mend is None else field.mend(item)
            if mended is not None or field.takes_null:
                values[name] = mended
            elif field.has_default:
                del values[name]
        return values


def _mend_items(mend: _Mend, value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return [mend(item) for item in cast("Iterable[Any]", value)]


def _mend_values(mend: _Mend, value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {key: mend(each) for key, each in cast("dict[str, Any]", value).items()}


def _mend_kind(tag: str, default: str, menders: Mapping[str, _Mend | None], value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    row = cast("dict[str, Any]", value)
    kind = row.get(tag) or default
    mend = menders.get(kind) if isinstance(kind, str) else None
    return row if mend is None else mend(row)


def _mend_in_turn(menders: list[_Mend], value: Any) -> Any:
    for mend in menders:
        value = mend(value)
    return value


def _mend_boolean(value: Any) -> Any:
    return bool(value) if type(value) is int and value in (0, 1) else value


def _mend_integer(value: Any) -> Any:
    return int(value) if type(value) is float and value.is_integer() else value


def _mend_day(value: Any) -> Any:
    return None if value == "" else value


# A boolean is an integer to Python, and an enumeration of integers too; a time is a day.
_SCALARS: Mapping[type, _Mend] = {bool: _mend_boolean, int: _mend_integer, date: _mend_day}
_HOLDERS: Mapping[Any, Callable[[_Mend, Any], Any]] = {
    tuple: _mend_items,
    list: _mend_items,
    dict: _mend_values,
    Mapping: _mend_values,
}
