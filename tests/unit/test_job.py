from __future__ import annotations

import os
import re
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from importlib import import_module
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Any

import pytest

from tmdb_async import any_of
from tmdb_async.jobs import Job, JobError, Record
from tmdb_async.jobs.database import uri_of
from tmdb_async.jobs.job import _CHUNK

NAME = "tv_series.credits"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "job.sqlite"


def waiting(job: Job) -> list[tuple[Any, ...]]:
    return [arguments for _, arguments in job.waiting()]


def database(file: Path, *statements: str) -> list[Any]:
    with closing(sqlite3.connect(file)) as db, db:
        rows: list[Any] = []
        for statement in statements:
            rows = db.execute(statement).fetchall()
        return rows


def test_a_job_keeps_its_items(file: Path) -> None:
    """In the order they came in, each once, also after it was closed."""
    with Job.open(file, NAME) as job:
        assert job.add([3, (1,), 3]) == 2
    with Job.open(file, NAME) as job:
        assert job.add([1, 2]) == 1
        assert waiting(job) == [(3,), (1,), (2,)]
        assert job.count_waiting() == 3


def test_items_are_read_one_by_one(file: Path) -> None:
    """More of them than are read at once come back, too: none is left out, none comes twice."""
    with Job.open(file, NAME) as job:
        assert job.add(range(1, 2 * _CHUNK + 2)) == 2 * _CHUNK + 1
        assert waiting(job) == [(number,) for number in range(1, 2 * _CHUNK + 2)]


@pytest.mark.parametrize(
    ("item", "kind"), [("1", TypeError), (True, TypeError), (-1, ValueError), ((), ValueError), ((1, 2), ValueError)]
)
def test_a_malformed_item_adds_nothing(file: Path, item: Any, kind: type[Exception]) -> None:
    """All items are added or none, and the file stays as good as it was."""
    with Job.open(file, NAME) as job:
        with pytest.raises(kind):
            job.add([1, 2, item])
        assert waiting(job) == []
        assert job.add([1]) == 1


def test_items_that_cannot_be_read_add_nothing(file: Path) -> None:
    """What the iterable raises is raised."""

    def broken() -> Iterator[int]:
        yield 1
        raise OSError("disk")

    with Job.open(file, NAME) as job:
        with pytest.raises(OSError, match="disk"):
            job.add(broken())
        assert waiting(job) == []


def test_errors_of_the_items_are_the_callers(file: Path) -> None:
    """Also those of another database; and many items before are undone like a few."""

    def rows() -> Iterator[int]:
        yield from range(1, _CHUNK + 2)
        database(file.with_name("other"), "SELECT * FROM missing")

    with Job.open(file, NAME) as job:
        with pytest.raises(sqlite3.OperationalError, match="no such table: missing"):
            job.add(rows())
        assert waiting(job) == []
        assert job.add(range(1, 2 * _CHUNK + 1)) == 2 * _CHUNK


def test_what_has_an_answer_waits_no_more(file: Path) -> None:
    """A 404 is an answer; what failed waits again, and what is recorded later takes the place of the failure."""
    with Job.open(file, NAME) as job:
        job.add([1, 2, 3, 4])
        job.record(Record(1, status=200, body=b'{"id": 1}'))
        job.record(Record(2, status=404, code=34, body=b"{}"))
        job.record(Record(3, status=503, body=b"", error="ServerError", message="busy"))
        assert waiting(job) == [(4,), (3,)]
        assert job.status()[2:7] == (4, 1, 1, 1, 1)
        job.record(Record(3, status=200, body=b'{"id": 3}'))
        assert waiting(job) == [(4,)]
        assert job.status().failures == ()
        assert list(job.bodies()) == [((1,), b'{"id": 1}'), ((3,), b'{"id": 3}')]


def test_what_was_not_asked_for_comes_before_what_failed(file: Path) -> None:
    """So that a run that is limited gets on, whatever always fails."""
    with Job.open(file, NAME) as job:
        job.add(range(1, 7))
        for item in (1, 2, 4):
            job.record(Record(item, status=500, body=b"", error="ServerError", message=""))
        assert waiting(job) == [(3,), (5,), (6,), (1,), (2,), (4,)]


def test_an_item_that_fails_comes_once(file: Path) -> None:
    """A run that never ends would be no retry."""
    with Job.open(file, NAME) as job:
        job.add([1, 2])
        seen = []
        for item, arguments in job.waiting():
            job.record(Record(item, status=None, body=None, error="APIConnectionError", message="refused"))
            seen.append(arguments)
        assert seen == [(1,), (2,)]


def test_failures_are_summed_up_by_kind(file: Path) -> None:
    """Each kind with its number, the first three items and the first one's words; the most frequent first."""
    with Job.open(file, "tv_episodes.credits") as job:
        job.add([(1, 1, number) for number in range(1, 8)])
        job.record(Record(1, status=None, body=None, error="APIConnectionError", message="refused"))
        job.record(Record(7, status=500, body=b"", error="ServerError", message="other"))
        for item in (5, 2, 3, 4):
            job.record(Record(item, status=503, body=b"", error="ServerError", message=f"busy {item}"))
        first, *others = job.status().failures
    assert first == ("ServerError", 503, 4, "busy 2", ((1, 1, 2), (1, 1, 3), (1, 1, 4)))
    assert [(kind.error, kind.status, kind.total) for kind in others] == [
        ("APIConnectionError", None, 1),
        ("ServerError", 500, 1),
    ]


def test_a_status_is_of_one_moment(file: Path) -> None:
    """Whatever is recorded while it is put together."""
    with Job.open(file, NAME) as job, Job.read(file) as reader:
        job.add([1])

        def meanwhile(statement: str) -> None:
            if statement.startswith("SELECT error"):
                job.record(Record(1, status=500, body=b"", error="ServerError", message="busy"))

        reader._db.set_trace_callback(meanwhile)
        status = reader.status()
        assert (status.waiting, status.failed, status.failures) == (1, 0, ())
        reader._db.set_trace_callback(None)
        assert reader.status().failed == 1


def test_the_file_is_plain_sqlite(file: Path) -> None:
    """Everything that is promised stands in it: operation, language, arguments, status, code, raw body and time."""
    body = b'{"id": 1, "unknown": "\xff"}'
    with Job.open(file, NAME, language="pt-BR") as job:
        job.add([1399])
        job.record(Record(1, status=404, code=34, body=body))
    assert database(file, "SELECT operation, language FROM job") == [(NAME, "pt-BR")]
    [[arguments, status, code, error, message, time, kept]] = database(
        file,
        "SELECT arguments, status, code, error, message, time, body FROM items JOIN bodies ON item = id",
    )
    assert (arguments, status, code, error, message, kept) == ("[1399]", 404, 34, None, None, body)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", time)
    assert database(file, "PRAGMA journal_mode") == [("wal",)]


def test_a_loss_of_power_harms_no_job(file: Path) -> None:
    """The disk has what a checkpoint moves before anything takes its place, so the file is whole at any moment."""
    with Job.open(file, NAME) as job:
        for connection in (job._db, job._beside):
            assert connection is not None
            [level] = connection.execute("PRAGMA synchronous").fetchone()
            assert level >= 1  # NORMAL


def test_the_language_is_the_jobs(file: Path) -> None:
    """It is en-US where none is asked for, and the job's where it has one: never two in one file."""
    with Job.open(file, NAME) as job:
        assert job.language == "en-US"
        job.add([1])
    with pytest.raises(JobError, match=r"is a job of tv_series.credits in en-US: give another file for .* in de$"):
        Job.open(file, NAME, language="de")
    other = file.with_name("other")
    with Job.open(other, NAME, language="de") as job:
        job.add([1])
    with Job.open(other, NAME) as job:
        assert job.language == "de"


def test_a_job_has_one_operation(file: Path) -> None:
    """A file of another operation is refused, and left alone."""
    with Job.open(file, NAME) as job:
        job.add([1])
    with pytest.raises(JobError, match=r"is a job of tv_series.credits in en-US: give another file for tv_ep"):
        Job.open(file, "tv_episodes.credits")
    with Job.open(file, NAME) as job:
        assert waiting(job) == [(1,)]


def test_a_job_without_items_becomes_what_is_asked_for(file: Path) -> None:
    """Who mistook the operation or its language, and was refused the items, need not remove the file."""
    with Job.open(file, NAME, language="de") as job, pytest.raises(ValueError, match="takes series_id"):
        job.add([(1, 1, 1)])
    for _ in range(2):
        with Job.open(file, "tv_episodes.credits", language="fr") as job:
            assert (job.operation.name, job.language) == ("tv_episodes.credits", "fr")
            job.add([(1, 1, 1)])
        with Job.read(file) as job:
            assert job.status()[:3] == ("tv_episodes.credits", "fr", 1)


@pytest.mark.parametrize(
    ("operation", "language", "kind", "problem"),
    [
        ("tv_series.credit", None, ValueError, "did you mean tv_series.credits"),
        (NAME, "english", ValueError, "must look like"),
        (NAME, 7, TypeError, "must be a string"),
    ],
)
def test_bad_arguments_make_no_file(
    file: Path, operation: str, language: Any, kind: type[Exception], problem: str
) -> None:
    """They are refused before anything is written."""
    with pytest.raises(kind, match=problem):
        Job.open(file, operation, language=language)
    assert list(file.parent.iterdir()) == []


def test_an_operation_without_a_language_takes_none(file: Path) -> None:
    """Then the job has none either."""
    name = "tv_series.keywords"
    with pytest.raises(ValueError, match="takes no language"):
        Job.open(file, name, language="de")
    with Job.open(file, name) as job:
        assert job.language is None
        job.add([1])
    with pytest.raises(JobError, match=rf"is a job of {name}: give another file for {NAME}$"):
        Job.open(file, NAME)


@pytest.mark.parametrize(
    ("name", "parameters", "problem"),
    [
        ("tv_series.add_rating", {}, "is nothing for a job: it writes"),
        ("search.tv", {}, "needs query"),
        ("search.tv", {"query": "x", "year": 1999.5}, "year must be"),
        ("search.tv", {"query": "x", "page": 501}, "page must be from 1 to 500"),
        ("search.tv", {"query": "x", "name": "y"}, "has no parameter 'name'"),
        (NAME, {"language": "de"}, "has no parameter 'language'"),
        (NAME, {"series_id": 7}, "has no parameter 'series_id'"),
        ("tv_seasons.account_states", {"session_id": "s3cret"}, "has no parameter 'session_id'"),
    ],
)
def test_bad_parameters_make_no_file(file: Path, name: str, parameters: dict[str, Any], problem: str) -> None:
    """Whatever an operation does not take, lacks or must not be told is refused before anything is written."""
    with pytest.raises((TypeError, ValueError), match=problem) as caught:
        Job.open(file, name, parameters=parameters)
    assert "s3cret" not in str(caught.value)
    assert not file.exists()


def test_what_has_no_pages_has_no_whole(file: Path) -> None:
    """All pages are asked for of pages alone, and then none of them by its number."""
    with pytest.raises(ValueError, match="has no pages"):
        Job.open(file, NAME, all_pages=True)
    with pytest.raises(ValueError, match="has no parameter 'page'"):
        Job.open(file, "discover.tv", parameters={"page": 2}, all_pages=True)


def test_the_parameters_are_the_jobs(file: Path) -> None:
    """Each call is given them as they were; a job with others, or with all pages, is another one."""
    given = {"with_genres": any_of(18, 80), "first_air_date_gte": date(2020, 1, 31), "include_adult": False}
    with Job.open(file, "discover.tv", parameters=given) as job:
        assert job.add([()]) == 1
        assert job.spec.keywords == {**given, "language": "en-US"}
    Job.open(file, "discover.tv", parameters={**given, "page": None}).close()
    for other in ({}, {**given, "include_adult": True}):
        with pytest.raises(JobError, match=r"is a job of discover.tv first_air_date_gte=2020-01-31 .*: give another"):
            Job.open(file, "discover.tv", parameters=other)
    with pytest.raises(JobError, match=r"give another file for discover.tv .*, all pages"):
        Job.open(file, "discover.tv", parameters=given, all_pages=True)
    with Job.read(file) as job:
        assert job.spec.keywords == {**given, "language": "en-US"}


def test_two_cannot_run_one_job(file: Path) -> None:
    """The second is refused at once; looking at it is possible, and running it when the first has ended."""
    with Job.open(file, NAME) as job:
        with pytest.raises(JobError, match=r"is in use: another process runs this job$"):
            Job.open(file, NAME)
        job.add([1])
        with Job.read(file) as reader:
            assert reader.status().waiting == 1
            job.record(Record(1, status=200, body=b"{}"))
            assert reader.status().found == 1
    with Job.open(file, NAME):
        pass


def test_who_only_looks_cannot_write(file: Path) -> None:
    """A job that was opened to be read is never changed, and no file is left beside it."""
    with Job.open(file, NAME) as job:
        job.add([1])
    before = file.read_bytes()
    with Job.read(file) as job:
        with pytest.raises(JobError, match="readonly"):
            job.record(Record(1, status=200, body=b""))
        with pytest.raises(JobError, match="readonly"):
            job.add([2])
        assert job.status().waiting == 1
    assert file.read_bytes() == before
    assert sorted(path.name for path in file.parent.iterdir()) == ["job.sqlite", "job.sqlite-lock"]


def make_text(file: Path) -> None:
    file.write_text("this is no database, and long enough to be taken for one: " * 20, encoding="utf-8")


def make_foreign(file: Path) -> None:
    database(file, "CREATE TABLE mine (x)", "INSERT INTO mine VALUES (1)")


def make_marked(file: Path) -> None:
    database(file, "PRAGMA application_id = 7", "PRAGMA user_version = 1")


def make_newer(file: Path) -> None:
    Job.open(file, NAME).close()
    database(file, "PRAGMA user_version = 3")


def make_unknown(file: Path) -> None:
    with Job.open(file, NAME) as job:
        job.add([1])
    database(file, "UPDATE job SET operation = 'films.details'")


def make_tiny(file: Path) -> None:
    file.write_bytes(b"x")


REFUSED = {
    make_tiny: "is no job: it is the file of another program",
    make_text: "cannot be used: file is not a database",
    make_foreign: "is no job: it is the file of another program",
    make_marked: "is no job: it is the file of another program",
    make_newer: "is a job of version 3, which a newer tmdb_async made: upgrade the package",
    make_unknown: "is a job of another version of tmdb_async: There is no operation 'films.details'",
}


@pytest.mark.parametrize("make", REFUSED, ids=lambda make: make.__name__)
def test_a_file_that_is_no_job_is_refused_unharmed(file: Path, make: Any) -> None:
    """Whatever it is, it is not changed by a byte, neither by running it nor by looking at it."""
    make(file)
    before = {path: path.read_bytes() for path in file.parent.iterdir()}
    for _ in range(2):
        with pytest.raises(JobError, match=REFUSED[make]):
            Job.open(file, NAME)
        with pytest.raises(JobError, match=REFUSED[make]):
            Job.read(file)
    after = {path: path.read_bytes() for path in file.parent.iterdir()}
    if make is make_unknown:  # which can be told only once it is open: its lock was there
        after.pop(file.with_name("job.sqlite-lock"))
        before.pop(file.with_name("job.sqlite-lock"))
    assert after == before


def test_a_place_where_no_file_can_be_is_refused(tmp_path: Path) -> None:
    """A folder that is not there, or what is no folder, or a name that is too long."""
    (tmp_path / "file").touch()
    for name in ("missing/job.sqlite", "file/job.sqlite"):
        with pytest.raises(JobError, match="cannot be made: there is no folder "):
            Job.open(tmp_path / name, NAME)
        with pytest.raises(JobError, match="There is no job file"):
            Job.read(tmp_path / name)
    with pytest.raises(JobError, match=r"cannot be used: .*too long"):
        Job.open(tmp_path / ("long" * 100), NAME)
    with pytest.raises(JobError, match=r"cannot be used: .*too long"):
        Job.read(tmp_path / ("long" * 100))


@pytest.mark.parametrize("path", ["", ".", os.devnull])
def test_what_is_no_file_is_no_job(path: str) -> None:
    """SQLite would take some of it for an empty database, and write files beside it."""
    with pytest.raises(JobError, match="is no job: it is no file"):
        Job.open(path, NAME)
    with pytest.raises(JobError, match="is no job: it is no file"):
        Job.read(path)


@pytest.mark.parametrize("name", [":memory:", "file:x", "x?mode=ro", "100%25#x", "é ü"])
def test_no_name_means_something_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A job is in the file of its name, also where SQLite would read something into it."""
    monkeypatch.chdir(tmp_path)
    with Job.open(name, NAME) as job:
        job.add([1])
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, f"{name}-lock"])
    with Job.read(name) as job:
        assert job.status().items == 1


def test_a_job_has_one_lock_by_whatever_name(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two names of one file are one job."""
    monkeypatch.chdir(tmp_path)
    link = tmp_path / "link"
    link.symlink_to(file)
    with Job.open(link, NAME) as job:
        job.add([1])
        for name in (file, Path(file.name), link):
            with pytest.raises(JobError, match="is in use"):
                Job.open(name, NAME)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["job.sqlite", "job.sqlite-lock", "link"]


def test_an_empty_file_becomes_a_job(file: Path) -> None:
    """It may be one that was being made when its process was killed; to look at, it is none."""
    file.touch()
    with pytest.raises(JobError, match="is no job: it is empty"):
        Job.read(file)
    with Job.open(file, NAME) as job:
        assert job.add([1]) == 1


def test_a_lock_that_cannot_be_made_is_an_error(file: Path) -> None:
    """A job is never run without one, and the message names it."""
    lock = file.with_name("job.sqlite-lock")
    lock.mkdir()
    with pytest.raises(JobError, match="sqlite-lock cannot be used: unable to open database file"):
        Job.open(file, NAME)
    lock.rmdir()
    lock.write_text("something else " * 100, encoding="utf-8")
    with pytest.raises(JobError, match="sqlite-lock cannot be used: file is not a database"):
        Job.open(file, NAME)


def test_a_lock_that_fails_is_no_other_process(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fails, say, or one that knows no locks."""
    module: Any = import_module("tmdb_async.jobs.database")
    connect = module._connect

    class Failing:
        def execute(self, statement: str) -> None:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            if statement.startswith("BEGIN"):
                raise error

    def failing(stack: Any, path: Path, *options: str) -> Any:
        return Failing() if path.name.endswith("-lock") else connect(stack, path, *options)

    monkeypatch.setattr(module, "_connect", failing)
    with pytest.raises(JobError, match="sqlite-lock cannot be used: disk I/O error"):
        Job.open(file, NAME)


def test_a_full_disk_takes_nothing_away(file: Path) -> None:
    """What does not fit is refused with an error, again and again, and what was recorded is there."""
    with Job.open(file, NAME) as job:
        job.add([1, 2])
        job.record(Record(1, status=200, body=b"kept"))
        [pages] = job._db.execute("PRAGMA page_count").fetchone()
        job._db.execute(f"PRAGMA max_page_count = {pages + 2}")
        for _ in range(2):
            with pytest.raises(JobError, match="cannot be used: database or disk is full"):
                job.record(Record(2, status=200, body=b"x" * 100_000))
        assert waiting(job) == [(2,)]
    with Job.open(file, NAME) as job:
        assert list(job.bodies()) == [((1,), b"kept")]
        assert database(file, "PRAGMA integrity_check") == [("ok",)]


def test_a_checkpoint_moves_what_was_recorded_into_the_file_itself(file: Path) -> None:
    """Beside it nothing of it is needed any more; of a job that is only read, too, where nothing is to be moved."""
    with Job.open(file, NAME) as job:
        job.add([1])
        job.record(Record(1, status=200, body=b"kept"))
        job.checkpoint()
        alone = file.with_name("alone")
        alone.write_bytes(file.read_bytes())
    with Job.read(alone) as job:
        job.checkpoint()
        assert list(job.bodies()) == [((1,), b"kept")]


def test_a_job_is_not_closed_under_a_checkpoint(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another thread may be making one when a cancelled program leaves the block: SQLite would end the process."""
    job = Job.open(file, NAME)
    job.add([1])
    job.record(Record(1, status=200, body=b"kept"))
    steps: list[str] = []
    beside = job._beside

    class Slow:
        def execute(self, statement: str) -> Any:
            steps.append("checkpoint begins")
            began.set()
            time.sleep(0.1)
            assert beside is not None
            done = beside.execute(statement)
            steps.append("checkpoint ends")
            return done

    began = threading.Event()
    monkeypatch.setattr(job, "_beside", Slow())
    thread = threading.Thread(target=job.checkpoint)
    thread.start()
    assert began.wait(5)
    job.close()
    steps.append("closed")
    thread.join()
    assert steps == ["checkpoint begins", "checkpoint ends", "closed"]
    monkeypatch.setattr(job, "_beside", beside)
    with pytest.raises(JobError, match="closed database"):
        job.checkpoint()


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/a/b c?#%.sqlite"), "file:///a/b%20c%3F%23%25.sqlite"),
        (PureWindowsPath(r"C:\jobs\a.sqlite"), "file:///C:/jobs/a.sqlite"),
        (PureWindowsPath(r"\\server\share\a.sqlite"), "file:////server/share/a.sqlite"),
    ],
)
def test_a_file_has_an_address_on_every_system(path: PurePath, uri: str) -> None:
    """As SQLite reads it: without a host, whatever the file is on."""
    assert uri_of(path) == uri


def test_a_job_that_nobody_checkpoints_does_so_itself(file: Path) -> None:
    """What waits beside the file does not grow with the job."""
    with Job.open(file, NAME) as job:
        job.add(range(1, 46))
        for item in range(1, 46):
            job.record(Record(item, status=200, body=bytes(2_000_000)))
        assert file.with_name("job.sqlite-wal").stat().st_size < 75_000_000


def test_a_job_may_go_to_another_thread(file: Path) -> None:
    """One after the other: adding a million items before a run need not hold up an event loop."""
    from concurrent.futures import ThreadPoolExecutor

    with Job.open(file, NAME) as job, ThreadPoolExecutor() as threads:
        assert threads.submit(job.add, [1, 2]).result() == 2
