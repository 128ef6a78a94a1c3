# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .tv_episode_group_episode import TvEpisodeGroupEpisode


@frozen(kw_only=True)
class TvEpisodeGroup:
    """A group of episodes."""

    id: str
    """TMDB's id of the group, 24 hexadecimal characters."""
    name: str
    """The name of the group, such as `Season 1`."""
    order: int | None = None
    """The place of the group, as a rule from 1; 0 holds the specials."""
    locked: bool | None = None
    """Whether TMDB has locked the group against changes."""
    episodes: tuple[TvEpisodeGroupEpisode, ...] = ()
    """The episodes, in their order."""
