"""What a call costs when few and when many are in flight."""

from __future__ import annotations

from collections import defaultdict
from statistics import median

from rich.console import Console

from . import plots
from .contestants import AIOHTTP, HTTPX
from .server import Served
from .targets import Target, at_most, ratio, spread, table
from .window import Window, workers

IN_FLIGHT = (1, 5, 20, 50, 100)
SECONDS = 0.5
_COLUMNS = ("calls/s", "CPU µs/call")


def run(console: Console, served: Served, rounds: int) -> list[Target]:
    windows: dict[tuple[str, int], list[Window]] = defaultdict(list)
    with workers(served) as processes:
        for _ in range(rounds):
            for in_flight in IN_FLIGHT:
                for name in (HTTPX, AIOHTTP):
                    windows[name, in_flight].append(processes.measure(name, SECONDS, in_flight))
    rates = {key: [window.rate for window in of_key] for key, of_key in windows.items()}
    cpus = {key: [window.cpu for window in of_key] for key, of_key in windows.items()}
    columns = [f"{transport}: {what}" for transport in ("httpx", "aiohttp") for what in _COLUMNS]
    shown = table("The same by the number in flight", "in flight", *columns)
    for in_flight in IN_FLIGHT:
        cells = [spread(of[name, in_flight]) for name in (HTTPX, AIOHTTP) for of in (rates, cpus)]
        shown.add_row(str(in_flight), *cells)
    console.print(shown)
    figure, panels = plots.panels(2, title="One client, one core")
    for panel, of, label in zip(panels, (rates, cpus), _COLUMNS, strict=True):
        for name in (HTTPX, AIOHTTP):
            panel.plot(IN_FLIGHT, [median(of[name, in_flight]) for in_flight in IN_FLIGHT], marker="o", label=name)
        panel.set(xlabel="in flight", ylabel=label, ylim=(0, None))
        panel.legend()
    console.print(f"Plotted in {plots.save(figure, 'scaling')}\n")
    return [
        at_most(f"{name}: CPU with 100 in flight, of that with 5", ratio(cpus[name, 100], cpus[name, 5]), 1.25, "times")
        for name in (HTTPX, AIOHTTP)
    ]
