# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .aggregate_cast_member import AggregateCastMember
from .aggregate_crew_member import AggregateCrewMember


@frozen(kw_only=True)
class TvSeriesAggregateCredits:
    """The cast and crew of all seasons of a TV series, one entry for each person."""

    id: int
    """TMDB's id of the TV series."""
    cast: tuple[AggregateCastMember, ...] = ()
    """The cast, guest stars as well, those with the most episodes first."""
    crew: tuple[AggregateCrewMember, ...] = ()
    """The crew, one entry for each person and department."""
