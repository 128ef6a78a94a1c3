# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

from ..types import Kinds, UnknownMedia

if TYPE_CHECKING:
    from .movie_summary import MovieSummary
    from .tv_series_summary import TvSeriesSummary


def _models() -> dict[str, type]:
    from .movie_summary import MovieSummary
    from .tv_series_summary import TvSeriesSummary

    return {
        "movie": MovieSummary,
        "tv": TvSeriesSummary,
    }


KINDS = Kinds("media_type", _models, "movie")

if TYPE_CHECKING:
    ListItem: TypeAlias = MovieSummary | TvSeriesSummary | UnknownMedia
else:
    from msgspec import Raw

    ListItem = Annotated[Raw, KINDS]
"""A film or a TV series, as `media_type` says."""
