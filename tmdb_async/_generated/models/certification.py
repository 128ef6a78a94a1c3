# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Certification:
    """An age rating of a country."""

    certification: str
    """The age rating, such as `PG-13`."""
    meaning: str = ""
    """What the age rating means, in English, often empty."""
    order: int | None = None
    """The place of the age rating among those of its country, the mildest first."""
