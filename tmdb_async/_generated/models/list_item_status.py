# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class ListItemStatus:
    """Whether a film is on a list."""

    id: int | str
    """TMDB's id of the list."""
    item_present: bool
    """Whether the film is on the list."""
