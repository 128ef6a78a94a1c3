# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .change_item import ChangeItem


@frozen(kw_only=True)
class Change:
    """The changes of one thing, such as all changes of the images."""

    key: str
    """What was changed, such as `overview`, `images` or `season`. TMDB's configuration lists the keys."""
    items: tuple[ChangeItem, ...] = ()
    """The single changes."""
