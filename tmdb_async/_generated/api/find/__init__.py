# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `find`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from ... import models
from ...types import (
    Detailed,
    DetailedSender,
    Operation,
    Parameter,
    Sender,
)

if TYPE_CHECKING:
    from ...models.find_results import FindResults

BY_ID: Final = Operation(
    name="find.by_id",
    method="GET",
    path="/3/find/{external_id}",
    parameters={
        "external_id": Parameter("external_id", "path", str, required=True),
        "external_source": Parameter(
            "external_source",
            "query",
            str,
            required=True,
            choices=(
                "imdb_id",
                "facebook_id",
                "instagram_id",
                "tvdb_id",
                "tiktok_id",
                "twitter_id",
                "wikidata_id",
                "youtube_id",
            ),
        ),
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.FindResults,
)


class FindResource:
    """The operations of the tag `find`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def by_id(
        self,
        external_id: str,
        *,
        external_source: Literal[
            "imdb_id", "facebook_id", "instagram_id", "tvdb_id", "tiktok_id", "twitter_id", "wikidata_id", "youtube_id"
        ],
        language: str | None = None,
    ) -> FindResults:
        """Find films, persons and TV by the id that another site has for them.

        A TV series, a season and an episode are found by their TVDB ids, too.

        TMDB reference: https://developer.themoviedb.org/reference/find-by-id

        Args:
            external_id: The id on the other site, such as `tt0266543` or a handle.
            external_source: Where the id is from.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            What has this id, by kind; as a rule one row in all.

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
            BY_ID,
            {
                "external_id": external_id,
                "external_source": external_source,
                "language": language,
            },
        )


class FindDetailedResource:
    """The operations of the tag `find`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = FindResource(DetailedSender(sender))

    by_id = Detailed(FindResource.by_id)
