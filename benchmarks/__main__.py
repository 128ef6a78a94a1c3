"""`python -m benchmarks`: all sections but the long runs of `benchmarks.memory`, and the targets at the end."""

from __future__ import annotations

import argparse
import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version

from rich.console import Console

from . import breadth, decoding, importing, jobs, limits, load, scaling, series, share, throughput
from .server import serving
from .targets import Target, verdict

_LIBRARIES = ("tmdb-async", "httpx", "httpx2", "aiohttp", "themoviedb", "tmdbsimple", "tmdbapis", "msgspec", "orjson")


def _circumstances() -> str:
    day = f"{datetime.now(UTC):%d %B %Y}".lstrip("0")
    machine = f"{platform.machine()} {platform.system()} with {os.cpu_count()} cores"
    libraries = ", ".join(f"{library} {version(library)}" for library in _LIBRARIES)
    return f"{day}, Python {platform.python_version()}, {machine}\n{libraries}\n"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each measurement is made (%(default)s)")
    rounds = parser.parse_args().rounds
    console = Console(width=120, highlight=False)
    console.print(_circumstances())
    targets: list[Target] = []
    with serving() as served:
        targets += load.run(console, served, rounds)
        targets += throughput.run(console, served, rounds)
        targets += scaling.run(console, served, rounds)
        targets += jobs.run(console, served, rounds)
    targets += share.run(console, rounds)
    targets += decoding.run(console, rounds)
    targets += importing.run(console, rounds)
    targets += breadth.run(console, rounds)
    targets += series.run(console, rounds)
    targets += limits.run(console)
    console.print(verdict(targets))


if __name__ == "__main__":
    main()
