# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from .account_states import AccountStates
from .changes import Changes
from .company import Company
from .content_ratings import ContentRatings
from .country import Country
from .genre import Genre
from .image_set import ImageSet
from .list_page import ListPage
from .network import Network
from .review_page import ReviewPage
from .screened_theatrically import ScreenedTheatrically
from .spoken_language import SpokenLanguage
from .tv_episode_groups import TvEpisodeGroups
from .tv_episode_summary import TvEpisodeSummary
from .tv_season_credits import TvSeasonCredits
from .tv_season_details import TvSeasonDetails
from .tv_season_summary import TvSeasonSummary
from .tv_series_aggregate_credits import TvSeriesAggregateCredits
from .tv_series_alternative_titles import TvSeriesAlternativeTitles
from .tv_series_creator import TvSeriesCreator
from .tv_series_credits import TvSeriesCredits
from .tv_series_external_ids import TvSeriesExternalIds
from .tv_series_keywords import TvSeriesKeywords
from .tv_series_page import TvSeriesPage
from .tv_series_translations import TvSeriesTranslations
from .videos import Videos
from .watch_providers import WatchProviders


@frozen(kw_only=True)
class TvSeriesDetails:
    """A TV series."""

    id: int
    """TMDB's id of the TV series."""
    name: str
    """The name, in the language asked for where TMDB has a translation."""
    original_name: str | None = None
    """The name in the original language."""
    original_language: str | None = None
    """The original language, such as `en`."""
    overview: str = ""
    """What the series is about, in the language asked for. Empty where TMDB has no translation."""
    tagline: str = ""
    """The tagline, often empty."""
    homepage: str = ""
    """The address of the home page, or empty."""
    status: str | None = None
    """Where the series stands."""
    type: str | None = None
    """What kind of series it is."""
    in_production: bool | None = None
    """Whether more episodes are being made."""
    first_air_date: date | None = None
    """The day of the first episode. Null where TMDB knows none."""
    last_air_date: date | None = None
    """The day of the latest episode. Null where none was broadcast yet."""
    number_of_seasons: int | None = None
    """How many seasons there are, without the specials."""
    number_of_episodes: int | None = None
    """How many episodes there are, without the specials."""
    episode_run_time: tuple[int, ...] = ()
    """Usual lengths of an episode, in minutes. Empty in most series of today."""
    last_episode_to_air: TvEpisodeSummary | None = None
    """The latest episode. Null where none was broadcast yet."""
    next_episode_to_air: TvEpisodeSummary | None = None
    """The next episode. Null where none is announced."""
    seasons: tuple[TvSeasonSummary, ...] = ()
    """The seasons, the specials as season 0 first."""
    created_by: tuple[TvSeriesCreator, ...] = ()
    """Those who created the series."""
    genres: tuple[Genre, ...] = ()
    """The genres."""
    networks: tuple[Network, ...] = ()
    """The networks that show the series first."""
    production_companies: tuple[Company, ...] = ()
    """The companies that make the series."""
    production_countries: tuple[Country, ...] = ()
    """The countries of production."""
    origin_country: tuple[str, ...] = ()
    """The countries of origin, such as `US`."""
    languages: tuple[str, ...] = ()
    """The languages that are spoken, such as `en`."""
    spoken_languages: tuple[SpokenLanguage, ...] = ()
    """The languages that are spoken, with their names."""
    popularity: float = 0.0
    """TMDB's score of the current interest in the series, from 0, without an upper bound."""
    vote_average: float = 0.0
    """The average of the ratings, from 0 to 10; 0 without any."""
    vote_count: int = 0
    """How many ratings there are."""
    poster_path: str | None = None
    """The path of a poster below TMDB's image address, such as `/abc.jpg`. Null where TMDB has none."""
    backdrop_path: str | None = None
    """The path of a backdrop below TMDB's image address. Null where TMDB has none."""
    adult: bool = False
    """Whether the series is for adults only."""
    softcore: bool = False
    """Whether the series is softcore."""
    account_states: AccountStates | None = None
    """What `append_to_response` with `account_states` asked for; None where it was not asked for."""
    aggregate_credits: TvSeriesAggregateCredits | None = None
    """What `append_to_response` with `aggregate_credits` asked for; None where it was not asked for."""
    alternative_titles: TvSeriesAlternativeTitles | None = None
    """What `append_to_response` with `alternative_titles` asked for; None where it was not asked for."""
    changes: Changes | None = None
    """What `append_to_response` with `changes` asked for; None where it was not asked for."""
    content_ratings: ContentRatings | None = None
    """What `append_to_response` with `content_ratings` asked for; None where it was not asked for."""
    credits: TvSeriesCredits | None = None
    """What `append_to_response` with `credits` asked for; None where it was not asked for."""
    episode_groups: TvEpisodeGroups | None = None
    """What `append_to_response` with `episode_groups` asked for; None where it was not asked for."""
    external_ids: TvSeriesExternalIds | None = None
    """What `append_to_response` with `external_ids` asked for; None where it was not asked for."""
    images: ImageSet | None = None
    """What `append_to_response` with `images` asked for; None where it was not asked for."""
    keywords: TvSeriesKeywords | None = None
    """What `append_to_response` with `keywords` asked for; None where it was not asked for."""
    lists: ListPage | None = None
    """What `append_to_response` with `lists` asked for; None where it was not asked for."""
    recommendations: TvSeriesPage | None = None
    """What `append_to_response` with `recommendations` asked for; None where it was not asked for."""
    reviews: ReviewPage | None = None
    """What `append_to_response` with `reviews` asked for; None where it was not asked for."""
    screened_theatrically: ScreenedTheatrically | None = None
    """What `append_to_response` with `screened_theatrically` asked for; None where it was not asked for."""
    similar: TvSeriesPage | None = None
    """What `append_to_response` with `similar` asked for; None where it was not asked for."""
    translations: TvSeriesTranslations | None = None
    """What `append_to_response` with `translations` asked for; None where it was not asked for."""
    videos: Videos | None = None
    """What `append_to_response` with `videos` asked for; None where it was not asked for."""
    watch_providers: WatchProviders | None = None
    """What `append_to_response` with `watch/providers` asked for; None where it was not asked for."""
    season_details: Mapping[int, TvSeasonDetails] = field(factory=dict[int, TvSeasonDetails], hash=False)
    """What `append_seasons` asked for, by number."""
    season_credits: Mapping[int, TvSeasonCredits] = field(factory=dict[int, TvSeasonCredits], hash=False)
    """What `append_season_credits` asked for, by number."""
