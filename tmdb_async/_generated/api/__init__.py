# Generated from the OpenAPI document by `make generate`; never edited.

"""The resources of the API, one for each tag. Each is imported when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..types import Sender
    from .authentication import AuthenticationDetailedResource, AuthenticationResource
    from .certifications import CertificationsDetailedResource, CertificationsResource
    from .companies import CompaniesDetailedResource, CompaniesResource
    from .configuration import ConfigurationDetailedResource, ConfigurationResource
    from .genres import GenresDetailedResource, GenresResource
    from .networks import NetworksDetailedResource, NetworksResource
    from .tv_episode_groups import (
        TvEpisodeGroupsDetailedResource,
        TvEpisodeGroupsResource,
    )
    from .tv_episodes import TvEpisodesDetailedResource, TvEpisodesResource
    from .tv_seasons import TvSeasonsDetailedResource, TvSeasonsResource
    from .tv_series import TvSeriesDetailedResource, TvSeriesResource
    from .watch_providers import WatchProvidersDetailedResource, WatchProvidersResource


class DetailedResources:
    """The resources whose calls answer with a `Response`."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

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
    def genres(self) -> GenresDetailedResource:
        """The operations of the tag `genres`."""
        from .genres import GenresDetailedResource

        return GenresDetailedResource(self._sender)

    @cached_property
    def networks(self) -> NetworksDetailedResource:
        """The operations of the tag `networks`."""
        from .networks import NetworksDetailedResource

        return NetworksDetailedResource(self._sender)

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
    def watch_providers(self) -> WatchProvidersDetailedResource:
        """The operations of the tag `watch_providers`."""
        from .watch_providers import WatchProvidersDetailedResource

        return WatchProvidersDetailedResource(self._sender)


class Resources:
    """The resources, and the same under `detailed` with a `Response` for an answer."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

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
    def genres(self) -> GenresResource:
        """The operations of the tag `genres`."""
        from .genres import GenresResource

        return GenresResource(self._sender)

    @cached_property
    def networks(self) -> NetworksResource:
        """The operations of the tag `networks`."""
        from .networks import NetworksResource

        return NetworksResource(self._sender)

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
    def watch_providers(self) -> WatchProvidersResource:
        """The operations of the tag `watch_providers`."""
        from .watch_providers import WatchProvidersResource

        return WatchProvidersResource(self._sender)

    @cached_property
    def detailed(self) -> DetailedResources:
        """The same operations, each answering with a `Response`: status, headers, raw content and model."""
        return DetailedResources(self._sender)
