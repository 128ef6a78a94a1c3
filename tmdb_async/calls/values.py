"""One argument of a call: checked by what the document says of it, and as it is sent."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from datetime import date, datetime
from operator import index
from typing import Any
from urllib.parse import quote, unquote

from tmdb_async._generated.types import AnyOf, Parameter, Secret
from tmdb_async.credentials import is_well_formed

_LANGUAGE = r"[a-z]{2}(-[A-Z]{2})?"
_CALLED = {
    bool: "a boolean",
    date: "a datetime.date",
    float: "a number",
    int: "an integer",
    str: "a string",
    Secret: "a string",
}
_MOST = 2**63 - 1
_ALL, _ANY = ",", "|"
# A word and no path: a segment that holds one of these may lead to another resource.
_CONTROL = r"[\x00-\x1f\x7f-\x9f]"
_MOST_CHOICES = 8


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


def in_query(name: str, value: object, parameter: Parameter) -> str | Secret:
    """Return a value, or several, as it stands in the query; empty where it is a collection of none.

    Raises:
        TypeError: It is of the wrong type.
        ValueError: It is out of range or malformed.
    """
    if isinstance(value, Secret):
        return _session(name, value)
    if name == "language":
        return check_language(value, name)
    if not parameter.many:
        return _text(_checked(name, value, parameter))
    return _joined(name, value, parameter)


def in_path(name: str, value: object, parameter: Parameter) -> str:
    """Return a value as it stands in the path.

    Raises:
        TypeError: It is of the wrong type.
        ValueError: It is out of range or malformed, or would lead to another resource.
    """
    if type(value) is int and parameter.kind is int and (parameter.least or 0) <= value <= _MOST:  # as nearly always
        return str(value)
    if isinstance(value, Secret):
        word = _session(name, value).reveal()
        if leads_elsewhere(word):
            raise ValueError(f"{name} is no single segment of a path")
        return quote(word, safe="")
    text = _text(_checked(name, value, parameter))
    if leads_elsewhere(text):
        raise ValueError(f"{name} must be a single segment of a path, and not {text!r}")
    return quote(text, safe="@")


def in_body(name: str, value: object, parameter: Parameter) -> object:
    """Return a value as it stands in the body, before that is made JSON; a secret is still hidden.

    Raises:
        TypeError: It is of the wrong type.
        ValueError: It is out of range or malformed.
    """
    if isinstance(value, Secret):
        if not isinstance(value.reveal(), str):
            raise TypeError(f"{name} must be a string, not {type(value.reveal()).__name__}")
        if not value.reveal():
            raise ValueError(f"{name} must not be empty")
        return value
    checked = _checked(name, value, parameter)
    return checked.isoformat() if isinstance(checked, date) else checked


def numbers(name: str, value: object, parameter: Parameter) -> list[int]:
    """Return one integer or several as a list, each once.

    Raises:
        TypeError: One is no integer.
        ValueError: One is out of range.
    """
    return [*dict.fromkeys(_checked(name, each, parameter) for each in _several(value))]


def items(value: object) -> list[str]:
    """Return the values of a list as it stands in the query."""
    return [] if value is None else str(value).split(_ALL)


def leads_elsewhere(segment: str) -> bool:
    """Whether a segment of a path would not stay one: TMDB's network decodes it, and then resolves dots."""
    before = None
    while segment != before:
        if segment in ("", ".", "..") or "/" in segment or re.search(_CONTROL, segment):
            return True
        before, segment = segment, unquote(segment)
    return False


def _session(name: str, value: Secret) -> Secret:
    if not isinstance(value.reveal(), str):
        raise TypeError(f"{name} must be a string, not {type(value.reveal()).__name__}")
    return check_session(name, value)


def _joined(name: str, value: object, parameter: Parameter) -> str:
    if isinstance(value, AnyOf):
        if not parameter.alternatives:
            raise TypeError(f"{name} takes no any_of: TMDB has no such alternatives")
        values: list[Any] = [*value.values]  # pyright: ignore[reportUnknownMemberType] - of any type
        if not values:
            raise ValueError(f"{name}: any_of needs a value or more")
        glue = _ANY
    else:
        glue, values = _ALL, _several(value)
    if parameter.most_items is not None and len(values) > parameter.most_items:
        raise ValueError(f"{name} takes {parameter.most_items} values at most, and not {len(values)}")
    texts = ["null" if each is None and parameter.nullable else _item(name, each, parameter) for each in values]
    return glue.join(dict.fromkeys(texts))


def _item(name: str, value: object, parameter: Parameter) -> str:
    text = _text(_checked(name, value, parameter))
    if not text or _ALL in text or _ANY in text:
        raise ValueError(f"{name}: give several values as a list, or as any_of(...), and not as {text!r}")
    return text


def _several(value: object) -> list[Any]:
    """Return the values of a collection; a single value is one of its own."""
    return [*value] if isinstance(value, Collection) and not isinstance(value, (str, bytes, Mapping)) else [value]


def _checked(name: str, value: Any, parameter: Parameter) -> Any:
    """Return a value if it is what the parameter takes: an integer where it is like one."""
    kind = parameter.kind
    if parameter.numeric and not isinstance(value, str):
        value = str(_integer(name, value))
    if kind is int:
        value = _integer(name, value)
    elif kind is float:
        if isinstance(value, bool) or not isinstance(value, (float, int)):
            raise TypeError(f"{name} must be a number, not {type(value).__name__}")
    elif not isinstance(value, kind) or isinstance(value, datetime):
        # Which day a time is of depends on where one is.
        raise TypeError(f"{name} must be {_CALLED[kind]}, not {type(value).__name__}")
    if isinstance(value, str):
        _check_text(name, value, parameter)
    elif isinstance(value, (float, int)) and not isinstance(value, bool):
        _check_range(name, value, parameter)
    return value


def _check_text(name: str, value: str, parameter: Parameter) -> None:
    if parameter.choices:
        if value not in parameter.choices:
            from difflib import get_close_matches  # which takes long to import

            near = get_close_matches(value, parameter.choices, n=1) or parameter.choices
            known = f"did you mean {near[0]!r}?" if len(near) == 1 else f"give one of {', '.join(map(repr, near))}"
            if len(near) > _MOST_CHOICES:
                known = f"there are {', '.join(near)}"
            raise ValueError(f"{name} must not be {value!r}: {known}")
    elif not value and parameter.required:
        raise ValueError(f"{name} must not be empty")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise ValueError(f"{name} holds a lone surrogate, which is no character")


def _check_range(name: str, value: float, parameter: Parameter) -> None:
    least, most, step = parameter.least, parameter.most, parameter.step
    if not math.isfinite(value):
        raise ValueError(f"{name} must be a finite number, and is {value}")
    if least is not None and most is not None and not least <= value <= most:
        raise ValueError(f"{name} must be from {least:g} to {most:g}, and is {value}")
    if (least is not None and value < least) or (most is not None and value > most):
        bound = f"{least:g} or more" if least is not None and value < least else f"{most:g} or less"
        raise ValueError(f"{name} must be {bound}, and is {value}")
    if step is not None and value % step:
        raise ValueError(f"{name} must be a multiple of {step:g}, and is {value}")


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)


def _integer(name: str, value: Any) -> int:
    # A boolean is an integer to Python, and never an id. NumPy's integers are none to Python, and good ids.
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise TypeError(f"{name} must be an integer, not {type(value).__name__}")
    number = index(value)
    if abs(number) > _MOST:
        raise ValueError(f"{name} must be less than 2 ** 63 in size")
    return number
