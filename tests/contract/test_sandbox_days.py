"""What is different from day to day in the sandbox: what was changed, and what the daily exports have."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx
import pytest

from tmdb_async import TMDB
from tmdb_async.sandbox import Sandbox

TODAY = datetime.now(UTC).date()
LISTS = {"movie": "movie", "people": "person", "tv": "tv_series"}


async def changed(tmdb: TMDB, name: str, first: date, last: date) -> list[int]:
    rows = tmdb.paginate(getattr(tmdb.changes, name), start_date=first, end_date=last).rows(repeated=True)
    return [row.id async for row in rows]


def exported(sandbox: Sandbox, kind: str, day: date) -> list[int]:
    answer = httpx.get(f"{sandbox.url}/p/exports/{kind}_ids_{day:%m_%d_%Y}.json.gz")
    answer.raise_for_status()
    return [json.loads(line)["id"] for line in gzip.decompress(answer.content).splitlines()]


@pytest.mark.asyncio
@pytest.mark.parametrize("name", LISTS)
async def test_what_changed_is_the_same_each_time(tmdb_sandbox: Sandbox, name: str) -> None:
    """Some of the ids that there are, each once, and of several days those of each."""
    async with TMDB(tmdb_sandbox.token, base_url=tmdb_sandbox.url, max_rate=None) as tmdb:
        day = date(2026, 11, 20)
        days = [await changed(tmdb, name, day + timedelta(each), day + timedelta(each)) for each in range(3)]
        assert await changed(tmdb, name, day, day + timedelta(2)) == sorted({*days[0], *days[1], *days[2]})
        assert days[0] != days[1]
        assert days[0] == [*dict.fromkeys(days[0])]
        there = exported(tmdb_sandbox, LISTS[name], day)
        assert {*days[0]} <= {*there}
        assert len(there) / len(days[0]) == pytest.approx(49.5, abs=1)


@pytest.mark.asyncio
async def test_a_window_may_leave_out_either_day(tmdb_sandbox: Sandbox) -> None:
    """The last one is today and the first the day before it; without both it is the recorded list."""
    async with TMDB(tmdb_sandbox.token, base_url=tmdb_sandbox.url) as tmdb:
        yesterday = TODAY - timedelta(1)
        expected = await tmdb.changes.movie(start_date=yesterday, end_date=TODAY)
        assert expected.results
        assert await tmdb.changes.movie(start_date=yesterday) == expected
        assert await tmdb.changes.movie(end_date=TODAY) == expected
        assert (await tmdb.changes.movie()).total_pages == 62


@pytest.mark.asyncio
async def test_an_export_has_ids_that_are_known(tmdb_sandbox: Sandbox) -> None:
    """Some come and some go from one day to another; the file is the same each time, and no request that counts."""
    exports = [exported(tmdb_sandbox, "tv_series", TODAY - timedelta(each)) for each in range(3)]
    assert all(1900 < len(ids) < 2000 and 404 not in ids and max(ids) <= 2000 for ids in exports)
    assert {*exports[0]} - {*exports[1]}
    assert {*exports[1]} - {*exports[0]}
    assert exported(tmdb_sandbox, "tv_series", TODAY) == exports[0]
    assert tmdb_sandbox.stats().requests == 0


@pytest.mark.parametrize(
    "file",
    [
        f"movie_ids_{TODAY + timedelta(2):%m_%d_%Y}.json.gz",
        "movie_ids_13_01_2026.json.gz",
        "keyword_ids_11_20_2026.json.gz",
        "movie_ids.json",
    ],
)
def test_an_export_that_is_not_there_is_refused(tmdb_sandbox: Sandbox, file: str) -> None:
    """As the store does that TMDB has them in: of days to come, of no day, and of what has no list of changes."""
    answer: Any = httpx.get(f"{tmdb_sandbox.url}/p/exports/{file}")
    assert (answer.status_code, answer.content) == (403, b"")
