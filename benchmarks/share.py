"""What a call costs beside sending it: with a transport, and with an HTTP client, that have the answer ready."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from statistics import median
from typing import Any
from unittest.mock import patch

import httpx
import orjson
from rich.console import Console

from tmdb_async import TMDB
from tmdb_async.transports.transport import Answer, Transport

from . import cores
from .bodies import EPISODE
from .contestants import TOKEN
from .targets import Target, at_most, spread, table

_CALLS = 2000
_HEADERS = httpx.Headers({"Content-Type": "application/json;charset=utf-8"})


class _ReadyClient:
    """Answers at once, with a response whose body has been read."""

    def __init__(self) -> None:
        self._response = httpx.Response(200, headers=_HEADERS, content=EPISODE)

    async def send(self, request: Any, **_options: Any) -> httpx.Response:  # noqa: ARG002 - the client's interface
        return self._response


_ANSWER = Answer(200, _HEADERS.raw, EPISODE)


async def _ready(*_what: object, **_how: object) -> Answer:
    return _ANSWER


async def _cpu(call: Callable[[], Awaitable[object]]) -> float:
    """Return the microseconds of CPU that a call takes."""
    began = time.process_time()
    for _ in range(_CALLS):
        await call()
    return (time.process_time() - began) / _CALLS * 1e6


async def _loads() -> None:
    orjson.loads(_ANSWER.body)


async def _measure(rounds: int) -> tuple[list[float], list[float], list[float]]:
    client = _ReadyClient()
    alone, whole, loads = [], [], []
    async with TMDB(TOKEN, base_url="http://127.0.0.1", max_rate=None, http_client=client) as tmdb:

        async def call() -> None:
            await tmdb.tv_episodes.credits(1396, 1, 1)

        await call()  # which makes the decoder
        for _ in range(rounds):
            with patch.object(Transport, "request", _ready):
                alone.append(await _cpu(call))
            whole.append(await _cpu(call) - await _cpu(lambda: client.send(None)))
            loads.append(await _cpu(_loads))
    return alone, whole, loads


def _run(rounds: int) -> tuple[list[float], list[float], list[float]]:
    return asyncio.run(_measure(rounds))


def run(console: Console, rounds: int) -> list[Target]:
    alone, whole, loads = cores.apart(_run, rounds * 2)
    shown = table("A call without its sending", "", "CPU µs/call")
    shown.add_row("gate, policy, bookkeeping and decoding", spread(alone, ".1f"))
    shown.add_row("the same, with building an httpx.Request", spread(whole, ".1f"))
    shown.add_row("beside them, orjson.loads of the body", spread(loads, ".1f"))
    console.print(shown)
    return [at_most("The engine's own share: gate, policy, bookkeeping, decoding", median(alone), 40, "µs")]
