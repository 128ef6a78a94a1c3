# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .tv_episode_group_summary import TvEpisodeGroupSummary


@frozen(kw_only=True)
class TvEpisodeGroups:
    """The ways in which the episodes of a TV series are grouped, besides its seasons."""

    id: int
    """TMDB's id of the TV series."""
    results: tuple[TvEpisodeGroupSummary, ...] = ()
    """The ways of grouping, without the episodes."""
