# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .cast_member import CastMember
from .crew_member import CrewMember


@frozen(kw_only=True)
class TvSeriesCredits:
    """The cast and crew of the latest season of a TV series."""

    id: int
    """TMDB's id of the TV series."""
    cast: tuple[CastMember, ...] = ()
    """The regular cast, in TMDB's order."""
    crew: tuple[CrewMember, ...] = ()
    """The crew, one entry for each job. The same person may stand several times."""
