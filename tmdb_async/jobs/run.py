"""One run of a job: what is waiting is fetched, and each call records its outcome before it takes another item."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol, TypeAlias

import anyio
import anyio.lowlevel
import anyio.to_thread

from tmdb_async._generated.types import Secret
from tmdb_async.bulk import Bulk
from tmdb_async.calls.stats import Stats
from tmdb_async.client import TMDB
from tmdb_async.errors import ResponseError, TMDBError

from .breaker import Breaker, is_outage
from .fetch import Fetched, Fetcher
from .job import Job
from .records import Record
from .timeline import Timeline

_logger = logging.getLogger("tmdb_async")
_Item: TypeAlias = tuple[int, tuple[Any, ...]]

# A checkpoint is made after so many bytes or, where it has not come to that, seconds.
_CHECKPOINT = 8 * 2**20
_AT_LATEST = 10.0
# The log begins anew once so much went through it: for that nothing is recorded for a moment.
_LONGEST_LOG = 4 * _CHECKPOINT


class Client(Protocol):
    """What a run asks with."""

    @property
    def stats(self) -> Stats: ...
    @property
    def sessions(self) -> Mapping[str, Secret]: ...
    def bulk(self, method: Callable[..., Awaitable[None]], args: Iterable[_Item]) -> Bulk[None]: ...


class Running:
    """Fetches what a job is waiting for, whoever asks for it: `Run` here, `DistributedRun` on other machines.

    Where nothing succeeds any more (no network, a block page, maintenance) it pauses: after 50 failures in a row that
    are nobody's fault, which are `APIConnectionError`, `ServerError`, `RateLimitError` and HTML in place of JSON, it
    tries one item now and then, after 5 s at first and every five minutes at last, and goes on when one succeeds. What
    failed meanwhile, and those 50, are tried again before it ends. The logger `tmdb_async` tells it, at INFO.

    Args:
        job: The job, open to be run.
        client: What is asked with.
        fetch: Asks for an item: its number, its arguments, and what came before of an answer of several requests.
        limit: How many items to ask for at most; None for all that wait.
        give_up_after: How many seconds a pause may last until the run ends; None for any time.
        secrets: What stands in the path and is no item, by its name.

    Attributes:
        total: How many items there are to ask for in this run.
        done: How many have an outcome by now, failed ones among them.
        failed: How many of those failed.
        stopped: Whether `stop` was called.
        gave_up: Whether a pause lasted for too long.

    Raises:
        ValueError: `give_up_after` is negative or no number.
        JobError: The job has answers of another session.
    """

    def __init__(
        self,
        job: Job,
        client: Client,
        fetch: Callable[[int, tuple[Any, ...], list[bytes]], Awaitable[Fetched]],
        *,
        limit: int | None,
        give_up_after: float | None,
        secrets: Mapping[str, Secret],
    ) -> None:
        if give_up_after is not None and not give_up_after >= 0:
            raise ValueError(f"give_up_after must be 0 or more seconds, not {give_up_after}")
        job.bind(*job.spec.sessions(client.sessions), *secrets.items())
        self.total = job.count_waiting() if limit is None else min(limit, job.count_waiting())
        self.done = self.failed = 0
        self.stopped = self.gave_up = False
        self._job = job
        self._bulk = client.bulk
        self._fetch_item = fetch
        self._batch: list[Record] = []
        self._recorded: anyio.Event
        self._pause: anyio.Event | None = None
        self._checkpointing = False
        self._checkpointed = time.monotonic()
        self._breaker: Breaker[_Item] = Breaker(give_up_after)
        self._tried_again: set[int] = set()
        self._trial: anyio.Lock
        self._resumed: anyio.Event
        self._scope: anyio.CancelScope
        self._timeline = Timeline(job, client, self)
        self._logged = 0  # bytes of bodies, when the log began anew

    def stop(self) -> None:
        """Take no other item. `fetch` returns when the requests in flight have their outcomes; during a pause, at once.

        It is called in the thread of the event loop.
        """
        self.stopped = True
        if self.paused:
            self._scope.cancel()

    @property
    def paused(self) -> bool:
        """Whether nothing succeeds any more."""
        return self._breaker.open

    def next_trial(self) -> float | None:
        """Return in how many seconds a paused run tries an item, 0 while it does; None where it is not paused."""
        return max(0.0, self._breaker.delay(anyio.current_time())) if self.paused else None

    async def fetch(self) -> None:
        """Ask for each item once, and again for what failed around a pause, until all are done or the run ends.

        Cancelling it loses nothing that was recorded.

        Raises:
            AuthenticationError: TMDB refuses the credential or the session.
            ValueError: The session is missing. Nothing was sent.
            JobError: The file cannot be written any more.
        """
        self._trial = anyio.Lock()
        self._resumed = anyio.Event()
        items: Iterable[_Item] = self._items()
        with self._timeline, anyio.CancelScope() as self._scope:
            while items and not self.stopped:
                async with self._bulk(self._fetch, items) as outcomes:
                    async for _ in outcomes:
                        pass
                items = self._breaker.take_again()
                self._tried_again.update(item for item, _ in items)

    def _items(self) -> Iterator[_Item]:
        for _, item in zip(range(self.total), self._job.waiting(), strict=False):
            if self.stopped:
                return
            yield item

    async def _fetch(self, item: int, arguments: tuple[Any, ...]) -> None:
        if self._breaker.open:
            async with self._trial:  # one at a time
                if await self._is_trial():
                    return await self._ask(item, arguments)
        return await self._ask(item, arguments)

    def _give_up(self, seconds: float) -> None:
        _logger.info("job given up after a pause of %.0f s", seconds)
        self.gave_up = True
        self._scope.cancel()

    async def _is_trial(self) -> bool:
        """Wait for the time of a trial, or for the end of the pause."""
        while self._breaker.open and not self.stopped:
            now = anyio.current_time()
            delay = self._breaker.delay(now)
            if self._breaker.has_given_up(now):
                self._give_up(now - self._breaker.opened)
            elif delay <= 0:
                _logger.info("job paused for %.0f s: trying one item", now - self._breaker.opened)
                self._breaker.begin_trial(now)
                return True
            with anyio.move_on_after(delay):
                await self._resumed.wait()
        return False

    async def _ask(self, item: int, arguments: tuple[Any, ...]) -> None:
        if self.stopped:  # since the item was read
            return
        several = self._job.spec.form != "single"
        fetched = await self._fetch_item(item, arguments, self._job.parts(item) if several else [])
        if fetched.error is not None and is_outage(fetched.error):
            self._fail((item, arguments), fetched.error)
        else:
            self._succeed()
            if several and isinstance(fetched.error, ResponseError):
                self._job.forget_parts(item)  # or the next time would begin with what does not fit
        await self._record(fetched.record)
        if fetched.error is not None:
            raise fetched.error

    def _fail(self, item: _Item, error: TMDBError) -> None:
        if self._breaker.fail(item, anyio.current_time()):
            self._resumed = anyio.Event()
            _logger.info("job paused: nothing succeeds any more, the last was %s", type(error).__name__)

    def _succeed(self) -> None:
        if self._breaker.succeed():
            self._resumed.set()
            _logger.info("job goes on after a pause of %.0f s", anyio.current_time() - self._breaker.opened)

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
            self.stopped = True  # what would be fetched from now on could not be kept either
            self._resumed.set()
            raise

    async def _record_batch(self) -> None:
        recorded = self._recorded = anyio.Event()
        try:
            count = 0
            while count < len(self._batch):  # one transaction for what comes together takes less than one for each
                count = len(self._batch)
                await anyio.lowlevel.checkpoint()
            if self._pause is not None:
                await self._pause.wait()
        finally:  # also if the run is cancelled: what was fetched is not lost
            batch, self._batch = self._batch, []
            try:
                self._job.record(*batch)
            finally:
                recorded.set()
            again = sum(each.item in self._tried_again for each in batch)  # which were counted before
            self.done += len(batch) - again
            self.failed += sum(each.error is not None for each in batch) - again
            self._timeline.note()

    async def _checkpoint(self) -> None:
        """Wait for the disk, in another thread, while the other calls go on."""
        self._checkpointing = True
        try:
            await anyio.to_thread.run_sync(self._job.checkpoint)
            if self._job.recorded - self._logged >= _LONGEST_LOG:
                # Once more, while nothing is recorded: so the log begins anew, and grows no longer.
                self._pause = anyio.Event()
                await anyio.to_thread.run_sync(self._job.checkpoint)
                self._logged = self._job.recorded
        finally:
            if self._pause is not None:
                self._pause.set()
            self._pause = None
            self._checkpointing = False
            self._checkpointed = time.monotonic()


class Run(Running):
    """Fetches what a job is waiting for.

        run = Run(job, tmdb)
        await run.fetch()
        print(f"{run.done} of {run.total} items, {run.failed} failed")

    Each call goes on to another item once its outcome is in the file: so a kill, at whatever moment, costs the answers
    of no more than `max_concurrency` requests.

    Where nothing succeeds any more (no network, a block page, maintenance) it pauses, as `Running` says.

    Args:
        job: The job, open to be run.
        tmdb: The client. Its limits, its retries and its session are used, and the job's language.
        limit: How many items to ask for at most; None for all that wait.
        give_up_after: How many seconds a pause may last until the run ends; None for any time.
        secrets: What stands in the path and is no item, by its name: `{"guest_session_id": "..."}`.

    Raises:
        ValueError: `give_up_after` is negative or no number.
        JobError: The job has answers of another session.
    """

    def __init__(
        self,
        job: Job,
        tmdb: TMDB,
        *,
        limit: int | None = None,
        give_up_after: float | None = None,
        secrets: Mapping[str, str] | None = None,
    ) -> None:
        hidden = {name: Secret(value) for name, value in (secrets or {}).items()}
        del secrets
        fetcher = Fetcher(job.spec, tmdb, hidden, keep=job.record_part)
        super().__init__(job, tmdb, fetcher.fetch, limit=limit, give_up_after=give_up_after, secrets=hidden)
