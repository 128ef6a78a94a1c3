# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .content_rating import ContentRating


@frozen(kw_only=True)
class ContentRatings:
    """The ages that a TV series is approved for, by country."""

    id: int
    """TMDB's id of the TV series."""
    results: tuple[ContentRating, ...] = ()
    """The ratings, as a rule one for each country."""
