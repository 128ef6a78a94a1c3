"""Jobs by series: items are series, and their answers those of all episodes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.unit.test_answers import NOTHING
from tests.unit.test_assembly import body_of, series
from tmdb_async import TMDB
from tmdb_async.jobs import Job, JobError, Run, export, verify
from tmdb_async.transports import transport

NAME = "tv_episodes.credits"
KEY = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "job.sqlite"


class Shows:
    """A server of series by season, and of each of their episodes by itself."""

    def __init__(self, shows: Mapping[int, Mapping[str, Any]]) -> None:
        self.shows = shows
        self.asked: list[str] = []
        self.broken: set[str] = set()
        self.otherwise: dict[str, Any] = {}

    def client(self) -> TMDB:
        http_client = httpx.AsyncClient(transport=httpx.MockTransport(self._answer))
        return TMDB(api_key=KEY, max_rate=None, max_retries=0, http_client=http_client)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        _, _, _, number, *place = request.url.path.split("/")
        appended = request.url.params.get("append_to_response", "")
        self.asked.append("/".join([number, *place]) + (f"?{appended}" if appended else ""))
        if appended.partition(",")[0] in self.broken:
            return httpx.Response(503)
        show = self.shows.get(int(number))
        answer = (
            None if show is None else self._episode(show, place) if place else _details(int(number), show, appended)
        )
        return httpx.Response(404, content=body_of(NOTHING)) if answer is None else httpx.Response(200, json=answer)

    def _episode(self, show: Mapping[str, Any], place: list[str]) -> dict[str, Any] | None:
        _, season, _, episode, _ = place
        if (other := self.otherwise.get(f"{season}/{episode}")) is not None:
            return other or None
        rows = show.get(f"season/{season}", {"episodes": []})["episodes"]
        cast = show.get(f"season/{season}/credits", {}).get("cast")
        found = [each for each in rows if each["episode_number"] == int(episode)]
        return {"cast": cast, **{key: found[0][key] for key in ("id", "crew", "guest_stars")}} if found else None


def _details(number: int, show: Mapping[str, Any], appended: str) -> dict[str, Any]:
    names = appended.split(",")
    return {**{key: each for key, each in show.items() if "season/" not in key or key in names}, "id": number}


def rows(job: Job, folder: Path) -> list[Any]:
    export(job, folder / "rows.jsonl")
    return [json.loads(line) for line in (folder / "rows.jsonl").read_text("utf-8").splitlines()]


async def test_the_table_is_that_of_single_episodes(anyio_backend: str, tmp_path: Path) -> None:
    """Row for row, from one request for ten seasons; a series that TMDB does not know is not found."""
    shows = Shows({7: series(0, 1, 2), 8: series(*range(12))})
    with Job.open(tmp_path / "series.sqlite", NAME, by_series=True) as job:
        job.add([7, 8, 9])
        await Run(job, shows.client()).fetch()
        status = job.status()
        assert (status.found, status.not_found, len(shows.asked)) == (2, 1, 4)
        assert status.what == "tv_episodes.credits, by series in en-US"
        by_series = rows(job, tmp_path)
    with Job.open(tmp_path / "single.sqlite", NAME) as job:
        job.add([(7, season, episode) for season in range(3) for episode in (1, 2)])
        job.add([(8, season, episode) for season in range(12) for episode in (1, 2)])
        await Run(job, shows.client()).fetch()
        assert job.status().found == 30
        assert rows(job, tmp_path) == by_series
    assert len(by_series) == 90


async def test_bodies_are_kept_as_they_came(anyio_backend: str, file: Path) -> None:
    """One for each request, in their order."""
    shows = Shows({8: series(*range(12))})
    with Job.open(file, NAME, by_series=True) as job:
        job.add([8])
        await Run(job, shows.client()).fetch()
        bodies = [json.loads(body) for _, body in job.bodies()]
    assert [len([key for key in body if key.startswith("season/")]) for body in bodies] == [20, 4]


async def test_a_kill_costs_what_was_in_flight(anyio_backend: str, file: Path) -> None:
    """What came of a series by then is not asked for again."""
    shows = Shows({8: series(*range(12))})
    shows.broken = {"season/10"}
    with Job.open(file, NAME, by_series=True) as job:
        job.add([8])
        await Run(job, shows.client()).fetch()
        assert job.status().failed == 1
        assert [*job.bodies()] == []
    shows.broken.clear()
    shows.asked.clear()
    with Job.open(file, NAME, by_series=True) as job:
        await Run(job, shows.client()).fetch()
        assert job.status().found == 1
    assert shows.asked == ["8?season/10,season/11,season/10/credits,season/11/credits"]


async def test_what_cannot_be_put_together_is_asked_for_anew(anyio_backend: str, file: Path) -> None:
    """The failure names the season, and the bodies that led to it are not kept for the next time."""
    broken = series(*range(12))
    del broken["season/11"]["episodes"][0]["id"]
    shows = Shows({7: broken})
    with Job.open(file, NAME, by_series=True) as job:
        job.add([7])
        await Run(job, shows.client()).fetch()
        [kind] = job.status().failures
        assert kind.error == "ResponseError"
        assert kind.message == "tv_series.details: season/11: episode_number 1 has no id"
        assert job.parts(1) == []
        shows.shows = {7: series(*range(12))}
        await Run(job, shows.client()).fetch()
        assert job.status().found == 1


async def test_a_body_that_is_too_large_is_halved(
    anyio_backend: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until it is not; the answer is then of several bodies."""
    shows = Shows({7: series(0, 1, 2, 3)})
    monkeypatch.setattr(
        transport, "BODY_LIMIT", len(body_of(_details(7, series(0, 1, 2, 3), "season/0,season/1"))) + 900
    )
    with Job.open(file, NAME, by_series=True) as job:
        job.add([7])
        await Run(job, shows.client()).fetch()
        assert job.status().found == 1
        assert len([*job.bodies()]) > 1


def test_what_is_not_had_by_series_is_refused(file: Path) -> None:
    """Before anything is written; and a job of episodes is another one."""
    with pytest.raises(ValueError, match=r"tv_series\.credits is not had by series"):
        Job.open(file, "tv_series.credits", by_series=True)
    with pytest.raises(ValueError, match="give all_pages or by_series, not both"):
        Job.open(file, NAME, by_series=True, all_pages=True)
    assert not file.exists()
    with Job.open(file, NAME, by_series=True) as job:
        job.add([7])
        with pytest.raises(ValueError, match="takes series_id, and not 3 values"):
            job.add([(7, 1, 1)])
    with pytest.raises(JobError, match=r"is a job of tv_episodes.credits, by series in en-US: give another file"):
        Job.open(file, NAME)


async def test_a_sample_is_compared_with_what_comes_by_itself(anyio_backend: str, file: Path) -> None:
    """The same sample each time; popularity moves from day to day, and does not count."""
    shows = Shows({number: series(0, 1, 2) for number in range(1, 6)})
    with Job.open(file, NAME, by_series=True) as job:
        job.add(range(1, 7))
        await Run(job, shows.client()).fetch()
        for show in shows.shows.values():
            show["season/1/credits"]["cast"][0]["popularity"] = 99.5
        shows.asked.clear()
        verified = await verify(job, shows.client(), 8)
        first = sorted(shows.asked)
        assert (verified.compared, len(first), verified.differences) == (8, 8, ())
        assert {place.count("/") for place in first} == {5}
        shows.asked.clear()
        await verify(job, shows.client(), 8)
        assert sorted(shows.asked) == first


async def test_each_difference_is_told(anyio_backend: str, file: Path) -> None:
    """An episode with other credits, and one that is not there by itself."""
    shows = Shows({7: series(0, 1)})
    with Job.open(file, NAME, by_series=True) as job:
        job.add([7])
        await Run(job, shows.client()).fetch()
        shows.otherwise = {"0/1": {"id": 1, "crew": [], "cast": []}, "1/2": {}}
        verified = await verify(job, shows.client(), 100)
    assert verified.compared == 4
    one, other = map(str, verified.differences)
    assert one == "7/0/1: 3 rows stand in what came by series alone, 0 in its own answer alone"
    assert other.startswith("7/1/2: by itself it has no answer: NotFoundError: ")


async def test_a_job_without_answers_has_nothing_to_compare(anyio_backend: str, file: Path) -> None:
    """Nothing is asked for then."""
    shows = Shows({})
    with Job.open(file, NAME, by_series=True) as job:
        assert await verify(job, shows.client(), 5) == (0, ())
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("SELECT form FROM job").fetchall() == [("series",)]
    assert shows.asked == []
