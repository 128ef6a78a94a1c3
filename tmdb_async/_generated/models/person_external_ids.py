# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class PersonExternalIds:
    """The ids of a person at other sites. What is not known is null, or empty."""

    id: int
    """TMDB's id of the person."""
    imdb_id: str | None = None
    """The id at IMDb, such as `nm0000158`."""
    wikidata_id: str | None = None
    """The id at Wikidata, such as `Q1079`."""
    facebook_id: str | None = None
    """The name of the page at Facebook."""
    instagram_id: str | None = None
    """The name of the account at Instagram."""
    tiktok_id: str | None = None
    """The name of the account at TikTok."""
    twitter_id: str | None = None
    """The name of the account at X, once Twitter."""
    youtube_id: str | None = None
    """The name of the channel at YouTube."""
    freebase_mid: str | None = None
    """The id at Freebase, such as `/m/03d34x8`. Freebase was closed in 2016."""
    freebase_id: str | None = None
    """The readable id at Freebase, such as `/en/breaking_bad`. Freebase was closed in 2016."""
    tvrage_id: int | None = None
    """The id at TVRage, which was closed in 2015."""
