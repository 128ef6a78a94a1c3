# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `authentication`."""

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
    from ...models.guest_session import GuestSession
    from ...models.request_token import RequestToken
    from ...models.session import Session
    from ...models.status import Status

VALIDATE_KEY: Final = Operation(
    name="authentication.validate_key",
    method="GET",
    path="/3/authentication",
    parameters={},
    get_model=lambda: models.Status,
)
CREATE_GUEST_SESSION: Final = Operation(
    name="authentication.create_guest_session",
    method="GET",
    path="/3/authentication/guest_session/new",
    hidden=("guest_session_id",),
    parameters={},
    get_model=lambda: models.GuestSession,
)
CREATE_REQUEST_TOKEN: Final = Operation(
    name="authentication.create_request_token",
    method="GET",
    path="/3/authentication/token/new",
    hidden=("request_token",),
    parameters={},
    get_model=lambda: models.RequestToken,
)
CREATE_SESSION: Final = Operation(
    name="authentication.create_session",
    method="POST",
    path="/3/authentication/session/new",
    hidden=("session_id",),
    parameters={
        "request_token": Parameter("request_token", "body", Secret, required=True),
    },
    get_model=lambda: models.Session,
)
CREATE_SESSION_FROM_V4_TOKEN: Final = Operation(
    name="authentication.create_session_from_v4_token",
    method="POST",
    path="/3/authentication/session/convert/4",
    hidden=("session_id",),
    parameters={
        "access_token": Parameter("access_token", "body", Secret, required=True),
    },
    get_model=lambda: models.Session,
)
CREATE_SESSION_FROM_LOGIN: Final = Operation(
    name="authentication.create_session_from_login",
    method="POST",
    path="/3/authentication/token/validate_with_login",
    hidden=("request_token",),
    parameters={
        "username": Parameter("username", "body", Secret, required=True),
        "password": Parameter("password", "body", Secret, required=True),
        "request_token": Parameter("request_token", "body", Secret, required=True),
    },
    get_model=lambda: models.RequestToken,
)
DELETE_SESSION: Final = Operation(
    name="authentication.delete_session",
    method="DELETE",
    path="/3/authentication/session",
    parameters={
        "session_id": Parameter("session_id", "body", Secret, required=True),
    },
    get_model=lambda: models.Status,
)


class AuthenticationResource:
    """The operations of the tag `authentication`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def validate_key(
        self,
    ) -> Status:
        """Check that the client's credential is valid.

        A credential that is not valid raises `AuthenticationError`, as everywhere.

        TMDB reference: https://developer.themoviedb.org/reference/authentication-validate-key

        Returns:
            That the credential is valid.

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
            VALIDATE_KEY,
            {},
        )

    async def create_guest_session(
        self,
    ) -> GuestSession:
        """Create a guest session.

        A guest session rates films, TV series and episodes without an account. TMDB forgets it some time after its
        last use.

        TMDB reference: https://developer.themoviedb.org/reference/authentication-create-guest-session

        Returns:
            The guest session.

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
            CREATE_GUEST_SESSION,
            {},
        )

    async def create_request_token(
        self,
    ) -> RequestToken:
        """Create a request token, which a user approves to give a session.

        The user approves it at `https://www.themoviedb.org/authenticate/<request_token>`. Then
        `authentication.create_session`
        takes it, once.

        TMDB reference: https://developer.themoviedb.org/reference/authentication-create-request-token

        Returns:
            The request token, not yet approved.

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
            CREATE_REQUEST_TOKEN,
            {},
        )

    async def create_session(
        self,
        *,
        request_token: str,
    ) -> Session:
        """Create a session from a request token that a user has approved.

        The session stays valid until it is deleted, or until the user takes it back.

        TMDB reference: https://developer.themoviedb.org/reference/authentication-create-session

        Args:
            request_token: The request token, approved by the user.

        Returns:
            The session.

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
        secrets = {
            "request_token": Secret(request_token),
        }
        del request_token
        return await self._sender.send(
            CREATE_SESSION,
            {
                **secrets,
            },
        )

    async def create_session_from_v4_token(
        self,
        *,
        access_token: str,
    ) -> Session:
        """Create a session from an access token of version 4 that a user has approved.

        TMDB reference: https://developer.themoviedb.org/reference/authentication-create-session-from-v4-token

        Args:
            access_token: The user's access token of version 4 (not the application's read access token).

        Returns:
            The session.

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
        secrets = {
            "access_token": Secret(access_token),
        }
        del access_token
        return await self._sender.send(
            CREATE_SESSION_FROM_V4_TOKEN,
            {
                **secrets,
            },
        )

    async def create_session_from_login(
        self,
        *,
        username: str,
        password: str,
        request_token: str,
    ) -> RequestToken:
        """Approve a request token with a user's name and password.

        It takes the place of the user's visit to TMDB's site, where an application has no browser. It creates no
        session yet:
        `authentication.create_session` takes the request token afterwards.

        TMDB reference: https://developer.themoviedb.org/reference/authentication-create-session-from-login

        Args:
            username: The name of the user's account.
            password: The user's password.
            request_token: The request token, not yet approved.

        Returns:
            The request token, approved.

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
        secrets = {
            "username": Secret(username),
            "password": Secret(password),
            "request_token": Secret(request_token),
        }
        del username, password, request_token
        return await self._sender.send(
            CREATE_SESSION_FROM_LOGIN,
            {
                **secrets,
            },
        )

    async def delete_session(
        self,
        *,
        session_id: str,
    ) -> Status:
        """End a session.

        TMDB reference: https://developer.themoviedb.org/reference/authentication-delete-session

        Args:
            session_id: The session.

        Returns:
            That the session has ended.

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
        secrets = {
            "session_id": Secret(session_id),
        }
        del session_id
        return await self._sender.send(
            DELETE_SESSION,
            {
                **secrets,
            },
        )


class AuthenticationDetailedResource:
    """The operations of the tag `authentication`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = AuthenticationResource(DetailedSender(sender))

    validate_key = Detailed(AuthenticationResource.validate_key)
    create_guest_session = Detailed(AuthenticationResource.create_guest_session)
    create_request_token = Detailed(AuthenticationResource.create_request_token)
    create_session = Detailed(AuthenticationResource.create_session)
    create_session_from_v4_token = Detailed(AuthenticationResource.create_session_from_v4_token)
    create_session_from_login = Detailed(AuthenticationResource.create_session_from_login)
    delete_session = Detailed(AuthenticationResource.delete_session)
