# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .person_translation import PersonTranslation


@frozen(kw_only=True)
class PersonTranslations:
    """The translations of the texts of a person."""

    id: int
    """TMDB's id of the person."""
    translations: tuple[PersonTranslation, ...] = ()
    """One translation for each language."""
