"""Where the plots go, and what they have in common."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from matplotlib.figure import Figure

FOLDER = Path("build") / "benchmarks"


def panels(count: int, *, title: str) -> tuple[Figure, list[Any]]:
    """Return a figure with some panels beside each other."""
    figure = Figure(figsize=(8, 3.4), layout="tight")
    figure.suptitle(title, fontsize=10)
    axes = list(figure.subplots(1, count, squeeze=False)[0])
    for panel in axes:
        panel.grid(alpha=0.3)
    return figure, axes


def save(figure: Figure, name: str) -> Path:
    """Write a figure, and return where to."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{name}.png"
    figure.savefig(path, dpi=90)
    return path
