from __future__ import annotations

import re
from pathlib import Path

import pytest

from tmdb_async.jobs import Job, JobError, report
from tmdb_async.jobs.reports.people import Appearances, Matrix, People, Person, people_in

from .jobs import EPISODES, SERIES, Page, answer, job_with, person


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "job.sqlite"


def people_of(file: Path, series: int | None = None) -> People:
    with Job.read(file) as job:
        people = people_in(job, series)
    assert people is not None
    return people


def test_people_are_counted_by_their_number(file: Path) -> None:
    """In the cast, among guest stars and in the crew, whatever their name is there."""
    writer = {"department": "Writing", "job": "Writer"}
    answers = {
        (1, 1, 1): answer(cast=[person(7), person(8)], guest_stars=[person(9)], crew=[person(7, **writer)]),
        (2, 1, 1): answer(cast=[person(7)], crew=[person(7, **writer), person(9, "New", **writer)]),
    }
    people = people_of(job_with(file, EPISODES, answers))
    assert (people.credits, people.total) == (7, 3)
    assert people.most == [Person(7, "Person 7", 2, 0, 2), Person(9, "New", 0, 1, 1), Person(8, "Person 8", 1, 0, 0)]
    assert people.departments == [("Cast", 3), ("Writing", 3), ("Guest stars", 1)]


def test_who_has_no_number_is_nobody(file: Path) -> None:
    """The credit counts for its department, of which there may be none."""
    nobody = {"name": "X", "credit_id": "c", "department": "", "job": ""}
    people = people_of(job_with(file, EPISODES, {(1, 1, 1): answer(crew=[nobody])}))
    assert (people.credits, people.total, [*people.most]) == (1, 0, [])
    assert people.departments == [("None named", 1)]


def test_only_those_with_most_are_shown(file: Path) -> None:
    """25 people and 20 departments."""
    crew = [person(number, department=f"D{number}", job="x") for number in range(60)]
    people = people_of(job_with(file, EPISODES, {(1, 1, 1): answer(crew=crew)}))
    assert (len(people.most), len(people.departments), people.total) == (25, 20, 60)


def test_the_series_by_episode_is_the_largest_or_the_one_that_is_asked_for(file: Path) -> None:
    """With its episodes in order, those without anybody that is named left out."""
    few, many = [person(1)], [person(number) for number in range(2, 9)]
    answers = {
        (5, 1, 1): answer(cast=[*many, person(9, "x" * 500)]),
        (6, 2, 1): answer(cast=few),
        (6, 1, 2): answer(cast=few, guest_stars=few),
        (6, 1, 1): answer(guest_stars=[*few, person(2)]),
        (6, 1, 3): answer(),
    }
    job_with(file, EPISODES, answers)
    largest = people_of(file).matrix
    assert largest is not None
    assert (largest.series, largest.total) == (5, 8)
    assert people_of(file, 6).matrix == Matrix(
        6,
        [(1, 1), (1, 2), (2, 1)],
        [
            Appearances("Person 1", frozenset({(1, 2), (2, 1)}), frozenset({(1, 1), (1, 2)})),
            Appearances("Person 2", frozenset(), frozenset({(1, 1)})),
        ],
        2,
    )


def test_a_series_that_the_job_lacks_is_refused(file: Path) -> None:
    """As is any where there are no credits of episodes."""
    job_with(file, EPISODES, {(5, 1, 1): answer(cast=[person(1)])})
    with Job.read(file) as job, pytest.raises(JobError, match="has no credits of episodes of the series 6"):
        people_in(job, 6)
    other = job_with(file.with_name("other"), SERIES, {(5,): answer(cast=[person(1)])})
    with Job.read(other) as job, pytest.raises(JobError, match="series 5"):
        people_in(job, 5)
    keywords = job_with(file.with_name("keywords"), "tv_series.keywords", {(5,): b'{"id":5,"results":[]}'})
    with Job.read(keywords) as job, pytest.raises(JobError, match="series 5"):
        people_in(job, 5)


def test_credits_of_whole_series_have_no_matrix(file: Path) -> None:
    """But all else."""
    people = people_of(job_with(file, SERIES, {(5,): answer(cast=[person(1)])}))
    assert people.matrix is None
    assert people.most == [Person(1, "Person 1", 1, 0, 0)]


def test_a_job_without_answers_names_nobody(file: Path) -> None:
    """And has no largest series."""
    with Job.open(file, EPISODES) as job:
        job.add([(1, 1, 1)])
    assert people_of(file) == People(0, 0, [], [], None)


def matrix_of(file: Path) -> tuple[Page, str]:
    with Job.read(file) as job:
        report(job, file.with_suffix(".html"))
    text = file.with_suffix(".html").read_text(encoding="utf-8")
    return Page(text), text[text.index("episode by episode") :]


def test_the_matrix_has_a_row_for_each_of_forty_people(file: Path) -> None:
    """And a cell for each episode: of the cast, or of a guest star where the person is not in the cast as well."""
    everybody = [person(number) for number in range(1, 61)]
    answers = {(1, season, 1): answer(cast=everybody[: 50 // season], guest_stars=everybody) for season in (1, 2, 3)}
    page, matrix = matrix_of(job_with(file, EPISODES, answers))
    assert matrix.count('class="name"') == 40
    assert "The 40 of 60 people with the most episodes, in 3 episodes: in the " in page.texts
    cast, guest = (re.findall(f'<path class="{look}" d="([^"]*)"', matrix) for look in ("cast", "guest"))
    assert sum(each.count("M") for each in cast) == 40 + 25 + 16
    assert sum(each.count("M") for each in guest) == 40 * 3 - (40 + 25 + 16)
    assert {"S1", "S2", "S3"} & {*page.texts} == set()  # they are too narrow for that
    assert {"1", "2", "3"} <= {*page.texts}


def test_the_matrix_of_a_long_series_has_columns_of_several_episodes(file: Path) -> None:
    """Never of two seasons."""
    answers = {(1, season, n): answer(cast=[person(1)]) for season in (1, 2) for n in range(1, 302)}
    page, matrix = matrix_of(job_with(file, EPISODES, answers))
    [cells] = re.findall('<path class="cast" d="([^"]*)"', matrix)
    assert cells.count("M") == 2 * 76  # of four episodes each
    assert {"Season 1", "Season 2", ". A column is 4 episodes, of which one is enough."} <= {*page.texts}


def test_a_name_is_shown_as_far_as_there_is_room(file: Path) -> None:
    """Some scripts take twice as much."""
    people = [person(1, "a" * 40), person(2, "陈" * 40)]
    page, _ = matrix_of(job_with(file, EPISODES, {(1, 1, 1): answer(cast=people)}))
    assert {"a" * 25 + "…", "陈" * 12 + "…"} <= {*page.texts}
