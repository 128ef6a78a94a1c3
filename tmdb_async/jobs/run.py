"""One run of a job: what is waiting is fetched, and each outcome recorded before the next item is taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tmdb_async.client import TMDB
from tmdb_async.errors import APIStatusError, NotFoundError, ResponseError, TMDBError
from tmdb_async.operations import method_of

from .errors import JobError
from .job import Job


class Run:
    """Fetches what a job is waiting for.

        run = Run(job, tmdb)
        await run.fetch()
        print(f"{run.done} of {run.total} items, {run.failed} failed")

    Each outcome is recorded by the call that made it, before that goes on to another item: so a kill, at whatever
    moment, costs the answers of no more than `max_concurrency` requests.

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
            self._record_error(item, error)
            raise
        self._record(item, status=response.status_code, body=response.content)

    def _record_error(self, item: int, error: TMDBError) -> None:
        status, body = (
            (error.status, error.body) if isinstance(error, (APIStatusError, ResponseError)) else (None, None)
        )
        code = error.code if isinstance(error, APIStatusError) else None
        if isinstance(error, NotFoundError):
            self._record(item, status=status, code=code, body=body)
        else:
            self._record(item, status=status, code=code, body=body, error=type(error).__name__, message=str(error))
            self.failed += 1

    def _record(self, item: int, **outcome: Any) -> None:
        try:
            self._job.record(item, **outcome)
        except JobError:
            self.stop()  # what would be fetched from now on could not be kept either
            raise
        self.done += 1
