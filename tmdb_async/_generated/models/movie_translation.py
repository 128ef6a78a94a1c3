# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .movie_translation_data import MovieTranslationData


@frozen(kw_only=True)
class MovieTranslation:
    """The texts of a film in one language."""

    iso_639_1: str
    """The language, such as `pt`."""
    iso_3166_1: str | None = None
    """The country of the language, such as `BR`."""
    name: str = ""
    """The name of the language in itself, such as `Português`."""
    english_name: str = ""
    """The English name of the language, such as `Portuguese`."""
    data: MovieTranslationData | None = None
    """The texts."""
