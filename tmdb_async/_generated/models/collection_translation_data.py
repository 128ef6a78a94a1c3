# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class CollectionTranslationData:
    """Texts of a collection. Each is empty where there is no translation, or where it is the original's."""

    title: str = ""
    """The name of the collection."""
    overview: str = ""
    """What the collection is about."""
    homepage: str = ""
    """The address of the home page."""
