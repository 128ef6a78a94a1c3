"""What the sandbox answers: pure decisions from an operation and what a request carries, without any I/O."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

import attrs

from .bodies import INT32, Place, synthetic
from .document import Document, Operation, Parameter, encode
from .parameters import accepts

V3_KEY = re.compile(r"[0-9a-fA-F]{32}")
BEARER = re.compile(r"bearer +([A-Za-z0-9._~+/-]+=*)", re.IGNORECASE)
SESSIONS = {"session_id", "guest_session_id"}

# TMDB's codes, each with its HTTP status and its message.
FAILURES = {
    3: (401, "Authentication failed: You do not have permissions to access the service."),
    5: (422, "Invalid parameters: Your request parameters are incorrect."),
    6: (404, "Invalid id: The pre-requisite id is invalid or not found."),
    7: (401, "Invalid API key: You must be granted a valid key."),
    34: (404, "The resource you requested could not be found."),
    42: (405, "This request method is not supported for this resource."),
}


@attrs.frozen
class Answer:
    """A whole HTTP answer: its status, its headers beside `Content-Type` and `Content-Length`, and its body."""

    status: int
    body: bytes
    headers: Mapping[str, str] = attrs.field(factory=dict[str, str])


def failure(code: int, headers: Mapping[str, str] | None = None) -> Answer:
    """Return TMDB's answer with one of the codes in `FAILURES`."""
    status, message = FAILURES[code]
    return Answer(status, _envelope(code, message), headers or {})


def too_many(what: str, count: int, limit: int) -> Answer:
    """Return TMDB's answer with code 25. It says nothing of how long to wait, as TMDB's own often does not."""
    return Answer(429, _envelope(25, f"Your {what} count ({count}) is over the allowed limit of {limit}."))


def is_v3_key(credential: str) -> bool:
    """Return whether a credential is a v3 key, which TMDB takes as `api_key` alone and never as a bearer token."""
    return V3_KEY.fullmatch(credential) is not None


def permits(token: str | None, authorization: str | None, api_key: str | None) -> bool:
    """Return whether a request's credential opens the sandbox. An `Authorization` header, once sent, decides alone.

    Args:
        token: The only credential that is accepted; `None` accepts every one of the right form.
        authorization: The request's `Authorization` header.
        api_key: The request's query parameter `api_key`.
    """
    if authorization is None:
        return api_key is not None and is_v3_key(api_key) and token in {None, api_key}
    bearer = BEARER.fullmatch(authorization)
    return bearer is not None and not is_v3_key(bearer[1]) and token in {None, bearer[1]}


def answer(
    document: Document,
    operation: Operation,
    *,
    path: Mapping[str, str],
    query: Sequence[tuple[str, str]],
    authorization: str | None,
    token: str | None,
) -> Answer:
    """Answer one request, with a success or with the failure that TMDB would send.

    Args:
        document: The document that the operation is from.
        operation: What is asked for.
        path: The path's parameters, decoded.
        query: The query's parameters, decoded, in their order.
        authorization: The `Authorization` header.
        token: The only credential that is accepted; `None` accepts every one of the right form.
    """
    refused = _refused(document, operation, path=path, query=query, authorization=authorization, token=token)
    if refused is not None:
        return failure(refused)
    declared = _parameters(operation, "path")
    integers = {parameter.name: int(path[parameter.name]) for parameter in declared if parameter.is_integer}
    texts = {**path, **{name: str(number) for name, number in integers.items()}}
    body = operation.example({**dict(query), **texts})
    if body is None:
        if any(number > INT32 or str(number).endswith("404") for number in integers.values()):
            return failure(34)
        made = synthetic(document, operation.schema, Place(f"{operation.method} {operation.path.format_map(texts)}"))
        if len(declared) == len(integers) == 1 and "id" in document.resolve(operation.schema).get("properties", ()):
            # What has one id only is the thing itself; with several, TMDB's answer carries an id of its own.
            made["id"] = next(iter(integers.values()))
        body = encode(made)
    etag = hashlib.blake2b(body, digest_size=16).hexdigest()
    return Answer(operation.status, body, {"Cache-Control": "public, max-age=14400", "ETag": f'W/"{etag}"'})


def _refused(
    document: Document,
    operation: Operation,
    *,
    path: Mapping[str, str],
    query: Sequence[tuple[str, str]],
    authorization: str | None,
    token: str | None,
) -> int | None:
    """Return the code of what is wrong with the request itself, or `None`."""
    sent = dict(query)
    if operation.protected and not permits(token, authorization, sent.get("api_key")):
        return 7
    if not all(accepts(document, each.schema, path[each.name]) for each in _parameters(operation, "path")):
        return 6
    asked = _parameters(operation, "query")
    if not all(_is_valid(document, parameter, query) for parameter in asked):
        return 5
    sessions = SESSIONS & {parameter.name for parameter in asked}
    if sessions and not sessions & sent.keys():
        return 3
    return None


def _parameters(operation: Operation, place: str) -> list[Parameter]:
    return [parameter for parameter in operation.parameters if parameter.place == place]


def _is_valid(document: Document, parameter: Parameter, query: Sequence[tuple[str, str]]) -> bool:
    texts = [text for name, text in query if name == parameter.name]
    if not texts:
        return not parameter.required
    return len(texts) == 1 and accepts(document, parameter.schema, texts[0])


def _envelope(code: int, message: str) -> bytes:
    return encode({"success": False, "status_code": code, "status_message": message})
