# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .country_release_dates import CountryReleaseDates


@frozen(kw_only=True)
class MovieReleaseDates:
    """The releases of a film, by country."""

    id: int
    """TMDB's id of the film."""
    results: tuple[CountryReleaseDates, ...] = ()
    """The countries that the film was released in."""
