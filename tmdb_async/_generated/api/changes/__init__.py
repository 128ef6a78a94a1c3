# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `changes`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from ... import models
from ...types import (
    Detailed,
    DetailedSender,
    Operation,
    Parameter,
    Sender,
    Span,
)

if TYPE_CHECKING:
    from ...models.changed_id_page import ChangedIdPage

MOVIE: Final = Operation(
    name="changes.movie",
    method="GET",
    path="/3/movie/changes",
    span=Span("start_date", "end_date", 14),
    changes_of="movie_id",
    paged=True,
    parameters={
        "end_date": Parameter("end_date", "query", date),
        "page": Parameter("page", "query", int, least=1, most=500),
        "start_date": Parameter("start_date", "query", date),
    },
    get_model=lambda: models.ChangedIdPage,
)
PEOPLE: Final = Operation(
    name="changes.people",
    method="GET",
    path="/3/person/changes",
    span=Span("start_date", "end_date", 14),
    changes_of="person_id",
    paged=True,
    parameters={
        "end_date": Parameter("end_date", "query", date),
        "page": Parameter("page", "query", int, least=1, most=500),
        "start_date": Parameter("start_date", "query", date),
    },
    get_model=lambda: models.ChangedIdPage,
)
TV: Final = Operation(
    name="changes.tv",
    method="GET",
    path="/3/tv/changes",
    span=Span("start_date", "end_date", 14),
    changes_of="series_id",
    paged=True,
    parameters={
        "end_date": Parameter("end_date", "query", date),
        "page": Parameter("page", "query", int, least=1, most=500),
        "start_date": Parameter("start_date", "query", date),
    },
    get_model=lambda: models.ChangedIdPage,
)


class ChangesResource:
    """The operations of the tag `changes`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def movie(
        self,
        *,
        end_date: date | None = None,
        page: int | None = None,
        start_date: date | None = None,
    ) -> ChangedIdPage:
        """Get the ids of the films that were changed.

        At most 14 days are answered at once, the last day without `start_date` and `end_date`.
        `movies.changes` says what was changed of a film.

        TMDB reference: https://developer.themoviedb.org/reference/changes-movie-list

        Args:
            end_date: The last day of the changes that are wanted, at most 14 days after the first; today by
                default.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            start_date: The first day of the changes that are wanted; yesterday by default.

        Returns:
            A page of the ids.

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
                "end_date": end_date,
                "page": page,
                "start_date": start_date,
            },
        )

    async def people(
        self,
        *,
        end_date: date | None = None,
        page: int | None = None,
        start_date: date | None = None,
    ) -> ChangedIdPage:
        """Get the ids of the people that were changed.

        At most 14 days are answered at once, the last day without `start_date` and `end_date`.
        `people.changes` says what was changed of a person.

        TMDB reference: https://developer.themoviedb.org/reference/changes-people-list

        Args:
            end_date: The last day of the changes that are wanted, at most 14 days after the first; today by
                default.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            start_date: The first day of the changes that are wanted; yesterday by default.

        Returns:
            A page of the ids.

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
                "end_date": end_date,
                "page": page,
                "start_date": start_date,
            },
        )

    async def tv(
        self,
        *,
        end_date: date | None = None,
        page: int | None = None,
        start_date: date | None = None,
    ) -> ChangedIdPage:
        """Get the ids of the TV series that were changed.

        At most 14 days are answered at once, the last day without `start_date` and `end_date`.
        `tv_series.changes` says what was changed of a TV series.

        TMDB reference: https://developer.themoviedb.org/reference/changes-tv-list

        Args:
            end_date: The last day of the changes that are wanted, at most 14 days after the first; today by
                default.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            start_date: The first day of the changes that are wanted; yesterday by default.

        Returns:
            A page of the ids.

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
                "end_date": end_date,
                "page": page,
                "start_date": start_date,
            },
        )


class ChangesDetailedResource:
    """The operations of the tag `changes`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = ChangesResource(DetailedSender(sender))

    movie = Detailed(ChangesResource.movie)
    people = Detailed(ChangesResource.people)
    tv = Detailed(ChangesResource.tv)
