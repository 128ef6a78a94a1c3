# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `companies`."""

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
    from ...models.company_alternative_names import CompanyAlternativeNames
    from ...models.company_details import CompanyDetails
    from ...models.company_images import CompanyImages

DETAILS: Final = Operation(
    name="companies.details",
    method="GET",
    path="/3/company/{company_id}",
    repeats={"id": "company_id"},
    parameters={
        "company_id": Parameter("company_id", "path", int, required=True, least=1),
        "append_to_response": Parameter(
            "append_to_response", "query", str, choices=("alternative_names", "images"), many=True, most_items=20
        ),
    },
    get_model=lambda: models.CompanyDetails,
    parts=(
        Part("alternative_names", "alternative_names", lambda: models.CompanyAlternativeNames),
        Part("images", "images", lambda: models.CompanyImages),
    ),
)
ALTERNATIVE_NAMES: Final = Operation(
    name="companies.alternative_names",
    method="GET",
    path="/3/company/{company_id}/alternative_names",
    parameters={
        "company_id": Parameter("company_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.CompanyAlternativeNames,
)
IMAGES: Final = Operation(
    name="companies.images",
    method="GET",
    path="/3/company/{company_id}/images",
    parameters={
        "company_id": Parameter("company_id", "path", int, required=True, least=1),
    },
    get_model=lambda: models.CompanyImages,
)


class CompaniesResource:
    """The operations of the tag `companies`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def details(
        self,
        company_id: int,
        *,
        append_to_response: Literal["alternative_names", "images"]
        | Collection[Literal["alternative_names", "images"]]
        | None = None,
    ) -> CompanyDetails:
        """Get a company.

        TMDB reference: https://developer.themoviedb.org/reference/company-details

        Args:
            company_id: TMDB's id of the company. The details of films and TV series name their companies.
            append_to_response: What is fetched with the details in the same request, each as a field of its own.

        Returns:
            The company.

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
                "company_id": company_id,
                "append_to_response": append_to_response,
            },
        )

    async def alternative_names(
        self,
        company_id: int,
    ) -> CompanyAlternativeNames:
        """Get the alternative names of a company.

        TMDB reference: https://developer.themoviedb.org/reference/company-alternative-names

        Args:
            company_id: TMDB's id of the company. The details of films and TV series name their companies.

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
                "company_id": company_id,
            },
        )

    async def images(
        self,
        company_id: int,
    ) -> CompanyImages:
        """Get the logos of a company.

        TMDB reference: https://developer.themoviedb.org/reference/company-images

        Args:
            company_id: TMDB's id of the company. The details of films and TV series name their companies.

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
                "company_id": company_id,
            },
        )


class CompaniesDetailedResource:
    """The operations of the tag `companies`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = CompaniesResource(DetailedSender(sender))

    details = Detailed(CompaniesResource.details)
    alternative_names = Detailed(CompaniesResource.alternative_names)
    images = Detailed(CompaniesResource.images)
