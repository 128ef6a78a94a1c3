"""What a job file knows of TMDB's own changes: which items are due, and which are gone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

# For so long TMDB's network may hand out an answer that is old already, be it a body or a list of changes.
LATE = timedelta(hours=12)

_NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
# The items of a JSON array that begins with a number: the index finds them.
_BEGIN_WITH = (
    "(arguments = '[' || ?1 || ']' OR arguments > '[' || ?1 || ',' AND arguments < '[' || ?1 || '-')"  # after the comma
)
_DUE = f"""UPDATE items SET due = 1
WHERE {_BEGIN_WITH} AND answered < ?2 AND gone IS NULL AND NOT due"""  # noqa: S608 - of constants
# What came by now of an answer that is not whole does not go with what comes next.
_FORGET = f"DELETE FROM begun WHERE item IN (SELECT id FROM items WHERE {_BEGIN_WITH})"  # noqa: S608 - of constants
_SINCE = "SELECT synced, (SELECT min(answered) FROM items) FROM job"
_ADD = "INSERT OR IGNORE INTO items (arguments) SELECT arguments FROM temp.exported ORDER BY rowid"
# Nobody looked for their changes while they were gone.
_BACK = """UPDATE items SET gone = NULL, due = answered IS NOT NULL
WHERE gone IS NOT NULL AND arguments IN (SELECT arguments FROM temp.exported)"""
_GONE = f"""UPDATE items SET gone = {_NOW}, due = 0
WHERE gone IS NULL AND arguments NOT IN (SELECT arguments FROM temp.exported)"""  # noqa: S608 - of a constant

STAGE = "CREATE TEMP TABLE exported (arguments TEXT NOT NULL UNIQUE)"
PUT = "INSERT OR IGNORE INTO temp.exported VALUES (?)"


class Compared(NamedTuple):
    """What a daily export says of a job's items."""

    added: int
    """How many are new, and were added."""
    gone: int
    """How many it lacks that were in the one before."""
    back: int
    """How many it has again."""


def text_of(moment: date) -> str:
    """Return a moment as the file writes it. A day is its beginning, and what has no time zone is in UTC."""
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def known(db: sqlite3.Connection) -> datetime | None:
    """Return up to when changes are known: since the last sync or, before the first, by the first answer."""
    synced, answered = db.execute(_SINCE).fetchone()
    if synced is not None:
        return datetime.fromisoformat(synced)
    return None if answered is None else datetime.fromisoformat(answered) - LATE


def mark_due(db: sqlite3.Connection, ids: Iterable[int], answered_before: datetime, synced: datetime) -> int:
    """Mark items to be asked for again, and note up to when changes are known. Return how many were marked."""
    changed = [*ids]
    before = text_of(answered_before)
    with db:
        db.execute("BEGIN")
        count = db.executemany(_DUE, [(each, before) for each in changed]).rowcount if changed else 0
        db.executemany(_FORGET, [(each,) for each in changed])
        db.execute("UPDATE job SET synced = ?", (text_of(synced),))
    return count


def mark_gone(db: sqlite3.Connection) -> Compared:
    """Compare the items with the table that `STAGE` makes, in the transaction that filled it."""
    added = db.execute(_ADD).rowcount
    back = db.execute(_BACK).rowcount
    gone = db.execute(_GONE).rowcount
    db.execute("DROP TABLE temp.exported")
    return Compared(added, gone, back)
