# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .alternative_title import AlternativeTitle


@frozen(kw_only=True)
class MovieAlternativeTitles:
    """The other titles of a film."""

    id: int
    """TMDB's id of the film."""
    titles: tuple[AlternativeTitle, ...] = ()
    """The titles."""
