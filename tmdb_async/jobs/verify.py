"""Whether answers that were put together are those that come by themselves."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from tmdb_async._generated.types import Operation
from tmdb_async.client import TMDB
from tmdb_async.errors import TMDBError
from tmdb_async.operations import item_parameters

from .job import Job
from .tables import Row, answers_in, rows_of_model, table_of

_SEED = 0  # the same job has the same sample
# It is another one each day.
_MOVING = ("popularity",)


class Difference(NamedTuple):
    """An answer that is not what it was put together as."""

    arguments: tuple[Any, ...]
    """The arguments of its call."""
    here: int
    """How many rows are in what was put together alone."""
    there: int
    """How many rows are in the answer by itself alone."""
    error: TMDBError | None = None
    """Why there is no answer by itself, or None."""

    def __str__(self) -> str:
        item = "/".join(map(str, self.arguments))
        if self.error is not None:
            return f"{item}: by itself it has no answer: {type(self.error).__name__}: {self.error}"
        return f"{item}: {self.here} rows stand in what came by series alone, {self.there} in its own answer alone"


class Verified(NamedTuple):
    """What came of a comparison."""

    compared: int
    """How many answers were asked for by themselves."""
    differences: tuple[Difference, ...]


async def verify(job: Job, tmdb: TMDB, count: int) -> Verified:
    """Ask for a sample of the answers of a job by series by themselves, and compare them with what it has.

    All columns of an export are compared but `popularity`, which moves from day to day.

    Args:
        job: The job.
        tmdb: The client.
        count: How many answers to ask for, at most. The same job gives the same sample.

    Returns:
        How many were compared, and each that differs.

    Raises:
        JobError: The file cannot be read.
        AuthenticationError: TMDB refuses the credential.
    """
    operation = job.spec.operation
    names = [*item_parameters(operation)]
    sample = {item: _still(operation, item, model) for item, model in _sample(job, count)}
    differences: list[Difference] = []

    async def ask(*item: Any) -> Any:
        _, _, model = await tmdb.call(operation, {**dict(zip(names, item, strict=True)), **job.spec.keywords})
        return model

    async with tmdb.bulk(ask, [*sample]) as outcomes:
        async for outcome in outcomes:
            item = outcome.args
            if outcome.error is not None:
                differences.append(Difference(item, 0, 0, outcome.error))
                continue
            here, there = sample[item], _still(operation, item, outcome.value)
            if here != there:
                differences.append(Difference(item, (here - there).total(), (there - here).total()))
    return Verified(len(sample), tuple(sorted(differences, key=lambda each: each.arguments)))


def _sample(job: Job, count: int) -> Iterator[tuple[tuple[Any, ...], Any]]:
    chance = random.Random(_SEED)  # noqa: S311 - of a sample, not of a secret
    found = job.found()
    wanted: Mapping[int, int] = Counter(chance.choices(found, k=count) if found else ())
    for number, some in sorted(wanted.items()):
        arguments, bodies = job.answer(number)
        answers = [*answers_in(job.spec, arguments, bodies)]
        yield from chance.sample(answers, min(some, len(answers)))


def _still(operation: Operation[Any], item: tuple[Any, ...], model: Any) -> Counter[Row]:
    """Return the rows of an answer without what moves."""
    places = [place for place, name in enumerate(table_of(operation).columns) if name not in _MOVING]
    return Counter(tuple(row[place] for place in places) for row in rows_of_model(operation, item, model))
