# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `keywords`."""

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
    from ...models.keyword import Keyword
    from ...models.keyword_movie_page import KeywordMoviePage

DETAILS: Final = Operation(
    name="keywords.details",
    method="GET",
    path="/3/keyword/{keyword_id}",
    repeats={"id": "keyword_id"},
    parameters={
        "keyword_id": Parameter("keyword_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.Keyword,
)
MOVIES: Final = Operation(
    name="keywords.movies",
    method="GET",
    path="/3/keyword/{keyword_id}/movies",
    paged=True,
    parameters={
        "keyword_id": Parameter("keyword_id", "path", int, required=True, least=1),
        "include_adult": Parameter("include_adult", "query", bool),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.KeywordMoviePage,
)


class KeywordsResource:
    """The operations of the tag `keywords`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def details(
        self,
        keyword_id: int,
    ) -> Keyword:
        """Get a keyword.

        TMDB reference: https://developer.themoviedb.org/reference/keyword-details

        Args:
            keyword_id: TMDB's id of the keyword. `search.keyword` finds it.

        Returns:
            The keyword.

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
            DETAILS,
            {
                "keyword_id": keyword_id,
            },
        )

    async def movies(
        self,
        keyword_id: int,
        *,
        include_adult: bool | None = None,
        language: str | None = None,
        page: int | None = None,
    ) -> KeywordMoviePage:
        """Get the films that have a keyword.

        `discover.movie` with `with_keywords` gives the same films, and can order and filter them.

        TMDB reference: https://developer.themoviedb.org/reference/keyword-movies

        Args:
            keyword_id: TMDB's id of the keyword. `search.keyword` finds it.
            include_adult: Whether results for adults only are among the others; not by default.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.

        Returns:
            A page of the films.

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
                "keyword_id": keyword_id,
                "include_adult": include_adult,
                "language": language,
                "page": page,
            },
        )


class KeywordsDetailedResource:
    """The operations of the tag `keywords`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = KeywordsResource(DetailedSender(sender))

    details = Detailed(KeywordsResource.details)
    movies = Detailed(KeywordsResource.movies)
