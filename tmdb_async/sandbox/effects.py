"""What an operation does in the sandbox, and what its answer shows of what users have done.

The document says it, in `x-sandbox` of an operation. Words in braces are arguments of the request:

- `issue: request_token` gives a new one in the answer; `spend` takes one that was issued, `check` looks at it, and
  `revoke` ends it.
- `mark: rated`, with `of: tv/{series_id}` and `value: value`: the session has rated that thing. `unmark` takes it back.
- `states: tv/{series_id}` puts what the session has done to a thing into the answer, or with `rows: results` into each
  of its rows, whose fields are arguments, too.
- `marked: rated`, with `of: tv/{id}`: the answer is a page of all that it has rated, with the value as `value`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import lists
from .bodies import Place
from .document import Document, Operation
from .state import NOTHING, State

# What the answer to a write says: TMDB's code and words by the HTTP method, and for what was there before.
DONE = {"POST": (1, "Success."), "DELETE": (13, "The item/record was deleted successfully."), "GET": (1, "Success.")}


class Effects:
    """What one request does.

    Args:
        document: The document.
        operation: What is asked for.
        state: What users have done.
        values: All that the request gives, by name.
    """

    def __init__(self, document: Document, operation: Operation, state: State, values: Mapping[str, Any]) -> None:
        self._document = document
        self._operation = operation
        self._said = operation.effects
        self._state = state
        self._values = values
        sessions = [each.name for each in operation.parameters if each.is_secret]
        self._session = next((str(values[name]) for name in sessions if name in values), "")

    def __bool__(self) -> bool:
        """Whether it does or shows anything."""
        return bool(self._said) or self._operation.method != "GET"

    def refused(self) -> int | None:
        """Return the code of what is wrong with a token, or `None`."""
        for word in ("spend", "check"):
            kind = self._said.get(word)
            if kind is not None and not self._state.is_issued(kind, self._values.get(kind)):
                return 33
        return None

    def apply(self, body: Any) -> Any:
        """Do what the operation does, and return its answer."""
        said, state = self._said, self._state
        if "mark" in said:
            state.mark(self._session, said["mark"], self._name(said["of"]), self._mark(self._values[said["value"]]))
        if "unmark" in said:
            state.mark(self._session, said["unmark"], self._name(said["of"]), None)
        for word in ("spend", "revoke"):
            if word in said:
                state.revoke(str(self._values[said[word]]))
        if not isinstance(body, dict):
            return body
        if "marked" in said:
            return self._page(said["marked"], said["of"], said.get("value"))
        return self._shown(body)

    def _shown(self, body: dict[str, Any]) -> dict[str, Any]:
        said = self._said
        properties = self._document.properties(self._operation.schema)
        if "success" in properties and "x-request" not in said:
            code, words = DONE[self._operation.method]
            done = {"success": True, "status_code": code, "status_message": words}
            body |= {name: value for name, value in done.items() if name in properties}
        if "issue" in said:
            body[said["issue"]] = self._state.issue(said["issue"])
        if "check" in said:
            body[said["check"]] = self._values[said["check"]]
        if "states" in said and "rows" not in said:
            body |= self._states(said["states"], {}, body)
        for row in body[said["rows"]] if "rows" in said else ():
            row.update(self._states(said["states"], row, row))
        return body

    def _states(self, thing: str, row: Mapping[str, Any], shown: Mapping[str, Any]) -> dict[str, Any]:
        """Return the states that are shown of a thing. Where the session has done nothing they are as they were."""
        marks = self._state.marks(self._session, thing.format_map({**row, **self._values}))
        recorded = self._operation.example({name: str(value) for name, value in self._values.items()}) is not None
        nothing: Mapping[str, Any] = {} if recorded else NOTHING
        return {name: marks.get(name, nothing.get(name, value)) for name, value in shown.items() if name in NOTHING}

    def _mark(self, value: Any) -> Any:
        # A rating is an object in the states of an account, all else is true.
        return value if isinstance(value, bool) else {"value": value}

    def _name(self, pattern: str) -> str:
        return pattern.format_map(self._values)

    def _page(self, kind: str, pattern: str, value: str | None) -> dict[str, Any]:
        document, schema = self._document, self._operation.schema
        number = int(self._values.get("page", 1))
        things = [
            {**numbers, **({} if value is None else {value: mark["value"]})}
            for numbers, mark in self._state.marked(self._session, kind, pattern)
        ]
        some = things[(number - 1) * lists.ROWS : number * lists.ROWS]
        rows = [lists.row_of(document, schema, values) for values in some]
        frame = lists.frame(document, schema, Place(self._operation.path))
        return frame | lists.numbered(number, rows, len(things))
