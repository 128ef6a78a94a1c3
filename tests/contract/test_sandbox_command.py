from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest

from tmdb_async import sandbox
from tmdb_async.sandbox.__main__ import main

KEY = "0123456789abcdef0123456789abcdef"
ROOT = Path(__file__).parents[2]
LINE = re.compile(r"TMDB sandbox on (http://127\.0\.0\.1:\d+); set TMDB_BASE_URL=\1 (\w+)=(\S+)\n")


def interrupted(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, httpx.Response]:
    """Run the command in this process until it has answered a request; return its status, its line and the answer."""
    seen: list[tuple[str, httpx.Response]] = []

    def ask_and_interrupt() -> None:
        line, deadline = "", time.monotonic() + 10
        try:
            while not line.endswith("\n") and time.monotonic() < deadline:
                time.sleep(0.01)
                line += capsys.readouterr().out
            url = line.split("TMDB_BASE_URL=")[1].split()[0]
            seen.append((line, httpx.get(f"{url}/3/tv/1399/credits", headers={"Authorization": "Bearer mine"})))
        finally:
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    thread = threading.Thread(target=ask_and_interrupt)
    thread.start()
    status = main(["--port", "0", *arguments])
    thread.join()
    return status, *seen[0]


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_command_quietly(end: signal.Signals) -> None:
    """Exit status 0 and not a word, with a request still held back; the one line comes at once, through a pipe too."""
    command = [sys.executable, "-m", "tmdb_async.sandbox", "--port", "0", "--latency", "60000"]
    environment = {**os.environ, "PYTHONDEVMODE": "1", "PYTHONUNBUFFERED": ""}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        watchdog = threading.Timer(20, process.kill)
        watchdog.start()
        try:
            assert process.stdout is not None
            match = LINE.fullmatch(process.stdout.readline())
            assert match is not None
            with pytest.raises(httpx.ReadTimeout):
                httpx.get(f"{match[1]}/3/tv/1399/credits", timeout=0.2)
            process.send_signal(end)
            output, said = process.communicate(timeout=10)
            # How long a step takes on a busy machine, which asyncio's debug mode tells, is no word of the command's.
            assert (output, re.sub(r"Executing .* took [\d.]+ seconds\n", "", said)) == ("", "")
        finally:
            watchdog.cancel()
            watchdog.join()
            process.kill()
    assert process.returncode == 0


def test_it_says_what_to_set(capsys: pytest.CaptureFixture[str]) -> None:
    """One line with the address and a credential that works; the handlers of signals are as they were before."""
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    status, line, response = interrupted(capsys)
    match = LINE.fullmatch(line)
    assert match is not None
    assert (status, match[2], match[3], response.status_code) == (0, "TMDB_ACCESS_TOKEN", "sandbox", 200)
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before


def test_a_v3_key_is_named_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    """A key goes into TMDB_API_KEY: as an access token it would not work."""
    _, line, response = interrupted(capsys, "--token", KEY)
    match = LINE.fullmatch(line)
    assert match is not None
    assert (match[2], match[3], response.status_code) == ("TMDB_API_KEY", KEY, 401)


def test_options_reach_the_sandbox(capsys: pytest.CaptureFixture[str]) -> None:
    """The latency is in milliseconds, and 0 switches a limit off."""
    options = "--token mine --latency 300 --max-rate 0 --max-connections 0 --host localhost"
    _, _, response = interrupted(capsys, *options.split())
    assert response.status_code == 200
    assert response.elapsed.total_seconds() >= 0.3


def test_a_port_that_is_taken_is_said_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit status 1, and no traceback."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["--port", str(port)]) == 1
    error = capsys.readouterr().err
    assert f"cannot listen on 127.0.0.1, port {port}: " in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("arguments", [["--host", "0.0.0.0"], ["--max-rate", "-1"], ["--latency", "x"], ["--more"]])
def test_wrong_arguments_are_refused_with_the_usage(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """Exit status 2, as argparse does it."""
    with pytest.raises(SystemExit) as ending:
        main(arguments)
    assert ending.value.code == 2
    assert "usage: python -m tmdb_async.sandbox" in capsys.readouterr().err


def test_without_the_extra_the_command_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit status 1 and the command to install it with."""

    def missing(name: str) -> object:
        raise ImportError("pip install 'tmdb-async[sandbox]'", name=name)

    monkeypatch.setattr(sandbox, "__getattr__", missing)
    assert main([]) == 1
    assert capsys.readouterr().err == "pip install 'tmdb-async[sandbox]'\n"
