# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `guest_sessions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from ... import models
from ...types import (
    Detailed,
    DetailedSender,
    Operation,
    Parameter,
    Secret,
    Sender,
)

if TYPE_CHECKING:
    from ...models.rated_movie_page import RatedMoviePage
    from ...models.rated_tv_episode_page import RatedTvEpisodePage
    from ...models.rated_tv_series_page import RatedTvSeriesPage

RATED_MOVIES: Final = Operation(
    name="guest_sessions.rated_movies",
    method="GET",
    path="/3/guest_session/{guest_session_id}/rated/movies",
    paged=True,
    parameters={
        "guest_session_id": Parameter("guest_session_id", "path", Secret, required=True),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "sort_by": Parameter("sort_by", "query", str, choices=("created_at.asc", "created_at.desc")),
    },
    get_model=lambda: models.RatedMoviePage,
)
RATED_TV: Final = Operation(
    name="guest_sessions.rated_tv",
    method="GET",
    path="/3/guest_session/{guest_session_id}/rated/tv",
    paged=True,
    parameters={
        "guest_session_id": Parameter("guest_session_id", "path", Secret, required=True),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "sort_by": Parameter("sort_by", "query", str, choices=("created_at.asc", "created_at.desc")),
    },
    get_model=lambda: models.RatedTvSeriesPage,
)
RATED_TV_EPISODES: Final = Operation(
    name="guest_sessions.rated_tv_episodes",
    method="GET",
    path="/3/guest_session/{guest_session_id}/rated/tv/episodes",
    paged=True,
    parameters={
        "guest_session_id": Parameter("guest_session_id", "path", Secret, required=True),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "sort_by": Parameter("sort_by", "query", str, choices=("created_at.asc", "created_at.desc")),
    },
    get_model=lambda: models.RatedTvEpisodePage,
)


class GuestSessionsResource:
    """The operations of the tag `guest_sessions`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def rated_movies(
        self,
        guest_session_id: str,
        *,
        language: str | None = None,
        page: int | None = None,
        sort_by: Literal["created_at.asc", "created_at.desc"] | None = None,
    ) -> RatedMoviePage:
        """Get the films that a guest session has rated, with the ratings.

        TMDB reference: https://developer.themoviedb.org/reference/guest-session-rated-movies

        Args:
            guest_session_id: The guest session.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            sort_by: The order of the rows, by when they were added; `created_at.asc` by default.

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
        secrets = {
            "guest_session_id": Secret(guest_session_id),
        }
        del guest_session_id
        return await self._sender.send(
            RATED_MOVIES,
            {
                **secrets,
                "language": language,
                "page": page,
                "sort_by": sort_by,
            },
        )

    async def rated_tv(
        self,
        guest_session_id: str,
        *,
        language: str | None = None,
        page: int | None = None,
        sort_by: Literal["created_at.asc", "created_at.desc"] | None = None,
    ) -> RatedTvSeriesPage:
        """Get the TV series that a guest session has rated, with the ratings.

        TMDB reference: https://developer.themoviedb.org/reference/guest-session-rated-tv

        Args:
            guest_session_id: The guest session.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            sort_by: The order of the rows, by when they were added; `created_at.asc` by default.

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
        secrets = {
            "guest_session_id": Secret(guest_session_id),
        }
        del guest_session_id
        return await self._sender.send(
            RATED_TV,
            {
                **secrets,
                "language": language,
                "page": page,
                "sort_by": sort_by,
            },
        )

    async def rated_tv_episodes(
        self,
        guest_session_id: str,
        *,
        language: str | None = None,
        page: int | None = None,
        sort_by: Literal["created_at.asc", "created_at.desc"] | None = None,
    ) -> RatedTvEpisodePage:
        """Get the TV episodes that a guest session has rated, with the ratings.

        TMDB reference: https://developer.themoviedb.org/reference/guest-session-rated-tv-episodes

        Args:
            guest_session_id: The guest session.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            sort_by: The order of the rows, by when they were added; `created_at.asc` by default.

        Returns:
            A page of TV episodes.

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
            "guest_session_id": Secret(guest_session_id),
        }
        del guest_session_id
        return await self._sender.send(
            RATED_TV_EPISODES,
            {
                **secrets,
                "language": language,
                "page": page,
                "sort_by": sort_by,
            },
        )


class GuestSessionsDetailedResource:
    """The operations of the tag `guest_sessions`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = GuestSessionsResource(DetailedSender(sender))

    rated_movies = Detailed(GuestSessionsResource.rated_movies)
    rated_tv = Detailed(GuestSessionsResource.rated_tv)
    rated_tv_episodes = Detailed(GuestSessionsResource.rated_tv_episodes)
