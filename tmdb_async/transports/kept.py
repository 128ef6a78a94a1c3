"""Which of the connections that were kept may be used again, whatever library keeps them."""

from __future__ import annotations

import select
import sys
from time import monotonic
from typing import Protocol


class Socket(Protocol):
    """What is asked of a socket: asyncio, trio and uvloop each have a class of their own."""

    def fileno(self) -> int:
        """Return the descriptor, or -1 once it is closed."""
        ...


def is_readable(socket: Socket) -> bool:
    """Whether anything came that was not read yet, or the end did: on an idle connection both are its end."""
    descriptor = socket.fileno()
    if descriptor < 0:
        return True
    if sys.platform == "win32":
        return bool(select.select([descriptor], [], [], 0)[0])
    poll = select.poll()  # `select` refuses descriptors from 1024
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(0))


class Trust:
    """Since when a kept connection must have answered to be used again.

    Connections die together, in silence: a network between forgets them, a load balancer starts anew. A request that
    got no answer says so of all that have not answered since it began; only what answered later is known to live.
    """

    def __init__(self) -> None:
        self._since = 0.0

    def holds(self, answered: float) -> bool:
        """Whether a connection may be used that answered last at this time."""
        return answered > self._since

    def end(self, began: float) -> None:
        """Note that a request which began at this time failed without an answer."""
        self._since = max(self._since, began)

    def end_if_late(self, began: float, timeout: float) -> None:
        """Note that a request was given up before its answer began: that says something only if it took long."""
        if monotonic() - began > timeout / 2:
            self.end(began)
