"""The parameters of an operation as options of a command: `--with-genres 18,80`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tmdb_async._generated.types import Operation
from tmdb_async.operations import item_parameters, options_of, parse_value, sign


def describe(operation: Operation[Any]) -> str:
    """Return an operation as it is called from a command line."""
    arguments = [name.upper() for name in item_parameters(operation)]
    options = [
        f"{_option(name)} {sign(each)}" if each.required else f"[{_option(name)} {sign(each)}]"
        for name, each in options_of(operation).items()
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
    known = options_of(operation)
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
        given[name] = parse_value(option, value, known[name])
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


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"
