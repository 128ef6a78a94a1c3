from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tmdb_async import ConfigurationError
from tmdb_async.jobs import JobError, check_daily_kind, daily_ids, open_daily_ids, read_items
from tmdb_async.operations import find_operation

SERIES = find_operation("tv_series.credits")
LINES = b'{"id":1,"original_name":"a","popularity":0.5}\n{"id":2,"original_name":"b","popularity":1}\n'


class Files:
    """A host of daily exports, and the requests that it got."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.missing = 403
        self.cut = 0
        self.asked: list[tuple[str, dict[str, str]]] = []
        files = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                files.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
                content = files.files.get(self.path)
                self.send_response(files.missing if content is None else 200)
                self.send_header("Content-Length", str(len(content or b"")))
                self.end_headers()
                self.wfile.write((content or b"")[: len(content or b"") - files.cut])

            def log_message(self, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> Iterator[Files]:
    served = Files()
    monkeypatch.setenv("TMDB_EXPORTS_URL", served.url)
    monkeypatch.setenv("TMDB_ACCESS_TOKEN", "a-long-secret-token")
    # A proxy is not for loopback.
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    thread = threading.Thread(target=served.server.serve_forever, args=(0.01,))
    thread.start()
    yield served
    served.server.shutdown()
    served.server.server_close()
    thread.join()


def at(monkeypatch: pytest.MonkeyPatch, hour: int) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return datetime(2026, 3, 1, hour, 30, tzinfo=UTC)

    monkeypatch.setattr(daily_ids, "datetime", Clock)


def path(day: str, kind: str = "tv_series") -> str:
    return f"/p/exports/{kind}_ids_{day}.json.gz"


def test_an_export_gives_the_items_of_a_job(files: Files) -> None:
    """Of the day that is asked for, without any credential, and decompressed once."""
    files.files[path("02_09_2026")] = gzip.compress(LINES)
    with open_daily_ids("tv_series", date(2026, 2, 9)) as ids:
        assert list(read_items(ids.stream, SERIES, print)) == [(1,), (2,)]
        assert ids.day == date(2026, 2, 9)
    [(_, headers)] = files.asked
    assert "authorization" not in headers
    assert not any("secret" in value for value in headers.values())
    assert headers["accept-encoding"] == "identity"
    assert headers["user-agent"].startswith("tmdb-async/")


@pytest.mark.parametrize(("hour", "newest"), [(8, "03_01_2026"), (7, "02_28_2026")])
def test_the_last_export_is_todays_from_eight_on(
    files: Files, monkeypatch: pytest.MonkeyPatch, hour: int, newest: str
) -> None:
    """UTC, which is when it is ready."""
    at(monkeypatch, hour)
    files.files[path(newest)] = gzip.compress(LINES)
    with open_daily_ids("tv_series") as ids:
        assert len(list(read_items(ids.stream, SERIES, print))) == 2
    assert len(files.asked) == 1


@pytest.mark.parametrize("status", [403, 404])
def test_an_export_that_is_late_gives_way_to_the_one_before(
    files: Files, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    """The day says which one it is."""
    at(monkeypatch, 9)
    files.missing = status
    files.files[path("02_28_2026")] = gzip.compress(LINES)
    with open_daily_ids("tv_series") as ids:
        assert ids.day == date(2026, 2, 28)


def test_no_export_at_all_is_an_error(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says which days were asked for, and what there should be."""
    at(monkeypatch, 9)
    with (
        pytest.raises(JobError, match=r"of 2026-03-01 or 2026-02-28: each is ready by 08:00 UTC"),
        ExitStack() as stack,
    ):
        stack.enter_context(open_daily_ids("tv_series"))
    files.asked.clear()
    with pytest.raises(JobError, match=r"of 2020-01-01: "), ExitStack() as stack:
        stack.enter_context(open_daily_ids("movie", date(2020, 1, 1)))
    assert [asked for asked, _ in files.asked] == [path("01_01_2020", "movie")]


def test_a_host_that_fails_is_an_error(files: Files) -> None:
    """No other day would do better."""
    files.missing = 500
    with pytest.raises(JobError, match=r"cannot be had from http://127.*: HTTP 500"), ExitStack() as stack:
        stack.enter_context(open_daily_ids("tv_series"))
    with pytest.raises(JobError, match=r"cannot be had from http://127.0.0.1:9: ConnectError"), ExitStack() as stack:
        stack.enter_context(open_daily_ids("tv_series", base_url="http://127.0.0.1:9"))


def test_a_download_that_breaks_off_is_an_error(files: Files) -> None:
    """What came of it is not taken for the whole."""
    files.files[path("02_09_2026")] = gzip.compress(LINES)
    files.cut = 20
    with open_daily_ids("tv_series", date(2026, 2, 9)) as ids, pytest.raises(JobError, match="the download broke off"):
        list(read_items(ids.stream, SERIES, print))


@pytest.mark.parametrize("host", ["http://files.tmdb.org", "ftp://files.tmdb.org", "files", "https://user@host"])
def test_a_host_must_be_https_or_on_loopback(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    """Wherever it comes from: the message names that."""
    with pytest.raises(ConfigurationError, match=r"^base_url must be an https address"), ExitStack() as stack:
        stack.enter_context(open_daily_ids("tv_series", base_url=host))
    monkeypatch.setenv("TMDB_EXPORTS_URL", host)
    with pytest.raises(ConfigurationError, match=r"^TMDB_EXPORTS_URL must be an https address"), ExitStack() as stack:
        stack.enter_context(open_daily_ids("tv_series"))


def test_an_unknown_kind_is_refused(files: Files) -> None:
    """Nothing is asked for; the message names those that there are."""
    with pytest.raises(ValueError, match="no daily export of 'tv': there are collection, "), ExitStack() as stack:
        stack.enter_context(open_daily_ids("tv"))
    assert files.asked == []


def test_the_kinds_are_those_of_tmdb() -> None:
    """A file is named after each."""
    names = {"collection", "keyword", "movie", "person", "production_company", "tv_network", "tv_series"}
    assert {*daily_ids.KINDS} == names


def test_an_export_must_be_of_what_the_operation_takes() -> None:
    """Ids of movies are ids of other series, and an episode has no id of its own in its path."""
    check_daily_kind("tv_series", SERIES)
    with pytest.raises(
        ValueError, match=r"tv_series.credits takes series_id, which the daily export of movie does not"
    ):
        check_daily_kind("movie", SERIES)
    with pytest.raises(ValueError, match="takes series_id and season_number and episode_number, which"):
        check_daily_kind("tv_series", find_operation("tv_episodes.credits"))


@pytest.mark.parametrize(
    ("variable", "value", "problem"),
    [
        ("HTTPS_PROXY", "socks5://127.0.0.1:9", "needs socksio"),
        ("HTTPS_PROXY", "socks9://127.0.0.1:9", "is none that httpx can use"),
        ("HTTPS_PROXY", "http://user:planted-password@host:port", "is no URL"),
        ("SSL_CERT_FILE", "/missing/certificates.pem", "SSL_CERT_FILE or SSLKEYLOGFILE names cannot be used"),
    ],
)
def test_an_environment_that_cannot_be_used_is_an_error(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, problem: str
) -> None:
    """In the words of the client. Nothing is asked for, and no password is shown."""
    monkeypatch.setattr("tmdb_async.transports.over_httpx.find_spec", lambda name: None)
    monkeypatch.setenv(variable, value)
    with pytest.raises(ConfigurationError, match=problem) as caught, ExitStack() as stack:
        stack.enter_context(open_daily_ids("tv_series"))
    assert "planted" not in repr(caught.value)
    assert variable != "HTTPS_PROXY" or caught.value.__cause__ is caught.value.__context__ is None


def test_the_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a host that is not this machine."""
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.getsockname()[1]}")
        heads: list[bytes] = []

        def refuse() -> None:
            connection, _ = proxy.accept()
            with connection:
                heads.append(connection.recv(2**16))
                connection.sendall(b"HTTP/1.1 403 Forbidden\r\n\r\n")

        thread = threading.Thread(target=refuse)
        thread.start()
        with pytest.raises(JobError, match=r"cannot be had from https://files\.tmdb\.org"), ExitStack() as stack:
            stack.enter_context(open_daily_ids("tv_series"))
        thread.join()
    assert heads[0].startswith(b"CONNECT files.tmdb.org:443 ")
