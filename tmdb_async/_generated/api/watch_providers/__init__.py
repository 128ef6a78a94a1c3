# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `watch_providers`."""

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
    from ...models.watch_provider_list import WatchProviderList
    from ...models.watch_provider_regions import WatchProviderRegions

AVAILABLE_REGIONS: Final = Operation(
    name="watch_providers.available_regions",
    method="GET",
    path="/3/watch/providers/regions",
    parameters={
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.WatchProviderRegions,
)
MOVIE: Final = Operation(
    name="watch_providers.movie",
    method="GET",
    path="/3/watch/providers/movie",
    parameters={
        "language": Parameter("language", "query", str),
        "watch_region": Parameter("watch_region", "query", str),
    },
    get_model=lambda: models.WatchProviderList,
)
TV: Final = Operation(
    name="watch_providers.tv",
    method="GET",
    path="/3/watch/providers/tv",
    parameters={
        "language": Parameter("language", "query", str),
        "watch_region": Parameter("watch_region", "query", str),
    },
    get_model=lambda: models.WatchProviderList,
)


class WatchProvidersResource:
    """The operations of the tag `watch_providers`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def available_regions(
        self,
        *,
        language: str | None = None,
    ) -> WatchProviderRegions:
        """Get the countries that TMDB knows watch providers of.

        TMDB reference: https://developer.themoviedb.org/reference/watch-providers-available-regions

        Args:
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            The countries.

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
            AVAILABLE_REGIONS,
            {
                "language": language,
            },
        )

    async def movie(
        self,
        *,
        language: str | None = None,
        watch_region: str | None = None,
    ) -> WatchProviderList:
        """Get the providers with whom films can be watched.

        The data comes from JustWatch, which has to be named where it is shown.

        TMDB reference: https://developer.themoviedb.org/reference/watch-providers-movie-list

        Args:
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            watch_region: The country whose watch providers are meant, as `XX`.

        Returns:
            The providers.

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
            MOVIE,
            {
                "language": language,
                "watch_region": watch_region,
            },
        )

    async def tv(
        self,
        *,
        language: str | None = None,
        watch_region: str | None = None,
    ) -> WatchProviderList:
        """Get the providers with whom TV series can be watched.

        The data comes from JustWatch, which has to be named where it is shown.

        TMDB reference: https://developer.themoviedb.org/reference/watch-provider-tv-list

        Args:
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            watch_region: The country whose watch providers are meant, as `XX`.

        Returns:
            The providers.

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
                "language": language,
                "watch_region": watch_region,
            },
        )


class WatchProvidersDetailedResource:
    """The operations of the tag `watch_providers`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = WatchProvidersResource(DetailedSender(sender))

    available_regions = Detailed(WatchProvidersResource.available_regions)
    movie = Detailed(WatchProvidersResource.movie)
    tv = Detailed(WatchProvidersResource.tv)
