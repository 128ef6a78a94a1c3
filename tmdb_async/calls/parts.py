"""An answer with parts that were appended to it, each of which is the answer of another operation without its id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from tmdb_async._generated.types import Operation
from tmdb_async.errors import ResponseError

from .arguments import Asked
from .decode import decode

T = TypeVar("T")


def decode_with_parts(operation: Operation[T], body: bytes, parts: Sequence[Asked]) -> T:
    """Build the model from the body of a success, and the models of its parts.

    A part that TMDB left out is left out here: an attribute is then None, and a mapping has no such number.

    Raises:
        ResponseError: The body, or a part of it, is no JSON or not the model's.
    """
    import attr
    import msgspec

    values = decode(dict[str, msgspec.Raw], body)
    names = {asked.name for asked in parts}
    own = b",".join(
        msgspec.json.encode(name) + b":" + bytes(value) for name, value in values.items() if name not in names
    )
    model = decode(operation.model, b"{" + own + b"}")
    found: dict[str, Any] = {}
    for asked in parts:
        raw = values.get(asked.name)
        if raw is None or raw == b"null":
            continue
        part = _decode(asked, _with_id(bytes(raw), _id_of(model, asked)), body)
        if asked.number is None:
            found[asked.part.field] = part
        else:
            found.setdefault(asked.part.field, {})[asked.number] = part
    return attr.evolve(model, **found) if found else model  # type: ignore[misc]


def _decode(asked: Asked, body: bytes, whole: bytes) -> Any:
    try:
        return decode(asked.part.get_model(), body)
    except ResponseError as error:
        path = f"$['{asked.name}']{error.path.removeprefix('$')}"
        message = error.args[0].replace(f"(at {error.path})", f"(at {path})")
        raise ResponseError(message, path=path, body=whole, cut_short=error.cut_short) from error.__cause__


def _id_of(model: Any, asked: Asked) -> int | None:
    """Return the id of what a part is about: that of the answer, or that of the one with the part's number."""
    if asked.number is None:
        found: int | None = getattr(model, "id", None)
        return found
    # `season_number` in `season/{season_number}/credits` is what the rows call it too.
    number = asked.part.name.partition("{")[2].partition("}")[0]
    rows = getattr(model, asked.part.ids)
    return next((row.id for row in rows if getattr(row, number) == asked.number), None)


def _with_id(part: bytes, id_: int | None) -> bytes:
    """Return a part with an id before what it has: one of its own would come after it, and count."""
    if id_ is None or not part.startswith(b"{"):
        return part
    rest = part[1:].lstrip()
    return b'{"id":%d%s%s' % (id_, b"" if rest.startswith(b"}") else b",", rest)
