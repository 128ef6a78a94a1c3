from __future__ import annotations

from pathlib import Path

import pytest

from tmdb_async.jobs import Job, Moment, Record
from tmdb_async.jobs.reports.figures import Step, runs_of, sizes_of, times_of

from .jobs import SERIES

PAGES = "discover.tv"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "job.sqlite"


def moment(seconds: float, done: int, failed: int = 0, *, paused: bool = False, cool_downs: int = 0) -> Moment:
    return Moment(seconds, done, failed, 2 * done, 10 * done, cool_downs, paused=paused, pace=40.0)


def test_a_step_is_what_happened_since_the_one_before(file: Path) -> None:
    """In a second, whatever time is between them: during a pause little is noted."""
    with Job.open(file, SERIES) as job:
        run = job.begin_run(40.0)
        for each in (
            moment(0.0, 0),
            moment(1.5, 30, 3),
            moment(61.5, 36, 9, paused=True),
            moment(63.5, 46, 9, cool_downs=1),
        ):
            job.note(run, each)
        job.end_run(run)
        [found] = runs_of(job)
    assert found.ended is not None
    assert found.last == moment(63.5, 46, 9, cool_downs=1)
    assert found.steps == (
        Step(0.0, 1.5, 18.0, 2.0, 40.0, 40.0, cooled=False, paused=False),
        Step(1.5, 61.5, 0.0, 0.1, 0.2, 40.0, cooled=False, paused=True),
        Step(61.5, 63.5, 5.0, 0.0, 10.0, 40.0, cooled=True, paused=False),
    )


def test_what_failed_and_succeeds_when_it_is_tried_again_is_no_answer_less(file: Path) -> None:
    """Around a pause the number of those that failed falls."""
    with Job.open(file, SERIES) as job:
        run = job.begin_run(40.0)
        job.note(run, moment(2.0, 20, 20))
        job.note(run, moment(4.0, 20, 0))
        [found] = runs_of(job)
    assert [(step.answered, step.failed) for step in found.steps] == [(0.0, 10.0), (0.0, 0.0)]


def test_the_end_of_a_run_is_no_step_of_a_moment(file: Path) -> None:
    """In which one answer would be thousands a second; it is so only where it is all that there is."""
    with Job.open(file, SERIES) as job:
        first, second, third = (job.begin_run(40.0) for _ in range(3))
        for run, seconds in ((first, 0.0), (first, 1.9), (first, 3.9), (first, 4.0), (second, 0.25), (third, 0.0)):
            job.note(run, moment(seconds, int(8 * seconds)))
        runs = runs_of(job)
    assert [(step.began, step.ended) for step in runs[0].steps] == [(0.0, 1.9), (1.9, 3.9)]
    assert runs[0].last.seconds == 4.0
    assert [(step.began, step.ended, step.answered) for step in runs[1].steps] == [(0.0, 0.25, 8.0)]
    assert runs[2].steps == ()


def test_the_last_fifty_runs_are_looked_at(file: Path) -> None:
    """In order, and with the numbers that they have in the file."""
    with Job.open(file, SERIES) as job:
        for _ in range(52):
            job.note(job.begin_run(40.0), moment(1.0, 1))
        runs = runs_of(job)
    assert [run.number for run in runs] == [*range(3, 53)]


def test_the_times_are_those_of_all_outcomes(file: Path) -> None:
    """Also of failures; half of them, 99 of 100 and all do not exceed what is told."""
    with Job.open(file, SERIES) as job:
        assert times_of(job) is None
        job.add(range(1, 201))
        items = [item for item, _ in job.waiting()]
        job.record(*(Record(item, 200, b"{}", seconds=0.012) for item in items[:100]))
        job.record(*(Record(item, None, None, error="E", message="m", seconds=0.02) for item in items[100:198]))
        job.record(Record(items[198], 200, b"{}"), Record(items[199], 200, b"{}", seconds=0.0001))
        spread = times_of(job)
    assert spread is not None
    assert (spread.half, spread.most, spread.all) == (0.012, 0.02, 0.02)
    assert spread.bars[0] == (0.001, 0.0015, 1)
    assert [number for low, _, number in spread.bars if low >= 0.009] == [100, 0, 98]
    assert [pytest.approx(low) for low, _, _ in spread.bars][-3:] == [0.01, 0.015, 0.02]


def test_a_size_is_that_of_the_whole_answer(file: Path) -> None:
    """Of all its bodies; what was not found, and what failed, has none."""
    with Job.open(file, PAGES, all_pages=True) as job:
        assert sizes_of(job) is None
        job.add([()])
        [(item, _)] = job.waiting()
        job.record(Record(item, 404, b"x" * 10))
        assert sizes_of(job) is None
        job.record(Record(item, 200, b"x" * 1000, further=(b"x" * 500, b"x" * 300)))
        job.record(Record(item, None, None, error="E", message="m"))
        spread = sizes_of(job)
    assert spread is not None
    assert (spread.half, spread.most, spread.all) == (1800, 1800, 1800)
    assert [(round(low), round(high), number) for low, high, number in spread.bars] == [(1500, 2000, 1)]


def test_what_is_beyond_all_edges_is_in_the_last_bar(file: Path) -> None:
    """Where an answer takes weeks."""
    with Job.open(file, SERIES) as job:
        job.add([1])
        [(item, _)] = job.waiting()
        job.record(Record(item, 200, b"{}", seconds=1e9))
        spread = times_of(job)
    assert spread is not None
    assert [number for *_, number in spread.bars] == [1]
    assert spread.all == 1e9
