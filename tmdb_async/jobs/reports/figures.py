"""A job in numbers: its runs, and how long and how large its answers are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from tmdb_async.jobs.job import Job
from tmdb_async.jobs.records import Moment

_LATEST = 50  # runs that are looked at
_POINTS = 300  # of all of them: what an eye can tell apart on a page
_SHORTEST = 1.0  # seconds of a step

_RUNS = "SELECT id, began, ended FROM runs ORDER BY id DESC LIMIT ?"
_LENGTH = "SELECT total(seconds) FROM (SELECT max(seconds) AS seconds FROM timeline WHERE run >= ? GROUP BY run)"
# Beside a single maximum, SQLite takes what stands alone from the row that has it: here from the last of each step.
_TIMELINE = """SELECT run, max(seconds), done, failed, requests, bytes, cool_downs, total(paused) > 0, pace
FROM timeline WHERE run >= ? GROUP BY run, CAST(seconds / ? AS INTEGER) ORDER BY run, seconds"""
_TIMES = "SELECT round(seconds, 3), count(*) FROM items WHERE seconds IS NOT NULL GROUP BY 1 ORDER BY 1"
_SIZES = """SELECT length(body) + (SELECT total(length(body)) FROM further WHERE item = bodies.item), count(*)
FROM items JOIN bodies ON bodies.item = items.id WHERE answer BETWEEN 200 AND 299 AND body IS NOT NULL
GROUP BY 1 ORDER BY 1"""
# Six steps for each power of ten, about equally far apart.
_EDGES = tuple(step * 10.0**power for power in range(-3, 8) for step in (1, 1.5, 2, 3, 5, 7))


class Step(NamedTuple):
    """A part of a run's time, and what happened in it."""

    began: float
    """Where it begins, in seconds from the beginning of the run."""
    ended: float
    """Where it ends."""
    answered: float
    """How many items were answered in a second."""
    failed: float
    """How many items failed in a second."""
    requests: float
    """How many requests were sent in a second."""
    pace: float | None
    """How many might have been; None for any number."""
    cooled: bool
    """Whether all calls paused after HTTP 429."""
    paused: bool
    """Whether nothing succeeded any more."""


class PastRun(NamedTuple):
    """A run, also one that goes on, as far as it has been noted."""

    number: int
    """Which run it is, counted from 1."""
    began: str
    """When, in UTC."""
    ended: str | None
    """When, in UTC; None of one that goes on, or was killed."""
    last: Moment
    """How far it came."""
    steps: tuple[Step, ...]
    """How it went on."""


class Spread(NamedTuple):
    """How often values of each size are."""

    bars: tuple[tuple[float, float, int], ...]
    """Between which two values there are how many, without those at both ends that count nothing."""
    half: float
    """What half of them do not exceed."""
    most: float
    """What 99 of 100 do not exceed."""
    all: float
    """What none of them exceeds."""


def runs_of(job: Job) -> list[PastRun]:
    """Return the last runs of a job, in order."""
    runs = job.select(_RUNS, (_LATEST,))[::-1]
    first = runs[0][0] if runs else 0
    [[length]] = job.select(_LENGTH, (first,))
    moments: dict[int, list[Moment]] = {number: [] for number, _, _ in runs}
    for number, *moment in job.select(_TIMELINE, (first, max(length / _POINTS, _SHORTEST))):
        moments[number].append(Moment(*moment))
    none = Moment(0.0, 0, 0, 0, 0, 0, paused=False, pace=None)
    return [
        PastRun(number, began, ended, moments[number][-1] if moments[number] else none, _steps(none, moments[number]))
        for number, began, ended in runs
    ]


def times_of(job: Job) -> Spread | None:
    """Return how many seconds the outcomes took; None where that is not known."""
    return _spread(job.select(_TIMES))


def sizes_of(job: Job) -> Spread | None:
    """Return how many bytes the answers have; None where there are none."""
    return _spread(job.select(_SIZES))


def _steps(before: Moment, moments: Sequence[Moment]) -> tuple[Step, ...]:
    steps: list[Step] = []
    for number, now in enumerate(moments):
        seconds = now.seconds - before.seconds
        # What comes within a moment of another, as the end of a run does, is one step with what follows or precedes.
        if seconds < _SHORTEST / 2 and (steps or number + 1 < len(moments)):
            continue
        if seconds <= 0:
            continue
        # What failed around a pause is tried again, and has not failed where it succeeds then.
        failed = max(now.failed - before.failed, 0)
        steps.append(
            Step(
                before.seconds,
                now.seconds,
                answered=max(now.done - before.done - failed, 0) / seconds,
                failed=failed / seconds,
                requests=(now.requests - before.requests) / seconds,
                pace=now.pace,
                cooled=now.cool_downs > before.cool_downs,
                paused=bool(now.paused),
            )
        )
        before = now
    return tuple(steps)


def _spread(values: Sequence[tuple[float, int]]) -> Spread | None:
    """Return how often values are, of each value with its number, in order."""
    if not values:
        return None
    upto = list(accumulate(number for _, number in values))
    half, most = (values[bisect_left(upto, share * upto[-1])][0] for share in (0.5, 0.99))
    counts: Counter[int] = Counter()
    for value, number in values:
        counts[min(max(bisect_right(_EDGES, value) - 1, 0), len(_EDGES) - 2)] += number
    bars = tuple((_EDGES[step], _EDGES[step + 1], counts[step]) for step in range(min(counts), max(counts) + 1))
    return Spread(bars, half, most, values[-1][0])
