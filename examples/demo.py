"""Bulk-fetch the TV credits of several hundred series and episodes, and show what came and that the limits were kept.

Without a credential in the environment a sandbox is started, and asked at the end what it saw. With
`TMDB_ACCESS_TOKEN` or `TMDB_API_KEY` set, the same program runs against TMDB.
"""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from tmdb_async import TMDB, AuthenticationError, ConfigurationError, Failure, Outcome, Stats
from tmdb_async.models import CastMember, TvEpisodeCredits, TvSeriesCredits

GAME_OF_THRONES = 1399
BREAKING_BAD_PILOT = (1396, 1, 1)
SERIES = range(1250, 1550)
EPISODES = [(series, 1, episode) for series in range(1376, 1404) for episode in range(1, 7)]
EPISODES += [(GAME_OF_THRONES, 1, 404), (GAME_OF_THRONES, 404, 1)]  # there are none
LIMIT_PER_SECOND = 50
LIMIT_OF_CONNECTIONS = 20


@contextmanager
def sandbox() -> Iterator[tuple[str, str]]:
    """Run a sandbox in a process of its own; give its address and its token."""
    command = [sys.executable, "-m", "tmdb_async.sandbox", "--port", "0", "--latency", "100"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            settings = dict(re.findall(r"(TMDB_\w+)=(\S+)", process.stdout.readline()))
            assert settings, "the sandbox did not start"
            yield settings["TMDB_BASE_URL"], settings["TMDB_ACCESS_TOKEN"]
        finally:
            process.terminate()


async def fetch(
    tmdb: TMDB,
    method: Callable[..., Awaitable[Any]],
    items: list[Any],
    tick: Callable[[Outcome[Any]], None],
) -> list[Outcome[Any]]:
    collected: list[Outcome[Any]] = []
    async with tmdb.bulk(method, items) as outcomes:
        async for outcome in outcomes:
            collected.append(outcome)
            tick(outcome)
    return collected


async def fetch_all(tmdb: TMDB, console: Console) -> tuple[list[Outcome[Any]], list[Outcome[Any]]]:
    """Fetch the series and the episodes at the same time, with one client and so within one set of limits."""
    columns = (
        TextColumn("{task.description:<9}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[failed]} failed"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console) as progress:

        def follow(title: str, total: int) -> Callable[[Outcome[Any]], None]:
            task: TaskID = progress.add_task(title, total=total, failed=0)
            failed = 0

            def tick(outcome: Outcome[Any]) -> None:
                nonlocal failed
                failed += isinstance(outcome, Failure)
                progress.update(task, advance=1, failed=failed)

            return tick

        series, episodes = await asyncio.gather(
            fetch(tmdb, tmdb.tv_series.credits, list(SERIES), follow("series", len(SERIES))),
            fetch(tmdb, tmdb.tv_episodes.credits, EPISODES, follow("episodes", len(EPISODES))),
        )
    return series, episodes


def cast_table(title: str, groups: dict[str, tuple[CastMember, ...]]) -> Table:
    table = Table("", "person", "character", title=title, title_justify="left")
    for group, members in groups.items():
        for place, member in enumerate(members[:8]):
            table.add_row(group if place == 0 else "", member.name, member.character)
        if len(members) > 8:
            table.add_row("", f"... and {len(members) - 8} more", "")
        table.add_section()
    return table


def failure_table(failures: list[Failure]) -> Table:
    table = Table("item", "error", title=f"Items that failed: {len(failures)}", title_justify="left")
    for failure in failures[:10]:
        table.add_row("/".join(map(str, failure.args)), f"{type(failure.error).__name__}: {failure.error}")
    if len(failures) > 10:
        kinds = Counter(type(failure.error).__name__ for failure in failures[10:])
        table.add_row("...", ", ".join(f"{count} more of {kind}" for kind, count in kinds.items()))
    return table


def proof_table(stats: Stats, seconds: float, seen: dict[str, Any] | None) -> tuple[Table, bool]:
    """Return what was measured beside what is allowed, and whether all of it is."""
    table = Table("", "measured", "allowed", title="How it went", title_justify="left")
    table.add_row("calls", str(stats.calls), "")
    table.add_row("requests, with those that repeat one", str(stats.attempts), "")
    table.add_row("repeated after", ", ".join(f"{cause} ({n})" for cause, n in stats.retries.items()) or "nothing", "")
    table.add_row("refused as too many (HTTP 429)", str(stats.rate_limited), "")
    table.add_row("received", f"{stats.received_bytes / 1e6:.1f} MB", "")
    table.add_row("waited for the client's own limits, per call", f"{stats.gate_seconds / stats.calls:.2f} s", "")
    table.add_row("seconds", f"{seconds:.1f}", "")
    table.add_row("calls a second, over all", f"{stats.calls / seconds:.1f}", "")
    if seen is None:
        return table, True
    table.add_section()
    table.add_row("requests that the sandbox saw", str(seen["requests"]), "")
    rows = [
        ("in its busiest second", seen["peak_per_second"], LIMIT_PER_SECOND),
        ("in flight at once", seen["peak_in_flight"], LIMIT_OF_CONNECTIONS),
        ("connections at once", seen["peak_connections"], LIMIT_OF_CONNECTIONS),
    ]
    for name, measured, allowed in rows:
        table.add_row(name, str(measured), str(allowed))
    return table, all(measured <= allowed for _, measured, allowed in rows)


async def run(tmdb: TMDB, console: Console, seen: Callable[[], dict[str, Any] | None]) -> int:
    started = time.perf_counter()
    series, episodes = await fetch_all(tmdb, console)
    seconds = time.perf_counter() - started
    found = {outcome.args: outcome.value for outcome in (*series, *episodes) if outcome.error is None}
    thrones, pilot = found.get((GAME_OF_THRONES,)), found.get(BREAKING_BAD_PILOT)
    if isinstance(thrones, TvSeriesCredits):
        console.print(cast_table("Game of Thrones, the latest season", {"cast": thrones.cast}))
    if isinstance(pilot, TvEpisodeCredits):
        console.print(cast_table("Breaking Bad, the pilot", {"cast": pilot.cast, "guest stars": pilot.guest_stars}))
    failures = [outcome for outcome in (*series, *episodes) if isinstance(outcome, Failure)]
    if failures:
        console.print(failure_table(sorted(failures, key=lambda failure: failure.args)))
    table, kept = proof_table(tmdb.stats, seconds, seen())
    console.print(table)
    if not kept:
        console.print("The limits were not kept.", style="bold red")
    console.print("This product uses the TMDB API but is not endorsed or certified by TMDB.", style="dim")
    return 0 if kept and found else 1


async def main(console: Console) -> int:
    if os.environ.get("TMDB_ACCESS_TOKEN") or os.environ.get("TMDB_API_KEY"):
        console.print(f"Fetching from {os.environ.get('TMDB_BASE_URL') or 'TMDB'}, with the credential that is set.")
        async with TMDB() as tmdb:
            return await run(tmdb, console, lambda: None)
    with sandbox() as (url, token):
        console.print(f"Fetching from a sandbox at {url}")
        console.print("Set TMDB_ACCESS_TOKEN to fetch from TMDB.", style="dim")
        async with TMDB(token, base_url=url) as tmdb:
            return await run(tmdb, console, lambda: httpx.get(f"{url}/sandbox/stats", trust_env=False).json())


if __name__ == "__main__":
    screen = Console()
    try:
        sys.exit(asyncio.run(main(screen)))
    except ConfigurationError as error:
        sys.exit(str(error))
    except AuthenticationError as error:
        sys.exit(f"TMDB refuses the credential. {error}")
    except KeyboardInterrupt:
        screen.print("Interrupted.")
        sys.exit(130)
