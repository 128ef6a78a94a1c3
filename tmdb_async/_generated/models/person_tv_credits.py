# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .tv_series_cast_credit import TvSeriesCastCredit
from .tv_series_crew_credit import TvSeriesCrewCredit


@frozen(kw_only=True)
class PersonTvCredits:
    """The TV series that a person took part in."""

    id: int
    """TMDB's id of the person."""
    cast: tuple[TvSeriesCastCredit, ...] = ()
    """What the person played, one entry for each credit."""
    crew: tuple[TvSeriesCrewCredit, ...] = ()
    """What the person did otherwise, one entry for each job. The same TV series may stand several times."""
