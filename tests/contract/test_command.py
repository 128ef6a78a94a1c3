from __future__ import annotations

import asyncio
import errno
import gzip
import inspect
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from importlib import import_module, resources
from io import BufferedReader, BytesIO, TextIOWrapper
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import duckdb
import httpx
import pytest

from tests.unit.test_assembly import series as seasons
from tmdb_async import TMDB, jobs
from tmdb_async.cli import app, inputs, main, progress, report
from tmdb_async.jobs import Job, JobError
from tmdb_async.operations import find_operation
from tmdb_async.sandbox import Sandbox
from tmdb_async.sandbox.__main__ import PORT

TOKEN = "the-only-token"
SESSION = "a-secret-session"


class Ended(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command in this process, in a folder of its own, and return how it ended."""
    monkeypatch.chdir(tmp_path)

    def ended(*arguments: str, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BufferedReader(BytesIO(stdin))))
        try:
            status: Any = main(arguments)
        except SystemExit as ending:
            status = ending.code
        out, err = capfd.readouterr()
        assert TOKEN not in out + err
        assert SESSION not in out + err
        return Ended(status, out, err)

    return ended


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    with Sandbox(token=TOKEN, max_rate=None, max_connections=None) as running:
        monkeypatch.setenv("TMDB_BASE_URL", running.url)
        monkeypatch.setenv("TMDB_ACCESS_TOKEN", TOKEN)
        yield running


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[httpx.Request], Any]], None]:
    """Let a function answer the requests of the command."""

    def answer(handler: Callable[[httpx.Request], Any]) -> None:
        def client(**options: Any) -> TMDB:
            http = httpx.AsyncClient(transport=httpx.MockTransport(handler))
            return TMDB(TOKEN, http_client=http, max_retries=0, **options)

        monkeypatch.setattr(app, "TMDB", client)

    return answer


def found(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"id": int(request.url.path.split("/")[3]), "cast": [], "crew": []})


BULK = ("bulk", "tv_series.credits", "--job", "job.sqlite", "--rate", "0")


# Single calls


def test_the_operations_are_those_of_the_document(run: Run) -> None:
    """Each on a line of its own, with its arguments and its options; what must be given stands without brackets."""
    ended = run("operations")
    assert (ended.status, ended.err) == (0, "")
    document = json.loads(resources.files("tmdb_async._generated").joinpath("openapi.json").read_bytes())
    declared = sorted(
        operation["operationId"]
        for methods in document["paths"].values()
        for operation in methods.values()
        if isinstance(operation, dict)
    )
    lines = ended.out.splitlines()
    assert [line.split()[0] for line in lines] == declared
    assert "tv_episodes.credits SERIES_ID SEASON_NUMBER EPISODE_NUMBER [--language TEXT]" in lines
    [search] = [line for line in lines if line.startswith("search.tv ")]
    assert search.startswith("search.tv --query TEXT [")
    assert "[--page INTEGER]" in search


def test_a_call_prints_a_table(run: Run, sandbox: Sandbox) -> None:
    """Of what a person reads first."""
    ended = run("call", "tv_episodes.credits", "1396", "1", "1")
    assert (ended.status, ended.err) == (0, "")
    assert re.search(r"guest_star .* Max Arciniega .* Krazy-8", ended.out)
    assert run("call", "tv_episodes.credits", "1396/1/1") == ended


def test_a_call_prints_the_body_as_it_came(run: Run, service: Any) -> None:
    """With `--json`, byte for byte, and in the language that is asked for."""
    body = b'{ "id": 1399,"cast":[], "crew":[],\t"new": "\xc3\xa9\\u00e9" }'
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url.params))
        return httpx.Response(200, content=body)

    service(answer)
    assert run("call", "tv_series.credits", "1399", "--json", "--language", "pt-BR") == (0, f"{body.decode()}\n", "")
    assert asked == ["language=pt-BR"]


def test_what_a_server_says_is_no_command_of_the_terminal(run: Run, service: Any) -> None:
    """Neither in a table nor in a message, which has one line whatever is in it."""
    words = "\x1b]0;title\x07\x1b[31mred\x9b31m\nline"
    row = {"id": 1, "name": words, "credit_id": "c", "character": ""}
    service(lambda request: httpx.Response(200, json={"id": 1, "cast": [row], "crew": []}))
    ended = run("call", "tv_series.credits", "1")
    assert "]0;title" in ended.out
    assert not {"\x1b", "\x07", "\x9b"} & {*ended.out}
    service(lambda request: httpx.Response(404, json={"status_code": 34, "status_message": words}))
    ended = run("call", "tv_series.credits", "1")
    assert (ended.status, ended.err.count("\n")) == (1, 1)
    assert "red 31m line" in ended.err
    assert not {"\x1b", "\x07", "\x9b"} & {*ended.err}


def test_what_is_one_row_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """A table of it would leave most out; what looks like markup is none."""
    body = b'{"id":1,"name":"[bold]\xc3\xa9"}'
    report.print_answer(find_operation("networks.details"), (1,), body)
    assert json.loads(capsys.readouterr().out) == {"id": 1, "name": "[bold]é"}


def test_a_call_takes_options(run: Run, service: Any) -> None:
    """Numbers, days, lists and alternatives, as TMDB reads them; those of the path where the path has them."""
    asked: list[httpx.URL] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url)
        return httpx.Response(200, json={"page": 1, "results": [], "total_pages": 1, "total_results": 0})

    service(answer)
    options = ["--with-genres=18,80", "--with-networks", "49|174", "--vote-average-gte", "7.5"]
    options += ["--include-adult", "true"]
    ended = run("call", "discover.tv", *options, "--first-air-date.gte", "2020-01-01", "--page", "2")
    assert (ended.status, ended.err) == (0, "")
    assert dict(asked[0].params) == {
        "with_genres": "18,80",
        "with_networks": "49|174",
        "vote_average.gte": "7.5",
        "include_adult": "true",
        "first_air_date.gte": "2020-01-01",
        "page": "2",
    }
    assert run("call", "trending.tv", "day").status == 0
    assert asked[1].path == "/3/trending/tv/day"


def test_a_call_writes(run: Run, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bodies are options, too; what they hold of secrets comes from the environment."""
    monkeypatch.setenv("TMDB_SESSION_ID", SESSION)
    ended = run("call", "tv_series.add_rating", "1399", "--value", "8.5", "--json")
    assert json.loads(ended.out)["success"] is True
    ended = run("call", "authentication.create_session", "--json")
    assert (ended.status, ended.out) == (2, "")
    assert "authentication.create_session needs request_token: set TMDB_REQUEST_TOKEN" in ended.err
    monkeypatch.setenv("TMDB_REQUEST_TOKEN", "no-such-token")
    ended = run("call", "authentication.create_session", "--json")
    assert ended.status == 1
    assert "no-such-token" not in ended.err
    monkeypatch.setenv("TMDB_GUEST_SESSION_ID", "a-guest-session")
    assert run("call", "guest_sessions.rated_tv", "--json").status == 0


def test_what_looks_like_markup_in_a_table_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    """A name may hold brackets."""
    row = {"id": 1, "name": "[red]x[/]", "credit_id": "c", "character": "[/b]"}
    body = json.dumps({"id": 1, "cast": [row], "crew": []}).encode()
    report.print_answer(find_operation("tv_series.credits"), (1,), body)
    assert "[red]x[/]" in capsys.readouterr().out


def test_a_session_comes_from_the_environment(run: Run, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """And from nowhere else: without one nothing is sent, and the message says where to put it."""
    ended = run("call", "tv_seasons.account_states", "1399", "1")
    assert ended.status == 2
    assert "needs a session: set TMDB_SESSION_ID or TMDB_GUEST_SESSION_ID" in ended.err
    assert sandbox.stats().requests == 0
    monkeypatch.setenv("TMDB_GUEST_SESSION_ID", SESSION)
    assert run("call", "tv_seasons.account_states", "1399", "1").status == 0


def test_a_call_that_fails_says_so(run: Run, sandbox: Sandbox) -> None:
    """In TMDB's words, with exit status 1 and without a traceback."""
    ended = run("call", "tv_series.credits", "404")
    assert ended == (1, "", ended.err)
    assert ended.err.startswith("tmdb-async: tv_series.credits: The resource you requested could not be found.")
    assert ended.err.count("\n") == 1


WRONG: list[tuple[list[str], str]] = [
    (["call", "tv_series.credit", "1"], "did you mean tv_series.credits?"),
    (["call", "tv_series.credits"], "takes series_id, and not 0 values"),
    (["call", "search.tv"], "search.tv needs --query"),
    (["call", "search.tv", "--querry", "x"], "search.tv has no option --querry: there are --query, "),
    (["call", "search.tv", "--query"], "--query needs a value"),
    (["call", "search.tv", "--query", "x", "--page", "two"], "--page takes INTEGER, and not 'two'"),
    (["call", "search.tv", "--query", "x", "--page", "501"], "page must be from 1 to 500, and is 501"),
    (["call", "search.tv", "--query", "x", "--include-adult", "no"], "--include-adult takes true|false, and not 'no'"),
    (["call", "discover.tv", "--sort-by", "name"], "sort_by must not be 'name'"),
    (["call", "discover.tv", "--first-air-date-gte", "2020"], "takes YYYY-MM-DD, and not '2020'"),
    (["call", "discover.tv", "--vote-average-gte", "x"], "takes NUMBER, and not 'x'"),
    (["bulk", "discover.tv", "--job", "job.sqlite", "1"], "discover.tv takes no values, and not 1 values"),
    (["bulk", "find.by_id", "--job", "job.sqlite", "tt1"], "needs --external-source"),
    (["call", "tv_series.credits", "x"], "series_id must be an integer"),
    (["call", "tv_series.credits", "1", "--language", "english"], "must look like"),
    (["call"], "Missing argument"),
    (["nothing"], "No such command"),
    ([*BULK], "there are no items: give some, or --ids, or --from-export"),
    ([*BULK, "x"], "'x': series_id must be an integer"),
    ([*BULK, "1", "--language", "english"], "must look like"),
    ([*BULK, "1", "--rate", "-1"], "Invalid value for '--rate'"),
    ([*BULK, "1", "--concurrency", "0"], "Invalid value for '--concurrency'"),
    ([*BULK, "1", "--limit", "0"], "Invalid value for '--limit'"),
    ([*BULK, "1", "--give-up-after", "-1"], "Invalid value for '--give-up-after'"),
    ([*BULK, "1", "--give-up-after", "nan"], "give_up_after must be 0 or more seconds"),
    ([*BULK, "--ids", "missing.txt"], "missing.txt"),
    ([*BULK, "1", "id"], "'id': series_id must be an integer"),
    ([*BULK, "--ids", "."], "--ids: . cannot be read: "),
    ([*BULK, "--ids", os.devnull], "there are no items in the input"),
    (["bulk", "tv_episodes.credits", "--job", "x", "1", "2"], "an item is SERIES_ID/SEASON_NUMBER/EPISODE_NUMBER"),
    ([*BULK, "1", "--concurrency", "1001"], "Invalid value for '--concurrency'"),
    ([*BULK, "--from-export", "tv"], "no daily export of 'tv'"),
    ([*BULK, "--from-export", "movie"], "takes series_id, which the daily export of movie does not have"),
    ([*BULK, "1", "--date", "2026-02-09"], "--date is the day of a daily export: give --from-export too"),
    (["bulk", "tv_series.credits", "1"], "--job"),
    (["exports", "tv_series", "--date", "yesterday"], "yesterday"),
    (["export", "job.sqlite"], "Missing argument"),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG, ids=lambda value: " ".join(value)[:60])
def test_bad_usage_is_refused(run: Run, sandbox: Sandbox, arguments: list[str], words: str) -> None:
    """With exit status 2, a message that says what is wrong, no traceback, and nothing sent."""
    ended = run(*arguments)
    assert (ended.status, ended.out) == (2, "")
    assert words in ended.err
    assert "Traceback" not in ended.err
    assert sandbox.stats().requests == 0


def test_a_missing_credential_is_bad_usage(run: Run, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """And leaves no file."""
    monkeypatch.delenv("TMDB_ACCESS_TOKEN")
    ended = run(*BULK, "1")
    assert ended.status == 2
    assert "set TMDB_ACCESS_TOKEN" in ended.err
    assert not Path("job.sqlite").exists()


# Jobs


def test_a_job_is_fetched_continued_and_exported(run: Run, sandbox: Sandbox) -> None:
    """From ids to a table: what has an answer is not asked for again, and a 404 is an answer."""
    Path("ids.txt").write_text("1\n2\n404\n", encoding="utf-8")
    ended = run(*BULK, "--ids", "ids.txt", "3")
    assert ended.status == 0
    assert ended.out.startswith(
        "tv_series.credits in en-US: 4 items\n  found      3\n  not found  1\n  failed     0\n  waiting    0\n"
    )
    assert ended.out.splitlines()[-1].startswith("this run: 4 items in ")
    ended = run(*BULK, "--ids", "-", stdin=b"3\n4\n")
    assert "\nthis run: 1 items in " in ended.out
    assert sandbox.stats().requests == 5
    assert run("status", "job.sqlite").out == ended.out[: ended.out.index("this run")]
    ended = run("export", "job.sqlite", "out.parquet")
    [[count]] = duckdb.read_parquet("out.parquet").aggregate("count(*)").fetchall()
    assert ended == (0, f"{count} rows in out.parquet\n", "")


SEVERAL = ("bulk", "tv_episodes.credits", "--by-series", "--job", "series.sqlite", "--rate", "0")


def test_whole_series_are_fetched_and_verified(run: Run, sandbox: Sandbox) -> None:
    """With a request for ten seasons, and one for each episode of the sample; the table is that of single episodes."""
    ended = run(*SEVERAL, *map(str, range(1, 21)), "--verify", "7")
    assert (ended.status, ended.out.splitlines()[0]) == (0, "tv_episodes.credits, by series in en-US: 20 items")
    assert ended.out.splitlines()[-1] == "verified: 7 answers by themselves, 0 of them differ"
    series = run("export", "series.sqlite", "series.csv")
    with duckdb.connect() as db:
        episodes = "SELECT DISTINCT series_id, season_number, episode_number FROM 'series.csv'"
        [several] = db.execute(f"SELECT count(*) FROM ({episodes})").fetchall()[0]
        items = db.execute(f"{episodes} WHERE series_id = 3").fetchall()
    assert several > 5 * sandbox.stats().requests
    single = run(
        "bulk",
        "tv_episodes.credits",
        "--job",
        "one.sqlite",
        "--rate",
        "0",
        *("/".join(map(str, item)) for item in items),
    )
    assert (series.status, single.status, run("export", "one.sqlite", "one.csv").status) == (0, 0, 0)
    lines = [line for line in Path("series.csv").read_text("utf-8").splitlines() if line.startswith("3,")]
    assert sorted(Path("one.csv").read_text("utf-8").splitlines()[1:]) == sorted(lines)


def test_what_differs_is_told(run: Run, service: Any) -> None:
    """Each with its item, and with exit status 1; also to programs."""
    whole = seasons(1)

    def answer(request: httpx.Request) -> httpx.Response | None:
        return httpx.Response(200, json=whole) if request.url.path == "/3/tv/7" else httpx.Response(200, json={"id": 1})

    service(answer)
    ended = run(*SEVERAL, "7", "--verify", "9")
    assert ended.status == 1
    assert ended.out.splitlines()[-3:] == [
        "verified: 2 answers by themselves, 2 of them differ",
        "  7/1/1: 3 rows stand in what came by series alone, 0 in its own answer alone",
        "  7/1/2: 3 rows stand in what came by series alone, 0 in its own answer alone",
    ]
    ended = run(*SEVERAL, "7", "--verify", "9", "--json")
    assert ended.status == 1
    told = json.loads(ended.out)["verified"]
    assert (told["compared"], [each["item"] for each in told["differences"]]) == (2, [[7, 1, 1], [7, 1, 2]])


def test_a_job_is_told_to_programs(run: Run, service: Any) -> None:
    """With `--json`, as one object of ASCII and nothing else on stdout; the exit status is the same."""
    down = "down \x1b[31m\u202e\u00e9"
    service(lambda request: httpx.Response(503, json={"status_message": down}) if "/3/" in request.url.path else None)
    ended = run(*BULK, "--json", "--language", "de", "1", "2", "--ids", "-", stdin=b"bad\n")
    assert (ended.status, ended.out.count("\n"), ended.out.isascii()) == (1, 1, True)
    told = json.loads(ended.out)
    assert told.pop("seconds") >= 0
    held = {
        "what": "tv_series.credits in de",
        "operation": "tv_series.credits",
        "language": "de",
        "parameters": {},
        "form": "single",
        "items": 2,
        "found": 0,
        "not_found": 0,
        "failed": 2,
        "waiting": 0,
        "gone": 0,
    }
    [failure] = told["status"].pop("failures")
    assert down in failure.pop("message")
    assert failure == {"error": "ServerError", "status": 503, "total": 2, "items": [[1], [2]]}
    assert told == {
        "done": 2,
        "failed": 2,
        "requests": 2,
        "cool_downs": 0,
        "skipped": 1,
        "gave_up": False,
        "stopped": False,
        "status": held,
    }
    ended = run("status", "job.sqlite", "--json")
    assert (ended.status, ended.err) == (0, "")
    told = json.loads(ended.out)
    assert {name: value for name, value in told.items() if name != "failures"} == held
    assert [kind["total"] for kind in told["failures"]] == [2]
    run("bulk", "discover.tv", "--job", "other.sqlite", "--with-genres", "18|80", "--all-pages", "--json")
    told = json.loads(run("status", "other.sqlite", "--json").out)
    assert (told["form"], told["parameters"]) == ("pages", {"with_genres": "18|80"})


def test_a_job_is_shown_on_a_page(run: Run, sandbox: Sandbox) -> None:
    """Of a series that may be chosen; what cannot be shown is said, and nothing is written."""
    job = ("--job", "job.sqlite", "--rate", "0")
    assert run("bulk", "tv_episodes.credits", *job, "1396/1/1", "1396/1/2", "1399/1/1").status == 0
    ended = run("report", "job.sqlite", "report.html")
    assert ended == (0, "The report on tv_episodes.credits in en-US is in report.html\n", "")
    assert "Aaron Paul" in Path("report.html").read_text(encoding="utf-8")
    assert run("report", "job.sqlite", "report.html", "--series", "1399").status == 0
    assert "Series 1399, episode by episode" in Path("report.html").read_text(encoding="utf-8")
    ended = run("report", "job.sqlite", "other.html", "--series", "7")
    assert (ended.status, ended.out) == (1, "")
    assert "has no credits of episodes of the series 7" in ended.err
    assert run("report", "job.sqlite", "other.sqlite").status == 2
    assert not [*Path().glob("other*")]


def test_a_job_without_new_items_continues(run: Run, sandbox: Sandbox) -> None:
    """What is left of it is fetched: a limit says how much at a time."""
    assert "waiting    3" in run(*BULK, "1", "2", "3", "4", "--limit", "1").out
    assert "waiting    1" in run(*BULK, "--limit", "2").out
    ended = run(*BULK)
    assert "waiting    0" in ended.out
    assert ended.status == 0


def test_the_exit_status_is_about_what_was_asked_for(run: Run, service: Any) -> None:
    """What a limit leaves is no failure; what failed is one until it has its answer."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/3/credits"):
            return httpx.Response(500)
        return found(request)

    service(answer)
    assert run(*BULK, "1", "2", "3", "4", "--limit", "2").status == 0
    assert run(*BULK, "--limit", "1").status == 1
    ended = run(*BULK, "--limit", "1")
    assert "this run: 1 items" in ended.out
    assert ", 0 of them failed" in ended.out
    assert ended.status == 1


@pytest.mark.parametrize(("options", "rate", "most"), [((), 40, 20), (("--rate", "7.5", "--concurrency", "3"), 7.5, 3)])
def test_the_limits_are_those_of_the_client(
    run: Run, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], rate: float, most: int
) -> None:
    """Or those that are asked for; 0 is no pace, as `max_rate=None` is."""
    given: list[dict[str, Any]] = []

    def client(**options: Any) -> TMDB:
        given.append(options)
        http = httpx.AsyncClient(transport=httpx.MockTransport(lambda request: httpx.Response(404)))
        return TMDB(TOKEN, http_client=http, **options)

    monkeypatch.setattr(app, "TMDB", client)
    run("bulk", "tv_series.credits", "--job", "job.sqlite", "1", *options)
    assert given == [{"max_rate": rate, "max_concurrency": most}]
    if not options:
        defaults = inspect.signature(TMDB).parameters
        assert given == [{name: defaults[name].default for name in ("max_rate", "max_concurrency")}]
    run(*BULK, "1")
    assert given[1]["max_rate"] is None


def test_bad_lines_are_told_and_skipped(run: Run, sandbox: Sandbox) -> None:
    """Each with its number and its text, and their number in the summary."""
    ended = run(*BULK, "--ids", "-", stdin=b"1\nabc\n2 3\n4\n")
    assert ended.status == 0
    assert ended.err == (
        "line 2: 'abc': series_id must be an integer\n"
        "line 3: '2 3': tv_series.credits takes series_id, and not 2 values\n"
    )
    assert ended.out.endswith("; 2 lines of the input skipped\n")
    assert sandbox.stats().requests == 2


def test_an_input_without_any_item_is_refused(run: Run, sandbox: Sandbox) -> None:
    """It is another file than was meant; where the job has items, it goes on with these."""
    ended = run(*BULK, "--ids", "-", stdin="1\n2\n".encode("utf-16"))
    assert ended.status == 2
    assert "there are no items in the input" in ended.err
    assert run(*BULK, "1", "2", "--limit", "1").status == 0
    ended = run(*BULK, "--ids", "-", stdin=b"what\n")
    assert (ended.status, sandbox.stats().requests) == (0, 2)


def test_how_far_the_input_is_read_is_told(run: Run, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every ten seconds, as there are inputs that take minutes; here always."""
    monkeypatch.setattr(progress, "_LINE", 0)
    monkeypatch.setattr(progress, "_LOOK", 2)
    assert list(progress.told("abcde")) == [*"abcde"]
    ended = run(*BULK, "--ids", "-", "--limit", "1", stdin=b"1\n2\n3\n")
    assert ended.err.endswith("0 items read\n2 items read\n")


def test_bad_lines_are_refused_where_that_is_asked_for(run: Run, sandbox: Sandbox) -> None:
    """All of them are told, nothing is sent, and nothing is added to the job."""
    ended = run(*BULK, "--strict", "--ids", "-", stdin=b"1\nabc\n2 3\n4\n")
    assert ended.status == 2
    assert ended.err.startswith("line 2: 'abc'")
    assert "2 lines of the input are bad, and nothing was sent" in ended.err
    assert sandbox.stats().requests == 0
    assert "0 items" in run("status", "job.sqlite").out


def test_the_language_of_a_job_is_that_of_the_environment(
    run: Run, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no option says another; a job never has two."""
    monkeypatch.setenv("TMDB_LANGUAGE", "pt-BR")
    assert run(*BULK, "1").out.startswith("tv_series.credits in pt-BR: ")
    ended = run(*BULK, "1", "--language", "de-DE")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("tmdb-async: job.sqlite is a job of tv_series.credits in pt-BR: give another file")


def test_an_operation_without_a_language_ignores_that_of_the_environment(
    run: Run, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is set for the others."""
    monkeypatch.setenv("TMDB_LANGUAGE", "pt-BR")
    out = run("bulk", "tv_series.keywords", "--job", "job.sqlite", "--rate", "0", "1").out
    assert out.startswith("tv_series.keywords: 1 items")


def test_items_that_failed_are_summed_up(run: Run, service: Any) -> None:
    """By kind, with the first three of each; exit status 1, and the next run tries them again."""
    service(lambda request: httpx.Response(503, json={"status_code": 9, "status_message": "Off\x1b[31m\nline."}))
    ended = run(*BULK, "1", "2", "3", "4")
    assert ended.status == 1
    [words] = [line for line in ended.out.splitlines() if "ServerError" in line]
    assert words.startswith("  4 x ServerError, HTTP 503, such as 1, 2, 3: tv_series.credits: Off [31m line.")
    assert ", 4 of them failed; " in ended.out
    service(found)
    ended = run(*BULK)
    assert ended.status == 0
    assert "ServerError" not in ended.out


def test_items_without_any_answer_are_summed_up(run: Run, service: Any) -> None:
    """Where there is no status, none is told."""

    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    service(refuse)
    assert "  1 x APIConnectionError, such as 7: tv_series.credits: No answer" in run(*BULK, "7").out


def test_a_refused_credential_ends_the_job(run: Run, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """With TMDB's words, and exit status 1."""
    monkeypatch.setenv("TMDB_ACCESS_TOKEN", "another")
    ended = run(*BULK, *map(str, range(1, 100)))
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("tmdb-async: tv_series.credits: Invalid API key")
    assert sandbox.stats().requests <= 20


def test_a_session_is_not_in_the_job(run: Run, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in the file nor in those beside it; nor is the token."""
    monkeypatch.setenv("TMDB_SESSION_ID", SESSION)
    assert run("bulk", "tv_seasons.account_states", "--job", "job.sqlite", "1399/1").status == 0
    for path in Path().iterdir():
        assert SESSION.encode() not in path.read_bytes()
        assert TOKEN.encode() not in path.read_bytes()


@pytest.mark.parametrize("arguments", [["status", "job.sqlite"], ["export", "job.sqlite", "out.csv"]])
def test_a_file_that_is_no_job_is_told(run: Run, arguments: list[str]) -> None:
    """In one line, with exit status 1 and without a traceback."""
    ended = run(*arguments)
    assert ended == (1, "", "tmdb-async: There is no job file job.sqlite\n")
    Path("job.sqlite").write_text("something else " * 100, encoding="utf-8")
    ended = run(*arguments)
    assert ended == (1, "", "tmdb-async: job.sqlite cannot be used: file is not a database\n")


def test_a_table_of_another_kind_is_bad_usage(run: Run, sandbox: Sandbox) -> None:
    """The message names those that there are."""
    run(*BULK, "1")
    ended = run("export", "job.sqlite", "out.xlsx")
    assert ended.status == 2
    assert "out.xlsx must end in .jsonl, .csv, .parquet" in ended.err


# Daily exports


EXPORT = b'{"id":1,"original_name":"a"}\n{"id":2,"original_name":"b"}\n{"id":"?","original_name":"%b"}\n' % (
    b"x" * 2**17
)


@pytest.fixture
def daily(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A host that has the daily export of the 9th of February."""
    body = gzip.compress(EXPORT)
    answer = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                connection, _ = server.accept()
                with connection:
                    if not (head := connection.recv(2**16)):
                        return
                    there = b"02_09_2026" in head
                    connection.sendall(answer if there else b"HTTP/1.1 403 No\r\nConnection: close\r\n\r\n")

        thread = threading.Thread(target=serve)
        thread.start()
        monkeypatch.setenv("TMDB_EXPORTS_URL", f"http://127.0.0.1:{server.getsockname()[1]}")
        yield
        socket.create_connection(server.getsockname()).close()
        thread.join()


@pytest.mark.usefixtures("daily")
def test_a_daily_export_is_printed(run: Run) -> None:
    """Whole, on stdout, and its day on stderr."""
    ended = run("exports", "tv_series", "--date", "2026-02-09")
    assert ended == (0, EXPORT.decode(), "The daily export of tv_series of 2026-02-09\n")


@pytest.mark.usefixtures("daily")
def test_a_job_takes_its_items_from_a_daily_export(run: Run, sandbox: Sandbox) -> None:
    """Straight, together with others, and of the day that is asked for; what is no item is skipped or refused."""
    of_day = (*BULK, "--from-export", "tv_series", "--date", "2026-02-09", "7")
    assert run(*of_day, "--strict").status == 2
    assert sandbox.stats().requests == 0
    ended = run(*of_day)
    assert (ended.status, sandbox.stats().requests) == (0, 3)
    assert ended.out.startswith("tv_series.credits in en-US: 3 items\n  found      3\n")
    assert ended.out.endswith("; 1 lines of the input skipped\n")


# Under somebody's eyes


async def fails_first(request: httpx.Request) -> httpx.Response:
    """Answer after a tenth of a second, and not the first item."""
    await asyncio.sleep(0.1)
    if request.url.path.endswith("/1/credits"):
        return httpx.Response(500)
    return found(request)


@pytest.mark.parametrize("terminal", [None, "dumb"])
def test_without_a_terminal_there_is_a_line_now_and_then(
    run: Run, service: Any, monkeypatch: pytest.MonkeyPatch, terminal: str | None
) -> None:
    """Every ten seconds; here every tenth of a second."""
    assert progress._LINE == 10
    monkeypatch.setattr(progress, "_LINE", 0.1)
    monkeypatch.setattr(progress, "_REFRESH", 0.05)
    if terminal is not None:  # which cannot draw a line again
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("TERM", terminal)
    service(fails_first)
    ended = run(*BULK, *map(str, range(1, 9)), "--concurrency", "1")
    lines = ended.err.splitlines()
    assert len(lines) >= 2
    for line in lines:
        assert re.fullmatch(
            r"\d of 8 done, [01] failed, (-|\d+\.\d) a second, 0 cool-downs, time left (unknown|\d:\d\d:\d\d)", line
        )
    assert ", 1 failed, " in lines[-1]
    assert not lines[-1].endswith("unknown")
    assert ", - a second" not in lines[-1]


def test_a_cool_down_is_shown_with_its_seconds(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """As long as it lasts: who watches knows why nothing happens."""
    monkeypatch.setattr(progress, "_LINE", 0.1)
    monkeypatch.setattr(progress, "_REFRESH", 0.05)
    with Sandbox(max_rate=3) as slow:
        monkeypatch.setenv("TMDB_BASE_URL", slow.url)
        monkeypatch.setenv("TMDB_ACCESS_TOKEN", TOKEN)
        ended = run(*BULK, "--rate", "0", "1", "2", "3", "4")
    assert ended.status == 0
    assert "3 of 4 done, 0 failed" in ended.err
    assert " 1 cool-downs (1 s left), time left " in ended.err


def test_on_a_terminal_the_progress_is_live(run: Run, service: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line that is drawn again, with what is done and what failed, the rate, the cool-downs and the time left."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    drawn = {"TextColumn": "-/s", "TimeRemainingColumn": "-:--:--"}

    def note(name: str) -> None:
        column: Any = getattr(progress, name)

        def render(self: Any, task: Any) -> Any:
            text = column.render(self, task)
            drawn[name] = text.plain
            return text

        monkeypatch.setattr(progress, name, type(name, (column,), {"render": render}))

    async def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/8/credits"):  # when the line was seen as a whole, however slow the machine is
            async with asyncio.timeout(60):
                while "-/s" in drawn["TextColumn"] or "-" in drawn["TimeRemainingColumn"]:
                    await asyncio.sleep(0.05)
        return await fails_first(request)

    for name in drawn:
        note(name)
    service(answer)
    ended = run(*BULK, *map(str, range(1, 9)), "--concurrency", "1")
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", ended.err)
    assert re.search(r" [3-7]/8 1 failed  \d+\.\d/s  0 cool-downs \d:\d\d:\d\d", plain)
    assert " 8/8 1 failed " in plain
    assert "of 8 done" not in plain


def interrupt(
    sandbox: Sandbox, after: int, times: int, monkeypatch: pytest.MonkeyPatch, number: signal.Signals = signal.SIGINT
) -> threading.Thread:
    """Press Ctrl-C, or send another signal, when so many requests have come, and again once that was noticed: the
    system makes one signal of two where the first still waits for a busy program.
    """
    noticed = threading.Event()
    stop = jobs.Run.stop

    def note(run: jobs.Run) -> None:
        stop(run)
        noticed.set()

    monkeypatch.setattr(jobs.Run, "stop", note)

    def press() -> None:
        deadline = time.monotonic() + 10
        while sandbox.stats().requests < after and time.monotonic() < deadline:
            time.sleep(0.005)
        for _ in range(times):
            signal.pthread_kill(threading.main_thread().ident or 0, number)
            noticed.wait(10)

    thread = threading.Thread(target=press)
    thread.start()
    return thread


@pytest.mark.parametrize("ending", [(1, 0.1), (2, 2.0)])
@pytest.mark.parametrize(("number", "name"), [(signal.SIGINT, "Ctrl-C"), (signal.SIGTERM, "SIGTERM")])
def test_ctrl_c_or_sigterm_stops_the_run(
    run: Run, monkeypatch: pytest.MonkeyPatch, ending: tuple[int, float], number: signal.Signals, name: str
) -> None:
    """Once: what is in flight gets its answer. Twice: it ends at once. Either way the summary, and the signal's exit
    status.
    """
    times, latency = ending
    before = signal.getsignal(number)
    with Sandbox(latency=latency, max_rate=None) as slow:
        monkeypatch.setenv("TMDB_BASE_URL", slow.url)
        monkeypatch.setenv("TMDB_ACCESS_TOKEN", TOKEN)
        thread = interrupt(slow, 10, times, monkeypatch, number)
        ended = run(*BULK, *map(str, range(1, 200)), "--concurrency", "10")
        thread.join()
    assert ended.status == 128 + number
    assert ended.err == f"Finishing what is in flight; {name} again stops at once.\n"
    assert signal.getsignal(number) is before
    with Job.read("job.sqlite") as job:
        status = job.status()
    assert (status.found, status.failed) == (10 if times == 1 else 0, 0)
    assert f"  waiting    {status.waiting}\n" in ended.out


def test_during_a_pause_a_signal_ends_the_run_at_once(run: Run, service: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is in flight that would be finished. The progress says that it pauses, and until when."""
    monkeypatch.setattr(progress, "_LINE", 0.1)
    monkeypatch.setattr(progress, "_REFRESH", 0.05)
    requests = 0

    def refuse(request: httpx.Request) -> httpx.Response:
        nonlocal requests
        requests += 1
        return httpx.Response(503)

    def press() -> None:
        deadline = time.monotonic() + 10
        while requests < 50 and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(0.3)
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)

    service(refuse)
    thread = threading.Thread(target=press)
    thread.start()
    ended = run(*BULK, *map(str, range(1, 200)), "--concurrency", "1")
    thread.join()
    assert ended.status == 143
    assert "50 of 199 done, 50 failed, " in ended.err
    assert ended.err.splitlines()[-1].endswith(", paused, next try in 5 s")
    assert "Finishing" not in ended.err
    assert "  failed     50\n  waiting    149\n" in ended.out


def test_a_pause_ends_where_that_is_asked_for(run: Run, service: Any) -> None:
    """After so many minutes, with the summary and exit status 1."""
    service(lambda _: httpx.Response(503))
    began = time.monotonic()
    ended = run(*BULK, *map(str, range(1, 200)), "--concurrency", "1", "--give-up-after", "0.002")
    assert time.monotonic() - began < 4
    assert (ended.status, ended.err) == (1, "Gave up: nothing succeeded any more. The same command continues.\n")
    assert "  failed     50\n  waiting    149\n" in ended.out


def test_ctrl_c_counts_also_where_nothing_is_left(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever presses it learns that it was noticed."""
    with Sandbox(latency=0.5, max_rate=None) as slow:
        monkeypatch.setenv("TMDB_BASE_URL", slow.url)
        monkeypatch.setenv("TMDB_ACCESS_TOKEN", TOKEN)
        thread = interrupt(slow, 2, 1, monkeypatch)
        ended = run(*BULK, "1", "2")
        thread.join()
    assert ended.status == 130
    assert "  found      2\n" in ended.out


def test_ctrl_c_while_the_input_is_read_ends_the_command(run: Run, sandbox: Sandbox) -> None:
    """Nothing was sent, and nothing is in the job."""
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stdin, os.fdopen(writing, "wb") as pipe:
        pipe.write(b"1\n")
        pipe.flush()
        timer = threading.Timer(0.3, signal.pthread_kill, (threading.main_thread().ident or 0, signal.SIGINT))
        timer.start()
        ended = run(*BULK, "--ids", f"/dev/fd/{stdin.fileno()}")
        timer.join()
    assert ended.status == 130
    assert sandbox.stats().requests == 0
    with Job.read("job.sqlite") as job:
        assert job.status().items == 0


# The command itself


def test_the_sandbox_is_a_command_too(run: Run) -> None:
    """With the options that it has of its own."""
    ended = run("sandbox", "--help")
    assert ended.status == 0
    assert ended.out.startswith("usage: tmdb-async sandbox [-h]")
    assert "--latency" in ended.out
    assert str(PORT) in ended.out


@pytest.mark.parametrize("command", [["-m", "tmdb_async"], [str(Path(sys.executable).with_name("tmdb-async"))]])
def test_the_package_is_the_command(command: list[str]) -> None:
    """`python -m tmdb_async` and the script `tmdb-async` are the same."""
    assert import_module("tmdb_async.__main__").main is main
    ended = subprocess.run([sys.executable, *command, "operations"], capture_output=True, text=True, check=True)
    assert "tv_series.credits SERIES_ID" in ended.stdout


@pytest.mark.parametrize("missing", ["typer", "rich"])
def test_without_its_extra_the_command_says_what_to_install(missing: str) -> None:
    """In one line, and with exit status 1: the library itself needs neither."""
    program = f"import sys; sys.modules[{missing!r}] = None; from tmdb_async.cli import main; sys.exit(main([]))"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == f"The command needs {missing}: pip install 'tmdb-async[cli]'\n"


def test_a_missing_extra_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a traceback."""
    monkeypatch.delitem(sys.modules, "tmdb_async.cli.app")
    monkeypatch.delattr("tmdb_async.cli.app")
    monkeypatch.setitem(sys.modules, "typer", None)
    assert main([]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_module_that_is_missing_otherwise_is_no_such_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong with an installation is not hidden."""
    monkeypatch.delitem(sys.modules, "tmdb_async.cli.app")
    monkeypatch.delattr("tmdb_async.cli.app")
    monkeypatch.setitem(sys.modules, "msgspec", None)
    monkeypatch.setitem(sys.modules, "tmdb_async.jobs", None)
    with pytest.raises(ModuleNotFoundError):
        main([])


def test_an_error_of_a_job_is_told_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever command it ends."""

    def broken() -> None:
        raise JobError("words")

    monkeypatch.setattr(app, "operations", broken)
    assert run("operations") == (1, "", "tmdb-async: words\n")


def shell(line: str, **environment: str) -> Ended:
    """Run a line of a shell in which `tmdb-async` is the command."""
    line = f'tmdb-async() {{ "{sys.executable}" -m tmdb_async "$@"; }}\n{line}'
    ended = subprocess.run(["bash", "-c", line], capture_output=True, check=False, env={**os.environ, **environment})
    return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


@pytest.mark.skipif(sys.platform == "win32", reason="it is a shell's syntax")
@pytest.mark.usefixtures("sandbox")
def test_what_is_read_and_written_may_be_closed(tmp_path: Path) -> None:
    """A message, or none, and never a traceback."""
    ended = shell(f"tmdb-async bulk tv_series.credits --job {tmp_path}/job.sqlite --ids - <&-")
    assert ended == (1, "", "tmdb-async: There is no input: stdin is closed\n")
    assert shell("tmdb-async operations >&-") == (0, "", "")
    assert shell("set -o pipefail; tmdb-async operations | true").err == ""
    if Path("/dev/full").exists():
        ended = shell("tmdb-async operations >/dev/full")
        assert ended == (1, "", "tmdb-async: [Errno 28] No space left on device\n")


def test_an_input_that_is_closed_is_told(run: Run, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line; nothing is sent."""
    monkeypatch.setattr(inputs, "sys", SimpleNamespace(stdin=None))
    assert run(*BULK, "--ids", "-") == (1, "", "tmdb-async: There is no input: stdin is closed\n")
    assert sandbox.stats().requests == 0


def test_an_output_that_fails_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line, and it is written to no more."""

    class Full(BytesIO):
        def flush(self) -> None:
            raise OSError(errno.ENOSPC, "No space left")

        def fileno(self) -> int:
            return 77

    given_up: list[int] = []
    monkeypatch.setattr(os, "dup2", lambda _, number: given_up.append(number))
    monkeypatch.setattr(sys, "stdout", Full())
    monkeypatch.setattr(app, "operations", sys.stdout.flush)
    assert run("operations") == (1, "", f"tmdb-async: [Errno {errno.ENOSPC}] No space left\n")
    assert given_up == [77]


def test_an_output_that_is_closed_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing else comes of a command."""
    monkeypatch.setattr(sys, "stdout", None)
    assert run("exports", "tv_series") == (1, "", "tmdb-async: There is no output: stdout is closed\n")


@pytest.mark.skipif(sys.platform == "win32", reason="it is a shell's syntax")
@pytest.mark.usefixtures("sandbox")
def test_an_encoding_that_lacks_a_letter_stops_nothing() -> None:
    """That of a terminal may be an old one."""
    ended = shell("tmdb-async call tv_episodes.credits 1396 1 1", PYTHONIOENCODING="ascii", COLUMNS="200")
    assert (ended.status, ended.err) == (0, "")
    assert "Walter White" in ended.out


def test_ctrl_c_before_anything_began_ends_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes a moment to import everything."""

    class Interrupted:
        def find_spec(self, name: str, *_: Any) -> None:
            if name == "tmdb_async.cli.app":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "tmdb_async.cli.app")
    monkeypatch.delattr("tmdb_async.cli.app")
    monkeypatch.setattr(sys, "meta_path", [Interrupted(), *sys.meta_path])
    assert main([]) == 130
