from __future__ import annotations

import pytest

from tests.faults.faults import FAULTS, Fault
from tests.faults.servers import Server
from tmdb_async import TMDB, TMDBError, retry
from tmdb_async.models import TvSeriesCredits

pytestmark = pytest.mark.anyio


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long retries wait is tested elsewhere."""
    monkeypatch.setattr(retry, "_FIRST_WAIT", 0.001)
    monkeypatch.setattr(retry, "_SHORTEST_COOL_DOWN", 0.001)


@pytest.mark.parametrize("name", FAULTS)
async def test_every_fault_is_a_model_or_a_typed_error(anyio_backend: str, name: str) -> None:
    """Whatever a server does, each time it is asked: a model or the error that names it, after the attempts that it is
    worth, and no connection is left behind.
    """
    fault: Fault = FAULTS[name]
    with Server(fault.handler) as server:
        async with TMDB("token", base_url=server.url, max_rate=None, max_retries=2, timeout=0.5) as tmdb:
            if fault.error is None:
                assert await tmdb.tv_series.credits(1399) == TvSeriesCredits(id=1399, cast=(), crew=())
            else:
                with pytest.raises(TMDBError) as caught:
                    await tmdb.tv_series.credits(1399)
                assert type(caught.value) is fault.error
                assert caught.value.attempts == (3 if fault.retried else 1)
        assert len(server.heads) == (3 if fault.retried else 1)
        assert server.all_closed()
