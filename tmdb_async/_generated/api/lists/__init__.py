# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `lists`."""

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
    from ...models.created_list import CreatedList
    from ...models.list_details import ListDetails
    from ...models.list_item_status import ListItemStatus
    from ...models.status import Status

ADD_MOVIE: Final = Operation(
    name="lists.add_movie",
    method="POST",
    path="/3/list/{list_id}/add_item",
    needs_session=True,
    parameters={
        "list_id": Parameter("list_id", "path", str, required=True, numeric=True),
        "media_id": Parameter("media_id", "body", int, required=True, least=1),
        "session_id": Parameter("session_id", "query", Secret),
    },
    get_model=lambda: models.Status,
)
CHECK_ITEM_STATUS: Final = Operation(
    name="lists.check_item_status",
    method="GET",
    path="/3/list/{list_id}/item_status",
    parameters={
        "list_id": Parameter("list_id", "path", str, required=True, numeric=True),
        "movie_id": Parameter("movie_id", "query", int, required=True, least=1),
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: models.ListItemStatus,
)
CLEAR: Final = Operation(
    name="lists.clear",
    method="POST",
    path="/3/list/{list_id}/clear",
    needs_session=True,
    parameters={
        "list_id": Parameter("list_id", "path", str, required=True, numeric=True),
        "confirm": Parameter("confirm", "query", bool, required=True),
        "session_id": Parameter("session_id", "query", Secret),
    },
    get_model=lambda: models.Status,
)
CREATE: Final = Operation(
    name="lists.create",
    method="POST",
    path="/3/list",
    repeatable=False,
    needs_session=True,
    parameters={
        "name": Parameter("name", "body", str, required=True),
        "session_id": Parameter("session_id", "query", Secret),
        "description": Parameter("description", "body", str),
        "language": Parameter("language", "body", str),
    },
    get_model=lambda: models.CreatedList,
)
DETAILS: Final = Operation(
    name="lists.details",
    method="GET",
    path="/3/list/{list_id}",
    parameters={
        "list_id": Parameter("list_id", "path", str, required=True, numeric=True),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
    },
    get_model=lambda: models.ListDetails,
)
DELETE: Final = Operation(
    name="lists.delete",
    method="DELETE",
    path="/3/list/{list_id}",
    needs_session=True,
    parameters={
        "list_id": Parameter("list_id", "path", str, required=True, numeric=True),
        "session_id": Parameter("session_id", "query", Secret),
    },
    get_model=lambda: models.Status,
)
REMOVE_MOVIE: Final = Operation(
    name="lists.remove_movie",
    method="POST",
    path="/3/list/{list_id}/remove_item",
    needs_session=True,
    parameters={
        "list_id": Parameter("list_id", "path", str, required=True, numeric=True),
        "media_id": Parameter("media_id", "body", int, required=True, least=1),
        "session_id": Parameter("session_id", "query", Secret),
    },
    get_model=lambda: models.Status,
)


class ListsResource:
    """The operations of the tag `lists`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def add_movie(
        self,
        list_id: int | str,
        *,
        media_id: int,
        session_id: str | None = None,
    ) -> Status:
        """Add a film to a list.

        TMDB reference: https://developer.themoviedb.org/reference/list-add-movie

        Args:
            list_id: TMDB's id of the list; of one from before 2014 a text.
            media_id: TMDB's id of the film.
            session_id: The session of the user whose list it is.

        Returns:
            That the film was added.

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
        }
        del session_id
        return await self._sender.send(
            ADD_MOVIE,
            {
                **secrets,
                "list_id": list_id,
                "media_id": media_id,
            },
        )

    async def check_item_status(
        self,
        list_id: int | str,
        *,
        movie_id: int,
        language: str | None = None,
    ) -> ListItemStatus:
        """Get whether a film is on a list.

        TMDB reference: https://developer.themoviedb.org/reference/list-check-item-status

        Args:
            list_id: TMDB's id of the list; of one from before 2014 a text.
            movie_id: TMDB's id of the film.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            Whether the film is on the list.

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
            CHECK_ITEM_STATUS,
            {
                "list_id": list_id,
                "movie_id": movie_id,
                "language": language,
            },
        )

    async def clear(
        self,
        list_id: int | str,
        *,
        confirm: bool,
        session_id: str | None = None,
    ) -> Status:
        """Take everything off a list.

        TMDB reference: https://developer.themoviedb.org/reference/list-clear

        Args:
            list_id: TMDB's id of the list; of one from before 2014 a text.
            confirm: Has to be true. TMDB refuses the call otherwise (code 29).
            session_id: The session of the user whose list it is.

        Returns:
            That the list is empty.

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
        }
        del session_id
        return await self._sender.send(
            CLEAR,
            {
                **secrets,
                "list_id": list_id,
                "confirm": confirm,
            },
        )

    async def create(
        self,
        *,
        name: str,
        session_id: str | None = None,
        description: str | None = None,
        language: str | None = None,
    ) -> CreatedList:
        """Create a list.

        Each call creates another list. Many in a short time are refused as spam (code 18).

        TMDB reference: https://developer.themoviedb.org/reference/list-create

        Args:
            name: The name of the list.
            session_id: The session of the user whose list it is.
            description: What the list is about.
            language: The language of the list, as `xx`.

        Returns:
            The id of the new list.

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
        }
        del session_id
        return await self._sender.send(
            CREATE,
            {
                **secrets,
                "name": name,
                "description": description,
                "language": language,
            },
        )

    async def details(
        self,
        list_id: int | str,
        *,
        language: str | None = None,
        page: int | None = None,
    ) -> ListDetails:
        """Get a user's list and what it holds.

        TMDB reference: https://developer.themoviedb.org/reference/list-details

        Args:
            list_id: TMDB's id of the list; of one from before 2014 a text.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.

        Returns:
            A page of the list.

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
                "list_id": list_id,
                "language": language,
                "page": page,
            },
        )

    async def delete(
        self,
        list_id: int | str,
        *,
        session_id: str | None = None,
    ) -> Status:
        """Delete a user's list.

        TMDB deletes the list, but may answer with a failure (HTTP 500, code 11) all the same.

        TMDB reference: https://developer.themoviedb.org/reference/list-delete

        Args:
            list_id: TMDB's id of the list; of one from before 2014 a text.
            session_id: The session of the user whose list it is.

        Returns:
            That the list is deleted.

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
        }
        del session_id
        return await self._sender.send(
            DELETE,
            {
                **secrets,
                "list_id": list_id,
            },
        )

    async def remove_movie(
        self,
        list_id: int | str,
        *,
        media_id: int,
        session_id: str | None = None,
    ) -> Status:
        """Take a film off a list.

        TMDB reference: https://developer.themoviedb.org/reference/list-remove-movie

        Args:
            list_id: TMDB's id of the list; of one from before 2014 a text.
            media_id: TMDB's id of the film.
            session_id: The session of the user whose list it is.

        Returns:
            That the film was taken off.

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
        }
        del session_id
        return await self._sender.send(
            REMOVE_MOVIE,
            {
                **secrets,
                "list_id": list_id,
                "media_id": media_id,
            },
        )


class ListsDetailedResource:
    """The operations of the tag `lists`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = ListsResource(DetailedSender(sender))

    add_movie = Detailed(ListsResource.add_movie)
    check_item_status = Detailed(ListsResource.check_item_status)
    clear = Detailed(ListsResource.clear)
    create = Detailed(ListsResource.create)
    details = Detailed(ListsResource.details)
    delete = Detailed(ListsResource.delete)
    remove_movie = Detailed(ListsResource.remove_movie)
