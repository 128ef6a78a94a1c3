from __future__ import annotations

import asyncio
import math
import re
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

import anyio
import httpx
import pytest

from tests.faults.faults import answer, refuses
from tests.faults.servers import Server
from tests.unit.test_gate import grown
from tmdb_async import TMDB, RateLimitError
from tmdb_async.calls import pace, retry
from tmdb_async.sandbox import Sandbox
from tmdb_async.sandbox.counts import Counts

pytestmark = pytest.mark.unmeasured

TEN_THOUSAND = 10_000


@contextmanager
def sandbox_of_its_own(max_rate: int) -> Iterator[tuple[str, str, Callable[[], dict[str, Any]]]]:
    """Run a sandbox in another process; give its address, its token and what it has counted."""
    command = [sys.executable, "-m", "tmdb_async.sandbox", "--port", "0", "--max-rate", str(max_rate)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            settings = dict(re.findall(r"(TMDB_\w+)=(\S+)", process.stdout.readline()))
            url = settings["TMDB_BASE_URL"]
            yield url, settings["TMDB_ACCESS_TOKEN"], lambda: httpx.get(f"{url}/sandbox/stats", trust_env=False).json()
        finally:
            process.terminate()


def known(count: int) -> list[int]:
    """So many ids, all of which the sandbox knows."""
    return [number for number in range(1, 2 * count) if number % 1000 != 404][:count]


@pytest.mark.anyio
async def test_the_limits_are_kept_as_the_server_counts(anyio_backend: str, caplog: pytest.LogCaptureFixture) -> None:
    """None of thousands of calls that come at once meets TMDB's limits, not even the first ones, for which connections
    have yet to be opened.
    """
    caplog.set_level("DEBUG", "tmdb_async")
    with sandbox_of_its_own(max_rate=1000) as (url, token, counted):
        async with TMDB(token, base_url=url) as tmdb, anyio.create_task_group() as tasks:
            for series_id in known(4000):
                tasks.start_soon(tmdb.tv_series.credits, series_id)
            while tmdb.stats.attempts < 90:
                await anyio.sleep(0.01)
            tasks.cancel_scope.cancel()
        seen = counted()
    assert [*seen["by_status"]] == ["200"]
    # What left in time comes late, and together, where the machine stands still: as long as the slowest answer took.
    late = max(0, max(int(message.split()[-2]) for message in caplog.messages) / 1000 - 0.1)
    assert 40 <= seen["peak_per_second"] <= 50 + 40 * late
    assert seen["peak_connections"] <= 20


@pytest.mark.asyncio
async def test_ten_thousand_calls_by_gather_are_all_answered() -> None:
    """On one client, which keeps its limits from the first to the last: a pace 25 times TMDB's, for the sake of the
    test, with as much room above it, and as many in flight as TMDB allows.
    """
    max_rate, limit = 25 * 40, 25 * 50
    ids = known(TEN_THOUSAND)
    with sandbox_of_its_own(max_rate=limit) as (url, token, counted):
        async with TMDB(token, base_url=url, max_rate=max_rate, transport="aiohttp") as tmdb:
            # Which take the sandbox a third of the time that credits do.
            answers = await asyncio.gather(*(tmdb.tv_series.external_ids(series_id) for series_id in ids))
            stats = tmdb.stats
        seen = counted()
    assert [answer.id for answer in answers] == ids
    assert seen["by_status"] == {"200": TEN_THOUSAND}
    assert seen["peak_per_second"] <= limit
    assert seen["peak_connections"] <= 20
    assert seen["peak_in_flight"] <= 20
    assert (stats.calls, stats.attempts, stats.rate_limited) == (TEN_THOUSAND, TEN_THOUSAND, 0)


@pytest.mark.anyio
async def test_a_client_that_is_too_fast_pauses_and_slows_down(
    anyio_backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the server allows less than the client's pace, every call succeeds in the end: the server sees a second
    without any request, and then fewer of them.
    """
    arrivals: list[float] = []
    arrived = Counts.arrived

    def note(counts: Counts, now: float, connections: int, address: str) -> int:
        arrivals.append(now)
        return arrived(counts, now, connections, address)

    monkeypatch.setattr(Counts, "arrived", note)
    with Sandbox(max_rate=40) as sandbox:
        async with TMDB(sandbox.token, base_url=sandbox.url, max_rate=48) as tmdb:
            async with anyio.create_task_group() as tasks:
                for series_id in known(80):
                    tasks.start_soon(tmdb.tv_series.credits, series_id)
            stats = tmdb.stats
        seen = sandbox.stats()
    assert seen.by_status == {200: 80, 429: stats.rate_limited}
    assert stats.cool_downs == 1
    gaps = [after - before for before, after in pairwise(arrivals)]
    pause = max(range(len(gaps)), key=gaps.__getitem__)
    assert gaps[pause] >= 1
    # One, and once that is answered 0.7 of 48 a second and ever more; the last terms are a burst, and what came late
    # together.
    since = arrivals[-1] - arrivals[pause + 1]
    assert len(arrivals) - pause - 2 <= 48 * grown(since) + 8 + 4


@pytest.mark.anyio
@pytest.mark.parametrize("max_rate", [800.0, None])
async def test_no_call_fails_where_others_are_told_to_wait(
    anyio_backend: str, monkeypatch: pytest.MonkeyPatch, max_rate: float | None
) -> None:
    """A real server that allows 40 requests in any half second, where a client is made 20 times as quick: 160 calls at
    once succeed, and little is refused.
    """
    for module, name, value in (
        (retry, "_SHORTEST_COOL_DOWN", 0.05),
        (retry, "_LONGEST_COOL_DOWN", 0.8),
        (pace, "_BACK", 1.0),
        (pace, "_PROBE", 0.05),
        (pace, "_LEAST", 20.0),
        (pace, "_UNPACED", 800.0),
    ):
        monkeypatch.setattr(module, name, value)
    let_through: deque[float] = deque([-math.inf] * 40, maxlen=40)
    refused = 0

    async def handler(head: bytes, transport: asyncio.Transport) -> None:
        nonlocal refused
        now = time.monotonic()
        if now < let_through[0] + 0.5:
            refused += 1
            await refuses(429)(head, transport)
        else:
            let_through.append(now)
            await answer(head, transport)

    with Server(handler) as server:
        async with TMDB("token", base_url=server.url, max_rate=max_rate) as tmdb:
            async with anyio.create_task_group() as tasks:
                for series_id in known(160):
                    tasks.start_soon(tmdb.tv_series.credits, series_id)
            assert tmdb.stats.rate_limited == refused > 0
    assert refused <= 20 + 40


@pytest.mark.anyio
async def test_a_client_without_a_pace_meets_the_limits(anyio_backend: str) -> None:
    """The control: where more calls leave than are allowed, the server counts it and says so."""
    with Sandbox(max_rate=5) as sandbox:
        unpaced = TMDB(sandbox.token, base_url=sandbox.url, max_rate=None, max_retries=0)
        async with unpaced as tmdb, tmdb.bulk(tmdb.tv_series.credits, range(1, 21)) as outcomes:
            errors = [outcome.error async for outcome in outcomes if outcome.error is not None]
        assert {type(error) for error in errors} == {RateLimitError}
        assert sandbox.stats().by_status[429] == len(errors)
