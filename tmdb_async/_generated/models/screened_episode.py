# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class ScreenedEpisode:
    """A TV episode that was shown in cinemas."""

    id: int
    """TMDB's id of the episode."""
    season_number: int
    """The number of the season within the series, from 1; 0 holds the specials."""
    episode_number: int
    """The number of the episode within its season."""
