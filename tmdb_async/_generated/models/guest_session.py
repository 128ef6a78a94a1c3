# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import field, frozen


@frozen(kw_only=True)
class GuestSession:
    """A guest session."""

    guest_session_id: str = field(repr=False)
    """The id of the guest session, 32 hexadecimal characters. Whoever has it can rate as this guest."""
    success: bool | None = None
    """Whether it was created, always true."""
    expires_at: str | None = None
    """When it expires if it is not used, such as `2016-08-27 16:26:40 UTC`."""
