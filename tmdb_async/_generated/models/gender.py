# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from enum import IntEnum
from typing import Self


class Gender(IntEnum):
    """The gender of a person, as TMDB records it.

    Open: a value that the document does not list becomes a member named `UNKNOWN_<value>`, equal to its number.
    """

    NOT_SET = 0
    FEMALE = 1
    MALE = 2
    NON_BINARY = 3

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int):
            return None
        member = int.__new__(cls, value)
        member._name_ = f"UNKNOWN_{value}"
        member._value_ = value
        return member
