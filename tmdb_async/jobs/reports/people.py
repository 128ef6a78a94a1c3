"""Whom the credits name most, where, and in which episodes of a series."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from tmdb_async.jobs.errors import JobError
from tmdb_async.jobs.job import Job
from tmdb_async.jobs.tables import rows_in, table_of
from tmdb_async.operations import item_parameters

_SERIES = "series_id"
_COLUMNS = ("kind", "person_id", "name", "department", _SERIES, "season_number", "episode_number")
_PEOPLE = 25
_DEPARTMENTS = 20
_CAST = 40  # of a series
# The largest is the one of which there is most to see, and is known without reading a body.
_LARGEST = """SELECT json_extract(arguments, '$[' || ? || ']') AS series
FROM items JOIN bodies ON bodies.item = items.id LEFT JOIN (
    SELECT item, sum(length(body)) AS more FROM further GROUP BY item
) USING (item) WHERE answer BETWEEN 200 AND 299
GROUP BY series ORDER BY sum(length(body)) + total(more) DESC LIMIT 1"""

Episode = tuple[int, int]


class Person(NamedTuple):
    """Someone with many credits."""

    id: int
    """TMDB's number."""
    name: str | None
    """The name, where TMDB has one."""
    cast: int
    """How many credits are in the cast."""
    guest: int
    """How many are among the guest stars."""
    crew: int
    """How many are in the crew."""


class Appearances(NamedTuple):
    """Someone in a series."""

    name: str | None
    """The name, where TMDB has one."""
    cast: frozenset[Episode]
    """The episodes with this person in the cast."""
    guest: frozenset[Episode]
    """Those with this person among the guest stars."""


class Matrix(NamedTuple):
    """Who plays in which episodes of a series."""

    series: int
    """TMDB's number."""
    episodes: Sequence[Episode]
    """Season and number of all of its episodes that have credits, in order."""
    people: Sequence[Appearances]
    """Those with the most episodes."""
    total: int
    """How many people there are."""


class People(NamedTuple):
    """Whom the credits of a job name."""

    credits: int
    """How many credits there are."""
    total: int
    """How many people they name."""
    most: Sequence[Person]
    """Those with the most credits."""
    departments: Sequence[tuple[str, int]]
    """How many credits are in each department, the largest first."""
    matrix: Matrix | None
    """One series by episode; None where there are no credits of episodes."""


def people_in(job: Job, series: int | None) -> People | None:
    """Return whom the credits of a job name; None where its rows are no credits.

    Args:
        job: The job. Its bodies are read once.
        series: The series to show by episode; None for the largest.

    Raises:
        JobError: The file cannot be read, or has no credits of episodes of that series.
    """
    columns = [*table_of(job.operation).columns]
    people = None
    if {*_COLUMNS} <= {*columns}:
        people = _count(job, columns, _largest(job) if series is None else series)
    if series is not None and (people is None or people.matrix is None):
        raise JobError(f"{job.path} has no credits of episodes of the series {series}")
    return people


def _largest(job: Job) -> int | None:
    place = [*item_parameters(job.spec.asked)].index(_SERIES)
    found = job.select(_LARGEST, (place,))
    return found[0][0] if found else None


def _count(job: Job, columns: list[str], series: int | None) -> People:
    kinds: dict[str, Counter[int]] = {"cast": Counter(), "guest_star": Counter(), "crew": Counter()}
    departments: Counter[str] = Counter()
    names: dict[int, str | None] = {}
    played: dict[str, dict[int, set[Episode]]] = {"cast": {}, "guest_star": {}}
    episodes: set[Episode] = set()
    columns_of: Any = itemgetter(*map(columns.index, _COLUMNS))
    for kind, person, name, department, where, season, episode in map(columns_of, rows_in(job)):
        departments[_PLAYING.get(kind) or department or "None named"] += 1
        here: Any = (season, episode) if where == series and episode is not None else None
        if here:
            episodes.add(here)
        if person is None:
            continue
        kinds[kind][person] += 1
        names[person] = name
        if here and kind in played:
            played[kind].setdefault(person, set()).add(here)
    return People(
        credits=departments.total(),
        total=len(names),
        most=[
            Person(person, names[person], *(kinds[kind][person] for kind in ("cast", "guest_star", "crew")))
            for person, _ in sum(kinds.values(), Counter[int]()).most_common(_PEOPLE)
        ],
        departments=departments.most_common(_DEPARTMENTS),
        matrix=_matrix(series, sorted(episodes), names, played) if series is not None and episodes else None,
    )


_PLAYING = {"cast": "Cast", "guest_star": "Guest stars"}


def _matrix(
    series: int,
    episodes: list[Episode],
    names: dict[int, str | None],
    played: dict[str, dict[int, set[Episode]]],
) -> Matrix:
    cast, guests = played["cast"], played["guest_star"]
    everybody = {person: cast.get(person, set()) | guests.get(person, set()) for person in [*cast, *guests]}
    most = sorted(everybody, key=lambda person: (-len(everybody[person]), min(everybody[person])))[:_CAST]
    people = [
        Appearances(names[person], frozenset(cast.get(person, ())), frozenset(guests.get(person, ())))
        for person in most
    ]
    return Matrix(series, episodes, people, len(everybody))
