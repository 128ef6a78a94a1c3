# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class AggregateRole:
    """A character and how often it is played."""

    credit_id: str
    """TMDB's id of this credit, 24 hexadecimal characters."""
    character: str = ""
    """The character that the person plays, often empty."""
    episode_count: int | None = None
    """In how many episodes the person plays this character, from 0."""
