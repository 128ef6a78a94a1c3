"""Which core does what: the server has the first to itself, and whatever is measured has the last."""

from __future__ import annotations

import os
import sys


def pin_server() -> None:
    _pin(0)


def pin_client() -> None:
    _pin(-1)


def _pin(place: int) -> None:
    if sys.platform == "linux":  # elsewhere the system chooses
        os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[place]})
