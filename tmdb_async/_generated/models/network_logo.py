# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class NetworkLogo:
    """The logo of a network in a list of recommendations."""

    path: str
    """The path of the logo below TMDB's image address, such as `/abc.png`."""
    aspect_ratio: float | None = None
    """The width divided by the height."""
