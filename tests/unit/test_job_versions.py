from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tmdb_async.jobs import Job, JobError, Record

NAME = "tv_series.credits"
FOUND = b'{"id":1,"cast":[],"crew":[]}'
# As version 1 made it.
VERSION_1 = f"""
PRAGMA application_id = {0x746D6462};
PRAGMA user_version = 1;
PRAGMA journal_mode = WAL;
CREATE TABLE job (operation TEXT NOT NULL, language TEXT, created TEXT NOT NULL);
CREATE TABLE items (id INTEGER PRIMARY KEY, arguments TEXT NOT NULL UNIQUE, status INTEGER, code INTEGER, error TEXT,
    message TEXT, time TEXT);
CREATE INDEX failures ON items (error, status) WHERE error IS NOT NULL;
CREATE TABLE bodies (item INTEGER PRIMARY KEY REFERENCES items, body BLOB);
INSERT INTO job VALUES ('{NAME}', 'de-DE', '2026-11-01T00:00:00.000Z');
INSERT INTO items VALUES (1, '[1]', 200, NULL, NULL, NULL, '2026-11-02T00:00:00.000Z');
INSERT INTO items VALUES (2, '[2]', 404, 34, NULL, NULL, '2026-11-02T00:00:00.000Z');
INSERT INTO items VALUES (3, '[3]', 503, NULL, 'ServerError', 'down', '2026-11-02T00:00:00.000Z');
INSERT INTO items VALUES (4, '[4]', NULL, NULL, NULL, NULL, NULL);
INSERT INTO bodies VALUES (1, x'{FOUND.hex()}'), (2, x'00'), (3, x'01');
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "job.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(VERSION_1)
    return path


def version(file: Path) -> int:
    with closing(sqlite3.connect(file)) as db:
        [found] = db.execute("PRAGMA user_version").fetchone()
    return int(found)


def check(job: Job) -> None:
    status = job.status()
    assert (status.found, status.not_found, status.failed, status.waiting) == (1, 1, 1, 1)
    assert [*job.bodies()] == [((1,), FOUND)]
    assert (job.language, job.spec.form, job.spec.parameters) == ("de-DE", "single", {})
    assert [item for _, item in job.waiting()] == [(4,), (3,)]


def test_a_job_of_version_1_is_brought_up_to_date_to_run_it(file: Path) -> None:
    """With all that it holds, and it goes on from there."""
    with Job.open(file, NAME, language="de-DE") as job:
        check(job)
        job.record(Record(3, 200, FOUND))
        assert job.status().found == 2
    assert version(file) == 2
    with closing(sqlite3.connect(file)) as db:
        rows = db.execute("SELECT answer, answered = time, changed = time FROM items ORDER BY id").fetchall()
    assert rows == [(200, 1, 1), (404, 1, 1), (200, 1, 1), (None, None, None)]


def test_a_job_of_version_1_is_brought_up_to_date_to_look_at_it(file: Path) -> None:
    """Unless another process runs it."""
    with Job.read(file) as job:
        check(job)
    assert version(file) == 2


def test_a_job_of_version_1_that_another_process_runs_is_left_alone(file: Path) -> None:
    """It is in use, and stays what it is."""
    with closing(sqlite3.connect(f"{file}-lock")) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        with pytest.raises(JobError, match="is in use"):
            Job.read(file)
    assert version(file) == 1


def test_an_upgrade_that_fails_changes_nothing(file: Path) -> None:
    """All of it or nothing: a table that stands in its way is told, and the job is as it was."""
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE timeline (mine)")
    with pytest.raises(JobError, match="table timeline already exists"):
        Job.open(file, NAME)
    assert version(file) == 1
    with closing(sqlite3.connect(file)) as db:
        assert [name for _, name, *_ in db.execute("PRAGMA table_info(job)")] == ["operation", "language", "created"]


def test_an_old_job_where_nothing_can_be_written_says_what_to_do(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot be brought up to date there."""
    monkeypatch.setattr("tmdb_async.jobs.database._may_write", lambda path: path != file.parent)
    with pytest.raises(JobError, match="is a job of version 1: copy it to where it can be written"):
        Job.read(file)


def test_a_hard_link_to_a_job_is_the_same_job(tmp_path: Path) -> None:
    """It has one lock and one log, by whatever name it is opened, also for what is not in the file itself yet."""
    file, link = tmp_path / "job.sqlite", tmp_path / "elsewhere" / "link.sqlite"
    link.parent.mkdir()
    with Job.open(file, NAME) as job:
        job.add([1])
        os.link(file, link)
        job.add([2])
        with pytest.raises(JobError, match="is in use"):
            Job.open(link, NAME)
        with Job.read(link) as same:
            assert same.status().items == 2
    with Job.open(link, NAME) as job:
        job.add([3])
        with pytest.raises(JobError, match="is in use"):
            Job.open(file, NAME)
    assert [path.name for path in link.parent.iterdir()] == ["link.sqlite"]
    with Job.read(file) as job:
        assert job.status().items == 3


def test_a_name_need_not_be_text(tmp_path: Path) -> None:
    """A system's names are bytes."""
    file, link = tmp_path / os.fsdecode(b"job-\xff.sqlite"), tmp_path / "link.sqlite"
    with Job.open(file, NAME) as job:
        job.add([1])
        os.link(file, link)
        with pytest.raises(JobError, match="is in use"):
            Job.open(link, NAME)


def test_a_job_that_was_moved_has_a_new_home(tmp_path: Path) -> None:
    """Where its old name is gone or another file's, the name that it is opened by counts."""
    file, moved, link = tmp_path / "job.sqlite", tmp_path / "moved.sqlite", tmp_path / "link.sqlite"
    with Job.open(file, NAME) as job:
        job.add([1])
    file.rename(moved)
    file.write_bytes(b"another file")
    os.link(moved, link)
    with Job.open(moved, NAME) as job:
        job.add([2])
        with pytest.raises(JobError, match="is in use"):
            Job.open(link, NAME)
    other = tmp_path / "other.sqlite"
    other.write_bytes(b"no job, but of two names")
    os.link(other, tmp_path / "name.sqlite")
    with pytest.raises(JobError, match="is no job"):
        Job.read(other)
