# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .date_range import DateRange
from .movie_summary import MovieSummary


@frozen(kw_only=True)
class DatedMoviePage:
    """A page of films that are released within some days."""

    page: int
    """The number of the page, from 1."""
    results: tuple[MovieSummary, ...]
    """The rows of this page, up to 20."""
    total_pages: int
    """How many pages TMDB counts. It hands out 500 at most."""
    total_results: int
    """How many rows TMDB counts."""
    dates: DateRange | None = None
    """The days that the films are released on."""
