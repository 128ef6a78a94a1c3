# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .network import Network
from .tv_episode_group_type import TvEpisodeGroupType


@frozen(kw_only=True)
class TvEpisodeGroupSummary:
    """A way in which the episodes of a TV series are grouped, without the episodes."""

    id: str
    """TMDB's id of this way of grouping, 24 hexadecimal characters."""
    name: str
    """The name, such as `Netflix Seasons`."""
    description: str = ""
    """What is grouped and how, often empty."""
    type: TvEpisodeGroupType | None = None
    """What the episodes are grouped by."""
    group_count: int | None = None
    """How many groups there are."""
    episode_count: int | None = None
    """How many episodes there are in all groups."""
    network: Network | None = None
    """The network that groups the episodes so. Null where it is none's."""
