# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from datetime import date

from attrs import frozen


@frozen(kw_only=True)
class DateRange:
    """Days from a first to a last one."""

    minimum: date
    """The first day."""
    maximum: date
    """The last day."""
