"""What a job has found, as a flat file: JSON lines, CSV or Parquet."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from importlib import import_module
from io import TextIOWrapper
from itertools import islice
from os import PathLike
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from .errors import JobError
from .job import Job
from .replacing import replacing
from .tables import Row, rows_in, table_of

_Columns = Mapping[str, type]
# A row group of Parquet: large enough to compress well and to be skipped, small enough for the memory.
_ROWS = 2**15


def export(job: Job, path: str | PathLike[str], *, changed_since: date | None = None) -> int:
    """Write the rows of everything that a job has found, also while it is run. `table_of` says what a row is.

    The rows are written as they are read, so that a million takes no more memory than a thousand, and in the order in
    which the items were added. A file that is there is replaced when the new one is whole, and not before.

    Args:
        job: The job.
        path: The file: `.jsonl` for JSON lines, `.csv`, or `.parquet`, which needs `tmdb-async[parquet]`.
        changed_since: Leave out the rows of answers that are as they were before: a day, from its beginning in UTC, or
            a `datetime`, in UTC where it names no time zone.

    Returns:
        How many rows were written.

    Raises:
        ValueError: The name of the file has another ending.
        JobError: The operation's answers have no flat form, pyarrow is missing, one of the files cannot be read or
            written, or the file is the job itself.
    """
    write = _FORMATS.get(Path(path).suffix.lower())
    if write is None:
        raise ValueError(f"{path} must end in {', '.join(_FORMATS)}")
    columns = table_of(job.operation).columns
    count = 0

    def rows() -> Iterator[Row]:
        nonlocal count
        for row in rows_in(job, changed_since):
            count += 1
            yield row

    try:
        with replacing(path, job.path) as file:
            write(file, columns, rows())
    except OverflowError as error:  # an id beyond 64 bits
        raise JobError(f"{path} cannot be written: {error}") from error
    return count


def _write_json_lines(file: BinaryIO, columns: _Columns, rows: Iterator[Row]) -> None:
    encode = msgspec.json.Encoder().encode
    names = [*columns]
    for row in rows:
        file.write(encode(dict(zip(names, row, strict=True))))
        file.write(b"\n")


def _write_csv(file: BinaryIO, columns: _Columns, rows: Iterator[Row]) -> None:
    with TextIOWrapper(file, encoding="utf-8", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(columns)
        writer.writerows(rows)


def _write_parquet(file: BinaryIO, columns: _Columns, rows: Iterator[Row]) -> None:
    try:
        # Without types of its own, and so imported without any.
        arrow: Any = import_module("pyarrow")
        parquet: Any = import_module("pyarrow.parquet")
    except ImportError:
        raise JobError("Parquet needs pyarrow: pip install 'tmdb-async[parquet]'") from None
    types = {int: arrow.int64(), float: arrow.float64(), str: arrow.string()}
    schema = arrow.schema([(name, types[kind]) for name, kind in columns.items()])
    with parquet.ParquetWriter(file, schema) as writer:
        while some := list(islice(rows, _ROWS)):
            arrays = [
                arrow.array(values, field.type) for values, field in zip(zip(*some, strict=True), schema, strict=True)
            ]
            writer.write_batch(arrow.record_batch(arrays, schema=schema))


_FORMATS: Mapping[str, Callable[[BinaryIO, _Columns, Iterator[Row]], None]] = {
    ".jsonl": _write_json_lines,
    ".csv": _write_csv,
    ".parquet": _write_parquet,
}
