"""How a run goes on, noted in its job now and then."""

from __future__ import annotations

import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from .job import Job
from .records import Moment

if TYPE_CHECKING:
    from .run import Client, Running

_SECONDS = 1.0  # a night is some 30,000 moments, and a megabyte


class Timeline:
    """Notes how far a run is: as it begins, now and then, and as it ends."""

    def __init__(self, job: Job, client: Client, run: Running) -> None:
        self._job = job
        self._client = client
        self._run = run

    def __enter__(self) -> Self:
        self._before = self._client.stats
        self._number = self._job.begin_run(self._before.rate)
        self._began = time.monotonic()
        self._write(self._began)
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._write(time.monotonic())
        self._job.end_run(self._number)

    def note(self) -> None:
        """Note how far it is, unless that was noted a moment ago."""
        now = time.monotonic()
        if now - self._noted >= _SECONDS:
            self._write(now)

    def _write(self, now: float) -> None:
        self._noted = now
        before, stats, run = self._before, self._client.stats, self._run
        self._job.note(
            self._number,
            Moment(
                now - self._began,
                run.done,
                run.failed,
                stats.attempts - before.attempts,
                stats.received_bytes - before.received_bytes,
                stats.cool_downs - before.cool_downs,
                run.paused,
                stats.rate,
            ),
        )
