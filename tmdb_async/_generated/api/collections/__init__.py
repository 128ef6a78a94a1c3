# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `collections`."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final, Literal

from ... import models
from ...types import (
    Detailed,
    DetailedSender,
    Operation,
    Parameter,
    Part,
    Sender,
)

if TYPE_CHECKING:
    from ...models.collection_details import CollectionDetails
    from ...models.collection_translations import CollectionTranslations
    from ...models.image_set import ImageSet

DETAILS: Final = Operation(
    name="collections.details",
    method="GET",
    path="/3/collection/{collection_id}",
    repeats={"id": "collection_id"},
    parameters={
        "collection_id": Parameter("collection_id", "path", int, required=True, least=1),
        "append_to_response": Parameter(
            "append_to_response", "query", str, choices=("images", "translations"), many=True, most_items=20
        ),
        "language": Parameter("language", "query", str),
        "include_image_language": Parameter("include_image_language", "query", str, many=True, nullable=True),
    },
    get_model=lambda: models.CollectionDetails,
    parts=(
        Part("images", "images", lambda: models.ImageSet),
        Part("translations", "translations", lambda: models.CollectionTranslations),
    ),
)
IMAGES: Final = Operation(
    name="collections.images",
    method="GET",
    path="/3/collection/{collection_id}/images",
    repeats={"id": "collection_id"},
    parameters={
        "collection_id": Parameter("collection_id", "path", int, required=True, least=1),
        "include_image_language": Parameter("include_image_language", "query", str, many=True, nullable=True),
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.ImageSet,
)
TRANSLATIONS: Final = Operation(
    name="collections.translations",
    method="GET",
    path="/3/collection/{collection_id}/translations",
    parameters={
        "collection_id": Parameter("collection_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.CollectionTranslations,
)


class CollectionsResource:
    """The operations of the tag `collections`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def details(
        self,
        collection_id: int,
        *,
        append_to_response: Literal["images", "translations"]
        | Collection[Literal["images", "translations"]]
        | None = None,
        language: str | None = None,
        include_image_language: str | Collection[str | None] | None = None,
    ) -> CollectionDetails:
        """Get a collection of films.

        TMDB reference: https://developer.themoviedb.org/reference/collection-details

        Args:
            collection_id: TMDB's id of the collection. A film's details name its collection.
            append_to_response: What is fetched with the details in the same request, each as a field of its own.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            include_image_language: The languages of images that are wanted, as `xx` or `xx-XX`; None stands for
                images without text. All languages by default; where
                `language` is given, images in other languages are left out unless they are named here.

        Returns:
            The collection and its films.

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
                "collection_id": collection_id,
                "append_to_response": append_to_response,
                "language": language,
                "include_image_language": include_image_language,
            },
        )

    async def images(
        self,
        collection_id: int,
        *,
        include_image_language: str | Collection[str | None] | None = None,
        language: str | None = None,
    ) -> ImageSet:
        """Get the images of a collection.

        TMDB reference: https://developer.themoviedb.org/reference/collection-images

        Args:
            collection_id: TMDB's id of the collection. A film's details name its collection.
            include_image_language: The languages of images that are wanted, as `xx` or `xx-XX`; None stands for
                images without text. All languages by default; where
                `language` is given, images in other languages are left out unless they are named here.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

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
            IMAGES,
            {
                "collection_id": collection_id,
                "include_image_language": include_image_language,
                "language": language,
            },
        )

    async def translations(
        self,
        collection_id: int,
    ) -> CollectionTranslations:
        """Get the translations of a collection.

        TMDB reference: https://developer.themoviedb.org/reference/collection-translations

        Args:
            collection_id: TMDB's id of the collection. A film's details name its collection.

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
                "collection_id": collection_id,
            },
        )


class CollectionsDetailedResource:
    """The operations of the tag `collections`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = CollectionsResource(DetailedSender(sender))

    details = Detailed(CollectionsResource.details)
    images = Detailed(CollectionsResource.images)
    translations = Detailed(CollectionsResource.translations)
