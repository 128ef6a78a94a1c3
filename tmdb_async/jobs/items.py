"""Lines of text to the arguments of calls: ids, paths, CSV and JSON, plain or compressed with gzip."""

from __future__ import annotations

import csv
import gzip
import re
import zlib
from collections.abc import Callable, Container, Iterator, Sequence
from io import BufferedReader
from typing import Any, NamedTuple

import msgspec

from tmdb_async._generated.types import Operation
from tmdb_async.operations import check_arguments, item_parameters, parse_arguments

from .errors import JobError

_GZIP = b"\x1f"  # which no text begins with
_JSON = ("{", "[")
# A file without line ends is no list of items, and must not fill the memory.
_LONGEST = 2**16
_SHOWN = 80


class BadLine(NamedTuple):
    """A line that is no item."""

    number: int
    """Its place in the input, from 1."""
    text: str
    """What it says."""
    problem: str
    """What is wrong with it."""

    def __str__(self) -> str:
        shown = self.text if len(self.text) <= _SHOWN else f"{self.text[:_SHOWN]}..."
        return f"line {self.number}: {shown!r}: {self.problem}"


def parse_item(text: str, operation: Operation[Any]) -> tuple[int | str, ...]:
    """Return the arguments in one item, in any of the forms of a line for `read_items`.

    Args:
        text: The item.
        operation: What it holds the arguments of.

    Raises:
        TypeError: An argument in JSON is of the wrong type.
        ValueError: It is no item, or an argument is out of range or malformed.
    """
    text = text.strip()
    if text.startswith(_JSON):
        return check_arguments(operation, _from_json(text, operation))
    return parse_arguments(operation, _cells(text))


def read_items(
    stream: BufferedReader, operation: Operation[Any], on_bad_line: Callable[[BadLine], object]
) -> Iterator[tuple[int | str, ...]]:
    """Read one item a line, as they are needed.

    A line is `1399`, `1396/1/1`, `1396 1 1`, CSV (where the first line may name the columns, and a row is one line), a
    JSON array of the arguments, or a JSON object that has them by their names or, where there is one argument only, as
    `id`: which is the form of TMDB's daily ID exports. Blank lines are skipped.

    Args:
        stream: The lines, in UTF-8, plain or compressed with gzip.
        operation: What the items are arguments of.
        on_bad_line: Called with each line that is no item. What it raises, the iterator raises.

    Yields:
        The arguments of one call.

    Raises:
        JobError: The input breaks off or cannot be read.
    """
    number = 0
    whole = first = True
    columns: list[int] | None = None
    for line in read_lines(stream):
        begins, whole = whole, line.endswith(b"\n")
        if not begins:
            continue
        number += 1
        text = line.decode(errors="backslashreplace").removeprefix("\ufeff").strip()
        if len(line) >= _LONGEST:
            on_bad_line(BadLine(number, text, "it is too long"))
            continue
        if not text:
            continue
        try:
            if first:
                first = False
                columns = _columns(text, operation)
                if columns is not None:
                    continue
            yield parse_item(text, operation) if columns is None else _from_row(text, operation, columns)
        except (TypeError, ValueError) as error:
            on_bad_line(BadLine(number, text, str(error)))


def read_lines(stream: BufferedReader) -> Iterator[bytes]:
    """Read lines as they are needed, with their ends; one that is longer than 64 KiB comes in parts of as many.

    Args:
        stream: The lines, plain or compressed with gzip.

    Raises:
        JobError: The input breaks off or cannot be read.
    """
    number = 0
    try:
        lines = gzip.GzipFile(fileobj=stream) if stream.peek(1).startswith(_GZIP) else stream
        while line := lines.readline(_LONGEST):
            number += line.endswith(b"\n")
            yield line
    except (OSError, EOFError, zlib.error) as error:
        raise JobError(f"The input cannot be read after line {number}: {error}") from error


def _from_json(text: str, operation: Operation[Any]) -> Sequence[Any]:
    try:
        value: Any = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        raise ValueError("it begins like JSON, and is none") from None
    if isinstance(value, list):
        return value  # pyright: ignore[reportUnknownVariableType] - checked next
    names = _names(value, operation)
    if names is None:
        raise ValueError(f"it has no {' and '.join(item_parameters(operation))}")
    return [value[name] for name in names]


def _columns(text: str, operation: Operation[Any]) -> list[int] | None:
    """Return where the arguments are in each row, if a line names the columns."""
    if text.startswith(_JSON):
        return None
    cells = _cells(text)
    names = _names(cells, operation)
    return None if names is None else [cells.index(name) for name in names]


def _from_row(text: str, operation: Operation[Any], columns: Sequence[int]) -> tuple[int | str, ...]:
    cells = _cells(text)
    if len(cells) <= max(columns):
        raise ValueError("it has too few columns")
    return parse_arguments(operation, [cells[column] for column in columns])


def _names(given: Container[str], operation: Operation[Any]) -> list[str] | None:
    """Return the names by which the arguments are given, if they all are."""
    names = [*item_parameters(operation)]
    if all(name in given for name in names):
        return names
    return ["id"] if len(names) == 1 and "id" in given else None


def _cells(text: str) -> list[str]:
    if "," not in text and not text.startswith('"'):
        return re.split(r"\s*/\s*|\s+", text)
    try:
        return [cell.strip() for cell in next(csv.reader([text], skipinitialspace=True))]
    except csv.Error as error:
        raise ValueError(f"it is no CSV: {error}") from None
