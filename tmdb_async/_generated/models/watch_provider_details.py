# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen


@frozen(kw_only=True)
class WatchProviderDetails:
    """A provider of films or of TV series, and its place in each country."""

    provider_id: int
    """TMDB's id of the provider."""
    provider_name: str
    """The name of the provider, such as `Netflix`."""
    logo_path: str | None = None
    """The path of the logo below TMDB's image address, such as `/abc.jpg`."""
    display_priority: int | None = None
    """The place of the provider where several are shown, the lowest number first."""
    display_priorities: Mapping[str, int] = field(factory=dict[str, int], hash=False)
    """The place of the provider by country, such as `US`, the lowest number first. Countries without it are left
    out."""
