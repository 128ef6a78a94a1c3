"""What breadth costs: the first use of a section, pages, rows of several kinds, appended parts, types to check."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
import timeit
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console

from . import cores
from .targets import Target, at_most, ratio, spread, table

_REPEATS = 200
_FIRST_USE = """
import time, tmdb_async
tmdb = tmdb_async.TMDB("e.e.e")
began = time.perf_counter()
tmdb.tv_series
print(time.perf_counter() - began)
"""
# What somebody writes on the first day.
_PROGRAM = """
import asyncio
from tmdb_async import TMDB

async def main() -> None:
    async with TMDB() as tmdb:
        series = await tmdb.tv_series.details(1399, append_to_response=["aggregate_credits"])
        if series.aggregate_credits is not None:
            print(series.name, series.aggregate_credits.cast[0].name)
        async for row in tmdb.paginate(tmdb.discover.tv, with_genres=18):
            print(row.name, row.first_air_date)

asyncio.run(main())
"""
_PARTS = ("aggregate_credits", "external_ids", "images", "keywords", "videos")


def _bodies() -> dict[str, tuple[Callable[[bytes], Any], bytes]]:
    """Return bodies as the sandbox makes them, each with what decodes it."""
    from tmdb_async.calls.arguments import Asked
    from tmdb_async.calls.decode import decode
    from tmdb_async.calls.parts import decode_with_parts
    from tmdb_async.operations import find_operation
    from tmdb_async.sandbox import Sandbox

    def get(path: str) -> bytes:
        import httpx

        answer = httpx.get(
            f"{sandbox.url}{path}", headers={"Authorization": f"Bearer {sandbox.token}"}, trust_env=False
        )
        answer.raise_for_status()
        return answer.content

    details = find_operation("tv_series.details")
    parts = [Asked(part.name, part, None) for part in details.parts if part.name in _PARTS]
    page, union = find_operation("discover.tv").model, find_operation("trending.all").model
    with Sandbox(max_rate=None) as sandbox:
        asked = f"/3/tv/1399?append_to_response={','.join(_PARTS)}"
        return {
            "a page of 20 TV series": (lambda body: decode(page, body), get("/3/discover/tv")),
            "a page of 20 rows of several kinds": (lambda body: decode(union, body), get("/3/trending/all/day")),
            "details with five parts": (lambda body: decode_with_parts(details, body, parts), get(asked)),
        }


def _decode(rounds: int) -> tuple[dict[str, list[float]], dict[str, list[float]], dict[str, int]]:
    import orjson

    bodies = _bodies()
    ours: dict[str, list[float]] = defaultdict(list)
    theirs: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for name, (decode, body) in bodies.items():
            for times, function in ((ours, decode), (theirs, orjson.loads)):
                # With the garbage collector, whose work is part of the price of objects.
                timer = timeit.Timer("f(body)", "import gc; gc.enable()", globals={"f": function, "body": body})
                times[name].append(timer.timeit(_REPEATS) / _REPEATS * 1e6)
    return ours, theirs, {name: len(body) for name, (_, body) in bodies.items()}


def _first_use() -> float:
    command = [sys.executable, "-c", _FIRST_USE]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) * 1e3


def _check_types() -> tuple[float, float]:
    """Return the seconds that `mypy --strict` takes over a short program, with an empty cache and with a full one."""
    executable = shutil.which("mypy", path=Path(sys.executable).parent)
    assert executable is not None, "mypy is not installed"
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "program.py"
        program.write_text(_PROGRAM, encoding="utf-8")
        times = []
        for _ in range(2):
            began = time.perf_counter()
            subprocess.run([executable, "--strict", program], cwd=folder, check=True, capture_output=True)
            times.append(time.perf_counter() - began)
    return times[0], times[1]


def run(console: Console, rounds: int) -> list[Target]:
    ours, theirs, sizes = cores.apart(_decode, rounds * 4)
    shown = table("Decoding what is broad", "", "kB", "µs", "orjson.loads, µs", "of it")
    for name, measured in ours.items():
        size = f"{sizes[name] / 1e3:.1f}"
        times = ratio(measured, theirs[name])
        shown.add_row(name, size, spread(measured, ".1f"), spread(theirs[name], ".1f"), f"{times:.2f}x")
    console.print(shown)
    first = [_first_use() for _ in range(rounds + 1)][1:]  # the first finds nothing in the caches of the disk
    cold, warm = _check_types()
    shown = table("The first day", "", "")
    shown.add_row("tmdb.tv_series, first used", f"{spread(first, '.1f')} ms")
    shown.add_row("mypy --strict of ten lines, with an empty cache", f"{cold:.1f} s")
    shown.add_row("the same, with a full cache", f"{warm:.1f} s")
    console.print(shown)
    page, union, parts = (ratio(ours[name], theirs[name]) for name in ours)
    return [
        at_most("A page of 20 rows, of orjson.loads", page, 1.5, "times"),
        at_most("A page of rows of several kinds, of orjson.loads", union, 2.5, "times"),
        at_most("Details with five appended parts, of orjson.loads", parts, 1.7, "times"),
        at_most("tmdb.tv_series, first used", sorted(first)[len(first) // 2], 15, "ms"),
    ]
