# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .watch_provider import WatchProvider


@frozen(kw_only=True)
class CountryWatchProviders:
    """Where something can be watched in one country."""

    link: str | None = None
    """The address of TMDB's page with the links to the providers."""
    flatrate: tuple[WatchProvider, ...] = ()
    """Where it is part of a subscription."""
    buy: tuple[WatchProvider, ...] = ()
    """Where it can be bought."""
    rent: tuple[WatchProvider, ...] = ()
    """Where it can be rented."""
    free: tuple[WatchProvider, ...] = ()
    """Where it is free."""
    ads: tuple[WatchProvider, ...] = ()
    """Where it is free with advertisements."""
