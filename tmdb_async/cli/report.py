"""What is said of an answer, of a job and of a run."""

from __future__ import annotations

import json
from typing import Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tmdb_async._generated.types import Operation
from tmdb_async.calls.stats import Stats
from tmdb_async.jobs import FailureKind, Spec, Status, Sync, Verified, rows_of, table_of
from tmdb_async.jobs.printable import printable
from tmdb_async.jobs.run import Running


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


def describe_changes(sync: Sync) -> str:
    """Say what has changed at TMDB."""
    if sync.since is None:
        return "nothing has an answer that may be old"
    unlisted = f", beside {sync.unlisted} changes that TMDB does not list" if sync.unlisted else ""
    return f"changed since {sync.since}: {sync.changed} items{unlisted}"


def describe_export(sync: Sync) -> str:
    """Say how a daily export is other than a job."""
    return f"in the daily export: {sync.added} new, {sync.gone} gone, {sync.back} back"


def describe_run(run: Running, stats: Stats, seconds: float, skipped: int) -> str:
    """Say what a run did."""
    return (
        f"this run: {run.done} items in {seconds:.1f} s, {run.failed} of them failed; {stats.attempts} requests, "
        f"{stats.cool_downs} cool-downs; {skipped} lines of the input skipped"
    )


def describe_verified(verified: Verified) -> str:
    """Say what a comparison found."""
    summary = f"verified: {verified.compared} answers by themselves, {len(verified.differences)} of them differ"
    return "\n".join([summary, *(f"  {printable(str(each))}" for each in verified.differences)])


def _describe_failures(kind: FailureKind) -> str:
    status = "" if kind.status is None else f", HTTP {kind.status}"
    some = ", ".join("/".join(map(str, arguments)) for arguments in kind.items)
    return f"  {kind.total} x {kind.error}{status}, such as {some}: {printable(kind.message)}"


def status_to_dict(status: Status, spec: Spec) -> dict[str, Any]:
    """Return what a job holds, for programs."""
    counts = {name: getattr(status, name) for name in ("items", "found", "not_found", "failed", "waiting", "gone")}
    return {
        "what": status.what,
        **spec.columns(),
        "parameters": {**spec.parameters},
        **counts,
        "failures": [kind._asdict() for kind in status.failures],
    }


def run_to_dict(run: Running, stats: Stats, seconds: float, skipped: int) -> dict[str, Any]:
    """Return what a run did, for programs."""
    return {
        "done": run.done,
        "failed": run.failed,
        "seconds": round(seconds, 3),
        "requests": stats.attempts,
        "cool_downs": stats.cool_downs,
        "skipped": skipped,
        "gave_up": run.gave_up,
        "stopped": run.stopped,
    }


def verified_to_dict(verified: Verified) -> dict[str, Any]:
    """Return what a comparison found, for programs."""
    return {
        "compared": verified.compared,
        "differences": [{"item": each.arguments, "problem": str(each)} for each in verified.differences],
    }


def print_json(value: dict[str, Any]) -> None:
    """Print a JSON object on one line, of ASCII alone: so no encoding of stdout changes it."""
    typer.echo(json.dumps(value))
