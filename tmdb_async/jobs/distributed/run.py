"""A run of a job on several machines."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from tmdb_async._generated.types import Secret
from tmdb_async._version import __version__
from tmdb_async.jobs.fetch import Fetched
from tmdb_async.jobs.job import Job
from tmdb_async.jobs.run import Running

from .dealer import LOOK, Dealer
from .parcels import Asked, Order
from .workers import Workers

# So many items go to a machine at once, and come back together.
_SIZE = 10
# For so many seconds of its pace a machine has items: more than an answer takes.
_SECONDS = 4


class DistributedRun(Running):
    """Fetches what a job is waiting for on the machines of a Dask cluster, each of which keeps TMDB's limits.

        async with Workers("tcp://10.0.0.1:8786") as workers:
            with Job.open("credits.sqlite", "tv_series.credits") as job:
                await DistributedRun(job, workers).fetch()

    A machine is an address: of the workers that share one, one is given items. The credential is that of each worker's
    own environment. What comes back is recorded here, and nowhere else.

    A machine that dies or is cut off costs what it has not handed back, which is asked for again elsewhere: two items
    for each request that it may have in flight, at the most. Of an answer that takes several requests, it costs all
    that came since the item was dealt out. Machines that join later are given items, too. Without any the run waits,
    which is a pause; so it is where nothing succeeds on any machine, as `Running` says. Where that is so on some, these
    rest while the others go on.

    Args:
        job: The job, open to be run.
        workers: The machines, whose limits hold for each of them.
        limit: How many items to ask for at most; None for all that wait.
        give_up_after: How many seconds a pause may last until the run ends; None for any time.
        secrets: What stands in the path and is no item, by its name; each worker has the same in its environment.

    Raises:
        ValueError: `give_up_after` is negative or no number.
        JobError: The job has answers of another session.
    """

    def __init__(
        self,
        job: Job,
        workers: Workers,
        *,
        limit: int | None = None,
        give_up_after: float | None = None,
        secrets: Mapping[str, str] | None = None,
    ) -> None:
        hidden = {name: Secret(value) for name, value in (secrets or {}).items()}
        del secrets
        super().__init__(job, workers, self._deal_out, limit=limit, give_up_after=give_up_after, secrets=hidden)
        self._longest = math.inf if give_up_after is None else give_up_after
        out = 2 * workers.max_concurrency  # so that it never waits for this machine
        if workers.max_rate is not None:
            out = max(1, min(out, math.ceil(_SECONDS * workers.max_rate)))
        size = min(_SIZE, max(1, out // 4)) if job.spec.form == "single" else 1
        order = Order(__version__, job.spec.columns(), job.session, workers.max_rate, workers.max_concurrency)
        self._dealer = Dealer(workers, order, size=size, depth=out // size, alone=self._wait_alone)

    @property
    def paused(self) -> bool:
        """Whether nothing succeeds any more, or there is no machine."""
        return super().paused or self._dealer.alone

    def next_trial(self) -> float | None:
        """Return in how many seconds a paused run tries an item or looks for machines; None where it is not paused."""
        return LOOK if self._dealer.alone else super().next_trial()

    async def fetch(self) -> None:
        """Ask for each item once, and again for what failed around a pause, until all are done or the run ends.

        Cancelling it loses nothing that was recorded.

        Raises:
            AuthenticationError: TMDB refuses the credential or the session.
            JobError: The file cannot be written any more, the scheduler does not answer any more, or a worker cannot do
                its part: it has no credential, another session, or another version of tmdb_async.
        """
        async with self._dealer:
            await super().fetch()

    async def _fetch(self, item: int, arguments: tuple[Any, ...]) -> None:
        async with self._dealer.room:
            await super()._fetch(item, arguments)

    async def _deal_out(self, item: int, arguments: tuple[Any, ...], parts: list[bytes]) -> Fetched:
        return await self._dealer.ask(Asked(item, arguments, parts))

    def _wait_alone(self, seconds: float) -> None:
        if self.stopped:
            self._scope.cancel()
        elif seconds >= self._longest:
            self._give_up(seconds)
