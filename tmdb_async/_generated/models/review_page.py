# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .review import Review


@frozen(kw_only=True)
class ReviewPage:
    """A page of reviews."""

    id: int
    """TMDB's id of what is reviewed."""
    page: int
    """The number of the page, from 1."""
    results: tuple[Review, ...]
    """The reviews of this page."""
    total_pages: int
    """How many pages there are."""
    total_results: int
    """How many reviews there are."""
