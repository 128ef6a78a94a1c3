# Generated from the OpenAPI document by `make generate`; never edited.

"""The resources of the API, one for each tag. Each is imported when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..types import Sender
    from .tv_episodes import TvEpisodesDetailedResource, TvEpisodesResource
    from .tv_seasons import TvSeasonsDetailedResource, TvSeasonsResource
    from .tv_series import TvSeriesDetailedResource, TvSeriesResource


class DetailedResources:
    """The resources whose calls answer with a `Response`."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

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


class Resources:
    """The resources, and the same under `detailed` with a `Response` for an answer."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

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
    def detailed(self) -> DetailedResources:
        """The same operations, each answering with a `Response`: status, headers, raw content and model."""
        return DetailedResources(self._sender)
