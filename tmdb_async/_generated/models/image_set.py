# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .image import Image


@frozen(kw_only=True)
class ImageSet:
    """The images of a film, of a TV series or of a collection."""

    id: int
    """TMDB's id of what the images belong to."""
    backdrops: tuple[Image, ...] = ()
    """The backdrops, the best rated first."""
    logos: tuple[Image, ...] = ()
    """The logos, the best rated first."""
    posters: tuple[Image, ...] = ()
    """The posters, the best rated first."""
