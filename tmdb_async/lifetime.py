"""From a client's first call to its end: one event loop, and the attempts that are under way in it."""

from __future__ import annotations

import anyio
from anyio.lowlevel import current_token


class Lifetime:
    """What a client and its calls share: each attempt runs in a scope, which closing the client cancels."""

    def __init__(self) -> None:
        self.closed = False
        self._loop: object = None
        self._attempts: set[anyio.CancelScope] = set()
        self._ended: anyio.Event | None = None

    def start(self) -> anyio.CancelScope:
        """Return the scope for an attempt to run in, which `finish` is called after.

        Raises:
            RuntimeError: The client is closed, or belongs to another event loop: that of its first attempt.
        """
        if self.closed:
            raise closed()
        self._check_loop()
        scope = anyio.CancelScope()
        self._attempts.add(scope)
        return scope

    def finish(self, scope: anyio.CancelScope) -> None:
        """Note that an attempt has ended."""
        self._attempts.discard(scope)
        if self._ended is not None and not self._attempts:
            self._ended.set()

    async def close(self) -> None:
        """End all attempts, and wait until they have ended.

        Raises:
            RuntimeError: The client belongs to another event loop.
        """
        self._check_loop()
        self.closed = True
        for scope in self._attempts:
            scope.cancel()
        if self._attempts:
            self._ended = self._ended or anyio.Event()
            await self._ended.wait()

    def _check_loop(self) -> None:
        loop = _running_loop()
        self._loop = self._loop or loop
        if self._loop != loop:
            raise RuntimeError(
                "the client belongs to another event loop: make one in each event loop, and close it there "
                "(each `asyncio.run` is an event loop of its own)"
            )


def _running_loop() -> object:
    import asyncio  # with the first call: importing httpx does without it

    try:
        return asyncio.get_running_loop()  # a tenth of the time that anyio's token takes, with each attempt
    except RuntimeError:
        return current_token()


def closed() -> RuntimeError:
    """Return what a call raises once its client is closed."""
    return RuntimeError("the client is closed: make calls inside its `async with` block")
