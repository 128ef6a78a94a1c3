# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class CollectionMedia:
    """A collection of films among films, TV series and persons."""

    id: int
    """TMDB's id of the collection."""
    title: str
    """The name of the collection, in the language asked for where TMDB has a translation."""
    media_type: str = "collection"
    """The kind of the row, always `collection`."""
    original_title: str = ""
    """The name in its own language."""
    original_language: str = ""
    """Its own language, as two letters."""
    overview: str = ""
    """What the collection is about."""
    poster_path: str | None = None
    """The path of a poster below TMDB's image address. Null where TMDB has none."""
    backdrop_path: str | None = None
    """The path of a backdrop below TMDB's image address. Null where TMDB has none."""
    adult: bool = False
    """Whether the collection is for adults only."""
    softcore: bool = False
    """Whether the collection is softcore. Missing in bodies from before 2026."""
