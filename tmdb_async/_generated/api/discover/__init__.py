# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `discover`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from ... import models
from ...types import (
    AnyOf,
    Detailed,
    DetailedSender,
    Operation,
    Parameter,
    Sender,
)

if TYPE_CHECKING:
    from ...models.movie_page import MoviePage
    from ...models.tv_series_page import TvSeriesPage

MOVIE: Final = Operation(
    name="discover.movie",
    method="GET",
    path="/3/discover/movie",
    paged=True,
    parameters={
        "certification": Parameter("certification", "query", str),
        "certification_gte": Parameter("certification.gte", "query", str),
        "certification_lte": Parameter("certification.lte", "query", str),
        "certification_country": Parameter("certification_country", "query", str),
        "include_adult": Parameter("include_adult", "query", bool),
        "include_video": Parameter("include_video", "query", bool),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "primary_release_year": Parameter("primary_release_year", "query", int, least=1000, most=9999),
        "primary_release_date_gte": Parameter("primary_release_date.gte", "query", date),
        "primary_release_date_lte": Parameter("primary_release_date.lte", "query", date),
        "region": Parameter("region", "query", str),
        "release_date_gte": Parameter("release_date.gte", "query", date),
        "release_date_lte": Parameter("release_date.lte", "query", date),
        "sort_by": Parameter(
            "sort_by",
            "query",
            str,
            choices=(
                "original_title.asc",
                "original_title.desc",
                "popularity.asc",
                "popularity.desc",
                "revenue.asc",
                "revenue.desc",
                "primary_release_date.asc",
                "primary_release_date.desc",
                "release_date.asc",
                "release_date.desc",
                "title.asc",
                "title.desc",
                "vote_average.asc",
                "vote_average.desc",
                "vote_count.asc",
                "vote_count.desc",
            ),
        ),
        "vote_average_gte": Parameter("vote_average.gte", "query", float, least=0, most=10),
        "vote_average_lte": Parameter("vote_average.lte", "query", float, least=0, most=10),
        "vote_count_gte": Parameter("vote_count.gte", "query", int, least=0),
        "vote_count_lte": Parameter("vote_count.lte", "query", int, least=0),
        "watch_region": Parameter("watch_region", "query", str),
        "with_cast": Parameter("with_cast", "query", int, many=True, alternatives=True),
        "with_companies": Parameter("with_companies", "query", int, many=True, alternatives=True),
        "with_genres": Parameter("with_genres", "query", int, many=True, alternatives=True),
        "with_keywords": Parameter("with_keywords", "query", int, many=True, alternatives=True),
        "with_crew": Parameter("with_crew", "query", int, many=True, alternatives=True),
        "with_origin_country": Parameter("with_origin_country", "query", str, many=True, alternatives=True),
        "with_original_language": Parameter("with_original_language", "query", str, many=True, alternatives=True),
        "with_overview_translation": Parameter("with_overview_translation", "query", str),
        "with_people": Parameter("with_people", "query", int, many=True, alternatives=True),
        "with_release_type": Parameter(
            "with_release_type", "query", int, least=1, most=6, many=True, alternatives=True
        ),
        "with_runtime_gte": Parameter("with_runtime.gte", "query", int, least=0),
        "with_runtime_lte": Parameter("with_runtime.lte", "query", int, least=0),
        "with_title_translation": Parameter("with_title_translation", "query", str),
        "with_watch_monetization_types": Parameter(
            "with_watch_monetization_types",
            "query",
            str,
            choices=("flatrate", "free", "ads", "rent", "buy"),
            many=True,
            alternatives=True,
        ),
        "with_watch_providers": Parameter("with_watch_providers", "query", int, many=True, alternatives=True),
        "without_companies": Parameter("without_companies", "query", int, many=True, alternatives=True),
        "without_genres": Parameter("without_genres", "query", int, many=True, alternatives=True),
        "without_keywords": Parameter("without_keywords", "query", int, many=True, alternatives=True),
        "without_watch_providers": Parameter("without_watch_providers", "query", int, many=True, alternatives=True),
        "year": Parameter("year", "query", int, least=1000, most=9999),
    },
    get_model=lambda: models.MoviePage,
)
TV: Final = Operation(
    name="discover.tv",
    method="GET",
    path="/3/discover/tv",
    paged=True,
    parameters={
        "air_date_gte": Parameter("air_date.gte", "query", date),
        "air_date_lte": Parameter("air_date.lte", "query", date),
        "first_air_date_year": Parameter("first_air_date_year", "query", int, least=1000, most=9999),
        "first_air_date_gte": Parameter("first_air_date.gte", "query", date),
        "first_air_date_lte": Parameter("first_air_date.lte", "query", date),
        "include_adult": Parameter("include_adult", "query", bool),
        "include_null_first_air_dates": Parameter("include_null_first_air_dates", "query", bool),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "screened_theatrically": Parameter("screened_theatrically", "query", bool),
        "sort_by": Parameter(
            "sort_by",
            "query",
            str,
            choices=(
                "first_air_date.asc",
                "first_air_date.desc",
                "name.asc",
                "name.desc",
                "original_name.asc",
                "original_name.desc",
                "popularity.asc",
                "popularity.desc",
                "vote_average.asc",
                "vote_average.desc",
                "vote_count.asc",
                "vote_count.desc",
            ),
        ),
        "timezone": Parameter("timezone", "query", str),
        "vote_average_gte": Parameter("vote_average.gte", "query", float, least=0, most=10),
        "vote_average_lte": Parameter("vote_average.lte", "query", float, least=0, most=10),
        "vote_count_gte": Parameter("vote_count.gte", "query", int, least=0),
        "vote_count_lte": Parameter("vote_count.lte", "query", int, least=0),
        "watch_region": Parameter("watch_region", "query", str),
        "with_companies": Parameter("with_companies", "query", int, many=True, alternatives=True),
        "with_genres": Parameter("with_genres", "query", int, many=True, alternatives=True),
        "with_keywords": Parameter("with_keywords", "query", int, many=True, alternatives=True),
        "with_networks": Parameter("with_networks", "query", int, many=True, alternatives=True),
        "with_origin_country": Parameter("with_origin_country", "query", str, many=True, alternatives=True),
        "with_original_language": Parameter("with_original_language", "query", str, many=True, alternatives=True),
        "with_overview_translation": Parameter("with_overview_translation", "query", str),
        "with_runtime_gte": Parameter("with_runtime.gte", "query", int, least=0),
        "with_runtime_lte": Parameter("with_runtime.lte", "query", int, least=0),
        "with_status": Parameter("with_status", "query", int, least=0, most=5, many=True, alternatives=True),
        "with_name_translation": Parameter("with_name_translation", "query", str),
        "with_type": Parameter("with_type", "query", int, least=0, most=6, many=True, alternatives=True),
        "with_watch_monetization_types": Parameter(
            "with_watch_monetization_types",
            "query",
            str,
            choices=("flatrate", "free", "ads", "rent", "buy"),
            many=True,
            alternatives=True,
        ),
        "with_watch_providers": Parameter("with_watch_providers", "query", int, many=True, alternatives=True),
        "without_companies": Parameter("without_companies", "query", int, many=True, alternatives=True),
        "without_genres": Parameter("without_genres", "query", int, many=True, alternatives=True),
        "without_keywords": Parameter("without_keywords", "query", int, many=True, alternatives=True),
        "without_watch_providers": Parameter("without_watch_providers", "query", int, many=True, alternatives=True),
    },
    get_model=lambda: models.TvSeriesPage,
)


class DiscoverResource:
    """The operations of the tag `discover`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def movie(
        self,
        *,
        certification: str | None = None,
        certification_gte: str | None = None,
        certification_lte: str | None = None,
        certification_country: str | None = None,
        include_adult: bool | None = None,
        include_video: bool | None = None,
        language: str | None = None,
        page: int | None = None,
        primary_release_year: int | None = None,
        primary_release_date_gte: date | None = None,
        primary_release_date_lte: date | None = None,
        region: str | None = None,
        release_date_gte: date | None = None,
        release_date_lte: date | None = None,
        sort_by: Literal[
            "original_title.asc",
            "original_title.desc",
            "popularity.asc",
            "popularity.desc",
            "revenue.asc",
            "revenue.desc",
            "primary_release_date.asc",
            "primary_release_date.desc",
            "release_date.asc",
            "release_date.desc",
            "title.asc",
            "title.desc",
            "vote_average.asc",
            "vote_average.desc",
            "vote_count.asc",
            "vote_count.desc",
        ]
        | None = None,
        vote_average_gte: float | None = None,
        vote_average_lte: float | None = None,
        vote_count_gte: int | None = None,
        vote_count_lte: int | None = None,
        watch_region: str | None = None,
        with_cast: int | Collection[int] | AnyOf[int] | None = None,
        with_companies: int | Collection[int] | AnyOf[int] | None = None,
        with_genres: int | Collection[int] | AnyOf[int] | None = None,
        with_keywords: int | Collection[int] | AnyOf[int] | None = None,
        with_crew: int | Collection[int] | AnyOf[int] | None = None,
        with_origin_country: str | Collection[str] | AnyOf[str] | None = None,
        with_original_language: str | Collection[str] | AnyOf[str] | None = None,
        with_overview_translation: str | None = None,
        with_people: int | Collection[int] | AnyOf[int] | None = None,
        with_release_type: int | Collection[int] | AnyOf[int] | None = None,
        with_runtime_gte: int | None = None,
        with_runtime_lte: int | None = None,
        with_title_translation: str | None = None,
        with_watch_monetization_types: Literal["flatrate", "free", "ads", "rent", "buy"]
        | Collection[Literal["flatrate", "free", "ads", "rent", "buy"]]
        | AnyOf[Literal["flatrate", "free", "ads", "rent", "buy"]]
        | None = None,
        with_watch_providers: int | Collection[int] | AnyOf[int] | None = None,
        without_companies: int | Collection[int] | AnyOf[int] | None = None,
        without_genres: int | Collection[int] | AnyOf[int] | None = None,
        without_keywords: int | Collection[int] | AnyOf[int] | None = None,
        without_watch_providers: int | Collection[int] | AnyOf[int] | None = None,
        year: int | None = None,
    ) -> MoviePage:
        """Find films by what is known of them.

        A list means that all of its values are wanted, and `any_of` that one is enough. TMDB ignores what it does
        not know.

        TMDB reference: https://developer.themoviedb.org/reference/discover-movie

        Args:
            certification: The age rating in `certification_country`.
            certification_gte: The lowest age rating in `certification_country`.
            certification_lte: The highest age rating in `certification_country`.
            certification_country: The country of the age ratings, as `XX`.
            include_adult: Whether results for adults only are among the others; not by default.
            include_video: Whether videos, such as compilations, are among the films; not by default.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            primary_release_year: The year of the first release.
            primary_release_date_gte: The earliest day of the first release.
            primary_release_date_lte: The latest day of the first release.
            region: The country whose releases are meant, as `XX`.
            release_date_gte: The earliest day of any release, or of one in `region`.
            release_date_lte: The latest day of any release, or of one in `region`.
            sort_by: The order of the rows; `popularity.desc` by default.
            vote_average_gte: The lowest average of ratings, from 0 to 10.
            vote_average_lte: The highest average of ratings, from 0 to 10.
            vote_count_gte: The lowest number of ratings.
            vote_count_lte: The highest number of ratings.
            watch_region: The country whose watch providers are meant, as `XX`.
            with_cast: TMDB's ids of persons in the cast.
            with_companies: TMDB's ids of companies that made it.
            with_genres: TMDB's ids of genres that it has.
            with_keywords: TMDB's ids of keywords that it has.
            with_crew: TMDB's ids of persons in the crew.
            with_origin_country: The countries that it is from, each as `XX`.
            with_original_language: The original language, as two letters. There is one alone, so several are given
                as `any_of`.
            with_overview_translation: Only films that have an overview in this language, as `xx-XX`.
            with_people: TMDB's ids of persons in the cast or the crew.
            with_release_type: The kinds of the releases that are meant, of 1 premiere, 2 limited, 3 in cinemas, 4
                digital, 5 physical,
                6 TV.
            with_runtime_gte: The shortest runtime, in minutes.
            with_runtime_lte: The longest runtime, in minutes.
            with_title_translation: Only films that have a title in this language, as `xx-XX`.
            with_watch_monetization_types: How it can be watched in `watch_region`.
            with_watch_providers: TMDB's ids of providers on which it can be watched in `watch_region`.
            without_companies: TMDB's ids of companies that did not make it.
            without_genres: TMDB's ids of genres that it does not have.
            without_keywords: TMDB's ids of keywords that it does not have.
            without_watch_providers: TMDB's ids of providers on which it cannot be watched in `watch_region`.
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
                "certification": certification,
                "certification_gte": certification_gte,
                "certification_lte": certification_lte,
                "certification_country": certification_country,
                "include_adult": include_adult,
                "include_video": include_video,
                "language": language,
                "page": page,
                "primary_release_year": primary_release_year,
                "primary_release_date_gte": primary_release_date_gte,
                "primary_release_date_lte": primary_release_date_lte,
                "region": region,
                "release_date_gte": release_date_gte,
                "release_date_lte": release_date_lte,
                "sort_by": sort_by,
                "vote_average_gte": vote_average_gte,
                "vote_average_lte": vote_average_lte,
                "vote_count_gte": vote_count_gte,
                "vote_count_lte": vote_count_lte,
                "watch_region": watch_region,
                "with_cast": with_cast,
                "with_companies": with_companies,
                "with_genres": with_genres,
                "with_keywords": with_keywords,
                "with_crew": with_crew,
                "with_origin_country": with_origin_country,
                "with_original_language": with_original_language,
                "with_overview_translation": with_overview_translation,
                "with_people": with_people,
                "with_release_type": with_release_type,
                "with_runtime_gte": with_runtime_gte,
                "with_runtime_lte": with_runtime_lte,
                "with_title_translation": with_title_translation,
                "with_watch_monetization_types": with_watch_monetization_types,
                "with_watch_providers": with_watch_providers,
                "without_companies": without_companies,
                "without_genres": without_genres,
                "without_keywords": without_keywords,
                "without_watch_providers": without_watch_providers,
                "year": year,
            },
        )

    async def tv(
        self,
        *,
        air_date_gte: date | None = None,
        air_date_lte: date | None = None,
        first_air_date_year: int | None = None,
        first_air_date_gte: date | None = None,
        first_air_date_lte: date | None = None,
        include_adult: bool | None = None,
        include_null_first_air_dates: bool | None = None,
        language: str | None = None,
        page: int | None = None,
        screened_theatrically: bool | None = None,
        sort_by: Literal[
            "first_air_date.asc",
            "first_air_date.desc",
            "name.asc",
            "name.desc",
            "original_name.asc",
            "original_name.desc",
            "popularity.asc",
            "popularity.desc",
            "vote_average.asc",
            "vote_average.desc",
            "vote_count.asc",
            "vote_count.desc",
        ]
        | None = None,
        timezone: str | None = None,
        vote_average_gte: float | None = None,
        vote_average_lte: float | None = None,
        vote_count_gte: int | None = None,
        vote_count_lte: int | None = None,
        watch_region: str | None = None,
        with_companies: int | Collection[int] | AnyOf[int] | None = None,
        with_genres: int | Collection[int] | AnyOf[int] | None = None,
        with_keywords: int | Collection[int] | AnyOf[int] | None = None,
        with_networks: int | Collection[int] | AnyOf[int] | None = None,
        with_origin_country: str | Collection[str] | AnyOf[str] | None = None,
        with_original_language: str | Collection[str] | AnyOf[str] | None = None,
        with_overview_translation: str | None = None,
        with_runtime_gte: int | None = None,
        with_runtime_lte: int | None = None,
        with_status: int | Collection[int] | AnyOf[int] | None = None,
        with_name_translation: str | None = None,
        with_type: int | Collection[int] | AnyOf[int] | None = None,
        with_watch_monetization_types: Literal["flatrate", "free", "ads", "rent", "buy"]
        | Collection[Literal["flatrate", "free", "ads", "rent", "buy"]]
        | AnyOf[Literal["flatrate", "free", "ads", "rent", "buy"]]
        | None = None,
        with_watch_providers: int | Collection[int] | AnyOf[int] | None = None,
        without_companies: int | Collection[int] | AnyOf[int] | None = None,
        without_genres: int | Collection[int] | AnyOf[int] | None = None,
        without_keywords: int | Collection[int] | AnyOf[int] | None = None,
        without_watch_providers: int | Collection[int] | AnyOf[int] | None = None,
    ) -> TvSeriesPage:
        """Find TV series by what is known of them.

        A list means that all of its values are wanted, and `any_of` that one is enough. TMDB ignores what it does
        not know.

        TMDB reference: https://developer.themoviedb.org/reference/discover-tv

        Args:
            air_date_gte: The earliest day on which an episode was shown.
            air_date_lte: The latest day on which an episode was shown.
            first_air_date_year: The year in which the first episode was shown.
            first_air_date_gte: The earliest day on which the first episode was shown.
            first_air_date_lte: The latest day on which the first episode was shown.
            include_adult: Whether results for adults only are among the others; not by default.
            include_null_first_air_dates: Whether series of which TMDB knows no first day are among the others; not
                by default.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            screened_theatrically: Only series of which an episode was shown in cinemas.
            sort_by: The order of the rows; `popularity.desc` by default.
            timezone: The time zone that a day is meant in, such as `America/New_York`; that of the east of the USA
                by default.
            vote_average_gte: The lowest average of ratings, from 0 to 10.
            vote_average_lte: The highest average of ratings, from 0 to 10.
            vote_count_gte: The lowest number of ratings.
            vote_count_lte: The highest number of ratings.
            watch_region: The country whose watch providers are meant, as `XX`.
            with_companies: TMDB's ids of companies that made it.
            with_genres: TMDB's ids of genres that it has.
            with_keywords: TMDB's ids of keywords that it has.
            with_networks: TMDB's ids of networks that show it.
            with_origin_country: The countries that it is from, each as `XX`.
            with_original_language: The original language, as two letters. There is one alone, so several are given
                as `any_of`.
            with_overview_translation: Only series that have an overview in this language, as `xx-XX`.
            with_runtime_gte: The shortest runtime, in minutes.
            with_runtime_lte: The longest runtime, in minutes.
            with_status: The states that are meant, of 0 returning, 1 planned, 2 in production, 3 ended, 4
                cancelled, 5 pilot.
            with_name_translation: Only series that have a name in this language, as `xx-XX`.
            with_type: The kinds that are meant, of 0 documentary, 1 news, 2 miniseries, 3 reality, 4 scripted, 5
                talk show,
                6 video.
            with_watch_monetization_types: How it can be watched in `watch_region`.
            with_watch_providers: TMDB's ids of providers on which it can be watched in `watch_region`.
            without_companies: TMDB's ids of companies that did not make it.
            without_genres: TMDB's ids of genres that it does not have.
            without_keywords: TMDB's ids of keywords that it does not have.
            without_watch_providers: TMDB's ids of providers on which it cannot be watched in `watch_region`.

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
                "air_date_gte": air_date_gte,
                "air_date_lte": air_date_lte,
                "first_air_date_year": first_air_date_year,
                "first_air_date_gte": first_air_date_gte,
                "first_air_date_lte": first_air_date_lte,
                "include_adult": include_adult,
                "include_null_first_air_dates": include_null_first_air_dates,
                "language": language,
                "page": page,
                "screened_theatrically": screened_theatrically,
                "sort_by": sort_by,
                "timezone": timezone,
                "vote_average_gte": vote_average_gte,
                "vote_average_lte": vote_average_lte,
                "vote_count_gte": vote_count_gte,
                "vote_count_lte": vote_count_lte,
                "watch_region": watch_region,
                "with_companies": with_companies,
                "with_genres": with_genres,
                "with_keywords": with_keywords,
                "with_networks": with_networks,
                "with_origin_country": with_origin_country,
                "with_original_language": with_original_language,
                "with_overview_translation": with_overview_translation,
                "with_runtime_gte": with_runtime_gte,
                "with_runtime_lte": with_runtime_lte,
                "with_status": with_status,
                "with_name_translation": with_name_translation,
                "with_type": with_type,
                "with_watch_monetization_types": with_watch_monetization_types,
                "with_watch_providers": with_watch_providers,
                "without_companies": without_companies,
                "without_genres": without_genres,
                "without_keywords": without_keywords,
                "without_watch_providers": without_watch_providers,
            },
        )


class DiscoverDetailedResource:
    """The operations of the tag `discover`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = DiscoverResource(DetailedSender(sender))

    movie = Detailed(DiscoverResource.movie)
    tv = Detailed(DiscoverResource.tv)
