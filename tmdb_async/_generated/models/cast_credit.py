# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

from ..types import Kinds, UnknownMedia

if TYPE_CHECKING:
    from .movie_cast_credit import MovieCastCredit
    from .tv_series_cast_credit import TvSeriesCastCredit


def _models() -> dict[str, type]:
    from .movie_cast_credit import MovieCastCredit
    from .tv_series_cast_credit import TvSeriesCastCredit

    return {
        "movie": MovieCastCredit,
        "tv": TvSeriesCastCredit,
    }


KINDS = Kinds("media_type", _models)

if TYPE_CHECKING:
    CastCredit: TypeAlias = MovieCastCredit | TvSeriesCastCredit | UnknownMedia
else:
    from msgspec import Raw

    CastCredit = Annotated[Raw, KINDS]
"""A film or a TV series and the character that the person plays in it, as `media_type` says."""
