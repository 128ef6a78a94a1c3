from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.test_assembly import body_of, series
from tests.unit.test_job_versions import VERSION_1
from tmdb_async.jobs import Job, JobError, Moment, Record, report
from tmdb_async.jobs.printable import printable
from tmdb_async.jobs.reports.markup import Markup, tag
from tmdb_async.jobs.reports.words import duration, moment, shortened, size

from .jobs import EPISODES, HOSTILE, SERIES, Page, answer, hostile_job, job_with, person


def page_on(file: Path, series: int | None = None) -> str:
    out = file.with_suffix(".html")
    with Job.read(file) as job:
        report(job, out, series)
    return out.read_text(encoding="utf-8")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "job.sqlite"


# What others wrote


def test_what_others_wrote_is_no_markup(file: Path) -> None:
    """Neither a name, a department nor the words of a failure: the page has its own elements and attributes alone."""
    page = Page(page_on(hostile_job(file)))
    own = (
        "html head meta title style body main header footer section h1 h2 h3 p b i dl dt dd div span figure figcaption "
        "table thead tbody tr th td bdi small svg g line path rect text"
    )
    assert page.tags <= {*own.split()}
    names = {name for name, _ in page.attributes}
    own = "lang charset http-equiv content name class style role aria-hidden x y x1 x2 y1 y2 width height d viewbox"
    assert names <= {*own.split()}


def test_what_others_wrote_is_read_as_it_is(file: Path) -> None:
    """But for what commands a reader, as a change of the direction does, and for what is beyond 300 characters."""
    page = Page(page_on(hostile_job(file)))
    for words in HOSTILE[:-2]:
        shown = shortened(printable(words.replace("{url}", "http://127.0.0.1:1")), 80)
        assert any(shown in each for each in page.texts), words
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202a-\u202e\u2066-\u2069]", page.words)
    assert "x" * 301 not in page.words
    assert "No name" in page.words


@given(st.text())
def test_any_text_is_a_text(words: str) -> None:
    """Between tags as inside an attribute, whatever stands in it."""
    words = words.encode("utf-8", "replace").decode()
    page = Page(tag("p", words, class_=words))
    assert page.words.replace("\n", "") == printable(words)
    assert page.attributes == [("class", printable(words))]
    assert page.tags == {"p"}


def test_what_is_markup_stays_so() -> None:
    """An element holds others; numbers have one decimal at most."""
    assert tag("p", tag("b", 1), "<", stroke_width=1.25, x=2.0) == '<p stroke-width="1.2" x="2"><b>1</b>&lt;</p>'
    assert isinstance(tag("p"), Markup)


def test_the_page_needs_no_network_and_runs_no_script(file: Path) -> None:
    """There is no address in it to follow, and its policy would let none be followed."""
    text = page_on(hostile_job(file))
    page = Page(text)
    assert not {"script", "link", "img", "iframe", "a"} & page.tags
    assert not {name for name, _ in page.attributes} & {"src", "href", "srcset", "action"}
    [style] = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert not re.search(r"url|@import|<", style)
    assert not any("url" in str(value) for name, value in page.attributes if name == "style")
    assert any("default-src 'none'" in str(value) for name, value in page.attributes if name == "content")


def test_the_names_of_the_file_and_of_what_is_asked_for_are_texts(tmp_path: Path) -> None:
    """Also where a name has bytes that are none."""
    made = job_with(
        tmp_path / "job.sqlite",
        "search.tv",
        {(): b'{"page":1,"results":[],"total_pages":1,"total_results":0}'},
        parameters={"query": "</title><script>"},
    )
    try:
        file = made.rename(tmp_path / "<b>&\udcff.sqlite")
    except (OSError, UnicodeError):
        pytest.skip("the system has no such names")
    out = tmp_path / "out.html"
    with Job.read(file) as job:
        report(job, out)
    page = Page(out.read_text(encoding="utf-8"))
    assert "script" not in page.tags
    assert "<b>&?.sqlite" in page.texts
    assert any("query=</title><script>" in each for each in page.texts)


# What a job may be


def test_a_job_without_items(file: Path) -> None:
    """Says so."""
    with Job.open(file, EPISODES):
        pass
    page = Page(page_on(file))
    assert {"The job has no items yet.", "No run is noted in this file."} <= {*page.texts}
    assert "svg" not in page.tags


def test_a_job_that_was_never_run(file: Path) -> None:
    """Says how many items wait."""
    with Job.open(file, EPISODES) as job:
        job.add([(1, 1, number) for number in range(1, 1235)])
    page = Page(page_on(file))
    assert "None of the 1,234 items has been asked for yet." in page.texts
    assert "svg" not in page.tags


def test_a_job_of_version_1(file: Path) -> None:
    """Has no runs and no times, but all else."""
    with closing(sqlite3.connect(file)) as db:
        db.executescript(VERSION_1)
    page = Page(page_on(file))
    assert "2 of 4 items have an answer: 50.0 %." in page.texts
    assert {"No run is noted in this file.", "ServerError, HTTP 503", "down", "How large an answer is"} <= {*page.texts}
    assert "How long an item took" not in page.texts


def test_a_job_that_is_being_run(file: Path) -> None:
    """Is reported on as far as it is; what was killed is told from what may go on."""
    with Job.open(file, EPISODES) as job:
        job.add([(1, 1, 1), (1, 1, 2)])
        for seconds in (0.0, 30.0, 0.0):
            run = job.begin_run(40.0)
            job.note(run, Moment(seconds, 1, 0, 60, 3000, 0, paused=False, pace=40.0))
        ended = job.begin_run(None)
        job.note(ended, Moment(10.0, 1, 0, 1, 1, 0, paused=False, pace=None))
        job.end_run(ended)
        job.begin_run(40.0)
        page = Page(page_on(file))
    assert page.texts.count("was killed") == 3
    assert page.texts.count("goes on, or was killed") == 1
    assert "2.0" in page.texts  # 60 requests in 30 s
    assert "pace that was allowed" in page.texts
    assert " Upright lines part one run from the next." in page.words


def test_all_items_may_have_an_answer(file: Path) -> None:
    """Of one as of many; one that TMDB's daily export lacks is counted."""
    job_with(file, SERIES, {(1,): answer()})
    assert "The item has an answer." in page_on(file)
    job_with(file, SERIES, {(1,): answer(), (2,): answer()})
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("UPDATE items SET gone = '2026-11-02' WHERE id = 2")
    page = Page(page_on(file))
    assert {"All 2 items have an answer.", "gone from TMDB"} <= {*page.texts}


def test_a_client_without_a_pace_has_no_line_of_it(file: Path) -> None:
    """There is nothing beside which its requests could be seen."""
    with Job.open(file, EPISODES) as job:
        job.note(job.begin_run(None), Moment(10.0, 1, 0, 1, 1, 0, paused=False, pace=None))
    page = Page(page_on(file))
    assert "Requests" in page.texts
    assert "pace that was allowed" not in page.texts
    assert ("class", "line pace") in page.attributes
    assert ("d", "") in page.attributes


def test_a_pace_that_stands_still_is_one_line(file: Path) -> None:
    """Only where it changes there is a point of its own."""
    with Job.open(file, EPISODES) as job:
        run = job.begin_run(40.0)
        for second in range(4):
            job.note(run, Moment(float(second), second, 0, second, 1, 0, paused=False, pace=40.0))
    [pace] = re.findall(r'class="line pace" d="([^"]*)"', page_on(file))
    assert re.fullmatch(r"M[\d.]+ [\d.]+(H[\d.]+){3}", pace)


def test_a_job_by_series_is_shown_by_episode(file: Path) -> None:
    """As one of single episodes; the credits of whole series have no episodes to be shown by."""
    with Job.open(file, EPISODES, by_series=True) as job:
        job.add([7])
        job.record(Record(1, 200, body_of(series(1, 2)), seconds=0.1))
    assert {"Series 7, episode by episode", "Everybody, in 4 episodes: in the "} <= {*Page(page_on(file)).texts}
    whole = job_with(file.with_name("whole.sqlite"), SERIES, {(7,): answer(cast=[person(1)])})
    assert {"1 credits name 1 people.", "Person 1"} <= {*Page(page_on(whole)).texts}


def test_what_is_long_is_cut_and_counted(file: Path) -> None:
    """Twelve runs and twenty kinds of failures; how many more there are is told."""
    with Job.open(file, SERIES) as job:
        job.add(range(1, 26))
        job.record(*(Record(item, None, None, error=f"Error{item:02}", message="no") for item, _ in [*job.waiting()]))
        for _ in range(60):
            job.begin_run(40.0)
    page = Page(page_on(file))
    assert {"5 items failed in other ways.", "48 earlier runs are not listed."} <= {*page.texts}
    assert "Error20" in page.texts
    assert "Error21" not in page.texts
    assert page.texts.count("was killed") == 11


def test_an_operation_without_credits_has_the_general_parts(file: Path) -> None:
    """Whatever its rows are."""
    job_with(file, "tv_series.keywords", {(1,): b'{"id":1,"results":[{"id":2,"name":"a"}]}'})
    page = Page(page_on(file))
    assert "How long an item took" in page.texts
    assert "The credits" not in page.texts


def test_a_night_is_a_small_page(file: Path) -> None:
    """Of some 300 steps, whatever was noted."""
    with Job.open(file, EPISODES) as job:
        run = job.begin_run(40.0)
        with closing(sqlite3.connect(file)) as db, db:
            rows = (
                (run, float(n), 40 * n, n, 41 * n, n, n // 900, n // 1000 % 9 == 8, 40.0 - n % 7) for n in range(30000)
            )
            db.executemany("INSERT INTO timeline VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    text = page_on(file)
    assert len(text) < 100_000
    assert 290 <= max(each.count("V") for each in re.findall(r'class="area requests" d="([^"]*)"', text)) // 2 <= 301
    assert text.count('class="paused"') == 2 * 3


# The file


def test_the_page_takes_the_place_of_another_when_it_is_whole(file: Path, tmp_path: Path) -> None:
    """One that cannot be made leaves the other as it was, and nothing beside it."""
    job_with(file, SERIES, {(1,): answer()})
    out = tmp_path / "report.html"
    out.write_text("before")
    with Job.read(file) as job:
        with pytest.raises(JobError, match="has no credits of episodes of the series 7"):
            report(job, out, 7)
        assert out.read_text() == "before"
        report(job, out)
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert out.read_text(encoding="utf-8").endswith("</html>\n")
    assert not [each for each in tmp_path.iterdir() if each.suffix == ".part"]


def test_the_page_is_not_written_over_the_job(tmp_path: Path) -> None:
    """Nor to a place that cannot be written, nor to a file that is no page."""
    file = job_with(tmp_path / "job.html", SERIES, {(1,): answer()})
    with Job.read(file) as job:
        with pytest.raises(JobError, match="is the job itself"):
            report(job, file)
        with pytest.raises(JobError, match="cannot be written"):
            report(job, tmp_path / "nowhere" / "report.html")
        with pytest.raises(ValueError, match=r"must end in \.html or \.htm"):
            report(job, tmp_path / "other.sqlite")


# Words and charts


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 ms"),
        (0.0123, "12.3 ms"),
        (1, "1 s"),
        (59.4, "59.4 s"),
        (59.96, "1 min"),
        (61, "1 min 01 s"),
        (3599.9, "1 h"),
        (3600, "1 h"),
        (30_000, "8 h 20 min"),
    ],
)
def test_a_time_has_the_unit_that_suits_it(seconds: float, words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (999.6, "1 kB"),
        (15_400, "15.4 kB"),
        (8.2e6, "8.2 MB"),
        (4.1e9, "4.1 GB"),
        (2e12, "2,000 GB"),
    ],
)
def test_a_size_has_the_unit_that_suits_it(number: float, words: str) -> None:
    assert size(number) == words


def test_a_time_of_a_job_is_told_to_the_second() -> None:
    assert moment("2026-11-26T04:08:31.123Z") == "2026-11-26 04:08:31"


def test_people_without_credits_are_no_section(file: Path) -> None:
    """As in a job whose answers name nobody."""
    job_with(file, EPISODES, {(1, 1, 1): answer()})
    assert "The credits" not in Page(page_on(file)).texts


def test_the_rows_of_a_page_are_the_people(file: Path) -> None:
    """With the numbers that the bars show."""
    job_with(
        file,
        EPISODES,
        {(1, 1, 1): answer(cast=[person(5, "Ann")], crew=[person(5, "Ann", department="Art", job="Painter")])},
    )
    page = Page(page_on(file))
    assert {"2 credits name 1 people.", "Ann", "Art", "Everybody, in 1 episodes: in the "} <= {*page.texts}
