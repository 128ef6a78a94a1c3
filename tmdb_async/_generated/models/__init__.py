# Generated from the OpenAPI document by `make generate`; never edited.

"""The models. Each is imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..types import UnknownMedia as UnknownMedia
    from .account import Account as Account
    from .account_rating import AccountRating as AccountRating
    from .account_states import AccountStates as AccountStates
    from .aggregate_cast_member import AggregateCastMember as AggregateCastMember
    from .aggregate_crew_member import AggregateCrewMember as AggregateCrewMember
    from .aggregate_job import AggregateJob as AggregateJob
    from .aggregate_role import AggregateRole as AggregateRole
    from .alternative_name import AlternativeName as AlternativeName
    from .alternative_title import AlternativeTitle as AlternativeTitle
    from .avatar import Avatar as Avatar
    from .cast_credit import CastCredit as CastCredit
    from .cast_member import CastMember as CastMember
    from .certification import Certification as Certification
    from .certifications import Certifications as Certifications
    from .change import Change as Change
    from .change_item import ChangeItem as ChangeItem
    from .changed_id import ChangedId as ChangedId
    from .changed_id_page import ChangedIdPage as ChangedIdPage
    from .changes import Changes as Changes
    from .collection_details import CollectionDetails as CollectionDetails
    from .collection_media import CollectionMedia as CollectionMedia
    from .collection_page import CollectionPage as CollectionPage
    from .collection_summary import CollectionSummary as CollectionSummary
    from .collection_translation import CollectionTranslation as CollectionTranslation
    from .collection_translation_data import (
        CollectionTranslationData as CollectionTranslationData,
    )
    from .collection_translations import (
        CollectionTranslations as CollectionTranslations,
    )
    from .company import Company as Company
    from .company_alternative_names import (
        CompanyAlternativeNames as CompanyAlternativeNames,
    )
    from .company_details import CompanyDetails as CompanyDetails
    from .company_images import CompanyImages as CompanyImages
    from .company_page import CompanyPage as CompanyPage
    from .company_summary import CompanySummary as CompanySummary
    from .configuration import Configuration as Configuration
    from .content_rating import ContentRating as ContentRating
    from .content_ratings import ContentRatings as ContentRatings
    from .country import Country as Country
    from .country_names import CountryNames as CountryNames
    from .country_release_dates import CountryReleaseDates as CountryReleaseDates
    from .country_timezones import CountryTimezones as CountryTimezones
    from .country_watch_providers import CountryWatchProviders as CountryWatchProviders
    from .created_list import CreatedList as CreatedList
    from .credit_details import CreditDetails as CreditDetails
    from .credit_episode import CreditEpisode as CreditEpisode
    from .credit_media import CreditMedia as CreditMedia
    from .crew_credit import CrewCredit as CrewCredit
    from .crew_member import CrewMember as CrewMember
    from .date_range import DateRange as DateRange
    from .dated_movie_page import DatedMoviePage as DatedMoviePage
    from .department_jobs import DepartmentJobs as DepartmentJobs
    from .episode_account_state import EpisodeAccountState as EpisodeAccountState
    from .find_results import FindResults as FindResults
    from .gender import Gender as Gender
    from .genre import Genre as Genre
    from .genre_list import GenreList as GenreList
    from .gravatar import Gravatar as Gravatar
    from .guest_session import GuestSession as GuestSession
    from .image import Image as Image
    from .image_configuration import ImageConfiguration as ImageConfiguration
    from .image_set import ImageSet as ImageSet
    from .keyword import Keyword as Keyword
    from .keyword_movie_page import KeywordMoviePage as KeywordMoviePage
    from .keyword_page import KeywordPage as KeywordPage
    from .list_details import ListDetails as ListDetails
    from .list_item import ListItem as ListItem
    from .list_item_status import ListItemStatus as ListItemStatus
    from .list_page import ListPage as ListPage
    from .list_summary import ListSummary as ListSummary
    from .logo import Logo as Logo
    from .media import Media as Media
    from .media_page import MediaPage as MediaPage
    from .movie_alternative_titles import (
        MovieAlternativeTitles as MovieAlternativeTitles,
    )
    from .movie_cast_credit import MovieCastCredit as MovieCastCredit
    from .movie_cast_member import MovieCastMember as MovieCastMember
    from .movie_credits import MovieCredits as MovieCredits
    from .movie_crew_credit import MovieCrewCredit as MovieCrewCredit
    from .movie_details import MovieDetails as MovieDetails
    from .movie_external_ids import MovieExternalIds as MovieExternalIds
    from .movie_keywords import MovieKeywords as MovieKeywords
    from .movie_page import MoviePage as MoviePage
    from .movie_release_dates import MovieReleaseDates as MovieReleaseDates
    from .movie_summary import MovieSummary as MovieSummary
    from .movie_translation import MovieTranslation as MovieTranslation
    from .movie_translation_data import MovieTranslationData as MovieTranslationData
    from .movie_translations import MovieTranslations as MovieTranslations
    from .network import Network as Network
    from .network_alternative_names import (
        NetworkAlternativeNames as NetworkAlternativeNames,
    )
    from .network_details import NetworkDetails as NetworkDetails
    from .network_images import NetworkImages as NetworkImages
    from .network_logo import NetworkLogo as NetworkLogo
    from .person_combined_credits import PersonCombinedCredits as PersonCombinedCredits
    from .person_details import PersonDetails as PersonDetails
    from .person_external_ids import PersonExternalIds as PersonExternalIds
    from .person_images import PersonImages as PersonImages
    from .person_movie_credits import PersonMovieCredits as PersonMovieCredits
    from .person_page import PersonPage as PersonPage
    from .person_summary import PersonSummary as PersonSummary
    from .person_tagged_images import PersonTaggedImages as PersonTaggedImages
    from .person_translation import PersonTranslation as PersonTranslation
    from .person_translation_data import PersonTranslationData as PersonTranslationData
    from .person_translations import PersonTranslations as PersonTranslations
    from .person_tv_credits import PersonTvCredits as PersonTvCredits
    from .rated_movie import RatedMovie as RatedMovie
    from .rated_movie_page import RatedMoviePage as RatedMoviePage
    from .rated_tv_episode import RatedTvEpisode as RatedTvEpisode
    from .rated_tv_episode_page import RatedTvEpisodePage as RatedTvEpisodePage
    from .rated_tv_series import RatedTvSeries as RatedTvSeries
    from .rated_tv_series_page import RatedTvSeriesPage as RatedTvSeriesPage
    from .rating import Rating as Rating
    from .release_date import ReleaseDate as ReleaseDate
    from .release_type import ReleaseType as ReleaseType
    from .request_token import RequestToken as RequestToken
    from .review import Review as Review
    from .review_author import ReviewAuthor as ReviewAuthor
    from .review_details import ReviewDetails as ReviewDetails
    from .review_page import ReviewPage as ReviewPage
    from .screened_episode import ScreenedEpisode as ScreenedEpisode
    from .screened_theatrically import ScreenedTheatrically as ScreenedTheatrically
    from .session import Session as Session
    from .spoken_language import SpokenLanguage as SpokenLanguage
    from .status import Status as Status
    from .status_envelope import StatusEnvelope as StatusEnvelope
    from .tagged_image import TaggedImage as TaggedImage
    from .tagged_media import TaggedMedia as TaggedMedia
    from .tmdb_avatar import TmdbAvatar as TmdbAvatar
    from .tv_episode_credits import TvEpisodeCredits as TvEpisodeCredits
    from .tv_episode_details import TvEpisodeDetails as TvEpisodeDetails
    from .tv_episode_external_ids import TvEpisodeExternalIds as TvEpisodeExternalIds
    from .tv_episode_group import TvEpisodeGroup as TvEpisodeGroup
    from .tv_episode_group_details import TvEpisodeGroupDetails as TvEpisodeGroupDetails
    from .tv_episode_group_episode import TvEpisodeGroupEpisode as TvEpisodeGroupEpisode
    from .tv_episode_group_summary import TvEpisodeGroupSummary as TvEpisodeGroupSummary
    from .tv_episode_group_type import TvEpisodeGroupType as TvEpisodeGroupType
    from .tv_episode_groups import TvEpisodeGroups as TvEpisodeGroups
    from .tv_episode_images import TvEpisodeImages as TvEpisodeImages
    from .tv_episode_summary import TvEpisodeSummary as TvEpisodeSummary
    from .tv_episode_translations import TvEpisodeTranslations as TvEpisodeTranslations
    from .tv_season_account_states import TvSeasonAccountStates as TvSeasonAccountStates
    from .tv_season_aggregate_credits import (
        TvSeasonAggregateCredits as TvSeasonAggregateCredits,
    )
    from .tv_season_credits import TvSeasonCredits as TvSeasonCredits
    from .tv_season_details import TvSeasonDetails as TvSeasonDetails
    from .tv_season_episode import TvSeasonEpisode as TvSeasonEpisode
    from .tv_season_external_ids import TvSeasonExternalIds as TvSeasonExternalIds
    from .tv_season_images import TvSeasonImages as TvSeasonImages
    from .tv_season_summary import TvSeasonSummary as TvSeasonSummary
    from .tv_season_translations import TvSeasonTranslations as TvSeasonTranslations
    from .tv_series_aggregate_credits import (
        TvSeriesAggregateCredits as TvSeriesAggregateCredits,
    )
    from .tv_series_alternative_titles import (
        TvSeriesAlternativeTitles as TvSeriesAlternativeTitles,
    )
    from .tv_series_cast_credit import TvSeriesCastCredit as TvSeriesCastCredit
    from .tv_series_creator import TvSeriesCreator as TvSeriesCreator
    from .tv_series_credits import TvSeriesCredits as TvSeriesCredits
    from .tv_series_crew_credit import TvSeriesCrewCredit as TvSeriesCrewCredit
    from .tv_series_details import TvSeriesDetails as TvSeriesDetails
    from .tv_series_external_ids import TvSeriesExternalIds as TvSeriesExternalIds
    from .tv_series_keywords import TvSeriesKeywords as TvSeriesKeywords
    from .tv_series_page import TvSeriesPage as TvSeriesPage
    from .tv_series_summary import TvSeriesSummary as TvSeriesSummary
    from .tv_series_translation import TvSeriesTranslation as TvSeriesTranslation
    from .tv_series_translation_data import (
        TvSeriesTranslationData as TvSeriesTranslationData,
    )
    from .tv_series_translations import TvSeriesTranslations as TvSeriesTranslations
    from .tv_translation import TvTranslation as TvTranslation
    from .tv_translation_data import TvTranslationData as TvTranslationData
    from .video import Video as Video
    from .videos import Videos as Videos
    from .watch_provider import WatchProvider as WatchProvider
    from .watch_provider_details import WatchProviderDetails as WatchProviderDetails
    from .watch_provider_list import WatchProviderList as WatchProviderList
    from .watch_provider_regions import WatchProviderRegions as WatchProviderRegions
    from .watch_providers import WatchProviders as WatchProviders

__all__ = (
    "Account",
    "AccountRating",
    "AccountStates",
    "AggregateCastMember",
    "AggregateCrewMember",
    "AggregateJob",
    "AggregateRole",
    "AlternativeName",
    "AlternativeTitle",
    "Avatar",
    "CastCredit",
    "CastMember",
    "Certification",
    "Certifications",
    "Change",
    "ChangeItem",
    "ChangedId",
    "ChangedIdPage",
    "Changes",
    "CollectionDetails",
    "CollectionMedia",
    "CollectionPage",
    "CollectionSummary",
    "CollectionTranslation",
    "CollectionTranslationData",
    "CollectionTranslations",
    "Company",
    "CompanyAlternativeNames",
    "CompanyDetails",
    "CompanyImages",
    "CompanyPage",
    "CompanySummary",
    "Configuration",
    "ContentRating",
    "ContentRatings",
    "Country",
    "CountryNames",
    "CountryReleaseDates",
    "CountryTimezones",
    "CountryWatchProviders",
    "CreatedList",
    "CreditDetails",
    "CreditEpisode",
    "CreditMedia",
    "CrewCredit",
    "CrewMember",
    "DateRange",
    "DatedMoviePage",
    "DepartmentJobs",
    "EpisodeAccountState",
    "FindResults",
    "Gender",
    "Genre",
    "GenreList",
    "Gravatar",
    "GuestSession",
    "Image",
    "ImageConfiguration",
    "ImageSet",
    "Keyword",
    "KeywordMoviePage",
    "KeywordPage",
    "ListDetails",
    "ListItem",
    "ListItemStatus",
    "ListPage",
    "ListSummary",
    "Logo",
    "Media",
    "MediaPage",
    "MovieAlternativeTitles",
    "MovieCastCredit",
    "MovieCastMember",
    "MovieCredits",
    "MovieCrewCredit",
    "MovieDetails",
    "MovieExternalIds",
    "MovieKeywords",
    "MoviePage",
    "MovieReleaseDates",
    "MovieSummary",
    "MovieTranslation",
    "MovieTranslationData",
    "MovieTranslations",
    "Network",
    "NetworkAlternativeNames",
    "NetworkDetails",
    "NetworkImages",
    "NetworkLogo",
    "PersonCombinedCredits",
    "PersonDetails",
    "PersonExternalIds",
    "PersonImages",
    "PersonMovieCredits",
    "PersonPage",
    "PersonSummary",
    "PersonTaggedImages",
    "PersonTranslation",
    "PersonTranslationData",
    "PersonTranslations",
    "PersonTvCredits",
    "RatedMovie",
    "RatedMoviePage",
    "RatedTvEpisode",
    "RatedTvEpisodePage",
    "RatedTvSeries",
    "RatedTvSeriesPage",
    "Rating",
    "ReleaseDate",
    "ReleaseType",
    "RequestToken",
    "Review",
    "ReviewAuthor",
    "ReviewDetails",
    "ReviewPage",
    "ScreenedEpisode",
    "ScreenedTheatrically",
    "Session",
    "SpokenLanguage",
    "Status",
    "StatusEnvelope",
    "TaggedImage",
    "TaggedMedia",
    "TmdbAvatar",
    "TvEpisodeCredits",
    "TvEpisodeDetails",
    "TvEpisodeExternalIds",
    "TvEpisodeGroup",
    "TvEpisodeGroupDetails",
    "TvEpisodeGroupEpisode",
    "TvEpisodeGroupSummary",
    "TvEpisodeGroupType",
    "TvEpisodeGroups",
    "TvEpisodeImages",
    "TvEpisodeSummary",
    "TvEpisodeTranslations",
    "TvSeasonAccountStates",
    "TvSeasonAggregateCredits",
    "TvSeasonCredits",
    "TvSeasonDetails",
    "TvSeasonEpisode",
    "TvSeasonExternalIds",
    "TvSeasonImages",
    "TvSeasonSummary",
    "TvSeasonTranslations",
    "TvSeriesAggregateCredits",
    "TvSeriesAlternativeTitles",
    "TvSeriesCastCredit",
    "TvSeriesCreator",
    "TvSeriesCredits",
    "TvSeriesCrewCredit",
    "TvSeriesDetails",
    "TvSeriesExternalIds",
    "TvSeriesKeywords",
    "TvSeriesPage",
    "TvSeriesSummary",
    "TvSeriesTranslation",
    "TvSeriesTranslationData",
    "TvSeriesTranslations",
    "TvTranslation",
    "TvTranslationData",
    "UnknownMedia",
    "Video",
    "Videos",
    "WatchProvider",
    "WatchProviderDetails",
    "WatchProviderList",
    "WatchProviderRegions",
    "WatchProviders",
)

_MODULES = {
    "UnknownMedia": "..types",
    "Account": ".account",
    "AccountRating": ".account_rating",
    "AccountStates": ".account_states",
    "AggregateCastMember": ".aggregate_cast_member",
    "AggregateCrewMember": ".aggregate_crew_member",
    "AggregateJob": ".aggregate_job",
    "AggregateRole": ".aggregate_role",
    "AlternativeName": ".alternative_name",
    "AlternativeTitle": ".alternative_title",
    "Avatar": ".avatar",
    "CastCredit": ".cast_credit",
    "CastMember": ".cast_member",
    "Certification": ".certification",
    "Certifications": ".certifications",
    "Change": ".change",
    "ChangeItem": ".change_item",
    "ChangedId": ".changed_id",
    "ChangedIdPage": ".changed_id_page",
    "Changes": ".changes",
    "CollectionDetails": ".collection_details",
    "CollectionMedia": ".collection_media",
    "CollectionPage": ".collection_page",
    "CollectionSummary": ".collection_summary",
    "CollectionTranslation": ".collection_translation",
    "CollectionTranslationData": ".collection_translation_data",
    "CollectionTranslations": ".collection_translations",
    "Company": ".company",
    "CompanyAlternativeNames": ".company_alternative_names",
    "CompanyDetails": ".company_details",
    "CompanyImages": ".company_images",
    "CompanyPage": ".company_page",
    "CompanySummary": ".company_summary",
    "Configuration": ".configuration",
    "ContentRating": ".content_rating",
    "ContentRatings": ".content_ratings",
    "Country": ".country",
    "CountryNames": ".country_names",
    "CountryReleaseDates": ".country_release_dates",
    "CountryTimezones": ".country_timezones",
    "CountryWatchProviders": ".country_watch_providers",
    "CreatedList": ".created_list",
    "CreditDetails": ".credit_details",
    "CreditEpisode": ".credit_episode",
    "CreditMedia": ".credit_media",
    "CrewCredit": ".crew_credit",
    "CrewMember": ".crew_member",
    "DateRange": ".date_range",
    "DatedMoviePage": ".dated_movie_page",
    "DepartmentJobs": ".department_jobs",
    "EpisodeAccountState": ".episode_account_state",
    "FindResults": ".find_results",
    "Gender": ".gender",
    "Genre": ".genre",
    "GenreList": ".genre_list",
    "Gravatar": ".gravatar",
    "GuestSession": ".guest_session",
    "Image": ".image",
    "ImageConfiguration": ".image_configuration",
    "ImageSet": ".image_set",
    "Keyword": ".keyword",
    "KeywordMoviePage": ".keyword_movie_page",
    "KeywordPage": ".keyword_page",
    "ListDetails": ".list_details",
    "ListItem": ".list_item",
    "ListItemStatus": ".list_item_status",
    "ListPage": ".list_page",
    "ListSummary": ".list_summary",
    "Logo": ".logo",
    "Media": ".media",
    "MediaPage": ".media_page",
    "MovieAlternativeTitles": ".movie_alternative_titles",
    "MovieCastCredit": ".movie_cast_credit",
    "MovieCastMember": ".movie_cast_member",
    "MovieCredits": ".movie_credits",
    "MovieCrewCredit": ".movie_crew_credit",
    "MovieDetails": ".movie_details",
    "MovieExternalIds": ".movie_external_ids",
    "MovieKeywords": ".movie_keywords",
    "MoviePage": ".movie_page",
    "MovieReleaseDates": ".movie_release_dates",
    "MovieSummary": ".movie_summary",
    "MovieTranslation": ".movie_translation",
    "MovieTranslationData": ".movie_translation_data",
    "MovieTranslations": ".movie_translations",
    "Network": ".network",
    "NetworkAlternativeNames": ".network_alternative_names",
    "NetworkDetails": ".network_details",
    "NetworkImages": ".network_images",
    "NetworkLogo": ".network_logo",
    "PersonCombinedCredits": ".person_combined_credits",
    "PersonDetails": ".person_details",
    "PersonExternalIds": ".person_external_ids",
    "PersonImages": ".person_images",
    "PersonMovieCredits": ".person_movie_credits",
    "PersonPage": ".person_page",
    "PersonSummary": ".person_summary",
    "PersonTaggedImages": ".person_tagged_images",
    "PersonTranslation": ".person_translation",
    "PersonTranslationData": ".person_translation_data",
    "PersonTranslations": ".person_translations",
    "PersonTvCredits": ".person_tv_credits",
    "RatedMovie": ".rated_movie",
    "RatedMoviePage": ".rated_movie_page",
    "RatedTvEpisode": ".rated_tv_episode",
    "RatedTvEpisodePage": ".rated_tv_episode_page",
    "RatedTvSeries": ".rated_tv_series",
    "RatedTvSeriesPage": ".rated_tv_series_page",
    "Rating": ".rating",
    "ReleaseDate": ".release_date",
    "ReleaseType": ".release_type",
    "RequestToken": ".request_token",
    "Review": ".review",
    "ReviewAuthor": ".review_author",
    "ReviewDetails": ".review_details",
    "ReviewPage": ".review_page",
    "ScreenedEpisode": ".screened_episode",
    "ScreenedTheatrically": ".screened_theatrically",
    "Session": ".session",
    "SpokenLanguage": ".spoken_language",
    "Status": ".status",
    "StatusEnvelope": ".status_envelope",
    "TaggedImage": ".tagged_image",
    "TaggedMedia": ".tagged_media",
    "TmdbAvatar": ".tmdb_avatar",
    "TvEpisodeCredits": ".tv_episode_credits",
    "TvEpisodeDetails": ".tv_episode_details",
    "TvEpisodeExternalIds": ".tv_episode_external_ids",
    "TvEpisodeGroup": ".tv_episode_group",
    "TvEpisodeGroupDetails": ".tv_episode_group_details",
    "TvEpisodeGroupEpisode": ".tv_episode_group_episode",
    "TvEpisodeGroupSummary": ".tv_episode_group_summary",
    "TvEpisodeGroupType": ".tv_episode_group_type",
    "TvEpisodeGroups": ".tv_episode_groups",
    "TvEpisodeImages": ".tv_episode_images",
    "TvEpisodeSummary": ".tv_episode_summary",
    "TvEpisodeTranslations": ".tv_episode_translations",
    "TvSeasonAccountStates": ".tv_season_account_states",
    "TvSeasonAggregateCredits": ".tv_season_aggregate_credits",
    "TvSeasonCredits": ".tv_season_credits",
    "TvSeasonDetails": ".tv_season_details",
    "TvSeasonEpisode": ".tv_season_episode",
    "TvSeasonExternalIds": ".tv_season_external_ids",
    "TvSeasonImages": ".tv_season_images",
    "TvSeasonSummary": ".tv_season_summary",
    "TvSeasonTranslations": ".tv_season_translations",
    "TvSeriesAggregateCredits": ".tv_series_aggregate_credits",
    "TvSeriesAlternativeTitles": ".tv_series_alternative_titles",
    "TvSeriesCastCredit": ".tv_series_cast_credit",
    "TvSeriesCreator": ".tv_series_creator",
    "TvSeriesCredits": ".tv_series_credits",
    "TvSeriesCrewCredit": ".tv_series_crew_credit",
    "TvSeriesDetails": ".tv_series_details",
    "TvSeriesExternalIds": ".tv_series_external_ids",
    "TvSeriesKeywords": ".tv_series_keywords",
    "TvSeriesPage": ".tv_series_page",
    "TvSeriesSummary": ".tv_series_summary",
    "TvSeriesTranslation": ".tv_series_translation",
    "TvSeriesTranslationData": ".tv_series_translation_data",
    "TvSeriesTranslations": ".tv_series_translations",
    "TvTranslation": ".tv_translation",
    "TvTranslationData": ".tv_translation_data",
    "Video": ".video",
    "Videos": ".videos",
    "WatchProvider": ".watch_provider",
    "WatchProviderDetails": ".watch_provider_details",
    "WatchProviderList": ".watch_provider_list",
    "WatchProviderRegions": ".watch_provider_regions",
    "WatchProviders": ".watch_providers",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_MODULES[name], __name__), name)
