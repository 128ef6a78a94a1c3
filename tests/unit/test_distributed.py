from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import anyio
import pytest

from tmdb_async import APIConnectionError, AuthenticationError, TMDBError
from tmdb_async.errors import NotFoundError
from tmdb_async.jobs import Job, JobError, Record
from tmdb_async.jobs.distributed import DistributedRun, Workers
from tmdb_async.jobs.distributed.parcels import Asked, Order, Reply, WorkerLost
from tmdb_async.jobs.fetch import Fetched

pytestmark = pytest.mark.asyncio

NAME = "tv_series.credits"
A, B, C = "tcp://10.0.0.1:1000", "tcp://10.0.0.2:1000", "tcp://10.0.0.3:1000"
Answer = Callable[[str, Asked], TMDBError | None]


class Fake(Workers):
    """Workers that answer here."""

    def __init__(self, *present: str, answer: Answer = lambda _worker, _asked: None, **options: Any) -> None:
        super().__init__("tcp://nowhere:8786", **{"max_rate": None, **options})
        self.those: list[str] = [*present]
        self.asked: list[tuple[str, list[int]]] = []
        self.parts: dict[int, Sequence[bytes]] = {}
        self.answer = answer
        self.stalled: dict[str, anyio.Event] = {}
        self.seconds = 0.001
        self.raised: dict[str, Exception] = {}
        self.gone: Exception | None = None
        self.at_once: dict[str, int] = {}
        self.most = 0

    async def workers(self) -> Sequence[str]:
        if self.gone is not None:
            raise self.gone
        self._present = [*self.those]
        return self._present

    async def fetch(self, worker: str, order: Order, items: Sequence[Asked]) -> Reply:
        assert worker in self.those
        self.asked.append((worker, [each.item for each in items]))
        self.parts |= {each.item: each.parts for each in items}
        self.at_once[worker] = self.at_once.get(worker, 0) + len(items)
        self.most = max(self.most, *self.at_once.values())
        try:
            await asyncio.sleep(self.seconds)
            if worker in self.raised:
                raise self.raised[worker]
            if worker in self.stalled:
                await self.stalled[worker].wait()
            fetched = [fetched_of(each.item, self.answer(worker, each)) for each in items]
        finally:
            self.at_once[worker] -= len(items)
        stats = self.stats._replace(attempts=len(items), rate=None)
        self._told[worker] = stats
        return Reply(fetched, stats)

    def items(self, *workers: str) -> list[int]:
        return sorted(item for worker, items in self.asked if not workers or worker in workers for item in items)


def fetched_of(item: int, error: TMDBError | None) -> Fetched:
    if error is None:
        return Fetched(Record(item, 200, b'{"id": %d}' % item), None)
    if isinstance(error, NotFoundError):
        return Fetched(Record(item, 404, b""), error)
    return Fetched(Record(item, None, None, error=type(error).__name__, message=str(error)), error)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tmdb_async.jobs.distributed.dealer.LOOK", 0.02)
    monkeypatch.setattr("tmdb_async.jobs.distributed.dealer._HURT", 0.05)
    monkeypatch.setattr("tmdb_async.jobs.distributed.dealer._MOMENT", 0.001)
    monkeypatch.setattr("tmdb_async.jobs.breaker._FIRST_WAIT", 0.1)


@asynccontextmanager
async def job_of(tmp_path: Path, items: Iterable[Any], name: str = NAME, **options: Any) -> AsyncIterator[Job]:
    with anyio.fail_after(10), Job.open(tmp_path / "job.sqlite", name, **options) as job:
        job.add(items)
        yield job


@asynccontextmanager
async def going(run: DistributedRun) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(run.fetch())
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.wait([task])


async def until(condition: Callable[[], bool]) -> None:
    while not condition():
        await asyncio.sleep(0.002)


# Dealing


async def test_each_item_goes_to_one_machine(tmp_path: Path) -> None:
    """All machines have their part; no machine has more at once than twice what it may have in flight."""
    workers = Fake(A, B, C)
    async with job_of(tmp_path, range(1, 1001)) as job:
        run = DistributedRun(job, workers)
        await run.fetch()
        assert (run.total, run.done, run.failed, run.paused, run.next_trial()) == (1000, 1000, 0, False, None)
        assert job.status().found == 1000
    assert workers.items() == [*range(1, 1001)]
    assert all(len(workers.items(each)) > 200 for each in (A, B, C))
    assert max(len(items) for _, items in workers.asked) == 10
    assert workers.most == 40


async def test_workers_that_share_an_address_share_its_pace(tmp_path: Path) -> None:
    """One of them is asked: it has the one client. Another takes over when it is gone, and takes its items."""
    first, second = "tcp://10.0.0.1:1001", "tcp://10.0.0.1:1002"
    workers = Fake(second, B, first)
    workers.stalled[first] = anyio.Event()
    async with job_of(tmp_path, range(1, 201)) as job:
        run = DistributedRun(job, workers)
        async with going(run) as task:
            await until(lambda: run.done >= 100)
            assert workers.items(second) == []
            workers.those.remove(first)
            await task
        assert job.status().found == 200
    assert 1 <= len(workers.items(first)) <= 40
    assert {*workers.items(first)} <= {*workers.items(B, second)}
    assert workers.items(second)
    assert workers.items(B, second) == [*range(1, 201)]


async def test_what_a_machine_leaves_unanswered_goes_to_others(tmp_path: Path) -> None:
    """Where it stalls until the scheduler takes it for dead: nothing is lost, or twice in the job."""
    workers = Fake(A, B)
    workers.stalled[A] = anyio.Event()
    async with job_of(tmp_path, range(1, 301)) as job:
        run = DistributedRun(job, workers)
        async with going(run) as task:
            await until(lambda: run.done >= 150)
            workers.those.remove(A)
            await task
        assert (run.done, job.status().found) == (300, 300)
    assert len(workers.items(A)) == 40
    assert workers.items(B) == [*range(1, 301)]


async def test_a_machine_that_cannot_be_reached_is_left_alone_for_a_while(tmp_path: Path) -> None:
    """And asked again later, for as long as the scheduler lists it."""
    workers = Fake(A, B)
    workers.raised[A] = WorkerLost()
    async with job_of(tmp_path, range(1, 201)) as job:
        workers.stalled[B] = anyio.Event()
        run = DistributedRun(job, workers)
        async with going(run) as task:
            await until(lambda: len(workers.items(A)) >= 40)
            await asyncio.sleep(0.03)
            assert len(workers.items(A)) == 40
            del workers.raised[A]
            await until(lambda: run.done >= 100)
            workers.stalled[B].set()
            await task
        assert job.status().found == 200


async def test_a_run_waits_for_machines(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Those that join late are given items; without any the run is paused, and says so."""
    caplog.set_level(logging.INFO, "tmdb_async")
    workers = Fake()
    async with job_of(tmp_path, range(1, 101)) as job:
        run = DistributedRun(job, workers)
        async with going(run) as task:
            await asyncio.sleep(0.05)
            assert (run.paused, run.next_trial(), run.done) == (True, 1.0, 0)
            workers.those.append(A)
            await until(lambda: run.done >= 20)
            assert (run.paused, run.next_trial()) == (False, None)
            workers.stalled[A] = anyio.Event()
            workers.those.append(B)
            await until(lambda: bool(workers.items(B)))
            workers.stalled.pop(A).set()
            await task
    assert caplog.messages == [
        "job waits: there is no worker machine",
        "job: the worker machine 10.0.0.1 is there",
        "job: the worker machine 10.0.0.2 is there",
    ]


async def test_a_run_gives_up_waiting_for_machines(tmp_path: Path) -> None:
    """After the time that a pause may last."""
    async with job_of(tmp_path, [1]) as job:
        run = DistributedRun(job, Fake(), give_up_after=0.1)
        await run.fetch()
        assert (run.gave_up, run.done) == (True, 0)


@pytest.mark.parametrize("late", [False, True])
async def test_a_run_that_waits_for_machines_is_stopped_at_once(tmp_path: Path, late: bool) -> None:
    """Also where what it waits for was out when the last machine went."""
    workers = Fake(A)
    workers.stalled[A] = anyio.Event()
    async with job_of(tmp_path, range(1, 101)) as job:
        run = DistributedRun(job, workers)
        async with going(run) as task:
            await until(lambda: len(workers.items()) == 40)
            if late:
                run.stop()
            workers.those.clear()
            await until(lambda: run.paused)
            run.stop()
            await task
        assert (run.stopped, run.gave_up, run.done) == (True, False, 0)


async def test_a_run_that_is_stopped_deals_out_nothing_else(tmp_path: Path) -> None:
    """What is out comes back, and is recorded."""
    workers = Fake(A, B)
    async with job_of(tmp_path, range(1, 1001)) as job:
        run = DistributedRun(job, workers)
        async with going(run) as task:
            await until(lambda: run.done >= 100)
            run.stop()
            asked = len(workers.items())
            await task
        assert run.done == len(workers.items()) <= asked + 80
        assert job.status().found == run.done


@pytest.mark.parametrize(
    ("options", "size", "most"),
    [
        ({"max_rate": 40}, 10, 40),
        ({"max_rate": 1}, 1, 4),
        ({"max_rate": 0.1}, 1, 1),
        ({"max_concurrency": 1}, 1, 2),
        ({"max_concurrency": 100}, 10, 200),
    ],
)
async def test_a_machine_has_some_seconds_of_its_pace(
    tmp_path: Path, options: dict[str, Any], size: int, most: int
) -> None:
    """So a slow one holds little, and a quick one never waits for the next items."""
    workers = Fake(A, **options)
    workers.stalled[A] = anyio.Event()
    async with job_of(tmp_path, range(1, 301)) as job:
        run = DistributedRun(job, workers)
        async with going(run):
            await until(lambda: workers.most >= most)
            await asyncio.sleep(0.03)
    assert (max(len(items) for _, items in workers.asked), workers.most) == (size, most)


async def test_an_answer_of_several_requests_goes_on_from_what_came(tmp_path: Path) -> None:
    """Such items go out one by one: each may take long. What an earlier run recorded of one travels with it."""
    workers = Fake(A)
    async with job_of(tmp_path, [()], "discover.tv", all_pages=True) as job:
        [(item, _)] = job.waiting()
        job.record_part(item, 0, b"first")
        await DistributedRun(job, workers).fetch()
        assert job.status().found == 1
    assert workers.parts == {item: [b"first"]}


# What goes wrong


async def test_a_machine_on_which_nothing_succeeds_rests(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The others do its part, and the job does not suffer. It tries an item now and then, and goes on."""
    caplog.set_level(logging.INFO, "tmdb_async")
    blocked = True

    def answer(worker: str, asked: Asked) -> TMDBError | None:
        return APIConnectionError("blocked") if blocked and worker == A else None

    workers = Fake(A, B, answer=answer)
    workers.seconds = 0.02
    async with job_of(tmp_path, range(1, 2001)) as job:
        run = DistributedRun(job, workers)
        async with going(run) as task:
            await until(lambda: "rests" in caplog.text)
            spoilt = len(workers.items(A))
            assert 50 <= spoilt <= 50 + 40
            await until(lambda: len(workers.items(A)) > spoilt)
            await asyncio.sleep(0.05)
            assert len(workers.items(A)) == spoilt + 1
            blocked = False
            await until(lambda: "goes on" in caplog.text)
            assert run.done < 2000
            await task
        assert len(workers.items(A)) > spoilt + 100
        assert (run.done, run.failed, job.status().found) == (2000, 0, 2000)


async def test_what_fails_on_two_machines_has_failed(tmp_path: Path) -> None:
    """It is the item's fault, or TMDB's. What is no outage is believed at once."""
    missing = NotFoundError("no", status=404, code=34, headers={}, body=b"")

    def answer(worker: str, asked: Asked) -> TMDBError | None:
        return {7: APIConnectionError("broken"), 8: missing}.get(asked.item)

    workers = Fake(A, B, C, answer=answer)
    async with job_of(tmp_path, range(1, 101)) as job:
        run = DistributedRun(job, workers)
        await run.fetch()
        assert (run.done, run.failed) == (100, 1)
        assert job.status()[2:7] == (100, 98, 1, 1, 0)
    assert [item for item in workers.items() if item in (7, 8)] == [7, 7, 8]
    assert len({worker for worker, items in workers.asked if 7 in items}) == 2


async def test_what_failed_on_a_machine_is_not_lost_with_the_others(tmp_path: Path) -> None:
    """Where nobody else is left the same machine tries it again."""

    def answer(worker: str, asked: Asked) -> TMDBError | None:
        return APIConnectionError("broken") if worker == A and len(workers.items(A)) == 1 else None

    workers = Fake(A, B, answer=answer)
    workers.stalled[B] = anyio.Event()
    async with job_of(tmp_path, [1]) as job:
        run = DistributedRun(job, workers)
        async with going(run) as task:
            await until(lambda: bool(workers.items(A)) or bool(workers.items(B)))
            if not workers.items(A):
                workers.stalled.pop(B).set()
            else:
                await until(lambda: bool(workers.items(B)))
                workers.those.remove(B)
            await task
        assert (run.done, run.failed) == (1, 0)


async def test_a_run_pauses_where_nothing_succeeds_on_any_machine(tmp_path: Path) -> None:
    """As on one: single items try it, and what failed is asked for again. No machine goes on asking meanwhile."""
    down = True

    def answer(worker: str, asked: Asked) -> TMDBError | None:
        return APIConnectionError("down") if down else None

    workers = Fake(A, B, answer=answer)
    async with job_of(tmp_path, range(1, 501)) as job:
        run = DistributedRun(job, workers)
        async with going(run) as task:
            await until(lambda: run.paused)
            await asyncio.sleep(0.05)
            asked = len(workers.items())
            assert asked <= 4 * 80
            await asyncio.sleep(0.03)
            assert len(workers.items()) <= asked + 2
            down = False
            await task
        assert (run.done, run.failed, job.status().found) == (500, 0, 500)


async def test_a_refused_credential_ends_the_run(tmp_path: Path) -> None:
    """With the error that the worker met."""
    refused = AuthenticationError("no", status=401, code=7, headers={}, body=b"")
    async with job_of(tmp_path, range(1, 101)) as job:
        with pytest.raises(AuthenticationError):
            await DistributedRun(job, Fake(A, B, answer=lambda _worker, _asked: refused)).fetch()
        assert job.count_waiting() == 100


async def test_a_worker_that_cannot_do_its_part_ends_the_run(tmp_path: Path) -> None:
    """Such as one without a credential: the others go no further either, since somebody has to set it up."""
    workers = Fake(A, B)
    workers.raised[B] = JobError("The worker has no credential")
    async with job_of(tmp_path, range(1, 1001)) as job:
        with pytest.raises(JobError, match="has no credential"):
            await DistributedRun(job, workers).fetch()
        assert job.status().found < 500


async def test_a_scheduler_that_is_gone_ends_the_run(tmp_path: Path) -> None:
    """What came before is in the job."""
    workers = Fake(A)
    workers.stalled[A] = anyio.Event()
    async with job_of(tmp_path, range(1, 101)) as job:
        run = DistributedRun(job, workers)
        async with going(run) as task:
            await until(lambda: bool(workers.items()))
            workers.gone = JobError("does not answer any more")
            with pytest.raises(JobError, match="any more"):
                await task


async def test_the_timeline_adds_up_the_machines(tmp_path: Path) -> None:
    """A run's pace is that of all machines together."""
    workers = Fake(A, B, "tcp://10.0.0.2:1001", max_rate=40)
    async with job_of(tmp_path, range(1, 21)) as job:
        await DistributedRun(job, workers).fetch()
        path = job.path
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT rate FROM runs").fetchall() == [(80.0,)]


async def test_arguments_are_checked(tmp_path: Path) -> None:
    """Before anything is connected, and without showing a session."""
    for options in ({"max_concurrency": 0}, {"max_rate": 0}, {"session_id": "two words"}):
        with pytest.raises(ValueError, match=r"must be|is empty") as caught:
            Workers("tcp://nowhere:8786", **options)
        assert "two words" not in str(caught.value)
    async with job_of(tmp_path, [1]) as job:
        with pytest.raises(ValueError, match="give_up_after"):
            DistributedRun(job, Fake(), give_up_after=-1)
