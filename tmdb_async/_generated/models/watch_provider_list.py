# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .watch_provider_details import WatchProviderDetails


@frozen(kw_only=True)
class WatchProviderList:
    """The providers of films or of TV series."""

    results: tuple[WatchProviderDetails, ...] = ()
    """The providers."""
