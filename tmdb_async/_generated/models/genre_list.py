# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .genre import Genre


@frozen(kw_only=True)
class GenreList:
    """The genres of films or of TV series."""

    genres: tuple[Genre, ...] = ()
    """The genres."""
