"""What a caller gave, checked and made into what is sent. Nothing is sent before this has passed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from tmdb_async._generated.types import Operation, Part, Secret, Span
from tmdb_async.transports.transport import Target

from .values import in_body, in_path, in_query, items, numbers

_APPEND = "append_to_response"
_MOST_PARTS = 20


class Defaults(NamedTuple):
    """What a client fills in where a call leaves it out."""

    language: str | None
    session: Mapping[str, Secret]
    """One session by the name of its parameter, or none."""
    timeout: float
    """Seconds for each attempt."""
    max_retries: int
    """How many attempts may follow the first."""


class Asked(NamedTuple):
    """A part that is appended to an answer."""

    name: str
    """Its name, as it is asked for and as the answer has it."""
    part: Part
    number: int | None
    """Which one, of a part that there is for each number."""


class Request(NamedTuple):
    """What is asked for."""

    arguments: Mapping[str, object]
    target: Target
    parts: list[Asked]
    """What is appended to the answer."""


def build_request(operation: Operation[Any], arguments: Mapping[str, object], defaults: Defaults) -> Request:
    """Check the arguments of a call, fill in the client's defaults and return what is asked for.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: An argument is out of range or malformed, or the session is missing.
    """
    path: dict[str, str] = {}
    query: dict[str, str | Secret] = {}
    body: dict[str, object] = {}
    hidden: list[Secret] = []
    numbered: dict[str, list[int]] = {}
    for name, parameter in operation.parameters.items():
        value = arguments[name]
        if value is None and not parameter.required:
            continue
        if parameter.place == "query":
            if sent := in_query(name, value, parameter):
                query[parameter.name] = sent
            continue
        if isinstance(value, Secret):
            hidden.append(value)
        if parameter.place == "path":
            path[parameter.name] = in_path(name, value, parameter)
        elif parameter.place == "body":
            body[parameter.name] = in_body(name, value, parameter)
        else:
            numbered[name] = numbers(name, value, parameter)
    if defaults.language is not None and "language" in operation.query_parameters:
        query.setdefault("language", defaults.language)
    parts = _append(operation, query, numbered) if operation.parts else []
    _fill_session(
        operation, query, defaults, needed=operation.needs_session or any(part.part.needs_session for part in parts)
    )
    if operation.span is not None:
        _check_span(operation.span, arguments)
    target = Target(_path(operation, path, hidden), query, _json(body) if body else None, hidden)
    return Request(arguments, target, parts)


def _path(operation: Operation[Any], values: Mapping[str, str], hidden: list[Secret]) -> str | Secret:
    template = operation.path
    left_out = [name for name in operation.path_parameters if name not in values]
    for name in left_out:  # always the last one: without it the path is of the whole
        template = template.removesuffix(f"/{{{name}}}")
    path = template.format_map(values)
    return Secret(path) if hidden else path


def _json(body: Mapping[str, object]) -> Secret:
    return Secret(json.dumps({name: _revealed(value) for name, value in body.items()}))


def _revealed(value: object) -> object:
    return value.reveal() if isinstance(value, Secret) else value


def _append(
    operation: Operation[Any], query: dict[str, str | Secret], numbered: Mapping[str, list[int]]
) -> list[Asked]:
    """Put the parts that there are for each number to the others, and return them all."""
    by_name = {part.name: part for part in operation.parts}
    asked = [Asked(name, by_name[name], None) for name in items(query.get(_APPEND))]
    for part in operation.parts:
        asked += [Asked(part.named(number), part, number) for number in numbered.get(part.argument, ())]
    if len(asked) > _MOST_PARTS:
        raise ValueError(f"{_APPEND} takes {_MOST_PARTS} parts at most, and not {len(asked)}")
    if asked:
        query[_APPEND] = ",".join(each.name for each in asked)
    return asked


def _fill_session(
    operation: Operation[Any], query: dict[str, str | Secret], defaults: Defaults, *, needed: bool
) -> None:
    names = [each.name for each in operation.query_parameters.values() if each.kind is Secret]
    given = [name for name in names if name in query]
    if needed and not given:
        query |= {name: session for name, session in defaults.session.items() if name in names}
        given = [name for name in names if name in query]
    if len(given) > 1 or (needed and not given):
        problem = "is missing" if not given else "is given twice"
        raise ValueError(f"the session {problem}: pass {' or '.join(names)} to the call or to the client")


def _check_span(span: Span, arguments: Mapping[str, object]) -> None:
    start, end = arguments[span.start], arguments[span.end]
    if isinstance(start, date) and isinstance(end, date) and not 0 <= (end - start).days <= span.days:
        raise ValueError(f"{span.start} and {span.end} must be up to {span.days} days apart, and are {start} and {end}")
