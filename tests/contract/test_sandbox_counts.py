from __future__ import annotations

import threading

import attrs
import pytest

from tmdb_async.sandbox.connections import Connections
from tmdb_async.sandbox.counts import Counts


def test_the_peak_is_that_of_the_fullest_second_wherever_it_begins() -> None:
    """A burst across the border of two clock seconds is one burst."""
    counts = Counts()
    for now in (0.0, 0.9, 0.95, 1.0, 1.05, 1.85, 3.0):
        counts.arrived(now, 1, "a")
    assert counts.stats().peak_per_second == 5


def test_arrivals_exactly_one_second_apart_are_not_in_the_same_second() -> None:
    """The window includes its end and not its beginning: 50 a second, evenly spaced, is 50 and not 51."""
    counts = Counts()
    assert [counts.arrived(number / 64, 1, "a") for number in range(200)][64:] == [64] * 136


def test_addresses_are_counted_apart() -> None:
    """As TMDB does: what one machine sends takes nothing from another."""
    counts = Counts()
    assert [counts.arrived(0.1, 3, address) for address in "aabab"] == [1, 2, 1, 3, 2]
    counts.arrived(0.2, 4, "b")
    stats = counts.stats()
    assert (stats.requests, stats.peak_per_second, stats.peak_connections) == (6, 6, 4)
    assert {address: attrs.astuple(each) for address, each in stats.by_address.items()} == {
        "a": (3, 3, 3),
        "b": (3, 3, 4),
    }


def test_only_the_arrivals_of_one_second_are_kept() -> None:
    """Memory does not grow with the number of requests."""
    counts = Counts()
    for number in range(10_000):
        counts.arrived(number / 100, 1, "a")
    assert len(counts._all.recent) == 100
    assert counts.stats().requests == 10_000


def test_requests_in_flight_outlive_a_reset() -> None:
    """A reset forgets what was, and keeps what still is."""
    counts = Counts()
    for now in (1.0, 1.1, 1.2):
        counts.arrived(now, 9, "a")
    counts.answered(200)
    counts.left()
    counts.reset()
    stats = counts.stats()
    assert (stats.requests, stats.by_status, stats.peak_per_second, stats.peak_connections) == (0, {}, 0, 0)
    assert (stats.first, stats.last, stats.peak_in_flight) == (None, None, 2)
    assert counts.arrived(1.3, 1, "a") == 1
    assert counts.stats().peak_in_flight == 3


def test_stats_are_a_picture_of_one_moment() -> None:
    """They are frozen, and later requests do not change them."""
    counts = Counts()
    counts.arrived(5.0, 2, "a")
    counts.answered(200)
    stats = counts.stats()
    counts.arrived(6.5, 3, "a")
    counts.answered(404)
    assert (stats.requests, stats.by_status, stats.first, stats.last, stats.peak_connections) == (1, {200: 1}, 5, 5, 2)
    later = counts.stats()
    assert (later.requests, later.by_status, later.first, later.last) == (2, {200: 1, 404: 1}, 5, 6.5)
    assert (later.peak_per_second, later.peak_connections) == (1, 3)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        stats.requests = 2  # type: ignore[misc] # what is tested


def test_counts_may_be_read_from_another_thread() -> None:
    """Reading, resetting and counting at the same time lose nothing."""
    counts = Counts()

    def count() -> None:
        for _ in range(2000):
            counts.arrived(0, 1, "a")
            counts.stats()
            counts.left()

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stats = counts.stats()
    assert (stats.requests, stats.peak_per_second) == (8000, 8000)
    assert 1 <= stats.peak_in_flight <= 4


@attrs.frozen(eq=False)
class Open:
    client: tuple[str, int]


def test_a_connection_that_only_asked_the_sandbox_itself_does_not_count() -> None:
    """Who watches must not change what is watched; a connection that is also used for the API is one of its own."""
    first, silent, watching = Open(("a", 1)), Open(("a", 2)), Open(("a", 3))
    connections = Connections()
    connections.open = [first, silent, watching]
    assert connections.asked(first.client, control=False) == 3
    assert connections.asked(watching.client, control=True) == 2
    assert connections.asked(watching.client, control=False) == 3
    assert connections.asked(watching.client, control=True) == 3


def test_the_connections_of_another_machine_do_not_count() -> None:
    """TMDB's network allows each address its own."""
    connections = Connections()
    connections.open = [Open(("a", 1)), Open(("b", 1)), Open(("b", 2))]
    assert connections.asked(("a", 1), control=False) == 1
    assert connections.asked(("b", 1), control=False) == 2


def test_a_new_connection_from_an_address_that_watched_before_counts() -> None:
    """What is remembered belongs to a connection, not to its port."""
    connections = Connections()
    connections.open = [Open(("a", 1))]
    assert connections.asked(("a", 1), control=True) == 0
    connections.open = [Open(("a", 1))]
    assert connections.asked(("a", 2), control=False) == 1
