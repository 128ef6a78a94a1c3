"""The file of a job as an SQLite database: whose it is, who may write it, and what its tables are."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Generator, Mapping
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path, PurePath
from urllib.parse import quote

from . import schema
from .errors import JobError

_LEAST = 512  # bytes of a database
_PAGE = 2**14  # bytes: a body in few pages takes a third less time than in many
_MOST_PAGES = 2**12  # in the write-ahead log


@contextmanager
def explained(path: Path) -> Generator[None, None, None]:
    """Raise what SQLite and the system raise as a `JobError` that names the file."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise JobError(f"{path} cannot be used: {error}") from error


def open_to_read(stack: ExitStack, path: Path) -> sqlite3.Connection:
    """Return a connection to a job that is there, also while another process writes it. The stack closes it.

    Raises:
        JobError: There is no such file, or it is no job.
        sqlite3.Error, OSError: It cannot be read.
    """
    if not _is_there(path):
        raise JobError(f"There is no job file {path}")
    real = _real(path)
    # SQLite cannot make its files beside it where the folder may not be written. It need not where nobody writes.
    unwritten = not _may_write(real.parent) and not Path(f"{real}-wal").exists()
    # Not `mode=ro`: such a connection cannot tidy up after itself, if it is the last one.
    db = _connect(stack, real, "mode=rw&immutable=1" if unwritten else "mode=rw")
    version = _version(db, path)
    if version == 0:
        raise JobError(f"{path} is no job: it is empty")
    if version != schema.VERSION:
        if unwritten:
            raise JobError(
                f"{path} is a job of version {version}: copy it to where it can be written, and open it there"
            )
        with ExitStack() as locked:
            _lock(locked, path, real)
            _upgrade(db, path)
    db.execute("PRAGMA query_only = ON")
    return db


def open_to_write(stack: ExitStack, path: Path, what: Mapping[str, str | None]) -> sqlite3.Connection:
    """Return the one connection that writes a job, which is made where there is none. The stack closes it.

    Args:
        stack: What closes it.
        path: The file.
        what: The columns of `job` that say what it is. A job without items becomes that.

    Raises:
        JobError: It is no job, or another process has it open to write.
        sqlite3.Error, OSError: It cannot be opened or written.
    """
    real = _real(path)
    if not _is_there(path) and not real.parent.is_dir():
        raise JobError(f"{path} cannot be made: there is no folder {path.parent}")
    db = _connect(stack, real)
    _version(db, path)  # before anything is written, also beside it
    _lock(stack, path, real)
    if _version(db, path) == 0:
        db.execute(f"PRAGMA page_size = {_PAGE}")
        schema.create(db, what)
        db.execute("PRAGMA journal_mode = WAL")
    _upgrade(db, path)
    # Without items it is as good as new: whoever mistook the operation, and was refused the items, may have it.
    db.execute(
        """UPDATE job SET operation = :operation, language = :language, parameters = :parameters, form = :form
        WHERE NOT EXISTS (SELECT 1 FROM items)""",
        what,
    )
    # A kill loses nothing: what is committed is in the file. Only a loss of power may take the last commits.
    db.execute("PRAGMA synchronous = NORMAL")
    # Checkpoints wait for the disk, so a run makes them in another thread and never lets it come to this.
    db.execute(f"PRAGMA wal_autocheckpoint = {_MOST_PAGES}")
    return db


def move_in(db: sqlite3.Connection, path: Path) -> None:
    """Note in the file itself where it is, so that it is found again by another of its names."""
    if db.execute("UPDATE job SET home = ?1 WHERE home IS NOT ?1", (os.fsencode(_real(path)),)).rowcount:
        db.execute("PRAGMA wal_checkpoint")


def open_to_checkpoint(stack: ExitStack, path: Path) -> sqlite3.Connection:
    """Return a connection that makes checkpoints beside the one that writes. The stack closes it."""
    return _connect(stack, _real(path))


def _connect(stack: ExitStack, real: Path, options: str = "mode=rwc") -> sqlite3.Connection:
    uri = f"{uri_of(real)}?{options}"
    # Transactions are begun by hand, and a job may be handed to another thread: SQLite itself takes care of that.
    db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    return stack.enter_context(closing(db))


def uri_of(path: PurePath) -> str:
    """Return the address of a file for SQLite, to which there are names that mean something else.

    Not that of `as_uri`, in which a server on the network would be the host.
    """
    name = path.as_posix()
    return f"file://{'' if name.startswith('/') else '/'}{quote(os.fsencode(name), safe='/:')}"


def _real(path: Path) -> Path:
    """Return the one name of a file, whatever links lead to it: by that its lock and SQLite's files are named.

    A file knows its home. That counts where it has several names, as hard links make them.
    """
    real = Path(os.path.realpath(path))
    try:
        if real.stat().st_nlink == 1:
            return real
        with ExitStack() as stack:
            [home] = _connect(stack, real, "mode=ro&immutable=1").execute("SELECT home FROM job").fetchone()
        return found if home is not None and (found := Path(os.fsdecode(home))).samefile(real) else real
    except (OSError, sqlite3.Error):  # it is not there, or no job: which others say better
        return real


def _is_there(path: Path) -> bool:
    """Whether there is such a file; refuse what is none, and what SQLite would take for an empty database."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    if not stat.S_ISREG(found.st_mode):
        raise JobError(f"{path} is no job: it is no file")
    if 0 < found.st_size < _LEAST:
        raise JobError(f"{path} is no job: it is the file of another program")
    return True


def _version(db: sqlite3.Connection, path: Path) -> int:
    """Return the version of a job, 0 of a database that is empty still; refuse any other."""
    with db:
        db.execute("BEGIN")  # of one moment: another process may be making the job
        [application] = db.execute("PRAGMA application_id").fetchone()
        [version] = db.execute("PRAGMA user_version").fetchone()
        [tables] = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application == schema.APPLICATION and 1 <= version <= schema.VERSION:
        return int(version)
    if application == schema.APPLICATION:
        raise JobError(f"{path} is a job of version {version}, which a newer tmdb_async made: upgrade the package")
    if (application, version, tables) != (0, 0, 0):
        raise JobError(f"{path} is no job: it is the file of another program")
    return 0


def _upgrade(db: sqlite3.Connection, path: Path) -> None:
    if _version(db, path) != schema.VERSION:
        schema.upgrade(db)


def _lock(stack: ExitStack, path: Path, real: Path) -> None:
    # A lock of SQLite's on an empty database beside the job: it ends with its process on every system, and hinders
    # nobody from reading the job itself. The file stays: who removes it may take it from another who just locked it.
    file = Path(f"{real}-lock")
    with explained(file):
        # SQLite would say that it is locked, and lock nothing.
        if file.exists() and not _may_write(file):
            raise JobError(f"{path} cannot be locked: {file} may not be written")
        lock = _connect(stack, file)
        lock.execute("PRAGMA busy_timeout = 0")
        try:
            lock.execute("PRAGMA journal_mode = OFF")  # which a kill would leave behind
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            raise JobError(f"{path} is in use: another process runs this job") from None


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
