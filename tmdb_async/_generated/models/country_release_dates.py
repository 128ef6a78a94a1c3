# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .release_date import ReleaseDate


@frozen(kw_only=True)
class CountryReleaseDates:
    """The releases of a film in one country."""

    iso_3166_1: str
    """The country, such as `US`."""
    release_dates: tuple[ReleaseDate, ...] = ()
    """The releases."""
