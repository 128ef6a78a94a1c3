# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .alternative_name import AlternativeName


@frozen(kw_only=True)
class NetworkAlternativeNames:
    """The alternative names of a network."""

    id: int
    """TMDB's id of the network."""
    results: tuple[AlternativeName, ...] = ()
    """The names."""
