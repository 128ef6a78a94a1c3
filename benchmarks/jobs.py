"""How fast a job fetches, checks and stores, beside a bulk run that only fetches and checks."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

from rich.console import Console

from tmdb_async import TMDB
from tmdb_async.jobs import Job, Run

from . import cores
from .contestants import TOKEN
from .server import Served
from .targets import Target, at_least, ratio, spread, table

_ITEMS = 4000


class Rates(NamedTuple):
    """Items a second, one figure for each round."""

    bulk: Sequence[float]
    job: Sequence[float]


async def _bulk(tmdb: TMDB, items: Sequence[tuple[int, int, int]]) -> None:
    async with tmdb.bulk(tmdb.tv_episodes.credits, items) as outcomes:
        async for outcome in outcomes:
            assert outcome.error is None


async def _job(tmdb: TMDB, items: Sequence[tuple[int, int, int]], path: Path) -> None:
    with Job.open(path, "tv_episodes.credits") as job:
        job.add(items)
        run = Run(job, tmdb)
        await run.fetch()
        assert (run.done, run.failed) == (len(items), 0)


async def _measure(url: str, transport: Literal["httpx", "aiohttp"], rounds: int) -> Rates:
    items = [(1396, 1, number) for number in range(1, _ITEMS + 1)]
    bulk, job = [], []
    async with TMDB(TOKEN, base_url=url, max_rate=None, transport=transport) as tmdb:
        await _bulk(tmdb, items[:100])  # which opens the connections
        for number in range(rounds):
            began = time.perf_counter()
            await _bulk(tmdb, items)
            between = time.perf_counter()
            with TemporaryDirectory() as folder:
                await _job(tmdb, items, Path(folder, f"{number}.sqlite"))
                ended = time.perf_counter()
            bulk.append(_ITEMS / (between - began))
            job.append(_ITEMS / (ended - between))
    return Rates(bulk, job)


def _run(url: str, transport: Literal["httpx", "aiohttp"], rounds: int) -> Rates:
    return asyncio.run(_measure(url, transport, rounds))


def run(console: Console, served: Served, rounds: int) -> list[Target]:
    shown = table("A job that stores each body in its file, beside a bulk run", "", "bulk: items/s", "job: items/s")
    targets: list[Target] = []
    for transport in ("httpx", "aiohttp"):
        rates = cores.apart(_run, served.url, transport, rounds)
        shown.add_row(f"tmdb_async, {transport}", spread(rates.bulk), spread(rates.job))
        targets.append(
            at_least(f"job, {transport}: items/s of a bulk run", 100 * ratio(rates.job, rates.bulk), 70, "%")
        )
    console.print(shown)
    return targets
