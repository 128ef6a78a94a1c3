# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .rated_tv_episode import RatedTvEpisode


@frozen(kw_only=True)
class RatedTvEpisodePage:
    """A page of TV episodes that a user has rated."""

    page: int
    """The number of the page, from 1."""
    results: tuple[RatedTvEpisode, ...]
    """The rows of this page, up to 20."""
    total_pages: int
    """How many pages there are."""
    total_results: int
    """How many rows there are."""
