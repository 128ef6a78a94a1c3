# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .collection_translations import CollectionTranslations
from .image_set import ImageSet
from .movie_summary import MovieSummary


@frozen(kw_only=True)
class CollectionDetails:
    """A collection of films, such as a film and its sequels."""

    id: int
    """TMDB's id of the collection."""
    name: str
    """The name, in the language asked for where TMDB has a translation."""
    original_name: str | None = None
    """The name in the original language."""
    original_language: str | None = None
    """The original language, such as `en`."""
    overview: str = ""
    """What the collection is about, in the language asked for. Empty where TMDB has no translation."""
    parts: tuple[MovieSummary, ...] = ()
    """The films, in TMDB's order."""
    poster_path: str | None = None
    """The path of a poster below TMDB's image address, such as `/abc.jpg`. Null where TMDB has none."""
    backdrop_path: str | None = None
    """The path of a backdrop below TMDB's image address. Null where TMDB has none."""
    images: ImageSet | None = None
    """What `append_to_response` with `images` asked for; None where it was not asked for."""
    translations: CollectionTranslations | None = None
    """What `append_to_response` with `translations` asked for; None where it was not asked for."""
