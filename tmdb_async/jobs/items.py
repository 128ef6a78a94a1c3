"""Lines of text to the arguments of calls: ids, paths, CSV and JSON, plain or compressed with gzip."""

from __future__ import annotations

import csv
import gzip
import json
import re
import zlib
from collections.abc import Callable, Container, Iterator, Sequence
from io import BufferedReader
from typing import Any, NamedTuple

from tmdb_async._generated.types import Operation
from tmdb_async.operations import check_arguments, parse_arguments

from .errors import JobError

_GZIP = b"\x1f"  # which no text begins with
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


def read_items(
    stream: BufferedReader, operation: Operation[Any], on_bad_line: Callable[[BadLine], object]
) -> Iterator[tuple[int | str, ...]]:
    """Read one item a line, as they are needed.

    A line is `1399`, `1396/1/1`, `1396 1 1`, CSV (where the first line may name the columns), a JSON array of the
    arguments, or a JSON object that has them by their names or, where there is one argument only, as `id`: which is the
    form of TMDB's daily ID exports. Blank lines are skipped.

    Args:
        stream: The lines, in UTF-8, plain or compressed with gzip.
        operation: What the items are arguments of.
        on_bad_line: Called with each line that is no item. What it raises, the iterator raises.

    Yields:
        The arguments of one call.

    Raises:
        JobError: The input breaks off or cannot be read.
    """
    form = _Form(operation)
    for number, line in enumerate(read_lines(stream), 1):
        text = line.decode(errors="backslashreplace").removeprefix("\ufeff").strip()
        try:
            arguments = form.read(text)
        except (TypeError, ValueError) as error:
            on_bad_line(BadLine(number, text, str(error)))
        else:
            if arguments is not None:
                yield arguments


def read_lines(stream: BufferedReader) -> Iterator[bytes]:
    """Read lines as they are needed, with their ends; of one that is longer than 64 KiB, the beginning.

    Args:
        stream: The lines, plain or compressed with gzip.

    Raises:
        JobError: The input breaks off or cannot be read.
    """
    number = 0
    try:
        lines = gzip.GzipFile(fileobj=stream) if stream.peek(1).startswith(_GZIP) else stream
        while line := lines.readline(_LONGEST):
            rest = line
            while len(rest) == _LONGEST and not rest.endswith(b"\n"):
                rest = lines.readline(_LONGEST)
            number += 1
            yield line
    except (OSError, EOFError, zlib.error) as error:
        raise JobError(f"The input cannot be read after line {number}: {error}") from error


class _Form:
    """What the lines of one input look like."""

    def __init__(self, operation: Operation[Any]) -> None:
        self._operation = operation
        self._names = [*operation.path_parameters]
        self._columns: list[int] | None = None
        self._first = True

    def read(self, text: str) -> tuple[int | str, ...] | None:
        """Return the arguments in a line; None for a line that is blank or names the columns."""
        if not text:
            return None
        if len(text) >= _LONGEST:
            raise ValueError("it is too long")
        first, self._first = self._first, False
        if text[0] in "{[":
            return check_arguments(self._operation, self._from_json(text))
        cells = _cells(text)
        if first:
            self._columns = self._header(cells)
            if self._columns is not None:
                return None
        if self._columns is not None:
            if len(cells) <= max(self._columns):
                raise ValueError("it has too few columns")
            cells = [cells[column] for column in self._columns]
        return parse_arguments(self._operation, cells)

    def _from_json(self, text: str) -> Sequence[Any]:
        try:
            value: Any = json.loads(text)
        except (ValueError, RecursionError):
            raise ValueError("it begins like JSON, and is none") from None
        if isinstance(value, list):
            return value  # pyright: ignore[reportUnknownVariableType] - checked next
        names = self._found(value)
        if names is None:
            raise ValueError(f"it has no {' and '.join(self._names)}")
        return [value[name] for name in names]

    def _header(self, cells: list[str]) -> list[int] | None:
        names = self._found(cells)
        return None if names is None else [cells.index(name) for name in names]

    def _found(self, names: Container[str]) -> list[str] | None:
        if all(name in names for name in self._names):
            return self._names
        return ["id"] if len(self._names) == 1 and "id" in names else None


def _cells(text: str) -> list[str]:
    if "," in text:
        return [cell.strip() for cell in next(csv.reader([text], skipinitialspace=True))]
    return re.split(r"\s*/\s*|\s+", text)
