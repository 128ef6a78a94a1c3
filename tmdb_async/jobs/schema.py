"""The tables of a job file, and how an older file comes to have them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

APPLICATION = 0x746D6462  # "tmdb", where SQLite keeps whose file it is
VERSION = 2

_JOB = """CREATE TABLE job (
    operation TEXT NOT NULL,
    language TEXT,
    created TEXT NOT NULL,
    parameters TEXT NOT NULL DEFAULT '{}',  -- a JSON object of texts, as they stand in the query
    form TEXT NOT NULL DEFAULT 'single',    -- how many requests make an answer: single, pages, series
    session TEXT,                           -- a salted hash of the session, or 'none'; NULL before the first run
    synced TEXT,                            -- up to when what changed at TMDB is known
    home BLOB                               -- the name of this file when it was last opened to be written
)"""
_ITEMS = """CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    arguments TEXT NOT NULL UNIQUE, -- a JSON array, in the order of the path
    status INTEGER,                 -- of HTTP
    code INTEGER,                   -- TMDB's own
    error TEXT,                     -- the exception's class; NULL where there is an answer
    message TEXT,                   -- the exception's words
    time TEXT,                      -- when the outcome was recorded, in UTC; NULL before
    answered TEXT,                  -- when the last answer came, whatever came after it
    answer INTEGER,                 -- the HTTP status of that answer
    changed TEXT,                   -- since when the body is as it is
    seconds REAL,                   -- how long the outcome took
    due INTEGER NOT NULL DEFAULT 0, -- 1 where it is to be asked for again
    gone TEXT                       -- since when TMDB's daily export lacks it
)"""
_FAILURES = "CREATE INDEX failures ON items (error, status) WHERE error IS NOT NULL"
# Apart from the items, so that looking through these does not read gigabytes.
_BODIES = "CREATE TABLE bodies (item INTEGER PRIMARY KEY REFERENCES items, body BLOB)"
# What else an answer consists of, from 1; and what came by now of one that is not whole.
_ADDED = (
    "CREATE TABLE further (item INTEGER REFERENCES items, number INTEGER, body BLOB, PRIMARY KEY (item, number))",
    "CREATE TABLE begun (item INTEGER REFERENCES items, number INTEGER, body BLOB, PRIMARY KEY (item, number))",
    "CREATE INDEX due ON items (id) WHERE due",
    "CREATE TABLE runs (id INTEGER PRIMARY KEY, began TEXT NOT NULL, ended TEXT, rate REAL)",
    # All but the pace are counted from the beginning of the run.
    """CREATE TABLE timeline (
    run INTEGER REFERENCES runs,
    seconds REAL,
    done INTEGER,
    failed INTEGER,
    requests INTEGER,
    bytes INTEGER,
    cool_downs INTEGER,
    paused INTEGER, -- whether nothing succeeds any more
    pace REAL       -- requests a second that are allowed; NULL for any number
)""",
)
_VERSIONED = f"PRAGMA user_version = {VERSION}"

_FROM_1 = (
    "ALTER TABLE job ADD COLUMN parameters TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE job ADD COLUMN form TEXT NOT NULL DEFAULT 'single'",
    "ALTER TABLE job ADD COLUMN session TEXT",
    "ALTER TABLE job ADD COLUMN synced TEXT",
    "ALTER TABLE job ADD COLUMN home BLOB",
    "ALTER TABLE items ADD COLUMN answered TEXT",
    "ALTER TABLE items ADD COLUMN answer INTEGER",
    "ALTER TABLE items ADD COLUMN changed TEXT",
    "ALTER TABLE items ADD COLUMN seconds REAL",
    "ALTER TABLE items ADD COLUMN due INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE items ADD COLUMN gone TEXT",
    "UPDATE items SET answered = time, answer = status, changed = time WHERE time IS NOT NULL AND error IS NULL",
    *_ADDED,
    _VERSIONED,
)


def create(db: sqlite3.Connection, what: Mapping[str, str | None]) -> None:
    """Make the tables in an empty database, with the columns of `job` that say what it is."""
    with db:
        db.execute("BEGIN")
        for statement in (_JOB, _ITEMS, _FAILURES, _BODIES, *_ADDED):
            db.execute(statement)
        db.execute(
            """INSERT INTO job (operation, language, parameters, form, created)
            VALUES (:operation, :language, :parameters, :form, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))""",
            what,
        )
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute(_VERSIONED)


def upgrade(db: sqlite3.Connection) -> None:
    """Bring a file of version 1 up to date: all of it or, where that fails, nothing."""
    with db:
        db.execute("BEGIN")
        for statement in _FROM_1:
            db.execute(statement)
