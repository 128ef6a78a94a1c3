# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `tv_episodes`."""

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
    from ...models.tv_episode_credits import TvEpisodeCredits

CREDITS: Final = Operation(
    name="tv_episodes.credits",
    method="GET",
    path="/3/tv/{series_id}/season/{season_number}/episode/{episode_number}/credits",
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "season_number": Parameter("season_number", "path", int, required=True, least=0),
        "episode_number": Parameter("episode_number", "path", int, required=True, least=0),
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.TvEpisodeCredits,
)


class TvEpisodesResource:
    """The operations of the tag `tv_episodes`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def credits(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        language: str | None = None,
    ) -> TvEpisodeCredits:
        """Get the cast, the guest stars and the crew of a TV episode.

        Guest stars come with the characters that they play, like the cast.

        TMDB reference: https://developer.themoviedb.org/reference/tv-episode-credits

        Args:
            series_id: TMDB's id of the TV series.
            season_number: The number of the season within the series, from 1; 0 holds the specials.
            episode_number: The number of the episode within the season, as a rule from 1.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            The credits of the episode.

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
            CREDITS,
            {
                "series_id": series_id,
                "season_number": season_number,
                "episode_number": episode_number,
                "language": language,
            },
        )


class TvEpisodesDetailedResource:
    """The operations of the tag `tv_episodes`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = TvEpisodesResource(DetailedSender(sender))

    credits = Detailed(TvEpisodesResource.credits)
