"""How many connections the API's clients hold open."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol
from weakref import WeakSet


class Connection(Protocol):
    """An open connection, as the server keeps it."""

    @property
    def client(self) -> tuple[str, int] | None:
        """The address at the other end."""
        ...


class Connections:
    """Tells the connections of the API's clients from those that only ever asked the sandbox itself.

    A connection that has not asked for anything yet counts: TMDB's network sees connections, not what they are for.

    Attributes:
        open: All connections that are open, kept by the server.
    """

    def __init__(self) -> None:
        self.open: Collection[Connection] = ()
        self._of_api: WeakSet[Connection] = WeakSet()
        self._of_control: WeakSet[Connection] = WeakSet()

    def asked(self, client: tuple[str, int], *, control: bool) -> int:
        """Note that a request came over a connection.

        Args:
            client: The address that the request came from.
            control: Whether it asked the sandbox itself.

        Returns:
            How many connections the API's clients hold open from the same host, as TMDB's network counts them.
        """
        seen = self._of_control if control else self._of_api
        seen.update(connection for connection in self.open if connection.client == client)
        return sum(
            connection in self._of_api or connection not in self._of_control
            for connection in self.open
            if connection.client is not None and connection.client[0] == client[0]
        )
