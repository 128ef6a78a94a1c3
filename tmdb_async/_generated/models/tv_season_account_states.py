# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .episode_account_state import EpisodeAccountState


@frozen(kw_only=True)
class TvSeasonAccountStates:
    """What a user has rated of a TV season."""

    id: int
    """TMDB's id of the season (not of its series)."""
    results: tuple[EpisodeAccountState, ...] = ()
    """One state for each episode of the season."""
