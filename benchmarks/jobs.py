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

_ITEMS = 6000
_AT_ONCE = 1200


class Rates(NamedTuple):
    """Items a second, one figure for each round."""

    bulk: list[float]
    job: list[float]


class _Clock:
    """The seconds that its blocks take together."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __enter__(self) -> None:
        self._began = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self.seconds += time.perf_counter() - self._began


async def _bulk(tmdb: TMDB, items: Sequence[tuple[int, int, int]]) -> None:
    async with tmdb.bulk(tmdb.tv_episodes.credits, items) as outcomes:
        async for outcome in outcomes:
            assert outcome.error is None


async def _job(job: Job, tmdb: TMDB, count: int) -> None:
    run = Run(job, tmdb, limit=count)
    await run.fetch()
    assert (run.done, run.failed) == (count, 0)


async def _measure(url: str, transport: Literal["httpx", "aiohttp"], rounds: int) -> Rates:
    items = [(1396, 1, number) for number in range(1, _ITEMS + 1)]
    rates = Rates([], [])
    async with TMDB(TOKEN, base_url=url, max_rate=None, transport=transport) as tmdb:
        await _bulk(tmdb, items[:100])  # which opens the connections
        for _ in range(rounds):
            bulk, stored = _Clock(), _Clock()
            with TemporaryDirectory() as folder:
                with stored:
                    job = Job.open(Path(folder, "job.sqlite"), "tv_episodes.credits")
                    job.add(items)
                # In turn, so that a machine that slows down does so for both.
                for first in range(0, _ITEMS, _AT_ONCE):
                    with bulk:
                        await _bulk(tmdb, items[first : first + _AT_ONCE])
                    with stored:
                        await _job(job, tmdb, _AT_ONCE)
                with stored:
                    job.close()
            rates.bulk.append(_ITEMS / bulk.seconds)
            rates.job.append(_ITEMS / stored.seconds)
    return rates


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
