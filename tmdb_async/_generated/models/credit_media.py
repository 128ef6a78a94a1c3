# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from datetime import date

from attrs import frozen

from .credit_episode import CreditEpisode
from .tv_season_summary import TvSeasonSummary


@frozen(kw_only=True)
class CreditMedia:
    """A film or a TV series, with what a person did for it. The credit says which it is."""

    id: int
    """TMDB's id of the film or of the TV series."""
    media_type: str | None = None
    """The same as the credit's. Missing in bodies from before 2023."""
    title: str | None = None
    """The title of a film, in the language asked for where TMDB has a translation. Missing of a TV series."""
    original_title: str | None = None
    """The title of a film in its original language. Missing of a TV series."""
    release_date: date | None = None
    """The day of a film's first release. Missing of a TV series."""
    video: bool = False
    """Whether a film is a video, such as a compilation or a bonus."""
    name: str | None = None
    """The name of a TV series, in the language asked for where TMDB has a translation. Missing of a film."""
    original_name: str | None = None
    """The name of a TV series in its original language. Missing of a film."""
    first_air_date: date | None = None
    """The day of a TV series' first broadcast. Missing of a film."""
    origin_country: tuple[str, ...] = ()
    """The countries of origin of a TV series, such as `US`."""
    character: str = ""
    """The character that the person plays."""
    episodes: tuple[CreditEpisode, ...] = ()
    """The episodes that the credit is for, where it is for single ones of a TV series."""
    seasons: tuple[TvSeasonSummary, ...] = ()
    """The seasons that the credit is for, where it is for whole ones of a TV series."""
    original_language: str | None = None
    """The original language, such as `en`."""
    overview: str = ""
    """What it is about, in the language asked for. Empty where TMDB has no translation."""
    genre_ids: tuple[int, ...] = ()
    """TMDB's ids of the genres. `genres.movie` and `genres.tv` name them."""
    popularity: float = 0.0
    """TMDB's score of the current interest in it, from 0, without an upper bound."""
    vote_average: float = 0.0
    """The average of the ratings, from 0 to 10; 0 without any."""
    vote_count: int = 0
    """How many ratings there are."""
    poster_path: str | None = None
    """The path of a poster below TMDB's image address, such as `/abc.jpg`. Null where TMDB has none."""
    backdrop_path: str | None = None
    """The path of a backdrop below TMDB's image address. Null where TMDB has none."""
    adult: bool = False
    """Whether it is for adults only."""
    softcore: bool = False
    """Whether it is softcore."""
