"""Parts that are appended to details: the answers of other operations, each in a field that is named as its path."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from .document import Operation
from .requests import APPEND
from .responses import RefusedError

_WORD = re.compile(r"\\\{(\w+)\\\}")


class Parts:
    """Finds the operations whose answers can be appended.

    Args:
        operations: All operations of the document.
    """

    def __init__(self, operations: Sequence[Operation]) -> None:
        readable = [operation for operation in operations if operation.method == "GET"]
        self._parts = {
            details.path: [
                (_pattern(part.path.removeprefix(f"{details.path}/")), part)
                for part in readable
                if part.path.startswith(f"{details.path}/")
            ]
            for details in readable
            if any(each.name == APPEND for each in details.query_parameters)
        }
        self._listed = {
            f"{details.path}/{said['part']}": (details, said["ids"])
            for details in readable
            for said in details.numbered
        }

    def find(self, details: Operation, name: str) -> tuple[Operation, dict[str, str]]:
        """Return the operation of a part, and what the part's name says of its path.

        Raises:
            RefusedError: There is no such part.
        """
        for pattern, part in self._parts[details.path]:
            if match := pattern.fullmatch(name):
                return part, match.groupdict()
        raise RefusedError(34)

    def details(self, part: Operation) -> Operation | None:
        """Return the operation whose answer lists by number what another one answers with; `None` for most."""
        return self._listed[part.path][0] if part.path in self._listed else None

    def row(self, part: Operation, details: Mapping[str, Any], values: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the row of details that lists the answer of an operation.

        Args:
            part: The operation.
            details: The details.
            values: What the operation's path holds.

        Raises:
            RefusedError: They do not list it.
        """
        number = part.path_parameters[-1].name
        for row in details[self._listed[part.path][1]]:
            if str(row[number]) == str(values[number]):
                found: Mapping[str, Any] = row
                return found
        raise RefusedError(34)


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(_WORD.sub(r"(?P<\1>[^/]+)", re.escape(path)))
