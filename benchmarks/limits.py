"""At the limits: whether the pace is kept and used, and how a client comes back after HTTP 429; as the server counts.

Both runs are paced, and so nearly idle: they go on at the same time, each with a client and a server of its own.
"""

from __future__ import annotations

import asyncio
import time
from bisect import bisect_left
from itertools import pairwise
from typing import Any, NamedTuple

import httpx
from rich.console import Console

from tmdb_async import TMDB

from . import cores, plots
from .contestants import SERIES, TOKEN
from .server import Served, serving
from .targets import Target, at_least, at_most, table

RATE = 40
CALLS = 2000
LATENCY = 0.1
# HTTP 429 comes after 5 seconds; then 20 seconds at 28 to 40 a second are 740 requests, and 5 more are 200.
REFUSED = 200
UNTIL_FULL = 20
AT_FULL = 5
CALLS_WITH_REFUSAL = REFUSED + 740 + 200 + 60


class _Seen(NamedTuple):
    seconds: float
    """From the first call to the last answer, as the client sees it."""
    arrivals: list[float]
    """When each request came, as the server sees it."""


async def _paced(served: Served, calls: int) -> _Seen:
    async with TMDB(TOKEN, base_url=served.url, max_rate=RATE) as tmdb:
        began = time.perf_counter()
        await asyncio.gather(*(tmdb.tv_episodes.credits(SERIES, 1, number) for number in range(1, calls + 1)))
        seconds = time.perf_counter() - began
    async with httpx.AsyncClient(trust_env=False) as client:
        return _Seen(seconds, (await client.get(f"{served.url}/arrivals")).json())


async def _both(steady: Served, refusing: Served) -> tuple[_Seen, _Seen]:
    return await asyncio.gather(_paced(steady, CALLS), _paced(refusing, CALLS_WITH_REFUSAL))


def _run(steady: Served, refusing: Served) -> tuple[_Seen, _Seen]:
    return asyncio.run(_both(steady, refusing))


def _peak(arrivals: list[float]) -> int:
    """Return how many requests there were in the busiest window of one second."""
    return max(bisect_left(arrivals, time + 1) - place for place, time in enumerate(arrivals))


def _within(arrivals: list[float], since: float, until: float) -> int:
    return bisect_left(arrivals, until) - bisect_left(arrivals, since)


def _resumed(arrivals: list[float]) -> float:
    """Return when requests came again: after the longest silence."""
    return max(pairwise(arrivals), key=lambda pair: pair[1] - pair[0])[1]


def _rate(seconds: float) -> float:
    """Return the requests a second after so many seconds of recovery, as designed."""
    return RATE * (1 + 0.3 * min(0.0, seconds / UNTIL_FULL - 1) ** 3)


def _designed() -> float:
    """Return the requests of the first seconds: one, and the others once it is answered."""
    steps = 1000
    length = (UNTIL_FULL - LATENCY) / steps
    return 1 + sum(_rate((step + 0.5) * length) * length for step in range(steps))


def _plot(arrivals: list[float], resumed: float) -> Any:
    figure, (panel,) = plots.panels(1, title="One HTTP 429 at a pace of 40 a second, as the server counts")
    refused = arrivals[REFUSED - 1] - resumed
    ticks = [tick / 4 for tick in range(-16, 4 * (UNTIL_FULL + AT_FULL) + 1)]
    counted = [_within(arrivals, resumed + tick - 0.5, resumed + tick + 0.5) for tick in ticks]
    panel.plot(ticks, counted, label="requests within a second around it")
    designed = [RATE if tick < refused else 0 if tick < LATENCY else _rate(tick - LATENCY) for tick in ticks]
    panel.plot(ticks, designed, linestyle="--", label="as designed")
    panel.axvline(refused, color="grey", linewidth=1, label="HTTP 429")
    panel.set(xlabel="seconds after requests leave again", ylabel="requests a second", ylim=(0, 55))
    panel.legend(loc="lower right")
    return figure


def run(console: Console) -> list[Target]:
    slow = ("--latency", str(LATENCY), "--refuse")
    with serving(*slow, "0") as steady, serving(*slow, str(REFUSED)) as refusing:
        kept, back = cores.apart(_run, steady, refusing)
    resumed = _resumed(back.arrivals)
    rising = _within(back.arrivals, resumed, resumed + UNTIL_FULL)
    full = _within(back.arrivals, resumed + UNTIL_FULL, resumed + UNTIL_FULL + AT_FULL) / AT_FULL
    designed = _designed()
    shown = table(
        f"At the limits: a pace of {RATE}/s, answers after {LATENCY * 1000:.0f} ms", "", "measured", "designed"
    )
    shown.add_row(f"{CALLS:,} calls: calls/s", f"{CALLS / kept.seconds:.2f}", str(RATE))
    shown.add_row("requests in the busiest second", str(_peak(kept.arrivals)), "at most 50")
    shown.add_row("after HTTP 429: seconds of silence", f"{resumed - back.arrivals[REFUSED - 1]:.2f}", "1 and more")
    shown.add_row(f"requests in the {UNTIL_FULL} s after it", str(rising), f"{designed:.0f}")
    shown.add_row(f"requests/s in the {AT_FULL} s after those", f"{full:.1f}", str(RATE))
    console.print(shown)
    console.print(f"Plotted in {plots.save(_plot(back.arrivals, resumed), 'recovery')}\n")
    return [
        at_least(f"{CALLS:,} paced calls, of the pace", CALLS / kept.seconds / RATE * 100, 98, "%"),
        at_most("Requests in the busiest second", max(_peak(kept.arrivals), _peak(back.arrivals)), 50, ""),
        at_most(f"{UNTIL_FULL} s after HTTP 429: off the design by", abs(rising / designed - 1) * 100, 3, "%"),
        at_least("and then, of the pace", full / RATE * 100, 98, "%"),
    ]
