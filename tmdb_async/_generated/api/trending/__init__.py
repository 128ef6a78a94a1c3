# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `trending`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from ... import models
from ...types import (
    Detailed,
    DetailedSender,
    Operation,
    Parameter,
    Sender,
)

if TYPE_CHECKING:
    from ...models.media_page import MediaPage
    from ...models.movie_page import MoviePage
    from ...models.person_page import PersonPage
    from ...models.tv_series_page import TvSeriesPage

ALL: Final = Operation(
    name="trending.all",
    method="GET",
    path="/3/trending/all/{time_window}",
    paged=True,
    parameters={
        "time_window": Parameter("time_window", "path", str, required=True, choices=("day", "week")),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.MediaPage,
)
MOVIES: Final = Operation(
    name="trending.movies",
    method="GET",
    path="/3/trending/movie/{time_window}",
    paged=True,
    parameters={
        "time_window": Parameter("time_window", "path", str, required=True, choices=("day", "week")),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.MoviePage,
)
PEOPLE: Final = Operation(
    name="trending.people",
    method="GET",
    path="/3/trending/person/{time_window}",
    paged=True,
    parameters={
        "time_window": Parameter("time_window", "path", str, required=True, choices=("day", "week")),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.PersonPage,
)
TV: Final = Operation(
    name="trending.tv",
    method="GET",
    path="/3/trending/tv/{time_window}",
    paged=True,
    parameters={
        "time_window": Parameter("time_window", "path", str, required=True, choices=("day", "week")),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.TvSeriesPage,
)


class TrendingResource:
    """The operations of the tag `trending`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def all(
        self,
        time_window: Literal["day", "week"],
        *,
        language: str | None = None,
        page: int | None = None,
    ) -> MediaPage:
        """Get the films, TV series and persons that are trending.

        TMDB reference: https://developer.themoviedb.org/reference/trending-all

        Args:
            time_window: Whether the trend of the day or of the week is meant.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.

        Returns:
            A page of films, TV series and persons.

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
            ALL,
            {
                "time_window": time_window,
                "language": language,
                "page": page,
            },
        )

    async def movies(
        self,
        time_window: Literal["day", "week"],
        *,
        language: str | None = None,
        page: int | None = None,
    ) -> MoviePage:
        """Get the films that are trending.

        TMDB reference: https://developer.themoviedb.org/reference/trending-movies

        Args:
            time_window: Whether the trend of the day or of the week is meant.
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
            MOVIES,
            {
                "time_window": time_window,
                "language": language,
                "page": page,
            },
        )

    async def people(
        self,
        time_window: Literal["day", "week"],
        *,
        language: str | None = None,
        page: int | None = None,
    ) -> PersonPage:
        """Get the persons that are trending.

        TMDB reference: https://developer.themoviedb.org/reference/trending-people

        Args:
            time_window: Whether the trend of the day or of the week is meant.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.

        Returns:
            A page of persons.

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
            PEOPLE,
            {
                "time_window": time_window,
                "language": language,
                "page": page,
            },
        )

    async def tv(
        self,
        time_window: Literal["day", "week"],
        *,
        language: str | None = None,
        page: int | None = None,
    ) -> TvSeriesPage:
        """Get the TV series that are trending.

        TMDB reference: https://developer.themoviedb.org/reference/trending-tv

        Args:
            time_window: Whether the trend of the day or of the week is meant.
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
            TV,
            {
                "time_window": time_window,
                "language": language,
                "page": page,
            },
        )


class TrendingDetailedResource:
    """The operations of the tag `trending`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = TrendingResource(DetailedSender(sender))

    all = Detailed(TrendingResource.all)
    movies = Detailed(TrendingResource.movies)
    people = Detailed(TrendingResource.people)
    tv = Detailed(TrendingResource.tv)
