"""Days that are an empty text, the most common reason by far for a body to be refused: null in its bytes instead.

It takes a tenth of the time of `mend`, and does the same. `,"release_date":""` is a field and its value wherever it
stands in JSON: within a text each quote comes after a backslash, and no text ends before a letter.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date
from functools import cache
from types import NoneType
from typing import Annotated, Any, cast, get_args, get_origin

import attrs

from tmdb_async._generated.types import Kinds

from .hints import types_of


class _UnclearError(Exception):
    """A model takes values of any type, texts by names that nobody knows, or itself."""


def without_empty_days(model: type[Any], body: bytes) -> bytes:
    """Return a body with null for each empty text that the model takes as a day or null.

    Nothing else is touched that a model could hold. Fields whose values are no such days in all places are left alone.
    """
    for empty, null in _replacements(cast("Hashable", model)):
        body = body.replace(empty, null)
    return body


@cache
def _replacements(model: Hashable) -> tuple[tuple[bytes, bytes], ...]:
    days: set[str] = set()
    others: set[str] = set()
    try:
        _collect(model, days, others, ())
    except _UnclearError:
        return ()
    return tuple(
        (f'{before}"{name}":""'.encode(), f'{before}"{name}":null'.encode())
        for name in sorted(days - others)
        for before in ",{"
    )


def _collect(kind: Any, days: set[str], others: set[str], within: tuple[Any, ...]) -> None:
    """Sort the names of all fields in a type: those that are a day or null, and all others."""
    inside = get_args(kind)
    if kind is Any or kind in within:
        raise _UnclearError
    if get_origin(kind) is Annotated and isinstance(inside[1], Kinds):
        inside = (*inside[1].get_models().values(),)
    elif get_origin(kind) in (dict, Mapping):
        inside = inside[1:]
        if not attrs.has(inside[0]):
            raise _UnclearError
    for each in inside:
        _collect(each, days, others, within)
    if isinstance(kind, type) and attrs.has(kind):
        for name, type_ in types_of(kind).items():
            (days if _is_day_or_null(type_) else others).add(name)
            _collect(type_, days, others, (*within, kind))


def _is_day_or_null(kind: Any) -> bool:
    day, *rest = get_args(kind) or (kind,)
    return isinstance(day, type) and issubclass(day, date) and rest == [NoneType]
