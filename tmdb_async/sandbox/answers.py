"""What the sandbox answers: decisions from an operation and what a request carries, without any I/O."""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

import msgspec

from . import lists
from .bodies import Place, is_unknown, synthetic
from .credentials import permits
from .document import Document, Operation
from .effects import Effects
from .parts import Parts
from .requests import APPEND, Asked, values_of
from .responses import Answer, RefusedError, failure
from .state import State
from .things import ABSENT, Things

# What makes no other list of a list.
SAME_LIST = {"page", "language"}
# How many details are kept: those of a season may take half a megabyte.
DETAILS = 128

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
        self._things = Things(document)
        self._kept = OrderedDict[str, Values]()

    def answer(self, operation: Operation, asked: Asked) -> Answer:
        """Answer one request, with a success or with the failure that TMDB would send."""
        if operation.protected and not permits(self._token, asked.authorization, dict(asked.query).get("api_key")):
            return failure(7)
        try:
            found = self._body(operation, asked)
        except RefusedError as error:
            return failure(error.code)
        # Of a megabyte, the library for models makes JSON several times as fast as Python's own.
        body = found if isinstance(found, bytes) else msgspec.json.encode(found)
        etag = hashlib.blake2b(body, digest_size=16).hexdigest()
        return Answer(operation.status, body, {"Cache-Control": "public, max-age=14400", "ETag": f'W/"{etag}"'})

    def _body(self, operation: Operation, asked: Asked) -> Any:
        """Return the body of a success, as bytes where it is as it was recorded.

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
        body = self._made(operation, values) if recorded is None else self._turned(operation, values, recorded)
        if not operation.is_plain:
            effects = Effects(self._document, operation, self._state, session, values)
            body = effects.apply(body, recorded=recorded is not None)
        if APPEND in values:
            self._append(operation, asked, values[APPEND].split(","), body)
        return body

    def _session(self, operation: Operation, values: Values) -> str:
        """Return the session of a request; an empty text where it has none."""
        sessions = [str(values[name]) for name in operation.sessions if name in values]
        if any(map(self._state.is_revoked, sessions)) or (operation.needs_session and not sessions):
            raise RefusedError(3)
        return sessions[0] if sessions else ""

    def _made(self, operation: Operation, values: Values) -> Any:
        """Return a synthetic body.

        Raises:
            RefusedError: What it is about does not exist.
        """
        return {**self._details(operation, values)} if "part" in operation.things else self._made_up(operation, values)

    def _details(self, operation: Operation, values: Values) -> Values:
        """Return the details of something: they are asked for with every answer about what they list."""
        key = operation.filled(values)
        if key not in self._kept:
            self._kept[key] = self._whole(operation, values)
            if len(self._kept) > DETAILS:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def _whole(self, operation: Operation, values: Values) -> Any:
        recorded = operation.example(values)
        return self._made_up(operation, values) if recorded is None else json.loads(recorded)

    def _made_up(self, operation: Operation, values: Values) -> Any:
        document, things, place = self._document, self._things, _place(operation, values)
        if operation.rows:
            made = lists.page(document, operation, place, int(values.get("page", 1)))
        else:
            if operation.itself:
                place.number = values.get(operation.itself, 1 + place.draw(999, "itself"))
            made = synthetic(document, operation.frame, place)
        known = {field: values[name] for field, name in operation.repeats.items()}
        count = None
        if (owner := things.owner(operation)) is not None:
            row = things.row(operation, values, self._details(owner, values))
            known |= things.shared(operation, row)
            count = row.get(operation.things.get("counted", ""))
        for part, fields in things.taken(operation):
            whole = self._whole(part, values)
            known |= {field: whole[field] for field in fields}
        known |= things.known(operation, values)
        if "part" in operation.things:
            known |= things.listed(operation, place, values, count)
        elif operation.things:
            known |= things.rows_alike(operation, place, self._details(things.alike(operation), values))
        return {name: each for name, each in {**made, **known}.items() if each is not ABSENT} if known else made

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
                found = self._body(part, Asked(path={**asked.path, **path}, query=query))
            except RefusedError:
                continue
            whole = json.loads(found) if isinstance(found, bytes) else found
            body[name] = {field: value for field, value in whole.items() if field != "id"}


def _place(operation: Operation, values: Values) -> Place:
    """Return where a body stands: the request without what changes nothing in it."""
    request = f"{operation.method} {operation.filled(values)}"
    if operation.rows:
        names = {each.name for each in operation.query_parameters} - {*operation.sessions} - SAME_LIST
        query = {name: values[name] for name in sorted(names & values.keys())}
        request = f"{request}?{query}" if query else request
    return Place(request, known={name: values[name] for name in operation.numbers if name in values})
