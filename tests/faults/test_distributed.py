from __future__ import annotations

import asyncio
import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import anyio
import pytest

from tmdb_async import TMDB
from tmdb_async.jobs import Job, Run
from tmdb_async.jobs.distributed import DistributedRun, Workers
from tmdb_async.sandbox import Sandbox

pytestmark = [pytest.mark.xdist_group("distributed"), pytest.mark.unmeasured]

ROOT = Path(__file__).parents[2]
NAME = "tv_series.credits"
TOKEN = "the-token-of-the-workers"
# In a burst 45 leave within a second, of the 50 that the sandbox allows: on one machine with seven busy processes, some
# close up before they are counted.
RATE = 36
HOSTS = ("127.0.0.1", "127.0.0.2", "127.0.0.3")
OUT = 40  # items that a machine has at once, at the most


class Cluster:
    """A scheduler and workers, each a process; a sandbox, which counts by address; and what all of them log."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder = folder
        self._stack = stack
        self.sandbox = stack.enter_context(Sandbox(token=TOKEN, latency=0.02))
        self.workers: dict[str, subprocess.Popen[bytes]] = {}
        file = folder / "scheduler.json"
        options = ["--host", "127.0.0.1", "--port", "0", "--dashboard-address", "127.0.0.1:0"]
        options += ["--no-dashboard", "--scheduler-file", str(file)]
        self._start("scheduler", "distributed.cli.dask_scheduler", *options)
        wait_until(file.exists)
        wait_until(lambda: file.read_bytes().endswith(b"}"))
        self.address: str = json.loads(file.read_bytes())["address"]

    def start_worker(self, host: str) -> None:
        options = ["--host", host, "--nthreads", "1", "--no-nanny", "--no-dashboard"]
        options += ["--dashboard-address", "127.0.0.1:0", "--memory-limit", "0"]
        options += ["--local-directory", str(self.folder), "--preload", "tests.faults.bound"]
        self.workers[host] = self._start(
            f"worker-{host}",
            "distributed.cli.dask_worker",
            self.address,
            *options,
            BOUND_TO=host,
            TMDB_ACCESS_TOKEN=TOKEN,
            TMDB_BASE_URL=self.sandbox.url,
        )

    def environment(self) -> dict[str, str]:
        return {name: value for name, value in os.environ.items() if not name.startswith(("COVERAGE", "TMDB"))}

    def logs(self) -> str:
        return "".join(path.read_text() for path in self.folder.glob("*.log"))

    def _start(self, name: str, module: str, *arguments: str, **variables: str) -> subprocess.Popen[bytes]:
        log = self._stack.enter_context((self.folder / f"{name}.log").open("wb"))
        process = self._stack.enter_context(
            subprocess.Popen(
                [sys.executable, "-m", module, *arguments],
                stdout=log,
                stderr=log,
                env={**self.environment(), **variables},
                cwd=ROOT,
            )
        )
        self._stack.callback(process.kill)
        return process


def wait_until(condition: Any, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with ExitStack() as stack:
        running = Cluster(tmp_path_factory.mktemp("cluster"), stack)
        for host in HOSTS:
            running.start_worker(host)
        yield running


async def wait_for_requests(cluster: Cluster, number: int) -> None:
    with anyio.fail_after(30):
        while cluster.sandbox.stats().requests < number:
            await asyncio.sleep(0.01)


async def measure(cluster: Cluster) -> float:
    """Requests a second."""
    before, began = cluster.sandbox.stats().requests, time.monotonic()
    await asyncio.sleep(1)
    return (cluster.sandbox.stats().requests - before) / (time.monotonic() - began)


def dumped(folder: Path) -> bytes:
    """All that the scheduler and the workers know of themselves."""
    [dump] = folder.glob("state*")
    return gzip.decompress(dump.read_bytes())


@pytest.mark.asyncio
async def test_three_machines_do_what_one_does_at_three_times_the_pace(cluster: Cluster, tmp_path: Path) -> None:
    """Each keeps the limits of its own address. One that is killed in the middle costs what it had not handed back. The
    credential, which the run's own process has not, is in no log and in nothing that the scheduler knows.
    """
    items = range(1, 601)
    with Sandbox(max_rate=None, max_connections=None) as alone, Job.open(tmp_path / "alone.sqlite", NAME) as job:
        async with TMDB("token", base_url=alone.url, max_rate=None) as tmdb:
            job.add(items)
            await Run(job, tmdb).fetch()
        expected = list(job.bodies())
    cluster.sandbox.reset()
    async with Workers(cluster.address, max_rate=RATE) as workers:
        with anyio.fail_after(30):
            while len(await workers.workers()) < len(HOSTS):
                await asyncio.sleep(0.05)
        with Job.open(tmp_path / "job.sqlite", NAME) as job:
            job.add(items)
            run = DistributedRun(job, workers)
            running = asyncio.create_task(run.fetch())
            await wait_for_requests(cluster, 100)
            pace = max([await measure(cluster) for _ in range(3)])
            killed = cluster.workers["127.0.0.3"]
            killed.kill()
            await workers._client.dump_cluster_state(str(tmp_path / "state"))
            await running
            assert (run.done, run.failed, run.paused) == (600, 0, False)
            assert list(job.bodies()) == expected
            assert job.status().waiting == 0
        assert workers.stats.attempts <= cluster.sandbox.stats().requests
    assert 2.5 * RATE < pace <= 3 * 50
    stats = cluster.sandbox.stats()
    assert stats.by_status.keys() <= {200, 404}
    assert {*stats.by_address} == {*HOSTS}
    assert all(each.peak_per_second <= 50 and each.peak_connections <= 20 for each in stats.by_address.values())
    assert stats.requests <= 600 + OUT
    assert TOKEN not in cluster.logs()
    known = dumped(tmp_path)
    assert b"Station" in known
    assert TOKEN.encode() not in known


def bulk(cluster: Cluster, *arguments: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tmdb_async", "bulk", NAME, "--dask", cluster.address, "--rate", str(RATE), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=cluster.environment(),
        cwd=ROOT,
    )


def test_a_command_that_is_killed_goes_on(cluster: Cluster, tmp_path: Path) -> None:
    """On the machines that are left, and at the cost of what was out; no address is asked more than it may be."""
    cluster.sandbox.reset()
    arguments: list[str | Path] = ["--job", tmp_path / "job.sqlite", *map(str, range(1, 301))]
    with bulk(cluster, *arguments) as first:
        wait_until(lambda: cluster.sandbox.stats().requests >= 80)
        first.kill()
    with bulk(cluster, *arguments) as second:
        out, err = second.communicate(timeout=30)
    assert (second.returncode, "Traceback" in err) == (0, False)
    assert "  found      300\n" in out
    stats = cluster.sandbox.stats()
    assert stats.requests <= 300 + len(stats.by_address) * OUT
    assert stats.by_status.keys() <= {200, 404}


def test_a_command_that_is_stopped_finishes_what_is_out(cluster: Cluster, tmp_path: Path) -> None:
    """And nothing else."""
    cluster.sandbox.reset()
    with bulk(cluster, "--job", tmp_path / "job.sqlite", *map(str, range(1, 501))) as process:
        wait_until(lambda: cluster.sandbox.stats().requests >= 80)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=20)
    assert process.returncode == 130
    requests = cluster.sandbox.stats().requests
    assert requests <= 80 + 4 * OUT
    with Job.read(tmp_path / "job.sqlite") as job:
        assert job.status().found + job.status().not_found == requests
    assert f"this run: {requests} items" in out
