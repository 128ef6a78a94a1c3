# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .image import Image


@frozen(kw_only=True)
class PersonImages:
    """The portraits of a person."""

    id: int
    """TMDB's id of the person."""
    profiles: tuple[Image, ...] = ()
    """The portraits, the best rated first."""
