# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from ..types import read_kinds
from .media import KINDS as MEDIA
from .media import Media


@frozen(kw_only=True)
class MediaPage:
    """A page of films, TV series, persons and collections."""

    page: int
    """The number of the page, from 1."""
    results: tuple[Media, ...]
    """The rows of this page, up to 20."""
    total_pages: int
    """How many pages TMDB counts. It hands out 500 at most."""
    total_results: int
    """How many rows TMDB counts."""

    def __attrs_post_init__(self) -> None:
        read_kinds(
            self,
            results=MEDIA,
        )
