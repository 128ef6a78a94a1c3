# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

from ..types import Kinds, UnknownMedia

if TYPE_CHECKING:
    from .movie_summary import MovieSummary
    from .tv_episode_summary import TvEpisodeSummary
    from .tv_season_summary import TvSeasonSummary
    from .tv_series_summary import TvSeriesSummary


def _models() -> dict[str, type]:
    from .movie_summary import MovieSummary
    from .tv_episode_summary import TvEpisodeSummary
    from .tv_season_summary import TvSeasonSummary
    from .tv_series_summary import TvSeriesSummary

    return {
        "movie": MovieSummary,
        "tv": TvSeriesSummary,
        "tv_season": TvSeasonSummary,
        "tv_episode": TvEpisodeSummary,
    }


KINDS = Kinds("media_type", _models)

if TYPE_CHECKING:
    TaggedMedia: TypeAlias = MovieSummary | TvEpisodeSummary | TvSeasonSummary | TvSeriesSummary | UnknownMedia
else:
    from msgspec import Raw

    TaggedMedia = Annotated[Raw, KINDS]
"""A film, or a TV series, season or episode, as its own `media_type` says."""
