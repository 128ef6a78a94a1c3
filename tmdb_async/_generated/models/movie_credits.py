# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .crew_member import CrewMember
from .movie_cast_member import MovieCastMember


@frozen(kw_only=True)
class MovieCredits:
    """The cast and crew of a film."""

    id: int
    """TMDB's id of the film."""
    cast: tuple[MovieCastMember, ...] = ()
    """The cast, in TMDB's order."""
    crew: tuple[CrewMember, ...] = ()
    """The crew, one entry for each job. The same person may stand several times."""
