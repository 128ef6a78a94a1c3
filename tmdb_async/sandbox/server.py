"""The sandbox as a server in a thread of its own, with the life of a context manager."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import threading
from collections.abc import Collection, Mapping
from contextlib import ExitStack
from http import HTTPStatus
from types import TracebackType
from typing import Self, cast

import uvicorn

from .app import App, Limits
from .connections import Connection
from .counts import Stats
from .credentials import BEARER
from .document import Document

# What opens a sandbox that takes every credential.
ANY = "sandbox"


class Sandbox:
    """An offline TMDB on loopback, running in a thread of its own for as long as a `with` block lasts.

    ```python
    with Sandbox() as sandbox:
        async with TMDB(sandbox.token, base_url=sandbox.url) as tmdb:
            credits = await tmdb.tv_series.credits(1399)
        assert sandbox.stats().requests == 1
    ```

    It remembers what each session does, and answers accordingly, until `reset`. `fail_next` lets requests fail, and
    `answer` gives an operation a body of your own.

    Leaving the block ends the server at once, with all its connections: an answer that is still held back is not sent.

    Args:
        token: The only credential that is accepted: as a bearer token, or as `api_key` where it is a v3 key of 32
            hexadecimal characters. `None` accepts every credential of the right form.
        latency: How long every answer is held back, in seconds.
        max_rate: How many requests may arrive from one address within any one second before the answer is 429, as TMDB
            counts; `None` for any number.
        max_connections: How many connections may be open from one address at one time before the answer is 429; `None`
            for any number.
        host: The loopback address to listen on.
        port: The port to listen on; 0 takes one that is free.

    Raises:
        ValueError: An argument is outside its range, or the host is not on loopback.
    """

    def __init__(
        self,
        *,
        token: str | None = None,
        latency: float = 0.0,
        max_rate: int | None = 50,
        max_connections: int | None = 20,
        host: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        if token is not None and BEARER.fullmatch(f"Bearer {token}") is None:
            raise ValueError("The token must have the form of a bearer token.")
        if not 0 <= latency < float("inf"):
            raise ValueError(f"The latency must be a number of seconds from 0, not {latency}.")
        if not all(limit is None or limit >= 1 for limit in (max_rate, max_connections)):
            raise ValueError("A limit must be at least 1, or None.")
        if not _is_loopback(host):
            raise ValueError(f"The sandbox listens on loopback only, and {host} is not there.")
        if not 0 <= port <= 65535:
            raise ValueError(f"The port must be from 0 to 65535, not {port}.")
        self._token = token
        self._address = (host, port)
        limits = Limits(token=token, latency=latency, max_rate=max_rate, max_connections=max_connections)
        self._app = App(Document.bundled(), limits)
        self._running = ExitStack()
        self._url: str | None = None

    @property
    def url(self) -> str:
        """Where the sandbox listens: `http://`, the host and the port, without a path.

        Raises:
            RuntimeError: The sandbox is not running.
        """
        if self._url is None:
            raise RuntimeError("The sandbox is not running: use it in a `with` block.")
        return self._url

    @property
    def token(self) -> str:
        """A credential that the sandbox accepts: the one that it was given, or else a bearer token."""
        return ANY if self._token is None else self._token

    def stats(self) -> Stats:
        """Return what the sandbox has counted since it started or was reset, also after it has ended."""
        return self._app.counts.stats()

    def reset(self) -> None:
        """Forget everything: counts and the requests of the last second, what users have done, and given answers."""
        self._app.reset()

    def fail_next(
        self, status: int, *, times: int = 1, code: int | None = None, headers: Mapping[str, str] | None = None
    ) -> None:
        """Answer the next requests, whatever they ask for, with a failure.

        Args:
            status: The HTTP status, such as 503.
            times: How many requests.
            code: TMDB's own code in the body; `None` for none.
            headers: Further headers, such as `{"Retry-After": "1"}`.

        Raises:
            ValueError: There is no such status, or it is no failure.
        """
        if HTTPStatus(status) < 400:
            raise ValueError(f"{status} is no failure")
        self._app.script.fail_next(status, times, code, dict(headers or {}))

    def answer(self, operation: str, body: object, *, status: int = 200) -> None:
        """Answer every request for an operation with a body of your own, until `reset`.

        Args:
            operation: The operation, such as `tv_series.details`.
            body: What becomes JSON, or bytes that are sent as they are.
            status: The HTTP status.

        Raises:
            ValueError: There is no such operation.
        """
        if operation not in self._app.operations:
            raise ValueError(f"There is no operation {operation!r}")
        self._app.script.answer(operation, body, status)

    def __enter__(self) -> Self:
        """Start the server. It accepts connections when this returns.

        Raises:
            OSError: The address is taken, or cannot be listened on.
            RuntimeError: The sandbox is running already.
        """
        if self._url is not None:
            raise RuntimeError("The sandbox is running already.")
        host, port = self._address
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        # It listens before the thread runs: who connects early waits in its queue, and who finds the port taken
        # learns it here.
        listener = socket.create_server((host, port), family=family)
        # Its connections inherit this. Without it an answer's body waits 40 ms for its headers to be acknowledged.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        port = listener.getsockname()[1]
        self.reset()
        config = uvicorn.Config(
            self._app,
            http="h11",
            ws="none",
            lifespan="off",
            interface="asgi3",
            log_config=None,
            # It would show the keys and the sessions that stand in queries.
            access_log=False,
            # With it a request's address may be the one that a header names.
            proxy_headers=False,
            # Longer than clients keep theirs: TMDB's network does not close a connection that is about to be used.
            timeout_keep_alive=75,
        )
        server = _Server(config)
        # The server's own type covers protocols that are switched off here.
        self._app.connections.open = cast("Collection[Connection]", server.server_state.connections)
        # A daemon: a block that is never left must not keep the interpreter from ending.
        thread = threading.Thread(target=server.run_until_told, args=(listener,), name="tmdb-sandbox", daemon=True)
        thread.start()
        self._url = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
        # The last one first.
        self._running.callback(setattr, self, "_url", None)
        self._running.callback(thread.join)
        self._running.callback(setattr, server, "should_exit", True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """End the server and its thread, and close all connections."""
        self._running.close()


class _Server(uvicorn.Server):
    """A server that ends without waiting for its clients."""

    def run_until_told(self, listener: socket.socket) -> None:
        with listener:
            asyncio.run(self.serve(sockets=[listener]))

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for listener in (*self.servers, *(sockets or ())):
            listener.close()
        while True:
            # What was accepted a moment ago becomes a connection first.
            await asyncio.sleep(0.005)
            if not self.server_state.connections and not self.server_state.tasks:
                return
            # What is being answered learns that its client is gone, and ends.
            for connection in list(self.server_state.connections):
                connection.transport.abort()


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
