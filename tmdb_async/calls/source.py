"""What answers are put together from: another operation's answers, of which no more is read than is taken."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cache
from types import GenericAlias
from typing import Any, get_args, get_type_hints

from tmdb_async._generated.types import Assembly, Operation, Part, Taken

from .arguments import Asked
from .parts import decode_with_parts


@cache
def source_of(operation: Operation[Any]) -> Operation[Any]:
    """Return the operation to send for the answers of another one, whose model has what these are made of and no more.

    What they are not made of costs no time, and cannot be wrong: a part that its source does not list has no id.
    """
    assembly = assembly_of(operation)
    source = assembly.get_source()
    taken = {each.argument: each for each in (assembly.rows, *assembly.shared)}
    parts = tuple(part for part in source.parts if part.argument in taken)
    fields = {*source.repeats, *(part.ids for part in parts), *(part.field for part in parts)}
    narrow = [_narrow_part(part, taken[part.argument]) for part in parts]
    model = _narrow(source.model, fields)
    return replace(source, get_model=lambda: model, parts=tuple(narrow))


def read(operation: Operation[Any], body: bytes) -> Any:
    """Build the model of `source_of` from a body of it, with all parts that the body has.

    Raises:
        ResponseError: The body is no JSON or not the model's.
    """
    import msgspec

    from .decode import decode

    source = source_of(operation)
    names = decode(dict[str, msgspec.Raw], body).keys()
    asked = [
        Asked(name, part, int(match[1]))
        for part in source.parts
        for name in names
        if (match := _pattern(part.name).fullmatch(name))
    ]
    return decode_with_parts(source, body, asked)


def assembly_of(operation: Operation[Any]) -> Assembly:
    if operation.assembly is None:
        raise TypeError(f"{operation.name} is not put together from another operation")
    return operation.assembly


@cache
def _pattern(name: str) -> re.Pattern[str]:
    before, _, rest = name.partition("{")
    return re.compile(f"{re.escape(before)}([0-9]{{1,9}}){re.escape(rest.partition('}')[2])}")


def _narrow_part(part: Part, taken: Taken) -> Part:
    model = part.get_model()
    if not taken.rows:
        narrow = _narrow(model, {*taken.fields})
    else:
        [row, _] = get_args(get_type_hints(model)[taken.rows])
        rows = GenericAlias(tuple, (_narrow(row, {*taken.fields, taken.row_number}), ...))
        narrow = _narrow(model, {taken.rows}, {taken.rows: rows})
    return part._replace(get_model=lambda: narrow)


def _narrow(model: Any, names: Collection[str], kinds: Mapping[str, Any] | None = None) -> Any:
    """Return a model with some fields of another one, of which some may be of other kinds."""
    import attrs

    hints = {**get_type_hints(model, include_extras=True), **(kinds or {})}
    fields = {
        field.name: attrs.field(default=field.default, type=hints[field.name])
        for field in attrs.fields(model)
        if field.name in names
    }
    return attrs.make_class(model.__name__, fields, frozen=True, slots=True, kw_only=True, eq=False)
