# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .movie_translation import MovieTranslation


@frozen(kw_only=True)
class MovieTranslations:
    """The translations of the texts of a film."""

    id: int
    """TMDB's id of the film."""
    translations: tuple[MovieTranslation, ...] = ()
    """One translation for each language, the original as well."""
