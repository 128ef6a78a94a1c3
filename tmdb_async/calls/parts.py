"""An answer with parts that were appended to it, each of which is the answer of another operation without its id."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from typing import Any, TypeVar

import msgspec

from tmdb_async._generated.types import Operation
from tmdb_async.errors import ResponseError

from .arguments import Asked
from .decode import decode
from .parts_at_once import decode_at_once, id_of

T = TypeVar("T")

_NULL = b"null"


def decode_with_parts(operation: Operation[T], body: bytes, parts: Sequence[Asked]) -> T:
    """Build the model from the body of a success, and the models of its parts.

    A part that TMDB left out is left out here: an attribute is then None, and a mapping has no such number.

    Raises:
        ResponseError: The body, or a part of it, is no JSON or not the model's.
    """
    decoded: tuple[T, list[Any]] | None = None
    with suppress(ValueError, RecursionError):
        decoded = decode_at_once(operation, body, parts)
    model, found = decoded or _decode_each(operation, body, parts)
    numbered: dict[str, dict[int, Any]] = {}
    for asked, part in zip(parts, found, strict=True):
        if part is None:
            continue
        if asked.number is None:
            # It is frozen, and nobody has it yet.
            object.__setattr__(model, asked.part.field, part)
        else:
            numbered.setdefault(asked.part.field, {})[asked.number] = part
    for field, by_number in numbered.items():
        object.__setattr__(model, field, by_number)
    return model


def _decode_each(operation: Operation[T], body: bytes, parts: Sequence[Asked]) -> tuple[T, list[Any]]:
    """Build each model by itself, so that only one that is not quite right is mended; an error says which one it is."""
    values = decode(dict[str, msgspec.Raw], body)
    # Also without what was not asked for and came: it would lack its id, and cost the answer.
    names = {*(asked.name for asked in parts), *(part.name for part in operation.parts)}
    own = b",".join(b"".join((_key(name), raw)) for name, raw in values.items() if name not in names)
    model = _decode(operation.model, b"{%b}" % own, body, "$")
    found: list[Any] = []
    for asked in parts:
        raw = bytes(values.get(asked.name, _NULL))
        if raw == _NULL:
            found.append(None)
            continue
        part = _with_id(raw, id_of(model, asked))
        found.append(_decode(asked.part.get_model(), part, body, f"$['{asked.name}']"))
    return model, found


@cache
def _key(name: str) -> bytes:
    return msgspec.json.encode(name) + b":"


def _decode(model: type[T], part: bytes, body: bytes, place: str) -> T:
    """Build the model of a part of a body; an error says where it is in the whole."""
    try:
        return decode(model, part)
    except ResponseError as error:
        path = place + error.path.removeprefix("$")
        message = error.args[0].replace(f"(at {error.path})", f"(at {path})")
        raise ResponseError(message, path=path, body=body, cut_short=error.cut_short) from error.__cause__


def _with_id(part: bytes, id_: int | None) -> bytes:
    """Return a part with an id before what it has: one of its own would come after it, and count."""
    if id_ is None or not part.startswith(b"{"):
        return part
    rest = part[1:].lstrip()
    return b'{"id":%d%s%s' % (id_, b"" if rest.startswith(b"}") else b",", rest)
