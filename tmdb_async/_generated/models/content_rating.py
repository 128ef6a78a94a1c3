# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class ContentRating:
    """The age that a TV series is approved for in a country."""

    iso_3166_1: str
    """The country, such as `DE`."""
    rating: str
    """The rating in that country's own words, such as `TV-MA` or `16`."""
    descriptors: tuple[str, ...] = ()
    """Reasons for the rating in words, mostly none."""
