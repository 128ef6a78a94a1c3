# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `account`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

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
    from ...models.account import Account
    from ...models.list_page import ListPage
    from ...models.movie_page import MoviePage
    from ...models.rated_movie_page import RatedMoviePage
    from ...models.rated_tv_episode_page import RatedTvEpisodePage
    from ...models.rated_tv_series_page import RatedTvSeriesPage
    from ...models.status import Status
    from ...models.tv_series_page import TvSeriesPage

DETAILS: Final = Operation(
    name="account.details",
    method="GET",
    path="/3/account/{account_id}",
    needs_session=True,
    parameters={
        "account_id": Parameter("account_id", "path", int, least=1),
        "session_id": Parameter("session_id", "query", Secret),
    },
    get_model=lambda: models.Account,
)
ADD_FAVORITE: Final = Operation(
    name="account.add_favorite",
    method="POST",
    path="/3/account/{account_id}/favorite",
    needs_session=True,
    parameters={
        "account_id": Parameter("account_id", "path", int, required=True, least=1),
        "media_type": Parameter("media_type", "body", str, required=True, choices=("movie", "tv")),
        "media_id": Parameter("media_id", "body", int, required=True, least=1),
        "favorite": Parameter("favorite", "body", bool, required=True),
        "session_id": Parameter("session_id", "query", Secret),
    },
    get_model=lambda: models.Status,
)
ADD_TO_WATCHLIST: Final = Operation(
    name="account.add_to_watchlist",
    method="POST",
    path="/3/account/{account_id}/watchlist",
    needs_session=True,
    parameters={
        "account_id": Parameter("account_id", "path", int, required=True, least=1),
        "media_type": Parameter("media_type", "body", str, required=True, choices=("movie", "tv")),
        "media_id": Parameter("media_id", "body", int, required=True, least=1),
        "watchlist": Parameter("watchlist", "body", bool, required=True),
        "session_id": Parameter("session_id", "query", Secret),
    },
    get_model=lambda: models.Status,
)
FAVORITE_MOVIES: Final = Operation(
    name="account.favorite_movies",
    method="GET",
    path="/3/account/{account_id}/favorite/movies",
    needs_session=True,
    paged=True,
    parameters={
        "account_id": Parameter("account_id", "path", int, required=True, least=1),
        "session_id": Parameter("session_id", "query", Secret),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "sort_by": Parameter("sort_by", "query", str, choices=("created_at.asc", "created_at.desc")),
    },
    get_model=lambda: models.MoviePage,
)
FAVORITE_TV: Final = Operation(
    name="account.favorite_tv",
    method="GET",
    path="/3/account/{account_id}/favorite/tv",
    needs_session=True,
    paged=True,
    parameters={
        "account_id": Parameter("account_id", "path", int, required=True, least=1),
        "session_id": Parameter("session_id", "query", Secret),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "sort_by": Parameter("sort_by", "query", str, choices=("created_at.asc", "created_at.desc")),
    },
    get_model=lambda: models.TvSeriesPage,
)
LISTS: Final = Operation(
    name="account.lists",
    method="GET",
    path="/3/account/{account_id}/lists",
    needs_session=True,
    paged=True,
    parameters={
        "account_id": Parameter("account_id", "path", int, required=True, least=1),
        "page": Parameter("page", "query", int, least=1, most=500),
        "session_id": Parameter("session_id", "query", Secret),
    },
    get_model=lambda: models.ListPage,
)
RATED_MOVIES: Final = Operation(
    name="account.rated_movies",
    method="GET",
    path="/3/account/{account_id}/rated/movies",
    needs_session=True,
    paged=True,
    parameters={
        "account_id": Parameter("account_id", "path", int, required=True, least=1),
        "session_id": Parameter("session_id", "query", Secret),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "sort_by": Parameter("sort_by", "query", str, choices=("created_at.asc", "created_at.desc")),
    },
    get_model=lambda: models.RatedMoviePage,
)
RATED_TV: Final = Operation(
    name="account.rated_tv",
    method="GET",
    path="/3/account/{account_id}/rated/tv",
    needs_session=True,
    paged=True,
    parameters={
        "account_id": Parameter("account_id", "path", int, required=True, least=1),
        "session_id": Parameter("session_id", "query", Secret),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "sort_by": Parameter("sort_by", "query", str, choices=("created_at.asc", "created_at.desc")),
    },
    get_model=lambda: models.RatedTvSeriesPage,
)
RATED_TV_EPISODES: Final = Operation(
    name="account.rated_tv_episodes",
    method="GET",
    path="/3/account/{account_id}/rated/tv/episodes",
    needs_session=True,
    paged=True,
    parameters={
        "account_id": Parameter("account_id", "path", int, required=True, least=1),
        "session_id": Parameter("session_id", "query", Secret),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "sort_by": Parameter("sort_by", "query", str, choices=("created_at.asc", "created_at.desc")),
    },
    get_model=lambda: models.RatedTvEpisodePage,
)
WATCHLIST_MOVIES: Final = Operation(
    name="account.watchlist_movies",
    method="GET",
    path="/3/account/{account_id}/watchlist/movies",
    needs_session=True,
    paged=True,
    parameters={
        "account_id": Parameter("account_id", "path", int, required=True, least=1),
        "session_id": Parameter("session_id", "query", Secret),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "sort_by": Parameter("sort_by", "query", str, choices=("created_at.asc", "created_at.desc")),
    },
    get_model=lambda: models.MoviePage,
)
WATCHLIST_TV: Final = Operation(
    name="account.watchlist_tv",
    method="GET",
    path="/3/account/{account_id}/watchlist/tv",
    needs_session=True,
    paged=True,
    parameters={
        "account_id": Parameter("account_id", "path", int, required=True, least=1),
        "session_id": Parameter("session_id", "query", Secret),
        "language": Parameter("language", "query", str),
        "page": Parameter("page", "query", int, least=1, most=500),
        "sort_by": Parameter("sort_by", "query", str, choices=("created_at.asc", "created_at.desc")),
    },
    get_model=lambda: models.TvSeriesPage,
)


class AccountResource:
    """The operations of the tag `account`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def details(
        self,
        account_id: int | None = None,
        *,
        session_id: str | None = None,
    ) -> Account:
        """Get the account of a user.

        The user is the one of the session: the call, or else the client, names a `session_id`.

        TMDB reference: https://developer.themoviedb.org/reference/account-details

        Args:
            account_id: TMDB's id of the account; without it the account of the session.
            session_id: The session of the user whose ratings are meant.

        Returns:
            The account.

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
            DETAILS,
            {
                **secrets,
                "account_id": account_id,
            },
        )

    async def add_favorite(
        self,
        account_id: int,
        *,
        media_type: Literal["movie", "tv"],
        media_id: int,
        favorite: bool,
        session_id: str | None = None,
    ) -> Status:
        """Make a film or a TV series a favourite of a user, or take that back.

        The user is the one of the session: the call, or else the client, names a `session_id`.

        TMDB reference: https://developer.themoviedb.org/reference/account-add-favorite

        Args:
            account_id: TMDB's id of the account, which `account.details` tells.
            media_type: Whether it is a film or a TV series.
            media_id: TMDB's id of the film or of the TV series.
            favorite: Whether it is a favourite from now on.
            session_id: The session of the user whose ratings are meant.

        Returns:
            That it was done.

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
            ADD_FAVORITE,
            {
                **secrets,
                "account_id": account_id,
                "media_type": media_type,
                "media_id": media_id,
                "favorite": favorite,
            },
        )

    async def add_to_watchlist(
        self,
        account_id: int,
        *,
        media_type: Literal["movie", "tv"],
        media_id: int,
        watchlist: bool,
        session_id: str | None = None,
    ) -> Status:
        """Put a film or a TV series on a user's watchlist, or take it off.

        The user is the one of the session: the call, or else the client, names a `session_id`.

        TMDB reference: https://developer.themoviedb.org/reference/account-add-to-watchlist

        Args:
            account_id: TMDB's id of the account, which `account.details` tells.
            media_type: Whether it is a film or a TV series.
            media_id: TMDB's id of the film or of the TV series.
            watchlist: Whether it is on the watchlist from now on.
            session_id: The session of the user whose ratings are meant.

        Returns:
            That it was done.

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
            ADD_TO_WATCHLIST,
            {
                **secrets,
                "account_id": account_id,
                "media_type": media_type,
                "media_id": media_id,
                "watchlist": watchlist,
            },
        )

    async def favorite_movies(
        self,
        account_id: int,
        *,
        session_id: str | None = None,
        language: str | None = None,
        page: int | None = None,
        sort_by: Literal["created_at.asc", "created_at.desc"] | None = None,
    ) -> MoviePage:
        """Get the films that are favourites of a user.

        The user is the one of the session: the call, or else the client, names a `session_id`.

        TMDB reference: https://developer.themoviedb.org/reference/account-get-favorites

        Args:
            account_id: TMDB's id of the account, which `account.details` tells.
            session_id: The session of the user whose ratings are meant.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            sort_by: The order of the rows, by when they were added; `created_at.asc` by default.

        Returns:
            A page of films.

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
            FAVORITE_MOVIES,
            {
                **secrets,
                "account_id": account_id,
                "language": language,
                "page": page,
                "sort_by": sort_by,
            },
        )

    async def favorite_tv(
        self,
        account_id: int,
        *,
        session_id: str | None = None,
        language: str | None = None,
        page: int | None = None,
        sort_by: Literal["created_at.asc", "created_at.desc"] | None = None,
    ) -> TvSeriesPage:
        """Get the TV series that are favourites of a user.

        The user is the one of the session: the call, or else the client, names a `session_id`.

        TMDB reference: https://developer.themoviedb.org/reference/account-favorite-tv

        Args:
            account_id: TMDB's id of the account, which `account.details` tells.
            session_id: The session of the user whose ratings are meant.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            sort_by: The order of the rows, by when they were added; `created_at.asc` by default.

        Returns:
            A page of TV series.

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
            FAVORITE_TV,
            {
                **secrets,
                "account_id": account_id,
                "language": language,
                "page": page,
                "sort_by": sort_by,
            },
        )

    async def lists(
        self,
        account_id: int,
        *,
        page: int | None = None,
        session_id: str | None = None,
    ) -> ListPage:
        """Get the lists that a user has made.

        The user is the one of the session: the call, or else the client, names a `session_id`.

        TMDB reference: https://developer.themoviedb.org/reference/account-lists

        Args:
            account_id: TMDB's id of the account, which `account.details` tells.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            session_id: The session of the user whose ratings are meant.

        Returns:
            A page of lists.

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
            LISTS,
            {
                **secrets,
                "account_id": account_id,
                "page": page,
            },
        )

    async def rated_movies(
        self,
        account_id: int,
        *,
        session_id: str | None = None,
        language: str | None = None,
        page: int | None = None,
        sort_by: Literal["created_at.asc", "created_at.desc"] | None = None,
    ) -> RatedMoviePage:
        """Get the films that a user has rated, with the ratings.

        The user is the one of the session: the call, or else the client, names a `session_id`.

        TMDB reference: https://developer.themoviedb.org/reference/account-rated-movies

        Args:
            account_id: TMDB's id of the account, which `account.details` tells.
            session_id: The session of the user whose ratings are meant.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            sort_by: The order of the rows, by when they were added; `created_at.asc` by default.

        Returns:
            A page of films.

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
            RATED_MOVIES,
            {
                **secrets,
                "account_id": account_id,
                "language": language,
                "page": page,
                "sort_by": sort_by,
            },
        )

    async def rated_tv(
        self,
        account_id: int,
        *,
        session_id: str | None = None,
        language: str | None = None,
        page: int | None = None,
        sort_by: Literal["created_at.asc", "created_at.desc"] | None = None,
    ) -> RatedTvSeriesPage:
        """Get the TV series that a user has rated, with the ratings.

        The user is the one of the session: the call, or else the client, names a `session_id`.

        TMDB reference: https://developer.themoviedb.org/reference/account-rated-tv

        Args:
            account_id: TMDB's id of the account, which `account.details` tells.
            session_id: The session of the user whose ratings are meant.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            sort_by: The order of the rows, by when they were added; `created_at.asc` by default.

        Returns:
            A page of TV series.

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
            RATED_TV,
            {
                **secrets,
                "account_id": account_id,
                "language": language,
                "page": page,
                "sort_by": sort_by,
            },
        )

    async def rated_tv_episodes(
        self,
        account_id: int,
        *,
        session_id: str | None = None,
        language: str | None = None,
        page: int | None = None,
        sort_by: Literal["created_at.asc", "created_at.desc"] | None = None,
    ) -> RatedTvEpisodePage:
        """Get the TV episodes that a user has rated, with the ratings.

        The user is the one of the session: the call, or else the client, names a `session_id`.

        TMDB reference: https://developer.themoviedb.org/reference/account-rated-tv-episodes

        Args:
            account_id: TMDB's id of the account, which `account.details` tells.
            session_id: The session of the user whose ratings are meant.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            sort_by: The order of the rows, by when they were added; `created_at.asc` by default.

        Returns:
            A page of TV episodes.

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
            RATED_TV_EPISODES,
            {
                **secrets,
                "account_id": account_id,
                "language": language,
                "page": page,
                "sort_by": sort_by,
            },
        )

    async def watchlist_movies(
        self,
        account_id: int,
        *,
        session_id: str | None = None,
        language: str | None = None,
        page: int | None = None,
        sort_by: Literal["created_at.asc", "created_at.desc"] | None = None,
    ) -> MoviePage:
        """Get the films on a user's watchlist.

        The user is the one of the session: the call, or else the client, names a `session_id`.

        TMDB reference: https://developer.themoviedb.org/reference/account-watchlist-movies

        Args:
            account_id: TMDB's id of the account, which `account.details` tells.
            session_id: The session of the user whose ratings are meant.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            sort_by: The order of the rows, by when they were added; `created_at.asc` by default.

        Returns:
            A page of films.

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
            WATCHLIST_MOVIES,
            {
                **secrets,
                "account_id": account_id,
                "language": language,
                "page": page,
                "sort_by": sort_by,
            },
        )

    async def watchlist_tv(
        self,
        account_id: int,
        *,
        session_id: str | None = None,
        language: str | None = None,
        page: int | None = None,
        sort_by: Literal["created_at.asc", "created_at.desc"] | None = None,
    ) -> TvSeriesPage:
        """Get the TV series on a user's watchlist.

        The user is the one of the session: the call, or else the client, names a `session_id`.

        TMDB reference: https://developer.themoviedb.org/reference/account-watchlist-tv

        Args:
            account_id: TMDB's id of the account, which `account.details` tells.
            session_id: The session of the user whose ratings are meant.
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.
            page: The page of the results, from 1 to 500, whatever `total_pages` says; 1 by default.
            sort_by: The order of the rows, by when they were added; `created_at.asc` by default.

        Returns:
            A page of TV series.

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
            WATCHLIST_TV,
            {
                **secrets,
                "account_id": account_id,
                "language": language,
                "page": page,
                "sort_by": sort_by,
            },
        )


class AccountDetailedResource:
    """The operations of the tag `account`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = AccountResource(DetailedSender(sender))

    details = Detailed(AccountResource.details)
    add_favorite = Detailed(AccountResource.add_favorite)
    add_to_watchlist = Detailed(AccountResource.add_to_watchlist)
    favorite_movies = Detailed(AccountResource.favorite_movies)
    favorite_tv = Detailed(AccountResource.favorite_tv)
    lists = Detailed(AccountResource.lists)
    rated_movies = Detailed(AccountResource.rated_movies)
    rated_tv = Detailed(AccountResource.rated_tv)
    rated_tv_episodes = Detailed(AccountResource.rated_tv_episodes)
    watchlist_movies = Detailed(AccountResource.watchlist_movies)
    watchlist_tv = Detailed(AccountResource.watchlist_tv)
