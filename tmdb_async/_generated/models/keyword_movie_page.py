# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .movie_summary import MovieSummary


@frozen(kw_only=True)
class KeywordMoviePage:
    """A page of films that have a keyword."""

    page: int
    """The number of the page, from 1."""
    results: tuple[MovieSummary, ...]
    """The films of this page."""
    total_pages: int
    """How many pages there are. TMDB answers 500 of them at most."""
    total_results: int
    """How many films there are."""
    id: int | None = None
    """TMDB's id of the keyword."""
