# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .cast_member import CastMember
from .crew_member import CrewMember


@frozen(kw_only=True)
class TvSeasonCredits:
    """The cast and crew of a TV season."""

    id: int
    """TMDB's id of the season (not of its series)."""
    cast: tuple[CastMember, ...] = ()
    """The regular cast, in TMDB's order. Guest stars are left out."""
    crew: tuple[CrewMember, ...] = ()
    """The crew, one entry for each job. The same person may stand several times."""
