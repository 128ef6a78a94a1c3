# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `genres`."""

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
    from ...models.genre_list import GenreList

MOVIE: Final = Operation(
    name="genres.movie",
    method="GET",
    path="/3/genre/movie/list",
    parameters={
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.GenreList,
)
TV: Final = Operation(
    name="genres.tv",
    method="GET",
    path="/3/genre/tv/list",
    parameters={
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.GenreList,
)


class GenresResource:
    """The operations of the tag `genres`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def movie(
        self,
        *,
        language: str | None = None,
    ) -> GenreList:
        """Get the genres of films.

        TMDB reference: https://developer.themoviedb.org/reference/genre-movie-list

        Args:
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            The genres.

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
            },
        )

    async def tv(
        self,
        *,
        language: str | None = None,
    ) -> GenreList:
        """Get the genres of TV series.

        TMDB reference: https://developer.themoviedb.org/reference/genre-tv-list

        Args:
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            The genres.

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
            },
        )


class GenresDetailedResource:
    """The operations of the tag `genres`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = GenresResource(DetailedSender(sender))

    movie = Detailed(GenresResource.movie)
    tv = Detailed(GenresResource.tv)
