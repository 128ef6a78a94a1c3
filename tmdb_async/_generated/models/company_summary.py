# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class CompanySummary:
    """A company as a row of a list."""

    id: int
    """TMDB's id of the company."""
    name: str
    """The name of the company."""
    logo_path: str | None = None
    """The path of a logo below TMDB's image address. Null where TMDB has none."""
    origin_country: str = ""
    """The country of the company, as two letters; empty where TMDB does not know it."""
