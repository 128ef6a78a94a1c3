# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .screened_episode import ScreenedEpisode


@frozen(kw_only=True)
class ScreenedTheatrically:
    """The episodes of a TV series that were shown in cinemas."""

    id: int
    """TMDB's id of the TV series."""
    results: tuple[ScreenedEpisode, ...] = ()
    """The episodes."""
