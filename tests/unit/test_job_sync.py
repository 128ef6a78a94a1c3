from __future__ import annotations

import json
import logging
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from tmdb_async import TMDB, ServerError
from tmdb_async.jobs import Job, JobError, Record, Run, Sync, export, marks, rows_in, sync

NAME = "tv_series.credits"
NOW = datetime(2026, 11, 26, 10, tzinfo=UTC)
TODAY = NOW.date()


class StopError(Exception):
    """What ends a sync in the middle of the export."""


class Service:
    """TMDB: what changed on which day, in pages of two, and credits whose bodies say how often they changed."""

    def __init__(self) -> None:
        self.changes: dict[date, list[int]] = {}
        self.versions: Counter[int] = Counter()
        self.failing: set[int] = set()
        self.windows: list[tuple[str, str, int]] = []
        self.asked: list[int] = []
        self.left: int | None = None  # requests until it ends whoever asks
        self.scope: anyio.CancelScope
        http = httpx.AsyncClient(transport=httpx.MockTransport(self._handle))
        self.tmdb = TMDB("token", http_client=http, max_rate=None, max_retries=0)

    def change(self, days_ago: int, *ids: int) -> None:
        self.changes.setdefault(TODAY - timedelta(days=days_ago), []).extend(ids)
        self.versions.update(ids)

    async def _handle(self, request: httpx.Request) -> httpx.Response:
        await anyio.lowlevel.checkpoint()
        if self.left == 0:
            self.scope.cancel()
            await anyio.sleep_forever()
        self.left = None if self.left is None else self.left - 1
        if request.url.path == "/3/tv/changes":
            return self._list(request.url.params)
        number = int(request.url.path.split("/")[3])
        self.asked.append(number)
        if number in self.failing:
            return httpx.Response(503)
        cast = [{"id": self.versions[number], "credit_id": "c", "name": "n", "character": ""}]
        return httpx.Response(200, json={"id": number, "cast": cast, "crew": []})

    def _list(self, params: httpx.QueryParams) -> httpx.Response:
        first, last = date.fromisoformat(params["start_date"]), date.fromisoformat(params["end_date"])
        number = int(params["page"])
        assert (last - first).days <= 14
        self.windows.append((params["start_date"], params["end_date"], number))
        ids = [each for day, some in self.changes.items() if first <= day <= last for each in some]
        pages = max(1, -(-len(ids) // 2))
        rows = [{"id": each, "adult": None} for each in ids[2 * number - 2 : 2 * number]]
        body = {"page": number, "results": rows, "total_pages": pages, "total_results": len(ids)}
        return httpx.Response(200, json=body)


def day(days_ago: int) -> str:
    return str(TODAY - timedelta(days=days_ago))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "job.sqlite"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return NOW

    monkeypatch.setattr(sync, "datetime", Clock)


@pytest.fixture
def service() -> Service:
    return Service()


def made(file: Path, service: Service, ids: range, *, days_ago: float) -> None:
    """Make a job whose items were all answered some days ago."""
    with Job.open(file, NAME) as job:
        job.add(ids)
        records = [
            Record(item, 200, json.dumps({"id": number, "cast": [], "crew": []}).encode())
            for item, (number,) in job.waiting()
        ]
        job.record(*records)
    then = marks.text_of(NOW - timedelta(days=days_ago))
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("UPDATE items SET time = ?1, answered = ?1, changed = ?1", (then,))


def select(file: Path, statement: str) -> list[Any]:
    with closing(sqlite3.connect(file)) as db:
        return db.execute(statement).fetchall()


def due(file: Path) -> list[int]:
    return [json.loads(each)[0] for (each,) in select(file, "SELECT arguments FROM items WHERE due ORDER BY id")]


def synced(file: Path) -> str | None:
    [(moment,)] = select(file, "SELECT synced FROM job")
    found: str | None = moment
    return found


# What changed


async def test_what_changed_since_the_last_answer_is_due(anyio_backend: str, file: Path, service: Service) -> None:
    """All pages of the days since then: what is in the job, and nothing else is added."""
    made(file, service, range(1, 10), days_ago=2)
    service.change(3, 9)  # before: it is not asked for
    service.change(2, 1, 2)
    service.change(1, 3, 4, 1, 77)
    service.change(0, 5)
    with Job.resume(file) as job:
        found = Sync(job, service.tmdb, "tv_series")
        await found.look()
        assert (found.since, found.changed, found.unlisted) == (date(2026, 11, 23), 6, 0)
        assert job.status()[2:7] == (9, 3, 0, 0, 6)
    assert due(file) == [1, 2, 3, 4, 5, 9]
    assert sorted({*service.windows}) == [(day(3), day(0), page) for page in (1, 2, 3, 4)]
    assert synced(file) == "2026-11-25T22:00:00.000Z"


async def test_forty_days_are_several_windows(anyio_backend: str, file: Path, service: Service) -> None:
    """Each of 14 days at most, with the day between two of them in both, and each is noted when it is read."""
    made(file, service, range(1, 50), days_ago=40)
    for each in range(41):
        service.change(each, each + 1)
    with Job.resume(file) as job:
        await Sync(job, service.tmdb, "tv_series").look()
    windows = list(dict.fromkeys((first, last) for first, last, _ in service.windows))
    assert windows == [(day(41), day(27)), (day(27), day(13)), (day(13), day(0))]
    assert due(file) == [*range(1, 42)]


async def test_a_sync_goes_on_where_the_last_one_ended(anyio_backend: str, file: Path, service: Service) -> None:
    """With the day before its end: what TMDB's network hands out may be some hours old, and lists have days only."""
    made(file, service, range(1, 5), days_ago=30)
    with Job.resume(file) as job:
        await Sync(job, service.tmdb, "tv_series").look()
        service.windows.clear()
        service.change(1, 2)  # after it was looked for
        again = Sync(job, service.tmdb, "tv_series")
        await again.look()
        assert again.changed == 1
    assert [*dict.fromkeys(service.windows)] == [(day(1), day(0), 1)]


async def test_what_was_answered_later_is_not_due(anyio_backend: str, file: Path, service: Service) -> None:
    """Than the window ends, by more than a body may be old; and what waits already is not counted."""
    made(file, service, range(1, 4), days_ago=40)
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("UPDATE items SET answered = ? WHERE id = 2", (f"{day(26)}T13:00:00.000Z",))
        db.execute("UPDATE items SET answered = ? WHERE id = 3", (f"{day(26)}T11:00:00.000Z",))
    service.change(30, 1, 2, 3, 4)
    with Job.resume(file) as job:
        job.add([4])
        found = Sync(job, service.tmdb, "tv_series")
        await found.look()
        assert found.changed == 2
    assert due(file) == [1, 3]


async def test_a_job_without_answers_has_nothing_to_look_for(anyio_backend: str, file: Path, service: Service) -> None:
    """Nothing in it can be old."""
    with Job.open(file, NAME) as job:
        job.add([1])
        found = Sync(job, service.tmdb, "tv_series")
        await found.look()
        assert (found.since, service.windows) == (None, [])
    assert synced(file) is None


async def test_a_window_with_too_many_pages_is_halved(
    anyio_backend: str, file: Path, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until TMDB hands out all of it."""
    monkeypatch.setattr("tmdb_async.pages.LAST_PAGE", 3)
    made(file, service, range(1, 30), days_ago=13.5)
    for each in range(14):
        service.change(each, 2 * each + 1, 2 * each + 2)
    with Job.resume(file) as job:
        found = Sync(job, service.tmdb, "tv_series")
        await found.look()
        assert (found.changed, found.unlisted) == (28, 0)
    read = {(first, last) for first, last, page in service.windows if page > 1}
    assert all((date.fromisoformat(last) - date.fromisoformat(first)).days <= 14 for first, last in read)
    assert synced(file) == "2026-11-25T22:00:00.000Z"


async def test_a_day_with_too_many_pages_is_told(
    anyio_backend: str, file: Path, service: Service, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What TMDB hands out of it is marked, and a warning says how much is unknown: an error would stay for good."""
    monkeypatch.setattr("tmdb_async.pages.LAST_PAGE", 2)
    made(file, service, range(1, 30), days_ago=2)
    service.change(2, *range(1, 8))
    service.change(0, 20)
    with Job.resume(file) as job:
        found = Sync(job, service.tmdb, "tv_series")
        await found.look()
        assert (found.changed, found.unlisted) == (5, 3)
    assert due(file) == [1, 2, 3, 4, 20]
    [record] = [each for each in caplog.records if each.levelno == logging.WARNING]
    assert record.getMessage() == "changes.tv: TMDB hands out 500 pages of 2026-11-24: 3 changes are unknown"


async def test_a_page_that_fails_marks_nothing_of_its_window(anyio_backend: str, file: Path, service: Service) -> None:
    """What is known stays what it was, so that nothing is lost."""
    made(file, service, range(1, 30), days_ago=20)
    service.change(2, *range(1, 8))
    service.change(19, 9)
    answer = service._list

    def broken(params: httpx.QueryParams) -> httpx.Response:
        return httpx.Response(503) if params["page"] == "3" else answer(params)

    service._list = broken  # type: ignore[method-assign]
    with Job.resume(file) as job, pytest.raises(ServerError):
        await Sync(job, service.tmdb, "tv_series").look()
    assert (due(file), synced(file)) == ([9], f"{day(7)}T00:00:00.000Z")


async def test_what_came_of_a_list_before_it_changed_is_dropped(
    anyio_backend: str, file: Path, service: Service
) -> None:
    """Its first pages are not those of the list that the others will be of."""
    with Job.open(file, "tv_series.reviews", all_pages=True) as job:
        job.add([1, 2, 3])
        items = {number: item for item, (number,) in job.waiting()}
        job.record(Record(items[3], 404, b"{}"))
        job.record_part(items[1], 0, b"{}")
        job.record_part(items[2], 0, b"{}")
        job._db.execute("UPDATE items SET answered = ? WHERE answered NOT NULL", (f"{day(2)}T00:00:00.000Z",))
        service.change(1, 1)
        await Sync(job, service.tmdb, "tv_series").look()
        assert (job.parts(items[1]), job.parts(items[2])) == ([], [b"{}"])


async def test_items_of_several_arguments_are_due_by_their_first(
    anyio_backend: str, file: Path, service: Service
) -> None:
    """Episodes of the series that changed, and not those of one whose id begins alike."""
    with Job.open(file, "tv_episodes.credits") as job:
        job.add([(1, 1, 1), (1, 1, 2), (11, 1, 1), (2, 1, 1)])
        job.record(*(Record(item, 200, b"{}") for item, _ in job.waiting()))
        job._db.execute("UPDATE items SET answered = ?", (f"{day(2)}T00:00:00.000Z",))
        service.change(1, 1)
        found = Sync(job, service.tmdb, "tv_series")
        await found.look()
        assert found.changed == 2
        assert [arguments for _, arguments in job.waiting()] == [(1, 1, 1), (1, 1, 2)]
        with pytest.raises(ValueError, match=r"takes series_id and season_number and episode_number, which the daily"):
            found.compare([1])


def test_what_cannot_be_synced_is_refused(file: Path, service: Service) -> None:
    """Before anything is sent: kinds without a list of changes, and jobs of other ids, or of none."""
    with Job.open(file, NAME) as job:
        with pytest.raises(
            ValueError, match=r"^TMDB lists no changes of keyword: it does of movie, person, tv_series$"
        ):
            Sync(job, service.tmdb, "keyword")
        with pytest.raises(ValueError, match=r"^There is no daily export of 'film'"):
            Sync(job, service.tmdb, "film")
        with pytest.raises(
            ValueError, match=r"is a job of tv_series.credits .*, whose items begin with series_id, not m"
        ):
            Sync(job, service.tmdb, "movie")
    with (
        Job.open(file, "discover.tv") as job,
        pytest.raises(ValueError, match=r"whose items begin with no id, not ser"),
    ):
        Sync(job, service.tmdb, "tv_series")
    assert not service.windows


def test_a_job_that_is_there_is_resumed(file: Path) -> None:
    """Whatever it is of; and one that is not there is not made."""
    with pytest.raises(JobError, match=r"^There is no job file "):
        Job.resume(file)
    assert not file.exists()
    with Job.open(file, "discover.tv", language="de", parameters={"with_genres": 18}, all_pages=True) as job:
        job.add([()])
        with pytest.raises(JobError, match=r"in use"):
            Job.resume(file)
    with Job.resume(file) as again:
        assert again.spec == job.spec
        assert again.count_waiting() == 1


# What there is


@pytest.mark.usefixtures("service")
def test_new_ids_are_added_and_missing_ones_marked(file: Path, service: Service) -> None:
    """Those that are marked keep their answer, and are not due any more."""
    made(file, service, range(1, 5), days_ago=2)
    with Job.resume(file) as job:
        job.mark_due([1, 2], answered_before=NOW, synced=NOW)
        found = Sync(job, service.tmdb, "tv_series")
        found.compare(iter([(2,), (9,), 3, 9, 8]))
        assert (found.added, found.gone, found.back) == (2, 2, 0)
        assert job.status().gone == 2
        assert [arguments for _, arguments in job.waiting()] == [(2,), (9,), (8,)]
        assert len(list(job.bodies())) == 4
        found.compare([2, 3, 8, 9])
        assert (found.added, found.gone, found.back) == (0, 0, 0)


async def test_what_is_gone_is_not_asked_for_until_it_is_back(anyio_backend: str, file: Path, service: Service) -> None:
    """Nor looked for among the changes; then it is, since nobody looked meanwhile. What has no answer is."""
    made(file, service, range(1, 4), days_ago=2)
    with Job.resume(file) as job:
        job.add([4, 5])
        found = Sync(job, service.tmdb, "tv_series")
        found.compare([3])
        service.change(1, 1, 2, 3)
        await found.look()
        assert (found.gone, found.changed) == (4, 1)
        assert [arguments for _, arguments in job.waiting()] == [(3,), (4,), (5,)]
        found.compare([1, 3, 5])
        assert (found.gone, found.back) == (0, 2)
        assert [arguments for _, arguments in job.waiting()] == [(1,), (3,), (4,), (5,)]
    assert select(file, "SELECT arguments FROM items WHERE gone NOT NULL") == [("[2]",), ("[4]",)]


def breaks_off() -> Iterator[int]:
    yield from range(3, 3000)
    raise StopError


def test_an_export_that_breaks_off_changes_nothing(file: Path, service: Service) -> None:
    """Nor does one that is malformed or empty: all would be gone. The next one is taken as if nothing had been."""
    made(file, service, range(1, 5), days_ago=2)
    before = select(file, "SELECT * FROM items")
    with Job.resume(file) as job:
        found = Sync(job, service.tmdb, "tv_series")
        with pytest.raises(StopError):
            found.compare(breaks_off())
        with pytest.raises(TypeError):
            found.compare([1, "x"])
        with pytest.raises(JobError, match=r"^The daily export is empty: nothing was marked as gone$"):
            found.compare([])
        assert select(file, "SELECT * FROM items") == before
        found.compare([4, 5])
        assert (found.added, found.gone, found.back) == (1, 3, 0)


# The whole


async def whole(file: Path, service: Service, exported: Iterator[int]) -> None:
    with Job.resume(file) as job:
        found = Sync(job, service.tmdb, "tv_series")
        await found.look()
        found.compare(exported)
        await Run(job, service.tmdb).fetch()


def contents(file: Path) -> list[Any]:
    kept = "arguments, status, code, error, answer, due, gone IS NULL, body"
    return [
        *select(file, f"SELECT {kept} FROM items LEFT JOIN bodies ON item = id ORDER BY id"),
        synced(file),
    ]


@pytest.mark.parametrize("anyio_backend", ["asyncio"])  # to which the pages that are asked for ahead are peculiar
async def test_a_sync_that_is_interrupted_anywhere_ends_in_the_same_file(
    anyio_backend: str, file: Path, tmp_path: Path
) -> None:
    """At each request: of a window, of a page in the middle of one, of an item; and in the middle of the export."""

    def played(file: Path) -> Service:
        service = Service()
        made(file, service, range(1, 20), days_ago=40)
        service.change(35, 1, 2, 3, 4, 5)
        service.change(20, 3, 6, 77)
        service.change(1, 7, 8)
        return service

    def exported() -> Iterator[int]:
        return iter([*range(3, 20), 30, 31])

    service = played(file)
    await whole(file, service, exported())
    expected, requests = contents(file), len(service.windows) + len(service.asked)
    assert (len(service.windows), len(service.asked)) == (6, 8)
    for stop in range(requests + 1):
        file = tmp_path / f"{stop}.sqlite"
        service = played(file)
        if stop < requests:
            service.left = stop
            with anyio.CancelScope() as service.scope:
                await whole(file, service, exported())
            assert service.scope.cancelled_caught
        else:
            with pytest.raises(StopError):
                await whole(file, service, breaks_off())
        service.left = None
        await whole(file, service, exported())
        assert contents(file) == expected, stop


async def test_a_body_that_did_not_change_is_not_written(anyio_backend: str, file: Path, service: Service) -> None:
    """Its item says when it was answered, and since when it is as it is; `changed_since` leaves it out."""
    with Job.open(file, NAME) as job:
        job.add([1, 2, 3])
        await Run(job, service.tmdb).fetch()
        then = f"{day(2)}T00:00:00.000Z"
        job._db.execute("UPDATE items SET answered = ?1, changed = ?1", (then,))
        service.change(0, 1, 2)
        service.versions[1] = 0  # what changed is not in its credits
        await Sync(job, service.tmdb, "tv_series").look()
        await Run(job, service.tmdb).fetch()
        assert sorted(service.asked) == [1, 1, 2, 2, 3]
        assert [row[0] for row in rows_in(job, NOW - timedelta(days=1))] == [2]
    rows = select(file, f"SELECT answered = '{then}', changed = '{then}', due FROM items ORDER BY id")
    assert rows == [(0, 1, 0), (0, 0, 0), (1, 1, 0)]


async def test_a_failure_of_what_was_due_is_one(anyio_backend: str, file: Path, service: Service) -> None:
    """It keeps its answer, counts as failed, and the next run asks again."""
    made(file, service, range(1, 4), days_ago=2)
    service.change(0, 1, 2)
    service.failing = {2}
    with Job.resume(file) as job:
        await Sync(job, service.tmdb, "tv_series").look()
        await Run(job, service.tmdb).fetch()
        status = job.status()
        assert (status.found, status.failed, status.waiting) == (2, 1, 0)
        assert len(list(job.bodies())) == 3
        service.failing.clear()
        await Run(job, service.tmdb).fetch()
        assert (sorted(service.asked), job.status().found) == ([1, 2, 2], 3)


@pytest.mark.parametrize(
    ("since", "items"),
    [
        (date(2026, 11, 20), [2, 3]),
        (datetime(2026, 11, 20, 12), [3]),  # noqa: DTZ001 - in UTC
        (datetime(2026, 11, 20, 11, 59, 59, 999000, UTC), [2, 3]),
        (datetime(2026, 11, 20, 14, tzinfo=timezone(timedelta(hours=2, minutes=1))), [2, 3]),
        (date(2026, 11, 27), []),
        (None, [1, 2, 3]),
    ],
)
def test_an_export_of_what_changed(
    file: Path, tmp_path: Path, service: Service, since: date | None, items: list[int]
) -> None:
    """Since a day begins in UTC, or since a moment, in whichever time zone."""
    with Job.open(file, "tv_series.details") as job:
        job.add([1, 2, 3])
        job.record(*(Record(item, 200, b'{"id": %d, "name": "n"}' % number) for item, (number,) in job.waiting()))
        for number, moment in ((1, "19T23:59:59.999"), (2, "20T11:59:59.999"), (3, "20T12:00:00.000")):
            job._db.execute("UPDATE items SET changed = ? WHERE id = ?", (f"2026-11-{moment}Z", number))
        assert export(job, tmp_path / "rows.jsonl", changed_since=since) == len(items)
    lines = (tmp_path / "rows.jsonl").read_text().splitlines()
    assert [json.loads(line)["series_id"] for line in lines] == items
