"""`make bench-memory`: how much bulk runs grow the process, and how far ahead they read.

The items are a generator's, which counts them. Calls go to the bench server, for the smallest body there is: it is
the number of calls that matters here. The million are calls that send nothing, so that the run does not take an hour.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

import psutil
from rich.console import Console

from tmdb_async import TMDB

from . import cores
from .contestants import TOKEN
from .server import serving
from .targets import Target, at_most, table, verdict

_Transport: TypeAlias = Literal["aiohttp", "httpx"]

TRANSPORTS: tuple[_Transport, ...] = ("aiohttp", "httpx")
CALLS = 200_000
ITEMS = 1_000_000
SETTLED = 1000
"""After as many outcomes, everything is imported and every connection open."""


class Growth(NamedTuple):
    """What came of one run."""

    megabytes: float
    """The most that the process ever held, more than after the first outcomes."""
    ahead: int
    """The most items that were read and had no outcome yet."""
    seconds: float


async def _bulk(url: str, transport: _Transport | None, count: int) -> Growth:
    read = done = ahead = settled = most = 0
    process = psutil.Process()

    def items() -> Iterator[int]:
        nonlocal read
        while read < count:
            read += 1
            yield read

    async with TMDB(TOKEN, base_url=url, max_rate=None, transport=transport or "httpx") as tmdb:

        async def nothing(item: int) -> int:
            await asyncio.sleep(0)
            return item

        method = nothing if transport is None else tmdb.tv_series.credits
        began = time.perf_counter()
        async with tmdb.bulk(method, items()) as outcomes:
            async for outcome in outcomes:
                assert outcome.error is None, outcome.error
                ahead = max(ahead, read - done)
                done += 1
                if done % SETTLED == 0:
                    memory = process.memory_info().rss
                    settled = settled or memory
                    most = max(most, memory)
    assert done == count
    return Growth((most - settled) / 1e6, ahead, time.perf_counter() - began)


def _run(url: str, transport: _Transport | None, count: int) -> Growth:
    return asyncio.run(_bulk(url, transport, count))


def main() -> None:
    console = Console(width=120, highlight=False)
    shown = table("Bulk runs", "", "MB grown", "read ahead", "seconds")
    targets: list[Target] = []
    with serving() as served:
        for transport in TRANSPORTS:
            grown = cores.apart(_run, f"{served.url}/empty", transport, CALLS)
            shown.add_row(f"{CALLS:,} calls, {transport}", *_cells(grown))
            targets.append(at_most(f"{CALLS:,} calls grow the process by ({transport})", grown.megabytes, 10, "MB"))
        million = cores.apart(_run, served.url, None, ITEMS)
    shown.add_row(f"{ITEMS:,} items, nothing sent", *_cells(million))
    targets += [
        at_most(f"{ITEMS:,} items grow the process by", million.megabytes, 10, "MB"),
        at_most(f"{ITEMS:,} items: read and without an outcome at most", million.ahead, 100, ""),
    ]
    console.print(shown)
    console.print(verdict(targets))


def _cells(grown: Growth) -> tuple[str, str, str]:
    return f"{grown.megabytes:.1f}", f"{grown.ahead}", f"{grown.seconds:.0f}"


if __name__ == "__main__":
    main()
