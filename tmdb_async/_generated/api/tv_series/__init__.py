# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `tv_series`."""

from __future__ import annotations

from typing import Final

from ...models.tv_series_credits import TvSeriesCredits
from ...types import Operation, Response, Sender

CREDITS: Final = Operation(
    name="tv_series.credits",
    method="GET",
    path="/3/tv/{series_id}/credits",
    path_parameters={
        "series_id": int,
    },
    query_parameters={
        "language": str,
    },
    model=TvSeriesCredits,
    repeats={"id": "series_id"},
)


class TvSeriesResource:
    """The operations of the tag `tv_series`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

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
            },
            {
                "language": language,
            },
        )


class TvSeriesDetailedResource:
    """The operations of the tag `tv_series`, each answering with a `Response`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def credits(
        self,
        series_id: int,
        *,
        language: str | None = None,
    ) -> Response[TvSeriesCredits]:
        """Get the cast and crew of the latest season of a TV series.

        Earlier seasons are left out: TMDB's aggregate credits, another endpoint, cover a whole series.

        TMDB reference: https://developer.themoviedb.org/reference/tv-series-credits

        Args:
            series_id: TMDB's id of the TV series.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            The credits of the latest season. With its status, headers and raw content.

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
        return await self._sender.send_detailed(
            CREDITS,
            {
                "series_id": series_id,
            },
            {
                "language": language,
            },
        )
