"""What the sandbox answers: decisions from an operation and what a request carries, without any I/O."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from . import lists
from .bodies import Place, is_unknown, synthetic
from .credentials import permits
from .document import Document, Operation, encode
from .effects import Effects
from .parts import Parts
from .requests import APPEND, Asked, values_of
from .responses import Answer, RefusedError, failure
from .state import State

# What makes no other list of a list.
SAME_LIST = {"page", "language"}

Values = Mapping[str, Any]


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
        self._parts = Parts(document.operations())

    def answer(self, operation: Operation, asked: Asked) -> Answer:
        """Answer one request, with a success or with the failure that TMDB would send."""
        if operation.protected and not permits(self._token, asked.authorization, dict(asked.query).get("api_key")):
            return failure(7)
        try:
            body = self._body(operation, asked)
        except RefusedError as error:
            return failure(error.code)
        etag = hashlib.blake2b(body, digest_size=16).hexdigest()
        return Answer(operation.status, body, {"Cache-Control": "public, max-age=14400", "ETag": f'W/"{etag}"'})

    def _body(self, operation: Operation, asked: Asked, row: Values | None = None) -> bytes:
        """Return the body of a success.

        Args:
            operation: The operation.
            asked: The request.
            row: The row of details that lists what is asked for, where it is known.

        Raises:
            RefusedError: There is no success.
        """
        values = values_of(self._document, operation, asked)
        session = self._session(operation, values)
        recorded = operation.example(values)
        if recorded is None and any(is_unknown(values[name]) for name in operation.numbers if name in values):
            raise RefusedError(34)
        if recorded is not None and operation.is_plain and "page" not in values and APPEND not in values:
            return recorded
        body = self._made(operation, values, row) if recorded is None else self._turned(operation, values, recorded)
        if not operation.is_plain:
            effects = Effects(self._document, operation, self._state, session, values)
            body = effects.apply(body, recorded=recorded is not None)
        if APPEND in values:
            self._append(operation, asked, values[APPEND].split(","), body)
        return encode(body)

    def _session(self, operation: Operation, values: Values) -> str:
        """Return the session of a request; an empty text where it has none."""
        sessions = [str(values[name]) for name in operation.sessions if name in values]
        if any(map(self._state.is_revoked, sessions)) or (operation.needs_session and not sessions):
            raise RefusedError(3)
        return sessions[0] if sessions else ""

    def _made(self, operation: Operation, values: Values, row: Values | None) -> Any:
        """Return a synthetic body."""
        document, place = self._document, _place(operation, values)
        if operation.rows:
            made = lists.page(document, operation, place, int(values.get("page", 1)))
        else:
            number = values.get(operation.itself, 1 + place.draw(999, "itself")) if operation.itself else None
            made = synthetic(document, operation.schema, place, number)
        known = {field: values[name] for field, name in operation.repeats.items()}
        row = row or self._row(operation, values)
        if row is not None:  # it is the same thing
            known |= {name: row[name] for name in document.properties(operation.schema) if name in row}
        return made | known if known else made

    def _row(self, operation: Operation, values: Values) -> Values | None:
        """Return the row that lists what is asked for in the details of something, if there is one."""
        details = self._parts.details(operation)
        if details is None:
            return None
        path = {each.name: str(values[each.name]) for each in details.path_parameters}
        listing = json.loads(self._body(details, Asked(path=path, query=())))
        with suppress(RefusedError):  # who asks for a thing that is not listed gets it all the same
            return self._parts.row(operation, listing, values)
        return None

    def _turned(self, operation: Operation, values: Values, recorded: bytes) -> Any:
        """Return a recorded body, or the page of its list that is asked for."""
        body, number = json.loads(recorded), int(values.get("page", 1))
        if not operation.rows or number == body["page"]:
            return body
        return lists.turned(self._document, operation, _place(operation, values), body, number)

    def _append(self, operation: Operation, asked: Asked, names: list[str], body: dict[str, Any]) -> None:
        """Append parts, each without its id. What does not exist is left out in silence."""
        query = [(name, value) for name, value in asked.query if name not in {APPEND, "page"}]
        for name in filter(None, names):
            try:
                part, path = self._parts.find(operation, name)
                row = None
                if self._parts.details(part) is operation:
                    row = self._parts.row(part, body, path)
                answer = self._body(part, Asked(path={**asked.path, **path}, query=query), row)
            except RefusedError:
                continue
            body[name] = {field: value for field, value in json.loads(answer).items() if field != "id"}


def _place(operation: Operation, values: Values) -> Place:
    """Return where a body stands: the request without what changes nothing in it."""
    request = f"{operation.method} {operation.filled(values)}"
    if operation.rows:
        names = {each.name for each in operation.query_parameters} - {*operation.sessions} - SAME_LIST
        query = {name: values[name] for name in sorted(names & values.keys())}
        request = f"{request}?{query}" if query else request
    return Place(request, known={name: values[name] for name in operation.numbers if name in values})
