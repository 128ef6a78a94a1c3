# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .tagged_image import TaggedImage


@frozen(kw_only=True)
class PersonTaggedImages:
    """The images that show a person, among those of films and of TV."""

    id: int
    """TMDB's id of the person."""
    page: int | None = None
    """0, and 1 in older bodies. It means nothing."""
    results: tuple[TaggedImage, ...] = ()
    """The images."""
    total_pages: int | None = None
    """How many pages TMDB counts. It hands out one."""
    total_results: int | None = None
    """How many images TMDB counts."""
