"""What the package promises of its speed, and whether this run kept it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from rich.box import SIMPLE_HEAD
from rich.table import Table


class Target(NamedTuple):
    """A promise with what was measured."""

    promise: str
    bound: str
    """The limit as it is written, such as `<= 40 µs`."""
    measured: str
    met: bool


def at_most(promise: str, measured: float, limit: float, unit: str) -> Target:
    return Target(promise, f"<= {limit:,g} {unit}", _figure(measured, unit), measured <= limit)


def at_least(promise: str, measured: float, limit: float, unit: str) -> Target:
    return Target(promise, f">= {limit:,g} {unit}", _figure(measured, unit), measured >= limit)


def _figure(value: float, unit: str) -> str:
    return f"{value:{',.0f' if value >= 1000 else '.3g'}} {unit}"


def ratio(these: Sequence[float], those: Sequence[float]) -> float:
    """Return the median of the ratios within the rounds: what slows a whole round down cancels out."""
    return median(this / that for this, that in zip(these, those, strict=True))


def spread(values: Sequence[float], form: str = ",.0f") -> str:
    """Return the median, with the least and the most."""
    return f"{median(values):{form}} ({min(values):{form}}-{max(values):{form}})"


def table(title: str, *columns: str) -> Table:
    """Return a table whose first column is names, and the others figures."""
    made = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, min_width=len(title))
    for place, column in enumerate(columns):
        made.add_column(column, justify="right" if place else "left")
    return made


def verdict(targets: Iterable[Target]) -> Table:
    made = table("Targets", "", "target", "measured", "")
    for target in targets:
        made.add_row(target.promise, target.bound, target.measured, "met" if target.met else "MISSED")
    return made
