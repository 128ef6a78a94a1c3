# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .changed_id import ChangedId


@frozen(kw_only=True)
class ChangedIdPage:
    """A page of ids of what was changed in a span of days."""

    page: int
    """The number of the page, from 1."""
    results: tuple[ChangedId, ...]
    """What was changed, each with its id alone."""
    total_pages: int
    """How many pages there are. TMDB answers 500 of them at most."""
    total_results: int
    """How many ids there are."""
