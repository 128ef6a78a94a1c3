# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `tv_series_lists`."""

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
    from ...models.tv_series_page import TvSeriesPage

AIRING_TODAY: Final = Operation(
    name="tv_series_lists.airing_today",
    method="GET",
    path="/3/tv/airing_today",
    paged=True,
    parameters={
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "timezone": Parameter("timezone", "query", str),
    },
    get_model=lambda: models.TvSeriesPage,
)
ON_THE_AIR: Final = Operation(
    name="tv_series_lists.on_the_air",
    method="GET",
    path="/3/tv/on_the_air",
    paged=True,
    parameters={
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "timezone": Parameter("timezone", "query", str),
    },
    get_model=lambda: models.TvSeriesPage,
)
POPULAR: Final = Operation(
    name="tv_series_lists.popular",
    method="GET",
    path="/3/tv/popular",
    paged=True,
    parameters={
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.TvSeriesPage,
)
TOP_RATED: Final = Operation(
    name="tv_series_lists.top_rated",
    method="GET",
    path="/3/tv/top_rated",
    paged=True,
    parameters={
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.TvSeriesPage,
)


class TvSeriesListsResource:
    """The operations of the tag `tv_series_lists`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def airing_today(
        self,
        *,
        language: str | None = None,
        page: int | None = None,
        timezone: str | None = None,
    ) -> TvSeriesPage:
        """Get the TV series of which an episode is shown today.

        When a day begins depends on the time zone.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-airing-today-list

        Args:
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            timezone: The time zone that a day is meant in, such as `America/New_York`; that of the east of the USA
                by default.

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
            AIRING_TODAY,
            {
                "language": language,
                "page": page,
                "timezone": timezone,
            },
        )

    async def on_the_air(
        self,
        *,
        language: str | None = None,
        page: int | None = None,
        timezone: str | None = None,
    ) -> TvSeriesPage:
        """Get the TV series of which an episode is shown in the next seven days.

        When a day begins depends on the time zone.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-on-the-air-list

        Args:
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            timezone: The time zone that a day is meant in, such as `America/New_York`; that of the east of the USA
                by default.

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
            ON_THE_AIR,
            {
                "language": language,
                "page": page,
                "timezone": timezone,
            },
        )

    async def popular(
        self,
        *,
        language: str | None = None,
        page: int | None = None,
    ) -> TvSeriesPage:
        """Get the TV series that are popular now.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-popular-list

        Args:
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.

        Returns:
            A page of TV series, the most popular first.

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
            },
        )

    async def top_rated(
        self,
        *,
        language: str | None = None,
        page: int | None = None,
    ) -> TvSeriesPage:
        """Get the TV series that are rated best.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-top-rated-list

        Args:
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.

        Returns:
            A page of TV series, the best first.

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
            },
        )


class TvSeriesListsDetailedResource:
    """The operations of the tag `tv_series_lists`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = TvSeriesListsResource(DetailedSender(sender))

    airing_today = Detailed(TvSeriesListsResource.airing_today)
    on_the_air = Detailed(TvSeriesListsResource.on_the_air)
    popular = Detailed(TvSeriesListsResource.popular)
    top_rated = Detailed(TvSeriesListsResource.top_rated)
