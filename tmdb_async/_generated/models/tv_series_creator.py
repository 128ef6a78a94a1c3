# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .gender import Gender


@frozen(kw_only=True)
class TvSeriesCreator:
    """A person who created a TV series."""

    id: int
    """TMDB's id of the person."""
    name: str
    """The name of the person."""
    original_name: str | None = None
    """The name of the person in their own language."""
    credit_id: str | None = None
    """TMDB's id of this credit, 24 hexadecimal characters."""
    gender: Gender | None = None
    """The gender of the person."""
    profile_path: str | None = None
    """The path of a portrait below TMDB's image address. Null where TMDB has none."""
