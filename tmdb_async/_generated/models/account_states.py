# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from typing import Literal

from attrs import frozen

from .rating import Rating


@frozen(kw_only=True)
class AccountStates:
    """Whether a user has rated something, and has it among their favourites and on their watchlist."""

    id: int
    """TMDB's id of what the states are of. For an episode it is the episode's own, not its series'."""
    rated: Rating | Literal[False]
    """The rating that the user gave, or `false` where they gave none."""
    favorite: bool = False
    """Whether it is among the user's favourites."""
    watchlist: bool = False
    """Whether it is on the user's watchlist."""
