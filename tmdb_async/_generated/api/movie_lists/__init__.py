# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `movie_lists`."""

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
    from ...models.dated_movie_page import DatedMoviePage
    from ...models.movie_page import MoviePage

NOW_PLAYING: Final = Operation(
    name="movie_lists.now_playing",
    method="GET",
    path="/3/movie/now_playing",
    paged=True,
    parameters={
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "region": Parameter("region", "query", str),
    },
    get_model=lambda: models.DatedMoviePage,
)
POPULAR: Final = Operation(
    name="movie_lists.popular",
    method="GET",
    path="/3/movie/popular",
    paged=True,
    parameters={
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "region": Parameter("region", "query", str),
    },
    get_model=lambda: models.MoviePage,
)
TOP_RATED: Final = Operation(
    name="movie_lists.top_rated",
    method="GET",
    path="/3/movie/top_rated",
    paged=True,
    parameters={
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "region": Parameter("region", "query", str),
    },
    get_model=lambda: models.MoviePage,
)
UPCOMING: Final = Operation(
    name="movie_lists.upcoming",
    method="GET",
    path="/3/movie/upcoming",
    paged=True,
    parameters={
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "region": Parameter("region", "query", str),
    },
    get_model=lambda: models.DatedMoviePage,
)


class MovieListsResource:
    """The operations of the tag `movie_lists`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def now_playing(
        self,
        *,
        language: str | None = None,
        page: int | None = None,
        region: str | None = None,
    ) -> DatedMoviePage:
        """Get the films that are in cinemas now.

        TMDB reference: https://developer.themoviedb.org/reference/movie-now-playing-list

        Args:
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            region: The country whose releases are meant, as `XX`.

        Returns:
            A page of films, and the days of their releases.

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
            NOW_PLAYING,
            {
                "language": language,
                "page": page,
                "region": region,
            },
        )

    async def popular(
        self,
        *,
        language: str | None = None,
        page: int | None = None,
        region: str | None = None,
    ) -> MoviePage:
        """Get the films that are popular now.

        TMDB reference: https://developer.themoviedb.org/reference/movie-popular-list

        Args:
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            region: The country whose releases are meant, as `XX`.

        Returns:
            A page of films, the most popular first.

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
            POPULAR,
            {
                "language": language,
                "page": page,
                "region": region,
            },
        )

    async def top_rated(
        self,
        *,
        language: str | None = None,
        page: int | None = None,
        region: str | None = None,
    ) -> MoviePage:
        """Get the films that are rated best.

        TMDB reference: https://developer.themoviedb.org/reference/movie-top-rated-list

        Args:
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            region: The country whose releases are meant, as `XX`.

        Returns:
            A page of films, the best first.

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
            TOP_RATED,
            {
                "language": language,
                "page": page,
                "region": region,
            },
        )

    async def upcoming(
        self,
        *,
        language: str | None = None,
        page: int | None = None,
        region: str | None = None,
    ) -> DatedMoviePage:
        """Get the films that are in cinemas soon.

        TMDB reference: https://developer.themoviedb.org/reference/movie-upcoming-list

        Args:
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            region: The country whose releases are meant, as `XX`.

        Returns:
            A page of films, and the days of their releases.

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
            UPCOMING,
            {
                "language": language,
                "page": page,
                "region": region,
            },
        )


class MovieListsDetailedResource:
    """The operations of the tag `movie_lists`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = MovieListsResource(DetailedSender(sender))

    now_playing = Detailed(MovieListsResource.now_playing)
    popular = Detailed(MovieListsResource.popular)
    top_rated = Detailed(MovieListsResource.top_rated)
    upcoming = Detailed(MovieListsResource.upcoming)
