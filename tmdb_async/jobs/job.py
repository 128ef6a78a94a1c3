"""A job: one operation for many items, and what came of each."""

from __future__ import annotations

from array import array
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from os import PathLike
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Self

import msgspec

from tmdb_async._generated.types import Operation, Secret
from tmdb_async.operations import check_arguments, item_parameters

from . import marks
from . import statements as sql
from .database import explained, move_in, open_to_checkpoint, open_to_read, open_to_write
from .errors import JobError
from .records import FailureKind, Moment, Record, Status
from .sessions import hash_of, is_same
from .spec import Form, Spec

# How many items are read at once.
_CHUNK = 1000


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
    spec: Spec
    """What is asked for."""

    def __init__(self, path: Path, spec: Spec | None) -> None:
        """Open a file; `open` and `read` say how."""
        self.path = path.absolute()
        self._recorded = self._moved = 0  # bytes of bodies, each written by one thread alone
        self._in_use = Lock()  # held by who closes the file, and by who waits for its disk
        with ExitStack() as stack, explained(path):
            if spec is None:
                self._db, self._beside = open_to_read(stack, path), None
            else:
                self._db = open_to_write(stack, path, spec.columns())
                self._beside = open_to_checkpoint(stack, path)
            kept = self._db.execute("SELECT operation, language, parameters, form FROM job").fetchone()
            try:
                self.spec = Spec.kept(*kept)
            except ValueError as error:
                raise JobError(f"{path} is a job of another version of tmdb_async: {error}") from None
            self._closing = stack.pop_all()

    @classmethod
    def open(
        cls,
        path: str | PathLike[str],
        operation: str,
        *,
        language: str | None = None,
        parameters: Mapping[str, Any] | None = None,
        all_pages: bool = False,
        by_series: bool = False,
    ) -> Self:
        """Open a job to add to it and to run it, or make it where there is none. Nobody else can until it is closed.

        Args:
            path: The file. Beside it a run leaves the empty file `-lock` and has, while it lasts, SQLite's own `-wal`
                and `-shm`.
            operation: The operation, such as `tv_series.credits`: any that reads.
            language: The language of all answers, as `xx` or `xx-XX`. Without it that of the job or, where it has no
                items yet, en-US; the client's own does not count.
            parameters: What else each call is given, the same for all items: `{"with_genres": any_of(18, 80)}`.
            all_pages: Whether an answer is all pages of a list, and not the one that `page` names.
            by_series: Whether items are series, of which an answer has all episodes, with one request for ten seasons.
                `TMDB.episode_credits` tells what that rests on.

        Returns:
            The job, as a context manager that closes it.

        Raises:
            TypeError: The language is no string, or a parameter is of the wrong type.
            ValueError: There is no such operation, or it writes; or it takes no language, has no such parameter, no
                pages, or is not had by series; or a parameter is missing, out of range or malformed.
            JobError: The file is no job, or one with items of another operation, language or parameters, or cannot be
                written, or another process runs it. It is as it was; one of version 1 has been brought up to date.
        """
        if all_pages and by_series:
            raise ValueError("give all_pages or by_series, not both")
        form: Form = "series" if by_series else "pages" if all_pages else "single"
        spec = Spec.checked(operation, language=language, parameters=parameters, form=form)
        job = cls(Path(path), spec)
        if job.spec not in (spec, spec if language else replace(spec, language=job.spec.language)):
            job.close()
            raise JobError(f"{path} is a job of {job.spec}: give another file for {replace(spec, language=language)}")
        with explained(job.path):
            move_in(job._db, job.path)
        return job

    @classmethod
    def resume(cls, path: str | PathLike[str]) -> Self:
        """Open a job that is there to add to it and to run it, whatever it is of. Nobody else can until it is closed.

        Returns:
            The job, as a context manager that closes it.

        Raises:
            JobError: There is no such file, or it is no job, or cannot be written, or another process runs it.
        """
        with cls.read(path) as kept:
            spec = kept.spec
        job = cls(Path(path), spec)
        with explained(job.path):
            move_in(job._db, job.path)
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
        return cls(Path(path), None)

    @property
    def operation(self) -> Operation[Any]:
        """What is fetched."""
        return self.spec.operation

    @property
    def language(self) -> str | None:
        """In which language; None where the operation has none."""
        return self.spec.language

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
        with self._transaction():
            return self._insert(sql.ADD, items)

    def compare(self, items: Iterable[Any]) -> marks.Compared:
        """Compare the items with all that there are: add what is new, and mark what is gone, which is kept as it is.

        What was gone and is there again is to be asked for again. All of it is done, or nothing.

        Args:
            items: All that there are, as in `add`, of a daily export.

        Raises:
            TypeError: An argument is of the wrong type.
            ValueError: An argument is out of range or malformed, or there are too many or too few.
            JobError: There is none at all.
            Exception: Whatever `items` raises.
        """
        with self._transaction():
            with explained(self.path):
                self._db.execute(marks.STAGE)
            if not self._insert(marks.PUT, items):
                raise JobError("The daily export is empty: nothing was marked as gone")
            with explained(self.path):
                return marks.mark_gone(self._db)

    def known(self) -> datetime | None:
        """Return up to when what changed at TMDB is known; None where there is no answer that may be old."""
        with explained(self.path):
            return marks.known(self._db)

    def mark_due(self, ids: Iterable[int], *, answered_before: datetime, synced: datetime) -> int:
        """Mark the items of some ids, their first arguments, to be asked for again. What is gone is not.

        Args:
            ids: The ids.
            answered_before: What was answered later knows of the changes.
            synced: Up to when what changed is known with these.

        Returns:
            How many were marked, beside those that were.
        """
        with explained(self.path):
            return marks.mark_due(self._db, ids, answered_before, synced)

    @contextmanager
    def _transaction(self) -> Generator[None, None, None]:
        try:
            with explained(self.path):
                self._db.execute("BEGIN")
            yield
            with explained(self.path):
                self._db.execute("COMMIT")
        except BaseException:
            self._db.rollback()
            raise

    def _insert(self, statement: str, items: Iterable[Any]) -> int:
        inserted = 0
        asked = self.spec.asked
        rows = ((_to_json(asked, item),) for item in items)
        while some := list(islice(rows, _CHUNK)):  # whose errors are the caller's
            with explained(self.path):
                inserted += self._db.executemany(statement, some).rowcount
        return inserted

    def count_waiting(self) -> int:
        """Return how many items a run has to ask for: those without an outcome and those that failed."""
        with explained(self.path):
            [count] = self._db.execute(sql.COUNT_WAITING).fetchone()
        return int(count)

    def waiting(self) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """Iterate over what a run has to ask for: the item's number, for `record`, and its arguments.

        First come those without an outcome, then those that had failed. Each comes once, also where it fails meanwhile.
        They are read in small parts, as they are needed.
        """
        with explained(self.path):
            failed = array("q", (item for (item,) in self._db.execute(sql.FAILED)))
        last = 0
        while True:
            with explained(self.path):
                rows = self._db.execute(sql.NEXT, (last, _CHUNK)).fetchall()
            if not rows:
                break
            for last, arguments in rows:
                yield last, tuple(msgspec.json.decode(arguments))
        for item in failed:
            with explained(self.path):
                [arguments] = self._db.execute(sql.AGAIN, (item,)).fetchone()
            yield item, tuple(msgspec.json.decode(arguments))

    def record(self, *records: Record) -> None:
        """Record what came of some items, in place of what came before. All of it is in the file when this returns.

        A failure leaves the answer that came before it where it is, and a body that did not change is not written.
        """
        answers = [of for of in records if of.error is None]
        failures = [of for of in records if of.error is not None]
        with explained(self.path), self._db:
            self._db.execute("BEGIN")
            self._db.executemany(sql.ANSWER, [(of.item, of.status, of.code, of.seconds, of.body) for of in answers])
            self._db.executemany(sql.KEEP, [(of.item, of.body) for of in answers])
            if self.spec.form != "single":
                for of in answers:
                    self._keep_further(of)
            if failures:
                self._db.executemany(
                    sql.FAIL,
                    [(of.item, of.status, of.code, of.error, of.message, of.seconds) for of in failures],
                )
                self._db.executemany(sql.KEEP_FAILED, [(of.item, of.body) for of in failures])
        self._recorded += sum(len(of.body or b"") + sum(map(len, of.further)) for of in records)

    def record_part(self, item: int, number: int, body: bytes) -> None:
        """Record one body of an answer that takes several, which goes on from there after a kill."""
        with explained(self.path):
            self._db.execute(sql.PART, (item, number, body))
        self._recorded += len(body)

    def parts(self, item: int) -> list[bytes]:
        """Return what came by now of an answer that takes several requests."""
        with explained(self.path):
            return [body for (body,) in self._db.execute(sql.PARTS, (item,))]

    def forget_parts(self, item: int) -> None:
        """Take away what came by now of an answer that is not whole."""
        with explained(self.path):
            self._db.execute(sql.FORGET, (item,))

    def _keep_further(self, of: Record) -> None:
        self._db.execute(sql.FORGET, (of.item,))
        if [body for (body,) in self._db.execute(sql.FURTHER, (of.item,))] != [*of.further]:
            self._db.execute("DELETE FROM further WHERE item = ?", (of.item,))
            self._db.executemany(
                "INSERT INTO further VALUES (?, ?, ?)",
                [(of.item, number, body) for number, body in enumerate(of.further, 1)],
            )
            self._db.execute("UPDATE items SET changed = answered WHERE id = ?", (of.item,))

    def bind(self, *secrets: tuple[str, Secret]) -> None:
        """Take the session of a run for that of the job, of which the file keeps a salted hash that gives nothing away.

        Args:
            secrets: The sessions by their names; none where the calls need none.

        Raises:
            JobError: The job has answers of another session.
        """
        with explained(self.path):
            [kept] = self._db.execute("SELECT session FROM job").fetchone()
            if kept is not None and is_same(kept, secrets):
                return
            [answered] = self._db.execute(sql.ANSWERED).fetchone()
            if kept is not None and answered:
                raise JobError(f"{self.path} is a job of another session: give another file for this one")
            self._db.execute(sql.SESSION, (hash_of(secrets),))

    @property
    def session(self) -> str:
        """The salted hash of the session that `bind` took."""
        with explained(self.path):
            [kept] = self._db.execute("SELECT session FROM job").fetchone()
        return str(kept)

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

    @property
    def recorded(self) -> int:
        """How many bytes of bodies were recorded since the file was opened."""
        return self._recorded

    def begin_run(self, rate: float | None) -> int:
        """Note that a run begins, with the requests a second that it may send, and return its number."""
        with explained(self.path):
            return self._db.execute(sql.BEGIN_RUN, (rate,)).lastrowid or 0

    def note(self, run: int, moment: Moment) -> None:
        """Note how far a run is."""
        with explained(self.path):
            self._db.execute(sql.NOTE, (run, *moment))

    def end_run(self, run: int) -> None:
        """Note that a run has ended."""
        with explained(self.path):
            self._db.execute(sql.END_RUN, (run,))

    def status(self) -> Status:
        """Return what the job holds by now."""
        with explained(self.path), self._db:
            self._db.execute("BEGIN")  # all counts of one moment, also while a run goes on
            items, waiting, failed, not_found, gone = self._db.execute(sql.COUNT).fetchone()
            kinds = tuple(
                FailureKind(error, status, count, message, self._first_of(error, status))
                for error, status, count, message, _ in self._db.execute(sql.KINDS).fetchall()
            )
        found = items - waiting - failed - not_found
        return Status(
            self.operation.name,
            self.language,
            items,
            found,
            not_found,
            failed,
            waiting,
            kinds,
            what=str(self.spec),
            gone=gone,
        )

    def bodies(self, changed_since: date | None = None) -> Iterator[tuple[tuple[Any, ...], bytes]]:
        """Iterate over the arguments of each item that was found and its body, in the order in which they were added.

        An answer that took several requests comes with each of its bodies in turn. They are read as they are needed,
        and are all of one moment.

        Args:
            changed_since: Leave out those whose body is older: a day, from its beginning in UTC, or a `datetime`, in
                UTC where it names no time zone.
        """
        since = None if changed_since is None else marks.text_of(changed_since)
        with explained(self.path):
            for arguments, body, further in self._db.execute(sql.BODIES, (since,)):
                item = tuple(msgspec.json.decode(arguments))
                if body is not None:
                    yield item, body
                if further is not None:
                    yield item, further

    def found(self) -> array[int]:
        """Return the numbers of the items that were found."""
        with explained(self.path):
            return array("q", (item for (item,) in self._db.execute(sql.FOUND)))

    def answer(self, item: int) -> tuple[tuple[Any, ...], list[bytes]]:
        """Return the arguments of an item and the bodies of its answer."""
        with explained(self.path):
            [arguments, body] = self._db.execute(sql.BODY, (item,)).fetchone()
            further = [each for (each,) in self._db.execute(sql.FURTHER, (item,))]
        return tuple(msgspec.json.decode(arguments)), [body, *further]

    def select(self, statement: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Return what a SELECT gives, of the tables that `schema.py` describes."""
        with explained(self.path):
            return self._db.execute(statement, values).fetchall()

    def _first_of(self, error: str, status: int | None) -> tuple[tuple[int | str, ...], ...]:
        rows = self._db.execute(sql.OF_KIND, (error, status)).fetchall()
        return tuple(tuple(msgspec.json.decode(arguments)) for (arguments,) in rows)


def _to_json(operation: Operation[Any], item: object) -> str:
    values: tuple[Any, ...] = item if isinstance(item, tuple) else (item,)  # pyright: ignore[reportUnknownVariableType]
    checked = check_arguments(operation, values)
    kinds = [int if each.kind is int else str for each in item_parameters(operation).values()]
    plain = [kind(value) for value, kind in zip(checked, kinds, strict=False)]
    return msgspec.json.encode(plain).decode()
