# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .tv_series_summary import TvSeriesSummary


@frozen(kw_only=True)
class TvSeriesPage:
    """A page of TV series."""

    page: int
    """The number of the page, from 1."""
    results: tuple[TvSeriesSummary, ...]
    """The rows of this page, up to 20."""
    total_pages: int
    """How many pages TMDB counts. It hands out 500 at most."""
    total_results: int
    """How many rows TMDB counts."""
