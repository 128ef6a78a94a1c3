"""The operations by their names, as the generated layer declares them, and their arguments as text."""

from __future__ import annotations

import pkgutil
import re
import sys
from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import date
from functools import cache, partial
from importlib import import_module
from typing import Any, cast

from ._generated import api
from ._generated.api import DetailedResources, Resources
from ._generated.types import DetailedSender, Operation, Parameter, Secret, any_of
from .calls.values import in_path

_INTEGER = r"[+-]?[0-9]{1,30}"
_BOOLEANS = {"true": True, "false": False}
_SIGNS: Mapping[type, str] = {bool: "true|false", int: "INTEGER", float: "NUMBER", str: "TEXT", date: "YYYY-MM-DD"}


@cache
def operations() -> dict[str, Operation[Any]]:
    """Return all operations of the API by their names, such as `tv_series.credits`, in the order of the alphabet."""
    found: list[Operation[Any]] = [
        value
        for module in pkgutil.iter_modules(api.__path__)
        for value in vars(import_module(f"{api.__name__}.{module.name}")).values()
        if isinstance(value, Operation)
    ]
    return {operation.name: operation for operation in sorted(found, key=lambda operation: operation.name)}


def find_operation(name: str) -> Operation[Any]:
    """Return the operation of a name.

    Raises:
        ValueError: There is none. The message names the one that may have been meant.
    """
    known = operations()
    if name not in known:
        from difflib import get_close_matches  # which takes long to import

        near = get_close_matches(name, known, n=1)
        meant = f"did you mean {near[0]}?" if near else "docs/operations.md lists all of them"
        raise ValueError(f"There is no operation {name!r}: {meant}")
    return known[name]


def operation_of(method: Callable[..., object]) -> Operation[Any]:
    """Return the operation that a method of a resource calls, also where it is a `functools.partial` of one.

    Raises:
        TypeError: It is no such method, or one of `tmdb.detailed`.
    """
    while isinstance(method, partial):
        method = method.func
    resource = getattr(method, "__self__", None)
    module = sys.modules.get(type(resource).__module__)
    found = getattr(module, getattr(method, "__name__", "").upper(), None)
    if not isinstance(found, Operation) or isinstance(getattr(resource, "_sender", None), DetailedSender):
        raise TypeError("give the method of an operation, such as tmdb.discover.tv, without calling it")
    return cast("Operation[object]", found)


def method_of(
    resources: Resources | DetailedResources, operation: Operation[Any]
) -> Callable[..., Coroutine[Any, Any, Any]]:
    """Return the method that calls an operation, of a client or of its `detailed`."""
    tag, _, method = operation.name.partition(".")
    found: Callable[..., Coroutine[Any, Any, Any]] = getattr(getattr(resources, tag), method)
    return found


def item_parameters(operation: Operation[Any]) -> dict[str, Parameter]:
    """Return the parameters that an item of a list holds: those of the path, but for secrets."""
    return {name: each for name, each in operation.path_parameters.items() if each.kind is not Secret}


def options_of(operation: Operation[Any]) -> dict[str, Parameter]:
    """Return the parameters that are the same for all items of a list: neither the path's nor secrets."""
    return {
        name: each for name, each in operation.parameters.items() if each.place != "path" and each.kind is not Secret
    }


def parse_value(name: str, text: str, parameter: Parameter) -> Any:
    """Return a value, or several, from a text as it stands in the query: `18,80`, or `18|80` for any of them.

    Args:
        name: What the messages call it.
        text: The text.
        parameter: What it is of.

    Raises:
        ValueError: It is malformed.
    """
    if not parameter.many:
        return _parse_one(name, text, parameter)
    if parameter.alternatives and "|" in text:
        return any_of(*(_parse_one(name, each, parameter) for each in text.split("|")))
    return [
        None if parameter.nullable and each == "null" else _parse_one(name, each, parameter) for each in text.split(",")
    ]


def sign(parameter: Parameter) -> str:
    """Return what a parameter takes, in few words."""
    return "|".join(parameter.choices) if parameter.choices else _SIGNS[parameter.kind]


def _parse_one(name: str, text: str, parameter: Parameter) -> Any:
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
        raise ValueError(f"{name} takes {sign(parameter)}, and not {text!r}") from None
    return text


def parse_arguments(operation: Operation[Any], texts: Sequence[str]) -> tuple[int | str, ...]:
    """Return the arguments of a call, in the order of the path, from one text for each.

    Raises:
        ValueError: There are more or fewer than the path has, or one is malformed.
    """
    parameters = item_parameters(operation)
    _check_count(operation, texts)
    for text, (name, parameter) in zip(texts, parameters.items(), strict=False):
        if parameter.kind is int and not re.fullmatch(_INTEGER, text):
            raise ValueError(f"{name} must be an integer")
    kinds = [int if parameter.kind is int else str for parameter in parameters.values()]
    return check_arguments(operation, [kind(text) for text, kind in zip(texts, kinds, strict=False)])


def check_arguments(operation: Operation[Any], values: Sequence[Any]) -> tuple[Any, ...]:
    """Return the arguments of a call if they are what the path takes, in its order.

    Raises:
        TypeError: One is of the wrong type.
        ValueError: There are more or fewer than the path has, or one is out of range or malformed.
    """
    _check_count(operation, values)
    for value, (name, parameter) in zip(values, item_parameters(operation).items(), strict=False):
        in_path(name, value, parameter)
    return tuple(values)


def _check_count(operation: Operation[Any], values: Sequence[Any]) -> None:
    parameters = item_parameters(operation)
    least = sum(parameter.required for parameter in parameters.values())
    if not least <= len(values) <= len(parameters):
        takes = ", ".join(parameters) or "no values"
        raise ValueError(f"{operation.name} takes {takes}, and not {len(values)} values")
