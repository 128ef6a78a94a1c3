# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .list_summary import ListSummary


@frozen(kw_only=True)
class ListPage:
    """A page of users' lists."""

    page: int
    """The number of the page, from 1."""
    results: tuple[ListSummary, ...]
    """The lists of this page."""
    total_pages: int
    """How many pages there are."""
    total_results: int
    """How many lists there are."""
    id: int | None = None
    """TMDB's id of what the lists hold."""
