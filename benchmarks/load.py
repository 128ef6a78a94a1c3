"""Shows what the server can do: a client that does nothing but count bytes.

It asks for the episode over 20 connections, some requests at a time on each, and takes the answers by their length,
which is always the same. What it reaches is a lower bound: its own core may be what is busy, and not the server's.
"""

from __future__ import annotations

import asyncio
import time
from statistics import median
from typing import cast
from urllib.parse import urlsplit

import uvloop
from rich.console import Console

from . import cores
from .bodies import EPISODE
from .server import EPISODE_ANSWER, Served
from .targets import Target, at_least, spread, table

CONNECTIONS = 20
_REQUEST = b"GET /3/tv/1396/season/1/episode/1/credits HTTP/1.1\r\nHost: bench\r\n\r\n"


class _Connection(asyncio.Protocol):
    def __init__(self, depth: int) -> None:
        self._requests = _REQUEST * depth
        self._answers = len(EPISODE_ANSWER) * depth
        self.received = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's own, which only behaves like one
        self._transport.write(self._requests)

    def data_received(self, data: bytes) -> None:
        before = self.received
        self.received += len(data)
        if self.received // self._answers > before // self._answers:
            self._transport.write(self._requests)


async def _load(url: str, depth: int, seconds: float) -> float:
    port = urlsplit(url).port
    assert port is not None
    loop = asyncio.get_running_loop()
    made = [await loop.create_connection(lambda: _Connection(depth), "127.0.0.1", port) for _ in range(CONNECTIONS)]
    before, began = sum(each.received for _, each in made), time.perf_counter()
    await asyncio.sleep(seconds)
    received, wall = sum(each.received for _, each in made) - before, time.perf_counter() - began
    for transport, _ in made:
        transport.abort()
    return received / len(EPISODE_ANSWER) / wall


def _run(url: str, depth: int, seconds: float) -> float:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_load(url, depth, seconds))


def capacity(served: Served, depth: int, seconds: float) -> float:
    """Return how many requests for the episode the server answers in a second, at least.

    Args:
        served: The server.
        depth: How many requests are sent together on each connection.
        seconds: How long to count.
    """
    return cores.apart(_run, served.url, depth, seconds)


def run(console: Console, served: Served, rounds: int) -> list[Target]:
    shown = table(
        f"The server: {len(EPISODE):,} bytes of body, {CONNECTIONS} connections", "sent together", "requests/s"
    )
    measured = {depth: [capacity(served, depth, 0.5) for _ in range(rounds)] for depth in (1, 16)}
    for depth, rates in measured.items():
        shown.add_row(str(depth), spread(rates))
    console.print(shown)
    return [at_least("The server: requests/s, one at a time on each connection", median(measured[1]), 20_000, "")]
