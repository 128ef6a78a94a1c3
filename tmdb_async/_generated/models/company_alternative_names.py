# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .alternative_name import AlternativeName


@frozen(kw_only=True)
class CompanyAlternativeNames:
    """The alternative names of a company."""

    id: int
    """TMDB's id of the company."""
    results: tuple[AlternativeName, ...] = ()
    """The names."""
