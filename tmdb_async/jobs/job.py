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
from typing import Any, NamedTuple, Self

import msgspec

from tmdb_async._generated.types import Operation, Secret
from tmdb_async.operations import check_arguments, item_parameters

from . import marks
from .database import explained, move_in, open_to_checkpoint, open_to_read, open_to_write
from .errors import JobError
from .sessions import hash_of, is_same
from .spec import Form, Spec

_WAITING = "(time IS NULL OR error IS NOT NULL OR due)"
_ADD = "INSERT OR IGNORE INTO items (arguments) VALUES (?)"
_COUNT_WAITING = f"SELECT count(*) FROM items WHERE {_WAITING}"  # noqa: S608 - of a constant
_NEXT = "SELECT id, arguments FROM items WHERE id > ? AND (time IS NULL OR due) ORDER BY id LIMIT ?"
_FAILED = "SELECT id FROM items WHERE error IS NOT NULL AND NOT due ORDER BY id"
_AGAIN = "SELECT arguments FROM items WHERE id = ?"
_NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
# Before the body is kept, with which the one before is compared.
_ANSWER = f"""UPDATE items SET status = ?2, code = ?3, error = NULL, message = NULL, time = {_NOW}, answered = {_NOW},
answer = ?2, seconds = ?4, due = 0,
changed = CASE WHEN EXISTS (SELECT 1 FROM bodies WHERE item = ?1 AND body IS ?5) THEN changed ELSE {_NOW} END
WHERE id = ?1"""  # noqa: S608 - of a constant
_FAIL = f"""UPDATE items SET status = ?2, code = ?3, error = ?4, message = ?5, time = {_NOW}, seconds = ?6, due = 0
WHERE id = ?1"""  # noqa: S608 - of a constant
_KEEP = """INSERT INTO bodies VALUES (?, ?)
ON CONFLICT (item) DO UPDATE SET body = excluded.body WHERE body IS NOT excluded.body"""
# The body of a failure takes no answer's place.
_KEEP_FAILED = """INSERT INTO bodies SELECT id, ?2 FROM items WHERE id = ?1 AND answered IS NULL
ON CONFLICT (item) DO UPDATE SET body = excluded.body"""
_PART = "INSERT OR REPLACE INTO begun VALUES (?, ?, ?)"
_PARTS = "SELECT body FROM begun WHERE item = ? ORDER BY number"
_FORGET = "DELETE FROM begun WHERE item = ?"
_FURTHER = "SELECT body FROM further WHERE item = ? ORDER BY number"
_COUNT = """SELECT count(*), count(CASE WHEN waits THEN 1 END), count(CASE WHEN NOT waits THEN error END),
count(CASE WHEN NOT waits AND error IS NULL AND status = 404 THEN 1 END), count(gone)
FROM (SELECT *, time IS NULL OR due AS waits FROM items)"""
_KINDS = """SELECT error, status, count(*), message, min(id) FROM items
WHERE error IS NOT NULL GROUP BY error, status ORDER BY count(*) DESC, error, status"""
_OF_KIND = "SELECT arguments FROM items WHERE error = ? AND status IS ? ORDER BY id LIMIT 3"
# A body is read where it is handed out, and not once more for each that belongs to it.
_BODIES = """SELECT arguments, CASE WHEN number IS NULL OR number = 1 THEN bodies.body END, further.body
FROM items JOIN bodies ON bodies.item = id LEFT JOIN further ON further.item = id
WHERE answer BETWEEN 200 AND 299 AND (?1 IS NULL OR changed >= ?1) ORDER BY id, number"""
_FOUND = "SELECT id FROM items WHERE answer BETWEEN 200 AND 299 ORDER BY id"
_BODY = "SELECT arguments, body FROM items JOIN bodies ON item = id WHERE id = ?"
_SESSION = "UPDATE job SET session = ?"
_ANSWERED = "SELECT EXISTS (SELECT 1 FROM items WHERE answered IS NOT NULL)"
_BEGIN_RUN = f"INSERT INTO runs (began, rate) VALUES ({_NOW}, ?)"  # noqa: S608 - of a constant
_END_RUN = f"UPDATE runs SET ended = {_NOW} WHERE id = ?"  # noqa: S608 - of a constant
_NOTE = "INSERT INTO timeline VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
# How many items are read at once.
_CHUNK = 1000


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
    further: tuple[bytes, ...] = ()
    """The other bodies of an answer that takes several requests."""
    seconds: float | None = None
    """How long it took."""


class Moment(NamedTuple):
    """How far a run is, counted from its beginning."""

    seconds: float
    """How long it takes by now."""
    done: int
    """How many items have an outcome."""
    failed: int
    """How many of those failed."""
    requests: int
    """How many requests were sent."""
    bytes: int
    """How many bytes of bodies came."""
    cool_downs: int
    """How often all calls paused after HTTP 429."""
    paused: bool
    """Whether nothing succeeds any more."""
    pace: float | None
    """How many requests may leave in a second; None for any number."""


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
    """Those that were not asked for yet, or are to be asked for again."""
    failures: tuple[FailureKind, ...]
    """The failed ones by kind, the most frequent first."""
    what: str
    """The operation with its parameters and its language, as a person reads it."""
    gone: int
    """Those that TMDB's daily export lacks, of all."""


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
            return self._insert(_ADD, items)

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
        """Record what came of some items, in place of what came before. All of it is in the file when this returns.

        A failure leaves the answer that came before it where it is, and a body that did not change is not written.
        """
        answers = [of for of in records if of.error is None]
        failures = [of for of in records if of.error is not None]
        with explained(self.path), self._db:
            self._db.execute("BEGIN")
            self._db.executemany(_ANSWER, [(of.item, of.status, of.code, of.seconds, of.body) for of in answers])
            self._db.executemany(_KEEP, [(of.item, of.body) for of in answers])
            if self.spec.form != "single":
                for of in answers:
                    self._keep_further(of)
            if failures:
                self._db.executemany(
                    _FAIL, [(of.item, of.status, of.code, of.error, of.message, of.seconds) for of in failures]
                )
                self._db.executemany(_KEEP_FAILED, [(of.item, of.body) for of in failures])
        self._recorded += sum(len(of.body or b"") + sum(map(len, of.further)) for of in records)

    def record_part(self, item: int, number: int, body: bytes) -> None:
        """Record one body of an answer that takes several, which goes on from there after a kill."""
        with explained(self.path):
            self._db.execute(_PART, (item, number, body))
        self._recorded += len(body)

    def parts(self, item: int) -> list[bytes]:
        """Return what came by now of an answer that takes several requests."""
        with explained(self.path):
            return [body for (body,) in self._db.execute(_PARTS, (item,))]

    def forget_parts(self, item: int) -> None:
        """Take away what came by now of an answer that is not whole."""
        with explained(self.path):
            self._db.execute(_FORGET, (item,))

    def _keep_further(self, of: Record) -> None:
        self._db.execute(_FORGET, (of.item,))
        if [body for (body,) in self._db.execute(_FURTHER, (of.item,))] != [*of.further]:
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
            [answered] = self._db.execute(_ANSWERED).fetchone()
            if kept is not None and answered:
                raise JobError(f"{self.path} is a job of another session: give another file for this one")
            self._db.execute(_SESSION, (hash_of(secrets),))

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
            return self._db.execute(_BEGIN_RUN, (rate,)).lastrowid or 0

    def note(self, run: int, moment: Moment) -> None:
        """Note how far a run is."""
        with explained(self.path):
            self._db.execute(_NOTE, (run, *moment))

    def end_run(self, run: int) -> None:
        """Note that a run has ended."""
        with explained(self.path):
            self._db.execute(_END_RUN, (run,))

    def status(self) -> Status:
        """Return what the job holds by now."""
        with explained(self.path), self._db:
            self._db.execute("BEGIN")  # all counts of one moment, also while a run goes on
            items, waiting, failed, not_found, gone = self._db.execute(_COUNT).fetchone()
            kinds = tuple(
                FailureKind(error, status, count, message, self._first_of(error, status))
                for error, status, count, message, _ in self._db.execute(_KINDS).fetchall()
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
            for arguments, body, further in self._db.execute(_BODIES, (since,)):
                item = tuple(msgspec.json.decode(arguments))
                if body is not None:
                    yield item, body
                if further is not None:
                    yield item, further

    def found(self) -> array[int]:
        """Return the numbers of the items that were found."""
        with explained(self.path):
            return array("q", (item for (item,) in self._db.execute(_FOUND)))

    def answer(self, item: int) -> tuple[tuple[Any, ...], list[bytes]]:
        """Return the arguments of an item and the bodies of its answer."""
        with explained(self.path):
            [arguments, body] = self._db.execute(_BODY, (item,)).fetchone()
            further = [each for (each,) in self._db.execute(_FURTHER, (item,))]
        return tuple(msgspec.json.decode(arguments)), [body, *further]

    def select(self, statement: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Return what a SELECT gives, of the tables that `schema.py` describes."""
        with explained(self.path):
            return self._db.execute(statement, values).fetchall()

    def _first_of(self, error: str, status: int | None) -> tuple[tuple[int | str, ...], ...]:
        rows = self._db.execute(_OF_KIND, (error, status)).fetchall()
        return tuple(tuple(msgspec.json.decode(arguments)) for (arguments,) in rows)


def _to_json(operation: Operation[Any], item: object) -> str:
    values: tuple[Any, ...] = item if isinstance(item, tuple) else (item,)  # pyright: ignore[reportUnknownVariableType]
    checked = check_arguments(operation, values)
    kinds = [int if each.kind is int else str for each in item_parameters(operation).values()]
    plain = [kind(value) for value, kind in zip(checked, kinds, strict=False)]
    return msgspec.json.encode(plain).decode()
