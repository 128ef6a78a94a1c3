"""How facts differ, and which differences we know the reason of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from facts import ADDRESS, ANY, Facts, owner_of, split
from ruamel.yaml import YAML

NEW, GONE, CHANGED = "new there", "gone there", "changed there"
THEIRS, OURS, TYPES = "theirs alone", "ours alone", "types differ"


class Difference(NamedTuple):
    """What differs at a place of an operation."""

    kind: str
    operation: str
    place: str
    what: str
    """What is there; of what differs, both."""


class Reason(NamedTuple):
    """Why differences of a kind are meant. In patterns a `*` stands for anything."""

    words: str
    kind: str
    operations: tuple[str, ...]
    places: tuple[str, ...]
    what: str

    def explains(self, difference: Difference) -> bool:
        """Whether this is the reason of a difference."""
        return (
            self.kind == difference.kind
            and _is_like(difference.operation, self.operations)
            and _is_like(difference.place, self.places)
            and _is_like(difference.what, (self.what,))
        )


def since(seen: Facts, now: Facts) -> Iterator[Difference]:
    """Find what is new, gone or changed in TMDB's file: operations, parameters and fields."""
    yield from _alone(NEW, now, seen)
    yield from _alone(GONE, seen, now)
    for operation in seen.keys() & now.keys():
        before, after = seen[operation], now[operation]
        for place in before.keys() & after.keys():
            if before[place] != after[place]:
                yield Difference(CHANGED, operation, place, f"{before[place]} -> {after[place]}")


def between(theirs: Facts, ours: Facts) -> Iterator[Difference]:
    """Find what only one document has, and types of theirs that ours does not take."""
    theirs = {name: _mapped(found, ours.get(name, {})) for name, found in theirs.items()}
    yield from _alone(THEIRS, theirs, ours)
    yield from _alone(OURS, ours, theirs)
    for operation in theirs.keys() & ours.keys():
        their, our = theirs[operation], ours[operation]
        for place in their.keys() & our.keys():
            if place == ADDRESS and their[place] != our[place]:
                yield Difference(TYPES, operation, place, f"{their[place]} -> {our[place]}")
            elif place != ADDRESS and not _takes(our_types := _types(our[place]), their_types := _types(their[place])):
                what = f"{'|'.join(sorted(their_types))} -> {'|'.join(sorted(our_types))}"
                yield Difference(TYPES, operation, place, what)


def reasons(file: Path) -> list[Reason]:
    """Return the reasons in a file.

    Raises:
        KeyError: One says nothing of its kind or of its reason.
    """
    return [
        Reason(
            words=each["reason"].strip(),
            kind=each["kind"],
            operations=tuple(each.get("operations", ["*"])),
            places=tuple(each.get("places", ["*"])),
            what=each.get("what", "*"),
        )
        for each in YAML(typ="safe").load(file)
    ]


def sorted_out(found: Iterable[Difference], known: list[Reason]) -> tuple[list[Difference], Counter[Reason]]:
    """Return the differences that no reason explains, in order, and how many each reason does."""
    unexplained: list[Difference] = []
    used: Counter[Reason] = Counter()
    for difference in sorted(found):
        reason = next((each for each in known if each.explains(difference)), None)
        if reason is None:
            unexplained.append(difference)
        else:
            used[reason] += 1
    return unexplained, used


def lines_of(found: Iterable[Difference], counts: Counter[Difference] | None = None) -> Iterator[str]:
    """Return differences as lines, those of one field in many operations as one, under a line for each kind."""
    groups: dict[str, dict[tuple[str, str], list[Difference]]] = {}
    for each in found:
        groups.setdefault(each.kind, {}).setdefault((split(each.place)[1], each.what), []).append(each)
    for kind, fields in groups.items():
        yield f"{kind}: {sum(map(len, fields.values()))}"
        for same in fields.values():
            first = same[0]
            more = f", and {len(same) - 1} more like it" if len(same) > 1 else ""
            times = f" ({sum(counts[each] for each in same)} times)" if counts else ""
            yield f"  {first.operation} {first.place}: {first.what}{times}{more}"


def _alone(kind: str, here: Facts, there: Facts) -> Iterator[Difference]:
    """Find what only the first has: of an operation its address, of an object itself, not what is in it."""
    for operation, found in here.items():
        if operation not in there:
            yield Difference(kind, operation, ADDRESS, found[ADDRESS])
            continue
        others = there[operation]
        for place in found.keys() - others.keys():
            owner = owner_of(place)
            # Nor is anything known of what is in something that the other says nothing of.
            if not owner or (owner in others and ANY not in _types(others[owner])):
                yield Difference(kind, operation, place, found[place])


def _mapped(found: dict[str, str], others: dict[str, str]) -> dict[str, str]:
    """Return facts with `*` for the keys of what is a map in the other facts."""
    for place in (each for each in others if each.endswith(".*")):
        key = re.compile(re.escape(place[:-1]) + r"[^.\[]+")
        found = {place + each[match.end() :] if (match := key.match(each)) else each: found[each] for each in found}
    return found


def _types(what: str) -> set[str]:
    return {*what.split(",", maxsplit=1)[0].split("|")}


def _takes(ours: set[str], theirs: set[str]) -> bool:
    """Whether a value of their types is one of ours. A whole number in an example of theirs may be a number."""
    return ANY in ours | theirs or theirs <= ours | ({"integer"} if "number" in ours else set())


def _is_like(text: str, patterns: tuple[str, ...]) -> bool:
    return any(re.fullmatch(re.escape(each).replace(r"\*", ".*"), text) for each in patterns)
