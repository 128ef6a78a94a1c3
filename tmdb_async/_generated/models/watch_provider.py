# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class WatchProvider:
    """A provider with whom something can be watched."""

    provider_id: int
    """TMDB's id of the provider."""
    provider_name: str
    """The name of the provider, such as `Netflix`."""
    logo_path: str | None = None
    """The path of the logo below TMDB's image address, such as `/abc.jpg`."""
    display_priority: int | None = None
    """The place of the provider where several are shown, the lowest number first."""
