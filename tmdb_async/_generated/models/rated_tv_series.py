# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from datetime import date

from attrs import frozen

from .account_rating import AccountRating
from .network import Network


@frozen(kw_only=True)
class RatedTvSeries:
    """A TV series that a user has rated."""

    id: int
    """TMDB's id of the TV series."""
    name: str
    """The name, in the language asked for where TMDB has a translation."""
    media_type: str = "tv"
    """The kind of the row; `tv` also where TMDB leaves it out."""
    original_name: str = ""
    """The name in the series' own language."""
    original_language: str = ""
    """The series' own language, as two letters."""
    overview: str = ""
    """What the series is about, in the language asked for where TMDB has a translation."""
    first_air_date: date | None = None
    """The day on which the first episode was shown; none where TMDB does not know it."""
    genre_ids: tuple[int, ...] = ()
    """TMDB's ids of the genres."""
    origin_country: tuple[str, ...] = ()
    """The countries that the series is from, each as two letters."""
    networks: tuple[Network, ...] = ()
    """The networks that show the series, where TMDB says so."""
    popularity: float = 0.0
    """TMDB's score of the current interest in the series, from 0, without an upper bound."""
    vote_average: float = 0.0
    """The average of the ratings, from 0 to 10; 0 where there are none."""
    vote_count: int = 0
    """How many ratings there are."""
    poster_path: str | None = None
    """The path of a poster below TMDB's image address. Null where TMDB has none."""
    backdrop_path: str | None = None
    """The path of a backdrop below TMDB's image address. Null where TMDB has none."""
    adult: bool = False
    """Whether the series is for adults only."""
    softcore: bool = False
    """Whether the series is softcore. Missing in bodies from before 2026."""
    rating: float | None = None
    """The rating, from 0.5 to 10 in steps of 0.5. Missing where `account_rating` has it."""
    account_rating: AccountRating | None = None
    """The rating, with when it was given. Mostly missing."""
