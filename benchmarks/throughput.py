"""The main table: everybody fetches the same episode from the same server, in turn."""

from __future__ import annotations

from collections import defaultdict
from statistics import median

from rich.console import Console

from .contestants import AIOHTTP, ASYNC, BARE, FLOOR, HTTPX, PEERS, SYNC, THEMOVIEDB
from .server import Served
from .targets import Target, at_least, at_most, ratio, spread, table
from .window import Window, workers

IN_FLIGHT = 20
SECONDS = 1.0


def run(console: Console, served: Served, rounds: int) -> list[Target]:
    windows: dict[str, list[Window]] = defaultdict(list)
    with workers(served) as processes:
        for _ in range(rounds):
            # One window each, and then again: what slows the machine down for a while slows everybody down.
            for name in (*ASYNC, *SYNC):
                windows[name].append(processes.measure(name, SECONDS, IN_FLIGHT))
    rates = {name: [window.rate for window in of_name] for name, of_name in windows.items()}
    cpus = {name: [window.cpu for window in of_name] for name, of_name in windows.items()}
    shown = table(
        f"The credits of an episode, {IN_FLIGHT} in flight: median of {rounds} rounds (least-most)",
        "",
        "calls/s",
        "of httpx",
        "CPU µs/call",
        "of httpx",
        "MB",
        "busy: client",
        "server",
    )
    for name, of_name in windows.items():
        shown.add_row(
            name,
            spread(rates[name]),
            f"{ratio(rates[name], rates[BARE]):.2f}x",
            spread(cpus[name]),
            f"{ratio(cpus[name], cpus[BARE]):.2f}x",
            f"{of_name[-1].memory:.0f}",
            f"{median(window.client for window in of_name):.0%}",
            f"{median(window.server for window in of_name):.0%}",
        )
    console.print(shown)
    fastest = max(PEERS, key=lambda name: median(rates[name]))
    ahead = ratio(rates[AIOHTTP], rates[fastest])
    return [
        at_least(f"{AIOHTTP}: calls/s of {THEMOVIEDB}", ratio(rates[AIOHTTP], rates[THEMOVIEDB]), 5, "times"),
        at_least(f"{AIOHTTP}: calls/s of the fastest peer ({fastest})", ahead, 2.5, "times"),
        at_most(f"{AIOHTTP}: CPU of {FLOOR}", ratio(cpus[AIOHTTP], cpus[FLOOR]), 2.2, "times"),
        at_most(f"{HTTPX}: CPU of {BARE}", ratio(cpus[HTTPX], cpus[BARE]), 1, "times"),
    ]
