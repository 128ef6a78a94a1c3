"""`tmdb.episode_credits`: the credits of all episodes, as they come."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from functools import partial
from typing import Any

import anyio
import httpx
import pytest

from tests.unit.test_assembly import body_of, season, series
from tests.unit.test_engine import client_of
from tests.unit.test_gate import Clock
from tmdb_async import TMDB, EpisodeCredits, Failure, NotFoundError, ResponseError, client
from tmdb_async.calls import engine
from tmdb_async.calls.gate import Gate
from tmdb_async.transports import transport

pytestmark = pytest.mark.anyio

NOTHING = {"status_code": 34, "status_message": "The resource you requested could not be found."}


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """No test waits."""
    clock = Clock()
    monkeypatch.setattr(client, "Gate", partial(Gate, clock=clock, sleep=clock.sleep))
    monkeypatch.setattr("tmdb_async.calls.engine.anyio.sleep", clock.sleep)
    monkeypatch.setattr(engine, "_jitter", lambda: 1.0)
    return clock


class Shows:
    """A server of series, each with its seasons by number."""

    def __init__(self, shows: Mapping[int, Mapping[str, Any]]) -> None:
        self.shows = shows
        self.asked: list[httpx.QueryParams] = []
        self.failures: list[int] = []

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request.url.params)
        if self.failures:
            return httpx.Response(self.failures.pop())
        number = int(request.url.path.split("/")[3])
        if number not in self.shows:
            return httpx.Response(404, content=body_of(NOTHING))
        names = {*request.url.params["append_to_response"].split(",")}
        content = {key: each for key, each in self.shows[number].items() if "season/" not in key or key in names}
        return httpx.Response(200, content=body_of({**content, "id": number}))


async def test_the_credits_of_a_series_come_with_a_request_for_ten_seasons() -> None:
    """In the order of seasons, each with its numbers; they unpack as a tuple does."""
    shows = Shows({7: series(*range(25))})
    async with client_of(shows) as tmdb:
        found = [(season, number) async for season, number, each in tmdb.episode_credits(7) if each.cast]
    assert found == [(season, number) for season in range(25) for number in (1, 2)]
    assert [len(each["append_to_response"].split(",")) for each in shows.asked] == [20, 20, 10]


async def test_awaited_they_are_a_tuple() -> None:
    """Of what iterating gives, asked for anew each time."""
    shows = Shows({7: series(0, 1)})
    async with client_of(shows) as tmdb:
        answers = tmdb.episode_credits(7)
        everything = await answers
        assert everything == tuple([each async for each in answers])
    assert len(shows.asked) == 2
    first = everything[0]
    assert isinstance(first, EpisodeCredits)
    assert (first.season_number, first.episode_number, first.credits.id) == (0, 1, 1)
    assert pickle.loads(pickle.dumps(everything)) == everything


async def test_what_is_not_needed_is_not_asked_for() -> None:
    """The next request is made when its episodes are needed; whoever leaves early leaves nothing behind."""
    shows = Shows({7: series(*range(25))})
    async with client_of(shows) as tmdb:
        tmdb.episode_credits(7)
        assert not shows.asked
        async for season, _, _ in tmdb.episode_credits(7):
            if season == 9:
                break
    assert len(shows.asked) == 1


async def test_given_seasons_and_a_language_are_what_is_asked_for() -> None:
    """One season or several; the client's language where the call has none."""
    shows = Shows({7: series(1, 2, 3)})
    async with client_of(shows, language="pt-BR") as tmdb:
        assert {each.season_number for each in await tmdb.episode_credits(7, seasons=2)} == {2}
        assert {each.season_number for each in await tmdb.episode_credits(7, seasons=(3, 1), language="de")} == {1, 3}
        assert await tmdb.episode_credits(7, seasons=[99]) == ()
    assert [each["language"] for each in shows.asked] == ["pt-BR", "de", "pt-BR"]
    assert shows.asked[0]["append_to_response"] == "season/2,season/2/credits"


async def test_many_series_are_asked_for_in_bulk() -> None:
    """The value of an outcome is all that there is of a series; one that does not exist is a failure."""
    shows = Shows({number: series(*range(number)) for number in range(1, 15)})
    async with client_of(shows) as tmdb, tmdb.bulk(tmdb.episode_credits, range(1, 16)) as outcomes:
        found = {outcome.args[0]: outcome async for outcome in outcomes}
    assert {number: len(each.value) for number, each in found.items() if each.value} == {
        number: 2 * number for number in range(1, 15)
    }
    failed = found[15]
    assert isinstance(failed, Failure)
    assert isinstance(failed.error, NotFoundError)
    assert failed.error.operation == "tv_series.details"


async def test_a_failed_attempt_is_repeated() -> None:
    """As in any call; what goes on failing is raised, with the operation and the attempts."""
    shows = Shows({7: series(1)})
    async with client_of(shows) as tmdb:
        shows.failures = [503, 429]
        assert len(await tmdb.episode_credits(7)) == 2
        shows.failures = [503] * 5
        with pytest.raises(Exception, match="503") as caught:
            await tmdb.episode_credits(7)
    assert (getattr(caught.value, "operation", ""), getattr(caught.value, "attempts", 0)) == ("tv_series.details", 5)


async def test_who_goes_on_after_a_failure_misses_nothing() -> None:
    """Another turn asks for the same again."""
    shows = Shows({7: series(*range(12))})
    async with client_of(shows, max_retries=0) as tmdb:
        rows = aiter(tmdb.episode_credits(7))
        found = [await anext(rows) for _ in range(20)]
        for _ in range(4):
            shows.failures = [500]
            with pytest.raises(Exception, match="500"):
                await anext(rows)
        found += [each async for each in rows]
    assert [each.season_number for each in found] == [each // 2 for each in range(24)]


async def test_who_goes_on_after_what_cannot_be_put_together_is_told_again() -> None:
    """No episode is left out in silence."""
    content = series(1, 2)
    content["season/1"]["episodes"][1]["id"] = None
    async with client_of(Shows({7: content})) as tmdb:
        rows = aiter(tmdb.episode_credits(7))
        assert (await anext(rows)).episode_number == 1
        for _ in range(2):
            with pytest.raises(ResponseError, match="season/1: episode_number 2 has no id"):
                await anext(rows)


async def test_a_season_that_never_comes_is_an_error() -> None:
    """The episodes before it are given, and the error says which it is, and after how many requests."""
    content = series(1, 2, 3)
    del content["season/2"]
    shows = Shows({7: content})
    found: list[int] = []
    async with client_of(shows) as tmdb:
        rows = aiter(tmdb.episode_credits(7))
        with pytest.raises(ResponseError, match="season/2: it did not come") as caught:
            while True:
                found.append((await anext(rows)).season_number)
    assert found == [1, 1]
    assert (caught.value.operation, caught.value.attempts, caught.value.status) == ("tv_series.details", 3, 200)
    assert len(shows.asked) == 3


async def test_what_is_larger_than_32_mib_is_asked_for_in_halves(monkeypatch: pytest.MonkeyPatch) -> None:
    """One season that is too large alone is an error that names it."""
    shows = Shows({7: series(*range(10)), 8: {**series(1, 2), "season/2": season(2, 60)}})
    monkeypatch.setattr(transport, "BODY_LIMIT", 2000)
    async with client_of(shows) as tmdb:
        assert len(await tmdb.episode_credits(7)) == 20
        assert len(shows.asked) > 3
        with pytest.raises(ResponseError, match=r"season/2: The body is larger than"):
            await tmdb.episode_credits(8)


async def test_the_details_of_another_series_are_refused() -> None:
    """As in any call of the series' details: what belongs to another request is no answer."""

    async def other(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=body_of(series(1)))

    async with client_of(other, max_retries=0) as tmdb:
        with pytest.raises(ResponseError, match="The answer belongs to another request: its id is 7, and 8"):
            await tmdb.episode_credits(8)


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({"series_id": "7"}, TypeError, "series_id must be an integer"),
        ({"series_id": True}, TypeError, "series_id must be an integer"),
        ({"series_id": 0}, ValueError, "series_id must be 1 or more"),
        ({"seasons": -1}, ValueError, "seasons must be 0 or more"),
        ({"seasons": [1, -1]}, ValueError, "seasons must be 0 or more"),
        ({"seasons": True}, TypeError, "seasons must be an integer"),
        ({"seasons": [False]}, TypeError, "seasons must be an integer"),
        ({"seasons": "1"}, TypeError, "seasons must be an integer"),
        ({"seasons": ()}, ValueError, "seasons must not be empty"),
        ({"seasons": []}, ValueError, "seasons must not be empty"),
        ({"language": "German"}, ValueError, "language must look like"),
    ],
    ids=str,
)
async def test_bad_arguments_are_refused_before_anything_is_sent(
    arguments: dict[str, Any], error: type[Exception], words: str
) -> None:
    """By the call itself."""
    tmdb = TMDB("token")
    with pytest.raises(error, match=words):
        tmdb.episode_credits(**{"series_id": 7, **arguments})
    await tmdb.aclose()


async def test_cancelling_leaves_nothing_under_way() -> None:
    """The call is given up like any other, and the next turn asks again."""
    shows = Shows({7: series(1)})
    began = anyio.Event()

    async def slow(request: httpx.Request) -> httpx.Response:
        if not began.is_set():
            began.set()
            await anyio.Event().wait()
        return await shows(request)

    async with client_of(slow) as tmdb:
        rows = aiter(tmdb.episode_credits(7))

        async def turn() -> None:
            await anext(rows)

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(turn)
            await began.wait()
            tasks.cancel_scope.cancel()
        assert len([each async for each in rows]) == 2


async def test_a_closed_client_asks_for_nothing() -> None:
    """As every call says."""
    async with client_of(Shows({})) as tmdb:
        answers = tmdb.episode_credits(7)
    with pytest.raises(RuntimeError, match="closed"):
        await answers
