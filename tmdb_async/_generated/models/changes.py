# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .change import Change


@frozen(kw_only=True)
class Changes:
    """What was changed in a span of days, one entry for each thing that was changed."""

    changes: tuple[Change, ...] = ()
    """The changes, by what was changed. Empty where there were none."""
