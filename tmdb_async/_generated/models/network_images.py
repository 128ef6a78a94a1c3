# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .logo import Logo


@frozen(kw_only=True)
class NetworkImages:
    """The logos of a network."""

    id: int
    """TMDB's id of the network."""
    logos: tuple[Logo, ...] = ()
    """The logos, the best rated first."""
