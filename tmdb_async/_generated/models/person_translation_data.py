# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class PersonTranslationData:
    """Texts of a person. Each is empty where there is no translation."""

    name: str = ""
    """The name of the person, where it is another one in this language."""
    biography: str = ""
    """The life of the person."""
