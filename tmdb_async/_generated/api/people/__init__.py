# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `people`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from ... import models
from ...types import (
    Detailed,
    DetailedSender,
    Operation,
    Parameter,
    Part,
    Sender,
    Span,
)

if TYPE_CHECKING:
    from ...models.changes import Changes
    from ...models.person_combined_credits import PersonCombinedCredits
    from ...models.person_details import PersonDetails
    from ...models.person_external_ids import PersonExternalIds
    from ...models.person_images import PersonImages
    from ...models.person_movie_credits import PersonMovieCredits
    from ...models.person_tagged_images import PersonTaggedImages
    from ...models.person_translations import PersonTranslations
    from ...models.person_tv_credits import PersonTvCredits

DETAILS: Final = Operation(
    name="people.details",
    method="GET",
    path="/3/person/{person_id}",
    repeats={"id": "person_id"},
    parameters={
        "person_id": Parameter("person_id", "path", int, required=True, least=1),
        "append_to_response": Parameter(
            "append_to_response",
            "query",
            str,
            choices=(
                "changes",
                "combined_credits",
                "external_ids",
                "images",
                "movie_credits",
                "tagged_images",
                "translations",
                "tv_credits",
            ),
            many=True,
            most_items=20,
        ),
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.PersonDetails,
    parts=(
        Part("changes", "changes", lambda: models.Changes),
        Part("combined_credits", "combined_credits", lambda: models.PersonCombinedCredits),
        Part("external_ids", "external_ids", lambda: models.PersonExternalIds),
        Part("images", "images", lambda: models.PersonImages),
        Part("movie_credits", "movie_credits", lambda: models.PersonMovieCredits),
        Part("tagged_images", "tagged_images", lambda: models.PersonTaggedImages),
        Part("translations", "translations", lambda: models.PersonTranslations),
        Part("tv_credits", "tv_credits", lambda: models.PersonTvCredits),
    ),
)
CHANGES: Final = Operation(
    name="people.changes",
    method="GET",
    path="/3/person/{person_id}/changes",
    span=Span("start_date", "end_date", 14),
    parameters={
        "person_id": Parameter("person_id", "path", int, required=True, least=1),
        "start_date": Parameter("start_date", "query", date),
        "end_date": Parameter("end_date", "query", date),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.Changes,
)
COMBINED_CREDITS: Final = Operation(
    name="people.combined_credits",
    method="GET",
    path="/3/person/{person_id}/combined_credits",
    repeats={"id": "person_id"},
    parameters={
        "person_id": Parameter("person_id", "path", int, required=True, least=1),
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.PersonCombinedCredits,
)
EXTERNAL_IDS: Final = Operation(
    name="people.external_ids",
    method="GET",
    path="/3/person/{person_id}/external_ids",
    repeats={"id": "person_id"},
    parameters={
        "person_id": Parameter("person_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.PersonExternalIds,
)
IMAGES: Final = Operation(
    name="people.images",
    method="GET",
    path="/3/person/{person_id}/images",
    repeats={"id": "person_id"},
    parameters={
        "person_id": Parameter("person_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.PersonImages,
)
LATEST: Final = Operation(
    name="people.latest",
    method="GET",
    path="/3/person/latest",
    parameters={},
    get_model=lambda: models.PersonDetails,
)
MOVIE_CREDITS: Final = Operation(
    name="people.movie_credits",
    method="GET",
    path="/3/person/{person_id}/movie_credits",
    repeats={"id": "person_id"},
    parameters={
        "person_id": Parameter("person_id", "path", int, required=True, least=1),
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.PersonMovieCredits,
)
TAGGED_IMAGES: Final = Operation(
    name="people.tagged_images",
    method="GET",
    path="/3/person/{person_id}/tagged_images",
    repeats={"id": "person_id"},
    parameters={
        "person_id": Parameter("person_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.PersonTaggedImages,
)
TRANSLATIONS: Final = Operation(
    name="people.translations",
    method="GET",
    path="/3/person/{person_id}/translations",
    repeats={"id": "person_id"},
    parameters={
        "person_id": Parameter("person_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.PersonTranslations,
)
TV_CREDITS: Final = Operation(
    name="people.tv_credits",
    method="GET",
    path="/3/person/{person_id}/tv_credits",
    repeats={"id": "person_id"},
    parameters={
        "person_id": Parameter("person_id", "path", int, required=True, least=1),
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.PersonTvCredits,
)


class PeopleResource:
    """The operations of the tag `people`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def details(
        self,
        person_id: int,
        *,
        append_to_response: Literal[
            "changes",
            "combined_credits",
            "external_ids",
            "images",
            "movie_credits",
            "tagged_images",
            "translations",
            "tv_credits",
        ]
        | Collection[
            Literal[
                "changes",
                "combined_credits",
                "external_ids",
                "images",
                "movie_credits",
                "tagged_images",
                "translations",
                "tv_credits",
            ]
        ]
        | None = None,
        language: str | None = None,
    ) -> PersonDetails:
        """Get a person.

        Up to 20 other answers about the person come along with `append_to_response`.

        TMDB reference: https://developer.themoviedb.org/reference/person-details

        Args:
            person_id: TMDB's id of the person.
            append_to_response: What is fetched with the details in the same request, each as a field of its own.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            The person.

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
                "person_id": person_id,
                "append_to_response": append_to_response,
                "language": language,
            },
        )

    async def changes(
        self,
        person_id: int,
        *,
        start_date: date | None = None,
        end_date: date | None = None,
        page: int | None = None,
    ) -> Changes:
        """Get what was changed of a person.

        At most 14 days are answered at once, the last day without `start_date` and `end_date`.

        TMDB reference: https://developer.themoviedb.org/reference/person-changes

        Args:
            person_id: TMDB's id of the person.
            start_date: The first day of the changes that are wanted; yesterday by default.
            end_date: The last day of the changes that are wanted, at most 14 days after the first; today by
                default.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.

        Returns:
            The changes.

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
            CHANGES,
            {
                "person_id": person_id,
                "start_date": start_date,
                "end_date": end_date,
                "page": page,
            },
        )

    async def combined_credits(
        self,
        person_id: int,
        *,
        language: str | None = None,
    ) -> PersonCombinedCredits:
        """Get the films and TV series that a person took part in.

        TMDB reference: https://developer.themoviedb.org/reference/person-combined-credits

        Args:
            person_id: TMDB's id of the person.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            What the person played and what they did.

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
            COMBINED_CREDITS,
            {
                "person_id": person_id,
                "language": language,
            },
        )

    async def external_ids(
        self,
        person_id: int,
    ) -> PersonExternalIds:
        """Get the ids of a person at other sites.

        TMDB reference: https://developer.themoviedb.org/reference/person-external-ids

        Args:
            person_id: TMDB's id of the person.

        Returns:
            The ids.

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
            EXTERNAL_IDS,
            {
                "person_id": person_id,
            },
        )

    async def images(
        self,
        person_id: int,
    ) -> PersonImages:
        """Get the portraits of a person.

        TMDB reference: https://developer.themoviedb.org/reference/person-images

        Args:
            person_id: TMDB's id of the person.

        Returns:
            The portraits.

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
            IMAGES,
            {
                "person_id": person_id,
            },
        )

    async def latest(
        self,
    ) -> PersonDetails:
        """Get the person who was added last.

        TMDB reference: https://developer.themoviedb.org/reference/person-latest-id

        Returns:
            The person. Much of it is empty as a rule.

        Raises:
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
            LATEST,
            {},
        )

    async def movie_credits(
        self,
        person_id: int,
        *,
        language: str | None = None,
    ) -> PersonMovieCredits:
        """Get the films that a person took part in.

        TMDB reference: https://developer.themoviedb.org/reference/person-movie-credits

        Args:
            person_id: TMDB's id of the person.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            What the person played and what they did.

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
            MOVIE_CREDITS,
            {
                "person_id": person_id,
                "language": language,
            },
        )

    async def tagged_images(
        self,
        person_id: int,
    ) -> PersonTaggedImages:
        """Get the images that show a person, among those of films and of TV.

        The answer holds all that TMDB hands out, whatever `total_pages` and `total_results` say.

        TMDB reference: https://developer.themoviedb.org/reference/person-tagged-images

        Args:
            person_id: TMDB's id of the person.

        Returns:
            The images.

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
            TAGGED_IMAGES,
            {
                "person_id": person_id,
            },
        )

    async def translations(
        self,
        person_id: int,
    ) -> PersonTranslations:
        """Get the translations of the texts of a person.

        TMDB reference: https://developer.themoviedb.org/reference/translations

        Args:
            person_id: TMDB's id of the person.

        Returns:
            The translations.

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
            TRANSLATIONS,
            {
                "person_id": person_id,
            },
        )

    async def tv_credits(
        self,
        person_id: int,
        *,
        language: str | None = None,
    ) -> PersonTvCredits:
        """Get the TV series that a person took part in.

        TMDB reference: https://developer.themoviedb.org/reference/person-tv-credits

        Args:
            person_id: TMDB's id of the person.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            What the person played and what they did.

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
            TV_CREDITS,
            {
                "person_id": person_id,
                "language": language,
            },
        )


class PeopleDetailedResource:
    """The operations of the tag `people`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = PeopleResource(DetailedSender(sender))

    details = Detailed(PeopleResource.details)
    changes = Detailed(PeopleResource.changes)
    combined_credits = Detailed(PeopleResource.combined_credits)
    external_ids = Detailed(PeopleResource.external_ids)
    images = Detailed(PeopleResource.images)
    latest = Detailed(PeopleResource.latest)
    movie_credits = Detailed(PeopleResource.movie_credits)
    tagged_images = Detailed(PeopleResource.tagged_images)
    translations = Detailed(PeopleResource.translations)
    tv_credits = Detailed(PeopleResource.tv_credits)
