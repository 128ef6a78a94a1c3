# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class MovieExternalIds:
    """The ids of a film at other sites. What is not known is null, or empty."""

    id: int
    """TMDB's id of the film."""
    imdb_id: str | None = None
    """The id at IMDb, such as `tt0137523`."""
    wikidata_id: str | None = None
    """The id at Wikidata, such as `Q1079`."""
    facebook_id: str | None = None
    """The name of the page at Facebook."""
    instagram_id: str | None = None
    """The name of the account at Instagram."""
    twitter_id: str | None = None
    """The name of the account at X, once Twitter."""
