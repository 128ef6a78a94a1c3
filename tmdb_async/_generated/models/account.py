# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .avatar import Avatar


@frozen(kw_only=True)
class Account:
    """A user's account."""

    id: int
    """TMDB's id of the account."""
    username: str
    """The name that the user signs in with."""
    name: str = ""
    """The name that the user goes by."""
    iso_639_1: str = ""
    """The user's language, as two letters."""
    iso_3166_1: str = ""
    """The user's country, as two letters."""
    include_adult: bool = False
    """Whether the user wants to see what is for adults only."""
    avatar: Avatar | None = None
    """The pictures of the user."""
