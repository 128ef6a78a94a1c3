"""What a request carries, and whether TMDB takes it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from .document import Document, Operation, Parameter
from .parameters import accepts, accepts_body
from .responses import RefusedError

APPEND = "append_to_response"
# The codes for parameters of the query that TMDB has a code of its own for.
CODES = {"page": 22, APPEND: 27}


@attrs.frozen(kw_only=True)
class Asked:
    """What a request carries.

    Attributes:
        path: The path's parameters, decoded.
        query: The query's parameters, decoded, in their order.
        body: The body.
        authorization: The `Authorization` header.
    """

    path: Mapping[str, str]
    query: Sequence[tuple[str, str]]
    body: bytes = b""
    authorization: str | None = None


def values_of(document: Document, operation: Operation, asked: Asked) -> dict[str, Any]:
    """Return all that a request says, by name: integers of the path as such, all else of path and query as text.

    What the operation does not know is left out, as TMDB ignores it.

    Raises:
        RefusedError: Something is not as the document says.
    """
    path = dict[str, Any](asked.path)
    for each in operation.path_parameters:
        if each.name in path:
            if not accepts(document, each.schema, path[each.name]):
                raise RefusedError(6)
            if each.is_integer:
                path[each.name] = int(path[each.name])
    query = dict[str, str]()
    for each in operation.query_parameters:
        texts = [text for name, text in asked.query if name == each.name]
        if texts and not (len(texts) == 1 and _is_taken(document, each, texts[0])):
            raise RefusedError(CODES.get(each.name, 5))
        if texts:
            query[each.name] = texts[0]
        elif each.required:
            raise RefusedError(5)
    return {**query, **_body(operation, asked.body), **path}


def _is_taken(document: Document, parameter: Parameter, text: str) -> bool:
    if parameter.name == APPEND:  # what is no part is left out of the answer in silence
        return text.count(",") < int(parameter.schema["maxItems"])
    return accepts(document, parameter.schema, text)


def _body(operation: Operation, body: bytes) -> dict[str, Any]:
    if operation.body is None:
        return {}
    try:
        values: Any = json.loads(body)
    except ValueError:
        raise RefusedError(5) from None
    if not accepts_body(operation.body, values):
        raise RefusedError(5)
    return {name: value for name, value in values.items() if name in operation.body["properties"]}
