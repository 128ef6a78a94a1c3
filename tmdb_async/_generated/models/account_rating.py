# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from datetime import datetime

from attrs import frozen


@frozen(kw_only=True)
class AccountRating:
    """A rating, and when it was given."""

    value: float
    """The rating, from 0.5 to 10 in steps of 0.5."""
    created_at: datetime | None = None
    """When it was given."""
