# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `tv_seasons`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import models
from ...types import (
    Detailed,
    DetailedSender,
    Operation,
    Parameter,
    Secret,
    Sender,
)

if TYPE_CHECKING:
    from ...models.tv_season_account_states import TvSeasonAccountStates

ACCOUNT_STATES: Final = Operation(
    name="tv_seasons.account_states",
    method="GET",
    path="/3/tv/{series_id}/season/{season_number}/account_states",
    needs_session=True,
    parameters={
        "series_id": Parameter("series_id", "path", int, required=True, least=1),
        "season_number": Parameter("season_number", "path", int, required=True, least=0),
        "session_id": Parameter("session_id", "query", Secret),
        "guest_session_id": Parameter("guest_session_id", "query", Secret),
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.TvSeasonAccountStates,
)


class TvSeasonsResource:
    """The operations of the tag `tv_seasons`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def account_states(
        self,
        series_id: int,
        season_number: int,
        *,
        session_id: str | None = None,
        guest_session_id: str | None = None,
        language: str | None = None,
    ) -> TvSeasonAccountStates:
        """Get the ratings that a user gave to the episodes of a TV season.

        The user is the one of the session: the call, or else the client, names a `session_id` or a
        `guest_session_id`.

        TMDB reference: https://developer.themoviedb.org/reference/tv-season-account-states

        Args:
            series_id: TMDB's id of the TV series.
            season_number: The number of the season within the series, from 1; 0 holds the specials.
            session_id: The session of the user whose ratings are wanted.
            guest_session_id: The guest session whose ratings are wanted, in place of `session_id`.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            One state for each episode of the season.

        Raises:
            TypeError: An argument is of the wrong type. Nothing was sent.
            ValueError: An argument is out of range or malformed, or the session is missing. Nothing was sent.
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
        secrets = {
            "session_id": None if session_id is None else Secret(session_id),
            "guest_session_id": None if guest_session_id is None else Secret(guest_session_id),
        }
        del session_id, guest_session_id
        return await self._sender.send(
            ACCOUNT_STATES,
            {
                **secrets,
                "series_id": series_id,
                "season_number": season_number,
                "language": language,
            },
        )


class TvSeasonsDetailedResource:
    """The operations of the tag `tv_seasons`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = TvSeasonsResource(DetailedSender(sender))

    account_states = Detailed(TvSeasonsResource.account_states)
