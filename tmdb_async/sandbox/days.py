"""What is different from day to day: which ids the daily exports have, and which of them were changed.

An operation that lists changes says in `x-sandbox` how many ids there are. In a hundred days each is missing on one,
and changed on two others.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from .bodies import Place, is_unknown
from .document import Operation, encode

_DAY = timedelta(days=1)
_FILE = re.compile(r"(\w+)_ids_(\d{2})_(\d{2})_(\d{4})\.json\.gz")


class Exports:
    """The daily exports of what the operations that list changes are of."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        said = [each.effects for each in operations if "changed" in each.effects]
        self._counts: dict[str, int] = {each["changed"]: each["ids"] for each in said}

    def file(self, name: str) -> bytes | None:
        """Return the file of a name, such as `movie_ids_11_26_2026.json.gz`; None where there is none, or not yet."""
        match = _FILE.fullmatch(name)
        if match is None or match[1] not in self._counts:
            return None
        kind = match[1]
        try:
            day = date(int(match[4]), int(match[2]), int(match[3]))
        except ValueError:
            return None
        if day > datetime.now(UTC).date():
            return None
        lines = (
            encode({"id": number, "popularity": Place(f"{kind} {number}").draw(1000) / 10})
            for number in ids_of(self._counts[kind], day)
        )
        return gzip.compress(b"".join(line + b"\n" for line in lines), mtime=0)


def ids_of(count: int, day: date) -> list[int]:
    """Return the ids that there are on a day."""
    return [number for number in range(1, count + 1) if _phase(number, day) and not is_unknown(number)]


def changed(count: int, first: date, last: date) -> list[int]:
    """Return the ids of what was changed from one day to another."""
    days = [first + each * _DAY for each in range((last - first) // _DAY + 1)]
    return [
        number
        for number in range(1, count + 1)
        if not is_unknown(number) and any(_phase(number, day) % 50 == 25 for day in days)
    ]


def _phase(number: int, day: date) -> int:
    return (37 * number + day.toordinal()) % 100  # neighbours are far from each other
