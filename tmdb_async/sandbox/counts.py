"""What the sandbox counts: requests, and how many of them came close together."""

from __future__ import annotations

import threading
from collections import Counter, deque
from collections.abc import Mapping

import attrs

WINDOW = 1.0


@attrs.frozen(kw_only=True)
class Stats:
    """What a sandbox has seen since it started or was reset. Its own addresses are not counted.

    Attributes:
        requests: The requests that arrived.
        by_status: How many answers there were of each HTTP status. A request whose client left early has none.
        peak_per_second: The most requests that arrived within any one second, wherever that second began.
        peak_in_flight: The most requests that were being answered at one time.
        peak_connections: The most connections that were open at the arrival of a request.
        first: When the first request arrived, in seconds since 1970; `None` before it.
        last: When the last request arrived, in seconds since 1970; `None` before the first.
    """

    requests: int
    by_status: Mapping[int, int]
    peak_per_second: int
    peak_in_flight: int
    peak_connections: int
    first: float | None
    last: float | None


class Counts:
    """Counts requests over a sliding window of one second. It is told the time, in seconds, and never asks for it.

    It holds the arrivals of one second, no more, and may be read from any thread.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._in_flight = 0
        self.reset()

    def reset(self) -> None:
        """Forget everything but the requests that are still being answered."""
        with self._lock:
            self._arrivals: deque[float] = deque()
            self._by_status: Counter[int] = Counter()
            self._requests = self._peak_per_second = self._peak_connections = 0
            self._peak_in_flight = self._in_flight
            self._first: float | None = None
            self._last: float | None = None

    def arrived(self, now: float, connections: int) -> int:
        """Count a request that arrives.

        Args:
            now: The time; never less than before.
            connections: How many connections are open.

        Returns:
            How many requests arrived in the second that ends now, this one included.
        """
        with self._lock:
            while self._arrivals and self._arrivals[0] <= now - WINDOW:
                self._arrivals.popleft()
            self._arrivals.append(now)
            self._requests += 1
            self._in_flight += 1
            self._peak_per_second = max(self._peak_per_second, len(self._arrivals))
            self._peak_in_flight = max(self._peak_in_flight, self._in_flight)
            self._peak_connections = max(self._peak_connections, connections)
            self._first = now if self._first is None else self._first
            self._last = now
            return len(self._arrivals)

    def answered(self, status: int) -> None:
        """Count an answer."""
        with self._lock:
            self._by_status[status] += 1

    def left(self) -> None:
        """Count a request as no longer in flight."""
        with self._lock:
            self._in_flight -= 1

    def stats(self) -> Stats:
        """Return what has been counted so far."""
        with self._lock:
            return Stats(
                requests=self._requests,
                by_status=dict(sorted(self._by_status.items())),
                peak_per_second=self._peak_per_second,
                peak_in_flight=self._peak_in_flight,
                peak_connections=self._peak_connections,
                first=self._first,
                last=self._last,
            )
