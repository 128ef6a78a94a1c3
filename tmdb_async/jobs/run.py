"""One run of a job: what is waiting is fetched, and each call records its outcome before it takes another item."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import anyio
import anyio.to_thread

from tmdb_async.client import TMDB
from tmdb_async.errors import APIStatusError, NotFoundError, ResponseError, TMDBError
from tmdb_async.operations import method_of

from .job import Job, Record

# How long an outcome waits for others, in seconds: one transaction for them all takes less than one for each.
_MOMENT = 0.002
# A checkpoint is made after so many bytes or, where it has not come to that, seconds.
_CHECKPOINT = 8 * 2**20
_AT_LATEST = 10.0
# What a column of SQLite's holds.
_MOST = 2**63 - 1


class Run:
    """Fetches what a job is waiting for.

        run = Run(job, tmdb)
        await run.fetch()
        print(f"{run.done} of {run.total} items, {run.failed} failed")

    Each call goes on to another item once its outcome is in the file: so a kill, at whatever moment, costs the answers
    of no more than `max_concurrency` requests.

    Args:
        job: The job, open to be run.
        tmdb: The client. Its limits, its retries and its session are used, and the job's language.
        limit: How many items to ask for at most; None for all that wait.

    Attributes:
        total: How many items there are to ask for in this run.
        done: How many have an outcome by now, failed ones among them.
        failed: How many of those failed.
        stopped: Whether `stop` was called.
    """

    def __init__(self, job: Job, tmdb: TMDB, *, limit: int | None = None) -> None:
        self.total = job.count_waiting() if limit is None else min(limit, job.count_waiting())
        self.done = self.failed = 0
        self.stopped = False
        self._job = job
        self._bulk = tmdb.bulk
        self._method = method_of(tmdb.detailed, job.operation)
        self._batch: list[Record] = []
        self._recorded: anyio.Event
        self._pause: anyio.Event | None = None
        self._checkpointing = False
        self._checkpointed = time.monotonic()
        self._keywords = {} if job.language is None else {"language": job.language}

    def stop(self) -> None:
        """Take no other item. `fetch` returns when the requests in flight have their outcomes."""
        self.stopped = True

    async def fetch(self) -> None:
        """Ask for each item once, until all are done or the run is stopped.

        Cancelling it loses nothing that was recorded.

        Raises:
            AuthenticationError: TMDB refuses the credential or the session.
            ValueError: The session is missing. Nothing was sent.
            JobError: The file cannot be written any more.
        """
        async with self._bulk(self._fetch, self._items()) as outcomes:
            async for _ in outcomes:
                pass

    def _items(self) -> Iterator[tuple[int, tuple[Any, ...]]]:
        for _, item in zip(range(self.total), self._job.waiting(), strict=False):
            if self.stopped:
                return
            yield item

    async def _fetch(self, item: int, arguments: tuple[Any, ...]) -> None:
        if self.stopped:  # since the item was read
            return
        try:
            response = await self._method(*arguments, **self._keywords)
        except TMDBError as error:
            await self._record(_failed(item, error))
            raise
        await self._record(Record(item, response.status_code, response.content))

    async def _record(self, record: Record) -> None:
        """Return once it is in the file, together with what comes in the next moment."""
        self._batch.append(record)
        if len(self._batch) > 1:  # whoever came first records them
            await self._recorded.wait()
            return
        try:
            await self._record_batch()
            late = time.monotonic() - self._checkpointed >= _AT_LATEST
            if (late or self._job.unmoved >= _CHECKPOINT) and not self._checkpointing:
                await self._checkpoint()
        except Exception:
            self.stop()  # what would be fetched from now on could not be kept either
            raise

    async def _record_batch(self) -> None:
        recorded = self._recorded = anyio.Event()
        try:
            await anyio.sleep(_MOMENT)
            if self._pause is not None:
                await self._pause.wait()
        finally:  # also if the run is cancelled: what was fetched is not lost
            batch, self._batch = self._batch, []
            try:
                self._job.record(*batch)
            finally:
                recorded.set()
            self.done += len(batch)
            self.failed += sum(each.error is not None for each in batch)

    async def _checkpoint(self) -> None:
        """Wait for the disk, in another thread, while the other calls go on."""
        self._checkpointing = True
        try:
            await anyio.to_thread.run_sync(self._job.checkpoint)
            # Then for what was recorded meanwhile, which is little, and nothing else is: so the log begins anew.
            self._pause = anyio.Event()
            await anyio.to_thread.run_sync(self._job.checkpoint)
        finally:
            if self._pause is not None:
                self._pause.set()
            self._pause = None
            self._checkpointing = False
            self._checkpointed = time.monotonic()


def _failed(item: int, error: TMDBError) -> Record:
    status, body = (error.status, error.body) if isinstance(error, (APIStatusError, ResponseError)) else (None, None)
    code = error.code if isinstance(error, APIStatusError) else None
    if code is not None and abs(code) > _MOST:
        code = None  # which the file cannot hold; the body has it
    if isinstance(error, NotFoundError):  # which is an answer
        return Record(item, status, body, code)
    return Record(item, status, body, code, error=type(error).__name__, message=str(error))
