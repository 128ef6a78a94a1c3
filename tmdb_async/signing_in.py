"""Signing in: from a request token, which the user approves on TMDB's site, to a client with their session."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import anyio

from ._generated.types import Secret
from .errors import TMDBError

if TYPE_CHECKING:
    from .client import TMDB

_LONGEST = 10.0  # seconds
_SITE = "https://www.themoviedb.org/authenticate/"


class SignIn:
    """A request token on its way to a session; made by `TMDB.sign_in`. It is good for one, within 15 minutes."""

    def __init__(self, tmdb: TMDB, request_token: Secret) -> None:
        self._tmdb = tmdb
        self._token = request_token

    def url(self, redirect_to: str | None = None) -> str:
        """Return the address of the page on which the user approves the token.

        Args:
            redirect_to: Where TMDB sends the user afterwards; None for nowhere.
        """
        query = "" if redirect_to is None else f"?{urlencode({'redirect_to': redirect_to})}"
        return f"{_SITE}{self._token.reveal()}{query}"

    async def approve(self, username: str, password: str) -> None:
        """Approve the token with the user's name and password, in place of the page. TMDB advises against it.

        Raises:
            AuthenticationError: They are not right.
            TMDBError: As any call.
        """
        name, secret = Secret(username), Secret(password)
        del username, password
        await self._tmdb.authentication.create_session_from_login(
            username=name.reveal(), password=secret.reveal(), request_token=self._token.reveal()
        )

    async def create_session(self) -> str:
        """Return a new session, once the token is approved. It lasts until it is deleted: keep it as a secret.

        Raises:
            AuthenticationError: The token is not approved, or too old.
            TMDBError: As any call.
        """
        answer = await self._tmdb.authentication.create_session(request_token=self._token.reveal())
        return answer.session_id

    @asynccontextmanager
    async def session(self) -> AsyncGenerator[TMDB, None]:
        """Create a session, give a client with it, and delete it at the end of the block, however that ends.

        What the block raises goes before: with it, a session that could not be deleted is only told of in a note.

        Raises:
            AuthenticationError: The token is not approved, or too old.
            TMDBError: As any call; after the block, that the session could not be deleted.
        """
        session = Secret(await self.create_session())
        try:
            yield self._tmdb.with_options(session_id=session.reveal())
        except BaseException as error:
            failure = await self._end_in_any_case(session)
            if failure:
                error.add_note(f"the session was not deleted: {failure}")
            raise
        await self._end(session)

    async def _end(self, session: Secret) -> None:
        await self._tmdb.authentication.delete_session(session_id=session.reveal())

    async def _end_in_any_case(self, session: Secret) -> str:
        """Delete a session also for a block that was cancelled, though not for ever; return what prevents it."""
        with anyio.move_on_after(_LONGEST, shield=True):
            try:
                await self._end(session)
            except (TMDBError, RuntimeError) as error:
                return str(error)
            return ""
        return f"no answer within {_LONGEST:g} s"
