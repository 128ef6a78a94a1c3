"""What a caller gave, checked and made into what is sent. Nothing is sent before this has passed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from operator import index
from typing import Any, NamedTuple
from urllib.parse import quote

from tmdb_async._generated.types import Operation, Secret
from tmdb_async.credentials import is_well_formed
from tmdb_async.transports.transport import Target

_LANGUAGE = r"[a-z]{2}(-[A-Z]{2})?"
_KINDS: dict[type, tuple[str, tuple[type, ...]]] = {
    bool: ("a boolean", (bool,)),
    float: ("a number", (float, int)),
    str: ("a string", (str,)),
}
_MOST = 2**63 - 1


class Defaults(NamedTuple):
    """What a client fills in where a call leaves it out."""

    language: str | None
    session: Mapping[str, Secret]
    """One session by the name of its parameter, or none."""
    timeout: float
    """Seconds for each attempt."""
    max_retries: int
    """How many attempts may follow the first."""


def check_language(language: object, name: str = "language") -> str:
    """Return the language if it is `xx` or `xx-XX`.

    Args:
        language: The language.
        name: What the messages call it.

    Raises:
        TypeError: It is no string.
        ValueError: It has another form.
    """
    if not isinstance(language, str):
        raise TypeError(f"{name} must be a string such as 'pt-BR', not {type(language).__name__}")
    if not re.fullmatch(_LANGUAGE, language):
        raise ValueError(f"{name} must look like 'pt' or 'pt-BR', not {language!r}")
    return language


def check_session(name: str, session: Secret) -> Secret:
    """Return the session if it is one word. The message never holds it.

    Raises:
        ValueError: It is no string, empty, too long, or holds whitespace, control or non-ASCII characters.
    """
    if not is_well_formed(session):
        raise ValueError(f"{name} is empty, no string, too long, or holds whitespace, control or non-ASCII characters")
    return session


def check_path(operation: Operation[Any], path: Mapping[str, object]) -> dict[str, str]:
    """Return the parameters of the path as they stand in a URL.

    Raises:
        TypeError: One is of the wrong type.
        ValueError: One is out of range or malformed.
    """
    return {name: _path_value(name, path[name], kind) for name, kind in operation.path_parameters.items()}


def build_target(
    operation: Operation[Any], path: Mapping[str, object], query: Mapping[str, object], defaults: Defaults
) -> Target:
    """Check the arguments of a call, fill in the client's defaults and return what is asked for.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: An argument is out of range or malformed, or the session is missing.
    """
    values = check_path(operation, path)
    kinds = operation.query_parameters
    given = {name: _query_value(name, value, kinds[name]) for name, value in query.items() if value is not None}
    if "language" in operation.query_parameters and defaults.language is not None:
        given.setdefault("language", defaults.language)
    sessions = [name for name, kind in kinds.items() if kind is Secret]
    if sessions:
        if not any(name in given for name in sessions):
            given |= {name: session for name, session in defaults.session.items() if name in sessions}
        named = [name for name in sessions if name in given]
        if len(named) != 1:
            problem = "is missing" if not named else "is given twice"
            raise ValueError(f"the session {problem}: pass {' or '.join(sessions)} to the call or to the client")
    return Target(operation.path.format_map(values), given)


def _path_value(name: str, value: object, kind: type[int | str]) -> str:
    if kind is int and type(value) is int and 0 <= value <= _MOST:  # as nearly always
        return str(value)
    if kind is str:
        if not isinstance(value, str):
            raise TypeError(f"{name} must be a string, not {type(value).__name__}")
        if value in ("", ".", ".."):  # no segment of a path: another resource would be asked for
            raise ValueError(f"{name} must not be {value!r}")
        return quote(value, safe="")
    number = _integer(name, value)
    if number < 0:
        raise ValueError(f"{name} must not be negative, and is {number}")
    return str(number)


def _query_value(name: str, value: object, kind: type) -> str | Secret:
    if isinstance(value, Secret):
        if not isinstance(value.reveal(), str):
            raise TypeError(f"{name} must be a string, not {type(value.reveal()).__name__}")
        return check_session(name, value)
    if name == "language":
        return check_language(value, name)
    if kind is int:
        return str(_integer(name, value))
    called, accepted = _KINDS[kind]
    if not isinstance(value, accepted) or isinstance(value, bool) is not (kind is bool):
        raise TypeError(f"{name} must be {called}, not {type(value).__name__}")
    return str(value).lower() if kind is bool else str(value)


def _integer(name: str, value: Any) -> int:
    # A boolean is an integer to Python, and never an id. NumPy's integers are none to Python, and good ids.
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise TypeError(f"{name} must be an integer, not {type(value).__name__}")
    number = index(value)
    if abs(number) > _MOST:
        raise ValueError(f"{name} must be less than 2 ** 63 in size")
    return number
