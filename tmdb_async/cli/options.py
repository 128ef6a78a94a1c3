"""The parameters of an operation as options of a command: `--with-genres 18,80`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from tmdb_async._generated.types import Operation, Parameter, Secret, any_of
from tmdb_async.operations import item_parameters

_BOOLEANS = {"true": True, "false": False}
_INTEGER = r"[+-]?[0-9]{1,30}"
_SIGNS: Mapping[type, str] = {bool: "true|false", int: "INTEGER", float: "NUMBER", str: "TEXT", date: "YYYY-MM-DD"}


def optional(operation: Operation[Any]) -> dict[str, Parameter]:
    """Return the parameters that are given as options, by their names in Python: neither the path's nor secrets."""
    return {
        name: each for name, each in operation.parameters.items() if each.place != "path" and each.kind is not Secret
    }


def describe(operation: Operation[Any]) -> str:
    """Return an operation as it is called from a command line."""
    arguments = [name.upper() for name in item_parameters(operation)]
    options = [
        f"{_option(name)} {_sign(each)}" if each.required else f"[{_option(name)} {_sign(each)}]"
        for name, each in optional(operation).items()
    ]
    return " ".join([operation.name, *arguments, *options])


def parse_options(operation: Operation[Any], texts: Sequence[str]) -> tuple[list[str], dict[str, Any]]:
    """Tell options from arguments.

    Args:
        operation: What is called.
        texts: The command line: `--name value` and `--name=value`; a list is `18,80` or, for any of them, `18|80`.

    Returns:
        The arguments of the path, and the others by their names in Python.

    Raises:
        ValueError: An option is unknown, has no value, or one that is malformed.
    """
    known = optional(operation)
    arguments: list[str] = []
    given: dict[str, Any] = {}
    waiting = iter(texts)
    for text in waiting:
        if not text.startswith("--"):
            arguments.append(text)
            continue
        option, name, value = _split(text, waiting)
        if name not in known:
            raise ValueError(
                f"{operation.name} has no option {option}: there are {', '.join(map(_option, known)) or 'none'}"
            )
        given[name] = _value(option, value, known[name])
    missing = [_option(name) for name, each in known.items() if each.required and name not in given]
    if missing:
        raise ValueError(f"{operation.name} needs {' and '.join(missing)}")
    return arguments, given


def _split(text: str, waiting: Iterator[str]) -> tuple[str, str, str]:
    option, equals, value = text.partition("=")
    if not equals:
        try:
            value = next(waiting)
        except StopIteration:
            raise ValueError(f"{option} needs a value") from None
    return option, option.removeprefix("--").replace("-", "_").replace(".", "_"), value


def _value(option: str, text: str, parameter: Parameter) -> Any:
    if not parameter.many:
        return _one(option, text, parameter)
    if parameter.alternatives and "|" in text:
        return any_of(*(_one(option, each, parameter) for each in text.split("|")))
    return [
        None if parameter.nullable and each == "null" else _one(option, each, parameter) for each in text.split(",")
    ]


def _one(option: str, text: str, parameter: Parameter) -> Any:
    kind = parameter.kind
    try:
        if kind is bool:
            return _BOOLEANS[text.lower()]
        if kind is date:
            return date.fromisoformat(text)
        if kind is float:
            return float(text)
        if kind is int:
            return int(text if re.fullmatch(_INTEGER, text) else "")
    except (KeyError, ValueError):
        raise ValueError(f"{option} takes {_sign(parameter)}, and not {text!r}") from None
    return text


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _sign(parameter: Parameter) -> str:
    if parameter.choices:
        return "|".join(parameter.choices)
    return _SIGNS[parameter.kind]
