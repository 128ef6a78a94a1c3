"""The command `tmdb-async sync`, against the sandbox."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from io import BufferedReader, BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import httpx
import pytest

from tmdb_async import TMDB
from tmdb_async.cli import app, inputs, main, report
from tmdb_async.jobs import DailyIds, Job, Record
from tmdb_async.sandbox import Sandbox, days


class Ended(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Ended]
SYNC = ("sync", "movie", "--job", "films.sqlite", "--rate", "0")
TODAY = datetime.now(UTC).date()


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command in this process, in a folder of its own, and return how it ended."""
    monkeypatch.chdir(tmp_path)

    def ended(*arguments: str) -> Ended:
        try:
            status: Any = main(arguments)
        except SystemExit as ending:
            status = ending.code
        return Ended(status, *capfd.readouterr())

    return ended


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    with Sandbox(max_rate=None, max_connections=None) as running:
        monkeypatch.setenv("TMDB_BASE_URL", running.url)
        monkeypatch.setenv("TMDB_EXPORTS_URL", running.url)
        monkeypatch.setenv("TMDB_ACCESS_TOKEN", running.token)
        yield running


def ago(number: int) -> str:
    return str(TODAY - timedelta(number))


@pytest.fixture
def made(run: Run, sandbox: Sandbox) -> None:
    """A job of all films that there were three days ago, when they were asked for."""
    with Job.open("films.sqlite", "movies.details") as job:
        job.add(days.ids_of(200, TODAY - timedelta(3)))
        job.record(
            *(Record(item, 200, b'{"id":%d,"title":"old"}' % number) for item, (number,) in job.waiting()),
        )
        job._db.execute("UPDATE items SET answered = ?1, changed = ?1", (f"{ago(3)}T18:00:00.000Z",))


@pytest.mark.usefixtures("made")
def test_a_job_is_brought_up_to_date(run: Run, sandbox: Sandbox) -> None:
    """It says how much changed, is new and is gone, and then what `bulk` says; again, what is known to be is."""
    before, after = ({*days.ids_of(200, TODAY - timedelta(each))} for each in (3, 1))
    changed = {*days.changed(200, TODAY - timedelta(3), TODAY)} & before
    new, gone = len(after - before), len(before - after)
    assert (new, gone, len(changed)) == (2, 2, 16)
    ended = run(*SYNC, "--date", ago(1))
    asked = len(changed & after) + new
    pages = -(-len(days.changed(200, TODAY - timedelta(3), TODAY)) // 20)
    assert ended.status == 0
    assert re.sub(r"in \d+\.\d s", "in 1.0 s", ended.out) == (
        f"changed since {ago(3)}: {len(changed)} items\n"
        f"in the daily export: {new} new, {gone} gone, 0 back\n"
        f"movies.details in en-US: {len(before | after)} items\n"
        f"  found      {len(before | after)}\n  not found  0\n  failed     0\n  waiting    0\n  gone       {gone}\n"
        f"this run: {asked} items in 1.0 s, 0 of them failed; {asked + pages} requests, 0 cool-downs; "
        "0 lines of the input skipped\n"
    )
    assert ended.err == f"The daily export of movie of {ago(1)}\n"
    again = run(*SYNC, "--date", ago(1))
    assert f"in the daily export: 0 new, 0 gone, 0 back\nmovies.details in en-US: {len(before | after)} i" in again.out


@pytest.mark.usefixtures("made")
def test_the_daily_export_may_be_left_alone(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then only changes are looked for, and its host is not asked."""
    monkeypatch.setenv("TMDB_EXPORTS_URL", "http://127.0.0.1:9")
    ended = run(*SYNC, "--no-export", "--limit", "1")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith(f"changed since {ago(3)}: ")
    assert "export" not in ended.out
    assert "this run: 1 items in " in ended.out
    assert run(*SYNC).status == 1  # its host does not answer


@pytest.mark.usefixtures("made")
def test_what_cannot_be_synced_is_refused_before_anything_is_sent(run: Run, sandbox: Sandbox) -> None:
    """With what can be: kinds, jobs and options that do not fit, and a job that is not there."""
    for arguments, status, message in (
        (("sync", "keyword", "--job", "films.sqlite"), 2, "TMDB lists no changes of keyword"),
        (("sync", "tv_series", "--job", "films.sqlite"), 2, "items begin with movie_id, not series_id"),
        ((*SYNC, "--no-export", "--date", ago(1)), 2, "--date is the day of a daily export"),
        (("sync", "movie", "--job", "none.sqlite"), 1, "There is no job file none.sqlite"),
    ):
        ended = run(*arguments)
        assert (ended.status, ended.out) == (status, "")
        assert message in " ".join(ended.err.split())
    with Job.open("episodes.sqlite", "tv_episodes.credits") as job:
        job.add([(1399, 1, 1)])
    episodes = ("sync", "tv_series", "--job", "episodes.sqlite")
    ended = run(*episodes)
    assert (ended.status, ended.out) == (2, "")
    assert "which the daily export of tv_series does not have" in " ".join(ended.err.split())
    assert sandbox.stats().requests == 0
    ended = run(*episodes, "--no-export")
    assert ended.status == 0
    assert ended.out.startswith("nothing has an answer that may be old\n")


@pytest.mark.usefixtures("made")
def test_a_sync_that_fails_goes_on_another_time(run: Run, sandbox: Sandbox) -> None:
    """Where a list of changes cannot be had nothing is marked; where an item fails the status is 1, as with `bulk`."""
    sandbox.answer("changes.movie", {"success": False, "status_code": 7, "status_message": "no"}, status=401)
    ended = run(*SYNC, "--date", ago(1))
    assert (ended.status, ended.out) == (1, "")
    assert "changes.movie" in ended.err
    sandbox.reset()
    sandbox.answer("movies.details", b"<html>", status=400)
    ended = run(*SYNC, "--date", ago(1))
    assert ended.status == 1
    assert "BadRequestError, HTTP 400" in ended.out
    sandbox.reset()
    assert run(*SYNC, "--date", ago(1)).status == 0


@pytest.mark.usefixtures("made")
def test_lines_that_are_no_ids_are_skipped(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are told and counted, as with `bulk`; here without any network."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/3/movie/changes":
            return httpx.Response(200, json={"page": 1, "results": [{"id": 1}], "total_pages": 1, "total_results": 1})
        return httpx.Response(200, json={"id": int(request.url.path.split("/")[3]), "title": "new"})

    @contextmanager
    def daily(kind: str, day: date | None) -> Iterator[DailyIds]:
        yield DailyIds(TODAY, BufferedReader(BytesIO(b'{"id":1}\n{"id":"?"}\n{"id":999}\n')))

    def client(**options: Any) -> TMDB:
        return TMDB("token", http_client=httpx.AsyncClient(transport=httpx.MockTransport(answer)), **options)

    monkeypatch.setattr(app, "TMDB", client)
    monkeypatch.setattr(inputs, "open_daily_ids", daily)
    ended = run(*SYNC)
    assert ended.status == 0
    assert "in the daily export: 1 new, " in ended.out
    assert "this run: 2 items in " in ended.out
    assert ended.out.endswith("; 1 lines of the input skipped\n")
    assert "line 2: " in ended.err


@pytest.mark.usefixtures("made")
def test_an_export_takes_what_changed(run: Run) -> None:
    """Since a day or a time."""
    assert run("export", "films.sqlite", "films.csv", "--changed-since", ago(2)).out == "0 rows in films.csv\n"
    every = run("export", "films.sqlite", "films.csv", "--changed-since", f"{ago(3)}T18:00:00Z").out
    assert every == run("export", "films.sqlite", "films.csv").out
    assert every != "0 rows in films.csv\n"
    ended = run("export", "films.sqlite", "films.csv", "--changed-since", "yesterday")
    assert (ended.status, ended.out) == (2, "")
    assert "'yesterday'" in ended.err


def test_changes_that_are_not_listed_are_told() -> None:
    """Beside those that are."""
    found: Any = SimpleNamespace(since=TODAY, changed=3, unlisted=7)
    assert report.describe_changes(found) == (
        f"changed since {TODAY}: 3 items, beside 7 changes that TMDB does not list"
    )
