from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.faults.soak import Peer, Soak, served_to
from tmdb_async.calls import retry

# One worker starts the runs once, and waits for them.
pytestmark = [pytest.mark.xdist_group("soak"), pytest.mark.unmeasured]

ITEMS = {"asyncio": 10_000, "aiohttp": 10_000, "trio": 1000}
OPTIONS = {"aiohttp": ("--transport", "aiohttp")}


@pytest.fixture(scope="module")
def runs() -> Iterator[dict[str, subprocess.Popen[str]]]:
    """All at the same time, and each in a process of its own: its memory is the client's alone, and coverage does not
    make it twice as slow.
    """
    with ExitStack() as stack:
        processes = {}
        for backend, items in ITEMS.items():
            options = OPTIONS.get(backend, ("--backend", backend))
            command = [sys.executable, "-m", "tests.faults.soak", "--items", str(items), *options]
            process = subprocess.Popen(
                command, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
            )
            processes[backend] = stack.enter_context(process)
            stack.callback(process.kill)
        yield processes


@pytest.mark.usefixtures("runs")
@pytest.mark.asyncio
async def test_a_client_that_gives_up_too_early_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The soak can fail: it names the seed, the item, what the item was to be served and what came of it."""
    item = next(item for item in range(1, 1000) if served_to(7, item)[0] == "503")
    monkeypatch.setattr(retry, "_STATUSES", retry._STATUSES - {503})
    with Peer(7) as peer:
        soak = Soak(peer)
        await soak.run(lambda items: items < item)
    assert soak.items == soak.outcomes.total() == item
    told = f"seed 7: item {item}, which was to be served {served_to(7, item)}: ServerError of "
    assert [problem for problem in soak.problems if problem.startswith(told) and "attempts: 1, not " in problem]


@pytest.mark.parametrize("backend", ["trio", "aiohttp", "asyncio"])
def test_a_bulk_run_among_all_faults_accounts_for_every_item(
    runs: dict[str, subprocess.Popen[str]], backend: str
) -> None:
    """Over thousands of items, on a server that mixes all faults at random: each item has the one outcome that the
    server's answers make of it, those that could succeed did, memory does not grow, and nothing is left open.
    """
    output, _ = runs[backend].communicate()
    assert runs[backend].returncode == 0, output
    assert f"\n{ITEMS[backend]} items in " in output
    assert "every item as it should be" in output
    assert backend == "trio" or "every fault was injected" in output
