"""What a client has done so far, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple


class Stats(NamedTuple):
    """What a client has done since it was made, together with all clients that `with_options` made of it."""

    calls: int
    """The calls that were made, also those still under way."""
    attempts: int
    """The requests that were sent."""
    retries: Mapping[str, int]
    """How often an attempt was repeated, by the name of the exception that it failed with."""
    rate_limited: int
    """The answers with HTTP 429."""
    cool_downs: int
    """How often the client paused and slowed down because of them."""
    cool_down_seconds: float
    """How many seconds of a cool-down are left; 0 outside of one."""
    received_bytes: int
    """The size of all bodies, as they came: compressed where TMDB compressed them."""
    gate_seconds: float
    """How long the calls waited for the client's limits, all of them together."""
    rate: float | None
    """How many requests may leave in a second at present; None for any number."""


class Counts:
    """The numbers, as they grow."""

    def __init__(self) -> None:
        self.calls = 0
        self.attempts = 0
        self.retries: Counter[str] = Counter()
        self.rate_limited = 0
        self.received_bytes = 0
