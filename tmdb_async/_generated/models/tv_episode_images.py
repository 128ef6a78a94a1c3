# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .image import Image


@frozen(kw_only=True)
class TvEpisodeImages:
    """The images of a TV episode."""

    id: int
    """TMDB's id of the episode (not of its series)."""
    stills: tuple[Image, ...] = ()
    """The stills, the best rated first."""
