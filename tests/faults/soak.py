"""Bulk-fetch from a server that mixes all faults at random, and check each outcome against what the server did.

    make soak SECONDS=600 SEED=7

What the server does to an item follows from the seed, so a run that fails can be made again. The program ends with
status 1 if any check failed.
"""

from __future__ import annotations

import argparse
import asyncio
import ctypes
import gc
import itertools
import json
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
import traceback
import warnings
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

import anyio
from rich.console import Console
from rich.table import Table

from tests.faults import faults
from tests.faults.faults import FAULTS, breaks
from tests.faults.servers import Server
from tmdb_async import TMDB, Failure, Outcome, RateLimitError
from tmdb_async.calls import pace, retry
from tmdb_async.models import TvEpisodeCredits, TvSeasonAccountStates, TvSeriesCredits
from tmdb_async.transports import transport

# What a call does by default.
ATTEMPTS = 5
CONCURRENCY = 20

# How many items there are between two pauses; see Soak.
CHAPTER = 5000
# Much longer than an item takes, also one that times out five times.
PATIENCE = 180.0

# What is made small, so that thousands of items are done in a minute. What it really is others tests are about.
SMALL = (
    (retry, "_FIRST_WAIT", 0.001),
    (retry, "_SHORTEST_COOL_DOWN", 0.001),
    (retry, "_LONGEST_RETRY_AFTER", 0.1),
    (pace, "_LEAST", 1e6),
    (pace, "_PROBE", 0.01),
    (transport, "BODY_LIMIT", 2**20),
)
CAPTION = (
    "Made small for this: the waits of retries (up to 1 ms at first), a cool-down without Retry-After (1 ms), how long "
    "its probe is waited for (10 ms), the longest Retry-After that is waited for (0.1 s), and the limit of a body "
    "(1 MiB). After a 429 there is no pace."
)

# How much more this process may hold later than after the warm-up.
MORE_BYTES = 4 * 2**20
MORE_OBJECTS = 1000

# This server closes a connection only where the client can tell before it sends the next request on it. Otherwise a
# request may be lost that the server never saw, and its log would not say how often each item was tried.
MIX = FAULTS | {
    "no content": FAULTS["no content"]._replace(
        handler=breaks(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
    ),
}

# How often each comes, beside the others. What holds up the whole client is rare.
WEIGHTS = {name: 1.5 if fault.retried else 1.0 if fault.error is None else 0.5 for name, fault in MIX.items()} | {
    "right": 110.0,
    "hang": 0.2,
    "hang midway": 0.2,
    "drip": 0.2,
    "bomb": 0.1,
    "bomb in a bomb": 0.1,
    "503 that is a bomb": 0.1,
    "too large": 0.1,
    "429": 0.5,
    "429 with Retry-After": 0.1,
    "429 for an hour": 0.05,
}
_NAMES = tuple(WEIGHTS)
# What lasts until the client's timeout comes to the first items of a chapter alone: so its end does not wait for them.
_EARLY = tuple(itertools.accumulate(WEIGHTS.values()))
_LATE = tuple(itertools.accumulate(0 if name in ("hang", "hang midway", "drip") else WEIGHTS[name] for name in WEIGHTS))

Model = TvSeriesCredits | TvEpisodeCredits | TvSeasonAccountStates

# Which operation an item is for, by the remainder of its number.
OPERATIONS = ("tv_series.credits", "tv_episodes.credits", "tv_seasons.account_states")
MODELS = (TvSeriesCredits, TvEpisodeCredits, TvSeasonAccountStates)


def served_to(seed: int, item: int) -> list[str]:
    """What a server with this seed does to an item, one request after the other, until the item has its outcome."""
    served: list[str] = []
    failed = 0
    while failed < ATTEMPTS and (not served or MIX[served[-1]].retried):
        served.append(choose(seed, item, len(served) + 1))
        failed += MIX[served[-1]].error is not RateLimitError  # which is a matter of the client
    return served


def choose(seed: int, item: int, attempt: int) -> str:
    chance = random.Random(f"{seed} {item} {attempt}")
    early = (item - 1) % CHAPTER < CHAPTER / 5
    return chance.choices(_NAMES, cum_weights=_EARLY if early else _LATE)[0]


# The server, in a process of its own: so the memory that is measured is the client's, and each has a core.


def item_of(head: bytes) -> int:
    return int(head.split(b"/")[3])


def body_for(head: bytes) -> bytes:
    """A body that is right for any operation, says which item it is for, and drips longer than the client waits."""
    return b'{"id":%d,"cast":[],"crew":[],"guest_stars":[],"results":[],"x":"%s"}' % (item_of(head), b"x" * 200)


def serve(seed: int) -> None:
    """Serve faults until the standard input ends. Each line of it is answered with what has been served since."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the client, which then ends this process
    faults.body_for = body_for
    served: dict[int, list[str]] = {}

    async def handler(head: bytes, transport: asyncio.Transport) -> None:
        server.heads.clear()
        item = item_of(head)
        so_far = served.setdefault(item, [])
        name = choose(seed, item, len(so_far) + 1)
        so_far.append(name)
        await MIX[name].handler(head, transport)

    with Server(handler) as server:
        _tell(server.url)
        for line in sys.stdin:
            if line == "end\n":
                server.all_closed(60)
            log, served = served, {}
            _tell(json.dumps([list(log.items()), server.open, server.peak]))


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class Log(NamedTuple):
    """What a server did."""

    served: dict[int, list[str]]
    """What was served to each item since the last log."""
    open: int
    """How many connections are open."""
    peak: int
    """How many connections were open at once at most."""


class Peer:
    """A server of faults, as seen from the client's process."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.url = ""

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "tests.faults.soak", "--serve", "--seed", str(self.seed)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
        )
        self.url = self._answer().strip()
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._process.communicate(timeout=30)
        finally:
            self._process.kill()
        if exc_type is None:
            assert self._process.returncode == 0, "the server failed"

    def log(self, *, end: bool = False) -> Log:
        """Ask what was served since the last log; at the end, once no connection is open or some seconds are over."""
        assert self._process.stdin is not None
        self._process.stdin.write("end\n" if end else "log\n")
        self._process.stdin.flush()
        served, open_, peak = json.loads(self._answer())
        return Log(dict(served), open_, peak)

    def _answer(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the server has ended"
        return line


# The client.


class Memory(NamedTuple):
    """How much this process holds at a time when nothing is under way."""

    resident: int
    """Bytes; 0 where the system does not say."""
    objects: int
    """How many objects the garbage collector knows."""

    @classmethod
    def measure(cls) -> Memory:
        gc.collect()
        _give_back()
        return cls(resident(), len(gc.get_objects()))


def resident(name: str = "VmRSS") -> int:
    """How many bytes of this process are in memory; `VmHWM` for the most that ever were. 0 where no one says."""
    status = Path("/proc/self/status")
    found = re.search(rf"{name}:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) * 1024 if found else 0


def _give_back() -> None:
    """Give what is free back to the system, where the C library can: what is still resident is held."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if os.name == "posix" else None
    if trim is not None:
        trim(0)


@contextmanager
def made_small() -> Iterator[None]:
    before = [(module, name, getattr(module, name)) for module, name, _ in SMALL]
    try:
        for module, name, value in SMALL:
            setattr(module, name, value)
        yield
    finally:
        for module, name, value in before:
            setattr(module, name, value)


class Soak:
    """One bulk run over items 1, 2, 3 and so on, and what it came to.

    Items come in chapters. At the end of each nothing is under way: then the server's log is compared, and memory
    measured, which must not grow after the first. In between only the numbers of the items under way are kept.

    Args:
        peer: The server.
        transport: What the client sends with.
        tick: Called after each chapter.
    """

    def __init__(self, peer: Peer, *, transport: str = "httpx", tick: Callable[[Soak], None] = lambda _: None) -> None:
        self.items = 0
        self.requests = 0
        self.seconds = 0.0
        self.injected: Counter[tuple[str, str]] = Counter()
        """How often each fault was served to an item with each outcome."""
        self.outcomes: Counter[str] = Counter()
        self.first: Memory | None = None
        """After the first chapter."""
        self.last = Memory(0, 0)
        """After the last chapter."""
        self.open = self.most_open = 0
        self.problems: list[str] = []
        self.more_problems = 0
        self._peer = peer
        self._transport = transport
        self._tick = tick
        self._under_way: set[int] = set()
        self._chapter_began, self._chapter_ends = 0, CHAPTER
        self._next_chapter = anyio.Event()
        self._retries: Counter[str] = Counter()
        self._rate_limited = 0

    async def run(self, more: Callable[[int], bool]) -> None:
        """Fetch items for as long as there are more: which is asked with the number of those so far."""
        tasks, threads, began = len(anyio.get_running_tasks()), threading.active_count(), time.monotonic()
        url = self._peer.url
        with made_small(), warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            options: Any = {"base_url": url, "max_rate": None, "transport": self._transport}
            async with TMDB("token", session_id="session", **options) as tmdb:
                try:
                    await self._fetch_all(tmdb, more)
                except Exception:  # noqa: BLE001 - whatever it is, it is told with the rest
                    self._problem(
                        f"the run ended, among items {sorted(self._under_way)}, with\n{traceback.format_exc()}"
                    )
            self.seconds = time.monotonic() - began
            gc.collect()  # what was not closed is warned of when it goes
        self._expect("warnings", [str(warning.message) for warning in warned], [])
        self.open = self._peer.log(end=True).open
        self._expect("open connections at the end", self.open, 0)
        self._expect("tasks at the end", len(anyio.get_running_tasks()), tasks)
        self._expect("threads at the end", threading.active_count(), threads)

    async def _fetch_all(self, tmdb: TMDB, more: Callable[[int], bool]) -> None:
        async def fetch(item: int) -> Model:
            match item % 3:
                case 0:
                    return await tmdb.tv_series.credits(item)
                case 1:
                    return await tmdb.tv_episodes.credits(item, 1, 2)
                case _:
                    return await tmdb.tv_seasons.account_states(item, 1)

        async with tmdb.bulk(fetch, self._source(more)) as outcomes:
            while True:
                with anyio.move_on_after(PATIENCE) as limit:
                    try:
                        outcome = await anext(outcomes)
                    except StopAsyncIteration:
                        break
                if limit.cancelled_caught:
                    self._problem(f"no outcome within {PATIENCE:.0f} s")
                    break
                self._check(outcome)
                del outcome
                if self.items == self._chapter_ends and not self._under_way:
                    self._end_chapter(tmdb)
        if self._under_way:
            self._problem(f"items without an outcome: {sorted(self._under_way)}")
        elif self.items > self._chapter_began:
            self._end_chapter(tmdb)

    async def _source(self, more: Callable[[int], bool]) -> AsyncIterator[int]:
        while more(self.items):
            while self.items == self._chapter_ends:
                await self._next_chapter.wait()
            self.items += 1
            self._under_way.add(self.items)
            yield self.items

    def _check(self, outcome: Outcome[Model]) -> None:
        """Check one outcome against what its item was served."""
        item = outcome.index + 1
        self._expect(f"arguments of item {item}", outcome.args, (item,))
        if item not in self._under_way:
            self._problem(f"item {item} was not under way, and has the outcome {outcome}")
            return
        self._under_way.remove(item)
        served = served_to(self._peer.seed, item)
        error = MIX[served[-1]].error
        if error is None:
            wanted = f"{MODELS[item % 3].__name__} {item}"
        else:
            wanted = f"{error.__name__} of {OPERATIONS[item % 3]}, attempts: {len(served)}"
        if isinstance(outcome, Failure):
            got = f"{type(outcome.error).__name__} of {outcome.error.operation}, attempts: {outcome.error.attempts}"
            if outcome.error.attempts > 1 and outcome.error.__cause__ is None:
                got += ", no cause"
        else:
            got = f"{type(outcome.value).__name__} {outcome.value.id}"
        self._expect(f"item {item}, which was to be served {served}", got, wanted)
        name = "success" if outcome.error is None else type(outcome.error).__name__
        self.outcomes[name] += 1
        for fault in served:
            self.injected[fault, name] += 1

    def _end_chapter(self, tmdb: TMDB) -> None:
        """Compare what the server did with what the seed says and with what the client counted, and measure memory."""
        log = self._peer.log()
        items = range(self._chapter_began + 1, self.items + 1)
        self._expect("items that the server saw", sorted(log.served), list(items))
        for item, served in log.served.items():
            self._expect(f"requests for item {item}", served, served_to(self._peer.seed, item))
            self.requests += len(served)
            errors = [error for name in served if (error := MIX[name].error) is not None]
            self._retries.update(error.__name__ for error in errors[: len(served) - 1])
            self._rate_limited += errors.count(RateLimitError)
        stats = tmdb.stats
        self._expect("calls that the client counted", stats.calls, self.items)
        self._expect("attempts that the client counted", stats.attempts, self.requests)
        self._expect("retries that the client counted", dict(stats.retries), dict(self._retries))
        self._expect("429s that the client counted", stats.rate_limited, self._rate_limited)
        self._expect("free slots between calls", tmdb._sender.gate._free, CONCURRENCY)
        self.open, self.most_open = log.open, log.peak
        if log.peak > CONCURRENCY:
            self._problem(f"{log.peak} connections were open at once")
        del log
        self.last = Memory.measure()
        self.first = self.first or self.last
        if (
            self.last.resident > self.first.resident + MORE_BYTES
            or self.last.objects > self.first.objects + MORE_OBJECTS
        ):
            self._problem(f"memory grew from {self.first} to {self.last} after item {self.items}")
        self._tick(self)
        self._chapter_began, self._chapter_ends = self.items, self.items + CHAPTER
        self._next_chapter.set()
        self._next_chapter = anyio.Event()

    def _expect(self, what: str, got: object, wanted: object) -> None:
        if got != wanted:
            self._problem(f"{what}: {got}, not {wanted}")

    def _problem(self, text: str) -> None:
        if len(self.problems) < 20:
            self.problems.append(f"seed {self._peer.seed}: {text}")
        else:
            self.more_problems += 1


# The program.


def table(soak: Soak) -> Table:
    """Return which faults were injected, and how the items that met them ended."""
    outcomes = ["success", *sorted(soak.outcomes.keys() - {"success"})]
    result = Table(title="Faults injected, against the outcomes of the items that met them", caption=CAPTION)
    result.add_column("fault", no_wrap=True)
    result.add_column("times", justify="right")
    for name in outcomes:
        result.add_column(re.sub(r"(?<=[a-z])(?=[A-Z])", "\n", name), justify="right")
    for fault in MIX:
        counts = [soak.injected[fault, name] for name in outcomes]
        result.add_row(fault, str(sum(counts)), *[str(count or "") for count in counts])
    result.add_section()
    result.add_row("items", str(soak.outcomes.total()), *[str(soak.outcomes[name]) for name in outcomes])
    return result


def summary(soak: Soak) -> str:
    first = soak.first or soak.last
    missing = sorted(MIX.keys() - {fault for fault, _ in soak.injected})
    return f"""\
{soak.items} items in {soak.seconds:.1f} s: {soak.items / soak.seconds:.0f} a second
{soak.requests} requests; {"never injected: " + ", ".join(missing) if missing else "every fault was injected"}
memory after {min(CHAPTER, soak.items)} items: {first.resident / 2**20:.1f} MiB, {first.objects} objects
memory at the end: {soak.last.resident / 2**20:.1f} MiB, {soak.last.objects} objects
memory at most: {resident("VmHWM") / 2**20:.1f} MiB
connections: {soak.most_open} at most, {soak.open} at the end"""


def main() -> int:
    parser = argparse.ArgumentParser(description="Bulk-fetch from a server full of faults.")
    parser.add_argument("--seconds", type=float, default=60, help="how long (default: %(default)g)")
    parser.add_argument("--items", type=int, help="how many, whatever the time")
    parser.add_argument("--seed", type=int, default=1, help="what the faults follow from (default: %(default)s)")
    parser.add_argument("--backend", choices=("asyncio", "trio"), default="asyncio")
    parser.add_argument("--transport", choices=("httpx", "aiohttp"), default="httpx")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(options.seed)
        return 0
    console = Console()
    if not console.is_terminal:
        console.width = 200
    with Peer(options.seed) as peer, console.status(f"Seed {options.seed}") as status:
        soak = Soak(
            peer,
            transport=options.transport,
            tick=lambda soak: status.update(f"{soak.items} items, {len(soak.problems)} problems"),
        )
        end = time.monotonic() + options.seconds

        def more(items: int) -> bool:
            return time.monotonic() < end if options.items is None else items < int(options.items)

        anyio.run(soak.run, more, backend=options.backend)
    console.print(table(soak))
    console.print(summary(soak), highlight=False)
    for problem in soak.problems:
        console.print(problem, style="red", markup=False, highlight=False)
    if soak.more_problems:
        console.print(f"and {soak.more_problems} problems more", style="red")
    console.print(f"seed {options.seed}: " + ("FAILED" if soak.problems else "every item as it should be"))
    return 1 if soak.problems else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
