# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `people_lists`."""

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
    from ...models.person_page import PersonPage

POPULAR: Final = Operation(
    name="people_lists.popular",
    method="GET",
    path="/3/person/popular",
    paged=True,
    parameters={
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.PersonPage,
)


class PeopleListsResource:
    """The operations of the tag `people_lists`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def popular(
        self,
        *,
        language: str | None = None,
        page: int | None = None,
    ) -> PersonPage:
        """Get the people who are popular now.

        TMDB reference: https://developer.themoviedb.org/reference/person-popular-list

        Args:
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.

        Returns:
            A page of people, the most popular first.

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
            POPULAR,
            {
                "language": language,
                "page": page,
            },
        )


class PeopleListsDetailedResource:
    """The operations of the tag `people_lists`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = PeopleListsResource(DetailedSender(sender))

    popular = Detailed(PeopleListsResource.popular)
