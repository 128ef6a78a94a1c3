# Generated from the OpenAPI document by `make generate`; never edited.

"""The resources of the API, one for each tag. Each is imported when it is first asked for."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..models.tv_episode_credits import TvEpisodeCredits
    from ..types import Answers, Assembler, Sender
    from .account import AccountDetailedResource, AccountResource
    from .authentication import AuthenticationDetailedResource, AuthenticationResource
    from .certifications import CertificationsDetailedResource, CertificationsResource
    from .changes import ChangesDetailedResource, ChangesResource
    from .collections import CollectionsDetailedResource, CollectionsResource
    from .companies import CompaniesDetailedResource, CompaniesResource
    from .configuration import ConfigurationDetailedResource, ConfigurationResource
    from .credits_ import CreditsDetailedResource, CreditsResource
    from .discover import DiscoverDetailedResource, DiscoverResource
    from .find import FindDetailedResource, FindResource
    from .genres import GenresDetailedResource, GenresResource
    from .guest_sessions import GuestSessionsDetailedResource, GuestSessionsResource
    from .keywords import KeywordsDetailedResource, KeywordsResource
    from .lists import ListsDetailedResource, ListsResource
    from .movie_lists import MovieListsDetailedResource, MovieListsResource
    from .movies import MoviesDetailedResource, MoviesResource
    from .networks import NetworksDetailedResource, NetworksResource
    from .people import PeopleDetailedResource, PeopleResource
    from .people_lists import PeopleListsDetailedResource, PeopleListsResource
    from .reviews import ReviewsDetailedResource, ReviewsResource
    from .search import SearchDetailedResource, SearchResource
    from .trending import TrendingDetailedResource, TrendingResource
    from .tv_episode_groups import (
        TvEpisodeGroupsDetailedResource,
        TvEpisodeGroupsResource,
    )
    from .tv_episodes import TvEpisodesDetailedResource, TvEpisodesResource
    from .tv_seasons import TvSeasonsDetailedResource, TvSeasonsResource
    from .tv_series import TvSeriesDetailedResource, TvSeriesResource
    from .tv_series_lists import TvSeriesListsDetailedResource, TvSeriesListsResource
    from .watch_providers import WatchProvidersDetailedResource, WatchProvidersResource


class EpisodeCredits(NamedTuple):
    """What `tmdb.episode_credits` gives: the answer of `tmdb.tv_episodes.credits`, and what it is of."""

    season_number: int
    """The number of the season within the series, from 1; 0 holds the specials."""
    episode_number: int
    """The number of the episode within the season, as a rule from 1."""
    credits: TvEpisodeCredits
    """The credits of the episode."""


class DetailedResources:
    """The resources whose calls answer with a `Response`."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @cached_property
    def account(self) -> AccountDetailedResource:
        """The operations of the tag `account`."""
        from .account import AccountDetailedResource

        return AccountDetailedResource(self._sender)

    @cached_property
    def authentication(self) -> AuthenticationDetailedResource:
        """The operations of the tag `authentication`."""
        from .authentication import AuthenticationDetailedResource

        return AuthenticationDetailedResource(self._sender)

    @cached_property
    def certifications(self) -> CertificationsDetailedResource:
        """The operations of the tag `certifications`."""
        from .certifications import CertificationsDetailedResource

        return CertificationsDetailedResource(self._sender)

    @cached_property
    def changes(self) -> ChangesDetailedResource:
        """The operations of the tag `changes`."""
        from .changes import ChangesDetailedResource

        return ChangesDetailedResource(self._sender)

    @cached_property
    def collections(self) -> CollectionsDetailedResource:
        """The operations of the tag `collections`."""
        from .collections import CollectionsDetailedResource

        return CollectionsDetailedResource(self._sender)

    @cached_property
    def companies(self) -> CompaniesDetailedResource:
        """The operations of the tag `companies`."""
        from .companies import CompaniesDetailedResource

        return CompaniesDetailedResource(self._sender)

    @cached_property
    def configuration(self) -> ConfigurationDetailedResource:
        """The operations of the tag `configuration`."""
        from .configuration import ConfigurationDetailedResource

        return ConfigurationDetailedResource(self._sender)

    @cached_property
    def credits(self) -> CreditsDetailedResource:
        """The operations of the tag `credits`."""
        from .credits_ import CreditsDetailedResource

        return CreditsDetailedResource(self._sender)

    @cached_property
    def discover(self) -> DiscoverDetailedResource:
        """The operations of the tag `discover`."""
        from .discover import DiscoverDetailedResource

        return DiscoverDetailedResource(self._sender)

    @cached_property
    def find(self) -> FindDetailedResource:
        """The operations of the tag `find`."""
        from .find import FindDetailedResource

        return FindDetailedResource(self._sender)

    @cached_property
    def genres(self) -> GenresDetailedResource:
        """The operations of the tag `genres`."""
        from .genres import GenresDetailedResource

        return GenresDetailedResource(self._sender)

    @cached_property
    def guest_sessions(self) -> GuestSessionsDetailedResource:
        """The operations of the tag `guest_sessions`."""
        from .guest_sessions import GuestSessionsDetailedResource

        return GuestSessionsDetailedResource(self._sender)

    @cached_property
    def keywords(self) -> KeywordsDetailedResource:
        """The operations of the tag `keywords`."""
        from .keywords import KeywordsDetailedResource

        return KeywordsDetailedResource(self._sender)

    @cached_property
    def lists(self) -> ListsDetailedResource:
        """The operations of the tag `lists`."""
        from .lists import ListsDetailedResource

        return ListsDetailedResource(self._sender)

    @cached_property
    def movie_lists(self) -> MovieListsDetailedResource:
        """The operations of the tag `movie_lists`."""
        from .movie_lists import MovieListsDetailedResource

        return MovieListsDetailedResource(self._sender)

    @cached_property
    def movies(self) -> MoviesDetailedResource:
        """The operations of the tag `movies`."""
        from .movies import MoviesDetailedResource

        return MoviesDetailedResource(self._sender)

    @cached_property
    def networks(self) -> NetworksDetailedResource:
        """The operations of the tag `networks`."""
        from .networks import NetworksDetailedResource

        return NetworksDetailedResource(self._sender)

    @cached_property
    def people(self) -> PeopleDetailedResource:
        """The operations of the tag `people`."""
        from .people import PeopleDetailedResource

        return PeopleDetailedResource(self._sender)

    @cached_property
    def people_lists(self) -> PeopleListsDetailedResource:
        """The operations of the tag `people_lists`."""
        from .people_lists import PeopleListsDetailedResource

        return PeopleListsDetailedResource(self._sender)

    @cached_property
    def reviews(self) -> ReviewsDetailedResource:
        """The operations of the tag `reviews`."""
        from .reviews import ReviewsDetailedResource

        return ReviewsDetailedResource(self._sender)

    @cached_property
    def search(self) -> SearchDetailedResource:
        """The operations of the tag `search`."""
        from .search import SearchDetailedResource

        return SearchDetailedResource(self._sender)

    @cached_property
    def trending(self) -> TrendingDetailedResource:
        """The operations of the tag `trending`."""
        from .trending import TrendingDetailedResource

        return TrendingDetailedResource(self._sender)

    @cached_property
    def tv_episode_groups(self) -> TvEpisodeGroupsDetailedResource:
        """The operations of the tag `tv_episode_groups`."""
        from .tv_episode_groups import TvEpisodeGroupsDetailedResource

        return TvEpisodeGroupsDetailedResource(self._sender)

    @cached_property
    def tv_episodes(self) -> TvEpisodesDetailedResource:
        """The operations of the tag `tv_episodes`."""
        from .tv_episodes import TvEpisodesDetailedResource

        return TvEpisodesDetailedResource(self._sender)

    @cached_property
    def tv_seasons(self) -> TvSeasonsDetailedResource:
        """The operations of the tag `tv_seasons`."""
        from .tv_seasons import TvSeasonsDetailedResource

        return TvSeasonsDetailedResource(self._sender)

    @cached_property
    def tv_series(self) -> TvSeriesDetailedResource:
        """The operations of the tag `tv_series`."""
        from .tv_series import TvSeriesDetailedResource

        return TvSeriesDetailedResource(self._sender)

    @cached_property
    def tv_series_lists(self) -> TvSeriesListsDetailedResource:
        """The operations of the tag `tv_series_lists`."""
        from .tv_series_lists import TvSeriesListsDetailedResource

        return TvSeriesListsDetailedResource(self._sender)

    @cached_property
    def watch_providers(self) -> WatchProvidersDetailedResource:
        """The operations of the tag `watch_providers`."""
        from .watch_providers import WatchProvidersDetailedResource

        return WatchProvidersDetailedResource(self._sender)


class Resources:
    """The resources, and the same under `detailed` with a `Response` for an answer."""

    def __init__(self, sender: Assembler) -> None:
        self._sender = sender

    @cached_property
    def account(self) -> AccountResource:
        """The operations of the tag `account`."""
        from .account import AccountResource

        return AccountResource(self._sender)

    @cached_property
    def authentication(self) -> AuthenticationResource:
        """The operations of the tag `authentication`."""
        from .authentication import AuthenticationResource

        return AuthenticationResource(self._sender)

    @cached_property
    def certifications(self) -> CertificationsResource:
        """The operations of the tag `certifications`."""
        from .certifications import CertificationsResource

        return CertificationsResource(self._sender)

    @cached_property
    def changes(self) -> ChangesResource:
        """The operations of the tag `changes`."""
        from .changes import ChangesResource

        return ChangesResource(self._sender)

    @cached_property
    def collections(self) -> CollectionsResource:
        """The operations of the tag `collections`."""
        from .collections import CollectionsResource

        return CollectionsResource(self._sender)

    @cached_property
    def companies(self) -> CompaniesResource:
        """The operations of the tag `companies`."""
        from .companies import CompaniesResource

        return CompaniesResource(self._sender)

    @cached_property
    def configuration(self) -> ConfigurationResource:
        """The operations of the tag `configuration`."""
        from .configuration import ConfigurationResource

        return ConfigurationResource(self._sender)

    @cached_property
    def credits(self) -> CreditsResource:
        """The operations of the tag `credits`."""
        from .credits_ import CreditsResource

        return CreditsResource(self._sender)

    @cached_property
    def discover(self) -> DiscoverResource:
        """The operations of the tag `discover`."""
        from .discover import DiscoverResource

        return DiscoverResource(self._sender)

    @cached_property
    def find(self) -> FindResource:
        """The operations of the tag `find`."""
        from .find import FindResource

        return FindResource(self._sender)

    @cached_property
    def genres(self) -> GenresResource:
        """The operations of the tag `genres`."""
        from .genres import GenresResource

        return GenresResource(self._sender)

    @cached_property
    def guest_sessions(self) -> GuestSessionsResource:
        """The operations of the tag `guest_sessions`."""
        from .guest_sessions import GuestSessionsResource

        return GuestSessionsResource(self._sender)

    @cached_property
    def keywords(self) -> KeywordsResource:
        """The operations of the tag `keywords`."""
        from .keywords import KeywordsResource

        return KeywordsResource(self._sender)

    @cached_property
    def lists(self) -> ListsResource:
        """The operations of the tag `lists`."""
        from .lists import ListsResource

        return ListsResource(self._sender)

    @cached_property
    def movie_lists(self) -> MovieListsResource:
        """The operations of the tag `movie_lists`."""
        from .movie_lists import MovieListsResource

        return MovieListsResource(self._sender)

    @cached_property
    def movies(self) -> MoviesResource:
        """The operations of the tag `movies`."""
        from .movies import MoviesResource

        return MoviesResource(self._sender)

    @cached_property
    def networks(self) -> NetworksResource:
        """The operations of the tag `networks`."""
        from .networks import NetworksResource

        return NetworksResource(self._sender)

    @cached_property
    def people(self) -> PeopleResource:
        """The operations of the tag `people`."""
        from .people import PeopleResource

        return PeopleResource(self._sender)

    @cached_property
    def people_lists(self) -> PeopleListsResource:
        """The operations of the tag `people_lists`."""
        from .people_lists import PeopleListsResource

        return PeopleListsResource(self._sender)

    @cached_property
    def reviews(self) -> ReviewsResource:
        """The operations of the tag `reviews`."""
        from .reviews import ReviewsResource

        return ReviewsResource(self._sender)

    @cached_property
    def search(self) -> SearchResource:
        """The operations of the tag `search`."""
        from .search import SearchResource

        return SearchResource(self._sender)

    @cached_property
    def trending(self) -> TrendingResource:
        """The operations of the tag `trending`."""
        from .trending import TrendingResource

        return TrendingResource(self._sender)

    @cached_property
    def tv_episode_groups(self) -> TvEpisodeGroupsResource:
        """The operations of the tag `tv_episode_groups`."""
        from .tv_episode_groups import TvEpisodeGroupsResource

        return TvEpisodeGroupsResource(self._sender)

    @cached_property
    def tv_episodes(self) -> TvEpisodesResource:
        """The operations of the tag `tv_episodes`."""
        from .tv_episodes import TvEpisodesResource

        return TvEpisodesResource(self._sender)

    @cached_property
    def tv_seasons(self) -> TvSeasonsResource:
        """The operations of the tag `tv_seasons`."""
        from .tv_seasons import TvSeasonsResource

        return TvSeasonsResource(self._sender)

    @cached_property
    def tv_series(self) -> TvSeriesResource:
        """The operations of the tag `tv_series`."""
        from .tv_series import TvSeriesResource

        return TvSeriesResource(self._sender)

    @cached_property
    def tv_series_lists(self) -> TvSeriesListsResource:
        """The operations of the tag `tv_series_lists`."""
        from .tv_series_lists import TvSeriesListsResource

        return TvSeriesListsResource(self._sender)

    @cached_property
    def watch_providers(self) -> WatchProvidersResource:
        """The operations of the tag `watch_providers`."""
        from .watch_providers import WatchProvidersResource

        return WatchProvidersResource(self._sender)

    @cached_property
    def detailed(self) -> DetailedResources:
        """The same operations, each answering with a `Response`: status, headers, raw content and model."""
        return DetailedResources(self._sender)

    def episode_credits(
        self,
        series_id: int,
        *,
        seasons: int | Collection[int] | None = None,
        language: str | None = None,
    ) -> Answers[EpisodeCredits]:
        """Get the credits of all episodes of a TV series, with one request for ten seasons.

        They are what `tmdb.tv_episodes.credits` answers for each episode, put together from whole seasons: the cast
        is that of the season's credits, the crew and the guest stars are those of the episode in the season's
        details. TMDB does not promise that. It is so in all recordings of the same time, credit id by credit id.

            async for season, episode, credits in tmdb.episode_credits(1396):
                ...

            everything = await tmdb.episode_credits(1396, seasons=[1, 2])

            async with tmdb.bulk(tmdb.episode_credits, series_ids) as outcomes:
                ...

        Args:
            series_id: TMDB's id of the TV series.
            seasons: The numbers of the seasons, or one; None for all. One that the series does not have gives
                nothing.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            An asynchronous iterable of (season_number, episode_number, credits), in the order of `season_number`;
            awaited, a tuple of all of them. It asks for more as they are needed.

        Raises:
            TypeError: An argument is of the wrong type. Nothing was sent.
            ValueError: An argument is out of range or malformed. Nothing was sent.

        Iterating and awaiting raise what `tmdb.tv_series.details` raises, and:
            ResponseError: What TMDB lists never came, or cannot be put together. The message says which. What comes
                before it has been given.
        """
        from .tv_episodes import CREDITS

        return self._sender.assemble(
            CREDITS,
            EpisodeCredits,
            {
                "series_id": series_id,
                "seasons": seasons,
                "language": language,
            },
        )
