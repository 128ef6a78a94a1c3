"""What the sandbox counts: requests, and how many of them came close together."""

from __future__ import annotations

import threading
from collections import Counter, deque
from collections.abc import Mapping

import attrs

WINDOW = 1.0


@attrs.frozen(kw_only=True)
class Client:
    """What a sandbox has seen from one address.

    Attributes:
        requests: The requests that arrived.
        peak_per_second: The most that arrived within any one second.
        peak_connections: The most connections that were open at the arrival of a request.
    """

    requests: int
    peak_per_second: int
    peak_connections: int


@attrs.frozen(kw_only=True)
class Stats:
    """What a sandbox has seen since it started or was reset. Its own addresses are not counted.

    Attributes:
        requests: The requests that arrived.
        by_status: How many answers there were of each HTTP status. A request whose client left early has none.
        peak_per_second: The most requests that arrived within any one second, wherever that second began.
        peak_in_flight: The most requests that were being answered at one time.
        peak_connections: The most connections that were open from one address at the arrival of a request.
        first: When the first request arrived, in seconds since 1970; `None` before it.
        last: When the last request arrived, in seconds since 1970; `None` before the first.
        by_address: The same for each address that requests came from, which the limits hold for.
    """

    requests: int
    by_status: Mapping[int, int]
    peak_per_second: int
    peak_in_flight: int
    peak_connections: int
    first: float | None
    last: float | None
    by_address: Mapping[str, Client]


class _Arrivals:
    """Those of one second, and what was counted besides."""

    def __init__(self) -> None:
        self.recent: deque[float] = deque()
        self.requests = self.peak_per_second = self.peak_connections = 0

    def add(self, now: float, connections: int) -> None:
        while self.recent and self.recent[0] <= now - WINDOW:
            self.recent.popleft()
        self.recent.append(now)
        self.requests += 1
        self.peak_per_second = max(self.peak_per_second, len(self.recent))
        self.peak_connections = max(self.peak_connections, connections)


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
            self._all = _Arrivals()
            self._by_address: dict[str, _Arrivals] = {}
            self._by_status: Counter[int] = Counter()
            self._peak_in_flight = self._in_flight
            self._first: float | None = None
            self._last: float | None = None

    def arrived(self, now: float, connections: int, address: str) -> int:
        """Count a request that arrives.

        Args:
            now: The time; never less than before.
            connections: How many connections are open from its address.
            address: The address.

        Returns:
            How many requests arrived from there in the second that ends now, this one included.
        """
        with self._lock:
            own = self._by_address.setdefault(address, _Arrivals())
            self._all.add(now, connections)
            own.add(now, connections)
            self._in_flight += 1
            self._peak_in_flight = max(self._peak_in_flight, self._in_flight)
            self._first = now if self._first is None else self._first
            self._last = now
            return len(own.recent)

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
                requests=self._all.requests,
                by_status=dict(sorted(self._by_status.items())),
                peak_per_second=self._all.peak_per_second,
                peak_in_flight=self._peak_in_flight,
                peak_connections=self._all.peak_connections,
                first=self._first,
                last=self._last,
                by_address={
                    address: Client(
                        requests=each.requests,
                        peak_per_second=each.peak_per_second,
                        peak_connections=each.peak_connections,
                    )
                    for address, each in self._by_address.items()
                },
            )
