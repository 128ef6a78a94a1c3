# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `reviews`."""

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
    from ...models.review_details import ReviewDetails

DETAILS: Final = Operation(
    name="reviews.details",
    method="GET",
    path="/3/review/{review_id}",
    parameters={
        "review_id": Parameter("review_id", "path", str, required=True),
    },
    get_model=lambda: models.ReviewDetails,
)


class ReviewsResource:
    """The operations of the tag `reviews`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def details(
        self,
        review_id: str,
    ) -> ReviewDetails:
        """Get a user's review of a film or of a TV series.

        TMDB reference: https://developer.themoviedb.org/reference/review-details

        Args:
            review_id: TMDB's id of the review, 24 hexadecimal characters. The reviews of a film or of a TV series
                have it.

        Returns:
            The review, and what it is about.

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
                "review_id": review_id,
            },
        )


class ReviewsDetailedResource:
    """The operations of the tag `reviews`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = ReviewsResource(DetailedSender(sender))

    details = Detailed(ReviewsResource.details)
