# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Keyword:
    """A keyword."""

    id: int
    """TMDB's id of the keyword."""
    name: str
    """The keyword, in English."""
