# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

from ..types import Kinds, UnknownMedia

if TYPE_CHECKING:
    from .movie_crew_credit import MovieCrewCredit
    from .tv_series_crew_credit import TvSeriesCrewCredit


def _models() -> dict[str, type]:
    from .movie_crew_credit import MovieCrewCredit
    from .tv_series_crew_credit import TvSeriesCrewCredit

    return {
        "movie": MovieCrewCredit,
        "tv": TvSeriesCrewCredit,
    }


KINDS = Kinds("media_type", _models)

if TYPE_CHECKING:
    CrewCredit: TypeAlias = MovieCrewCredit | TvSeriesCrewCredit | UnknownMedia
else:
    from msgspec import Raw

    CrewCredit = Annotated[Raw, KINDS]
"""A film or a TV series and a job that the person did for it, as `media_type` says."""
