# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class CountryTimezones:
    """The time zones of a country."""

    iso_3166_1: str
    """The code of the country, such as `DE`."""
    zones: tuple[str, ...] = ()
    """The names of the time zones, such as `Europe/Berlin`."""
