# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from ..types import read_kinds
from .list_item import KINDS as LISTITEM
from .list_item import ListItem


@frozen(kw_only=True)
class ListDetails:
    """A page of a user's list."""

    id: int | str
    """TMDB's id of the list."""
    name: str
    """The name of the list."""
    description: str = ""
    """What the list is about, in the words of who made it."""
    created_by: str = ""
    """The name of the account of who made it."""
    items: tuple[ListItem, ...] = ()
    """The films and TV series of this page, in the order of the list."""
    item_count: int | None = None
    """How many films and TV series the list holds."""
    favorite_count: int | None = None
    """How many users have the list among their favourites."""
    iso_639_1: str | None = None
    """The language of the list, such as `en`."""
    poster_path: str | None = None
    """The path of a poster below TMDB's image address. Null where the list has none."""
    page: int | None = None
    """The number of the page, from 1. Missing where the answer holds the whole list."""
    total_pages: int | None = None
    """How many pages there are. Missing where the answer holds the whole list."""
    total_results: int | None = None
    """How many films and TV series there are. Missing where the answer holds the whole list."""

    def __attrs_post_init__(self) -> None:
        read_kinds(
            self,
            items=LISTITEM,
        )
