from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from tmdb_async import TMDB
from tmdb_async.jobs import Job, JobError, Record, Run, export, rows_in

SERIES, PAGES, STATES, RATED = (
    "tv_series.credits",
    "discover.tv",
    "tv_seasons.account_states",
    "guest_sessions.rated_tv",
)
KEY = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "job.sqlite"


class Lists:
    """A server of lists of three pages, each with two rows, of which one stands on the page before it too."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.broken: set[int] = set()

    def client(self, **options: Any) -> TMDB:
        return client(self._answer, **options)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        page = int(request.url.params.get("page", 1))
        self.asked.append(f"{request.url.path}?{page}")
        if page in self.broken:
            return httpx.Response(503)
        rows = [{"id": number, "name": f"series {number}"} for number in (page, page + 1)]
        return httpx.Response(200, json={"page": page, "results": rows, "total_pages": 3, "total_results": 6})


def client(answer: Callable[[httpx.Request], httpx.Response], **options: Any) -> TMDB:
    http_client = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    return TMDB(api_key=KEY, max_rate=None, max_retries=0, http_client=http_client, **options)


def read(file: Path) -> str:
    return file.read_bytes().decode("latin-1")


def select(file: Path, statement: str) -> list[Any]:
    with closing(sqlite3.connect(file)) as db:
        return db.execute(statement).fetchall()


async def test_all_pages_are_one_answer(anyio_backend: str, file: Path, tmp_path: Path) -> None:
    """Each is kept as it came, and a row that moved from one to the next is exported once."""
    lists = Lists()
    with Job.open(file, PAGES, parameters={"with_genres": 18}, all_pages=True) as job:
        job.add([()])
        run = Run(job, lists.client())
        await run.fetch()
        assert lists.asked == [f"/3/discover/tv?{page}" for page in (1, 2, 3)]
        assert (run.total, run.done, run.failed, job.status().found) == (1, 1, 0, 1)
        assert [(item, json.loads(body)["page"]) for item, body in job.bodies()] == [((), 1), ((), 2), ((), 3)]
        names = [row["name"] for row in map(json.loads, exported(job, tmp_path))]
        assert names == ["series 1", "series 2", "series 3", "series 4"]


async def test_pages_that_came_are_not_asked_for_again(anyio_backend: str, file: Path) -> None:
    """A kill or a failure costs the page that was asked for, and the answer is none until it is whole."""
    lists = Lists()
    lists.broken = {3}
    with Job.open(file, PAGES, all_pages=True) as job:
        job.add([()])
        await Run(job, lists.client()).fetch()
        assert (job.status().failed, [*job.bodies()]) == (1, [])
    lists.broken.clear()
    lists.asked.clear()
    with Job.open(file, PAGES, all_pages=True) as job:
        await Run(job, lists.client()).fetch()
        assert lists.asked == ["/3/discover/tv?3"]
        assert [json.loads(body)["page"] for _, body in job.bodies()] == [1, 2, 3]
    assert select(file, "SELECT count(*) FROM begun") == [(0,)]


async def test_a_page_that_is_none_is_a_failure(anyio_backend: str, file: Path) -> None:
    """And those that came before it are asked for again: they may be of another list by then."""
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.params["page"])
        page = {"page": 1, "results": [], "total_pages": 2, "total_results": 0}
        return httpx.Response(200, json=page if asked[-1] == "1" else {**page, "results": 7})

    with Job.open(file, PAGES, all_pages=True) as job:
        job.add([()])
        for _ in range(2):
            await Run(job, client(answer)).fetch()
        [kind] = job.status().failures
        assert kind.error == "ResponseError"
    assert asked == ["1", "2", "1", "2"]


def exported(job: Job, folder: Path) -> list[str]:
    export(job, folder / "rows.jsonl")
    return (folder / "rows.jsonl").read_text("utf-8").splitlines()


def test_an_answer_of_several_bodies_is_replaced_as_a_whole(file: Path) -> None:
    """And it changed where any of them did."""
    with Job.open(file, PAGES, all_pages=True) as job:
        job.add([()])
        job.record(Record(1, 200, b"1", further=(b"2", b"3")))
        job._db.execute("UPDATE items SET changed = '2000'")
        job.record(Record(1, 200, b"1", further=(b"2", b"3")))
        assert select(file, "SELECT changed FROM items") == [("2000",)]
        job.record(Record(1, 200, b"1", further=(b"2",)))
        assert [body for _, body in job.bodies()] == [b"1", b"2"]
        assert select(file, "SELECT changed = answered FROM items") == [(1,)]


def test_a_body_that_did_not_change_is_not_written_again(file: Path) -> None:
    """The file tells when each item was last answered, and since when its body is as it is."""
    with Job.open(file, SERIES) as job:
        job.add([1, 2])
        job.record(Record(1, 200, b"one"), Record(2, 200, b"two"))
        job._db.execute("UPDATE items SET answered = '2000', changed = '2000'")
        before = job._db.total_changes
        job.record(Record(1, 200, b"one"))
        assert job._db.total_changes == before + 1  # the item, and not its body
        job.record(Record(2, 200, b"other"))
        assert select(file, "SELECT changed = '2000', answered > '2000' FROM items") == [(1, 1), (0, 1)]
        assert [body for _, body in job.bodies()] == [b"one", b"other"]


def test_a_failure_takes_no_answer_away(file: Path) -> None:
    """The item failed, and is tried again; what was fetched before is there, and exported."""
    with Job.open(file, SERIES) as job:
        job.add([1, 2])
        job.record(Record(1, 200, b"one"), Record(2, 503, b"down", error="ServerError", message="down"))
        job.record(Record(1, 503, b"down", error="ServerError", message="down"))
        assert (job.status().found, job.status().failed) == (0, 2)
        assert [*job.bodies()] == [((1,), b"one")]
        assert select(file, "SELECT body FROM bodies WHERE item = 2") == [(b"down",)]
        job.record(Record(2, 404, b"none", 34), Record(1, 404, b"none", 34))
        assert [*job.bodies()] == []
        assert job.status().not_found == 2


async def test_two_sessions_are_not_mixed(anyio_backend: str, file: Path) -> None:
    """A job is of the session that its answers came with. The file tells them apart, and gives nothing away."""

    def answer(request: httpx.Request) -> httpx.Response:
        assert request.url.params["session_id"] in ("f1rst", "s3cond")
        return httpx.Response(200, json={"id": 1, "results": []})

    with Job.open(file, STATES) as job:
        job.add([(1, 1)])
        Run(job, client(answer, session_id="s3cond"))  # which brings nothing
        await Run(job, client(answer, session_id="f1rst")).fetch()
    with Job.open(file, STATES) as job:
        for other in ({"session_id": "s3cond"}, {"guest_session_id": "f1rst"}, {}):
            with pytest.raises(JobError, match="is a job of another session: give another file for this one"):
                Run(job, client(answer, **other))
        Run(job, client(answer, session_id="f1rst"))
    for path in file.parent.iterdir():
        assert b"f1rst" not in path.read_bytes()
    [[kept]] = select(file, "SELECT session FROM job")
    again = file.with_name("again.sqlite")
    with Job.open(again, STATES) as job:
        Run(job, client(answer, session_id="f1rst"))
    [[salted]] = select(again, "SELECT session FROM job")
    assert kept != salted


async def test_a_job_without_a_session_stays_so_if_it_needs_none(anyio_backend: str, file: Path) -> None:
    """What is asked for without one is the same for all: the client's session is none of its business."""
    lists = Lists()
    with Job.open(file, PAGES, all_pages=True) as job:
        job.add([()])
        await Run(job, lists.client(session_id="mine")).fetch()
        Run(job, lists.client())
    assert select(file, "SELECT session FROM job") == [("none",)]


async def test_a_part_may_need_a_session(anyio_backend: str, file: Path) -> None:
    """Then it is the job's."""
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.params["session_id"])
        return httpx.Response(200, json={"id": 1, "name": "x"})

    with Job.open(file, "tv_series.details", parameters={"append_to_response": ["account_states"]}) as job:
        job.add([1])
        await Run(job, client(answer, session_id="mine")).fetch()
        with pytest.raises(JobError, match="another session"):
            Run(job, client(answer, session_id="another"))
    assert asked == ["mine"]


async def test_a_secret_of_the_path_is_the_runs(anyio_backend: str, file: Path) -> None:
    """It is given beside the items, and is nowhere in the file."""
    lists = Lists()
    with Job.open(file, RATED, all_pages=True) as job:
        job.add([()])
        run = Run(job, lists.client(), secrets={"guest_session_id": "guest5ecret"})
        await run.fetch()
        assert job.status().found == 1
        with pytest.raises(JobError, match="another session"):
            Run(job, lists.client(), secrets={"guest_session_id": "another"})
    assert lists.asked[0] == "/3/guest_session/guest5ecret/rated/tv?1"
    assert "guest5ecret" not in read(file)
    assert "guest5ecret" not in repr(vars(run))


async def test_numbered_parts_are_parameters_too(anyio_backend: str, file: Path) -> None:
    """They are asked for as a call asks for them."""
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.params["append_to_response"])
        return httpx.Response(200, json={"id": 1, "name": "x"})

    with Job.open(file, "tv_series.details", parameters={"append_seasons": [0, 1]}) as job:
        job.add([1])
        await Run(job, client(answer)).fetch()
        assert len([*rows_in(job)]) == 1
    assert asked == ["season/0,season/1"]


async def test_a_run_has_a_timeline(anyio_backend: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How far it was at its beginning, now and then, and at its end; and each item how long it took."""
    monkeypatch.setattr("tmdb_async.jobs.timeline._SECONDS", 0)
    lists = Lists()
    lists.broken = {3}
    with Job.open(file, PAGES, all_pages=True) as job:
        job.add([()])
        for _ in range(2):
            await Run(job, lists.client()).fetch()
            lists.broken.clear()
    rows = select(file, "SELECT run, done, failed, requests, bytes > 0, cool_downs, paused, pace FROM timeline")
    assert rows == [
        (1, 0, 0, 0, 0, 0, 0, None),
        (1, 1, 1, 3, 1, 0, 0, None),
        (1, 1, 1, 3, 1, 0, 0, None),
        (2, 0, 0, 0, 0, 0, 0, None),
        (2, 1, 0, 1, 1, 0, 0, None),
        (2, 1, 0, 1, 1, 0, 0, None),
    ]
    assert select(file, "SELECT count(ended), min(ended >= began), max(rate) FROM runs") == [(2, 1, None)]
    assert select(file, "SELECT seconds > 0 FROM items") == [(1,)]
