# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .movie_cast_credit import MovieCastCredit
from .movie_crew_credit import MovieCrewCredit


@frozen(kw_only=True)
class PersonMovieCredits:
    """The films that a person took part in."""

    id: int
    """TMDB's id of the person."""
    cast: tuple[MovieCastCredit, ...] = ()
    """What the person played, one entry for each credit."""
    crew: tuple[MovieCrewCredit, ...] = ()
    """What the person did otherwise, one entry for each job. The same film may stand several times."""
