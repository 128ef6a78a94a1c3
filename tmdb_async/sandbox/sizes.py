"""How many there are of something, and rows that are the same persons wherever they stand.

The document says it, in `x-sandbox` of a schema:

- `sizes: [[78, 1, 3], [22, 4, 9]]`, of an array or an integer: in 78 of 100 cases from 1 to 3, in all others from 4 to
  9.
- `zero: 10`, of an array whose rows have numbers: in 10 of 100 cases there is one with the number 0, too.
- `of: 499`, of an array: its items are of so many that there are in all. A prime, so that no row stands twice.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

HUNDRED = 100
# How many chances are drawn from.
CHANCES = 2**32
ORDER = "order"


def size_of(said: Mapping[str, Any], chance: int) -> int:
    """Return how many there are.

    Args:
        said: What the schema says of it.
        chance: A random number.
    """
    chance, percent = divmod(chance, HUNDRED)
    sizes = iter(said["sizes"])
    share, least, most = next(sizes)
    while percent >= share:
        percent -= share
        share, least, most = next(sizes)
    return int(least + chance % (most - least + 1))


def has_zero(said: Mapping[str, Any], chance: int) -> bool:
    """Return whether there is one with the number 0, too."""
    return chance % HUNDRED < int(said.get("zero", 0))


def drawn(rows: Sequence[Mapping[str, Any]], own: Collection[str], count: int, chance: bytes) -> list[dict[str, Any]]:
    """Return some of many rows, each at most once.

    Args:
        rows: All rows.
        own: Their fields that are another one's wherever a row stands: an id of 24 digits or, of `order`, the place.
        count: How many.
        chance: 12 random bytes.
    """
    first, step = int.from_bytes(chance[:4], "big"), 1 + int.from_bytes(chance[:4], "little") % (len(rows) - 1)
    start = chance[4:].hex()
    made: list[dict[str, Any]] = []
    for index in range(count):
        row = {**rows[(first + index * step) % len(rows)]}
        for name in own:
            if name in row:
                row[name] = index if name == ORDER else f"{start}{index:08x}"
        made.append(row)
    return made
