from __future__ import annotations

import asyncio
import importlib
import pickle
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import distributed
import pytest

from tmdb_async import ConfigurationError
from tmdb_async._generated.types import Secret
from tmdb_async._version import __version__
from tmdb_async.cli import main
from tmdb_async.jobs import Job, JobError
from tmdb_async.jobs.distributed import DistributedRun, Workers
from tmdb_async.jobs.distributed.parcels import Asked, Order, WorkerLost
from tmdb_async.jobs.distributed.station import Station
from tmdb_async.jobs.sessions import hash_of
from tmdb_async.jobs.spec import Spec
from tmdb_async.sandbox import Sandbox

pytestmark = pytest.mark.xdist_group("distributed")

NAME = "tv_series.credits"
TOKEN = "the-token-of-the-workers"
SESSION = "a-secret-session"


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    with Sandbox(token=TOKEN, latency=0.01) as running:
        monkeypatch.setenv("TMDB_BASE_URL", running.url)
        monkeypatch.setenv("TMDB_ACCESS_TOKEN", TOKEN)
        yield running


def order_of(
    name: str = NAME, *secrets: tuple[str, Secret], version: str = __version__, max_rate: float | None = None
) -> Order:
    spec = Spec.checked(name, language=None, parameters=None, form="single")
    return Order(version, spec.columns(), hash_of(secrets), max_rate, 20)


# What a worker does


@pytest.mark.asyncio
async def test_a_worker_asks_with_its_own_credential(sandbox: Sandbox) -> None:
    """What it is given and what it hands back has none, and can travel; what failed is handed back, too."""
    order = pickle.loads(pickle.dumps(order_of()))
    station = Station(order)
    sandbox.fail_next(400, times=1)
    replies = [await station.fetch([Asked(1, (1399,))]), await station.fetch([Asked(2, (1399,)), Asked(3, (404,))])]
    replies = pickle.loads(pickle.dumps(replies))
    records = [fetched.record for reply in replies for fetched in reply.fetched]
    assert [(each.item, each.status, each.error) for each in records] == [
        (1, 400, "BadRequestError"),
        (2, 200, None),
        (3, 404, None),
    ]
    assert [type(fetched.error).__name__ for fetched in replies[1].fetched] == ["NoneType", "NotFoundError"]
    assert [(each.stats.attempts, each.stats.calls) for each in replies] == [(1, 1), (3, 3)]
    assert TOKEN not in repr((order, replies, station))


@pytest.mark.asyncio
async def test_runs_share_the_client_of_a_process(sandbox: Sandbox) -> None:
    """So two of them together keep its pace. Where their limits differ one waits until the other has nothing out."""
    first, second, other = Station(order_of(max_rate=40)), Station(order_of(max_rate=40)), Station(order_of())
    items = [Asked(number, (number,)) for number in range(1, 41)]
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(first.fetch(items))
        tasks.create_task(second.fetch(items))
        await asyncio.sleep(0.1)
        waiting = tasks.create_task(other.fetch(items[:10]))
    assert len(waiting.result().fetched) == 10
    assert waiting.result().stats.attempts == 10
    assert sandbox.stats().peak_per_second <= 50 + 10
    assert sandbox.stats().requests == 90
    assert (await first.fetch(items[:1])).stats.attempts == 1  # of the client that took the place of the other


@pytest.mark.asyncio
async def test_a_worker_without_a_credential_says_so(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """And one with another version, which might record something else."""
    monkeypatch.delenv("TMDB_ACCESS_TOKEN")
    with pytest.raises(ConfigurationError, match="TMDB_ACCESS_TOKEN"):
        await Station(order_of()).fetch([Asked(1, (1,))])
    monkeypatch.setenv("TMDB_ACCESS_TOKEN", TOKEN)
    with pytest.raises(JobError, match=rf"it has tmdb_async {__version__}, and the run is of 0\.0"):
        await Station(order_of(version="0.0")).fetch([Asked(1, (1,))])


@pytest.mark.asyncio
async def test_a_worker_has_the_session_of_the_job(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """In its own environment: what travels is a salted hash. Another session, or none, is refused before it asks."""
    name = "tv_seasons.account_states"
    order = order_of(name, ("session_id", Secret(SESSION)))
    items = [Asked(1, (1399, 1))]
    for session in ("", "another-session"):
        monkeypatch.setenv("TMDB_SESSION_ID", session)
        with pytest.raises(JobError, match="set TMDB_SESSION_ID or TMDB_GUEST_SESSION_ID there") as caught:
            await Station(order).fetch(items)
        assert SESSION not in str(caught.value)
    assert sandbox.stats().requests == 0
    monkeypatch.setenv("TMDB_SESSION_ID", SESSION)
    [fetched] = (await Station(order).fetch(items)).fetched
    assert fetched.record.status == 200
    assert SESSION not in repr(order)


@pytest.mark.asyncio
async def test_a_worker_has_the_secrets_of_a_path(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it has the session."""
    order = order_of("guest_sessions.rated_tv", ("guest_session_id", Secret(SESSION)))
    with pytest.raises(JobError, match="set TMDB_GUEST_SESSION_ID there"):
        await Station(order).fetch([Asked(1, ())])
    monkeypatch.setenv("TMDB_GUEST_SESSION_ID", SESSION)
    [fetched] = (await Station(order).fetch([Asked(1, ())])).fetched
    assert fetched.record.status == 200


# How workers are reached: a scheduler and workers of Dask's own, in this process


@asynccontextmanager
async def cluster() -> AsyncIterator[tuple[Any, Any]]:
    with anyio.fail_after(20):
        async with (
            distributed.Scheduler(host="127.0.0.1", port=0, dashboard_address="127.0.0.1:0") as scheduler,
            distributed.Worker(
                scheduler.address, host="127.0.0.1", nthreads=1, dashboard_address="127.0.0.1:0"
            ) as worker,
        ):
            yield scheduler, worker


@pytest.mark.asyncio
async def test_a_job_is_run_by_a_worker(sandbox: Sandbox, tmp_path: Path) -> None:
    """What it did is in the stats of the workers."""
    async with cluster() as (scheduler, _):
        with Job.open(tmp_path / "job.sqlite", NAME) as job:
            job.add(range(1, 41))
            async with Workers(scheduler.address) as workers:
                run = DistributedRun(job, workers)
                await run.fetch()
                stats = workers.stats
            assert (run.done, run.failed, job.status().found) == (40, 0, 40)
    assert (stats.calls, stats.attempts, stats.retries, stats.rate) == (40, 40, {}, 40)
    assert stats.received_bytes > 40 * 100


@pytest.mark.asyncio
async def test_a_worker_that_refuses_is_named(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here one without a credential."""
    monkeypatch.delenv("TMDB_ACCESS_TOKEN")
    async with cluster() as (scheduler, worker):
        with Job.open(tmp_path / "job.sqlite", NAME) as job:
            job.add(range(1, 41))
            async with Workers(scheduler.address) as workers:
                with pytest.raises(JobError, match=f"The worker {worker.address} cannot do its part: .*credential"):
                    await DistributedRun(job, workers).fetch()


@pytest.mark.asyncio
async def test_a_worker_that_is_gone_is_lost(sandbox: Sandbox) -> None:
    """Whether it is known to be dead, went meanwhile, or was forgotten while the scheduler was out of reach."""
    items = [Asked(1, (1,))]
    async with cluster() as (scheduler, worker), Workers(scheduler.address) as workers:
        order = order_of()
        assert len((await workers.fetch(worker.address, order, items)).fetched) == 1
        future, _ = workers._stations[worker.address]
        await future.cancel()
        with pytest.raises(WorkerLost):
            workers._stations[worker.address] = future, None
            await workers.fetch(worker.address, order, items)
        assert len((await workers.fetch(worker.address, order, items)).fetched) == 1
        await worker.close()
        with pytest.raises(WorkerLost):
            await workers.fetch(worker.address, order, items)
        assert [*await workers.workers()] == []


@pytest.mark.asyncio
async def test_what_a_worker_raises_else_is_told(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would raise it again and again: such as where another version is installed there."""

    async def fail(station: Station, items: list[Asked]) -> None:
        raise AttributeError("no such thing")

    monkeypatch.setattr(Station, "fetch", fail)
    async with cluster() as (scheduler, worker), Workers(scheduler.address) as workers:
        with pytest.raises(JobError, match=r"AttributeError: no such thing\. Has it the same tmdb_async"):
            await workers.fetch(worker.address, order_of(), [Asked(1, (1,))])


@pytest.mark.asyncio
async def test_a_scheduler_that_ends_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """After the time for which it may be out of reach: until then the workers are those that there were."""
    monkeypatch.setattr("tmdb_async.jobs.distributed.workers._TIMEOUT", 1)
    async with cluster() as (scheduler, worker):
        workers = Workers(scheduler.address)
        async with workers:
            assert [*await workers.workers()] == [worker.address]
            await scheduler.close()
            assert [*await workers.workers()] == [worker.address]
            with pytest.raises(JobError, match="does not answer any more"):
                while True:
                    await workers.workers()
                    await asyncio.sleep(0.05)


@pytest.mark.asyncio
async def test_a_scheduler_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where its address is none."""
    monkeypatch.setattr("tmdb_async.jobs.distributed.workers._TIMEOUT", 0.3)
    for address in ("tcp://127.0.0.1:9", "nowhere", "no://where"):
        with pytest.raises(JobError, match=f"The Dask scheduler {address} does not answer"):
            async with Workers(address):
                pass


def test_a_command_without_dask_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """In one line, with exit status 1, and nothing is made."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    job = tmp_path / "job.sqlite"
    assert main(["bulk", NAME, "--job", str(job), "1", "--dask", "tcp://127.0.0.1:9"]) == 1
    assert capsys.readouterr().err == "tmdb-async: Several machines need Dask: pip install 'tmdb-async[dask]'\n"
    assert not job.exists()


def test_a_command_needs_no_credential_for_other_machines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """They have it. A scheduler that does not answer is told in one line."""
    workers = importlib.import_module("tmdb_async.jobs.distributed.workers")
    monkeypatch.setattr(workers, "_TIMEOUT", 0.3)
    assert main(["bulk", NAME, "--job", str(tmp_path / "job.sqlite"), "1", "--dask", "tcp://127.0.0.1:9"]) == 1
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("tmdb-async: The Dask scheduler tcp://127.0.0.1:9 does not answer")
