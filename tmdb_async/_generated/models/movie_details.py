# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from datetime import date

from attrs import frozen

from .account_states import AccountStates
from .changes import Changes
from .collection_summary import CollectionSummary
from .company import Company
from .country import Country
from .genre import Genre
from .image_set import ImageSet
from .list_page import ListPage
from .movie_alternative_titles import MovieAlternativeTitles
from .movie_credits import MovieCredits
from .movie_external_ids import MovieExternalIds
from .movie_keywords import MovieKeywords
from .movie_page import MoviePage
from .movie_release_dates import MovieReleaseDates
from .movie_translations import MovieTranslations
from .review_page import ReviewPage
from .spoken_language import SpokenLanguage
from .videos import Videos
from .watch_providers import WatchProviders


@frozen(kw_only=True)
class MovieDetails:
    """A film."""

    id: int
    """TMDB's id of the film."""
    title: str
    """The title, in the language asked for where TMDB has a translation."""
    original_title: str = ""
    """The title in the original language."""
    original_language: str = ""
    """The original language, such as `en`."""
    overview: str = ""
    """What the film is about, in the language asked for. Empty where TMDB has no translation."""
    tagline: str = ""
    """The tagline, often empty."""
    homepage: str = ""
    """The address of the home page, or empty."""
    status: str | None = None
    """Where the film stands."""
    release_date: date | None = None
    """The day of the first release. Null where TMDB knows none."""
    runtime: int | None = None
    """The length, in minutes. 0 or null where TMDB does not know it."""
    budget: int = 0
    """What the film cost, in US dollars; 0 where TMDB does not know it."""
    revenue: int = 0
    """What the film took in, in US dollars; 0 where TMDB does not know it."""
    belongs_to_collection: CollectionSummary | None = None
    """The collection that the film belongs to, such as that of its sequels. Null where it belongs to none."""
    genres: tuple[Genre, ...] = ()
    """The genres."""
    production_companies: tuple[Company, ...] = ()
    """The companies that made the film."""
    production_countries: tuple[Country, ...] = ()
    """The countries of production."""
    origin_country: tuple[str, ...] = ()
    """The countries of origin, such as `US`."""
    spoken_languages: tuple[SpokenLanguage, ...] = ()
    """The languages that are spoken."""
    imdb_id: str | None = None
    """The id at IMDb, such as `tt0137523`. Null or empty where TMDB knows none."""
    popularity: float = 0.0
    """TMDB's score of the current interest in the film, from 0, without an upper bound."""
    vote_average: float = 0.0
    """The average of the ratings, from 0 to 10; 0 without any."""
    vote_count: int = 0
    """How many ratings there are."""
    poster_path: str | None = None
    """The path of a poster below TMDB's image address, such as `/abc.jpg`. Null where TMDB has none."""
    backdrop_path: str | None = None
    """The path of a backdrop below TMDB's image address. Null where TMDB has none."""
    adult: bool = False
    """Whether the film is for adults only."""
    video: bool = False
    """Whether the film is a video, such as a compilation or a bonus."""
    softcore: bool = False
    """Whether the film is softcore."""
    account_states: AccountStates | None = None
    """What `append_to_response` with `account_states` asked for; None where it was not asked for."""
    alternative_titles: MovieAlternativeTitles | None = None
    """What `append_to_response` with `alternative_titles` asked for; None where it was not asked for."""
    changes: Changes | None = None
    """What `append_to_response` with `changes` asked for; None where it was not asked for."""
    credits: MovieCredits | None = None
    """What `append_to_response` with `credits` asked for; None where it was not asked for."""
    external_ids: MovieExternalIds | None = None
    """What `append_to_response` with `external_ids` asked for; None where it was not asked for."""
    images: ImageSet | None = None
    """What `append_to_response` with `images` asked for; None where it was not asked for."""
    keywords: MovieKeywords | None = None
    """What `append_to_response` with `keywords` asked for; None where it was not asked for."""
    lists: ListPage | None = None
    """What `append_to_response` with `lists` asked for; None where it was not asked for."""
    recommendations: MoviePage | None = None
    """What `append_to_response` with `recommendations` asked for; None where it was not asked for."""
    release_dates: MovieReleaseDates | None = None
    """What `append_to_response` with `release_dates` asked for; None where it was not asked for."""
    reviews: ReviewPage | None = None
    """What `append_to_response` with `reviews` asked for; None where it was not asked for."""
    similar: MoviePage | None = None
    """What `append_to_response` with `similar` asked for; None where it was not asked for."""
    translations: MovieTranslations | None = None
    """What `append_to_response` with `translations` asked for; None where it was not asked for."""
    videos: Videos | None = None
    """What `append_to_response` with `videos` asked for; None where it was not asked for."""
    watch_providers: WatchProviders | None = None
    """What `append_to_response` with `watch/providers` asked for; None where it was not asked for."""
