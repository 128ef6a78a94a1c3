# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .image import Image


@frozen(kw_only=True)
class TvSeasonImages:
    """The images of a TV season."""

    id: int
    """TMDB's id of the season (not of its series)."""
    posters: tuple[Image, ...] = ()
    """The posters, the best rated first."""
