# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `movies`."""

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
    from ...models.image_set import ImageSet
    from ...models.list_page import ListPage
    from ...models.movie_alternative_titles import MovieAlternativeTitles
    from ...models.movie_credits import MovieCredits
    from ...models.movie_details import MovieDetails
    from ...models.movie_external_ids import MovieExternalIds
    from ...models.movie_keywords import MovieKeywords
    from ...models.movie_page import MoviePage
    from ...models.movie_release_dates import MovieReleaseDates
    from ...models.movie_translations import MovieTranslations
    from ...models.review_page import ReviewPage
    from ...models.status import Status
    from ...models.videos import Videos
    from ...models.watch_providers import WatchProviders

DETAILS: Final = Operation(
    name="movies.details",
    method="GET",
    path="/3/movie/{movie_id}",
    repeats={"id": "movie_id"},
    parameters={
        "movie_id": Parameter("movie_id", "path", int, required=True, least=1),
        "append_to_response": Parameter(
            "append_to_response",
            "query",
            str,
            choices=(
                "account_states",
                "alternative_titles",
                "changes",
                "credits",
                "external_ids",
                "images",
                "keywords",
                "lists",
                "recommendations",
                "release_dates",
                "reviews",
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
    },
    get_model=lambda: models.MovieDetails,
    parts=(
        Part("account_states", "account_states", lambda: models.AccountStates, needs_session=True),
        Part("alternative_titles", "alternative_titles", lambda: models.MovieAlternativeTitles),
        Part("changes", "changes", lambda: models.Changes),
        Part("credits", "credits", lambda: models.MovieCredits),
        Part("external_ids", "external_ids", lambda: models.MovieExternalIds),
        Part("images", "images", lambda: models.ImageSet),
        Part("keywords", "keywords", lambda: models.MovieKeywords),
        Part("lists", "lists", lambda: models.ListPage),
        Part("recommendations", "recommendations", lambda: models.MoviePage),
        Part("release_dates", "release_dates", lambda: models.MovieReleaseDates),
        Part("reviews", "reviews", lambda: models.ReviewPage),
        Part("similar", "similar", lambda: models.MoviePage),
        Part("translations", "translations", lambda: models.MovieTranslations),
        Part("videos", "videos", lambda: models.Videos),
        Part("watch/providers", "watch_providers", lambda: models.WatchProviders),
    ),
)
ACCOUNT_STATES: Final = Operation(
    name="movies.account_states",
    method="GET",
    path="/3/movie/{movie_id}/account_states",
    repeats={"id": "movie_id"},
    needs_session=True,
    parameters={
        "movie_id": Parameter("movie_id", "path", int, required=True, least=1),
        "session_id": Parameter("session_id", "query", Secret),
        "guest_session_id": Parameter("guest_session_id", "query", Secret),
    },
    get_model=lambda: models.AccountStates,
)
ALTERNATIVE_TITLES: Final = Operation(
    name="movies.alternative_titles",
    method="GET",
    path="/3/movie/{movie_id}/alternative_titles",
    repeats={"id": "movie_id"},
    parameters={
        "movie_id": Parameter("movie_id", "path", int, required=True, least=1),
        "country": Parameter("country", "query", str),
    },
    get_model=lambda: models.MovieAlternativeTitles,
)
CHANGES: Final = Operation(
    name="movies.changes",
    method="GET",
    path="/3/movie/{movie_id}/changes",
    span=Span("start_date", "end_date", 14),
    parameters={
        "movie_id": Parameter("movie_id", "path", int, required=True, least=1),
        "start_date": Parameter("start_date", "query", date),
        "end_date": Parameter("end_date", "query", date),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.Changes,
)
CREDITS: Final = Operation(
    name="movies.credits",
    method="GET",
    path="/3/movie/{movie_id}/credits",
    repeats={"id": "movie_id"},
    parameters={
        "movie_id": Parameter("movie_id", "path", int, required=True, least=1),
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.MovieCredits,
)
EXTERNAL_IDS: Final = Operation(
    name="movies.external_ids",
    method="GET",
    path="/3/movie/{movie_id}/external_ids",
    repeats={"id": "movie_id"},
    parameters={
        "movie_id": Parameter("movie_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.MovieExternalIds,
)
IMAGES: Final = Operation(
    name="movies.images",
    method="GET",
    path="/3/movie/{movie_id}/images",
    repeats={"id": "movie_id"},
    parameters={
        "movie_id": Parameter("movie_id", "path", int, required=True, least=1),
        "language": Parameter("language", "query", str),
        "include_image_language": Parameter("include_image_language", "query", str, many=True, nullable=True),
    },
    get_model=lambda: models.ImageSet,
)
KEYWORDS: Final = Operation(
    name="movies.keywords",
    method="GET",
    path="/3/movie/{movie_id}/keywords",
    repeats={"id": "movie_id"},
    parameters={
        "movie_id": Parameter("movie_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.MovieKeywords,
)
LATEST: Final = Operation(
    name="movies.latest",
    method="GET",
    path="/3/movie/latest",
    parameters={},
    get_model=lambda: models.MovieDetails,
)
LISTS: Final = Operation(
    name="movies.lists",
    method="GET",
    path="/3/movie/{movie_id}/lists",
    repeats={"id": "movie_id"},
    paged=True,
    parameters={
        "movie_id": Parameter("movie_id", "path", int, required=True, least=1),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.ListPage,
)
ADD_RATING: Final = Operation(
    name="movies.add_rating",
    method="POST",
    path="/3/movie/{movie_id}/rating",
    needs_session=True,
    parameters={
        "movie_id": Parameter("movie_id", "path", int, required=True, least=1),
        "value": Parameter("value", "body", float, required=True, least=0.5, most=10, step=0.5),
        "session_id": Parameter("session_id", "query", Secret),
        "guest_session_id": Parameter("guest_session_id", "query", Secret),
    },
    get_model=lambda: models.Status,
)
DELETE_RATING: Final = Operation(
    name="movies.delete_rating",
    method="DELETE",
    path="/3/movie/{movie_id}/rating",
    needs_session=True,
    parameters={
        "movie_id": Parameter("movie_id", "path", int, required=True, least=1),
        "session_id": Parameter("session_id", "query", Secret),
        "guest_session_id": Parameter("guest_session_id", "query", Secret),
    },
    get_model=lambda: models.Status,
)
RECOMMENDATIONS: Final = Operation(
    name="movies.recommendations",
    method="GET",
    path="/3/movie/{movie_id}/recommendations",
    paged=True,
    parameters={
        "movie_id": Parameter("movie_id", "path", int, required=True, least=1),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.MoviePage,
)
RELEASE_DATES: Final = Operation(
    name="movies.release_dates",
    method="GET",
    path="/3/movie/{movie_id}/release_dates",
    repeats={"id": "movie_id"},
    parameters={
        "movie_id": Parameter("movie_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.MovieReleaseDates,
)
REVIEWS: Final = Operation(
    name="movies.reviews",
    method="GET",
    path="/3/movie/{movie_id}/reviews",
    repeats={"id": "movie_id"},
    paged=True,
    parameters={
        "movie_id": Parameter("movie_id", "path", int, required=True, least=1),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.ReviewPage,
)
SIMILAR: Final = Operation(
    name="movies.similar",
    method="GET",
    path="/3/movie/{movie_id}/similar",
    paged=True,
    parameters={
        "movie_id": Parameter("movie_id", "path", int, required=True, least=1),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.MoviePage,
)
TRANSLATIONS: Final = Operation(
    name="movies.translations",
    method="GET",
    path="/3/movie/{movie_id}/translations",
    repeats={"id": "movie_id"},
    parameters={
        "movie_id": Parameter("movie_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.MovieTranslations,
)
VIDEOS: Final = Operation(
    name="movies.videos",
    method="GET",
    path="/3/movie/{movie_id}/videos",
    repeats={"id": "movie_id"},
    parameters={
        "movie_id": Parameter("movie_id", "path", int, required=True, least=1),
        "language": Parameter("language", "query", str),
        "include_video_language": Parameter("include_video_language", "query", str, many=True),
    },
    get_model=lambda: models.Videos,
)
WATCH_PROVIDERS: Final = Operation(
    name="movies.watch_providers",
    method="GET",
    path="/3/movie/{movie_id}/watch/providers",
    repeats={"id": "movie_id"},
    parameters={
        "movie_id": Parameter("movie_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.WatchProviders,
)


class MoviesResource:
    """The operations of the tag `movies`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def details(
        self,
        movie_id: int,
        *,
        append_to_response: Literal[
            "account_states",
            "alternative_titles",
            "changes",
            "credits",
            "external_ids",
            "images",
            "keywords",
            "lists",
            "recommendations",
            "release_dates",
            "reviews",
            "similar",
            "translations",
            "videos",
            "watch/providers",
        ]
        | Collection[
            Literal[
                "account_states",
                "alternative_titles",
                "changes",
                "credits",
                "external_ids",
                "images",
                "keywords",
                "lists",
                "recommendations",
                "release_dates",
                "reviews",
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
    ) -> MovieDetails:
        """Get a film.

        Up to 20 other answers about the film come along with `append_to_response`. A session is needed only for its
        `account_states`.

        TMDB reference: https://developer.themoviedb.org/reference/movie-details

        Args:
            movie_id: TMDB's id of the film.
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
            The film.

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
                "movie_id": movie_id,
                "append_to_response": append_to_response,
                "language": language,
                "include_image_language": include_image_language,
                "include_video_language": include_video_language,
            },
        )

    async def account_states(
        self,
        movie_id: int,
        *,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> AccountStates:
        """Get whether a user has rated a film, and has it among their favourites and on their watchlist.

        The user is the one of the session: the call, or else the client, names a `session_id` or a
        `guest_session_id`.

        TMDB reference: https://developer.themoviedb.org/reference/movie-account-states

        Args:
            movie_id: TMDB's id of the film.
            session_id: The session of the user whose ratings are meant.
            guest_session_id: The guest session whose ratings are meant, in place of `session_id`.

        Returns:
            The states of the film.

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
                "movie_id": movie_id,
            },
        )

    async def alternative_titles(
        self,
        movie_id: int,
        *,
        country: str | None = None,
    ) -> MovieAlternativeTitles:
        """Get the other titles of a film.

        TMDB reference: https://developer.themoviedb.org/reference/movie-alternative-titles

        Args:
            movie_id: TMDB's id of the film.
            country: The country whose titles are wanted, as `XX`; all countries by default.

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
                "movie_id": movie_id,
                "country": country,
            },
        )

    async def changes(
        self,
        movie_id: int,
        *,
        start_date: date | None = None,
        end_date: date | None = None,
        page: int | None = None,
    ) -> Changes:
        """Get what was changed of a film.

        At most 14 days are answered at once, the last day without `start_date` and `end_date`.

        TMDB reference: https://developer.themoviedb.org/reference/movie-changes

        Args:
            movie_id: TMDB's id of the film.
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
                "movie_id": movie_id,
                "start_date": start_date,
                "end_date": end_date,
                "page": page,
            },
        )

    async def credits(
        self,
        movie_id: int,
        *,
        language: str | None = None,
    ) -> MovieCredits:
        """Get the cast and crew of a film.

        TMDB reference: https://developer.themoviedb.org/reference/movie-credits

        Args:
            movie_id: TMDB's id of the film.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            The credits.

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
                "movie_id": movie_id,
                "language": language,
            },
        )

    async def external_ids(
        self,
        movie_id: int,
    ) -> MovieExternalIds:
        """Get the ids of a film at other sites.

        TMDB reference: https://developer.themoviedb.org/reference/movie-external-ids

        Args:
            movie_id: TMDB's id of the film.

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
                "movie_id": movie_id,
            },
        )

    async def images(
        self,
        movie_id: int,
        *,
        language: str | None = None,
        include_image_language: str | Collection[str | None] | None = None,
    ) -> ImageSet:
        """Get the images of a film.

        Without `language` the images of all languages are answered.

        TMDB reference: https://developer.themoviedb.org/reference/movie-images

        Args:
            movie_id: TMDB's id of the film.
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
                "movie_id": movie_id,
                "language": language,
                "include_image_language": include_image_language,
            },
        )

    async def keywords(
        self,
        movie_id: int,
    ) -> MovieKeywords:
        """Get the keywords of a film.

        TMDB reference: https://developer.themoviedb.org/reference/movie-keywords

        Args:
            movie_id: TMDB's id of the film.

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
                "movie_id": movie_id,
            },
        )

    async def latest(
        self,
    ) -> MovieDetails:
        """Get the film that was added last.

        TMDB reference: https://developer.themoviedb.org/reference/movie-latest-id

        Returns:
            The film. Much of it is empty as a rule.

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
        movie_id: int,
        *,
        language: str | None = None,
        page: int | None = None,
    ) -> ListPage:
        """Get the users' lists that hold a film.

        TMDB reference: https://developer.themoviedb.org/reference/movie-lists

        Args:
            movie_id: TMDB's id of the film.
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
                "movie_id": movie_id,
                "language": language,
                "page": page,
            },
        )

    async def add_rating(
        self,
        movie_id: int,
        *,
        value: float,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> Status:
        """Rate a film.

        The user is the one of the session: the call, or else the client, names a `session_id` or a
        `guest_session_id`.

        An earlier rating is replaced.

        TMDB reference: https://developer.themoviedb.org/reference/movie-add-rating

        Args:
            movie_id: TMDB's id of the film.
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
                "movie_id": movie_id,
                "value": value,
            },
        )

    async def delete_rating(
        self,
        movie_id: int,
        *,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> Status:
        """Take a user's rating of a film back.

        The user is the one of the session: the call, or else the client, names a `session_id` or a
        `guest_session_id`.

        TMDB reference: https://developer.themoviedb.org/reference/movie-delete-rating

        Args:
            movie_id: TMDB's id of the film.
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
                "movie_id": movie_id,
            },
        )

    async def recommendations(
        self,
        movie_id: int,
        *,
        language: str | None = None,
        page: int | None = None,
    ) -> MoviePage:
        """Get the films that are recommended to those who like a film.

        TMDB reference: https://developer.themoviedb.org/reference/movie-recommendations

        Args:
            movie_id: TMDB's id of the film.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.

        Returns:
            A page of films.

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
                "movie_id": movie_id,
                "language": language,
                "page": page,
            },
        )

    async def release_dates(
        self,
        movie_id: int,
    ) -> MovieReleaseDates:
        """Get the releases of a film with its age ratings, by country.

        TMDB reference: https://developer.themoviedb.org/reference/movie-release-dates

        Args:
            movie_id: TMDB's id of the film.

        Returns:
            The releases of each country.

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
            RELEASE_DATES,
            {
                "movie_id": movie_id,
            },
        )

    async def reviews(
        self,
        movie_id: int,
        *,
        language: str | None = None,
        page: int | None = None,
    ) -> ReviewPage:
        """Get the reviews of a film.

        TMDB reference: https://developer.themoviedb.org/reference/movie-reviews

        Args:
            movie_id: TMDB's id of the film.
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
                "movie_id": movie_id,
                "language": language,
                "page": page,
            },
        )

    async def similar(
        self,
        movie_id: int,
        *,
        language: str | None = None,
        page: int | None = None,
    ) -> MoviePage:
        """Get the films with the same genres and keywords as a film.

        Taste plays no part here; `movies.recommendations` goes by it.

        TMDB reference: https://developer.themoviedb.org/reference/movie-similar

        Args:
            movie_id: TMDB's id of the film.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.

        Returns:
            A page of films.

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
                "movie_id": movie_id,
                "language": language,
                "page": page,
            },
        )

    async def translations(
        self,
        movie_id: int,
    ) -> MovieTranslations:
        """Get the translations of the texts of a film.

        TMDB reference: https://developer.themoviedb.org/reference/movie-translations

        Args:
            movie_id: TMDB's id of the film.

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
                "movie_id": movie_id,
            },
        )

    async def videos(
        self,
        movie_id: int,
        *,
        language: str | None = None,
        include_video_language: str | Collection[str] | None = None,
    ) -> Videos:
        """Get the trailers, teasers and other videos of a film.

        TMDB reference: https://developer.themoviedb.org/reference/movie-videos

        Args:
            movie_id: TMDB's id of the film.
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
                "movie_id": movie_id,
                "language": language,
                "include_video_language": include_video_language,
            },
        )

    async def watch_providers(
        self,
        movie_id: int,
    ) -> WatchProviders:
        """Get where a film can be watched, by country.

        The data is JustWatch's: who shows it must name JustWatch.

        TMDB reference: https://developer.themoviedb.org/reference/movie-watch-providers

        Args:
            movie_id: TMDB's id of the film.

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
                "movie_id": movie_id,
            },
        )


class MoviesDetailedResource:
    """The operations of the tag `movies`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = MoviesResource(DetailedSender(sender))

    details = Detailed(MoviesResource.details)
    account_states = Detailed(MoviesResource.account_states)
    alternative_titles = Detailed(MoviesResource.alternative_titles)
    changes = Detailed(MoviesResource.changes)
    credits = Detailed(MoviesResource.credits)
    external_ids = Detailed(MoviesResource.external_ids)
    images = Detailed(MoviesResource.images)
    keywords = Detailed(MoviesResource.keywords)
    latest = Detailed(MoviesResource.latest)
    lists = Detailed(MoviesResource.lists)
    add_rating = Detailed(MoviesResource.add_rating)
    delete_rating = Detailed(MoviesResource.delete_rating)
    recommendations = Detailed(MoviesResource.recommendations)
    release_dates = Detailed(MoviesResource.release_dates)
    reviews = Detailed(MoviesResource.reviews)
    similar = Detailed(MoviesResource.similar)
    translations = Detailed(MoviesResource.translations)
    videos = Detailed(MoviesResource.videos)
    watch_providers = Detailed(MoviesResource.watch_providers)
