# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `tv_series`."""

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
    from ...models.account_states import AccountStates
    from ...models.changes import Changes
    from ...models.content_ratings import ContentRatings
    from ...models.image_set import ImageSet
    from ...models.list_page import ListPage
    from ...models.review_page import ReviewPage
    from ...models.screened_theatrically import ScreenedTheatrically
    from ...models.status import Status
    from ...models.tv_episode_groups import TvEpisodeGroups
    from ...models.tv_series_aggregate_credits import TvSeriesAggregateCredits
    from ...models.tv_series_alternative_titles import TvSeriesAlternativeTitles
    from ...models.tv_series_credits import TvSeriesCredits
    from ...models.tv_series_details import TvSeriesDetails
    from ...models.tv_series_external_ids import TvSeriesExternalIds
    from ...models.tv_series_keywords import TvSeriesKeywords
    from ...models.tv_series_page import TvSeriesPage
    from ...models.tv_series_translations import TvSeriesTranslations
    from ...models.videos import Videos
    from ...models.watch_providers import WatchProviders

DETAILS: Final = Operation(
    name="tv_series.details",
    method="GET",
    path="/3/tv/{series_id}",
    repeats={"id": "series_id"},
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "append_to_response": Parameter(
            "append_to_response",
            "query",
            str,
            choices=(
                "account_states",
                "aggregate_credits",
                "alternative_titles",
                "changes",
                "content_ratings",
                "credits",
                "episode_groups",
                "external_ids",
                "images",
                "keywords",
                "lists",
                "recommendations",
                "reviews",
                "screened_theatrically",
                "similar",
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
        "append_seasons": Parameter("season/{season_number}", "append", int, many=True, least=0),
        "append_season_credits": Parameter("season/{season_number}/credits", "append", int, many=True, least=0),
    },
    get_model=lambda: models.TvSeriesDetails,
    parts=(
        Part("account_states", "account_states", lambda: models.AccountStates, needs_session=True),
        Part("aggregate_credits", "aggregate_credits", lambda: models.TvSeriesAggregateCredits),
        Part("alternative_titles", "alternative_titles", lambda: models.TvSeriesAlternativeTitles),
        Part("changes", "changes", lambda: models.Changes),
        Part("content_ratings", "content_ratings", lambda: models.ContentRatings),
        Part("credits", "credits", lambda: models.TvSeriesCredits),
        Part("episode_groups", "episode_groups", lambda: models.TvEpisodeGroups),
        Part("external_ids", "external_ids", lambda: models.TvSeriesExternalIds),
        Part("images", "images", lambda: models.ImageSet),
        Part("keywords", "keywords", lambda: models.TvSeriesKeywords),
        Part("lists", "lists", lambda: models.ListPage),
        Part("recommendations", "recommendations", lambda: models.TvSeriesPage),
        Part("reviews", "reviews", lambda: models.ReviewPage),
        Part("screened_theatrically", "screened_theatrically", lambda: models.ScreenedTheatrically),
        Part("similar", "similar", lambda: models.TvSeriesPage),
        Part("translations", "translations", lambda: models.TvSeriesTranslations),
        Part("videos", "videos", lambda: models.Videos),
        Part("watch/providers", "watch_providers", lambda: models.WatchProviders),
        Part(
            "season/{season_number}",
            "season_details",
            lambda: models.TvSeasonDetails,
            argument="append_seasons",
            ids="seasons",
        ),
        Part(
            "season/{season_number}/credits",
            "season_credits",
            lambda: models.TvSeasonCredits,
            argument="append_season_credits",
            ids="seasons",
        ),
    ),
)
ACCOUNT_STATES: Final = Operation(
    name="tv_series.account_states",
    method="GET",
    path="/3/tv/{series_id}/account_states",
    repeats={"id": "series_id"},
    needs_session=True,
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "session_id": Parameter("session_id", "query", Secret),
        "guest_session_id": Parameter("guest_session_id", "query", Secret),
    },
    get_model=lambda: models.AccountStates,
)
AGGREGATE_CREDITS: Final = Operation(
    name="tv_series.aggregate_credits",
    method="GET",
    path="/3/tv/{series_id}/aggregate_credits",
    repeats={"id": "series_id"},
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.TvSeriesAggregateCredits,
)
ALTERNATIVE_TITLES: Final = Operation(
    name="tv_series.alternative_titles",
    method="GET",
    path="/3/tv/{series_id}/alternative_titles",
    repeats={"id": "series_id"},
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.TvSeriesAlternativeTitles,
)
CHANGES: Final = Operation(
    name="tv_series.changes",
    method="GET",
    path="/3/tv/{series_id}/changes",
    span=Span("start_date", "end_date", 14),
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "start_date": Parameter("start_date", "query", date),
        "end_date": Parameter("end_date", "query", date),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.Changes,
)
CONTENT_RATINGS: Final = Operation(
    name="tv_series.content_ratings",
    method="GET",
    path="/3/tv/{series_id}/content_ratings",
    repeats={"id": "series_id"},
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.ContentRatings,
)
CREDITS: Final = Operation(
    name="tv_series.credits",
    method="GET",
    path="/3/tv/{series_id}/credits",
    repeats={"id": "series_id"},
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.TvSeriesCredits,
)
EPISODE_GROUPS: Final = Operation(
    name="tv_series.episode_groups",
    method="GET",
    path="/3/tv/{series_id}/episode_groups",
    repeats={"id": "series_id"},
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.TvEpisodeGroups,
)
EXTERNAL_IDS: Final = Operation(
    name="tv_series.external_ids",
    method="GET",
    path="/3/tv/{series_id}/external_ids",
    repeats={"id": "series_id"},
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.TvSeriesExternalIds,
)
IMAGES: Final = Operation(
    name="tv_series.images",
    method="GET",
    path="/3/tv/{series_id}/images",
    repeats={"id": "series_id"},
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "language": Parameter("language", "query", str),
        "include_image_language": Parameter("include_image_language", "query", str, many=True, nullable=True),
    },
    get_model=lambda: models.ImageSet,
)
KEYWORDS: Final = Operation(
    name="tv_series.keywords",
    method="GET",
    path="/3/tv/{series_id}/keywords",
    repeats={"id": "series_id"},
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.TvSeriesKeywords,
)
LATEST: Final = Operation(
    name="tv_series.latest",
    method="GET",
    path="/3/tv/latest",
    parameters={},
    get_model=lambda: models.TvSeriesDetails,
)
LISTS: Final = Operation(
    name="tv_series.lists",
    method="GET",
    path="/3/tv/{series_id}/lists",
    repeats={"id": "series_id"},
    paged=True,
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.ListPage,
)
ADD_RATING: Final = Operation(
    name="tv_series.add_rating",
    method="POST",
    path="/3/tv/{series_id}/rating",
    needs_session=True,
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "value": Parameter("value", "body", float, required=True, least=0.5, most=10, step=0.5),
        "session_id": Parameter("session_id", "query", Secret),
        "guest_session_id": Parameter("guest_session_id", "query", Secret),
    },
    get_model=lambda: models.Status,
)
DELETE_RATING: Final = Operation(
    name="tv_series.delete_rating",
    method="DELETE",
    path="/3/tv/{series_id}/rating",
    needs_session=True,
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "session_id": Parameter("session_id", "query", Secret),
        "guest_session_id": Parameter("guest_session_id", "query", Secret),
    },
    get_model=lambda: models.Status,
)
RECOMMENDATIONS: Final = Operation(
    name="tv_series.recommendations",
    method="GET",
    path="/3/tv/{series_id}/recommendations",
    paged=True,
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.TvSeriesPage,
)
REVIEWS: Final = Operation(
    name="tv_series.reviews",
    method="GET",
    path="/3/tv/{series_id}/reviews",
    repeats={"id": "series_id"},
    paged=True,
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.ReviewPage,
)
SCREENED_THEATRICALLY: Final = Operation(
    name="tv_series.screened_theatrically",
    method="GET",
    path="/3/tv/{series_id}/screened_theatrically",
    repeats={"id": "series_id"},
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.ScreenedTheatrically,
)
SIMILAR: Final = Operation(
    name="tv_series.similar",
    method="GET",
    path="/3/tv/{series_id}/similar",
    paged=True,
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.TvSeriesPage,
)
TRANSLATIONS: Final = Operation(
    name="tv_series.translations",
    method="GET",
    path="/3/tv/{series_id}/translations",
    repeats={"id": "series_id"},
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.TvSeriesTranslations,
)
VIDEOS: Final = Operation(
    name="tv_series.videos",
    method="GET",
    path="/3/tv/{series_id}/videos",
    repeats={"id": "series_id"},
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "language": Parameter("language", "query", str),
        "include_video_language": Parameter("include_video_language", "query", str, many=True),
    },
    get_model=lambda: models.Videos,
)
WATCH_PROVIDERS: Final = Operation(
    name="tv_series.watch_providers",
    method="GET",
    path="/3/tv/{series_id}/watch/providers",
    repeats={"id": "series_id"},
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.WatchProviders,
)


class TvSeriesResource:
    """The operations of the tag `tv_series`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def details(
        self,
        series_id: int,
        *,
        append_to_response: Literal[
            "account_states",
            "aggregate_credits",
            "alternative_titles",
            "changes",
            "content_ratings",
            "credits",
            "episode_groups",
            "external_ids",
            "images",
            "keywords",
            "lists",
            "recommendations",
            "reviews",
            "screened_theatrically",
            "similar",
            "translations",
            "videos",
            "watch/providers",
        ]
        | Collection[
            Literal[
                "account_states",
                "aggregate_credits",
                "alternative_titles",
                "changes",
                "content_ratings",
                "credits",
                "episode_groups",
                "external_ids",
                "images",
                "keywords",
                "lists",
                "recommendations",
                "reviews",
                "screened_theatrically",
                "similar",
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
        append_seasons: int | Collection[int] | None = None,
        append_season_credits: int | Collection[int] | None = None,
    ) -> TvSeriesDetails:
        """Get a TV series.

        Up to 20 other answers about the series come along with `append_to_response`. A session is needed only for
        its
        `account_states`.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-details

        Args:
            series_id: TMDB's id of the TV series.
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
            append_seasons: The numbers of seasons that come along whole, as `season_details`. They count among the
                20 parts.
            append_season_credits: The numbers of seasons whose regular cast and crew come along, as
                `season_credits`. They count among the 20 parts.

        Returns:
            The TV series.

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
                "append_to_response": append_to_response,
                "language": language,
                "include_image_language": include_image_language,
                "include_video_language": include_video_language,
                "append_seasons": append_seasons,
                "append_season_credits": append_season_credits,
            },
        )

    async def account_states(
        self,
        series_id: int,
        *,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> AccountStates:
        """Get whether a user has rated a TV series, and has it among their favourites and on their watchlist.

        The user is the one of the session: the call, or else the client, names a `session_id` or a
        `guest_session_id`.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-account-states

        Args:
            series_id: TMDB's id of the TV series.
            session_id: The session of the user whose ratings are meant.
            guest_session_id: The guest session whose ratings are meant, in place of `session_id`.

        Returns:
            The states of the series.

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
            },
        )

    async def aggregate_credits(
        self,
        series_id: int,
        *,
        language: str | None = None,
    ) -> TvSeriesAggregateCredits:
        """Get the cast and crew of all seasons of a TV series.

        Each person stands once, with all their roles, and once for each department of their jobs. The answer is
        large:
        some hundred kB for a long series.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-aggregate-credits

        Args:
            series_id: TMDB's id of the TV series.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            The credits of the whole series.

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
                "language": language,
            },
        )

    async def alternative_titles(
        self,
        series_id: int,
    ) -> TvSeriesAlternativeTitles:
        """Get the other titles of a TV series.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-alternative-titles

        Args:
            series_id: TMDB's id of the TV series.

        Returns:
            The titles.

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
            ALTERNATIVE_TITLES,
            {
                "series_id": series_id,
            },
        )

    async def changes(
        self,
        series_id: int,
        *,
        start_date: date | None = None,
        end_date: date | None = None,
        page: int | None = None,
    ) -> Changes:
        """Get what was changed of a TV series.

        At most 14 days are answered at once, the last day without `start_date` and `end_date`.

        A change of a season stands here with the season's id alone, which `tv_seasons.changes` takes.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-changes

        Args:
            series_id: TMDB's id of the TV series.
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
                "series_id": series_id,
                "start_date": start_date,
                "end_date": end_date,
                "page": page,
            },
        )

    async def content_ratings(
        self,
        series_id: int,
    ) -> ContentRatings:
        """Get the ages that a TV series is approved for, by country.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-content-ratings

        Args:
            series_id: TMDB's id of the TV series.

        Returns:
            The ratings.

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
            CONTENT_RATINGS,
            {
                "series_id": series_id,
            },
        )

    async def credits(
        self,
        series_id: int,
        *,
        language: str | None = None,
    ) -> TvSeriesCredits:
        """Get the cast and crew of the latest season of a TV series.

        Earlier seasons are left out: TMDB's aggregate credits, another endpoint, cover a whole series.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-credits

        Args:
            series_id: TMDB's id of the TV series.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            The credits of the latest season.

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
                "language": language,
            },
        )

    async def episode_groups(
        self,
        series_id: int,
    ) -> TvEpisodeGroups:
        """Get the ways in which the episodes of a TV series are grouped, besides its seasons.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-episode-groups

        Args:
            series_id: TMDB's id of the TV series.

        Returns:
            The ways of grouping. `tv_episode_groups.details` has their episodes.

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
            EPISODE_GROUPS,
            {
                "series_id": series_id,
            },
        )

    async def external_ids(
        self,
        series_id: int,
    ) -> TvSeriesExternalIds:
        """Get the ids of a TV series at other sites.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-external-ids

        Args:
            series_id: TMDB's id of the TV series.

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
            },
        )

    async def images(
        self,
        series_id: int,
        *,
        language: str | None = None,
        include_image_language: str | Collection[str | None] | None = None,
    ) -> ImageSet:
        """Get the images of a TV series.

        Without `language` the images of all languages are answered.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-images

        Args:
            series_id: TMDB's id of the TV series.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            include_image_language: The languages of images that are wanted, as `xx` or `xx-XX`; None stands for
                images without text. All languages by default; where
                `language` is given, images in other languages are left out unless they are named here.

        Returns:
            The backdrops, logos and posters.

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
                "language": language,
                "include_image_language": include_image_language,
            },
        )

    async def keywords(
        self,
        series_id: int,
    ) -> TvSeriesKeywords:
        """Get the keywords of a TV series.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-keywords

        Args:
            series_id: TMDB's id of the TV series.

        Returns:
            The keywords.

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
            KEYWORDS,
            {
                "series_id": series_id,
            },
        )

    async def latest(
        self,
    ) -> TvSeriesDetails:
        """Get the TV series that was added last.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-latest-id

        Returns:
            The TV series. Much of it is empty as a rule.

        Raises:
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
            LATEST,
            {},
        )

    async def lists(
        self,
        series_id: int,
        *,
        language: str | None = None,
        page: int | None = None,
    ) -> ListPage:
        """Get the users' lists that hold a TV series.

        TMDB reference: https://developer.themoviedb.org/reference/lists-copy

        Args:
            series_id: TMDB's id of the TV series.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.

        Returns:
            A page of lists.

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
            LISTS,
            {
                "series_id": series_id,
                "language": language,
                "page": page,
            },
        )

    async def add_rating(
        self,
        series_id: int,
        *,
        value: float,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> Status:
        """Rate a TV series.

        The user is the one of the session: the call, or else the client, names a `session_id` or a
        `guest_session_id`.

        An earlier rating is replaced.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-add-rating

        Args:
            series_id: TMDB's id of the TV series.
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
                "value": value,
            },
        )

    async def delete_rating(
        self,
        series_id: int,
        *,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> Status:
        """Take a user's rating of a TV series back.

        The user is the one of the session: the call, or else the client, names a `session_id` or a
        `guest_session_id`.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-delete-rating

        Args:
            series_id: TMDB's id of the TV series.
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
            },
        )

    async def recommendations(
        self,
        series_id: int,
        *,
        language: str | None = None,
        page: int | None = None,
    ) -> TvSeriesPage:
        """Get the TV series that are recommended to those who like a TV series.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-recommendations

        Args:
            series_id: TMDB's id of the TV series.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.

        Returns:
            A page of TV series.

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
            RECOMMENDATIONS,
            {
                "series_id": series_id,
                "language": language,
                "page": page,
            },
        )

    async def reviews(
        self,
        series_id: int,
        *,
        language: str | None = None,
        page: int | None = None,
    ) -> ReviewPage:
        """Get the reviews of a TV series.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-reviews

        Args:
            series_id: TMDB's id of the TV series.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.

        Returns:
            A page of reviews.

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
            REVIEWS,
            {
                "series_id": series_id,
                "language": language,
                "page": page,
            },
        )

    async def screened_theatrically(
        self,
        series_id: int,
    ) -> ScreenedTheatrically:
        """Get the episodes of a TV series that were shown in cinemas.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-screened-theatrically

        Args:
            series_id: TMDB's id of the TV series.

        Returns:
            The episodes.

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
            SCREENED_THEATRICALLY,
            {
                "series_id": series_id,
            },
        )

    async def similar(
        self,
        series_id: int,
        *,
        language: str | None = None,
        page: int | None = None,
    ) -> TvSeriesPage:
        """Get the TV series with the same genres and keywords as a TV series.

        Taste plays no part here; `tv_series.recommendations` goes by it.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-similar

        Args:
            series_id: TMDB's id of the TV series.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.

        Returns:
            A page of TV series.

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
            SIMILAR,
            {
                "series_id": series_id,
                "language": language,
                "page": page,
            },
        )

    async def translations(
        self,
        series_id: int,
    ) -> TvSeriesTranslations:
        """Get the translations of the texts of a TV series.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-translations

        Args:
            series_id: TMDB's id of the TV series.

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
            },
        )

    async def videos(
        self,
        series_id: int,
        *,
        language: str | None = None,
        include_video_language: str | Collection[str] | None = None,
    ) -> Videos:
        """Get the trailers, teasers and other videos of a TV series.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-videos

        Args:
            series_id: TMDB's id of the TV series.
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
                "language": language,
                "include_video_language": include_video_language,
            },
        )

    async def watch_providers(
        self,
        series_id: int,
    ) -> WatchProviders:
        """Get where a TV series can be watched, by country.

        The data is JustWatch's: who shows it must name JustWatch.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-watch-providers

        Args:
            series_id: TMDB's id of the TV series.

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
            },
        )


class TvSeriesDetailedResource:
    """The operations of the tag `tv_series`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = TvSeriesResource(DetailedSender(sender))

    details = Detailed(TvSeriesResource.details)
    account_states = Detailed(TvSeriesResource.account_states)
    aggregate_credits = Detailed(TvSeriesResource.aggregate_credits)
    alternative_titles = Detailed(TvSeriesResource.alternative_titles)
    changes = Detailed(TvSeriesResource.changes)
    content_ratings = Detailed(TvSeriesResource.content_ratings)
    credits = Detailed(TvSeriesResource.credits)
    episode_groups = Detailed(TvSeriesResource.episode_groups)
    external_ids = Detailed(TvSeriesResource.external_ids)
    images = Detailed(TvSeriesResource.images)
    keywords = Detailed(TvSeriesResource.keywords)
    latest = Detailed(TvSeriesResource.latest)
    lists = Detailed(TvSeriesResource.lists)
    add_rating = Detailed(TvSeriesResource.add_rating)
    delete_rating = Detailed(TvSeriesResource.delete_rating)
    recommendations = Detailed(TvSeriesResource.recommendations)
    reviews = Detailed(TvSeriesResource.reviews)
    screened_theatrically = Detailed(TvSeriesResource.screened_theatrically)
    similar = Detailed(TvSeriesResource.similar)
    translations = Detailed(TvSeriesResource.translations)
    videos = Detailed(TvSeriesResource.videos)
    watch_providers = Detailed(TvSeriesResource.watch_providers)
