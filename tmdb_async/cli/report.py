"""What is said of an answer, of a job and of a run."""

from __future__ import annotations

import json
from typing import Any
from unicodedata import category

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tmdb_async._generated.types import Operation
from tmdb_async.calls.stats import Stats
from tmdb_async.jobs import FailureKind, Status, rows_of, table_of
from tmdb_async.jobs.run import Running

_UNSHOWN = {"Cc", "Zl", "Zp"}  # control characters and the ends of lines
_DIRECTIONS = {*map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))}  # which let a text read as another


def printable(text: str) -> str:
    """Return a server's words on one line, and without what a terminal would take for a command."""
    return "".join(
        " " if category(character) in _UNSHOWN or character in _DIRECTIONS else character for character in text
    )


def print_answer(operation: Operation[Any], arguments: tuple[Any, ...], body: bytes) -> None:
    """Print the rows of an answer as a table or, where it is one row, its JSON."""
    console = Console()
    flat = table_of(operation)
    if flat.single:
        for line in json.dumps(json.loads(body), indent=2, ensure_ascii=False).splitlines():
            console.print(printable(line), markup=False, emoji=False, highlight=False, soft_wrap=True)
        return
    places = [[*flat.columns].index(name) for name in flat.readable]
    table = Table(*flat.readable)
    for row in rows_of(operation, arguments, body):
        # As a text, in which brackets are no markup.
        table.add_row(*(Text("" if row[place] is None else printable(str(row[place]))) for place in places))
    console.print(table)


def describe_status(status: Status) -> str:
    """Say what a job holds, with its failures by kind."""
    lines = [
        f"{status.what}: {status.items} items",
        f"  found      {status.found}",
        f"  not found  {status.not_found}",
        f"  failed     {status.failed}",
        f"  waiting    {status.waiting}",
        *([f"  gone       {status.gone}"] if status.gone else []),
    ]
    return "\n".join([*lines, *map(_describe_failures, status.failures)])


def describe_run(run: Running, stats: Stats, seconds: float, skipped: int) -> str:
    """Say what a run did."""
    return (
        f"this run: {run.done} items in {seconds:.1f} s, {run.failed} of them failed; {stats.attempts} requests, "
        f"{stats.cool_downs} cool-downs; {skipped} lines of the input skipped"
    )


def _describe_failures(kind: FailureKind) -> str:
    status = "" if kind.status is None else f", HTTP {kind.status}"
    some = ", ".join("/".join(map(str, arguments)) for arguments in kind.items)
    return f"  {kind.total} x {kind.error}{status}, such as {some}: {printable(kind.message)}"
