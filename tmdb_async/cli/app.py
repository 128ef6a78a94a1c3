"""The commands: what each takes, and what it hands on to the library."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
import typer.main

from tmdb_async._generated.types import Operation
from tmdb_async.client import TMDB
from tmdb_async.jobs import (
    Job,
    JobError,
    Run,
    Sync,
    Verified,
    check_daily_kind,
    export,
    read_lines,
    report,
)
from tmdb_async.jobs import verify as compare
from tmdb_async.jobs.run import Running
from tmdb_async.operations import find_operation, item_parameters, method_of, operations, parse_arguments

from .environment import secrets_of, sessions_of
from .inputs import Input, check_needed, item_of, open_daily, open_ids, usage
from .options import describe, parse_options
from .progress import fetch, told
from .report import (
    describe_changes,
    describe_export,
    describe_run,
    describe_status,
    describe_verified,
    print_answer,
    print_json,
    run_to_dict,
    status_to_dict,
    verified_to_dict,
)

_app = typer.Typer(
    name="tmdb-async",
    help="Ask The Movie Database (TMDB), once or for hours. The credential is TMDB_ACCESS_TOKEN or TMDB_API_KEY in the "
    "environment.",
    epilog="This product uses the TMDB API but is not endorsed or certified by TMDB.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # a message stands on one line, also in a log
    pretty_exceptions_enable=False,  # they show the variables of every frame
)

OperationName = Annotated[str, typer.Argument(help="An operation, such as tv_series.credits; `operations` lists them.")]
Language = Annotated[str | None, typer.Option(help="The language of translated texts, as xx or xx-XX.")]
JobFile = Annotated[Path, typer.Argument(help="The job file.", show_default=False)]
Day = Annotated[
    datetime | None,
    typer.Option("--date", formats=["%Y-%m-%d"], help="The day of the export; without it the last one that is ready."),
]
Rate = Annotated[float, typer.Option(min=0, help="Requests a second; 0 for no limit.")]
Concurrency = Annotated[int, typer.Option(min=1, max=1000, help="Requests in flight at once.")]
Limit = Annotated[int | None, typer.Option(min=1, help="How many items to ask for in this run.")]
GiveUpAfter = Annotated[
    float | None,
    typer.Option(
        min=0, metavar="MINUTES", help="End a pause in which nothing succeeds after so long; never without it."
    ),
]


JsonSummary = Annotated[bool, typer.Option("--json", help="Print what the run did as one JSON object.")]


def command() -> Any:
    """Return the command, with its subcommands."""
    return typer.main.get_command(_app)


@_app.command("operations")
def list_operations() -> None:
    """List what can be asked for, with the arguments and the options of each."""
    for operation in operations().values():
        typer.echo(describe(operation))


@_app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def call(
    context: typer.Context,
    operation: OperationName,
    *,
    language: Language = None,
    json: Annotated[bool, typer.Option("--json", help="Print the body as it came.")] = False,
) -> None:
    """Make one call and print the answer.

    The arguments of its path follow in order, and all else as options: `call discover.tv --with-genres 18,80`.
    `operations` lists them. A session and other secrets are taken from the environment, as TMDB_SESSION_ID.
    """
    with usage():
        declared = find_operation(operation)
        given, options = parse_options(declared, context.args)
        values = item_of(given[0], declared) if len(given) == 1 else parse_arguments(declared, given)
        arguments = dict(zip(item_parameters(declared), values, strict=False)) | options | secrets_of(declared)
        tmdb = _client(declared, language=language)
    asyncio.run(_call(tmdb, declared, arguments, typer.echo if json else partial(print_answer, declared, values)))


@_app.command(context_settings={"ignore_unknown_options": True})
def bulk(
    operation: OperationName,
    items: Annotated[
        list[str] | None, typer.Argument(help="Items, such as 1399 or 1396/1/1, and options of the operation.")
    ] = None,
    *,
    job: Annotated[Path, typer.Option("--job", help="The job file: made where it is missing, continued where not.")],
    ids: Annotated[
        Path | None,
        # Opened here: not every version of typer takes the dash.
        typer.Option(
            help="A file of items, or - for stdin: 1399, 1396/1/1, 1396 1 1, CSV or JSON lines; plain or gzip."
        ),
    ] = None,
    from_export: Annotated[str | None, typer.Option(help="Take the ids of a daily export, such as tv_series.")] = None,
    day: Day = None,
    by_series: Annotated[
        bool, typer.Option("--by-series", help="Items are series, of which one request brings ten seasons.")
    ] = False,
    verify: Annotated[
        int | None,
        typer.Option(min=1, help="With --by-series: ask for so many episodes by themselves, too, and compare."),
    ] = None,
    all_pages: Annotated[
        bool, typer.Option("--all-pages", help="Fetch all pages of a list, and not one of them.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Refuse the input if one line is bad.")] = False,
    language: Language = None,
    rate: Rate = 40.0,
    concurrency: Concurrency = 20,
    limit: Limit = None,
    give_up_after: GiveUpAfter = None,
    json: JsonSummary = False,
    dask: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Let the worker machines of a Dask scheduler ask, such as tcp://10.0.0.1:8786; --rate and "
            "--concurrency hold for each of them.",
        ),
    ] = None,
) -> None:
    """Fetch many items into a job file. The same command again continues: it asks for what has no answer yet.

    The parameters of the operation are options here too, the same for all items: `bulk tv_series.details 1399
    --append-to-response aggregate_credits`. An operation without ids is one item: `bulk discover.tv --all-pages`.

    Where nothing succeeds any more the job pauses, tries one item now and then, and goes on by itself. Ctrl-C or
    SIGTERM finishes the calls that have begun, and a second one stops at once. A session is taken from TMDB_SESSION_ID
    or TMDB_GUEST_SESSION_ID, and is not kept in the file. The exit status is 0 where every item that was asked for, in
    this run or before, has an answer; 1 where some have none; 2 for bad usage, 130 after Ctrl-C and 143 after SIGTERM.
    """
    with usage():
        declared = find_operation(operation)
        if "language" in declared.query_parameters:
            language = language or os.environ.get("TMDB_LANGUAGE") or None
        check_needed(verify, by_series, "--verify compares what came by series: give --by-series too")
        check_needed(day, from_export, "--date is the day of a daily export: give --from-export too")
        texts, options = parse_options(declared, items or [])
        asked = declared.assembly.get_source() if by_series and declared.assembly else declared
        given = Input(asked, texts, strict=strict)
        if from_export is not None:
            check_daily_kind(from_export, asked)
        if not (given.any or ids or from_export or os.path.exists(job)):  # noqa: PTH110 - `Path.exists` raises
            raise typer.BadParameter("there are no items: give some, or --ids, or --from-export")
        tmdb, make_run = _asking(dask, declared, max_rate=rate or None, max_concurrency=concurrency)
    with ExitStack() as stack:
        if ids is not None:
            given.streams.append(open_ids(ids, stack))
        with usage():
            opened = stack.enter_context(
                Job.open(
                    job,
                    operation,
                    language=language,
                    parameters=options,
                    all_pages=all_pages,
                    by_series=by_series,
                )
            )
        if from_export is not None:
            given.streams.append(open_daily(from_export, day, stack))
        opened.add(told(given.read()))
        if not opened.status().items:
            raise typer.BadParameter("there are no items in the input")
        runner = stack.enter_context(asyncio.Runner())
        again = partial(_client, declared, max_rate=rate or None, max_concurrency=concurrency)
        ended = _run(
            opened,
            tmdb,
            runner,
            make_run,
            limit=limit,
            minutes=give_up_after,
            skipped=given.skipped,
            json=json,
            check=None if verify is None else partial(_verify, opened, again, verify),
        )
    raise typer.Exit(ended)


@_app.command()
def sync(
    kind: Annotated[str, typer.Argument(help="What the job's ids are of: movie, person or tv_series.")],
    *,
    job: Annotated[Path, typer.Option("--job", help="The job file, which `bulk` made.")],
    day: Day = None,
    no_export: Annotated[
        bool, typer.Option("--no-export", help="Leave the daily export alone: look for changes only.")
    ] = False,
    rate: Rate = 40.0,
    concurrency: Concurrency = 20,
    limit: Limit = None,
    give_up_after: GiveUpAfter = None,
    json: JsonSummary = False,
) -> None:
    """Bring a job up to date: ask again for what TMDB says that changed, and for what is new in the daily export.

    What is gone from the export is marked, keeps its last answer, and is not asked for again until it is back. All
    else is as with `bulk`: the same command again continues, and the exit status is the same.
    """
    with ExitStack() as stack:
        opened = stack.enter_context(Job.resume(job))
        with usage():
            declared = opened.spec.asked
            tmdb = _client(declared, max_rate=rate or None, max_concurrency=concurrency)
            found = Sync(opened, tmdb, kind)
            if not no_export:
                check_daily_kind(kind, declared)
            elif day is not None:
                raise typer.BadParameter("--date is the day of a daily export: leave out --no-export")
        given = Input(declared, [], strict=False)
        # One loop, to which the client belongs; between its two parts the export is read without it.
        runner = stack.enter_context(asyncio.Runner())
        stack.callback(lambda: runner.run(tmdb.aclose()))
        runner.run(found.look())
        typer.echo(describe_changes(found), err=json)
        if not no_export:
            given.streams.append(open_daily(kind, day, stack))
            found.compare(told(given.read()))
            typer.echo(describe_export(found), err=json)
        ended = _run(opened, tmdb, runner, Run, limit=limit, minutes=give_up_after, skipped=given.skipped, json=json)
    raise typer.Exit(ended)


def _run(
    job: Job,
    client: Any,
    runner: asyncio.Runner,
    make_run: Callable[..., Running],
    *,
    limit: int | None,
    minutes: float | None,
    skipped: int,
    json: bool,
    check: Callable[[], Coroutine[Any, Any, Verified]] | None = None,
) -> int:
    """Fetch what a job waits for, check it if nothing stopped that, say how it went, and return the exit status."""
    with usage():
        seconds_open = None if minutes is None else 60 * minutes
        run = make_run(job, client, limit=limit, give_up_after=seconds_open, secrets=secrets_of(job.spec.asked))
    seconds, signalled = runner.run(fetch(run, client))
    held = job.status()
    verified = None if check is None or signalled else runner.run(check())
    if json:
        said = {"status": status_to_dict(held, job.spec)}
        if verified is not None:
            said["verified"] = verified_to_dict(verified)
        print_json(run_to_dict(run, client.stats, seconds, skipped) | said)
    else:
        typer.echo(describe_status(held))
        typer.echo(describe_run(run, client.stats, seconds, skipped))
        if verified is not None:
            typer.echo(describe_verified(verified))
    if run.gave_up:
        typer.echo("Gave up: nothing succeeded any more. The same command continues.", err=True)
    differs = verified is not None and verified.differences
    return 128 + signalled if signalled else 1 if held.failed or differs else 0


@_app.command()
def status(
    file: JobFile, *, json: Annotated[bool, typer.Option("--json", help="Print it as one JSON object.")] = False
) -> None:
    """Say what a job file holds, also while the job is run."""
    with Job.read(file) as job:
        held = job.status()
    if json:
        print_json(status_to_dict(held, job.spec))
    else:
        typer.echo(describe_status(held))


@_app.command("export")
def export_rows(
    file: JobFile,
    out: Annotated[Path, typer.Argument(help="The file to write: .jsonl, .csv or .parquet.")],
    *,
    changed_since: Annotated[
        str | None, typer.Option(help="Leave out what did not change since a day or a time in UTC, in ISO 8601.")
    ] = None,
) -> None:
    """Write what a job has found as a flat table: a row for each credit, or for each episode's state."""
    with Job.read(file) as job, usage():
        since = None if changed_since is None else datetime.fromisoformat(changed_since)
        typer.echo(f"{export(job, out, changed_since=since)} rows in {out}")


@_app.command("report")
def report_page(
    file: JobFile,
    out: Annotated[Path, typer.Argument(help="The page to write: .html.")],
    *,
    series: Annotated[
        int | None, typer.Option(help="The series whose cast to show by episode; without it the largest.")
    ] = None,
) -> None:
    """Show a job on a page, also while it is run: its runs, what failed, times and sizes, and whom credits name.

    The page is a single file, needs no network and runs no script.
    """
    with Job.read(file) as job, usage():
        report(job, out, series)
    typer.echo(f"The report on {job.spec} is in {out}")


@_app.command()
def exports(
    kind: Annotated[str, typer.Argument(help="What the ids are of, such as tv_series, movie or person.")],
    *,
    day: Day = None,
) -> None:
    """Print one of TMDB's daily ID exports, one JSON object a line. TMDB_EXPORTS_URL names another host."""
    if sys.stdout is None:
        raise JobError("There is no output: stdout is closed")
    with ExitStack() as stack:
        for line in read_lines(open_daily(kind, day, stack)):
            sys.stdout.buffer.write(line)
        sys.stdout.flush()


@_app.command(add_help_option=False, context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def sandbox(context: typer.Context) -> None:
    """Serve an offline TMDB on loopback until Ctrl-C. `sandbox --help` lists its options."""
    from tmdb_async.sandbox.__main__ import main

    raise typer.Exit(main(context.args, program="tmdb-async sandbox"))


async def _call(
    tmdb: TMDB, operation: Operation[Any], arguments: dict[str, Any], show: Callable[[bytes], None]
) -> None:
    async with tmdb:
        with usage():
            response = await method_of(tmdb.detailed, operation)(**arguments)
    show(response.content)


async def _verify(job: Job, client: Callable[[], TMDB], count: int) -> Verified:
    async with client() as tmdb:
        return await compare(job, tmdb, count)


def _asking(dask: str | None, operation: Operation[Any], **options: Any) -> tuple[Any, Callable[..., Running]]:
    """Return what a job's items are asked with, and what makes a run of it: here or, with `dask`, on other machines."""
    if dask is None:
        return _client(operation, **options), Run
    from tmdb_async.jobs.distributed import DistributedRun, Workers  # an extra

    return Workers(dask, **sessions_of(operation), **options), DistributedRun


def _client(operation: Operation[Any], **options: Any) -> TMDB:
    return TMDB(**sessions_of(operation), **options)
