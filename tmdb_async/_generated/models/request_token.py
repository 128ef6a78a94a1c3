# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import field, frozen


@frozen(kw_only=True)
class RequestToken:
    """A request token."""

    request_token: str = field(repr=False)
    """The request token, 40 hexadecimal characters."""
    success: bool | None = None
    """Whether it was created or approved, always true."""
    expires_at: str | None = None
    """When it expires, such as `2016-08-26 17:04:39 UTC`."""
