"""What the sandbox answers: decisions from an operation and what a request carries, without any I/O."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from . import lists
from .bodies import INT32, Place, synthetic
from .document import Document, Operation, Parameter, encode
from .effects import Effects
from .parameters import accepts, accepts_body
from .state import State

V3_KEY = re.compile(r"[0-9a-fA-F]{32}")
BEARER = re.compile(r"bearer +([A-Za-z0-9._~+/-]+=*)", re.IGNORECASE)
APPEND = "append_to_response"
# What makes no other list of a list.
SAME_LIST = {"page", "language", "api_key"}

# TMDB's codes, each with its HTTP status and its message.
FAILURES = {
    3: (401, "Authentication failed: You do not have permissions to access the service."),
    5: (422, "Invalid parameters: Your request parameters are incorrect."),
    6: (404, "Invalid id: The pre-requisite id is invalid or not found."),
    33: (401, "Invalid request token: The request token is either expired or invalid."),
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


class Answers:
    """Answers requests for the operations of a document.

    Args:
        document: The document.
        state: What users have done.
        token: The only credential that is accepted; `None` accepts every one of the right form.
    """

    def __init__(self, document: Document, state: State, token: str | None) -> None:
        self._document = document
        self._state = state
        self._token = token
        self._readable = [operation for operation in document.operations() if operation.method == "GET"]

    def answer(self, operation: Operation, asked: Asked) -> Answer:
        """Answer one request, with a success or with the failure that TMDB would send."""
        refused = self._refused(operation, asked)
        if refused is not None:
            return failure(refused)
        values = self._values(operation, asked)
        effects = Effects(self._document, operation, self._state, values)
        refused = effects.refused()
        if refused is not None:
            return failure(refused)
        declared = _parameters(operation, "path")
        numbers = [values[each.name] for each in declared if each.is_integer and each.name in values]
        body = operation.example({name: str(value) for name, value in values.items()})
        if body is None and any(int(number) > INT32 or str(number).endswith("404") for number in numbers):
            return failure(34)
        if body is None or effects or APPEND in values or operation.numbered:
            made = self._made(operation, values) if body is None else json.loads(body)
            made = effects.apply(made)
            if isinstance(made, dict):
                self._append(operation, asked, values, made)
            body = encode(made)
        etag = hashlib.blake2b(body, digest_size=16).hexdigest()
        return Answer(operation.status, body, {"Cache-Control": "public, max-age=14400", "ETag": f'W/"{etag}"'})

    def _values(self, operation: Operation, asked: Asked) -> dict[str, Any]:
        """Return all that a request gives by name: numbers of the path as numbers, the query as text."""
        path = {each.name: each for each in _parameters(operation, "path")}
        numbers = {name: int(text) for name, text in asked.path.items() if path[name].is_integer}
        body = json.loads(asked.body) if operation.body is not None and asked.body else {}
        return {**dict(asked.query), **body, **asked.path, **numbers}

    def _made(self, operation: Operation, values: Mapping[str, Any]) -> Any:
        """Return a synthetic body."""
        document, schema = self._document, operation.schema
        declared = _parameters(operation, "path")
        place = Place(f"{operation.method} {operation.path.format_map(values)}")
        if lists.is_page(document, schema):
            queried = {each.name for each in _parameters(operation, "query") if not each.is_secret} - SAME_LIST
            query = {name: values[name] for name in sorted(queried & values.keys())}
            place = attrs.evolve(place, request=f"{place.request}?{query}" if query else place.request)
            made = lists.page(document, schema, place, int(values.get("page", 1)))
        else:
            number = None
            if len(declared) == 1 and declared[0].is_integer and operation.path.endswith("}"):
                # What has one id only is the thing itself; with several, TMDB's answer carries an id of its own.
                number = values.get(declared[0].name)
            made = synthetic(document, schema, place, number)
        if len(declared) == 1 and declared[0].is_integer and "id" in document.properties(schema):
            made["id"] = values.get(declared[0].name, made.get("id"))
        return made

    def _append(self, operation: Operation, asked: Asked, values: Mapping[str, Any], made: dict[str, Any]) -> None:
        """Append what is asked for, each part without its id; what does not exist is left out in silence."""
        path = operation.path.format_map(values)
        for said in operation.numbered:
            self._number(path, said, made)
        query = [(name, value) for name, value in asked.query if name not in {APPEND, "page"}]
        for name in filter(None, str(values.get(APPEND, "")).split(",")):
            if not self._exists(operation, name, made):
                continue
            for part in self._readable:
                matched = part.match(f"{path}/{name}")
                if matched is not None:
                    answer = self.answer(part, attrs.evolve(asked, path=matched, query=query, body=b""))
                    if answer.status == part.status:
                        made[name] = {key: value for key, value in json.loads(answer.body).items() if key != "id"}
                    break

    def _number(self, path: str, said: Mapping[str, Any], made: dict[str, Any]) -> None:
        """Give the rows of what can be appended by number the ids that the parts have by themselves."""
        name, number = said["part"].partition("{")[0], said["part"].partition("{")[2].partition("}")[0]
        if not said["part"].endswith("}"):
            return
        for row in made[said["ids"]]:
            part = next(each for each in self._readable if each.match(f"{path}/{name}{row[number]}") is not None)
            whole = part.path.format_map({**(part.match(f"{path}/{name}{row[number]}") or {})})
            row["id"] = synthetic(self._document, part.schema, Place(f"GET {whole}"))["id"]

    @staticmethod
    def _exists(operation: Operation, name: str, made: Mapping[str, Any]) -> bool:
        for said in operation.numbered:
            number = said["part"].partition("{")[2].partition("}")[0]
            form = re.escape(said["part"]).replace(re.escape(f"{{{number}}}"), "([0-9]+)")
            if match := re.fullmatch(form, name):
                return any(row[number] == int(match[1]) for row in made[said["ids"]])
        return True

    def _refused(self, operation: Operation, asked: Asked) -> int | None:
        """Return the code of what is wrong with the request itself, or `None`."""
        document, sent = self._document, dict(asked.query)
        if operation.protected and not permits(self._token, asked.authorization, sent.get("api_key")):
            return 7
        in_path = [each for each in _parameters(operation, "path") if each.name in asked.path]
        if not all(accepts(document, each.schema, asked.path[each.name]) for each in in_path):
            return 6
        queried = _parameters(operation, "query")
        if not all(_is_valid(document, parameter, asked.query) for parameter in queried):
            return 5
        if operation.body is not None and not accepts_body(document, operation.body, _json(asked.body)):
            return 5
        sessions = [each.name for each in operation.parameters if each.is_secret]
        words = [value for name, value in [*sent.items(), *asked.path.items()] if name in sessions]
        if (operation.needs_session and not words) or any(map(self._state.is_revoked, words)):
            return 3
        return None


def _json(body: bytes) -> object:
    try:
        found: object = json.loads(body)
    except ValueError:
        return None
    return found


def _parameters(operation: Operation, place: str) -> list[Parameter]:
    return [parameter for parameter in operation.parameters if parameter.place == place]


def _is_valid(document: Document, parameter: Parameter, query: Sequence[tuple[str, str]]) -> bool:
    texts = [text for name, text in query if name == parameter.name]
    if not texts:
        return not parameter.required
    return len(texts) == 1 and accepts(document, parameter.schema, texts[0])


def _envelope(code: int, message: str) -> bytes:
    return encode({"success": False, "status_code": code, "status_message": message})
