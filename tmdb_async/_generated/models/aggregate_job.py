# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class AggregateJob:
    """A job and how often a person did it."""

    credit_id: str
    """TMDB's id of this credit, 24 hexadecimal characters."""
    job: str
    """The job, such as `Director`."""
    episode_count: int | None = None
    """In how many episodes the person did this job, from 0."""
