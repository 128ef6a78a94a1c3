# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from datetime import date

from attrs import frozen

from .account_rating import AccountRating


@frozen(kw_only=True)
class RatedMovie:
    """A film that a user has rated."""

    id: int
    """TMDB's id of the film."""
    title: str
    """The title, in the language asked for where TMDB has a translation."""
    media_type: str = "movie"
    """The kind of the row; `movie` also where TMDB leaves it out."""
    original_title: str = ""
    """The title in the film's own language."""
    original_language: str = ""
    """The film's own language, as two letters."""
    overview: str = ""
    """What the film is about, in the language asked for where TMDB has a translation."""
    release_date: date | None = None
    """The day of the first release; none where TMDB does not know it."""
    genre_ids: tuple[int, ...] = ()
    """TMDB's ids of the genres."""
    popularity: float = 0.0
    """TMDB's score of the current interest in the film, from 0, without an upper bound."""
    vote_average: float = 0.0
    """The average of the ratings, from 0 to 10; 0 where there are none."""
    vote_count: int = 0
    """How many ratings there are."""
    poster_path: str | None = None
    """The path of a poster below TMDB's image address. Null where TMDB has none."""
    backdrop_path: str | None = None
    """The path of a backdrop below TMDB's image address. Null where TMDB has none."""
    adult: bool = False
    """Whether the film is for adults only."""
    video: bool = False
    """Whether the film is a video, such as a compilation or a bonus."""
    softcore: bool = False
    """Whether the film is softcore. Missing in bodies from before 2026."""
    rating: float | None = None
    """The rating, from 0.5 to 10 in steps of 0.5. Missing where `account_rating` has it."""
    account_rating: AccountRating | None = None
    """The rating, with when it was given. Mostly missing."""
