# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .keyword import Keyword


@frozen(kw_only=True)
class TvSeriesKeywords:
    """The keywords of a TV series."""

    id: int
    """TMDB's id of the TV series."""
    results: tuple[Keyword, ...] = ()
    """The keywords."""
