# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class ListSummary:
    """A user's list, without what it holds."""

    id: int | str
    """TMDB's id of the list."""
    name: str
    """The name of the list."""
    description: str = ""
    """What the list is about, in the words of who made it."""
    list_type: str | None = None
    """The kind of the list, as a rule `movie` whatever it holds."""
    item_count: int | None = None
    """How many films and TV series the list holds."""
    favorite_count: int | None = None
    """How many users have the list among their favourites."""
    iso_639_1: str | None = None
    """The language of the list, such as `en`."""
    iso_3166_1: str | None = None
    """The country of that language, such as `US`."""
    poster_path: str | None = None
    """The path of a poster below TMDB's image address. Null where the list has none."""
