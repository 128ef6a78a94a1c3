# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from enum import IntEnum
from typing import Self


class ReleaseType(IntEnum):
    """The kind of a film's release.

    Open: a value that the document does not list becomes a member named `UNKNOWN_<value>`, equal to its number.
    """

    PREMIERE = 1
    THEATRICAL_LIMITED = 2
    THEATRICAL = 3
    DIGITAL = 4
    PHYSICAL = 5
    TV = 6

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int):
            return None
        member = int.__new__(cls, value)
        member._name_ = f"UNKNOWN_{value}"
        member._value_ = value
        return member
