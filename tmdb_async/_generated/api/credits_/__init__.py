# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `credits_`."""

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
    from ...models.credit_details import CreditDetails

DETAILS: Final = Operation(
    name="credits.details",
    method="GET",
    path="/3/credit/{credit_id}",
    parameters={
        "credit_id": Parameter("credit_id", "path", str, required=True),
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.CreditDetails,
)


class CreditsResource:
    """The operations of the tag `credits_`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def details(
        self,
        credit_id: str,
        *,
        language: str | None = None,
    ) -> CreditDetails:
        """Get what a person did for a film or a TV series.

        For a TV series it names the seasons or the episodes that the credit is for.

        TMDB reference: https://developer.themoviedb.org/reference/credit-details

        Args:
            credit_id: TMDB's id of the credit, 24 hexadecimal characters. Every row of a cast or of a crew has one.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            The credit.

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
                "credit_id": credit_id,
                "language": language,
            },
        )


class CreditsDetailedResource:
    """The operations of the tag `credits_`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = CreditsResource(DetailedSender(sender))

    details = Detailed(CreditsResource.details)
