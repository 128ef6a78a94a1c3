# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .collection_summary import CollectionSummary


@frozen(kw_only=True)
class CollectionPage:
    """A page of collections."""

    page: int
    """The number of the page, from 1."""
    results: tuple[CollectionSummary, ...]
    """The rows of this page, up to 20."""
    total_pages: int
    """How many pages TMDB counts. It hands out 500 at most."""
    total_results: int
    """How many rows TMDB counts."""
