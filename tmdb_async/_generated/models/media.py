# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

from ..types import Kinds, UnknownMedia

if TYPE_CHECKING:
    from .collection_media import CollectionMedia
    from .movie_summary import MovieSummary
    from .person_summary import PersonSummary
    from .tv_series_summary import TvSeriesSummary


def _models() -> dict[str, type]:
    from .collection_media import CollectionMedia
    from .movie_summary import MovieSummary
    from .person_summary import PersonSummary
    from .tv_series_summary import TvSeriesSummary

    return {
        "movie": MovieSummary,
        "tv": TvSeriesSummary,
        "person": PersonSummary,
        "collection": CollectionMedia,
    }


KINDS = Kinds("media_type", _models)

if TYPE_CHECKING:
    Media: TypeAlias = CollectionMedia | MovieSummary | PersonSummary | TvSeriesSummary | UnknownMedia
else:
    from msgspec import Raw

    Media = Annotated[Raw, KINDS]
"""A film, a TV series, a person or a collection, as `media_type` says."""
