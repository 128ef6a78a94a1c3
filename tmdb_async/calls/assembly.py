"""Many answers from a few requests of another operation: what to ask for, and how each answer is put together.

Nothing here sends anything. A plan says what to ask for next, is told what came, and gives the answers back:

    plan = Plan(operation)
    while (asked := plan.next()) is not None:
        try:
            model = ...  # send `source_of(operation)` with what is asked for
        except ResponseError as error:
            plan.refused(error)
        else:
            for number, row_number, answer in plan.answered(model):
                ...
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from tmdb_async._generated.types import Operation, Taken
from tmdb_async.errors import ResponseError

from .source import assembly_of, source_of

# How often a number is asked for that the source lists: under load TMDB leaves parts out.
_TIMES = 3
_MOST = 2**31 - 1


class Assembled(NamedTuple):
    """An answer that was put together, and what tells it apart from the others."""

    number: int
    """The number of the parts that it is taken of, such as a season's."""
    row: int
    """Its own number there, such as an episode's."""
    answer: Any


class Plan:
    """What to ask for so that all answers come, in the order of the numbers, with as few requests as there can be.

    The first request asks for the numbers from 0 on, as many as one can: what does not exist is left out in silence.
    Any others ask for what the source lists and has not sent, and for halves of what was too much. A plan may be told
    bodies that are kept of an earlier run, before it is asked for anything: it goes on from there.

    Args:
        operation: The operation whose answers are put together.
        numbers: The numbers to ask for; None for all. One that does not exist has no answers.
    """

    def __init__(self, operation: Operation[Any], numbers: Collection[int] | None = None) -> None:
        self._assembly = assembly_of(operation)
        self._model: Any = operation.model
        self._source = source_of(operation)
        self._parts = {part.argument: part for part in self._source.parts}
        self._at_once = self._assembly.at_once
        self._only = None if numbers is None else {*numbers}
        self._untried = {*range(self._at_once)} if self._only is None else {*self._only}
        self._listed: set[int] = set()
        self._tries = Counter[int]()
        self._asked: list[int] = []
        self._held: dict[int, dict[str, Any]] = {}
        """The parts by the argument that asks for them, by number, until their answers are given."""
        self._given: set[int] = set()
        self._answers = 0
        self._failure: ResponseError | None = None

    def next(self) -> Mapping[str, list[int]] | None:
        """Return what the next request asks for, by argument of the source; None where all is there.

        Raises:
            ResponseError: What the source lists was left out again and again. The message names it.
        """
        if self._failure is not None:
            raise self._failure
        missing = self._missing()
        for number in sorted(missing):
            if not 0 <= number <= _MOST:
                raise self._error(self._assembly.rows, number, "there is no such number to ask for")
            if self._tries[number] >= _TIMES:
                raise self._without(number)
        self._asked = sorted(self._untried | missing)[: self._at_once]
        asked = {argument: [each for each in self._asked if argument in self._lacks(each)] for argument in self._parts}
        return {argument: numbers for argument, numbers in asked.items() if numbers} or None

    def answered(self, model: Any) -> Iterator[Assembled]:
        """Take an answer of the source, and iterate over what it completes.

        Args:
            model: The answer: the model of `source_of`, or the operation's own.

        Raises:
            ResponseError: While iterating: an answer cannot be put together. The message says of what.
        """
        self._answers += 1
        came = self._take(model)
        self._tries.update(self._asked)
        # Who tells of an answer that was not asked for here, tells what an earlier run had asked for.
        self._untried -= {*self._asked} if self._asked else self._untried
        self._asked = []
        if came and not (self._listed or self._untried or self._only):
            # Nothing says what there is: there may be more as long as there is anything.
            first = max(self._given | {*self._held}) // self._assembly.at_once + 1
            self._untried = {*range(first * self._assembly.at_once, (first + 1) * self._assembly.at_once)}
        return self._complete()

    def refused(self, error: ResponseError) -> None:
        """Ask for less at once, if the answer was too large; raise the error if it was not, or cannot be less.

        Raises:
            ResponseError: The error. Where it was too large its message names what was asked for.
        """
        if not error.too_large or not self._asked:
            raise error
        if len(self._asked) == 1:
            error.args = (f"{self._name(self._assembly.rows, self._asked[0])}: {error.args[0]}",)
            raise error
        self._at_once = len(self._asked) // 2

    def _take(self, model: Any) -> bool:
        """Keep what an answer holds, and return whether a number came that was not there."""
        before = len(self._held)
        for argument, part in self._parts.items():
            self._listed |= {getattr(row, part.number) for row in getattr(model, part.ids)}
            for number, found in getattr(model, part.field).items():
                if number not in self._given and (self._only is None or number in self._only):
                    self._held.setdefault(number, {})[argument] = found
        return len(self._held) > before

    def _missing(self) -> set[int]:
        """Return what was asked for, is there, and is not here, or not whole."""
        there = self._listed if self._only is None else self._listed & self._only
        return {number for number in (there | {*self._held}) - self._given - self._untried if self._lacks(number)}

    def _lacks(self, number: int) -> list[str]:
        """Return the arguments that ask for what is not here of a number."""
        held = self._held.get(number, {})
        rows = self._assembly.rows
        if rows.argument in held and not getattr(held[rows.argument], rows.rows):
            return []  # where there are no rows, nothing is shared
        return [argument for argument in self._parts if argument not in held]

    def _complete(self) -> Iterator[Assembled]:
        """Iterate over the answers of what is whole, up to the first number that is not."""
        wanted = min(self._untried | self._missing(), default=None)
        for number in sorted(self._held):
            if wanted is not None and number >= wanted:
                return
            self._given.add(number)
            yield from self._put_together(number, self._held.pop(number))

    def _put_together(self, number: int, parts: Mapping[str, Any]) -> Iterator[Assembled]:
        rows, shared = self._assembly.rows, self._assembly.shared
        given: dict[int, Any] = {}
        for row in getattr(parts[rows.argument], rows.rows):
            alike = {name: getattr(parts[each.argument], name) for each in shared for name in each.fields}
            own = {name: getattr(row, name) for name in rows.fields}
            row_number: int = getattr(row, rows.row_number)
            for name in self._required & own.keys():
                if own[name] is None:
                    raise self._error(rows, number, f"{rows.row_number} {row_number} has no {name}")
            answer = self._model(**alike, **own)
            before = given.setdefault(row_number, answer)
            if before is answer:
                yield Assembled(number, row_number, answer)
            elif before != answer:
                raise self._error(rows, number, f"{rows.row_number} {row_number} is there twice, and differs")

    @property
    def _required(self) -> frozenset[str]:
        return _required(self._model)

    def _without(self, number: int) -> ResponseError:
        lacks = self._lacks(number)
        taken = next(each for each in (self._assembly.rows, *self._assembly.shared) if each.argument in lacks)
        return self._error(taken, number, f"it did not come, though it was asked for {_TIMES} times")

    def _error(self, taken: Taken, number: int, words: str) -> ResponseError:
        name = self._name(taken, number)
        error = ResponseError(f"{name}: {words}", path=f"$['{name}']", body=b"")
        error.operation, error.attempts, error.status = self._source.name, self._answers, 200
        self._failure = error  # whoever goes on all the same misses nothing unnoticed
        return error

    def _name(self, taken: Taken, number: int) -> str:
        return self._parts[taken.argument].named(number)


@cache
def _required(model: Any) -> frozenset[str]:
    import attrs

    return frozenset(field.name for field in attrs.fields(model) if field.default is attrs.NOTHING)
