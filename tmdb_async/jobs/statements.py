"""What a job says to its database, whose tables `schema.py` describes."""

from __future__ import annotations

WAITING = "(time IS NULL OR error IS NOT NULL OR due)"
ADD = "INSERT OR IGNORE INTO items (arguments) VALUES (?)"
COUNT_WAITING = f"SELECT count(*) FROM items WHERE {WAITING}"  # noqa: S608 - of a constant
NEXT = "SELECT id, arguments FROM items WHERE id > ? AND (time IS NULL OR due) ORDER BY id LIMIT ?"
FAILED = "SELECT id FROM items WHERE error IS NOT NULL AND NOT due ORDER BY id"
AGAIN = "SELECT arguments FROM items WHERE id = ?"
NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
# Before the body is kept, with which the one before is compared.
ANSWER = f"""UPDATE items SET status = ?2, code = ?3, error = NULL, message = NULL, time = {NOW}, answered = {NOW},
answer = ?2, seconds = ?4, due = 0,
changed = CASE WHEN EXISTS (SELECT 1 FROM bodies WHERE item = ?1 AND body IS ?5) THEN changed ELSE {NOW} END
WHERE id = ?1"""  # noqa: S608 - of a constant
FAIL = f"""UPDATE items SET status = ?2, code = ?3, error = ?4, message = ?5, time = {NOW}, seconds = ?6, due = 0
WHERE id = ?1"""  # noqa: S608 - of a constant
KEEP = """INSERT INTO bodies VALUES (?, ?)
ON CONFLICT (item) DO UPDATE SET body = excluded.body WHERE body IS NOT excluded.body"""
# The body of a failure takes no answer's place.
KEEP_FAILED = """INSERT INTO bodies SELECT id, ?2 FROM items WHERE id = ?1 AND answered IS NULL
ON CONFLICT (item) DO UPDATE SET body = excluded.body"""
PART = "INSERT OR REPLACE INTO begun VALUES (?, ?, ?)"
PARTS = "SELECT body FROM begun WHERE item = ? ORDER BY number"
FORGET = "DELETE FROM begun WHERE item = ?"
FURTHER = "SELECT body FROM further WHERE item = ? ORDER BY number"
COUNT = """SELECT count(*), count(CASE WHEN waits THEN 1 END), count(CASE WHEN NOT waits THEN error END),
count(CASE WHEN NOT waits AND error IS NULL AND status = 404 THEN 1 END), count(gone)
FROM (SELECT *, time IS NULL OR due AS waits FROM items)"""
KINDS = """SELECT error, status, count(*), message, min(id) FROM items
WHERE error IS NOT NULL GROUP BY error, status ORDER BY count(*) DESC, error, status"""
OF_KIND = "SELECT arguments FROM items WHERE error = ? AND status IS ? ORDER BY id LIMIT 3"
# A body is read where it is handed out, and not once more for each that belongs to it.
BODIES = """SELECT arguments, CASE WHEN number IS NULL OR number = 1 THEN bodies.body END, further.body
FROM items JOIN bodies ON bodies.item = id LEFT JOIN further ON further.item = id
WHERE answer BETWEEN 200 AND 299 AND (?1 IS NULL OR changed >= ?1) ORDER BY id, number"""
FOUND = "SELECT id FROM items WHERE answer BETWEEN 200 AND 299 ORDER BY id"
BODY = "SELECT arguments, body FROM items JOIN bodies ON item = id WHERE id = ?"
SESSION = "UPDATE job SET session = ?"
ANSWERED = "SELECT EXISTS (SELECT 1 FROM items WHERE answered IS NOT NULL)"
BEGIN_RUN = f"INSERT INTO runs (began, rate) VALUES ({NOW}, ?)"  # noqa: S608 - of a constant
END_RUN = f"UPDATE runs SET ended = {NOW} WHERE id = ?"  # noqa: S608 - of a constant
NOTE = "INSERT INTO timeline VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
