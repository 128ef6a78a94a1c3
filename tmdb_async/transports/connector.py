"""The pool of aiohttp's connections, which gives out none that may bring the answer to something else."""

from __future__ import annotations

import asyncio
import ssl
from functools import partial
from time import monotonic
from typing import Any
from weakref import WeakKeyDictionary

import aiohttp
from aiohttp.client_proto import ResponseHandler
from aiohttp.connector import Connection

from .kept import Trust, is_readable


class Connector(aiohttp.TCPConnector):
    """A connector that looks at a connection that was kept once more before it is used.

    Between this and the request nothing else runs in the event loop. aiohttp itself looks when a connection is given
    back, which is in the middle of reading: it cannot see what came in one segment with the end of the answer, or came
    later.

    Attributes:
        trust: Which of them may be used.
    """

    def __init__(self, tls: ssl.SSLContext | bool) -> None:  # noqa: FBT001 - aiohttp's own way to say "as usual"
        # How many connections there may be is the gate's to say.
        super().__init__(limit=0, ssl=tls)  # pyright: ignore[reportUnknownMemberType] - aiohttp's types have a gap
        self.trust = Trust()
        self._answered: WeakKeyDictionary[ResponseHandler, float] = WeakKeyDictionary()

    async def connect(self, *args: Any, **options: Any) -> Connection:
        """Return a new connection, or one that was kept and on which nothing came."""
        while True:
            connection = await super().connect(*args, **options)
            protocol: Any = connection.protocol
            answered = self._answered.get(protocol)
            if answered is None or (self.trust.holds(answered) and not _holds_surplus(protocol)):
                connection.add_callback(partial(self._given_back, protocol))
                return connection
            connection.close()
            await asyncio.sleep(0)  # until its socket is closed: TMDB's network counts those that are open

    def _given_back(self, protocol: ResponseHandler) -> None:
        self._answered[protocol] = monotonic()


def _holds_surplus(protocol: Any) -> bool:
    """Whether anything came since the answer: a message, a part of one, or what was not read from the socket yet."""
    if protocol.should_close or is_readable(protocol.transport.get_extra_info("socket")):
        return True
    parser = protocol._parser  # noqa: SLF001 - nobody else knows of a part of a message
    try:
        # As at the end of a connection: a message that had begun comes out, or is refused.
        return parser.feed_eof() is not None or bool(getattr(parser, "_lines", None))
    except Exception:  # noqa: BLE001 - whatever a part of a message makes a parser raise
        return True
