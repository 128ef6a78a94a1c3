from __future__ import annotations

import logging
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from tmdb_async import TMDB, AuthenticationError
from tmdb_async.jobs import Job, JobError, Record, Run

pytestmark = pytest.mark.anyio

NAME = "tv_series.credits"
Answer = Callable[[int], httpx.Response | Exception]


class Service:
    """A client whose answers are made here, and what it was asked for."""

    def __init__(self, answer: Answer, **options: Any) -> None:
        self.asked: list[int] = []
        self.urls: list[str] = []
        self._answer = answer
        http = httpx.AsyncClient(transport=httpx.MockTransport(self._handle))
        self.tmdb = TMDB("token", http_client=http, **{"max_rate": None, "max_retries": 0, **options})

    async def _handle(self, request: httpx.Request) -> httpx.Response:
        number = int(request.url.path.split("/")[3])
        self.asked.append(number)
        self.urls.append(str(request.url))
        await anyio.lowlevel.checkpoint()
        answer = self._answer(number)
        if isinstance(answer, Exception):
            raise answer
        return answer


def body(number: int) -> bytes:
    return b'{"id": %d, "cast": [], "crew": [], "unknown": 1}' % number


def found(number: int) -> httpx.Response:
    return httpx.Response(200, content=body(number))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "job.sqlite"


async def test_every_item_is_fetched_and_kept_as_it_came(anyio_backend: str, file: Path) -> None:
    """The raw body is in the file, with fields that no model declares; the language is the job's."""
    service = Service(found, language="fr")
    with Job.open(file, NAME, language="de-DE") as job:
        job.add(range(1, 101))
        run = Run(job, service.tmdb)
        await run.fetch()
        assert (run.total, run.done, run.failed, run.stopped) == (100, 100, 0, False)
        assert list(job.bodies()) == [((number,), body(number)) for number in range(1, 101)]
    assert all(url.endswith("?language=de-DE") for url in service.urls)


async def test_running_again_asks_for_what_has_no_answer(anyio_backend: str, file: Path) -> None:
    """What is found and what is not there are not asked for again; what failed is, and what is new."""
    answers: dict[int, Answer] = {
        2: lambda _: httpx.Response(404, json={"status_code": 34, "status_message": "no"}),
        3: lambda _: httpx.Response(503, content=b"<html>"),
        4: lambda _: httpx.ConnectError("refused"),
        5: lambda _: httpx.Response(200, content=b'{"id": "x"}'),
        6: lambda _: httpx.Response(401, json={"status_code": 38}),
    }
    first = Service(lambda number: answers.get(number, found)(number))
    with Job.open(file, NAME) as job:
        job.add(range(1, 7))
        run = Run(job, first.tmdb)
        await run.fetch()
        assert (run.done, run.failed) == (6, 4)
        assert sorted((kind.error, kind.status) for kind in job.status().failures if kind.status) == [
            ("AuthenticationError", 401),
            ("ResponseError", 200),
            ("ServerError", 503),
        ]
        assert [kind.error for kind in job.status().failures if kind.status is None] == ["APIConnectionError"]
        bodies = dict(job._db.execute("SELECT item, body FROM bodies").fetchall())
        assert (bodies[3], bodies[4], bodies[5]) == (b"<html>", None, b'{"id": "x"}')
        assert job._db.execute("SELECT status, code, error FROM items WHERE id = 2").fetchone() == (404, 34, None)
    second = Service(found)
    with Job.open(file, NAME) as job:
        job.add(range(1, 8))
        await Run(job, second.tmdb).fetch()
        assert job.status()[2:7] == (7, 6, 1, 0, 0)
    assert sorted(second.asked) == [3, 4, 5, 6, 7]


async def test_a_failure_that_comes_as_a_success_is_no_answer(anyio_backend: str, file: Path) -> None:
    """Nor is "entry not found" one that TMDB sends with HTTP 200: its body is no model, and the next run asks again."""
    service = Service(lambda _: httpx.Response(200, json={"success": False, "status_code": 21}))
    with Job.open(file, NAME) as job:
        job.add([1])
        await Run(job, service.tmdb).fetch()
        assert [(kind.error, kind.status) for kind in job.status().failures] == [("NotFoundError", 200)]
        assert list(job.bodies()) == []


async def test_a_run_asks_for_no_more_than_its_limit(anyio_backend: str, file: Path) -> None:
    """The next run goes on from there."""
    service = Service(found)
    with Job.open(file, NAME) as job:
        job.add(range(1, 8))
        for limit, asked in ((5, 5), (5, 7), (5, 7)):
            run = Run(job, service.tmdb, limit=limit)
            await run.fetch()
            assert len(service.asked) == asked
            assert run.done == run.total
    assert sorted(service.asked) == list(range(1, 8))


async def test_an_answer_that_the_file_cannot_hold_stops_nothing(anyio_backend: str, file: Path) -> None:
    """A code beyond 64 bits is none, and stays in the body; what came in the same moment is kept."""

    def answer(number: int) -> httpx.Response:
        return httpx.Response(404 if number % 2 else 500, json={"status_code": -(10**number)})

    service = Service(answer)
    with Job.open(file, NAME) as job:
        job.add([3, 4, 30, 31])
        run = Run(job, service.tmdb)
        await run.fetch()
        assert (run.done, run.failed) == (4, 2)
        rows = job._db.execute("SELECT arguments, code, status FROM items ORDER BY id").fetchall()
    assert rows == [("[3]", -(10**3), 404), ("[4]", -(10**4), 500), ("[30]", None, 500), ("[31]", None, 404)]


async def test_a_run_that_is_stopped_takes_no_other_item(
    anyio_backend: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is in flight has its outcome; what was read and not yet asked for is left for the next run, and no more is
    read.
    """

    def stop_at_seven(number: int) -> httpx.Response:
        if number == 7:
            run.stop()
        return found(number)

    last = 0
    waiting = Job.waiting

    def count(job: Job) -> Iterator[tuple[int, tuple[Any, ...]]]:
        nonlocal last
        for item in waiting(job):
            last = item[0]
            yield item

    monkeypatch.setattr(Job, "waiting", count)
    service = Service(stop_at_seven, max_concurrency=4)
    with Job.open(file, NAME) as job:
        job.add(range(1, 101))
        run = Run(job, service.tmdb)
        await run.fetch()
        assert run.stopped
        assert 7 <= run.done == len(service.asked) <= 10
        assert last <= 20
        assert job.status().found == run.done


async def test_no_item_is_taken_before_the_last_one_is_recorded(anyio_backend: str, file: Path) -> None:
    """So a kill costs the answers of what is in flight, and of nothing else."""
    most = 0

    def count(number: int) -> httpx.Response:
        nonlocal most
        with Job.read(file) as reader:
            most = max(most, len(service.asked) - reader.status().found)
        return found(number)

    service = Service(count, max_concurrency=5)
    with Job.open(file, NAME) as job:
        job.add(range(1, 101))
        await Run(job, service.tmdb).fetch()
    assert most == 5


async def test_what_comes_together_is_recorded_together(
    anyio_backend: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one transaction: one for each would take several times as long."""
    sizes: list[int] = []
    record = Job.record

    def count(job: Job, *records: Record) -> None:
        sizes.append(len(records))
        record(job, *records)

    monkeypatch.setattr(Job, "record", count)
    service = Service(lambda number: found(number) if number % 2 else httpx.Response(503))
    with Job.open(file, NAME) as job:
        job.add(range(1, 31))
        run = Run(job, service.tmdb)
        await run.fetch()
        assert (sum(sizes), max(sizes)) == (30, 20)
        assert len(sizes) <= 5
        assert (run.done, run.failed, job.status().found) == (30, 15, 15)


async def test_a_run_waits_for_the_disk_in_another_thread(
    anyio_backend: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was recorded moves into the file itself as the run goes on, and no other call waits meanwhile."""
    meanwhile: list[int] = []
    checkpoint = Job.checkpoint

    def slow(job: Job) -> None:
        assert threading.current_thread() is not threading.main_thread()
        asked, deadline = len(service.asked), time.monotonic() + 10
        while not meanwhile and len(service.asked) < asked + 3 and time.monotonic() < deadline:
            time.sleep(0.001)
        checkpoint(job)
        meanwhile.append(len(service.asked) - asked)

    monkeypatch.setattr(Job, "checkpoint", slow)
    monkeypatch.setattr("tmdb_async.jobs.run._CHECKPOINT", 500)
    service = Service(found)
    with Job.open(file, NAME) as job:
        job.add(range(1, 601))
        await Run(job, service.tmdb).fetch()
        alone = shutil.copyfile(file, file.with_name("alone"))
    with Job.read(alone) as job:
        assert job.status().found >= 10
    assert meanwhile[0] >= 3


async def test_the_log_of_a_run_begins_anew(anyio_backend: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it is long: what waits beside the file does not grow with the job, and its writer never moves it."""
    monkeypatch.setattr("tmdb_async.jobs.run._CHECKPOINT", 500_000)
    monkeypatch.setattr("tmdb_async.jobs.run._LONGEST_LOG", 2_000_000)
    service = Service(lambda number: httpx.Response(200, content=body(number) + b" " * 50_000))
    with Job.open(file, NAME) as job:
        job._db.execute("PRAGMA wal_autocheckpoint = 0")
        job.add(range(1, 501))
        await Run(job, service.tmdb).fetch()
        assert file.with_name("job.sqlite-wal").stat().st_size < 15_000_000  # of the 25 that were recorded
        assert job.status().found == 500


async def test_a_slow_run_waits_for_the_disk_too(
    anyio_backend: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After ten seconds, however little was recorded: a loss of power takes no more."""
    from tmdb_async.jobs import run

    assert run._AT_LATEST == 10
    monkeypatch.setattr(run, "_AT_LATEST", 0)
    service = Service(found)
    with Job.open(file, NAME) as job:
        job.add([1, 2])
        await Run(job, service.tmdb).fetch()
        assert job.unmoved == 0
        alone = shutil.copyfile(file, file.with_name("alone"))
    with Job.read(alone) as job:
        assert job.status().found == 2


async def test_a_checkpoint_that_fails_ends_the_run(
    anyio_backend: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What would be recorded from then on might not be kept; what was recorded is."""

    def fail(job: Job) -> None:
        raise JobError("disk")

    monkeypatch.setattr(Job, "checkpoint", fail)
    monkeypatch.setattr("tmdb_async.jobs.run._CHECKPOINT", 500)
    service = Service(found)
    with Job.open(file, NAME) as job:
        job.add(range(1, 1001))
        run = Run(job, service.tmdb)
        with pytest.raises(JobError, match="disk"):
            await run.fetch()
        assert run.stopped
        assert 10 <= run.done == job.status().found <= 500


async def test_a_cancelled_run_keeps_what_was_fetched(anyio_backend: str, file: Path) -> None:
    """Also what has just come and waits to be recorded with others."""
    service = Service(found)
    with Job.open(file, NAME) as job:
        job.add(range(1, 6))
        with anyio.fail_after(5):
            async with anyio.create_task_group() as tasks:
                run = Run(job, service.tmdb)
                run._pause = anyio.Event()  # as during a checkpoint
                tasks.start_soon(run.fetch)
                while len(run._batch) < 5:
                    await anyio.lowlevel.checkpoint()
                assert job.status().found == 0
                tasks.cancel_scope.cancel()
        assert (run.done, job.status().found) == (5, 5)


async def test_a_refused_credential_ends_the_run(anyio_backend: str, file: Path) -> None:
    """Every further call would fail alike. What was asked for waits for the next run."""
    service = Service(lambda _: httpx.Response(401, json={"status_code": 7}))
    with Job.open(file, NAME) as job:
        job.add(range(1, 1001))
        with pytest.raises(AuthenticationError):
            await Run(job, service.tmdb).fetch()
        assert len(service.asked) <= 20
        assert job.count_waiting() == 1000


async def test_a_missing_session_is_told_before_anything_is_sent(anyio_backend: str, file: Path) -> None:
    """It is the client's, and never in the file."""
    service = Service(found)
    with Job.open(file, "tv_seasons.account_states") as job:
        job.add([(1399, 1)])
        with pytest.raises(ValueError, match="the session is missing"):
            await Run(job, service.tmdb).fetch()
    assert service.asked == []


async def test_a_session_is_not_in_the_file(anyio_backend: str, file: Path) -> None:
    """Neither is the credential, also where the service repeats both in what it refuses."""

    def repeat(number: int) -> httpx.Response:
        return httpx.Response(500, json={"status_message": f"{service.urls[-1]} Bearer long-token"})

    service = Service(repeat, session_id="session-of-a-user")
    service.tmdb = TMDB(
        "long-token",
        session_id="session-of-a-user",
        max_retries=0,
        http_client=httpx.AsyncClient(transport=httpx.MockTransport(service._handle)),
    )
    with Job.open(file, "tv_seasons.account_states") as job:
        job.add([(1399, 1)])
        await Run(job, service.tmdb).fetch()
        [kind] = job.status().failures
    assert "session-of-a-user" in service.urls[0]
    assert (kind.error, kind.status) == ("ServerError", 500)
    for path in file.parent.iterdir():
        assert b"session-of-a-user" not in path.read_bytes()
        assert b"long-token" not in path.read_bytes()


async def test_a_full_disk_ends_the_run(anyio_backend: str, file: Path) -> None:
    """Nothing more is asked for that could not be kept, and what was kept stays."""
    service = Service(lambda number: httpx.Response(200, content=body(number) + b" " * 10_000))
    with Job.open(file, NAME) as job:
        job.add(range(1, 1001))
        job._db.execute("PRAGMA max_page_count = 40")
        with pytest.raises(JobError, match="database or disk is full"):
            await Run(job, service.tmdb).fetch()
        kept = job.status().found
        assert 5 < kept < 60
        assert len(service.asked) <= kept + 20
    with Job.open(file, NAME) as job:
        assert len(list(job.bodies())) == kept


# Pauses


@pytest.fixture
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """From 10 ms to 30 ms."""
    monkeypatch.setattr("tmdb_async.jobs.breaker._FIRST_WAIT", 0.01)
    monkeypatch.setattr("tmdb_async.jobs.breaker._LONGEST_WAIT", 0.03)


class Outage:
    """A service that does not answer for so many requests, after so many that it answered."""

    def __init__(self, after: int, length: int) -> None:
        self._after, self._until = after, after + length
        self.requests = 0

    def __call__(self, number: int) -> httpx.Response | Exception:
        self.requests += 1
        return httpx.ConnectError("refused") if self._after < self.requests <= self._until else found(number)


async def paused(run: Run) -> None:
    with anyio.fail_after(5):
        while run.next_trial() is None:
            await anyio.sleep(0.001)


@pytest.mark.unmeasured
@pytest.mark.usefixtures("short_pauses")
async def test_a_run_on_which_nothing_succeeds_pauses(
    anyio_backend: str, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It tries one item now and then, goes on by itself, and tries again what failed: everything is found in one run,
    and counted once.
    """
    caplog.set_level(logging.INFO, "tmdb_async")
    outage = Outage(after=100, length=72)  # 50 and what is in flight with the last of them, and trials
    service = Service(outage, max_concurrency=20)
    most = 0.0
    with Job.open(file, NAME) as job:
        job.add(range(1, 1001))
        run = Run(job, service.tmdb)
        assert run.next_trial() is None
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(run.fetch)
            await paused(run)
            while (left := run.next_trial()) is not None:
                most = max(most, left)
                await anyio.sleep(0.001)
        assert (run.total, run.done, run.failed, run.stopped, run.gave_up) == (1000, 1000, 0, False, False)
        assert (job.status().found, job.status().failed) == (1000, 0)
    assert outage.requests == 1072
    assert 0 < most <= 0.03
    told = [re.sub(r"\d+ s", "# s", record.message) for record in caplog.records if "job " in record.message]
    assert told[0] == "job paused: nothing succeeds any more, the last was APIConnectionError"
    assert told[1:-1] == ["job paused for # s: trying one item"] * (len(told) - 2)
    assert 2 <= len(told) - 2 <= 72 - 50
    assert told[-1] == "job goes on after a pause of # s"


@pytest.mark.usefixtures("short_pauses")
async def test_a_pause_asks_for_one_item_at_a_time(anyio_backend: str, file: Path) -> None:
    """Each time for another, since one may fail by itself; and also where nothing but what failed is left."""
    outage = Outage(after=0, length=53 + 3)
    service = Service(outage, max_concurrency=3)
    with Job.open(file, NAME) as job:
        job.add(range(1, 55))
        run = Run(job, service.tmdb)
        await run.fetch()
        assert (run.done, run.failed, job.status().found) == (54, 0, 54)
    assert sorted(service.asked[:54]) == list(range(1, 55))
    assert len(service.asked) == 54 + 56


@pytest.mark.usefixtures("short_pauses")
async def test_fewer_failures_are_as_before(anyio_backend: str, file: Path) -> None:
    """They wait for the next run; and any other answer ends the row, a 404 too."""
    answers = [httpx.Response(404, json={"status_code": 34})] + 49 * [httpx.Response(503)]
    service = Service(lambda number: answers[number % 50], max_concurrency=1)
    with Job.open(file, NAME) as job:
        job.add(range(1, 150))
        run = Run(job, service.tmdb)
        await run.fetch()
        assert (run.done, run.failed) == (149, 147)
    assert len(service.asked) == 149


@pytest.mark.unmeasured
@pytest.mark.usefixtures("short_pauses")
@pytest.mark.parametrize("seconds", [0, 0.12])
async def test_a_run_gives_up_where_that_is_asked_for(
    anyio_backend: str, file: Path, seconds: float, caplog: pytest.LogCaptureFixture
) -> None:
    """After so many seconds of a pause. What was not asked for waits, and the next run continues."""
    caplog.set_level(logging.INFO, "tmdb_async")
    service = Service(Outage(after=100, length=10_000))
    with Job.open(file, NAME) as job:
        job.add(range(1, 1001))
        run = Run(job, service.tmdb, give_up_after=seconds)
        with anyio.fail_after(5):
            await run.fetch()
        assert (run.gave_up, run.stopped) == (True, False)
        assert 50 <= run.failed == job.status().failed <= 75
        assert job.status().found == 100
        assert job.count_waiting() == 900
        await Run(job, Service(found).tmdb).fetch()
        assert job.status().found == 1000
    assert "job given up after a pause of 0 s" in caplog.text


@pytest.mark.parametrize("seconds", [-1, float("nan")])
async def test_a_pause_lasts_a_number_of_seconds(anyio_backend: str, file: Path, seconds: float) -> None:
    """Anything else is refused."""
    with Job.open(file, NAME) as job, pytest.raises(ValueError, match="give_up_after must be 0 or more seconds"):
        Run(job, Service(found).tmdb, give_up_after=seconds)


@pytest.mark.parametrize("trying", [False, True])
async def test_a_run_that_is_stopped_during_a_pause_ends_at_once(
    anyio_backend: str, file: Path, trying: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also while it tries an item. Everything else waits for the next run."""
    if trying:
        monkeypatch.setattr("tmdb_async.jobs.breaker._FIRST_WAIT", 0)
    hanging = anyio.Event()

    class Hanging(Service):
        async def _handle(self, request: httpx.Request) -> httpx.Response:
            if len(self.asked) >= 60:
                hanging.set()
                await anyio.sleep(60)
            return await super()._handle(request)

    service = Hanging(Outage(after=10, length=10_000), max_concurrency=1)
    with Job.open(file, NAME) as job:
        job.add(range(1, 1001))
        run = Run(job, service.tmdb)
        with anyio.fail_after(5):
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(run.fetch)
                await paused(run)
                if trying:
                    await hanging.wait()
                run.stop()
        assert (run.stopped, run.gave_up, run.done, run.failed) == (True, False, 60, 50)
        assert job.status()[2:7] == (1000, 10, 0, 50, 940)


async def test_a_file_that_fails_during_a_pause_ends_the_run(
    anyio_backend: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At once: it does not wait for the next trial."""
    record = Job.record

    def fail(job: Job, *records: Record) -> None:
        if len(service.asked) >= 60:
            raise JobError("disk")
        record(job, *records)

    monkeypatch.setattr(Job, "record", fail)
    service = Service(Outage(after=0, length=10_000))
    with Job.open(file, NAME) as job:
        job.add(range(1, 1001))
        run = Run(job, service.tmdb)
        with anyio.fail_after(5), pytest.raises(JobError, match="disk"):
            await run.fetch()
        assert run.stopped
        assert len(service.asked) <= 70
