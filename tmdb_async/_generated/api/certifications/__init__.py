# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `certifications`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import models
from ...types import (
    Detailed,
    DetailedSender,
    Operation,
    Sender,
)

if TYPE_CHECKING:
    from ...models.certifications import Certifications

MOVIE: Final = Operation(
    name="certifications.movie",
    method="GET",
    path="/3/certification/movie/list",
    parameters={},
    get_model=lambda: models.Certifications,
)
TV: Final = Operation(
    name="certifications.tv",
    method="GET",
    path="/3/certification/tv/list",
    parameters={},
    get_model=lambda: models.Certifications,
)


class CertificationsResource:
    """The operations of the tag `certifications`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def movie(
        self,
    ) -> Certifications:
        """Get the age ratings of films, by country.

        TMDB reference: https://developer.themoviedb.org/reference/certification-movie-list

        Returns:
            The age ratings.

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
            MOVIE,
            {},
        )

    async def tv(
        self,
    ) -> Certifications:
        """Get the age ratings of TV series, by country.

        TMDB reference: https://developer.themoviedb.org/reference/certifications-tv-list

        Returns:
            The age ratings.

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
            TV,
            {},
        )


class CertificationsDetailedResource:
    """The operations of the tag `certifications`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = CertificationsResource(DetailedSender(sender))

    movie = Detailed(CertificationsResource.movie)
    tv = Detailed(CertificationsResource.tv)
