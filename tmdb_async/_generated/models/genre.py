# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Genre:
    """A genre. Films and TV series have genres of their own; those that they share have the same id."""

    id: int
    """TMDB's id of the genre, such as 18."""
    name: str
    """The name of the genre, such as `Drama`, in the language asked for where TMDB has a translation."""
