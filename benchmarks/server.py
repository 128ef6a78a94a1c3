"""The loopback server: prebuilt answers, and as little reading of the requests as can be.

It serves every path. Below `/empty` the body is the smallest that decodes, elsewhere it is the recorded episode's.
`/arrivals` says when the requests came, in seconds of the server's own clock.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple, cast

import uvloop

from . import cores
from .bodies import EMPTY, EPISODE, TOO_MANY, answer

EPISODE_ANSWER = answer(EPISODE)
_EMPTY_ANSWER = answer(EMPTY)
_CLOSE = b"\r\nConnection: close"
_CLOSING_ANSWER = answer(EPISODE, headers=b"Connection: close\r\n")
_TOO_MANY_ANSWER = answer(TOO_MANY, b"429 Too Many Requests", headers=b"Retry-After: 1\r\n")


class Arrivals:
    """When requests came, where that is asked for; and which of them is refused."""

    def __init__(self, refuse: int) -> None:
        self._refuse = refuse
        self.times: list[float] = []

    def refuses(self) -> bool:
        """Note a request, and return whether it is the one to refuse."""
        self.times.append(time.monotonic())
        return len(self.times) == self._refuse


class Connection(asyncio.Protocol):
    """One connection. Requests have no bodies, so each ends with an empty line; they may be pipelined."""

    def __init__(self, latency: float, arrivals: Arrivals | None) -> None:
        self._latency = latency
        self._arrivals = arrivals
        self._rest = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's own, which only behaves like one

    def data_received(self, data: bytes) -> None:
        *requests, self._rest = (self._rest + data).split(b"\r\n\r\n")
        if not requests:
            return
        answers = b"".join([self._answer(request) for request in requests])
        if self._latency:
            asyncio.get_running_loop().call_later(self._latency, self._transport.write, answers)
        else:
            self._transport.write(answers)
            if _CLOSE in requests[-1]:  # which tmdbsimple asks for
                self._transport.close()

    def _answer(self, request: bytes) -> bytes:
        if self._arrivals:
            if request.startswith(b"GET /arrivals"):
                return answer(json.dumps(self._arrivals.times).encode())
            if self._arrivals.refuses():
                return _TOO_MANY_ANSWER
        if request.startswith(b"GET /empty"):
            return _EMPTY_ANSWER
        return _CLOSING_ANSWER if _CLOSE in request else EPISODE_ANSWER


class Served(NamedTuple):
    """A server that runs in a process of its own."""

    url: str
    pid: int


@contextmanager
def serving(*options: str) -> Iterator[Served]:
    """Run a server in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.server", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            url = process.stdout.readline().strip()
            assert url, "the server did not start"
            yield Served(url, process.pid)
        finally:
            process.terminate()


async def serve(latency: float, refuse: int | None) -> None:
    arrivals = None if refuse is None else Arrivals(refuse)
    server = await asyncio.get_running_loop().create_server(lambda: Connection(latency, arrivals), "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before each answer")
    parser.add_argument("--refuse", type=int, help="note arrivals, and answer this one of them with HTTP 429; 0: none")
    options = parser.parse_args()
    cores.pin_server()
    uvloop.run(serve(options.latency, options.refuse))


if __name__ == "__main__":
    main()
