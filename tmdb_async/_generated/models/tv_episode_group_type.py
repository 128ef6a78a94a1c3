# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from enum import IntEnum
from typing import Self


class TvEpisodeGroupType(IntEnum):
    """What the episodes of a TV series are grouped by.

    Open: a value that the document does not list becomes a member named `UNKNOWN_<value>`, equal to its number.
    """

    ORIGINAL_AIR_DATE = 1
    ABSOLUTE = 2
    DVD = 3
    DIGITAL = 4
    STORY_ARC = 5
    PRODUCTION = 6
    TV = 7

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int):
            return None
        member = int.__new__(cls, value)
        member._name_ = f"UNKNOWN_{value}"
        member._value_ = value
        return member
