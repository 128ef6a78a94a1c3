"""A job under somebody's eyes: its progress, and Ctrl-C or SIGTERM."""

from __future__ import annotations

import asyncio
import math
import signal
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from datetime import timedelta
from types import FrameType
from typing import Any, Protocol, TypeVar

import anyio
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from tmdb_async.jobs.run import Client, Running

_T = TypeVar("_T")

_REFRESH = 0.25  # seconds
_LINE = 10.0  # seconds
_LOOK = 1000  # items
_SIGNALS: dict[int, str] = {signal.SIGINT: "Ctrl-C", signal.SIGTERM: "SIGTERM"}


class _Closing(Client, AbstractAsyncContextManager[Any], Protocol):
    """A client that is closed by leaving it."""


async def fetch(run: Running, tmdb: _Closing) -> tuple[float, int | None]:
    """Fetch with `run`, close its client, and return the seconds it took and the signal that stopped it, if one did.

    Ctrl-C or SIGTERM stops the run, and a second one cancels it. On a terminal a line shows the progress as it goes on,
    elsewhere one is printed every ten seconds. Both are on stderr.
    """
    view = _View(run, tmdb)
    scope = anyio.CancelScope()
    signalled: int | None = None

    def interrupt(number: int) -> None:
        nonlocal signalled
        if signalled is not None:
            scope.cancel()
            return
        signalled = number
        if not run.paused:
            again = _SIGNALS[number]
            view.progress.console.print(f"Finishing what is in flight; {again} again stops at once.", highlight=False)
        run.stop()

    began = anyio.current_time()
    async with tmdb:
        with view.progress, _on_signals(interrupt), scope:
            watching = asyncio.create_task(view.watch())
            try:
                await run.fetch()
            finally:
                watching.cancel()
                view.update()
    return anyio.current_time() - began, signalled


def told(items: Iterable[_T]) -> Iterator[_T]:
    """Iterate over items, and say every ten seconds how many have been read."""
    last = time.monotonic()
    for number, item in enumerate(items):
        if number % _LOOK == 0 and time.monotonic() - last >= _LINE:
            last = time.monotonic()
            typer.echo(f"{number} items read", err=True)
        yield item


class _View:
    """What is shown of a run."""

    def __init__(self, run: Running, tmdb: Client) -> None:
        console = Console(stderr=True)
        self.progress = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn(
                "{task.fields[failed]} failed  {task.fields[rate]}/s  {task.fields[cool_downs]}{task.fields[paused]}"
            ),
            TimeRemainingColumn(),
            console=console,
            disable=not console.is_terminal or console.is_dumb_terminal,  # which shows no line twice
        )
        self._run = run
        self._tmdb = tmdb
        self._task = self.progress.add_task("", total=run.total, failed=0, rate="-", cool_downs="", paused="")

    def update(self) -> None:
        speed = self.progress.tasks[0].speed
        stats = self._tmdb.stats
        trial = self._run.next_trial()
        pause = f" ({math.ceil(stats.cool_down_seconds)} s left)" if stats.cool_down_seconds else ""
        self.progress.update(
            self._task,
            completed=self._run.done,
            failed=self._run.failed,
            rate="-" if speed is None else f"{speed:.1f}",
            cool_downs=f"{stats.cool_downs} cool-downs{pause}",
            paused="" if trial is None else f"  paused, next try in {math.ceil(trial)} s",
        )

    async def watch(self) -> None:
        elapsed = 0.0
        while True:
            await asyncio.sleep(_REFRESH)
            self.update()
            elapsed += _REFRESH
            if self.progress.disable and elapsed >= _LINE:
                elapsed = 0.0
                typer.echo(self._line(), err=True)

    def _line(self) -> str:
        run, [task] = self._run, self.progress.tasks
        left = "unknown" if task.time_remaining is None else str(timedelta(seconds=task.time_remaining))
        return (
            f"{run.done} of {run.total} done, {run.failed} failed, {task.fields['rate']} a second, "
            f"{task.fields['cool_downs']}, time left {left}{task.fields['paused'].replace('  ', ', ')}"
        )


@contextmanager
def _on_signals(call: Callable[[int], None]) -> Generator[None, None, None]:
    loop = asyncio.get_running_loop()

    def hand_over(number: int, _frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(call, number)  # which wakes it up

    # Handlers of Python's own: there are such on every system. What is ignored, as under nohup, stays so.
    before = {number: handler for number in _SIGNALS if (handler := signal.getsignal(number)) != signal.SIG_IGN}
    for number in before:
        signal.signal(number, hand_over)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
