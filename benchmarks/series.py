"""The credits of all episodes: one by one, and by series."""

from __future__ import annotations

import asyncio
import time
from typing import Any, NamedTuple

from rich.console import Console

from tmdb_async import TMDB

from . import cores
from .targets import Target, at_least, at_most, ratio, spread, table

_SERIES = range(1, 101)


class _Way(NamedTuple):
    """What the credits of an episode take in one round."""

    requests: float
    milliseconds: float
    cpu: float
    """Microseconds of the client's process."""


class Measured(NamedTuple):
    """One of each for each round, and what was fetched."""

    singly: list[_Way]
    by_series: list[_Way]
    series: int
    seasons: int
    episodes: int


async def _measure(url: str, token: str, rounds: int) -> Measured:
    async with TMDB(token, base_url=url, max_rate=None, transport="aiohttp") as tmdb:
        episodes, series, seasons = await _look(tmdb)
        measured = Measured([], [], series, seasons, len(episodes))
        await _fetch(tmdb, tmdb.tv_episodes.credits, episodes, len(episodes))  # the sandbox keeps what it has made
        for _ in range(rounds):
            measured.singly.append(await _fetch(tmdb, tmdb.tv_episodes.credits, episodes, len(episodes)))
            measured.by_series.append(await _fetch(tmdb, tmdb.episode_credits, _SERIES, len(episodes)))
    return measured


async def _look(tmdb: TMDB) -> tuple[list[tuple[int, int, int]], int, int]:
    """Return all episodes, and how many series and seasons they are of."""
    episodes: list[tuple[int, int, int]] = []
    async with tmdb.bulk(tmdb.episode_credits, _SERIES) as outcomes:
        async for outcome in outcomes:
            rows = outcome.value or ()
            episodes += [(*outcome.args, row.season_number, row.episode_number) for row in rows]
    places = {(series, season) for series, season, _ in episodes}
    return episodes, len({series for series, _ in places}), len(places)


async def _fetch(tmdb: TMDB, method: Any, arguments: Any, episodes: int) -> _Way:
    requests, began, cpu = tmdb.stats.attempts, time.perf_counter(), time.process_time()
    async with tmdb.bulk(method, arguments) as outcomes:
        async for _ in outcomes:
            pass
    requests, seconds = tmdb.stats.attempts - requests, time.perf_counter() - began
    return _Way(requests / episodes, 1000 * seconds / episodes, 1e6 * (time.process_time() - cpu) / episodes)


def _run(url: str, token: str, rounds: int) -> Measured:
    return asyncio.run(_measure(url, token, rounds))


def run(console: Console, rounds: int) -> list[Target]:
    from tmdb_async.sandbox import Sandbox

    with Sandbox(max_rate=None, max_connections=None) as sandbox:
        measured = cores.apart(_run, sandbox.url, sandbox.token, rounds)
    title = (
        f"The credits of {measured.episodes:,} episodes of {measured.seasons} seasons of {measured.series} series, "
        f"from the sandbox"
    )
    shown = table(title, "", "requests/episode", "ms/episode", "CPU µs/episode")
    for name, ways in (("one by one", measured.singly), ("by series", measured.by_series)):
        shown.add_row(
            name,
            spread([way.requests for way in ways], ".3f"),
            spread([way.milliseconds for way in ways], ".2f"),
            spread([way.cpu for way in ways]),
        )
    console.print(shown)
    pairs = list(zip(measured.singly, measured.by_series, strict=True))
    return [
        at_least(
            "The credits of a series: fewer requests",
            ratio([one.requests for one, _ in pairs], [all_.requests for _, all_ in pairs]),
            20,
            "times",
        ),
        at_most(
            "The credits of a series: CPU of one by one",
            ratio([all_.cpu for _, all_ in pairs], [one.cpu for one, _ in pairs]),
            0.333,
            "times",
        ),
    ]
