# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .collection_translation import CollectionTranslation


@frozen(kw_only=True)
class CollectionTranslations:
    """The translations of the texts of a collection."""

    id: int
    """TMDB's id of the collection."""
    translations: tuple[CollectionTranslation, ...] = ()
    """One translation for each language, the original as well."""
