# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .country_names import CountryNames


@frozen(kw_only=True)
class WatchProviderRegions:
    """The countries that TMDB knows providers of."""

    results: tuple[CountryNames, ...] = ()
    """The countries."""
