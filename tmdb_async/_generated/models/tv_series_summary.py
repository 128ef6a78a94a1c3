# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from datetime import date

from attrs import frozen


@frozen(kw_only=True)
class TvSeriesSummary:
    """A TV series in a list."""

    id: int
    """TMDB's id."""
    name: str
    """The name."""
    media_type: str = "tv"
    """Always tv."""
    first_air_date: date | None = None
    """The day."""
