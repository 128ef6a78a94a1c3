"""What a job is told and tells: outcomes, the moments of a run, and what it holds."""

from __future__ import annotations

from typing import NamedTuple


class Record(NamedTuple):
    """What came of one item."""

    item: int
    """The number that `Job.waiting` gave."""
    status: int | None
    """The HTTP status; None where there was no answer."""
    body: bytes | None
    """The body as it came; None where there was none."""
    code: int | None = None
    """TMDB's own code."""
    error: str | None = None
    """The name of the exception, of an item that is to be tried again; None for an answer."""
    message: str | None = None
    """The words of the exception."""
    further: tuple[bytes, ...] = ()
    """The other bodies of an answer that takes several requests."""
    seconds: float | None = None
    """How long it took."""


class Moment(NamedTuple):
    """How far a run is, counted from its beginning."""

    seconds: float
    """How long it takes by now."""
    done: int
    """How many items have an outcome."""
    failed: int
    """How many of those failed."""
    requests: int
    """How many requests were sent."""
    bytes: int
    """How many bytes of bodies came."""
    cool_downs: int
    """How often all calls paused after HTTP 429."""
    paused: bool
    """Whether nothing succeeds any more."""
    pace: float | None
    """How many requests may leave in a second; None for any number."""


class FailureKind(NamedTuple):
    """Items that failed in the same way."""

    error: str
    """The name of the exception."""
    status: int | None
    """The HTTP status; None where there was no answer."""
    total: int
    """How many there are."""
    message: str
    """The words of the first one's exception."""
    items: tuple[tuple[int | str, ...], ...]
    """The arguments of the first three."""


class Status(NamedTuple):
    """What a job file holds."""

    operation: str
    """The operation, such as `tv_series.credits`."""
    language: str | None
    """The language of the answers; None where the operation has none."""
    items: int
    """All items."""
    found: int
    """Those that TMDB answered with the operation's model."""
    not_found: int
    """Those that TMDB does not know (HTTP 404), which is an answer too."""
    failed: int
    """Those without an answer in spite of all retries. The next run tries them again."""
    waiting: int
    """Those that were not asked for yet, or are to be asked for again."""
    failures: tuple[FailureKind, ...]
    """The failed ones by kind, the most frequent first."""
    what: str
    """The operation with its parameters and its language, as a person reads it."""
    gone: int
    """Those that TMDB's daily export lacks, of all."""
