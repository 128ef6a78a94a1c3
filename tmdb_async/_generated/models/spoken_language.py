# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class SpokenLanguage:
    """A language."""

    iso_639_1: str
    """The code of the language, such as `de`."""
    english_name: str | None = None
    """The English name of the language, such as `German`."""
    name: str = ""
    """The name of the language in itself, such as `Deutsch`. Empty where TMDB does not know it."""
