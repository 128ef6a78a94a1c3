# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class CreatedList:
    """A list that was created."""

    list_id: int | str
    """TMDB's id of the list."""
    success: bool | None = None
    """Whether it was created, always true. Missing in bodies from before 2016."""
    status_code: int | None = None
    """TMDB's own code, 1."""
    status_message: str = ""
    """The outcome in words."""
