# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from .country_watch_providers import CountryWatchProviders


@frozen(kw_only=True)
class WatchProviders:
    """Where a film, a TV series or a season can be watched.

    The data comes from JustWatch, which has to be named where it is shown.
    """

    id: int
    """TMDB's id of what can be watched; of a season, the season's own id."""
    results: Mapping[str, CountryWatchProviders] = field(hash=False)
    """The providers by country, such as `US`. Countries without any are left out."""
