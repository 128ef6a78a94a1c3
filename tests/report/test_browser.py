"""What a browser makes of a page: `make check-report`, which says in CHROMIUM which one."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest

from tmdb_async.jobs import Job, report
from tmdb_async.jobs.reports import page as pages

from .jobs import HOSTILE, Page, hostile_job

CHROMIUM = os.environ.get("CHROMIUM")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no browser: make check-report")

OWN = "tv_episodes.credits in en-US: report"


# Who asks where a browser does so by itself, as for the time.
_ITSELF = "not an origin"


class Seen(NamedTuple):
    page: Page
    """The page as it stands once everything that would run has run."""
    console: list[str]
    """What the browser complains of."""
    requested: set[str]
    """What it would have fetched, but for the page itself."""


@contextmanager
def server() -> Iterator[tuple[str, list[str]]]:
    """Serve a host that a page must not ask, and tell what it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{running.server_port}", asked
        finally:
            running.shutdown()
            thread.join()


def see(file: Path, folder: Path) -> Seen:
    """Open a file as a person would, and wait for all that could happen in five seconds."""
    log = folder / "net.json"
    ended = subprocess.run(
        [
            *(str(CHROMIUM), "--headless", "--disable-gpu", "--disable-dev-shm-usage"),
            *(["--no-sandbox"] if os.geteuid() == 0 else []),  # which it demands of root
            *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"),
            *("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", f"--user-data-dir={folder / 'profile'}"),
            *("--enable-logging=stderr", f"--log-net-log={log}", "--virtual-time-budget=5000", "--dump-dom"),
            file.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    console = [line for line in ended.stderr.decode("utf-8", "replace").splitlines() if ":CONSOLE" in line]
    noted = json.loads(log.read_text(encoding="utf-8"))
    requests = [event["params"] for event in noted["events"] if "initiator" in event.get("params", {})]
    requested = {request["url"] for request in requests if request["initiator"] != _ITSELF}
    return Seen(Page(ended.stdout.decode("utf-8")), console, requested)


def write(tmp_path: Path, url: str) -> Path:
    file = hostile_job(tmp_path / "job.sqlite", url)
    with Job.read(file) as job:
        report(job, tmp_path / "report.html")
    return tmp_path / "report.html"


def title_of(page: Page) -> str:
    return page.texts[page.texts.index(OWN)] if OWN in page.texts else ""


def test_the_browser_would_tell_what_ran(tmp_path: Path) -> None:
    """A script, an error in it and a request are noticed, or what follows would prove nothing."""
    with server() as (url, asked):
        file = tmp_path / "page.html"
        file.write_text(f"<title>{OWN}</title><img src={url}/image onerror=\"document.title='run'; throw 1\">")
        seen = see(file, tmp_path)
    assert title_of(seen.page) == ""
    assert "run" in seen.page.texts
    assert seen.console
    assert seen.requested == {f"{url}/image"}
    assert asked == ["/image"]


def test_nothing_of_what_others_wrote_runs(tmp_path: Path) -> None:
    """No script, no request, no complaint; and the page is there, with all its parts."""
    with server() as (url, asked):
        seen = see(write(tmp_path, url), tmp_path)
    assert title_of(seen.page) == OWN
    assert (seen.console, seen.requested, asked) == ([], set(), [])
    assert "script" not in seen.page.tags
    assert {"The runs", "What failed", "Times and sizes", "The credits", "Most credited"} <= {*seen.page.texts}
    assert HOSTILE[0] in seen.page.texts
    assert ("class", "area requests") in seen.page.attributes


def test_nothing_runs_without_the_policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What others wrote is a text, and needs nobody to forbid it."""
    monkeypatch.setattr(pages, "_POLICY", "")
    with server() as (url, asked):
        seen = see(write(tmp_path, url), tmp_path)
    assert title_of(seen.page) == OWN
    assert (seen.console, seen.requested, asked) == ([], set(), [])


def test_nothing_runs_without_the_escaping(tmp_path: Path) -> None:
    """The policy lets no script run and no request leave, if one got into the page after all."""
    with server() as (url, asked):
        file = write(tmp_path, url)
        text = file.read_text(encoding="utf-8")
        script = f"<script>document.title='run'</script><img src={url}/image onerror=\"document.title='run'\">"
        file.write_text(text.replace("<header>", f"{script}<header>"), encoding="utf-8")
        seen = see(file, tmp_path)
    assert "script" in seen.page.tags
    assert title_of(seen.page) == OWN
    assert seen.console
    assert asked == []
