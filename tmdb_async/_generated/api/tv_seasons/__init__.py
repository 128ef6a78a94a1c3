# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `tv_seasons`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from ... import models
from ...types import (
    Detailed,
    DetailedSender,
    Operation,
    Parameter,
    Part,
    Secret,
    Sender,
    Span,
)

if TYPE_CHECKING:
    from ...models.changes import Changes
    from ...models.tv_season_account_states import TvSeasonAccountStates
    from ...models.tv_season_aggregate_credits import TvSeasonAggregateCredits
    from ...models.tv_season_credits import TvSeasonCredits
    from ...models.tv_season_details import TvSeasonDetails
    from ...models.tv_season_external_ids import TvSeasonExternalIds
    from ...models.tv_season_images import TvSeasonImages
    from ...models.tv_season_translations import TvSeasonTranslations
    from ...models.videos import Videos
    from ...models.watch_providers import WatchProviders

DETAILS: Final = Operation(
    name="tv_seasons.details",
    method="GET",
    path="/3/tv/{series_id}/season/{season_number}",
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "season_number": Parameter("season_number", "path", int, required=True, least=0),
        "append_to_response": Parameter(
            "append_to_response",
            "query",
            str,
            choices=(
                "account_states",
                "aggregate_credits",
                "credits",
                "external_ids",
                "images",
                "translations",
                "videos",
                "watch/providers",
            ),
            many=True,
            most_items=20,
        ),
        "language": Parameter("language", "query", str),
        "include_image_language": Parameter("include_image_language", "query", str, many=True, nullable=True),
        "include_video_language": Parameter("include_video_language", "query", str, many=True),
        "session_id": Parameter("session_id", "query", Secret),
        "guest_session_id": Parameter("guest_session_id", "query", Secret),
    },
    get_model=lambda: models.TvSeasonDetails,
    parts=(
        Part("account_states", "account_states", lambda: models.TvSeasonAccountStates, needs_session=True),
        Part("aggregate_credits", "aggregate_credits", lambda: models.TvSeasonAggregateCredits),
        Part("credits", "credits", lambda: models.TvSeasonCredits),
        Part("external_ids", "external_ids", lambda: models.TvSeasonExternalIds),
        Part("images", "images", lambda: models.TvSeasonImages),
        Part("translations", "translations", lambda: models.TvSeasonTranslations),
        Part("videos", "videos", lambda: models.Videos),
        Part("watch/providers", "watch_providers", lambda: models.WatchProviders),
    ),
)
ACCOUNT_STATES: Final = Operation(
    name="tv_seasons.account_states",
    method="GET",
    path="/3/tv/{series_id}/season/{season_number}/account_states",
    needs_session=True,
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "season_number": Parameter("season_number", "path", int, required=True, least=0),
        "session_id": Parameter("session_id", "query", Secret),
        "guest_session_id": Parameter("guest_session_id", "query", Secret),
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.TvSeasonAccountStates,
)
AGGREGATE_CREDITS: Final = Operation(
    name="tv_seasons.aggregate_credits",
    method="GET",
    path="/3/tv/{series_id}/season/{season_number}/aggregate_credits",
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "season_number": Parameter("season_number", "path", int, required=True, least=0),
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.TvSeasonAggregateCredits,
)
CHANGES: Final = Operation(
    name="tv_seasons.changes",
    method="GET",
    path="/3/tv/season/{season_id}/changes",
    span=Span("start_date", "end_date", 14),
    parameters={
        "season_id": Parameter("season_id", "path", int, required=True, least=1),
        "start_date": Parameter("start_date", "query", date),
        "end_date": Parameter("end_date", "query", date),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.Changes,
)
CREDITS: Final = Operation(
    name="tv_seasons.credits",
    method="GET",
    path="/3/tv/{series_id}/season/{season_number}/credits",
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "season_number": Parameter("season_number", "path", int, required=True, least=0),
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.TvSeasonCredits,
)
EXTERNAL_IDS: Final = Operation(
    name="tv_seasons.external_ids",
    method="GET",
    path="/3/tv/{series_id}/season/{season_number}/external_ids",
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "season_number": Parameter("season_number", "path", int, required=True, least=0),
    },
    get_model=lambda: models.TvSeasonExternalIds,
)
IMAGES: Final = Operation(
    name="tv_seasons.images",
    method="GET",
    path="/3/tv/{series_id}/season/{season_number}/images",
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "season_number": Parameter("season_number", "path", int, required=True, least=0),
        "language": Parameter("language", "query", str),
        "include_image_language": Parameter("include_image_language", "query", str, many=True, nullable=True),
    },
    get_model=lambda: models.TvSeasonImages,
)
TRANSLATIONS: Final = Operation(
    name="tv_seasons.translations",
    method="GET",
    path="/3/tv/{series_id}/season/{season_number}/translations",
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "season_number": Parameter("season_number", "path", int, required=True, least=0),
    },
    get_model=lambda: models.TvSeasonTranslations,
)
VIDEOS: Final = Operation(
    name="tv_seasons.videos",
    method="GET",
    path="/3/tv/{series_id}/season/{season_number}/videos",
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "season_number": Parameter("season_number", "path", int, required=True, least=0),
        "language": Parameter("language", "query", str),
        "include_video_language": Parameter("include_video_language", "query", str, many=True),
    },
    get_model=lambda: models.Videos,
)
WATCH_PROVIDERS: Final = Operation(
    name="tv_seasons.watch_providers",
    method="GET",
    path="/3/tv/{series_id}/season/{season_number}/watch/providers",
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "season_number": Parameter("season_number", "path", int, required=True, least=0),
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.WatchProviders,
)


class TvSeasonsResource:
    """The operations of the tag `tv_seasons`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def details(
        self,
        series_id: int,
        season_number: int,
        *,
        append_to_response: Literal[
            "account_states",
            "aggregate_credits",
            "credits",
            "external_ids",
            "images",
            "translations",
            "videos",
            "watch/providers",
        ]
        | Collection[
            Literal[
                "account_states",
                "aggregate_credits",
                "credits",
                "external_ids",
                "images",
                "translations",
                "videos",
                "watch/providers",
            ]
        ]
        | None = None,
        language: str | None = None,
        include_image_language: str | Collection[str | None] | None = None,
        include_video_language: str | Collection[str] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> TvSeasonDetails:
        """Get a TV season and its episodes.

        Up to 20 other answers about the season come along with `append_to_response`. A session is needed only for
        its
        `account_states`.

        The episodes come with their crew and their guest stars. The regular cast stands in the credits.

        TMDB reference: https://developer.themoviedb.org/reference/tv-season-details

        Args:
            series_id: TMDB's id of the TV series.
            season_number: The number of the season within the series, from 1; 0 holds the specials.
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
            The season.

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
        *,
        session_id: str | None = None,
        guest_session_id: str | None = None,
        language: str | None = None,
    ) -> TvSeasonAccountStates:
        """Get the ratings that a user gave to the episodes of a TV season.

        The user is the one of the session: the call, or else the client, names a `session_id` or a
        `guest_session_id`.

        TMDB reference: https://developer.themoviedb.org/reference/tv-season-account-states

        Args:
            series_id: TMDB's id of the TV series.
            season_number: The number of the season within the series, from 1; 0 holds the specials.
            session_id: The session of the user whose ratings are meant.
            guest_session_id: The guest session whose ratings are meant, in place of `session_id`.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            One state for each episode of the season.

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
                "language": language,
            },
        )

    async def aggregate_credits(
        self,
        series_id: int,
        season_number: int,
        *,
        language: str | None = None,
    ) -> TvSeasonAggregateCredits:
        """Get the cast and crew of all episodes of a TV season.

        Each person stands once, with all their roles, and once for each department of their jobs. Guest stars are
        among
        the cast.

        TMDB reference: https://developer.themoviedb.org/reference/tv-season-aggregate-credits

        Args:
            series_id: TMDB's id of the TV series.
            season_number: The number of the season within the series, from 1; 0 holds the specials.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            The credits of the whole season.

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
            AGGREGATE_CREDITS,
            {
                "series_id": series_id,
                "season_number": season_number,
                "language": language,
            },
        )

    async def changes(
        self,
        season_id: int,
        *,
        start_date: date | None = None,
        end_date: date | None = None,
        page: int | None = None,
    ) -> Changes:
        """Get what was changed of a TV season.

        The id of the season is in the changes of its series, and in all details. At most 14 days are answered at
        once,
        the last day without `start_date` and `end_date`.

        A change of an episode stands here with the episode's id alone, which `tv_episodes.changes` takes.

        TMDB reference: https://developer.themoviedb.org/reference/tv-season-changes-by-id

        Args:
            season_id: TMDB's id of the season (not its number).
            start_date: The first day of the changes that are wanted; yesterday by default.
            end_date: The last day of the changes that are wanted, at most 14 days after the first; today by
                default.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.

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
                "season_id": season_id,
                "start_date": start_date,
                "end_date": end_date,
                "page": page,
            },
        )

    async def credits(
        self,
        series_id: int,
        season_number: int,
        *,
        language: str | None = None,
    ) -> TvSeasonCredits:
        """Get the cast and crew of a TV season.

        Guest stars are left out: `tv_seasons.aggregate_credits` and the details have them.

        TMDB reference: https://developer.themoviedb.org/reference/tv-season-credits

        Args:
            series_id: TMDB's id of the TV series.
            season_number: The number of the season within the series, from 1; 0 holds the specials.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            The credits of the season.

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
                "language": language,
            },
        )

    async def external_ids(
        self,
        series_id: int,
        season_number: int,
    ) -> TvSeasonExternalIds:
        """Get the ids of a TV season at other sites.

        TMDB reference: https://developer.themoviedb.org/reference/tv-season-external-ids

        Args:
            series_id: TMDB's id of the TV series.
            season_number: The number of the season within the series, from 1; 0 holds the specials.

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
            },
        )

    async def images(
        self,
        series_id: int,
        season_number: int,
        *,
        language: str | None = None,
        include_image_language: str | Collection[str | None] | None = None,
    ) -> TvSeasonImages:
        """Get the images of a TV season.

        Without `language` the images of all languages are answered.

        TMDB reference: https://developer.themoviedb.org/reference/tv-season-images

        Args:
            series_id: TMDB's id of the TV series.
            season_number: The number of the season within the series, from 1; 0 holds the specials.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            include_image_language: The languages of images that are wanted, as `xx` or `xx-XX`; None stands for
                images without text. All languages by default; where
                `language` is given, images in other languages are left out unless they are named here.

        Returns:
            The posters.

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
                "language": language,
                "include_image_language": include_image_language,
            },
        )

    async def translations(
        self,
        series_id: int,
        season_number: int,
    ) -> TvSeasonTranslations:
        """Get the translations of the texts of a TV season.

        TMDB reference: https://developer.themoviedb.org/reference/tv-season-translations

        Args:
            series_id: TMDB's id of the TV series.
            season_number: The number of the season within the series, from 1; 0 holds the specials.

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
            },
        )

    async def videos(
        self,
        series_id: int,
        season_number: int,
        *,
        language: str | None = None,
        include_video_language: str | Collection[str] | None = None,
    ) -> Videos:
        """Get the trailers, teasers and other videos of a TV season.

        TMDB reference: https://developer.themoviedb.org/reference/tv-season-videos

        Args:
            series_id: TMDB's id of the TV series.
            season_number: The number of the season within the series, from 1; 0 holds the specials.
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
                "language": language,
                "include_video_language": include_video_language,
            },
        )

    async def watch_providers(
        self,
        series_id: int,
        season_number: int,
        *,
        language: str | None = None,
    ) -> WatchProviders:
        """Get where a TV season can be watched, by country.

        The data is JustWatch's: who shows it must name JustWatch.

        TMDB reference: https://developer.themoviedb.org/reference/tv-season-watch-providers

        Args:
            series_id: TMDB's id of the TV series.
            season_number: The number of the season within the series, from 1; 0 holds the specials.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            The providers of each country.

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
            WATCH_PROVIDERS,
            {
                "series_id": series_id,
                "season_number": season_number,
                "language": language,
            },
        )


class TvSeasonsDetailedResource:
    """The operations of the tag `tv_seasons`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = TvSeasonsResource(DetailedSender(sender))

    details = Detailed(TvSeasonsResource.details)
    account_states = Detailed(TvSeasonsResource.account_states)
    aggregate_credits = Detailed(TvSeasonsResource.aggregate_credits)
    changes = Detailed(TvSeasonsResource.changes)
    credits = Detailed(TvSeasonsResource.credits)
    external_ids = Detailed(TvSeasonsResource.external_ids)
    images = Detailed(TvSeasonsResource.images)
    translations = Detailed(TvSeasonsResource.translations)
    videos = Detailed(TvSeasonsResource.videos)
    watch_providers = Detailed(TvSeasonsResource.watch_providers)
