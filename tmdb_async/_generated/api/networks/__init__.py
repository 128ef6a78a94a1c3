# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `networks`."""

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
    from ...models.network_alternative_names import NetworkAlternativeNames
    from ...models.network_details import NetworkDetails
    from ...models.network_images import NetworkImages

DETAILS: Final = Operation(
    name="networks.details",
    method="GET",
    path="/3/network/{network_id}",
    repeats={"id": "network_id"},
    parameters={
        "network_id": Parameter("network_id", "path", int, required=True, least=1),
        "append_to_response": Parameter(
            "append_to_response", "query", str, choices=("alternative_names", "images"), many=True, most_items=20
        ),
    },
    get_model=lambda: models.NetworkDetails,
    parts=(
        Part("alternative_names", "alternative_names", lambda: models.NetworkAlternativeNames),
        Part("images", "images", lambda: models.NetworkImages),
    ),
)
ALTERNATIVE_NAMES: Final = Operation(
    name="networks.alternative_names",
    method="GET",
    path="/3/network/{network_id}/alternative_names",
    parameters={
        "network_id": Parameter("network_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.NetworkAlternativeNames,
)
IMAGES: Final = Operation(
    name="networks.images",
    method="GET",
    path="/3/network/{network_id}/images",
    parameters={
        "network_id": Parameter("network_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.NetworkImages,
)


class NetworksResource:
    """The operations of the tag `networks`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def details(
        self,
        network_id: int,
        *,
        append_to_response: Literal["alternative_names", "images"]
        | Collection[Literal["alternative_names", "images"]]
        | None = None,
    ) -> NetworkDetails:
        """Get a network that shows TV series.

        TMDB reference: https://developer.themoviedb.org/reference/network-details

        Args:
            network_id: TMDB's id of the network. A series' details name its networks.
            append_to_response: What is fetched with the details in the same request, each as a field of its own.

        Returns:
            The network.

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
                "network_id": network_id,
                "append_to_response": append_to_response,
            },
        )

    async def alternative_names(
        self,
        network_id: int,
    ) -> NetworkAlternativeNames:
        """Get the alternative names of a network.

        TMDB reference: https://developer.themoviedb.org/reference/details-copy

        Args:
            network_id: TMDB's id of the network. A series' details name its networks.

        Returns:
            The names.

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
            ALTERNATIVE_NAMES,
            {
                "network_id": network_id,
            },
        )

    async def images(
        self,
        network_id: int,
    ) -> NetworkImages:
        """Get the logos of a network.

        TMDB reference: https://developer.themoviedb.org/reference/alternative-names-copy

        Args:
            network_id: TMDB's id of the network. A series' details name its networks.

        Returns:
            The logos.

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
                "network_id": network_id,
            },
        )


class NetworksDetailedResource:
    """The operations of the tag `networks`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = NetworksResource(DetailedSender(sender))

    details = Detailed(NetworksResource.details)
    alternative_names = Detailed(NetworksResource.alternative_names)
    images = Detailed(NetworksResource.images)
