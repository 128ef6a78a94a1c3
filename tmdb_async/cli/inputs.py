"""What a job is given by a command line, and what is said of bad input."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from io import BufferedReader
from pathlib import Path
from typing import Any

import typer

from tmdb_async._generated.types import Operation
from tmdb_async.jobs import BadLine, JobError, open_daily_ids, parse_item, read_items
from tmdb_async.operations import item_parameters


@contextmanager
def usage() -> Generator[None, None, None]:
    """Raise what the library says of bad input as bad usage, with exit status 2."""
    try:
        yield
    except (TypeError, ValueError) as error:
        raise typer.BadParameter(str(error)) from None


def check_needed(given: object, needed: object, problem: str) -> None:
    """Refuse an option without the one that it goes with."""
    if given is not None and not needed:
        raise typer.BadParameter(problem)


class Input:
    """The items that a job is given: those of the command line, which must be good, and those of `streams`."""

    def __init__(self, operation: Operation[Any], items: list[str], *, strict: bool) -> None:
        self.streams: list[BufferedReader] = []
        self.skipped = 0
        self._operation = operation
        self._items = [item_of(text, operation) for text in items]
        if not item_parameters(operation):  # what takes no ids is asked for once
            self._items.append(())
        self._strict = strict

    @property
    def any(self) -> bool:
        """Whether there are items without any stream."""
        return bool(self._items)

    def read(self) -> Iterator[tuple[Any, ...]]:
        """Iterate over all of them, and say of a line that is none."""
        yield from self._items
        for stream in self.streams:
            yield from read_items(stream, self._operation, self._skip)
        if self._strict and self.skipped:
            raise typer.BadParameter(f"{self.skipped} lines of the input are bad, and nothing was sent")

    def _skip(self, line: BadLine) -> None:
        self.skipped += 1
        typer.echo(f"{line}", err=True)


def open_ids(ids: Path, stack: ExitStack) -> BufferedReader:
    """Return the items in a file or, with a dash, on stdin. The stack closes it."""
    if str(ids) == "-":
        if sys.stdin is None:
            raise JobError("There is no input: stdin is closed")
        return sys.stdin.buffer  # type: ignore[return-value] # which is one, and called a BinaryIO
    try:
        return stack.enter_context(ids.open("rb"))
    except OSError as error:
        raise typer.BadParameter(f"--ids: {ids} cannot be read: {error.strerror}") from None


def open_daily(kind: str, day: datetime | None, stack: ExitStack) -> BufferedReader:
    """Return the ids of a daily export, and say of which day it is."""
    with usage():
        daily = stack.enter_context(open_daily_ids(kind, day and day.date()))
    typer.echo(f"The daily export of {kind} of {daily.day}", err=True)
    return daily.stream


def item_of(text: str, operation: Operation[Any]) -> tuple[int | str, ...]:
    """Return the arguments in one item of a command line."""
    try:
        return parse_item(text, operation)
    except (TypeError, ValueError) as error:
        form = "/".join(item_parameters(operation)).upper()
        raise typer.BadParameter(f"{text!r}: {error}; an item is {form}") from None
