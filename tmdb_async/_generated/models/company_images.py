# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .logo import Logo


@frozen(kw_only=True)
class CompanyImages:
    """The logos of a company."""

    id: int
    """TMDB's id of the company."""
    logos: tuple[Logo, ...] = ()
    """The logos, the best rated first."""
