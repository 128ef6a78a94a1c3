# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .alternative_title import AlternativeTitle


@frozen(kw_only=True)
class TvSeriesAlternativeTitles:
    """The other titles of a TV series."""

    id: int
    """TMDB's id of the TV series."""
    results: tuple[AlternativeTitle, ...] = ()
    """The titles."""
