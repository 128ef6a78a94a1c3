# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import field, frozen


@frozen(kw_only=True)
class Session:
    """A user's session."""

    session_id: str = field(repr=False)
    """The id of the session, 40 hexadecimal characters. Whoever has it can act as the user."""
    success: bool | None = None
    """Whether it was created, always true."""
    status_code: int | None = None
    """TMDB's own code, 1. Sent where the session comes from a token of version 4."""
    status_message: str | None = None
    """The outcome in words. Sent where the session comes from a token of version 4."""
