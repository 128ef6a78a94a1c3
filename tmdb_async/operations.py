"""The operations by their names, as the generated layer declares them, and their arguments as text."""

from __future__ import annotations

import pkgutil
import re
import sys
from collections.abc import Awaitable, Callable, Sequence
from functools import cache, partial
from importlib import import_module
from typing import Any

from ._generated import api
from ._generated.api import DetailedResources
from ._generated.types import DetailedSender, Operation, Response
from .calls.arguments import check_path

_INTEGER = r"[+-]?[0-9]{1,30}"


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
        ValueError: There is none. The message names the one that may have been meant, or all.
    """
    known = operations()
    if name not in known:
        from difflib import get_close_matches  # which takes long to import

        near = get_close_matches(name, known, n=1)
        meant = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
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
    return found


def method_of(resources: DetailedResources, operation: Operation[Any]) -> Callable[..., Awaitable[Response[Any]]]:
    """Return the method that calls an operation, of `tmdb.detailed`."""
    tag, _, method = operation.name.partition(".")
    found: Callable[..., Awaitable[Response[Any]]] = getattr(getattr(resources, tag), method)
    return found


def parse_arguments(operation: Operation[Any], texts: Sequence[str]) -> tuple[int | str, ...]:
    """Return the arguments of a call, in the order of the path, from one text for each.

    Raises:
        ValueError: There are more or fewer than the path has, or one is malformed.
    """
    kinds = operation.path_parameters
    if len(texts) != len(kinds):
        raise ValueError(f"{operation.name} takes {', '.join(kinds)}, and not {len(texts)} values")
    for text, (name, parameter) in zip(texts, kinds.items(), strict=True):
        if parameter.kind is int and not re.fullmatch(_INTEGER, text):
            raise ValueError(f"{name} must be an integer")
    return check_arguments(
        operation,
        [int(text) if parameter.kind is int else text for text, parameter in zip(texts, kinds.values(), strict=True)],
    )


def check_arguments(operation: Operation[Any], values: Sequence[Any]) -> tuple[Any, ...]:
    """Return the arguments of a call if they are what the path takes, in its order.

    Raises:
        TypeError: One is of the wrong type.
        ValueError: There are more or fewer than the path has, or one is out of range or malformed.
    """
    names = [*operation.path_parameters]
    if len(values) != len(names):
        raise ValueError(f"{operation.name} takes {', '.join(names)}, and not {len(values)} values")
    check_path(operation, dict(zip(names, values, strict=True)))
    return tuple(values)
