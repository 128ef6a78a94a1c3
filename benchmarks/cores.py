"""Which core does what: the server has the first to itself, and whatever is measured has the last."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def pin_server() -> None:
    _pin(0)


def _pin_client() -> None:
    _pin(-1)


def _pin(place: int) -> None:
    if sys.platform == "linux":  # elsewhere the system chooses
        os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[place]})


def process() -> ProcessPoolExecutor:
    """Return a process on the client's core, which has imported nothing but what it is told to run."""
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_pin_client)


def apart(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Call a function in a process of its own, on the client's core."""
    with process() as own:
        return own.submit(function, *args, **kwargs).result()
