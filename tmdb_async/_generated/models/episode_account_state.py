# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from typing import Literal

from attrs import frozen

from .rating import Rating


@frozen(kw_only=True)
class EpisodeAccountState:
    """What a user has rated of a TV episode."""

    id: int
    """TMDB's id of the episode."""
    episode_number: int
    """The number of the episode within its season."""
    rated: Rating | Literal[False]
    """The rating that the user gave, or `false` where they gave none."""
