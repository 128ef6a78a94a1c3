"""Servers on loopback, with real sockets, that answer as a test says."""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

Handler = Callable[[bytes, asyncio.Transport], Coroutine[Any, Any, None]]


def response(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """Return a whole HTTP response that keeps its connection open."""
    lines = [f"HTTP/1.1 {status}", "Content-Type: application/json", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


class Server:
    """Gives the head of each request, with its body, to a handler, which writes whatever it likes; counts connections.

    Args:
        handler: What answers.
        tls: What the connections are secured with; None for plain ones.
        at_once: Whether the handler is called with the first bytes of a connection, whatever they are.

    Attributes:
        url: The address to reach it at.
        heads: The heads of all requests, with their bodies, as they came.
        open: How many connections are open.
        peak: How many were open at once at most.
    """

    def __init__(self, handler: Handler, *, tls: ssl.SSLContext | None = None, at_once: bool = False) -> None:
        self.heads: list[bytes] = []
        self.open = 0
        self.peak = 0
        self.url = ""
        self.handler = handler
        self.tls = tls
        self.at_once = at_once
        self._started = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._started.wait(10)
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)
        assert not self._thread.is_alive()

    def all_closed(self, seconds: float = 5) -> bool:
        """Wait until no connection is open."""
        with self._changed:
            return self._changed.wait_for(lambda: self.open == 0, seconds)

    async def _serve(self) -> None:
        self._loop, self._stop, self._changed = asyncio.get_running_loop(), asyncio.Event(), threading.Condition()
        self.connections: set[_Connection] = set()
        server = await self._loop.create_server(lambda: _Connection(self), "127.0.0.1", 0)
        address = "{}:{}".format(*server.sockets[0].getsockname())
        self.url = f"http://{address}" if self.tls is None else f"https://{address}"
        self._started.set()
        await self._stop.wait()
        server.close()
        # A connection may be half accepted: until nothing is left, whatever has come is ended.
        while self.connections or len(asyncio.all_tasks()) > 1:
            for connection in list(self.connections):
                connection.transport.abort()
            await asyncio.sleep(0)

    def changed(self, by: int) -> None:
        with self._changed:
            self.open += by
            if self.open > self.peak:
                # Beside one that was opened just now may stand some that were closed before, which is read later.
                self.peak = max(self.peak, self.open - sum(map(_has_ended, self.connections)))
            self._changed.notify_all()


def _has_ended(connection: _Connection) -> bool:
    """Whether either side has closed a connection, though it counts still."""
    if connection.transport.is_closing():
        return True
    try:
        with socket.fromfd(connection.transport.get_extra_info("socket").fileno(), 0, 0) as same:
            return same.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


def _is_whole(request: bytes) -> bool:
    head, end, body = request.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)\ncontent-length: *([0-9]+)", head)
    return bool(end) and len(body) == (int(length[1]) if length else 0)


class _Connection(asyncio.Protocol):
    transport: asyncio.Transport

    def __init__(self, server: Server) -> None:
        self._server = server
        self._received = b""
        self._ready = asyncio.Event()
        self._working: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self._server.connections.add(self)
        self._server.changed(+1)
        if self._server.tls is None:
            self._ready.set()
        else:
            self._start(self._secure(self._server.tls))

    async def _secure(self, tls: ssl.SSLContext) -> None:
        # Only here, and not by the listening socket: a connection counts also where its handshake fails.
        with suppress(OSError):
            secured = await asyncio.get_running_loop().start_tls(self.transport, self, tls, server_side=True)
            if secured is not None:
                self.transport = secured
                self._ready.set()
                return
        self.connection_lost(None)

    def data_received(self, data: bytes) -> None:
        self._received += data
        if self._server.at_once or _is_whole(self._received):
            head, self._received = self._received, b""
            self._server.heads.append(head)
            self._start(self._answer(head))

    async def _answer(self, head: bytes) -> None:
        await self._ready.wait()
        await self._server.handler(head, self.transport)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._working.add(task)
        task.add_done_callback(self._working.discard)

    def connection_lost(self, exc: Exception | None) -> None:
        # asyncio may say so as well where a handshake fails.
        if self in self._server.connections:
            for task in self._working:
                task.cancel()
            self._server.connections.discard(self)
            self._server.changed(-1)
