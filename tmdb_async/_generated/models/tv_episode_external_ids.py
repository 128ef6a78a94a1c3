# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class TvEpisodeExternalIds:
    """The ids of a TV episode at other sites. What is not known is null, or empty."""

    id: int
    """TMDB's id of the episode (not of its series)."""
    imdb_id: str | None = None
    """The id at IMDb, such as `tt0959621`."""
    tvdb_id: int | None = None
    """The id at TheTVDB."""
    wikidata_id: str | None = None
    """The id at Wikidata, such as `Q1079`."""
    freebase_mid: str | None = None
    """The id at Freebase, such as `/m/03d34x8`. Freebase was closed in 2016."""
    freebase_id: str | None = None
    """The readable id at Freebase, such as `/en/breaking_bad`. Freebase was closed in 2016."""
    tvrage_id: int | None = None
    """The id at TVRage, which was closed in 2015."""
