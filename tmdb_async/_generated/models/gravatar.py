# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Gravatar:
    """A user's picture at Gravatar."""

    hash: str | None = None
    """The hash that Gravatar knows the user by."""
