# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from datetime import date

from attrs import frozen

from .account_rating import AccountRating


@frozen(kw_only=True)
class RatedTvEpisode:
    """A TV episode that a user has rated."""

    id: int
    """TMDB's id of the episode."""
    season_number: int
    """The number of the season within the series, from 1; 0 holds the specials."""
    episode_number: int
    """The number of the episode within its season."""
    show_id: int | None = None
    """TMDB's id of the TV series. Missing in older bodies, and in an episode's details."""
    name: str = ""
    """The name of the episode, in the language asked for where TMDB has a translation."""
    overview: str = ""
    """What happens in the episode, in the language asked for. Empty where TMDB has no translation."""
    episode_type: str | None = None
    """The place of the episode in its season."""
    air_date: date | None = None
    """The day of the first broadcast. Null where TMDB knows none."""
    runtime: int | None = None
    """The length, in minutes. Null where TMDB does not know it."""
    production_code: str | None = None
    """The producer's code of the episode, such as `4X5305`, often empty."""
    still_path: str | None = None
    """The path of a still below TMDB's image address, such as `/abc.jpg`. Null where TMDB has none."""
    vote_average: float = 0.0
    """The average of the ratings, from 0 to 10; 0 without any."""
    vote_count: int = 0
    """How many ratings there are."""
    media_type: str = "tv_episode"
    """Always `tv_episode`."""
    rating: float | None = None
    """The rating, from 0.5 to 10 in steps of 0.5. Missing where `account_rating` has it."""
    account_rating: AccountRating | None = None
    """The rating, with when it was given. Mostly missing."""
