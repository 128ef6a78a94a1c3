# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `search`."""

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
    from ...models.collection_page import CollectionPage
    from ...models.company_page import CompanyPage
    from ...models.keyword_page import KeywordPage
    from ...models.media_page import MediaPage
    from ...models.movie_page import MoviePage
    from ...models.person_page import PersonPage
    from ...models.tv_series_page import TvSeriesPage

COLLECTION: Final = Operation(
    name="search.collection",
    method="GET",
    path="/3/search/collection",
    paged=True,
    parameters={
        "query": Parameter("query", "query", str, required=True),
        "include_adult": Parameter("include_adult", "query", bool),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "region": Parameter("region", "query", str),
    },
    get_model=lambda: models.CollectionPage,
)
COMPANY: Final = Operation(
    name="search.company",
    method="GET",
    path="/3/search/company",
    paged=True,
    parameters={
        "query": Parameter("query", "query", str, required=True),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.CompanyPage,
)
KEYWORD: Final = Operation(
    name="search.keyword",
    method="GET",
    path="/3/search/keyword",
    paged=True,
    parameters={
        "query": Parameter("query", "query", str, required=True),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.KeywordPage,
)
MOVIE: Final = Operation(
    name="search.movie",
    method="GET",
    path="/3/search/movie",
    paged=True,
    parameters={
        "query": Parameter("query", "query", str, required=True),
        "include_adult": Parameter("include_adult", "query", bool),
        "language": Parameter("language", "query", str),
        "primary_release_year": Parameter("primary_release_year", "query", int, least=1000, most=9999),
        "page": Parameter("page", "query", int, least=1, most=500),
        "region": Parameter("region", "query", str),
        "year": Parameter("year", "query", int, least=1000, most=9999),
    },
    get_model=lambda: models.MoviePage,
)
MULTI: Final = Operation(
    name="search.multi",
    method="GET",
    path="/3/search/multi",
    paged=True,
    parameters={
        "query": Parameter("query", "query", str, required=True),
        "include_adult": Parameter("include_adult", "query", bool),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.MediaPage,
)
PERSON: Final = Operation(
    name="search.person",
    method="GET",
    path="/3/search/person",
    paged=True,
    parameters={
        "query": Parameter("query", "query", str, required=True),
        "include_adult": Parameter("include_adult", "query", bool),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.PersonPage,
)
TV: Final = Operation(
    name="search.tv",
    method="GET",
    path="/3/search/tv",
    paged=True,
    parameters={
        "query": Parameter("query", "query", str, required=True),
        "first_air_date_year": Parameter("first_air_date_year", "query", int, least=1000, most=9999),
        "include_adult": Parameter("include_adult", "query", bool),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "year": Parameter("year", "query", int, least=1000, most=9999),
    },
    get_model=lambda: models.TvSeriesPage,
)


class SearchResource:
    """The operations of the tag `search`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def collection(
        self,
        *,
        query: str,
        include_adult: bool | None = None,
        language: str | None = None,
        page: int | None = None,
        region: str | None = None,
    ) -> CollectionPage:
        """Search for collections of films by name.

        TMDB reference: https://developer.themoviedb.org/reference/search-collection

        Args:
            query: What is searched for in the names, the original ones and others.
            include_adult: Whether results for adults only are among the others; not by default.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            region: The country whose releases are meant, as `XX`.

        Returns:
            A page of collections.

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
            COLLECTION,
            {
                "query": query,
                "include_adult": include_adult,
                "language": language,
                "page": page,
                "region": region,
            },
        )

    async def company(
        self,
        *,
        query: str,
        page: int | None = None,
    ) -> CompanyPage:
        """Search for companies by name.

        TMDB reference: https://developer.themoviedb.org/reference/search-company

        Args:
            query: What is searched for in the names.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.

        Returns:
            A page of companies.

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
            COMPANY,
            {
                "query": query,
                "page": page,
            },
        )

    async def keyword(
        self,
        *,
        query: str,
        page: int | None = None,
    ) -> KeywordPage:
        """Search for keywords by name.

        TMDB reference: https://developer.themoviedb.org/reference/search-keyword

        Args:
            query: What is searched for in the names.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.

        Returns:
            A page of keywords.

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
            KEYWORD,
            {
                "query": query,
                "page": page,
            },
        )

    async def movie(
        self,
        *,
        query: str,
        include_adult: bool | None = None,
        language: str | None = None,
        primary_release_year: int | None = None,
        page: int | None = None,
        region: str | None = None,
        year: int | None = None,
    ) -> MoviePage:
        """Search for films by title.

        TMDB reference: https://developer.themoviedb.org/reference/search-movie

        Args:
            query: What is searched for in the titles, the original ones, translated ones and others.
            include_adult: Whether results for adults only are among the others; not by default.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            primary_release_year: The year of the first release.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            region: The country whose releases are meant, as `XX`.
            year: The year of any release.

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
            MOVIE,
            {
                "query": query,
                "include_adult": include_adult,
                "language": language,
                "primary_release_year": primary_release_year,
                "page": page,
                "region": region,
                "year": year,
            },
        )

    async def multi(
        self,
        *,
        query: str,
        include_adult: bool | None = None,
        language: str | None = None,
        page: int | None = None,
    ) -> MediaPage:
        """Search for films, TV series and persons at once.

        TMDB reference: https://developer.themoviedb.org/reference/search-multi

        Args:
            query: What is searched for in the titles and names.
            include_adult: Whether results for adults only are among the others; not by default.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.

        Returns:
            A page of films, TV series, persons and, though TMDB's page names none, collections.

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
            MULTI,
            {
                "query": query,
                "include_adult": include_adult,
                "language": language,
                "page": page,
            },
        )

    async def person(
        self,
        *,
        query: str,
        include_adult: bool | None = None,
        language: str | None = None,
        page: int | None = None,
    ) -> PersonPage:
        """Search for persons by name.

        TMDB reference: https://developer.themoviedb.org/reference/search-person

        Args:
            query: What is searched for in the names, also known ones.
            include_adult: Whether results for adults only are among the others; not by default.
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
            PERSON,
            {
                "query": query,
                "include_adult": include_adult,
                "language": language,
                "page": page,
            },
        )

    async def tv(
        self,
        *,
        query: str,
        first_air_date_year: int | None = None,
        include_adult: bool | None = None,
        language: str | None = None,
        page: int | None = None,
        year: int | None = None,
    ) -> TvSeriesPage:
        """Search for TV series by name.

        TMDB reference: https://developer.themoviedb.org/reference/search-tv

        Args:
            query: What is searched for in the names, the original ones, translated ones and others.
            first_air_date_year: The year in which the first episode was shown.
            include_adult: Whether results for adults only are among the others; not by default.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            year: The year in which any episode was shown.

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
                "query": query,
                "first_air_date_year": first_air_date_year,
                "include_adult": include_adult,
                "language": language,
                "page": page,
                "year": year,
            },
        )


class SearchDetailedResource:
    """The operations of the tag `search`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = SearchResource(DetailedSender(sender))

    collection = Detailed(SearchResource.collection)
    company = Detailed(SearchResource.company)
    keyword = Detailed(SearchResource.keyword)
    movie = Detailed(SearchResource.movie)
    multi = Detailed(SearchResource.multi)
    person = Detailed(SearchResource.person)
    tv = Detailed(SearchResource.tv)
