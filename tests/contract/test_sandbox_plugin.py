from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

TESTS = """
import threading

import httpx
import pytest

urls = []


def test_before():
    assert "tmdb-sandbox" not in {thread.name for thread in threading.enumerate()}


@pytest.mark.parametrize("turn", [1, 2])
def test_with_it(tmdb_sandbox, turn):
    assert tmdb_sandbox.stats().requests == 0
    headers = {"Authorization": f"Bearer {tmdb_sandbox.token}"}
    assert httpx.get(f"{tmdb_sandbox.url}/3/tv/1399/credits", headers=headers).status_code == 200
    assert tmdb_sandbox.stats().requests == 1
    urls.append(tmdb_sandbox.url)
    assert len(set(urls)) == 1
"""


@pytest.mark.unmeasured
def test_tests_share_one_sandbox_with_counts_of_their_own(pytester: pytest.Pytester) -> None:
    """The server is started by the first test that asks for it, and each test begins with nothing counted."""
    pytester.makepyfile(TESTS)
    # A process of its own, since this session may have started its sandbox already.
    result = pytester.runpytest_subprocess("-o", "asyncio_default_fixture_loop_scope=function", "-W", "error")
    result.assert_outcomes(passed=3)


def test_a_test_has_a_sandbox_of_which_nothing_is_left(pytester: pytest.Pytester) -> None:
    """It is there before the test, with nothing counted, and gone with the session."""
    pytester.makepyfile("def test_with_it(tmdb_sandbox): assert tmdb_sandbox.stats().requests == 0")
    threads = threading.active_count()
    result = pytester.runpytest_inprocess("-o", "asyncio_default_fixture_loop_scope=function", "-W", "error")
    result.assert_outcomes(passed=1)
    assert threading.active_count() == threads


@pytest.mark.parametrize("module", ["tmdb_async.sandbox", "tmdb_async.sandbox.plugin"])
def test_importing_it_imports_no_server(module: str) -> None:
    """Pytest imports the plugin in every run, also where the extra is not installed."""
    program = f"import sys, {module}; print({{'starlette', 'uvicorn', 'tmdb_async.sandbox.app'}} & sys.modules.keys())"
    run = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, cwd=ROOT)
    assert run.stdout == "set()\n"
