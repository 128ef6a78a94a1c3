from __future__ import annotations

import socket
import sys
import threading
import time
from contextlib import ExitStack
from typing import Any

import httpx
import pytest

from tmdb_async import sandbox as package
from tmdb_async.sandbox import Sandbox

KEY = "0123456789abcdef0123456789abcdef"


def port(sandbox: Sandbox) -> int:
    return httpx.URL(sandbox.url).port or 0


def has_ended(connection: socket.socket) -> bool:
    """Return whether the other end closed the connection without a word."""
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True


def test_a_port_that_is_taken_is_an_error_at_once() -> None:
    """`OSError` with the address, and nothing is left running; the other server goes on."""
    with Sandbox() as first:
        second = Sandbox(port=port(first))
        with pytest.raises(OSError, match=f"{port(first)}"):
            second.__enter__()
        assert httpx.get(f"{first.url}/sandbox/stats").status_code == 200
        with pytest.raises(RuntimeError):
            _ = second.url
    with second:
        assert second.url == f"http://127.0.0.1:{port(second)}"


def test_leaving_ends_the_server_even_while_it_answers() -> None:
    """No thread and no socket stays behind, and an answer that is held back for a minute is not waited for."""
    before = threading.active_count()
    with ExitStack() as stack:
        with Sandbox(latency=60) as sandbox:
            address = ("127.0.0.1", port(sandbox))
            asking, silent = (stack.enter_context(socket.create_connection(address, timeout=5)) for _ in range(2))
            asking.sendall(b"GET /3/tv/1399/credits HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a\r\n\r\n")
            while sandbox.stats().requests == 0:
                time.sleep(0.01)
            start = time.monotonic()
        assert time.monotonic() - start < 2
        assert has_ended(asking)
        assert has_ended(silent)
    assert threading.active_count() == before
    with pytest.raises(ConnectionRefusedError), socket.create_connection(address):
        pass


def test_leaving_at_once_leaves_nothing_behind() -> None:
    """The block may end before the server has begun."""
    before = threading.active_count()
    for _ in range(5):
        with Sandbox():
            pass
    assert threading.active_count() == before


def test_it_can_be_used_again_and_not_twice_at_once() -> None:
    """Each block is a new run with fresh counts; the counts of the last one can be read after it."""
    sandbox = Sandbox()
    for _ in range(2):
        with sandbox:
            with pytest.raises(RuntimeError, match="running already"):
                sandbox.__enter__()
            httpx.get(f"{sandbox.url}/3/tv/1399/credits")
            assert sandbox.stats().requests == 1
        assert sandbox.stats().requests == 1
        with pytest.raises(RuntimeError, match="with"):
            _ = sandbox.url


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_it_listens_on_every_kind_of_loopback_address(host: str) -> None:
    """The URL is one that a client can use as it is."""
    with Sandbox(host=host) as sandbox:
        assert httpx.get(f"{sandbox.url}/sandbox/stats").status_code == 200


@pytest.mark.parametrize(
    "arguments",
    [
        {"host": "0.0.0.0"},
        {"host": "192.0.2.1"},
        {"host": "example.com"},
        {"host": ""},
        {"port": -1},
        {"port": 65_536},
        {"latency": -0.1},
        {"latency": float("nan")},
        {"latency": float("inf")},
        {"max_rate": 0},
        {"max_connections": -1},
        {"token": ""},
        {"token": "two words"},
        {"token": "line\n"},
    ],
    ids=str,
)
def test_an_argument_out_of_range_is_refused(arguments: dict[str, Any]) -> None:
    """`ValueError` before anything is opened. Loopback only: the sandbox is nobody else's business."""
    with pytest.raises(ValueError, match=r"."):
        Sandbox(**arguments)


@pytest.mark.parametrize(
    ("token", "accepted"),
    [(None, {"headers": {"Authorization": "Bearer any"}}), ("mine", {}), (KEY, {"params": {"api_key": KEY}})],
)
def test_its_token_is_one_that_it_accepts(token: str | None, accepted: dict[str, Any]) -> None:
    """With or without a token of one's own, `token` opens the sandbox, and without any credential it stays shut."""
    with Sandbox(token=token) as sandbox, httpx.Client(base_url=sandbox.url) as client:
        own = accepted or {"headers": {"Authorization": f"Bearer {sandbox.token}"}}
        assert client.get("/3/tv/1399/credits", **own).status_code == 200
        refused = client.get("/3/tv/1399/credits")
        assert (refused.status_code, refused.json()["status_code"]) == (401, 7)
        assert sandbox.token == (token or "sandbox")


def test_an_address_that_a_header_names_is_not_believed() -> None:
    """Connections are told apart by where they come from."""
    with Sandbox() as sandbox, httpx.Client() as watching, httpx.Client() as asking:
        watching.get(f"{sandbox.url}/sandbox/stats", headers={"X-Forwarded-For": "192.0.2.1"})
        asking.get(f"{sandbox.url}/3/tv/1399/credits", headers={"X-Forwarded-For": "192.0.2.1"})
        assert sandbox.stats().peak_connections == 1


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    """The package looks up `Sandbox` when it is asked for, and nothing else."""
    with pytest.raises(AttributeError, match="Playground"):
        _ = package.Playground


@pytest.mark.parametrize("missing", ["starlette", "uvicorn"])
def test_without_the_extra_the_package_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    """The package itself can be imported; only `Sandbox` needs starlette and uvicorn."""
    _without(monkeypatch, missing)
    with pytest.raises(ImportError, match=rf"{missing}: pip install 'tmdb-async\[sandbox\]'"):
        _ = package.Sandbox


def test_another_missing_module_is_not_blamed_on_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken installation keeps its own message."""
    _without(monkeypatch, "ipaddress")
    with pytest.raises(ModuleNotFoundError, match="ipaddress"):
        _ = package.Sandbox


def _without(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    """Let a module be missing for whoever imports the server anew."""
    for name in [*sys.modules]:
        if name == missing or name.startswith((f"{missing}.", "tmdb_async.sandbox.")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [_Missing(missing), *sys.meta_path])


class _Missing:
    def __init__(self, name: str) -> None:
        self.name = name

    def find_spec(self, name: str, *_: object) -> None:
        if name == self.name:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
