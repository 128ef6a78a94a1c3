# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .rated_tv_series import RatedTvSeries


@frozen(kw_only=True)
class RatedTvSeriesPage:
    """A page of TV series that a user has rated."""

    page: int
    """The number of the page, from 1."""
    results: tuple[RatedTvSeries, ...]
    """The rows of this page, up to 20."""
    total_pages: int
    """How many pages there are."""
    total_results: int
    """How many rows there are."""
