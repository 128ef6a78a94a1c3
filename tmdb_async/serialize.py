"""Models and errors as plain dictionaries and as JSON, and back."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any, TypeVar, cast, get_type_hints

from . import errors
from ._generated.types import UnknownMedia
from .errors import TMDBError
from .transports.transport import Headers

T = TypeVar("T")


def to_dict(value: object) -> dict[str, Any]:
    """Return a model or an error as a dictionary of plain values, which any serializer takes.

    Args:
        value: A model, such as `TvSeriesCredits`, or a `TMDBError`.

    Returns:
        The fields of the model by their names, with lists for tuples and numbers for enumerations. Of an error its
        class as `type`, its `message`, and its attributes; `body` is text or, where it is no UTF-8, a dictionary with
        its `base64`.

    Raises:
        TypeError: The value is neither.
    """
    if isinstance(value, TMDBError):
        return _error_to_dict(value)
    import attr  # with its first use, here as everywhere in this package

    if isinstance(value, type) or not attr.has(type(value)):
        raise TypeError(f"to_dict takes a model or a TMDBError, not {type(value).__name__}")
    return attr.asdict(cast("Any", value), retain_collection_types=False, value_serializer=_plain)


def to_json(value: object) -> str:
    """Return a model or an error as JSON, on one line: the same as `to_dict`.

    Raises:
        TypeError: The value is neither.
    """
    import msgspec

    return msgspec.json.encode(to_dict(value)).decode()


def from_dict(cls: type[T], data: Mapping[str, Any]) -> T:
    """Return the model or the error that `to_dict` made a dictionary of.

    Args:
        cls: The class of the model, or `TMDBError` for an error of any class.
        data: The dictionary.

    Raises:
        ValueError: The dictionary is of another shape. The message says where.
    """
    if issubclass(cls, TMDBError):
        return cast("T", _error_from_dict(cls, data))
    import msgspec

    # By way of JSON: rows of several kinds are told apart there.
    return msgspec.json.decode(msgspec.json.encode(data), type=cls)


def from_json(cls: type[T], text: str | bytes) -> T:
    """Return the model or the error that `to_json` made JSON of.

    Args:
        cls: The class of the model, or `TMDBError` for an error of any class.
        text: The JSON.

    Raises:
        ValueError: It is no JSON, or of another shape. The message says where.
    """
    import msgspec

    return from_dict(cls, msgspec.json.decode(text, type=dict[str, Any]))


def _plain(_: object, __: object, value: object) -> object:
    if isinstance(value, UnknownMedia):
        import msgspec

        return msgspec.json.decode(value.content)
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _error_to_dict(error: TMDBError) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "type": type(error).__name__,
        "message": error.args[0],
        "operation": error.operation,
        "attempts": error.attempts,
        **vars(error),
    }
    if "headers" in fields:
        fields["headers"] = dict(fields["headers"])
    if "body" in fields:
        fields["body"] = _to_text(fields["body"])
    return fields


def _error_from_dict(cls: type[TMDBError], data: Mapping[str, Any]) -> TMDBError:
    fields = dict(data)
    kinds = {name: kind for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, cls)}
    try:
        named, message = kinds[fields.pop("type")], fields.pop("message")
        # What the class has a default for is no argument of it.
        others = {name: fields.pop(name) for name in get_type_hints(named) if name in fields}
        if "body" in fields:
            fields["body"] = _from_text(fields["body"])
        if "headers" in fields:
            fields["headers"] = Headers(fields["headers"])
        error = named(message, **fields)
    except (AttributeError, LookupError, TypeError, ValueError) as wrong:
        raise ValueError(f"the dictionary is of no {cls.__name__}: {wrong!r}") from wrong
    for name, value in others.items():
        setattr(error, name, value)
    return error


def _to_text(body: bytes) -> str | dict[str, str]:
    try:
        return body.decode()
    except UnicodeDecodeError:
        return {"base64": b64encode(body).decode()}


def _from_text(body: str | dict[str, str]) -> bytes:
    return body.encode() if isinstance(body, str) else b64decode(body["base64"], validate=True)
