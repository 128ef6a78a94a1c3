# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from typing import Any

from attrs import field, frozen


@frozen(kw_only=True)
class ChangeItem:
    """A single change."""

    id: str
    """TMDB's id of the change, 24 hexadecimal characters."""
    action: str | None = None
    """What was done."""
    time: str | None = None
    """When it was done, such as `2016-08-26 17:04:39 UTC`."""
    iso_639_1: str | None = None
    """The language that the change belongs to, such as `en`. Empty where it belongs to none."""
    iso_3166_1: str | None = None
    """The country of that language, such as `US`. Empty where the change belongs to none."""
    value: Any = field(default=None, hash=False)
    """The new value, of any type. Missing where something was deleted."""
    original_value: Any = field(default=None, hash=False)
    """The value before, of any type. Missing where something was added."""
