"""A job: one operation for many items, and what came of each."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from os import PathLike
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, NamedTuple, Self

import msgspec

from tmdb_async._generated.types import Operation
from tmdb_async.calls.values import check_language
from tmdb_async.operations import check_arguments, find_operation, item_parameters

from .database import explained, open_to_checkpoint, open_to_read, open_to_write
from .errors import JobError

_WAITING = "(time IS NULL OR error IS NOT NULL)"
_ADD = "INSERT OR IGNORE INTO items (arguments) VALUES (?)"
_COUNT_WAITING = f"SELECT count(*) FROM items WHERE {_WAITING}"  # noqa: S608 - of a constant
_NEXT = "SELECT id, arguments FROM items WHERE id > ? AND time IS NULL ORDER BY id LIMIT ?"
_FAILED = "SELECT id FROM items WHERE error IS NOT NULL ORDER BY id"
_AGAIN = "SELECT arguments FROM items WHERE id = ?"
_RECORD = """UPDATE items SET status = ?, code = ?, error = ?, message = ?, time = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE id = ?"""
_KEEP = "INSERT OR REPLACE INTO bodies VALUES (?, ?)"
_COUNT = """SELECT count(*), count(time), count(error), count(CASE WHEN error IS NULL AND status = 404 THEN 1 END)
FROM items"""
_KINDS = """SELECT error, status, count(*), message, min(id) FROM items
WHERE error IS NOT NULL GROUP BY error, status ORDER BY count(*) DESC, error, status"""
_OF_KIND = "SELECT arguments FROM items WHERE error = ? AND status IS ? ORDER BY id LIMIT 3"
_BODIES = """SELECT arguments, body FROM items JOIN bodies ON item = id
WHERE error IS NULL AND status BETWEEN 200 AND 299 ORDER BY id"""
# How many items are read at once.
_CHUNK = 1000
_LANGUAGE = "en-US"  # TMDB's own, where none is asked for


class Record(NamedTuple):
    """What came of one item."""

    item: int
    """The number that `Job.waiting` gave."""
    status: int | None
    """The HTTP status; None where there was no answer."""
    body: bytes | None
    """The body as it came; None where there was none."""
    code: int | None = None
    """TMDB's own code."""
    error: str | None = None
    """The name of the exception, of an item that is to be tried again; None for an answer."""
    message: str | None = None
    """The words of the exception."""


class FailureKind(NamedTuple):
    """Items that failed in the same way."""

    error: str
    """The name of the exception."""
    status: int | None
    """The HTTP status; None where there was no answer."""
    total: int
    """How many there are."""
    message: str
    """The words of the first one's exception."""
    items: tuple[tuple[int | str, ...], ...]
    """The arguments of the first three."""


class Status(NamedTuple):
    """What a job file holds."""

    operation: str
    """The operation, such as `tv_series.credits`."""
    language: str | None
    """The language of the answers; None where the operation has none."""
    items: int
    """All items."""
    found: int
    """Those that TMDB answered with the operation's model."""
    not_found: int
    """Those that TMDB does not know (HTTP 404), which is an answer too."""
    failed: int
    """Those without an answer in spite of all retries. The next run tries them again."""
    waiting: int
    """Those that were not asked for yet."""
    failures: tuple[FailureKind, ...]
    """The failed ones by kind, the most frequent first."""


class Job:
    """One operation for many items, in a file that keeps what came of each.

        with Job.open("credits.sqlite", "tv_series.credits") as job:
            job.add([1399, 1396])
            await Run(job, tmdb).fetch()

    The file is SQLite. What is recorded is there after a kill at any moment; a loss of power may take the last seconds,
    which are then fetched again. Every method raises a `JobError` where the file cannot be read or written.

    A job may go from one thread to another, but all but `checkpoint` is for one thread at a time.
    """

    path: Path
    """The file."""
    operation: Operation[Any]
    """What is fetched."""
    language: str | None
    """In which language; None where the operation has none."""

    def __init__(self, path: Path, *, operation: str | None, language: str | None) -> None:
        """Open a file; `open` and `read` say how."""
        self.path = path.absolute()
        self._recorded = self._moved = 0  # bytes of bodies, each written by one thread alone
        self._in_use = Lock()  # held by who closes the file, and by who waits for its disk
        with ExitStack() as stack, explained(path):
            if operation is None:
                self._db, self._beside = open_to_read(stack, path), None
            else:
                self._db = open_to_write(stack, path, operation, language)
                self._beside = open_to_checkpoint(stack, path)
            name, self.language = self._db.execute("SELECT operation, language FROM job").fetchone()
            try:
                self.operation = find_operation(name)
            except ValueError as error:
                raise JobError(f"{path} is a job of another version of tmdb_async: {error}") from None
            self._closing = stack.pop_all()

    @classmethod
    def open(cls, path: str | PathLike[str], operation: str, *, language: str | None = None) -> Self:
        """Open a job to add to it and to run it, or make it where there is none. Nobody else can until it is closed.

        Args:
            path: The file. Beside it a run leaves the empty file `-lock` and has, while it lasts, SQLite's own `-wal`
                and `-shm`.
            operation: The operation, such as `tv_series.credits`.
            language: The language of all answers, as `xx` or `xx-XX`. Without it that of the job or, where it has no
                items yet, en-US; the client's own does not count.

        Returns:
            The job, as a context manager that closes it.

        Raises:
            TypeError: The language is no string.
            ValueError: There is no such operation, or none that items tell apart, or it takes no language, or that is
                malformed.
            JobError: The file is no job, or one with items of another operation or language, or cannot be written, or
                another process runs it. It is as it was.
        """
        declared = find_operation(operation)
        _check_kind(declared)
        takes_language = "language" in declared.query_parameters
        if language is not None:
            if not takes_language:
                raise ValueError(f"{operation} takes no language")
            check_language(language)
        job = cls(Path(path), operation=operation, language=language or (_LANGUAGE if takes_language else None))
        if job.operation.name != operation or language not in (None, job.language):
            job.close()
            raise JobError(
                f"{path} is a job of {_named(job.operation.name, job.language)}: "
                f"give another file for {_named(operation, language)}"
            )
        return job

    @classmethod
    def read(cls, path: str | PathLike[str]) -> Self:
        """Open a job to look at it, also while another process runs it.

        Where its folder may not be written, nobody must begin to run it meanwhile.

        Returns:
            The job, as a context manager that closes it. Nothing can be added to it or recorded in it.

        Raises:
            JobError: There is no such file, or it is no job, or cannot be read.
        """
        return cls(Path(path), operation=None, language=None)

    def close(self) -> None:
        """Close the file, as leaving the `with` block does, after a checkpoint that another thread may be making."""
        with self._in_use:
            self._closing.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def add(self, items: Iterable[Any]) -> int:
        """Add items that are not in the job yet: all of them, or none where one is malformed or reading them fails.

        Args:
            items: The arguments of each call, as a tuple or as a single value. They are read one by one.

        Returns:
            How many are new.

        Raises:
            TypeError: An argument is of the wrong type.
            ValueError: A tuple is too short or too long, or an argument is out of range or malformed.
            Exception: Whatever `items` raises.
        """
        added = 0
        rows = ((_to_json(self.operation, item),) for item in items)
        try:
            with explained(self.path):
                self._db.execute("BEGIN")
            while some := list(islice(rows, _CHUNK)):  # whose errors are the caller's
                with explained(self.path):
                    added += self._db.executemany(_ADD, some).rowcount
            with explained(self.path):
                self._db.execute("COMMIT")
        except BaseException:
            self._db.rollback()
            raise
        return added

    def count_waiting(self) -> int:
        """Return how many items a run has to ask for: those without an outcome and those that failed."""
        with explained(self.path):
            [count] = self._db.execute(_COUNT_WAITING).fetchone()
        return int(count)

    def waiting(self) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """Iterate over what a run has to ask for: the item's number, for `record`, and its arguments.

        First come those without an outcome, then those that had failed. Each comes once, also where it fails meanwhile.
        They are read in small parts, as they are needed.
        """
        with explained(self.path):
            failed = array("q", (item for (item,) in self._db.execute(_FAILED)))
        last = 0
        while True:
            with explained(self.path):
                rows = self._db.execute(_NEXT, (last, _CHUNK)).fetchall()
            if not rows:
                break
            for last, arguments in rows:
                yield last, tuple(msgspec.json.decode(arguments))
        for item in failed:
            with explained(self.path):
                [arguments] = self._db.execute(_AGAIN, (item,)).fetchone()
            yield item, tuple(msgspec.json.decode(arguments))

    def record(self, *records: Record) -> None:
        """Record what came of some items, in place of what came before. All of it is in the file when this returns."""
        with explained(self.path), self._db:
            self._db.execute("BEGIN")
            self._db.executemany(_RECORD, [(of.status, of.code, of.error, of.message, of.item) for of in records])
            self._db.executemany(_KEEP, [(of.item, of.body) for of in records])
        self._recorded += sum(len(of.body or b"") for of in records)

    def checkpoint(self) -> None:
        """Move what was recorded from `-wal` into the file itself, and wait until the disk has it.

        A run does so now and then. It may be called in another thread while outcomes are recorded. Of a job that is
        only read there is nothing to move.
        """
        if self._beside is None:
            return
        recorded = self._recorded
        with explained(self.path), self._in_use:
            self._beside.execute("PRAGMA wal_checkpoint").fetchone()
        self._moved = recorded

    @property
    def unmoved(self) -> int:
        """How many bytes of bodies were recorded since the last checkpoint."""
        return self._recorded - self._moved

    def status(self) -> Status:
        """Return what the job holds by now."""
        with explained(self.path), self._db:
            self._db.execute("BEGIN")  # all counts of one moment, also while a run goes on
            items, asked, failed, not_found = self._db.execute(_COUNT).fetchone()
            kinds = tuple(
                FailureKind(error, status, count, message, self._first_of(error, status))
                for error, status, count, message, _ in self._db.execute(_KINDS).fetchall()
            )
        found = asked - failed - not_found
        name, language = self.operation.name, self.language
        return Status(name, language, items, found, not_found, failed, items - asked, kinds)

    def bodies(self) -> Iterator[tuple[tuple[Any, ...], bytes]]:
        """Iterate over the arguments of each item that was found and its body, in the order in which they were added.

        They are read as they are needed, and are all of one moment.
        """
        with explained(self.path):
            for arguments, body in self._db.execute(_BODIES):
                yield tuple(msgspec.json.decode(arguments)), body

    def _first_of(self, error: str, status: int | None) -> tuple[tuple[int | str, ...], ...]:
        rows = self._db.execute(_OF_KIND, (error, status)).fetchall()
        return tuple(tuple(msgspec.json.decode(arguments)) for (arguments,) in rows)


def _check_kind(operation: Operation[Any]) -> None:
    """Check that a job can be of an operation: that it reads, and that its items are all that it needs."""
    given = item_parameters(operation)
    needed = {name for name, each in operation.parameters.items() if each.required}
    if operation.method != "GET" or not given or not needed <= given.keys():
        raise ValueError(f"{operation.name} is nothing for a job: it is not asked for by ids alone")


def _to_json(operation: Operation[Any], item: object) -> str:
    values: tuple[Any, ...] = item if isinstance(item, tuple) else (item,)  # pyright: ignore[reportUnknownVariableType]
    checked = check_arguments(operation, values)
    kinds = [int if each.kind is int else str for each in item_parameters(operation).values()]
    plain = [kind(value) for value, kind in zip(checked, kinds, strict=False)]
    return msgspec.json.encode(plain).decode()


def _named(operation: str, language: str | None) -> str:
    return operation if language is None else f"{operation} in {language}"
