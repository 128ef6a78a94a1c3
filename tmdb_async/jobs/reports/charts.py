"""Charts as plain SVG: a run over its time, how often values are, and who is where."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from unicodedata import east_asian_width

from .figures import PastRun, Spread, Step
from .markup import Markup, joined, tag
from .people import Appearances, Matrix
from .words import count, duration, shortened

_WIDTH = 1000.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 46.0, 4.0, 26.0, 24.0
# Of an axis of time, in seconds.
_TIMES = (
    *(s * m for m in (1, 60) for s in (1, 2, 5, 10, 15, 30)),
    *(3600 * h for h in (1, 2, 3, 6, 12, 24, 48, 120, 240)),
)
_NAMES = 200.0
_ROW = 16.0
_COLUMNS = 200
_LONGEST_NAME = 26


@dataclass(frozen=True)
class Layer:
    """What a chart over time shows of each step."""

    look: str
    """The class that says how: `area` or `line`, and a colour."""
    value: Callable[[Step], float | None]
    """How high it is; None for nothing."""
    base: Callable[[Step], float] = lambda _: 0.0
    """On what it stands."""


def over_time(title: str, runs: Sequence[PastRun], layers: Sequence[Layer]) -> Markup:
    """Return a chart of all runs, one behind the other, with their pauses and cool-downs.

    Args:
        title: What it shows, for who cannot see it.
        runs: The runs.
        layers: What is shown of each step, from the bottom up.
    """
    placed = [*_placed(runs)]
    length = placed[-1][1]
    highest = max((layer.value(step) or 0.0 for _, _, step in placed for layer in layers), default=0.0)
    axis = _Axis(length, highest, 180.0)
    paused = _bands(axis, ((began, ended) for began, ended, step in placed if step.paused))
    shown = [tag("path", class_=layer.look, d="".join(_outline(axis, placed, layer))) for layer in layers]
    cooled = [
        tag("path", class_="cooled", d=f"M{axis.x(began):.1f} {_TOP - 8:.1f}l4 -7h-8z")
        for began, _, step in placed
        if step.cooled
    ]
    begins = [
        tag("line", class_="begins", x1=axis.x(at), x2=axis.x(at), y1=_TOP - 6, y2=axis.bottom)
        for at in _beginnings(runs)
    ]
    return _figure(title, axis.height, paused, axis.grid(), *shown, *begins, *cooled, axis.times())


def histogram(title: str, spread: Spread, told: Callable[[float], str]) -> Markup:
    """Return a chart of how often values are, on an axis where each step is about as much more as the one before."""
    width = _WIDTH / 2
    axis = _Axis(float(len(spread.bars)), float(max(4, *(number for _, _, number in spread.bars))), 150.0, width)
    bars = [
        tag(
            "rect",
            tag("title", f"{told(low)} to {told(high)}: {count(number)} items"),
            class_="bar",
            x=axis.x(place) + 0.5,
            y=axis.y(number),
            width=axis.x(1) - axis.x(0) - 1,
            height=axis.bottom - axis.y(number),
        )
        for place, (low, high, number) in enumerate(spread.bars)
    ]
    every = math.ceil(len(spread.bars) / 6)
    edges = [low for low, _, _ in spread.bars] + [spread.bars[-1][1]]
    marks = [_mark(axis, place, told(edge)) for place, edge in enumerate(edges) if place % every == 0]
    return _figure(title, axis.height, axis.grid(), *bars, *marks, width=width)


def episodes_a_column(of: Matrix) -> int:
    """Return how many episodes of a season are one column of a matrix."""
    return math.ceil(len(of.episodes) / _COLUMNS)


def matrix(title: str, of: Matrix) -> Markup:
    """Return a chart with a row for each person and a column for each episode or, where there are many, for several."""
    at_once = episodes_a_column(of)
    columns: list[tuple[int, frozenset[tuple[int, int]]]] = []
    for season in sorted({season for season, _ in of.episodes}):
        its = [episode for episode in of.episodes if episode[0] == season]
        columns += [(season, frozenset(its[n : n + at_once])) for n in range(0, len(its), at_once)]
    cell = min((_WIDTH - _NAMES) / len(columns), 22.0)
    bottom = _TOP + _ROW * len(of.people)
    seasons: list[Markup] = []
    for place, (season, _) in enumerate(columns):
        if place == 0 or columns[place - 1][0] != season:
            x = _NAMES + place * cell
            seasons.append(tag("line", class_="begins", x1=x, x2=x, y1=_TOP - 16, y2=bottom))
            wide = sum(each == season for each, _ in columns) * cell
            label = f"Season {season}" if wide > 70 else f"S{season}" if wide > 26 else str(season) if wide > 12 else ""
            seasons.append(tag("text", label, class_="mark", x=x + 3, y=_TOP - 6))
    rows = [_row(number, person, columns, cell) for number, person in enumerate(of.people)]
    return _figure(title, bottom + 4, *rows, *seasons, width=_NAMES + cell * len(columns) + 1)


def _row(
    number: int, person: Appearances, columns: Sequence[tuple[int, frozenset[tuple[int, int]]]], cell: float
) -> Markup:
    y = _TOP + number * _ROW
    name = person.name or "No name"
    gap = 1.0 if cell > 4 else 0.0
    paths: list[Markup] = []
    for look, played, others in (
        ("cast", person.cast, frozenset[tuple[int, int]]()),
        ("guest", person.guest, person.cast),
    ):
        cells = "".join(
            f"M{_NAMES + place * cell:.1f} {y + 2:.0f}h{cell - gap:.1f}v{_ROW - 4:.0f}h-{cell - gap:.1f}z"
            for place, (_, episodes) in enumerate(columns)
            if episodes & played and not episodes & others
        )
        if cells:
            paths.append(tag("path", class_=look, d=cells))
    told = tag("title", f"{shortened(name)}: {len(person.cast | person.guest)} episodes")
    label = tag("text", _fitting(name), class_="name", x=_NAMES - 8, y=y + 12)
    return tag("g", told, label, *paths)


def _fitting(name: str) -> str:
    """Return a name as far as there is room for it; some scripts take twice as much."""
    wide = list(accumulate(2 if east_asian_width(character) in "WF" else 1 for character in name))
    return shortened(name, max(sum(each <= _LONGEST_NAME for each in wide), 1))


class _Axis:
    """Where a value stands in a chart."""

    def __init__(self, longest: float, highest: float, high: float, width: float = _WIDTH) -> None:
        self._ticks = _round_ticks(highest)
        self._longest = longest
        self.width = width
        self._high = high
        self.bottom = _TOP + high
        self.height = self.bottom + _BOTTOM

    def x(self, value: float) -> float:
        return _LEFT + value / self._longest * (self.width - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        return self.bottom - value / self._ticks[-1] * self._high

    def grid(self) -> Markup:
        """Return a line for each round value."""
        parts: list[Markup] = []
        for tick in self._ticks:
            y = self.y(tick)
            label = f"{tick:,.10g}"
            parts.append(tag("line", class_="grid" if tick else "base", x1=_LEFT, x2=self.width - _RIGHT, y1=y, y2=y))
            parts.append(tag("text", label, class_="tick", x=_LEFT - 6, y=y + 4))
        return joined(parts)

    def times(self) -> Markup:
        """Return the names of round times."""
        step = next(
            (each for each in _TIMES if self._longest / each <= 8),
            _TIMES[-1] * math.ceil(self._longest / _TIMES[-1] / 8),
        )
        return joined(
            _mark(self, number * step, duration(number * step) if number else "0")
            for number in range(int(self._longest / step) + 1)
        )


def _mark(axis: _Axis, value: float, label: str) -> Markup:
    x = axis.x(value)
    return tag(
        "g",
        tag("line", class_="base", x1=x, x2=x, y1=axis.bottom, y2=axis.bottom + 4),
        tag(
            "text",
            label,
            class_=f"mark {'end' if x > axis.width - 24 else 'middle'}",
            x=min(x, axis.width - 1),
            y=axis.bottom + 17,
        ),
    )


def _figure(title: str, height: float, *parts: Markup, width: float = _WIDTH) -> Markup:
    return tag(
        "svg",
        tag("title", title),
        *parts,
        role="img",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        style=f"--width:{width:.0f}px",
    )


def _round_ticks(highest: float) -> list[float]:
    rough = max(highest, 1e-3) / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(each * power for each in (1, 2, 2.5, 5, 10) if each * power >= rough)
    return [number * step for number in range(math.ceil(max(highest, 1e-3) / step) + 1)]


def _beginnings(runs: Sequence[PastRun]) -> Iterator[float]:
    before = 0.0
    for run in runs[:-1]:
        before += run.last.seconds
        yield before


def _placed(runs: Sequence[PastRun]) -> Iterator[tuple[float, float, Step]]:
    for run, before in zip(runs, [0.0, *_beginnings(runs)], strict=True):
        for step in run.steps:
            yield before + step.began, before + step.ended, step


def _bands(axis: _Axis, times: Iterable[tuple[float, float]]) -> Markup:
    """Return a band for each time; those that touch are one."""
    joint: list[tuple[float, float]] = []
    for began, ended in times:
        joint[-1:] = [(joint[-1][0], ended)] if joint and joint[-1][1] == began else [*joint[-1:], (began, ended)]
    return joined(
        tag(
            "rect",
            class_="paused",
            x=axis.x(began),
            y=_TOP,
            width=axis.x(ended) - axis.x(began),
            height=axis.bottom - _TOP,
        )
        for began, ended in joint
    )


def _outline(axis: _Axis, placed: Iterable[tuple[float, float, Step]], layer: Layer) -> Iterator[str]:
    """Return the steps of a layer as a path; what stands still is drawn once."""
    area = layer.look.startswith("area")
    end: tuple[float, float] | None = None
    for began, ended, step in placed:
        value = layer.value(step)
        if value is None:
            end = None
            continue
        x, y, until = axis.x(began), axis.y(value), axis.x(ended)
        if area:
            base = axis.y(layer.base(step))
            if base - y >= 0.05:
                yield f"M{x:.1f} {base:.1f}V{y:.1f}H{until:.1f}V{base:.1f}z"
        elif end == (x, y):
            yield f"H{until:.1f}"
        else:
            yield f"{'M' if end is None else 'L'}{x:.1f} {y:.1f}H{until:.1f}"
        end = (until, y)
