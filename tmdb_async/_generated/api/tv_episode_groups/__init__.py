# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `tv_episode_groups`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import models
from ...types import (
    Detailed,
    DetailedSender,
    Operation,
    Parameter,
    Sender,
)

if TYPE_CHECKING:
    from ...models.tv_episode_group_details import TvEpisodeGroupDetails

DETAILS: Final = Operation(
    name="tv_episode_groups.details",
    method="GET",
    path="/3/tv/episode_group/{tv_episode_group_id}",
    repeats={"id": "tv_episode_group_id"},
    parameters={
        "tv_episode_group_id": Parameter("tv_episode_group_id", "path", str, required=True),
    },
    get_model=lambda: models.TvEpisodeGroupDetails,
)


class TvEpisodeGroupsResource:
    """The operations of the tag `tv_episode_groups`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def details(
        self,
        tv_episode_group_id: str,
    ) -> TvEpisodeGroupDetails:
        """Get a way in which the episodes of a TV series are grouped, and its groups.

        TMDB reference: https://developer.themoviedb.org/reference/tv-episode-group-details

        Args:
            tv_episode_group_id: TMDB's id of the way of grouping, 24 hexadecimal characters.
                `tv_series.episode_groups` lists them.

        Returns:
            The groups and their episodes.

        Raises:
            TypeError: An argument is of the wrong type. Nothing was sent.
            ValueError: An argument is out of range or malformed. Nothing was sent.
            RuntimeError: The client is closed, or belongs to another event loop.
            APIConnectionError: No answer came.
            APITimeoutError: No answer came in time.
            AuthenticationError: The credential is missing or not valid (code 7), or the session gives no access
                (code 3 and others).
            NotFoundError: There is nothing with these ids (code 34), or one of them is not valid (code 6).
            RateLimitError: Too many requests in a short time (code 25).
            APIStatusError: Any other failure. One from TMDB's network, in front of the API, may be HTML or empty.
            ResponseError: The answer is a success that is not the model.
        """
        return await self._sender.send(
            DETAILS,
            {
                "tv_episode_group_id": tv_episode_group_id,
            },
        )


class TvEpisodeGroupsDetailedResource:
    """The operations of the tag `tv_episode_groups`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = TvEpisodeGroupsResource(DetailedSender(sender))

    details = Detailed(TvEpisodeGroupsResource.details)
