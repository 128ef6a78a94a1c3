"""What an operation does in the sandbox, and what its answer shows of what users have done.

The document says it, in `x-sandbox` of an operation. Words in braces are arguments of the request:

- `issue: request_token` gives a new one in the answer; `spend` takes one that was issued, `check` looks at it, and
  `revoke` ends it.
- `mark: rated`, with `of: tv/{series_id}` and `value: value`: the session has rated that thing. `unmark` takes it back.
- `states: tv/{series_id}` puts what the session has done to a thing into the answer, or with `rows: results` into each
  of its rows, whose fields are arguments, too.
- `changed: movie`, with `ids: 200`, `from: start_date` and `to: end_date`: the answer is a page of those of so many ids
  that were changed from one day to another. The daily export of that name has all that there are on a day.
- `marked: rated`, with `of: tv/{id}`: the answer is a page of all that it has rated, with the rating as `value` says.

What else it says there, `things` of operations and `sizes` of schemas, is in `things.py` and in `sizes.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from . import days, lists
from .bodies import Place, synthetic
from .document import Document, Operation
from .responses import RefusedError
from .state import STATES, State

# What TMDB says of a write that succeeded, by its code.
DONE = {
    1: "Success.",
    12: "The item/record was updated successfully.",
    13: "The item/record was deleted successfully.",
}


class Effects:
    """What one request does.

    Args:
        document: The document.
        operation: What is asked for.
        state: What users have done.
        session: The session; an empty text where the request has none.
        values: All that the request gives, by name.
    """

    def __init__(
        self, document: Document, operation: Operation, state: State, session: str, values: Mapping[str, Any]
    ) -> None:
        self._document = document
        self._operation = operation
        self._said = operation.effects
        self._state = state
        self._session = session
        self._values = values

    def apply(self, body: Any, *, recorded: bool) -> Any:
        """Do what the operation does, and return its answer.

        Args:
            body: What the answer is made of.
            recorded: Whether it is recorded: it says then what the session has done, as far as it did nothing here.

        Raises:
            RefusedError: A token was not issued, or is spent.
        """
        said = self._said
        if "changed" in said:
            return self._changed(body)
        if "marked" in said:
            return self._page()
        self._tokens()
        properties = self._document.properties(self._operation.schema)
        code = self._mark() if "of" in said else 13 if self._operation.method == "DELETE" else 1
        done = {"success": True, "status_code": code, "status_message": DONE[code]}
        for name in done.keys() & properties.keys():
            body[name] = done[name]
        if "issue" in said:
            body[said["issue"]] = self._state.issue(said["issue"])
        if "check" in said:
            body[said["check"]] = self._values[said["check"]]
        if "states" in said:
            for shown in body[said["rows"]] if "rows" in said else [body]:
                shown.update(self._states(shown, recorded=recorded))
        return body

    def _tokens(self) -> None:
        for word in ("spend", "check"):
            kind = self._said.get(word)
            if kind is not None and not self._state.is_issued(kind, self._values[kind]):
                raise RefusedError(33)
        for word in ("spend", "revoke"):
            if word in self._said:
                self._state.revoke(self._values[self._said[word]])

    def _mark(self) -> int:
        """Note what the user does, and return TMDB's code for it."""
        said = self._said
        value = self._values[said["value"]] if "mark" in said else False
        # A rating is an object in the states of an account, all else is true or false.
        mark = value if isinstance(value, bool) else {"value": value}
        thing = said["of"].format_map(self._values)
        before = self._state.mark(self._session, said.get("mark") or said["unmark"], thing, mark)
        return 13 if mark is False else 12 if before else 1

    def _states(self, shown: Mapping[str, Any], *, recorded: bool) -> dict[str, Any]:
        """Return the states of a thing, by the fields that show them."""
        marks = self._state.marks(self._session, self._said["states"].format_map({**shown, **self._values}))
        return {name: marks.get(name, shown[name] if recorded else False) for name in STATES if name in shown}

    def _changed(self, recorded: Any) -> Any:
        said, values = self._said, self._values
        if not {said["from"], said["to"]} & values.keys():
            return recorded
        last = date.fromisoformat(values[said["to"]]) if said["to"] in values else datetime.now(UTC).date()
        first = date.fromisoformat(values[said["from"]]) if said["from"] in values else last - timedelta(days=1)
        ids = days.changed(said["ids"], first, last)
        number = int(values.get("page", 1))
        rows = [
            lists.row_of(self._document, self._operation, f"changed {each}", {"id": each})
            for each in ids[(number - 1) * lists.ROWS : number * lists.ROWS]
        ]
        return lists.numbered(self._operation, number, rows, len(ids))

    def _page(self) -> dict[str, Any]:
        document, operation, said = self._document, self._operation, self._said
        number = int(self._values.get("page", 1))
        things = list(self._state.marked(self._session, said["marked"], said["of"]))
        rows: list[dict[str, Any]] = []
        for names, mark in things[(number - 1) * lists.ROWS : number * lists.ROWS]:
            row = lists.row_of(document, operation, said["of"].format_map(names), names)
            rows.append(row | names | ({said["value"]: mark["value"]} if "value" in said else {}))
        frame: dict[str, Any] = synthetic(document, operation.frame, Place(operation.filled(self._values)))
        return frame | lists.numbered(operation, number, rows, len(things))
