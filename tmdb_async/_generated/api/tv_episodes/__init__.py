# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `tv_episodes`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal

from ... import models
from ...types import (
    Assembly,
    Detailed,
    DetailedSender,
    Operation,
    Parameter,
    Part,
    Secret,
    Sender,
    Span,
    Taken,
)

if TYPE_CHECKING:
    from ...models.account_states import AccountStates
    from ...models.changes import Changes
    from ...models.status import Status
    from ...models.tv_episode_credits import TvEpisodeCredits
    from ...models.tv_episode_details import TvEpisodeDetails
    from ...models.tv_episode_external_ids import TvEpisodeExternalIds
    from ...models.tv_episode_images import TvEpisodeImages
    from ...models.tv_episode_translations import TvEpisodeTranslations
    from ...models.videos import Videos

DETAILS: Final = Operation(
    name="tv_episodes.details",
    method="GET",
    path="/3/tv/{series_id}/season/{season_number}/episode/{episode_number}",
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "season_number": Parameter("season_number", "path", int, required=True, least=0),
        "episode_number": Parameter("episode_number", "path", int, required=True, least=0),
        "append_to_response": Parameter(
            "append_to_response",
            "query",
            str,
            choices=("account_states", "credits", "external_ids", "images", "translations", "videos"),
            many=True,
            most_items=20,
        ),
        "language": Parameter("language", "query", str),
        "include_image_language": Parameter("include_image_language", "query", str, many=True, nullable=True),
        "include_video_language": Parameter("include_video_language", "query", str, many=True),
        "session_id": Parameter("session_id", "query", Secret),
        "guest_session_id": Parameter("guest_session_id", "query", Secret),
    },
    get_model=lambda: models.TvEpisodeDetails,
    parts=(
        Part("account_states", "account_states", lambda: models.AccountStates, needs_session=True),
        Part("credits", "credits", lambda: models.TvEpisodeCredits),
        Part("external_ids", "external_ids", lambda: models.TvEpisodeExternalIds),
        Part("images", "images", lambda: models.TvEpisodeImages),
        Part("translations", "translations", lambda: models.TvEpisodeTranslations),
        Part("videos", "videos", lambda: models.Videos),
    ),
)
ACCOUNT_STATES: Final = Operation(
    name="tv_episodes.account_states",
    method="GET",
    path="/3/tv/{series_id}/season/{season_number}/episode/{episode_number}/account_states",
    needs_session=True,
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "season_number": Parameter("season_number", "path", int, required=True, least=0),
        "episode_number": Parameter("episode_number", "path", int, required=True, least=0),
        "session_id": Parameter("session_id", "query", Secret),
        "guest_session_id": Parameter("guest_session_id", "query", Secret),
    },
    get_model=lambda: models.AccountStates,
)
CHANGES: Final = Operation(
    name="tv_episodes.changes",
    method="GET",
    path="/3/tv/episode/{episode_id}/changes",
    span=Span("start_date", "end_date", 14),
    parameters={
        "episode_id": Parameter("episode_id", "path", int, required=True, least=1),
        "start_date": Parameter("start_date", "query", date),
        "end_date": Parameter("end_date", "query", date),
    },
    get_model=lambda: models.Changes,
)


def _source_of_credits() -> Operation[Any]:
    from ..tv_series import DETAILS

    return DETAILS


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
    assembly=Assembly(
        _source_of_credits,
        rows=Taken("append_seasons", ("id", "crew", "guest_stars"), "episodes", "episode_number"),
        shared=(Taken("append_season_credits", ("cast",)),),
        numbers="seasons",
        at_once=10,
    ),
)
EXTERNAL_IDS: Final = Operation(
    name="tv_episodes.external_ids",
    method="GET",
    path="/3/tv/{series_id}/season/{season_number}/episode/{episode_number}/external_ids",
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "season_number": Parameter("season_number", "path", int, required=True, least=0),
        "episode_number": Parameter("episode_number", "path", int, required=True, least=0),
    },
    get_model=lambda: models.TvEpisodeExternalIds,
)
IMAGES: Final = Operation(
    name="tv_episodes.images",
    method="GET",
    path="/3/tv/{series_id}/season/{season_number}/episode/{episode_number}/images",
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "season_number": Parameter("season_number", "path", int, required=True, least=0),
        "episode_number": Parameter("episode_number", "path", int, required=True, least=0),
        "language": Parameter("language", "query", str),
        "include_image_language": Parameter("include_image_language", "query", str, many=True, nullable=True),
    },
    get_model=lambda: models.TvEpisodeImages,
)
ADD_RATING: Final = Operation(
    name="tv_episodes.add_rating",
    method="POST",
    path="/3/tv/{series_id}/season/{season_number}/episode/{episode_number}/rating",
    needs_session=True,
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "season_number": Parameter("season_number", "path", int, required=True, least=0),
        "episode_number": Parameter("episode_number", "path", int, required=True, least=0),
        "value": Parameter("value", "body", float, required=True, least=0.5, most=10, step=0.5),
        "session_id": Parameter("session_id", "query", Secret),
        "guest_session_id": Parameter("guest_session_id", "query", Secret),
    },
    get_model=lambda: models.Status,
)
DELETE_RATING: Final = Operation(
    name="tv_episodes.delete_rating",
    method="DELETE",
    path="/3/tv/{series_id}/season/{season_number}/episode/{episode_number}/rating",
    needs_session=True,
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "season_number": Parameter("season_number", "path", int, required=True, least=0),
        "episode_number": Parameter("episode_number", "path", int, required=True, least=0),
        "session_id": Parameter("session_id", "query", Secret),
        "guest_session_id": Parameter("guest_session_id", "query", Secret),
    },
    get_model=lambda: models.Status,
)
TRANSLATIONS: Final = Operation(
    name="tv_episodes.translations",
    method="GET",
    path="/3/tv/{series_id}/season/{season_number}/episode/{episode_number}/translations",
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "season_number": Parameter("season_number", "path", int, required=True, least=0),
        "episode_number": Parameter("episode_number", "path", int, required=True, least=0),
    },
    get_model=lambda: models.TvEpisodeTranslations,
)
VIDEOS: Final = Operation(
    name="tv_episodes.videos",
    method="GET",
    path="/3/tv/{series_id}/season/{season_number}/episode/{episode_number}/videos",
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "season_number": Parameter("season_number", "path", int, required=True, least=0),
        "episode_number": Parameter("episode_number", "path", int, required=True, least=0),
        "language": Parameter("language", "query", str),
        "include_video_language": Parameter("include_video_language", "query", str, many=True),
    },
    get_model=lambda: models.Videos,
)


class TvEpisodesResource:
    """The operations of the tag `tv_episodes`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def details(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        append_to_response: Literal["account_states", "credits", "external_ids", "images", "translations", "videos"]
        | Collection[Literal["account_states", "credits", "external_ids", "images", "translations", "videos"]]
        | None = None,
        language: str | None = None,
        include_image_language: str | Collection[str | None] | None = None,
        include_video_language: str | Collection[str] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> TvEpisodeDetails:
        """Get a TV episode.

        Up to 20 other answers about the episode come along with `append_to_response`. A session is needed only for
        its
        `account_states`.

        The episode comes with its crew and its guest stars. The regular cast stands in the credits.

        TMDB reference: https://developer.themoviedb.org/reference/tv-episode-details

        Args:
            series_id: TMDB's id of the TV series.
            season_number: The number of the season within the series, from 1; 0 holds the specials.
            episode_number: The number of the episode within the season, as a rule from 1.
            append_to_response: What is fetched with the details in the same request, each as a field of its own.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            include_image_language: The languages of images that are wanted, as `xx` or `xx-XX`; None stands for
                images without text. All languages by default; where
                `language` is given, images in other languages are left out unless they are named here.
            include_video_language: The languages of videos that are wanted, as `xx` or `xx-XX`; that of the answer
                alone by default.
            session_id: The session of the user whose ratings are meant.
            guest_session_id: The guest session whose ratings are meant, in place of `session_id`.

        Returns:
            The episode.

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
        secrets = {
            "session_id": None if session_id is None else Secret(session_id),
            "guest_session_id": None if guest_session_id is None else Secret(guest_session_id),
        }
        del session_id, guest_session_id
        return await self._sender.send(
            DETAILS,
            {
                **secrets,
                "series_id": series_id,
                "season_number": season_number,
                "episode_number": episode_number,
                "append_to_response": append_to_response,
                "language": language,
                "include_image_language": include_image_language,
                "include_video_language": include_video_language,
            },
        )

    async def account_states(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> AccountStates:
        """Get whether a user has rated a TV episode.

        The user is the one of the session: the call, or else the client, names a `session_id` or a
        `guest_session_id`.

        TMDB reference: https://developer.themoviedb.org/reference/tv-episode-account-states

        Args:
            series_id: TMDB's id of the TV series.
            season_number: The number of the season within the series, from 1; 0 holds the specials.
            episode_number: The number of the episode within the season, as a rule from 1.
            session_id: The session of the user whose ratings are meant.
            guest_session_id: The guest session whose ratings are meant, in place of `session_id`.

        Returns:
            The states of the episode. Only series and films can be favourites or on a watchlist.

        Raises:
            TypeError: An argument is of the wrong type. Nothing was sent.
            ValueError: An argument is out of range or malformed, or the session is missing. Nothing was sent.
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
        secrets = {
            "session_id": None if session_id is None else Secret(session_id),
            "guest_session_id": None if guest_session_id is None else Secret(guest_session_id),
        }
        del session_id, guest_session_id
        return await self._sender.send(
            ACCOUNT_STATES,
            {
                **secrets,
                "series_id": series_id,
                "season_number": season_number,
                "episode_number": episode_number,
            },
        )

    async def changes(
        self,
        episode_id: int,
        *,
        start_date: date | None = None,
        end_date: date | None = None,
    ) -> Changes:
        """Get what was changed of a TV episode.

        The id of the episode is in the changes of its season, and in all details. At most 14 days are answered at
        once,
        the last day without `start_date` and `end_date`.

        TMDB reference: https://developer.themoviedb.org/reference/tv-episode-changes-by-id

        Args:
            episode_id: TMDB's id of the episode (not its number).
            start_date: The first day of the changes that are wanted; yesterday by default.
            end_date: The last day of the changes that are wanted, at most 14 days after the first; today by
                default.

        Returns:
            The changes.

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
            CHANGES,
            {
                "episode_id": episode_id,
                "start_date": start_date,
                "end_date": end_date,
            },
        )

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

    async def external_ids(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
    ) -> TvEpisodeExternalIds:
        """Get the ids of a TV episode at other sites.

        TMDB reference: https://developer.themoviedb.org/reference/tv-episode-external-ids

        Args:
            series_id: TMDB's id of the TV series.
            season_number: The number of the season within the series, from 1; 0 holds the specials.
            episode_number: The number of the episode within the season, as a rule from 1.

        Returns:
            The ids.

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
            EXTERNAL_IDS,
            {
                "series_id": series_id,
                "season_number": season_number,
                "episode_number": episode_number,
            },
        )

    async def images(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        language: str | None = None,
        include_image_language: str | Collection[str | None] | None = None,
    ) -> TvEpisodeImages:
        """Get the images of a TV episode.

        Without `language` the images of all languages are answered.

        TMDB reference: https://developer.themoviedb.org/reference/tv-episode-images

        Args:
            series_id: TMDB's id of the TV series.
            season_number: The number of the season within the series, from 1; 0 holds the specials.
            episode_number: The number of the episode within the season, as a rule from 1.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            include_image_language: The languages of images that are wanted, as `xx` or `xx-XX`; None stands for
                images without text. All languages by default; where
                `language` is given, images in other languages are left out unless they are named here.

        Returns:
            The stills.

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
            IMAGES,
            {
                "series_id": series_id,
                "season_number": season_number,
                "episode_number": episode_number,
                "language": language,
                "include_image_language": include_image_language,
            },
        )

    async def add_rating(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        value: float,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> Status:
        """Rate a TV episode.

        The user is the one of the session: the call, or else the client, names a `session_id` or a
        `guest_session_id`.

        An earlier rating is replaced.

        TMDB reference: https://developer.themoviedb.org/reference/tv-episode-add-rating

        Args:
            series_id: TMDB's id of the TV series.
            season_number: The number of the season within the series, from 1; 0 holds the specials.
            episode_number: The number of the episode within the season, as a rule from 1.
            value: The rating, from 0.5 to 10 in steps of 0.5.
            session_id: The session of the user whose ratings are meant.
            guest_session_id: The guest session whose ratings are meant, in place of `session_id`.

        Returns:
            That the rating was given.

        Raises:
            TypeError: An argument is of the wrong type. Nothing was sent.
            ValueError: An argument is out of range or malformed, or the session is missing. Nothing was sent.
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
        secrets = {
            "session_id": None if session_id is None else Secret(session_id),
            "guest_session_id": None if guest_session_id is None else Secret(guest_session_id),
        }
        del session_id, guest_session_id
        return await self._sender.send(
            ADD_RATING,
            {
                **secrets,
                "series_id": series_id,
                "season_number": season_number,
                "episode_number": episode_number,
                "value": value,
            },
        )

    async def delete_rating(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> Status:
        """Take a user's rating of a TV episode back.

        The user is the one of the session: the call, or else the client, names a `session_id` or a
        `guest_session_id`.

        TMDB reference: https://developer.themoviedb.org/reference/tv-episode-delete-rating

        Args:
            series_id: TMDB's id of the TV series.
            season_number: The number of the season within the series, from 1; 0 holds the specials.
            episode_number: The number of the episode within the season, as a rule from 1.
            session_id: The session of the user whose ratings are meant.
            guest_session_id: The guest session whose ratings are meant, in place of `session_id`.

        Returns:
            That the rating is gone.

        Raises:
            TypeError: An argument is of the wrong type. Nothing was sent.
            ValueError: An argument is out of range or malformed, or the session is missing. Nothing was sent.
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
        secrets = {
            "session_id": None if session_id is None else Secret(session_id),
            "guest_session_id": None if guest_session_id is None else Secret(guest_session_id),
        }
        del session_id, guest_session_id
        return await self._sender.send(
            DELETE_RATING,
            {
                **secrets,
                "series_id": series_id,
                "season_number": season_number,
                "episode_number": episode_number,
            },
        )

    async def translations(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
    ) -> TvEpisodeTranslations:
        """Get the translations of the texts of a TV episode.

        TMDB reference: https://developer.themoviedb.org/reference/tv-episode-translations

        Args:
            series_id: TMDB's id of the TV series.
            season_number: The number of the season within the series, from 1; 0 holds the specials.
            episode_number: The number of the episode within the season, as a rule from 1.

        Returns:
            The translations.

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
            TRANSLATIONS,
            {
                "series_id": series_id,
                "season_number": season_number,
                "episode_number": episode_number,
            },
        )

    async def videos(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        language: str | None = None,
        include_video_language: str | Collection[str] | None = None,
    ) -> Videos:
        """Get the trailers, teasers and other videos of a TV episode.

        TMDB reference: https://developer.themoviedb.org/reference/tv-episode-videos

        Args:
            series_id: TMDB's id of the TV series.
            season_number: The number of the season within the series, from 1; 0 holds the specials.
            episode_number: The number of the episode within the season, as a rule from 1.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            include_video_language: The languages of videos that are wanted, as `xx` or `xx-XX`; that of the answer
                alone by default.

        Returns:
            The videos.

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
            VIDEOS,
            {
                "series_id": series_id,
                "season_number": season_number,
                "episode_number": episode_number,
                "language": language,
                "include_video_language": include_video_language,
            },
        )


class TvEpisodesDetailedResource:
    """The operations of the tag `tv_episodes`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = TvEpisodesResource(DetailedSender(sender))

    details = Detailed(TvEpisodesResource.details)
    account_states = Detailed(TvEpisodesResource.account_states)
    changes = Detailed(TvEpisodesResource.changes)
    credits = Detailed(TvEpisodesResource.credits)
    external_ids = Detailed(TvEpisodesResource.external_ids)
    images = Detailed(TvEpisodesResource.images)
    add_rating = Detailed(TvEpisodesResource.add_rating)
    delete_rating = Detailed(TvEpisodesResource.delete_rating)
    translations = Detailed(TvEpisodesResource.translations)
    videos = Detailed(TvEpisodesResource.videos)
