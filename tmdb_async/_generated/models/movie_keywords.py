# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .keyword import Keyword


@frozen(kw_only=True)
class MovieKeywords:
    """The keywords of a film."""

    id: int
    """TMDB's id of the film."""
    keywords: tuple[Keyword, ...] = ()
    """The keywords."""
