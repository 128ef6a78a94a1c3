from __future__ import annotations

import logging
import pickle
import traceback
from collections.abc import AsyncIterator
from typing import Any

import httpx
import httpx2
import pytest

from tests.faults.faults import answer, echo, hang, redirect, reset
from tests.faults.servers import Handler, Server
from tmdb_async import TMDB, TMDBError

pytestmark = pytest.mark.anyio

KEY = "feedfacefeedfacefeedfacefeedface"


async def clients() -> AsyncIterator[Any]:
    yield None
    for library in (httpx, httpx2):
        async with library.AsyncClient() as client:
            yield client


async def test_no_secret_reaches_a_log_record(anyio_backend: str, caplog: pytest.LogCaptureFixture) -> None:
    """The HTTP library logs URLs, and keys and sessions stand in them: they are hidden before anyone sees them."""
    caplog.set_level(logging.DEBUG)
    with Server(answer) as server:
        async for client in clients():
            caplog.clear()
            async with TMDB(api_key=KEY, base_url=server.url, session_id="planted-session", http_client=client) as tmdb:
                await tmdb.tv_seasons.account_states(1399, 1)
                await tmdb.tv_seasons.account_states(1399, 1, guest_session_id="planted-guest")
            texts = [f"{record.getMessage()} {record.args!r}" for record in caplog.records]
            assert any("account_states" in text and "api_key=..." in text for text in texts)
            assert not [text for text in texts if KEY in text or "planted" in text]
        assert all(KEY.encode() in head for head in server.heads)
        assert sum(b"planted-session" in head for head in server.heads) == 3


@pytest.mark.parametrize("handler", [reset, hang, redirect, echo])
async def test_an_error_holds_no_secret(anyio_backend: str, handler: Handler, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing of the client's secrets is in an error: not in its text, its cause, its traceback with the locals of all
    frames, its pickled form or what the HTTP library logs, also where the server repeats them.
    """
    caplog.set_level(logging.DEBUG)
    with Server(handler) as server:
        async with TMDB(
            api_key=KEY, base_url=server.url, session_id="planted-session", timeout=0.5, max_retries=1
        ) as tmdb:
            with pytest.raises(TMDBError) as caught:
                await tmdb.tv_seasons.account_states(1399, 1)
    assert KEY.encode() in server.heads[0]
    assert b"planted-session" in server.heads[0]
    shown = [pickle.dumps(caught.value).decode("latin-1"), *(record.getMessage() for record in caplog.records)]
    error: BaseException | None = caught.value
    while error is not None:
        stack = traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__), capture_locals=True)
        shown += [str(frame.locals) for frame in stack if frame.filename != __file__]
        shown += [str(error), repr(error), repr(vars(error))]
        assert error.__context__ in (None, error.__cause__)
        error = error.__cause__
    assert len(shown) > 6
    assert not [text for text in shown if KEY in text or "planted" in text]
