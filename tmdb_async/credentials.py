"""Secrets that cannot be printed, and which of TMDB's two credentials a client has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from .errors import ConfigurationError

VARIABLES = ("TMDB_ACCESS_TOKEN", "TMDB_API_KEY")
"""Where the environment has a credential."""

_ONE_WORD = r"[!-~]{1,4096}"  # printable ASCII without spaces, of a length that a URL can hold
_API_KEY = r"[0-9a-fA-F]{32}"
_WITH_SCHEME = r"(?is)bearer\s.*"
_WHERE_FROM = "Both are on https://www.themoviedb.org/settings/api."


class Secret:
    """A string that only `reveal` shows: no repr, log, traceback or pickle holds it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def __repr__(self) -> str:
        return "Secret(...)"

    def __reduce__(self) -> str:
        raise TypeError("a secret is not pickled or copied")

    def reveal(self) -> str:
        return self._value

    def matches(self, pattern: str) -> bool:
        """Whether it is a string, and all of it matches: told without showing it to whoever raises the error."""
        value: object = self._value
        return isinstance(value, str) and re.fullmatch(pattern, value) is not None

    def is_well_formed(self) -> bool:
        """Whether it can stand in a header and in a query as it is."""
        return self.matches(_ONE_WORD)


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
        if secret.matches(_WITH_SCHEME):
            raise ConfigurationError(f"{name} is the token alone, without the word Bearer before it.")
        if not secret.is_well_formed():
            raise ConfigurationError(
                f"{name} is empty, no string, too long, or holds whitespace, control or non-ASCII characters: "
                f"copy it again, without the quotes and line breaks around it. {_WHERE_FROM}"
            )
        if secret.matches(_API_KEY):  # wherever it was given: as a bearer token TMDB never accepts it
            return cls(headers={}, query={"api_key": secret})
        if name in ("api_key", "TMDB_API_KEY"):
            raise ConfigurationError(
                f"{name} is no v3 key, which is 32 hexadecimal characters. "
                f"Give an API Read Access Token as access_token or in TMDB_ACCESS_TOKEN. {_WHERE_FROM}"
            )
        return cls(headers={"Authorization": Secret(f"Bearer {secret.reveal()}")}, query={})
