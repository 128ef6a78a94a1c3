from __future__ import annotations

import asyncio
import errno
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tmdb_async import TMDB
from tmdb_async.cli import main
from tmdb_async.jobs import Job, JobError, Record, Run, export
from tmdb_async.sandbox import Sandbox

ROOT = Path(__file__).parents[2]
NAME = "tv_series.credits"
KILLS = 50
ITEMS = 1400
MOST_REPEATED = 20  # what is in flight at once
NOBODY = 65534

# Forks a run for each line that it reads: with everything imported, one starts in no time. Checkpoints are frequent, so
# that some kills come in the middle of one.
RUNS = """
import asyncio, os, sys
import tmdb_async.jobs.run
import tmdb_async.models
from tests.faults.test_job_kills import fetch
tmdb_async.jobs.run._CHECKPOINT = 20_000
for _ in sys.stdin:
    pid = os.fork()
    if not pid:
        asyncio.run(fetch(sys.argv[1], sys.argv[2]))
        os._exit(0)
    print(pid, flush=True)
    print(os.waitpid(pid, 0)[1], flush=True)
"""

FULL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
from tmdb_async.cli import main
sys.exit(main())
"""


async def fetch(file: str | Path, url: str) -> None:
    """What a process does that is going to be killed."""
    async with TMDB("token", base_url=url, max_rate=None) as tmdb:
        with Job.open(file, NAME) as job:
            job.add(range(1, ITEMS + 1))
            await Run(job, tmdb).fetch()


def outcomes(file: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return db.execute(
            "SELECT arguments, status, code, error, body FROM items LEFT JOIN bodies ON item = id ORDER BY arguments"
        ).fetchall()


def settled(sandbox: Sandbox) -> int:
    """How many requests there were, when those of a dead process have arrived, too."""
    before = -1
    while (requests := sandbox.stats().requests) != before or sandbox._app.connections.open:
        before = requests
        time.sleep(0.01)
    return requests


@contextmanager
def command(*arguments: str | Path, program: str | None = None, **settings: Any) -> Iterator[subprocess.Popen[str]]:
    """Run the command in a process of its own."""
    start = [sys.executable, "-m", "tmdb_async"] if program is None else [sys.executable, "-c", program]
    with subprocess.Popen(
        [*start, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **settings
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_for(sandbox: Sandbox, requests: int) -> None:
    deadline = time.monotonic() + 20
    while sandbox.stats().requests < requests:
        assert time.monotonic() < deadline, "it never came to that"
        time.sleep(0.002)


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    with Sandbox(latency=0.01, max_rate=None, max_connections=None) as running:
        monkeypatch.setenv("TMDB_BASE_URL", running.url)
        monkeypatch.setenv("TMDB_ACCESS_TOKEN", running.token)
        yield running


@pytest.mark.unmeasured
def test_a_job_survives_fifty_kills(sandbox: Sandbox, tmp_path: Path) -> None:
    """At random moments: in the end there are the same rows as without any, none is there twice, and each kill cost no
    more than the requests that were in flight.
    """
    chance = random.Random(5)
    file, undisturbed = tmp_path / "killed.sqlite", tmp_path / "undisturbed.sqlite"
    held: list[int] = [0]
    with command(file, sandbox.url, program=RUNS, stdin=subprocess.PIPE, cwd=ROOT) as runs:
        assert runs.stdin is not None
        assert runs.stdout is not None
        before = 0
        for _ in range(KILLS):
            runs.stdin.write("run\n")
            runs.stdin.flush()
            run = int(runs.stdout.readline())
            # Some die while the job is opened, most of them while it is fetched: at a random request, and after it.
            sent = before + max(0, chance.randint(-10, 70))
            wait_for(sandbox, sent)
            time.sleep(chance.uniform(0, 0.02))
            os.kill(run, signal.SIGKILL)
            assert int(runs.stdout.readline()) == signal.SIGKILL
            asked, before = settled(sandbox) - before, settled(sandbox)
            with closing(sqlite3.connect(file)) as db:
                made = db.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,)
                held.append(db.execute("SELECT count(time) FROM items").fetchone()[0] if made else 0)
            # Nothing recorded is lost, and all that was asked for is recorded, but for what was in flight.
            assert held[-1] >= held[-2]
            assert held[-1] >= held[-2] + asked - MOST_REPEATED, (held, asked)
    assert held[-1] < ITEMS, "the kills came too late"
    assert len({*held}) > KILLS / 2, "the kills came too early"
    asyncio.run(fetch(file, sandbox.url))
    requests = sandbox.stats().requests
    assert ITEMS < requests <= ITEMS + KILLS * MOST_REPEATED
    asyncio.run(fetch(undisturbed, sandbox.url))
    assert sandbox.stats().requests == requests + ITEMS
    assert outcomes(file) == outcomes(undisturbed)
    assert len(outcomes(file)) == ITEMS


def test_the_command_survives_a_kill(sandbox: Sandbox, tmp_path: Path) -> None:
    """And the same command again continues."""
    file = tmp_path / "job.sqlite"
    arguments: list[str | Path] = ["bulk", NAME, "--job", file, "--rate", "0", *map(str, range(1, 301))]
    with command(*arguments) as process:
        wait_for(sandbox, 50)
        process.kill()
    with command(*arguments) as process:
        out, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (0, "")
    assert "300 items\n  found      300\n" in out
    assert sandbox.stats().requests <= 300 + MOST_REPEATED


@pytest.mark.parametrize(
    ("number", "name", "status"), [(signal.SIGINT, "Ctrl-C", 130), (signal.SIGTERM, "SIGTERM", 143)]
)
def test_ctrl_c_or_sigterm_ends_the_command_tidily(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals, name: str, status: int
) -> None:
    """What is in flight gets its answer, everything is recorded, and the summary is printed."""
    file = tmp_path / "job.sqlite"
    with Sandbox(latency=0.1, max_rate=None) as slow:
        monkeypatch.setenv("TMDB_BASE_URL", slow.url)
        monkeypatch.setenv("TMDB_ACCESS_TOKEN", slow.token)
        with command("bulk", NAME, "--job", file, *map(str, range(1, 301))) as process:
            wait_for(slow, 25)
            process.send_signal(number)
            out, err = process.communicate(timeout=20)
        requests = slow.stats().requests
    assert process.returncode == status
    assert err == f"Finishing what is in flight; {name} again stops at once.\n"
    assert f"  found      {requests}\n" in out
    assert f"  waiting    {300 - requests}\n" in out
    assert not file.with_name("job.sqlite-wal").exists()


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_signal_that_is_ignored_stays_so(sandbox: Sandbox, tmp_path: Path, name: str) -> None:
    """As under nohup, or in the background of a shell script: whoever started the command wants it to go on."""
    program = (
        f"import os, signal, sys; signal.signal(signal.{name}, signal.SIG_IGN); "
        "os.execv(sys.executable, [sys.executable, '-m', 'tmdb_async', *sys.argv[1:]])"
    )
    job = tmp_path / "job.sqlite"
    with command("bulk", NAME, "--job", job, "--rate", "0", *map(str, range(1, 301)), program=program) as process:
        wait_for(sandbox, 20)
        process.send_signal(signal.Signals[name])
        out, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (0, "")
    assert "  found      300\n" in out


def test_a_second_run_of_a_job_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the first one lasts, which goes on undisturbed and can be looked at; a kill ends it, too."""
    file = tmp_path / "job.sqlite"
    with Sandbox(latency=60) as slow:
        monkeypatch.setenv("TMDB_BASE_URL", slow.url)
        monkeypatch.setenv("TMDB_ACCESS_TOKEN", slow.token)
        with command("bulk", NAME, "--job", file, "1") as first:
            wait_for(slow, 1)
            with command("bulk", NAME, "--job", file, "2") as second:
                out, err = second.communicate(timeout=20)
            assert (second.returncode, out) == (1, "")
            assert err == f"tmdb-async: {file} is in use: another process runs this job\n"
            with Job.read(file) as job:
                assert job.status().waiting == 1
            first.kill()
            first.wait()
            Job.open(file, NAME).close()


def test_a_full_disk_is_told(sandbox: Sandbox, tmp_path: Path) -> None:
    """In one line, with exit status 1; what was recorded before is there, and the next run goes on. The limit of a
    file's size stands in for the disk's.
    """
    file = tmp_path / "job.sqlite"
    arguments: list[str | Path] = ["bulk", NAME, "--job", file, "--rate", "0", *map(str, range(1, 301))]
    with command(*arguments, program=FULL) as process:
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (1, "")
    assert re.fullmatch(rf"tmdb-async: {file} cannot be used: (disk I/O error|database or disk is full)\n", err)
    with Job.read(file) as job:
        kept = job.status().found
    assert 0 < kept < 300
    assert len(outcomes(file)) == 300
    with command(*arguments) as process:
        out, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (0, "")
    assert sandbox.stats().requests <= 300 + 2 * MOST_REPEATED


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder of somebody whom permissions bind, which they do not root, and to be them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if os.geteuid():
            yield folder
            return
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            os.seteuid(0)


def test_a_file_that_may_not_be_written_is_told(
    unprivileged: Path, sandbox: Sandbox, capfd: pytest.CaptureFixture[str]
) -> None:
    """In one line, with exit status 1, and nothing sent; the file is as it was, and can still be looked at."""
    file = unprivileged / "job.sqlite"
    with Job.open(file, NAME) as job:
        job.add([1])
    before = file.read_bytes()
    file.chmod(0o444)
    with pytest.raises(OSError, match=os.strerror(errno.EACCES)):
        file.open("r+b")
    assert main(["bulk", NAME, "--job", str(file), "2"]) == 1
    assert capfd.readouterr() == ("", f"tmdb-async: {file} cannot be used: attempt to write a readonly database\n")
    assert sandbox.stats().requests == 0
    assert file.read_bytes() == before
    with Job.read(file) as job:
        assert job.status().waiting == 1


def test_a_lock_that_may_not_be_written_is_told(unprivileged: Path) -> None:
    """A job is never run without a lock."""
    lock = unprivileged / "job.sqlite-lock"
    lock.touch()
    lock.chmod(0o444)
    with pytest.raises(JobError, match=r"job.sqlite-lock may not be written"):
        Job.open(unprivileged / "job.sqlite", NAME)


def test_a_folder_that_may_not_be_written_is_told(
    unprivileged: Path, sandbox: Sandbox, capfd: pytest.CaptureFixture[str]
) -> None:
    """In one line, with exit status 1, and nothing sent."""
    unprivileged.chmod(0o555)
    assert main(["bulk", NAME, "--job", str(unprivileged / "job.sqlite"), "2"]) == 1
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "cannot be used: unable to open database file" in err
    assert sandbox.stats().requests == 0


def test_a_job_in_a_folder_that_may_not_be_written_can_be_looked_at(unprivileged: Path) -> None:
    """An archive, or the share of somebody else: its state and its export are there, and nothing is left beside it."""
    with Job.open(unprivileged / "job.sqlite", NAME) as job:
        job.add([1])
        job.record(Record(1, status=200, body=b"{}"))
    unprivileged.chmod(0o555)
    with Job.read(unprivileged / "job.sqlite") as job:
        assert job.status().found == 1
        assert list(job.bodies()) == [((1,), b"{}")]
    assert sorted(path.name for path in unprivileged.iterdir()) == ["job.sqlite", "job.sqlite-lock"]


def test_a_job_that_somebody_else_runs_can_be_looked_at(unprivileged: Path) -> None:
    """Also where only they may write: what they recorded a moment ago is seen."""
    with Job.open(unprivileged / "job.sqlite", NAME) as job:
        job.add([1])
        unprivileged.chmod(0o555)
        job.record(Record(1, status=200, body=b"{}"))
        for path in unprivileged.iterdir():
            path.chmod(0o444)
        with Job.read(unprivileged / "job.sqlite") as reader:
            assert reader.status().found == 1
        unprivileged.chmod(0o755)


def test_a_folder_that_may_not_be_entered_is_told(
    unprivileged: Path, sandbox: Sandbox, capfd: pytest.CaptureFixture[str]
) -> None:
    """In one line, with exit status 1, whatever is looked for in it."""
    unprivileged.chmod(0)
    file = unprivileged / "job.sqlite"
    for arguments in (["bulk", NAME, "--job", str(file), "1"], ["status", str(file)]):
        assert main(arguments) == 1
        out, err = capfd.readouterr()
        assert (out, err.count("\n")) == ("", 1)
        assert f"{file} cannot be used: [Errno 13] Permission denied" in err
    with pytest.raises(SystemExit, match="2"):
        main(["bulk", NAME, "--job", str(file)])
    assert sandbox.stats().requests == 0
    unprivileged.chmod(0o755)
    with Job.open(file, NAME):
        pass
    (unprivileged / "closed").mkdir(0)
    with Job.read(file) as job, pytest.raises(JobError, match=r"out.csv cannot be written: .*Permission denied"):
        export(job, unprivileged / "closed" / "out.csv")
