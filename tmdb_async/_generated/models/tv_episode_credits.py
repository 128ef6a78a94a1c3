# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .cast_member import CastMember
from .crew_member import CrewMember


@frozen(kw_only=True)
class TvEpisodeCredits:
    """The cast, the guest stars and the crew of a TV episode."""

    id: int
    """TMDB's id of the episode (not of its series)."""
    cast: tuple[CastMember, ...] = ()
    """The regular cast of the season, in TMDB's order."""
    crew: tuple[CrewMember, ...] = ()
    """The crew, one entry for each job. The same person may stand several times."""
    guest_stars: tuple[CastMember, ...] = ()
    """The guest stars of the episode with their characters, in TMDB's order."""
