# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .tv_series_summary import TvSeriesSummary


@frozen(kw_only=True)
class TvSeriesPage:
    """A page."""

    page: int
    """The page."""
    results: tuple[TvSeriesSummary, ...]
    """The rows."""
    total_pages: int
    """Pages."""
    total_results: int
    """Rows."""
