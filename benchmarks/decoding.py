"""Decode times: from the bytes of the episode to what its reader works with."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import timeit
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from rich.console import Console

from . import cores
from .bodies import EPISODE
from .targets import Target, at_most, ratio, spread, table

_DOCUMENT = Path(__file__).resolve().parent.parent / "tmdb_async" / "_generated" / "openapi.json"
_REPEATS = 400


def _with_orjson() -> Callable[[bytes], Any]:
    import orjson

    loads: Callable[[bytes], Any] = orjson.loads
    return loads


def _with_json() -> Callable[[bytes], Any]:
    return json.loads


def _ours() -> Callable[[bytes], Any]:
    from tmdb_async.calls.decode import decode
    from tmdb_async.models import TvEpisodeCredits

    return lambda body: decode(TvEpisodeCredits, body)


def _with_pydantic() -> Callable[[bytes], Any]:
    from .pydantic_models import TvEpisodeCredits

    return TvEpisodeCredits.model_validate_json


def _stock() -> Callable[[bytes], Any]:
    """Generate a client from the same document with the generator's own templates, and decode as it does."""
    executable = shutil.which("openapi-python-client", path=Path(sys.executable).parent)
    assert executable is not None, "the generator is not installed"
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "config.yaml").write_text("post_hooks: []\n", encoding="utf-8")  # how it looks does not matter
        command = [executable, "generate", "--meta", "none", "--path", str(_DOCUMENT)]
        command += ["--config", f"{folder}/config.yaml", "--output-path", f"{folder}/stock_client"]
        subprocess.run(command, check=True, capture_output=True)
        sys.path.insert(0, folder)
        model = import_module("stock_client.models").TvEpisodeCredits
        model.from_dict(json.loads(EPISODE))  # which imports the rest
    return lambda body: model.from_dict(json.loads(body))


OURS = "tmdb_async (msgspec into attrs classes)"
ORJSON = "orjson.loads"
_WAYS = {
    ORJSON: _with_orjson,
    OURS: _ours,
    "json.loads": _with_json,
    "pydantic model_validate_json": _with_pydantic,
    "stock openapi-python-client from_dict, of json.loads": _stock,
}


def _measure(rounds: int) -> dict[str, list[float]]:
    decoders = {name: make() for name, make in _WAYS.items()}
    times: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for name, decode in decoders.items():
            # With the garbage collector, whose work is part of the price of objects.
            timer = timeit.Timer("decode(body)", "import gc; gc.enable()", globals={"decode": decode, "body": EPISODE})
            times[name].append(timer.timeit(_REPEATS) / _REPEATS * 1e6)
    return times


def run(console: Console, rounds: int) -> list[Target]:
    times = cores.apart(_measure, rounds * 4)
    shown = table("Decoding the episode", "", "µs", f"of {ORJSON}")
    for name, measured in times.items():
        shown.add_row(name, spread(measured, ".1f"), f"{ratio(measured, times[ORJSON]):.2f}x")
    console.print(shown)
    return [at_most(f"Decoding the episode, of {ORJSON}", ratio(times[OURS], times[ORJSON]), 1.3, "times")]
