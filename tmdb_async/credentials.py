"""Which of TMDB's two credentials a client has, and how secrets are kept out of what fails."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple
from urllib.parse import quote_plus

from ._generated.types import Secret
from .errors import ConfigurationError, TMDBError

VARIABLES = ("TMDB_ACCESS_TOKEN", "TMDB_API_KEY")
"""Where the environment has a credential."""

_ONE_WORD = r"[!-~]{1,4096}"  # printable ASCII without spaces, of a length that a URL can hold
_API_KEY = r"[0-9a-fA-F]{32}"
_WITH_SCHEME = r"(?is)bearer\s.*"
_SCHEME = "Bearer "
# What is shorter is no secret, and stands in many a text.
_SHORTEST = 6
_WHERE_FROM = "Both are on https://www.themoviedb.org/settings/api."


def matches(secret: Secret, pattern: str) -> bool:
    """Whether it is a string, and all of it matches: told without showing it to whoever raises the error."""
    value: object = secret.reveal()
    return isinstance(value, str) and re.fullmatch(pattern, value) is not None


def is_well_formed(secret: Secret) -> bool:
    """Whether it can stand in a header and in a query as it is."""
    return matches(secret, _ONE_WORD)


class Credential(NamedTuple):
    """What shows TMDB who is asking."""

    headers: Mapping[str, Secret]
    """The headers that it adds to a request."""
    query: Mapping[str, Secret]
    """The parameters that it adds to the query."""

    @classmethod
    def find(cls, access_token: Secret | None, api_key: Secret | None, environment: Mapping[str, Secret]) -> Credential:
        """Take the credential from the arguments or, where there is none, from the environment.

        Raises:
            ConfigurationError: There is none, it is malformed, or there are both kinds at once.
        """
        given = {"access_token": access_token, "api_key": api_key}
        if access_token is None and api_key is None:
            given = {name: environment.get(name) for name in VARIABLES}
        found = [(name, secret) for name, secret in given.items() if secret is not None]
        if not found:
            raise ConfigurationError(
                "No credential: pass TMDB(access_token) or set TMDB_ACCESS_TOKEN to an API Read Access Token, "
                f"or pass api_key= or set TMDB_API_KEY to a v3 key. {_WHERE_FROM}"
            )
        if len(found) > 1:
            raise ConfigurationError(f"Two credentials: give {found[0][0]} or {found[1][0]}, not both.")
        [(name, secret)] = found
        if matches(secret, _WITH_SCHEME):
            raise ConfigurationError(f"{name} is the token alone, without the word Bearer before it.")
        if not is_well_formed(secret):
            raise ConfigurationError(
                f"{name} is empty, no string, too long, or holds whitespace, control or non-ASCII characters: "
                f"copy it again, without the quotes and line breaks around it. {_WHERE_FROM}"
            )
        if matches(secret, _API_KEY):  # wherever it was given: as a bearer token TMDB never accepts it
            return cls(headers={}, query={"api_key": secret})
        if name in ("api_key", "TMDB_API_KEY"):
            raise ConfigurationError(
                f"{name} is no v3 key, which is 32 hexadecimal characters. "
                f"Give an API Read Access Token as access_token or in TMDB_ACCESS_TOKEN. {_WHERE_FROM}"
            )
        return cls(headers={"Authorization": Secret(_SCHEME + secret.reveal())}, query={})


def conceal(error: TMDBError, secrets: Iterable[Secret]) -> None:
    """Take secrets out of an error and its cause, with the frames that have seen them.

    The client never puts any there; a server may send back what it was sent.
    """
    known = [secret.reveal().removeprefix(_SCHEME) for secret in secrets]
    shown = {form for value in known if len(value) >= _SHORTEST for form in (value, quote_plus(value))}
    for each in (error, error.__cause__):
        if each is not None:
            each.__traceback__ = each.__context__ = None
            each.args = tuple(_without(shown, argument) for argument in each.args)
            for name, value in vars(each).items():
                setattr(each, name, _without(shown, value))


def _without(shown: Iterable[str], value: Any) -> Any:
    """Return a value without any of the texts, which `...` replaces; the value itself where none is in it."""
    if isinstance(value, Mapping):
        items: dict[Any, Any] = {**value}
        clean = {name: _without(shown, each) for name, each in items.items()}
        return value if clean == items else clean  # pyright: ignore[reportUnknownVariableType] - any mapping
    for text in shown:
        if isinstance(value, str):
            value = value.replace(text, "...")
        elif isinstance(value, bytes):
            value = value.replace(text.encode(), b"...")
    return value
