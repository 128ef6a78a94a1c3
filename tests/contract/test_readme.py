from __future__ import annotations

import asyncio
import inspect
import logging
import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import httpx
import pytest

import tmdb_async
from tmdb_async import TMDB
from tmdb_async.sandbox import Sandbox

from .conftest import ROOT, generated_operations

README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


def run(example: str, **names: Any) -> Callable[[], Coroutine[Any, Any, None]]:
    """Return an example that stands inside an `async def` as a coroutine function."""
    source = "async def main():\n" + textwrap.indent(example, "    ")
    names |= {name: getattr(tmdb_async, name) for name in tmdb_async.__all__}
    exec(compile(source, "README.md", "exec"), names)
    main: Callable[[], Coroutine[Any, Any, None]] = names["main"]
    return main


@pytest.mark.asyncio
async def test_the_bulk_example_works(tmdb_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the README shows runs as it stands, with the reader's own functions beside it."""
    monkeypatch.setenv("TMDB_ACCESS_TOKEN", tmdb_sandbox.token)
    monkeypatch.setenv("TMDB_BASE_URL", tmdb_sandbox.url)
    stored: dict[Any, Any] = {}
    reported: dict[Any, Any] = {}
    [example] = [example for example in EXAMPLES if "tmdb.bulk" in example]
    await run(example, series_ids=[1399, 404], store=stored.__setitem__, report=reported.__setitem__)()
    assert stored[(1399,)].cast[0].character == "Tyrion Lannister"
    assert isinstance(reported[(404,)], tmdb_async.NotFoundError)


@pytest.mark.asyncio
async def test_the_configuration_example_works(tmdb_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """The arguments that the README shows are accepted."""
    monkeypatch.setenv("TMDB_ACCESS_TOKEN", tmdb_sandbox.token)
    monkeypatch.setenv("TMDB_BASE_URL", tmdb_sandbox.url)
    [example] = [example for example in EXAMPLES if "with_options" in example]
    await run(f"{example}\nawait tmdb.aclose()", session="abc")()


def test_the_example_of_a_job_works(tmdb_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What the README shows of `tmdb_async.jobs` runs as it stands."""
    monkeypatch.setenv("TMDB_ACCESS_TOKEN", tmdb_sandbox.token)
    monkeypatch.setenv("TMDB_BASE_URL", tmdb_sandbox.url)
    monkeypatch.chdir(tmp_path)
    [example] = [example for example in EXAMPLES if "Job.open" in example]
    asyncio.run(run(example, series_ids=[1399, 404])())
    assert "Tyrion Lannister" in Path("credits.csv").read_text(encoding="utf-8")


@pytest.mark.unmeasured
def test_an_overnight_job_goes_as_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The commands run as they stand, with fewer series, and print what is shown: but for the numbers."""
    section = README[README.index("## An overnight job") : README.index("## Configuration")]
    steps = re.findall(r"^\$ (.*)\n((?:(?!\$ |```).*\n)*)", section, re.MULTILINE)
    assert len(steps) == 17
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    with Sandbox(latency=0.2, max_rate=None) as sandbox:
        monkeypatch.setenv("TMDB_BASE_URL", sandbox.url)
        monkeypatch.setenv("TMDB_ACCESS_TOKEN", sandbox.token)
        monkeypatch.setenv("TMDB_EXPORTS_URL", sandbox.url)
        for command, shown in steps:
            few, expected = command.replace("5000", "400").replace("sleep 4", "sleep 2"), shown
            # A few series, and none of those that the daily export has beside them.
            if "all.sqlite" in command:
                few = re.sub(r"--from-export .*%F\)", "$(seq 200)", few).replace(
                    "sync tv_series", "sync tv_series --no-export"
                )
                expected = re.sub(r"(in the daily export|  gone ).*\n", "", shown)
            printed = subprocess.run(
                ["bash", "-c", few], cwd=tmp_path, stdout=subprocess.PIPE, text=True, check="kill" not in command
            ).stdout
            assert shape(printed) == shape(expected), few


def shape(text: str) -> list[str]:
    """The words of a text, without its numbers and its drawing."""
    return re.sub(r"\d[\d.]*", "0", re.sub(r"[─-╿]", " ", text)).split()


def test_the_testing_example_works(pytester: pytest.Pytester) -> None:
    """The test that the README shows, saved as a file, passes with pytest's defaults."""
    [example] = [example for example in EXAMPLES if "test_my_code" in example]
    pytester.makepyfile(example)
    pytester.runpytest_subprocess("-o", "asyncio_default_fixture_loop_scope=function").assert_outcomes(passed=1)


@pytest.mark.parametrize("page", ["README.md", "SECURITY.md"])
def test_what_shows_a_promise_exists(page: str) -> None:
    """Each promise names the test that shows it: a file and perhaps a test in it, and both are there."""
    tests = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", (ROOT / page).read_text(encoding="utf-8"))
    assert len(tests) > 5
    for file, test in tests:
        source = (ROOT / file).read_text(encoding="utf-8")
        assert f"def {test}(" in source or not test, f"{file}::{test}"


@pytest.mark.asyncio
async def test_the_log_lines_are_those_of_the_readme(caplog: pytest.LogCaptureFixture) -> None:
    """What the README shows of the log is what a call logs that is refused once, but for the milliseconds."""
    caplog.set_level(logging.DEBUG, logger="tmdb_async")
    answers = [httpx.Response(429), httpx.Response(200, json={"id": 1, "cast": [], "crew": []})]
    async with httpx.AsyncClient(transport=httpx.MockTransport(lambda _: answers.pop(0))) as client:
        await TMDB("token", http_client=client).tv_series.credits(1)
    messages = [record.getMessage() for record in caplog.records if record.name == "tmdb_async"]
    shown = [line for line in README.splitlines() if line.startswith("tv_series.credits: ")]
    assert len(shown) == 3
    assert [re.sub(r"\d+ ms", "ms", line) for line in messages] == [re.sub(r"\d+ ms", "ms", line) for line in shown]


def test_the_table_of_arguments_is_complete() -> None:
    """Every argument of the client stands in the README's table, with its default."""
    rows = {
        name: default
        for names, default in re.findall(r"^\| ((?:`\w+`(?:, )?)+) \| (.*?) \|", README, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", names)
    }
    arguments = inspect.signature(TMDB).parameters
    assert set(arguments) <= set(rows)
    assert rows["max_concurrency"] == f"{arguments['max_concurrency'].default} in flight"
    assert rows["max_rate"] == f"{arguments['max_rate'].default:g} a second"
    assert rows["max_retries"] == str(arguments["max_retries"].default)
    assert rows["timeout"] == f"{arguments['timeout'].default:g} s"


def test_the_tree_of_errors_is_complete() -> None:
    """Every exception of the package stands in the README's tree."""
    tree = README[README.index("TMDBError ") : README.index("`.status` is the HTTP status")]
    assert set(re.findall(r"\b\w+Error\b", tree)) == {name for name in tmdb_async.__all__ if name.endswith("Error")} | {
        "ValueError"
    }


def test_the_page_of_operations_is_complete() -> None:
    """Every operation that is generated stands in a row of its page, with its arguments and TMDB's own name."""
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    for operation in generated_operations().values():
        names = [name if each.required else f"{name}=..." for name, each in operation.parameters.items()]
        [row] = [row for row in page.splitlines() if f"`tmdb.{operation.name}({', '.join(names)})`" in row]
        assert "https://developer.themoviedb.org/reference/" in row


@pytest.mark.asyncio
@pytest.mark.parametrize("words", ["search.multi", "paginate(", "append_to_response", "sign_in()"])
async def test_an_example_of_a_client_works(
    tmdb_sandbox: Sandbox, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    """It runs as it stands, with a client and a user who approves."""
    [example] = [example for example in EXAMPLES if words in example]
    async with TMDB(tmdb_sandbox.token, base_url=tmdb_sandbox.url) as tmdb:
        await run(example, tmdb=tmdb, input=lambda words: "")()
    assert capsys.readouterr().out
