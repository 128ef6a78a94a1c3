"""Parts that are appended to details: the answers of other operations, each in a field that is named as its path."""

from __future__ import annotations

import re
from collections.abc import Sequence

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

    def find(self, details: Operation, name: str) -> tuple[Operation, dict[str, str]]:
        """Return the operation of a part, and what the part's name says of its path.

        Raises:
            RefusedError: There is no such part.
        """
        for pattern, part in self._parts[details.path]:
            if match := pattern.fullmatch(name):
                return part, match.groupdict()
        raise RefusedError(34)


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(_WORD.sub(r"(?P<\1>[^/]+)", re.escape(path)))
