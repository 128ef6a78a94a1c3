"""Models as flat rows: what an export and a reader's eye take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

import attrs

from tmdb_async._generated.types import Operation
from tmdb_async.calls import assembly
from tmdb_async.calls.decode import decode
from tmdb_async.errors import ResponseError
from tmdb_async.models import TvEpisodeCredits, TvSeasonAccountStates, TvSeriesCredits
from tmdb_async.operations import item_parameters
from tmdb_async.pages import new_rows

from .errors import JobError
from .flat import columns_of, is_single, readable, rows_with
from .job import Job
from .spec import Spec

Row = tuple[int | float | str | None, ...]

_Key = Mapping[str, Any]
_EPISODE = {"series_id": int, "season_number": int, "episode_number": int}


class Table(NamedTuple):
    """How the answers of an operation become rows."""

    columns: Mapping[str, type[int | float | str]]
    """The names of the columns, in order, and the type of their values, any of which may be None."""
    readable: tuple[str, ...]
    """The columns that a person reads first."""
    rows: Callable[[_Key, Any], Iterator[Row]]
    """The rows of one answer, from the call's arguments by their names and the model."""
    single: bool = False
    """Whether an answer is one row, most of which is nested."""


def _credits(key: _Key, model: TvSeriesCredits | TvEpisodeCredits) -> Iterator[Row]:
    place = (key["series_id"], key.get("season_number"), key.get("episode_number"))
    guests = model.guest_stars if isinstance(model, TvEpisodeCredits) else ()
    for kind, people in (("cast", model.cast), ("guest_star", guests)):
        for actor in people:
            yield (*place, kind, *_person(actor), actor.character, None, None, actor.order, *_more(actor))
    for worker in model.crew:
        yield (*place, "crew", *_person(worker), None, worker.department, worker.job, None, *_more(worker))


_person: Callable[[Any], Row] = attrgetter("id", "name", "original_name")


def _more(member: Any) -> Row:
    gender = None if member.gender is None else int(member.gender)
    return (member.credit_id, gender, member.popularity, member.profile_path)


def _account_states(key: _Key, model: TvSeasonAccountStates) -> Iterator[Row]:
    for state in model.results:
        rating = None if state.rated is False else state.rated.value
        yield (key["series_id"], key["season_number"], state.episode_number, state.id, rating)


_CREDITS = Table(
    columns={
        **_EPISODE,
        "kind": str,
        "person_id": int,
        "name": str,
        "original_name": str,
        "character": str,
        "department": str,
        "job": str,
        "order": int,
        "credit_id": str,
        "gender": int,
        "popularity": float,
        "profile_path": str,
    },
    readable=("kind", "name", "character", "department", "job"),
    rows=_credits,
)
_ACCOUNT_STATES = Table(
    columns={**_EPISODE, "episode_id": int, "rating": float},
    readable=("episode_number", "episode_id", "rating"),
    rows=_account_states,
)
_TABLES: Mapping[type, Table] = {
    TvSeriesCredits: _CREDITS,
    TvEpisodeCredits: _CREDITS,
    TvSeasonAccountStates: _ACCOUNT_STATES,
}


def _general(operation: Operation[Any]) -> Table:
    place, fields = columns_of(operation)
    return Table(
        columns={**place, **fields},
        readable=readable(fields),
        rows=rows_with(place, fields),
        single=is_single(operation.model),
    )


def table_of(operation: Operation[Any]) -> Table:
    """Return how the answers of an operation become rows.

    For credits that is a row for each person in the cast, among the guest stars and in the crew; for account states a
    row for each episode, with `rating` None where it has none. For all else it is a row for each of `results` or, where
    there are none, one for the answer; what is nested in a row is JSON.
    """
    return _TABLES.get(operation.model) or _general(operation)


def rows_in(job: Job, changed_since: date | None = None) -> Iterator[Row]:
    """Return the rows of all that a job has found, in the order in which its items were added.

    A row that stands on several pages of one list comes once: pages move while they are read.

    Args:
        job: The job.
        changed_since: Leave out what is older: a day, or a `datetime`, as in `export`.

    Raises:
        JobError: The file cannot be read, or a body is not the operation's model.
    """
    for arguments, bodies in groupby(job.bodies(changed_since), itemgetter(0)):
        for item, model in answers_in(job.spec, arguments, (body for _, body in bodies)):
            yield from rows_of_model(job.spec.operation, item, model)


def answers_in(
    spec: Spec, arguments: tuple[Any, ...], bodies: Iterable[bytes]
) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Return the answers of the operation that are in the bodies for an item, each with the arguments of its call.

    Raises:
        JobError: A body is not what was asked for.
    """
    given: set[tuple[object, object]] = set()
    plan = assembly.Plan(spec.operation) if spec.form == "series" else None
    for body in bodies:
        model = _read(spec.read, arguments, body)
        if plan is not None:
            yield from (((*arguments, number, row), answer) for number, row, answer in plan.answered(model))
        elif spec.form == "pages":
            yield arguments, attrs.evolve(model, results=tuple(new_rows(model.results, given)))
        else:
            yield arguments, model


def rows_of(operation: Operation[Any], arguments: tuple[Any, ...], body: bytes) -> Iterator[Row]:
    """Return the rows of one answer.

    Args:
        operation: What was called.
        arguments: The arguments of the call.
        body: The body of the answer.

    Raises:
        JobError: The body is not the operation's model.
    """
    return rows_of_model(operation, arguments, _read(partial(decode, operation.model), arguments, body))


def _read(read: Callable[[bytes], Any], arguments: tuple[Any, ...], body: bytes) -> Any:
    try:
        return read(body)
    except ResponseError as error:
        raise JobError(f"The body for {'/'.join(map(str, arguments))} cannot be read any more: {error}") from error


def rows_of_model(operation: Operation[Any], arguments: tuple[Any, ...], model: Any) -> Iterator[Row]:
    """Return the rows of one answer, from the arguments of its call and its model."""
    return table_of(operation).rows(dict(zip(item_parameters(operation), arguments, strict=False)), model)
