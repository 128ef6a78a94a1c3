# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .aggregate_cast_member import AggregateCastMember
from .aggregate_crew_member import AggregateCrewMember


@frozen(kw_only=True)
class TvSeasonAggregateCredits:
    """The cast and crew of all episodes of a TV season, one entry for each person."""

    id: int
    """TMDB's id of the season (not of its series)."""
    cast: tuple[AggregateCastMember, ...] = ()
    """The cast, guest stars as well, those with the most episodes first."""
    crew: tuple[AggregateCrewMember, ...] = ()
    """The crew, one entry for each person and department."""
