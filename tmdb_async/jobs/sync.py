"""What changed at TMDB since a job's last run: it is asked for again, and what is new or gone is noted."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import aclosing
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from tmdb_async._generated.types import Operation, Span
from tmdb_async.client import TMDB
from tmdb_async.operations import item_parameters, method_of, operations
from tmdb_async.pages import LAST_PAGE, Page

from .daily_ids import KINDS, check_daily_kind
from .job import Job
from .marks import LATE

_logger = logging.getLogger("tmdb_async")
_DAY = timedelta(days=1)
_AHEAD = 10  # pages


class Sync:
    """Finds what a job has to ask for again, and what TMDB has added and dropped.

        sync = Sync(job, tmdb, "tv_series")
        await sync.look()
        with open_daily_ids("tv_series") as ids:
            sync.compare(read_items(ids.stream, job.spec.asked, print))
        await Run(job, tmdb).fetch()

    TMDB lists what changed by days, so that the last day is read again the next time, and its network hands out lists
    and bodies that are some hours old: what changed in the last 12 hours counts as unknown still. So an item may be
    asked for again in vain, and its body is then not written; none is missed. Interrupted at any point, the same again
    goes on where it was.

    What is gone keeps its last answer, and is not asked for again until it is back.

    Args:
        job: The job, open to be run.
        tmdb: The client. Its limits and its retries are used.
        kind: What the ids are of: `movie`, `person` or `tv_series`. They are the first argument of the job's items.

    Attributes:
        since: The first day that `look` reads; None where the job has no answer that may be old.
        changed: How many items were marked to be asked for again, beside those that were.
        unlisted: How many changes TMDB did not hand out: its lists end with the 500th page, also that of a single day.
        added: How many new items the daily export had.
        gone: How many items are gone from it.
        back: How many are there again, and to be asked for again.

    Raises:
        ValueError: There is no such kind, TMDB lists no changes of it, or the job's items are others.
    """

    def __init__(self, job: Job, tmdb: TMDB, kind: str) -> None:
        check_daily_kind(kind)
        lists = {each.changes_of: (each, each.span) for each in operations().values() if each.span and each.changes_of}
        if KINDS[kind] not in lists:
            known = ", ".join(each for each, argument in KINDS.items() if argument in lists)
            raise ValueError(f"TMDB lists no changes of {kind}: it does of {known}")
        first, *_ = [*item_parameters(job.spec.asked), "no id"]
        if first != KINDS[kind]:
            raise ValueError(f"{job.path} is a job of {job.spec}, whose items begin with {first}, not {KINDS[kind]}")
        self.changed = self.unlisted = self.added = self.gone = self.back = 0
        self._job = job
        self._tmdb = tmdb
        self._kind = kind
        self._list: Operation[Any]
        self._span: Span
        self._list, self._span = lists[KINDS[kind]]
        self._now = datetime.now(UTC)  # before anything is sent: what changes from now on is for the next time
        known_until = job.known()
        self.since = None if known_until is None else min(known_until, self._now).date()

    async def look(self) -> None:
        """Read what TMDB says that changed, and mark it to be asked for again.

        Each window of days, of which one list tells, is marked when it was read whole, and not read again.

        Raises:
            TMDBError: A page cannot be had.
            JobError: The file cannot be written.
        """
        today = self._now.date()
        first = self.since
        while first is not None:
            ids, last = await self._read(first, min(first + self._span.days * _DAY, today))
            # The last day once more: whether it is read whole is more than TMDB says.
            following = max(last, first + _DAY)
            known = self._now - LATE
            self.changed += self._job.mark_due(
                ids,
                answered_before=_begin(last + _DAY) + LATE,
                synced=known if last == today else min(known, _begin(following)),
            )
            first = None if last == today else following

    def compare(self, ids: Iterable[Any]) -> None:
        """Add the ids that the job does not have, and mark those that it has alone: all of it, or nothing.

        Args:
            ids: All that there are, of a daily export: `read_items(ids.stream, job.spec.asked, ...)`.

        Raises:
            ValueError: The job's items are more than an id.
            JobError: There is no id at all, the export breaks off, or the file cannot be written.
        """
        check_daily_kind(self._kind, self._job.spec.asked)
        self.added, self.gone, self.back = self._job.compare(ids)

    async def _read(self, first: date, last: date) -> tuple[set[int], date]:
        """Return what changed from one day to another, or to the one between for which TMDB hands out all pages."""
        while True:
            ids: set[int] = set()
            pages = self._tmdb.paginate(
                method_of(self._tmdb, self._list), **{self._span.start: first, self._span.end: last}
            )
            page: Page[Any]
            async with aclosing(pages.pages(ahead=_AHEAD)) as each:
                async for page in each:
                    if pages.truncated and last > first:
                        break
                    ids.update(row.id for row in page.results)
                else:
                    if pages.truncated:
                        self._miss(first, (pages.total_results or 0) - len(ids))
                    return ids, last
            last = first + (last - first) // 2

    def _miss(self, day: date, count: int) -> None:
        # No error: the day would be in the way of all that come after it, for good. What else it changed is marked when
        # it changes again.
        _logger.warning(
            "%s: TMDB hands out %d pages of %s: %d changes are unknown", self._list.name, LAST_PAGE, day, count
        )
        self.unlisted += count


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
