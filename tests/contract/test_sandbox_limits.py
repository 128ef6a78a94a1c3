from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack

import httpx
import pytest

from tmdb_async.sandbox import Sandbox

PATH = "/3/tv/1399/credits"


def headers(sandbox: Sandbox) -> dict[str, str]:
    return {"Authorization": f"Bearer {sandbox.token}"}


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


def connected(sandbox: Sandbox) -> socket.socket:
    url = httpx.URL(sandbox.url)
    return socket.create_connection((url.host, url.port or 0))


def test_the_51st_request_in_a_second_is_one_too_many(sandbox: Sandbox) -> None:
    """429, code 25, without `Retry-After`, as TMDB's network sends it today; a second later all is well."""
    with httpx.Client(base_url=sandbox.url, headers=headers(sandbox)) as client:
        responses = [client.get(PATH) for _ in range(51)]
        assert [response.status_code for response in responses] == [200] * 50 + [429]
        assert responses[50].json() == {
            "success": False,
            "status_code": 25,
            "status_message": "Your request count (51) is over the allowed limit of 50.",
        }
        assert "Retry-After" not in responses[50].headers
        time.sleep(1)
        assert client.get(PATH).status_code == 200
    stats = sandbox.stats()
    assert (stats.requests, stats.by_status, stats.peak_per_second) == (52, {200: 51, 429: 1}, 51)


def test_every_request_counts_for_the_limit_whatever_its_answer() -> None:
    """Failures are requests too, and so are those that were one too many."""
    with Sandbox(max_rate=2) as sandbox, httpx.Client(base_url=sandbox.url) as client:
        assert [client.get(path).status_code for path in (PATH, "/nothing", "/", PATH)] == [401, 404, 429, 429]
        client.post("/sandbox/reset")
        assert client.get(PATH).status_code == 401


def test_the_21st_connection_is_one_too_many() -> None:
    """429, code 25, and it says that connections are meant. Open connections count, whether they ask or not."""
    with ExitStack() as stack:
        sandbox = stack.enter_context(Sandbox(max_rate=None))
        client = stack.enter_context(httpx.Client(base_url=sandbox.url, headers=headers(sandbox)))
        for _ in range(19):
            stack.enter_context(connected(sandbox))
        assert client.get(PATH).status_code == 200
        assert sandbox.stats().peak_connections == 20
        refused = httpx.get(f"{sandbox.url}{PATH}", headers=headers(sandbox))
        assert (refused.status_code, refused.json()["status_code"]) == (429, 25)
        assert "connections" in refused.json()["status_message"]
        assert sandbox.stats().peak_connections == 21
        # The 21st is closed. The server learns that a moment later.
        deadline = time.monotonic() + 5
        while client.get(PATH).status_code == 429 and time.monotonic() < deadline:
            time.sleep(0.01)
        assert client.get(PATH).status_code == 200


def test_connections_to_the_sandbox_itself_are_no_connections_to_tmdb(sandbox: Sandbox) -> None:
    """Who watches the counts takes nothing from who is counted."""
    with ExitStack() as stack:
        client = stack.enter_context(httpx.Client(base_url=sandbox.url, headers=headers(sandbox)))
        for path in ("/sandbox/stats", "/openapi.json") * 15:
            watching = stack.enter_context(connected(sandbox))
            watching.sendall(f"GET {path} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
            assert watching.recv(12) == b"HTTP/1.1 200"
        assert client.get(PATH).status_code == 200
    stats = sandbox.stats()
    assert (stats.requests, stats.peak_connections, stats.peak_in_flight) == (1, 1, 1)


def test_without_limits_everything_is_answered() -> None:
    """`None` switches a limit off."""
    with ExitStack() as stack:
        sandbox = stack.enter_context(Sandbox(max_rate=None, max_connections=None))
        client = stack.enter_context(httpx.Client(base_url=sandbox.url, headers=headers(sandbox)))
        for _ in range(30):
            stack.enter_context(connected(sandbox))
        assert {client.get(PATH).status_code for _ in range(80)} == {200}


def test_the_counts_are_served_and_reset_without_a_credential(sandbox: Sandbox) -> None:
    """The sandbox's own addresses need no credential and count nothing."""
    with httpx.Client(base_url=sandbox.url) as client:
        before = time.time()
        assert client.get(PATH).status_code == 401
        assert client.get(PATH, headers=headers(sandbox)).status_code == 200
        served = client.get("/sandbox/stats").json()
        assert before - 1 < served.pop("first") < served.pop("last") < time.time() + 1
        assert served == {
            "requests": 2,
            "by_status": {"200": 1, "401": 1},
            "peak_per_second": 2,
            "peak_in_flight": 1,
            "peak_connections": 1,
            "by_address": {"127.0.0.1": {"requests": 2, "peak_per_second": 2, "peak_connections": 1}},
        }
        assert client.post("/sandbox/reset").status_code == 204
        assert client.get("/sandbox/stats").json()["requests"] == 0
        assert client.get("/openapi.json").json()["info"]["title"] == "TMDB"
    assert sandbox.stats().requests == 0


@pytest.mark.asyncio
async def test_answers_are_held_back_side_by_side() -> None:
    """The latency is each answer's own: ten requests at once take as long as one."""
    with Sandbox(latency=0.2) as sandbox:
        async with httpx.AsyncClient(base_url=sandbox.url, headers=headers(sandbox)) as client:
            start = time.monotonic()
            responses = await asyncio.gather(*(client.get(PATH) for _ in range(10)))
            elapsed = time.monotonic() - start
    assert {response.status_code for response in responses} == {200}
    assert 0.2 <= elapsed < 1.5
    assert sandbox.stats().peak_in_flight == 10


@pytest.mark.asyncio
async def test_a_client_that_gave_up_is_no_longer_in_flight() -> None:
    """A request ends with its connection: it counts as a request, and has no answer to count."""
    with Sandbox(latency=30) as sandbox:
        for _ in range(3):
            async with httpx.AsyncClient(base_url=sandbox.url, headers=headers(sandbox), timeout=0.1) as client:
                with pytest.raises(httpx.ReadTimeout):
                    await client.get(PATH)
            await asyncio.sleep(0.1)
        stats = sandbox.stats()
    assert (stats.requests, stats.by_status, stats.peak_in_flight) == (3, {}, 1)


def test_a_client_that_left_before_its_request_was_whole_is_no_longer_in_flight(sandbox: Sandbox) -> None:
    """It counts as a request, has no answer, and does nothing."""
    with connected(sandbox) as connection:
        connection.sendall(b"POST /3/tv/5/rating HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n{")
        deadline = time.monotonic() + 5
        while not sandbox.stats().requests and time.monotonic() < deadline:
            time.sleep(0.01)
    time.sleep(0.1)
    assert (sandbox.stats().requests, sandbox.stats().by_status) == (1, {})
    sandbox.reset()
    assert httpx.get(f"{sandbox.url}{PATH}", headers=headers(sandbox)).status_code == 200
    assert sandbox.stats().peak_in_flight == 1
