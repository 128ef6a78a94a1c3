"""Things that others list, as a series lists its seasons and a season its episodes: what all answers about one share.

The document says it, in `x-sandbox` of the operations:

- `things: {list: seasons, part: season/{season_number}}` of details: what the list has a row for, by its number, is
  what the path goes on to. No other numbers exist, and all answers about one have of it what its row has. With
  `counted: episode_count`, the row of the details' own thing says how long the list is; with
  `counts: {number_of_episodes: episode_count}`, a field is the sum of one of the rows, or how many they are, without
  that of 0.
- `things: {list: results}` of another operation about the same thing: its list has a row for each of them, too.

And in `x-assembled`: the fields that an answer takes of a part are those of that part.

What is recorded of a thing is so in all that is made up about it. A list has a row for each thing of which something is
recorded, and no other where it is recorded itself.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from .bodies import Place, like_others, synthetic
from .document import Document, Operation, Schema
from .responses import RefusedError
from .sizes import CHANCES, has_zero, size_of

Values = Mapping[str, Any]
Row = dict[str, Any]
Key = tuple[str, tuple[str, ...]]
"""A path, and the values in it: a thing, or what is asked of one."""

ABSENT: object = object()
"""What an answer lacks, since the row of what it is about might have it and does not."""

_WORDS = re.compile(r"\{(\w+)\}")


class Things:
    """What details list, with what is recorded of it.

    Args:
        document: The document.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        readable = [operation for operation in document.operations() if operation.method == "GET"]
        self._by_path = {operation.path: operation for operation in readable}
        self._by_name = {operation.name: operation for operation in readable}
        self._listed_by = {f"{each.path}/{each.things['part']}": each for each in readable if "part" in each.things}
        """The details that list things, by the things' path."""
        self._known = defaultdict[Key, Row](dict)
        self._numbers = defaultdict[Key, set[int]](set)
        """The numbers of which something is recorded, by what lists them."""
        self._lists: dict[Key, list[int]] = {}
        """The numbers of lists that are recorded."""
        for operation in readable:
            for example in operation.examples:
                self._learn(operation, example.request, example.body)

    def owner(self, operation: Operation) -> Operation | None:
        """Return the details that list what an operation is about; `None` where none do."""
        about = self._about(operation)
        return None if about is None else self._listed_by[about]

    def row(self, operation: Operation, values: Values, details: Values) -> Row:
        """Return the row of what an operation is about.

        Args:
            operation: The operation.
            values: What its path holds.
            details: The details that list what it is about.

        Raises:
            RefusedError: They do not list it.
        """
        owner = self._listed_by[str(self._about(operation))]
        number = _number(owner)
        for row in details[owner.things["list"]]:
            if row[number] == values[number]:
                found: Row = row
                return found
        raise RefusedError(34)

    def shared(self, operation: Operation, row: Values) -> Row:
        """Return what the answer of an operation has of the row of what it is about; what that lacks is `ABSENT`."""
        owner = self._listed_by[str(self._about(operation))]
        needed = {*self._document.flat(operation.schema).get("required", ())}
        lacks = dict.fromkeys(self._document.properties(self._items(owner)).keys() - needed, ABSENT)
        properties = self._document.properties(operation.schema)
        return {name: each for name, each in {**lacks, **row}.items() if name in properties}

    def taken(self, operation: Operation) -> Iterator[tuple[Operation, Sequence[str]]]:
        """Iterate over the operations of whose answers an operation's are put together, with the fields taken."""
        if operation.assembled:
            path = self._by_name[operation.assembled["source"]].path
            for part in operation.assembled["shared"]:
                yield self._by_path[f"{path}/{part['part']}"], part["fields"]

    def known(self, operation: Operation, values: Values) -> Row:
        """Return what is recorded elsewhere of the answer of an operation."""
        known = self._known.get(_key(operation.path, values), {})
        return {name: known[name] for name in self._document.properties(operation.schema) if name in known}

    def listed(self, details: Operation, place: Place, values: Values, count: int | None) -> Row:
        """Return the list of details, and what they count of it.

        Args:
            details: Their operation.
            place: Where their answer stands.
            values: What their path holds.
            count: How many there are, where something says it.
        """
        said, number = details.things, _number(details)
        place = place.member(said["list"])
        rows = [
            self._row(details, attrs.evolve(place.item(index), known={**place.known, number: each}), values, each)
            for index, each in enumerate(self._numbers_of(details, place, values, count))
        ]
        regular = [row for row in rows if row[number]]
        counts: Mapping[str, str | None] = said.get("counts", {})
        return {said["list"]: rows} | {
            field: len(regular) if of is None else sum(row[of] for row in regular) for field, of in counts.items()
        }

    def alike(self, operation: Operation) -> Operation:
        """Return the details of what an operation is about."""
        return self._by_path[str(self._about(operation))]

    def rows_alike(self, operation: Operation, place: Place, details: Values) -> Row:
        """Return the list of an operation, with a row for each thing that the details of the same list."""
        name, items = operation.things["list"], self._items(operation)
        place, properties = place.member(name), self._document.properties(items)
        rows: list[Row] = []
        for index, row in enumerate(details[self.alike(operation).things["list"]]):
            made = synthetic(self._document, items, place.item(index))
            rows.append(made | {field: each for field, each in row.items() if field in properties})
        return {name: rows}

    def _about(self, operation: Operation) -> str | None:
        """Return the path of the thing that an operation is about."""
        above = [each for each in self._listed_by if f"{operation.path}/".startswith(f"{each}/")]
        return max(above, key=len, default=None)

    def _items(self, operation: Operation) -> Schema:
        items: Schema = self._document.properties(operation.schema)[operation.things["list"]]["items"]
        return items

    def _row(self, details: Operation, place: Place, values: Values, number: int) -> Row:
        items = self._items(details)
        properties = self._document.properties(items)
        key = _key(f"{details.path}/{details.things['part']}", {**values, _number(details): number})
        known = self._known.get(key, {})
        row = like_others(self._document, items, place)
        row |= {name: known[name] for name in properties if name in known}
        below = self._by_path[key[0]].things.get("counted")
        if below is not None:
            drawn = size_of(properties[below]["x-sandbox"], place.draw(CHANCES, "size"))
            recorded = self._lists.get(key)
            row[below] = max([drawn, *self._numbers.get(key, ())]) if recorded is None else len(recorded)
        return row

    def _numbers_of(self, details: Operation, place: Place, values: Values, count: int | None) -> Iterable[int]:
        key = _key(details.path, values)
        if key in self._lists:
            return self._lists[key]
        said = self._document.properties(details.schema)[details.things["list"]].get("x-sandbox", {})
        recorded = self._numbers.get(key, set())
        if count is None:
            count = max([size_of(said, place.draw(CHANCES, "size")), *recorded])
        first = 0 if 0 in recorded or has_zero(said, place.draw(CHANCES, "zero")) else 1
        return range(first, count + 1)

    def _learn(self, operation: Operation, request: Mapping[str, str], recorded: bytes) -> None:
        """Note what a recorded answer says of things."""
        body = json.loads(recorded)
        about = self._about(operation)
        for path, owner in self._listed_by.items():
            if f"{operation.path}/".startswith(f"{path}/"):
                self._numbers[_key(owner.path, request)].add(int(request[_number(owner)]))
        if about is not None:
            self._known[_key(about, request)].update(body)
        if operation.things:
            details = operation if "part" in operation.things else self.alike(operation)
            rows, number = body[operation.things["list"]], _number(details)
            self._lists[_key(details.path, request)] = [row[number] for row in rows]
            for row in rows:
                path = f"{details.path}/{details.things['part']}"
                self._known[_key(path, {**request, number: row[number]})].update(row)
        for part, fields in self.taken(operation):
            self._known[_key(part.path, request)].update({field: body[field] for field in fields})


def _number(details: Operation) -> str:
    [name] = _WORDS.findall(details.things["part"])
    return str(name)


def _key(path: str, values: Values) -> Key:
    return path, tuple(str(values.get(name, "")) for name in _WORDS.findall(path))
