"""Which of TMDB's two credentials a client has, and how secrets are kept out of what fails."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from ._generated.types import Secret
from .errors import ConfigurationError

VARIABLES = ("TMDB_ACCESS_TOKEN", "TMDB_API_KEY")
"""Where the environment has a credential."""

_ONE_WORD = r"[!-~]{1,4096}"  # printable ASCII without spaces, of a length that a URL can hold
_API_KEY = r"[0-9a-fA-F]{32}"
_WITH_SCHEME = r"(?is)bearer\s.*"
_SCHEME = "Bearer "
# What is shorter is no secret, and stands in many a text.
_SHORTEST = 6
# What stands after the name of a field in JSON, also in JSON within a text: all of a text, even where the body ends in
# it, or a number; of an object or an array all that follows.
_FIELD = (
    r'(?P<kept>"(?:{names})\\*"\s*:\s*(?P<quote>\\*")?)'
    r'(?P<value>(?(quote)(?:[^"\\]|\\(?s:.))*|(?:[\[{{](?s:.*)|[^\s,}}\]]+)))'
)
_HIDDEN = r"\g<kept>..."
_MOST_BROUGHT = 16
_LONGEST = 4096
_NOTHING = r"(?!)"
# As it stands, and where a text with one is quoted once more, in a URL or in HTML.
_BACKSLASH = r"(?:\\|%(?:25)*5c|&#0*92;)"
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


def conceal(error: Exception, secrets: Iterable[Secret], fields: Iterable[str] = ()) -> None:
    """Take secrets out of an error and its cause, with the frames that have seen them.

    The client never puts any there; a server may send back what it was sent, and some answers bring secrets.

    Args:
        error: The error.
        secrets: What was sent.
        fields: The fields of the answer that are secrets: their values are hidden in the body and where else they are.
    """
    if names := "|".join(map(re.escape, fields)):
        field = _FIELD.format(names=names)
        pattern = f"{field}|{pattern_of([*secrets, *_brought(field, getattr(error, 'body', b''))])}"
    else:  # which goes through a long body five times as fast
        pattern = f"(?P<kept>){pattern_of(secrets)}"
    for each in (error, error.__cause__):
        if each is not None:
            each.__traceback__ = each.__context__ = None
            each.args = tuple(_without(pattern, argument) for argument in each.args)
            if isinstance(each, UnicodeDecodeError):  # which keeps what it was given beside its arguments
                each.object = _without(pattern, each.object)
            for name, value in vars(each).items():
                setattr(each, name, _without(pattern, value))


def pattern_of(secrets: Iterable[Secret]) -> str:
    """Return a regular expression for any of the secrets, however a URL, JSON, HTML or a repr write it."""
    known = {secret.reveal().removeprefix(_SCHEME) for secret in secrets}
    longest_first = sorted((value for value in known if len(value) >= _SHORTEST), key=len, reverse=True)
    # Backslashes in a row are as many as whoever wrote them thinks right, and match as one.
    one_by_one = (re.sub(r"\\+", r"\\", value) for value in longest_first)
    return "|".join("".join(map(_in_any_form, value)) for value in one_by_one) or _NOTHING


def _brought(field: str, body: bytes) -> Iterator[Secret]:
    """Iterate over what the fields hold that are secrets."""
    for found in islice(re.finditer(field.encode(), body), _MOST_BROUGHT):
        text = found["value"].decode(errors="ignore")
        if len(text) <= _LONGEST:
            with suppress(ValueError):  # of an escape that is cut off
                text = str(json.loads(f'"{text}"', strict=False))
            yield Secret(text)


@lru_cache(256)
def _in_any_form(character: str) -> str:
    if character.isascii() and character.isalnum():
        return character
    # A password may hold any character, also half of one.
    number, utf8 = ord(character), character.encode(errors="surrogatepass")
    quoted = "".join(rf"%(?:25)*{byte:02x}" for byte in utf8)
    in_bytes = "".join(rf"{_BACKSLASH}+x{byte:02x}" for byte in utf8)
    utf16 = re.findall("....", character.encode("utf-16-be", "surrogatepass").hex())
    in_json = "".join(rf"{_BACKSLASH}+u{unit}" for unit in utf16)
    short = rf"{_BACKSLASH}+{re.escape(json.dumps(character)[-2])}"  # such as \n
    # What is not ASCII is written in other encodings as well, or left out.
    plain = re.escape(character) if character.isascii() else r"[^\x00-\x7f]{0,4}"
    in_html = rf"&(?:\w+|#0*{number}|#x0*{number:x});"
    return rf"(?i:{in_bytes}|{in_json}|{short}|{_BACKSLASH}*(?:{quoted}|{in_html}|{plain}))"


def _without(pattern: str, value: Any) -> Any:
    """Return a value without what the pattern matches, which `...` replaces; the value itself where nothing does."""
    if isinstance(value, str):
        return re.sub(pattern, _HIDDEN, value)
    if isinstance(value, bytes):
        return re.sub(pattern.encode(), _HIDDEN.encode(), value)
    if hasattr(value, "items"):  # headers
        clean = {re.sub(f"(?i:{pattern})", _HIDDEN, name): _without(pattern, each) for name, each in value.items()}
        return value if clean == dict(value) else type(value)(clean)
    return value
