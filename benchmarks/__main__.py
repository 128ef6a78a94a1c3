"""`python -m benchmarks`: all sections but the long runs of `benchmarks.memory`, and the targets at the end."""

from __future__ import annotations

import argparse

from rich.console import Console

from . import load, throughput
from .server import serving
from .targets import Target, verdict


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each measurement is made (%(default)s)")
    rounds = parser.parse_args().rounds
    console = Console(width=120, highlight=False)
    targets: list[Target] = []
    with serving() as served:
        targets += load.run(console, served, rounds)
        targets += throughput.run(console, served, rounds)
    console.print(verdict(targets))


if __name__ == "__main__":
    main()
