# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Status:
    """What TMDB says of a request that succeeded and that gives nothing else."""

    success: bool | None = None
    """Whether the request was carried out. False, with code 21, where there was nothing to remove."""
    status_code: int | None = None
    """TMDB's own code, such as 1 (done), 12 (changed) or 13 (removed). It is not the HTTP status."""
    status_message: str = ""
    """The outcome in words."""
