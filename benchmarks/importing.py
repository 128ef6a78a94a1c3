"""Import times, each in an interpreter of its own, and what an import leaves out."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict

from rich.console import Console

from . import cores
from .targets import Target, at_most, ratio, spread, table

OURS = "tmdb_async"
HTTPX = "httpx"
_MODULES = (HTTPX, OURS, "httpx2", "aiohttp", "themoviedb", "tmdbsimple", "tmdbapis")
# Where click is installed httpx imports its command line too, which takes as long as all the rest of it: without click
# everybody's figures are the same, whatever else the environment holds.
_TIME = """
import sys, time
sys.modules["click"] = None
began = time.perf_counter()
import {}
print(time.perf_counter() - began)
"""
_MODELS = """
import sys, tmdb_async
tmdb_async.TMDB("e.e.e")
print(sum(name.startswith("tmdb_async._generated.models") for name in sys.modules))
"""


def _python(program: str) -> float:
    command = [sys.executable, "-W", "ignore", "-c", program]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _measure(rounds: int) -> dict[str, list[float]]:
    times: dict[str, list[float]] = defaultdict(list)
    for number in range(rounds + 1):
        for module in _MODULES:
            seconds = _python(_TIME.format(module))
            if number:  # the first finds nothing in the caches of the disk
                times[module].append(seconds * 1e3)
    return times


def run(console: Console, rounds: int) -> list[Target]:
    times = cores.apart(_measure, rounds * 2)
    shown = table("Importing, in a new interpreter", "", "ms", f"of {HTTPX}")
    for module, measured in times.items():
        shown.add_row(f"import {module}", spread(measured), f"{ratio(measured, times[HTTPX]):.2f}x")
    console.print(shown)
    return [
        at_most(f"import {OURS}, of import {HTTPX}", ratio(times[OURS], times[HTTPX]), 1.3, "times"),
        at_most("Modules of models that are imported before one is used", _python(_MODELS), 0, ""),
    ]
