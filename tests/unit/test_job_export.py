from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tmdb_async._generated.types import UnknownMedia
from tmdb_async.jobs import Job, JobError, Record, export, flat, rows_of, table_of
from tmdb_async.operations import find_operation

SERIES = "tv_series.credits"
EPISODE = "tv_episodes.credits"
STATES = "tv_seasons.account_states"

COLUMNS = [
    *("series_id", "season_number", "episode_number", "kind", "person_id", "name", "original_name", "character"),
    *("department", "job", "order", "credit_id", "gender", "popularity", "profile_path"),
]
ACTOR: dict[str, Any] = {
    "id": 7,
    "name": 'Anna, "A"\nLee',
    "original_name": "Анна",
    "character": "",
    "order": 3,
    "credit_id": "c",
    "gender": 9,
    "popularity": 2,
    "profile_path": None,
    "adult": False,
}
GUEST: dict[str, Any] = {"id": 8, "name": "G", "credit_id": "g", "character": "Krazy-8"}
WORKER: dict[str, Any] = {"id": 9, "name": "W", "department": "Directing", "job": "Director", "gender": 1}
ROWS = [
    (1396, 1, 2, "cast", 7, 'Anna, "A"\nLee', "Анна", "", None, None, 3, "c", 9, 2.0, None),
    (1396, 1, 2, "guest_star", 8, "G", None, "Krazy-8", None, None, None, "g", None, 0.0, None),
    (1396, 1, 2, "crew", 9, "W", None, None, "Directing", "Director", None, None, 1, 0.0, None),
]
BODY = json.dumps({"id": 1, "cast": [ACTOR], "guest_stars": [GUEST], "crew": [WORKER]}).encode()


def job_of(folder: Path, operation: str, *answers: tuple[tuple[int, ...], bytes]) -> Path:
    file = folder / "job.sqlite"
    with Job.open(file, operation) as job:
        job.add([arguments for arguments, _ in answers])
        for (item, _), (_, body) in zip(job.waiting(), answers, strict=True):
            job.record(Record(item, status=200, body=body))
    return file


@pytest.fixture
def job(tmp_path: Path) -> Any:
    with Job.read(job_of(tmp_path, EPISODE, ((1396, 1, 2), BODY))) as opened:
        yield opened


def test_a_credit_is_a_row() -> None:
    """One for each person in the cast, among the guest stars and in the crew, with what is unknown as None."""
    operation = find_operation(EPISODE)
    assert [*table_of(operation).columns] == COLUMNS
    assert list(rows_of(operation, (1396, 1, 2), BODY)) == ROWS
    for row in ROWS:
        for value, kind in zip(row, table_of(operation).columns.values(), strict=True):
            assert value is None or type(value) is kind


def test_the_credits_of_a_series_have_the_same_columns() -> None:
    """So that the tables of both can be put together."""
    operation = find_operation(SERIES)
    rows = list(rows_of(operation, (5,), BODY))
    assert table_of(operation) == table_of(find_operation(EPISODE))
    assert rows == [(5, None, None, *row[3:]) for row in ROWS if row[3] != "guest_star"]


def test_an_account_state_is_a_row() -> None:
    """One for each episode of the season, with a rating where there is one."""
    rated: list[Any] = [{"value": 8}, False]
    states = [{"id": 60 + number, "episode_number": number, "rated": rated[number]} for number in (0, 1)]
    operation = find_operation(STATES)
    assert [*table_of(operation).columns] == [*COLUMNS[:3], "episode_id", "rating"]
    rows = list(rows_of(operation, (1399, 1), json.dumps({"id": 1, "results": states}).encode()))
    assert rows == [(1399, 1, 0, 60, 8.0), (1399, 1, 1, 61, None)]


def test_every_operation_has_a_flat_form() -> None:
    """What a reader may look for first is among its columns."""
    from tmdb_async.operations import operations

    for operation in operations().values():
        table = table_of(operation)
        assert set(table.readable) <= set(table.columns), operation.name


def test_a_result_is_a_row() -> None:
    """Where there are results; what is nested is JSON, a day is a text, and a row of another kind has other columns."""
    operation = find_operation("tv_series.keywords")
    assert table_of(operation).columns == {"series_id": int, "id": int, "name": str}
    body = b'{"id":1,"results":[{"id":2,"name":"a"},{"id":3,"name":"b"}]}'
    assert list(rows_of(operation, (1,), body)) == [(1, 2, "a"), (1, 3, "b")]
    multi = find_operation("search.multi")
    row = b'{"id":5,"media_type":"tv","name":"n","first_air_date":"2020-01-02","genre_ids":[1,2]}'
    person = b'{"id":6,"media_type":"person","name":"p","known_for":[' + row + b"]}"
    new = b'{"id":7,"media_type":"robot","name":"r"}'
    rows = b",".join([row, person, new])
    body = b'{"page":1,"total_pages":1,"total_results":3,"results":[' + rows + b"]}"
    names = [*table_of(multi).columns]
    tv, someone, robot = (dict(zip(names, row, strict=True)) for row in rows_of(multi, (), body))
    assert (tv["id"], tv["media_type"], tv["first_air_date"], tv["genre_ids"]) == (5, "tv", "2020-01-02", "[1,2]")
    assert tv["title"] is None
    assert json.loads(str(someone["known_for"]))[0]["name"] == "n"
    assert (robot["id"], robot["media_type"], robot["name"], robot["overview"]) == (7, "robot", "r", None)


def test_an_answer_without_results_is_a_row() -> None:
    """With its numbers and texts in columns."""
    operation = find_operation("networks.details")
    [row] = rows_of(operation, (49,), b'{"id":49,"name":"HBO","origin_country":"US"}')
    found = dict(zip(table_of(operation).columns, row, strict=True))
    assert (found["network_id"], found["name"], found["origin_country"]) == (49, "HBO", "US")
    assert table_of(operation).single


def test_a_map_and_an_array_are_rows() -> None:
    """Of a map the key and the value; of an array each item, also a bare text."""
    providers = find_operation("tv_series.watch_providers")
    body = b'{"id":1,"results":{"DE":{"link":"l","flatrate":[]}}}'
    [(series, key, value)] = rows_of(providers, (1,), body)
    assert (series, key, json.loads(str(value))["link"]) == (1, "DE", "l")
    assert list(rows_of(find_operation("configuration.primary_translations"), (), b'["de-DE","en-US"]')) == [
        ("de-DE",),
        ("en-US",),
    ]


def test_json_lines_are_a_dictionary_each(job: Job, tmp_path: Path) -> None:
    """Numbers are numbers, and what is unknown is null."""
    out = tmp_path / "out.jsonl"
    assert export(job, out) == 3
    lines = out.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [dict(zip(COLUMNS, row, strict=True)) for row in ROWS]


def test_csv_has_the_names_of_the_columns(job: Job, tmp_path: Path) -> None:
    """Commas, quotes and line ends within a value survive."""
    out = tmp_path / "out.CSV"
    assert export(job, out) == 3
    with out.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == COLUMNS
    assert rows == [["" if value is None else str(value) for value in row] for row in ROWS]


def test_parquet_has_real_types(job: Job, tmp_path: Path) -> None:
    """DuckDB reads integers, numbers and texts, each of which may be null."""
    out = tmp_path / "out.parquet"
    assert export(job, out) == 3
    table = duckdb.read_parquet(str(out))
    assert table.fetchall() == ROWS
    kinds = dict(zip(table.columns, map(str, table.types), strict=True))
    integers = {"series_id", "season_number", "episode_number", "person_id", "order", "gender"}
    assert {name for name, kind in kinds.items() if kind == "BIGINT"} == integers
    assert {name for name, kind in kinds.items() if kind == "DOUBLE"} == {"popularity"}
    assert {name for name, kind in kinds.items() if kind == "VARCHAR"} == {*COLUMNS} - integers - {"popularity"}


@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet"])
def test_a_job_without_answers_has_no_rows(tmp_path: Path, ending: str) -> None:
    """The file is there all the same, with its columns, and readable."""
    with Job.read(job_of(tmp_path, SERIES)) as job:
        assert export(job, tmp_path / f"out.{ending}") == 0
    if ending == "parquet":
        assert duckdb.read_parquet(str(tmp_path / "out.parquet")).columns == COLUMNS


@pytest.mark.parametrize("name", ["out.xlsx", "out", "out.csv.gz"])
def test_another_ending_is_refused(job: Job, tmp_path: Path, name: str) -> None:
    """The message names those that there are, and nothing is written."""
    with pytest.raises(ValueError, match=r"must end in \.jsonl, \.csv, \.parquet"):
        export(job, tmp_path / name)
    assert not (tmp_path / name).exists()


def test_an_export_that_fails_leaves_the_one_before(tmp_path: Path) -> None:
    """A body that is not the model's any more, say: the message names its item, and nothing half is left."""
    out = tmp_path / "out.jsonl"
    out.write_bytes(b"before")
    file = job_of(tmp_path, SERIES, ((1,), b'{"id":1,"cast":[],"crew":[]}'), ((7,), b"{}"))
    with Job.read(file) as job, pytest.raises(JobError, match=r"body for 7 cannot be read any more: .* missing"):
        export(job, out)
    assert out.read_bytes() == b"before"
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("name", ["missing/out.csv", "file/out.csv", f"{'long' * 100}/out.csv", "folder.csv"])
def test_a_place_where_nothing_can_be_written_is_an_error(job: Job, tmp_path: Path, name: str) -> None:
    """The message names it, and nothing is left."""
    (tmp_path / "file").touch()
    (tmp_path / "folder.csv").mkdir()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(JobError, match=r"\.csv cannot be written: "):
        export(job, tmp_path / name)
    assert sorted(tmp_path.iterdir()) == before


def test_a_job_is_not_replaced_by_its_table(tmp_path: Path) -> None:
    """Whatever it is called, and by whatever name."""
    file = job_of(tmp_path, SERIES, ((1,), b'{"id":1,"cast":[],"crew":[]}')).rename(tmp_path / "job.csv")
    before = file.read_bytes()
    (tmp_path / "link.csv").symlink_to(file)
    with Job.read(file) as job:
        for name in ("job.csv", "link.csv"):
            with pytest.raises(JobError, match=f"{name} is the job itself"):
                export(job, tmp_path / name)
    assert file.read_bytes() == before


def test_a_link_stays_a_link(job: Job, tmp_path: Path) -> None:
    """The file that it leads to is replaced, and no other file beside it is touched."""
    for name in ("elsewhere", "elsewhere.part", "out.csv.part"):
        (tmp_path / name).write_bytes(b"mine")
    (tmp_path / "out.csv").symlink_to(tmp_path / "elsewhere")
    export(job, tmp_path / "out.csv")
    assert (tmp_path / "out.csv").is_symlink()
    assert (tmp_path / "elsewhere").read_bytes().startswith(b"series_id,")
    assert (tmp_path / "elsewhere.part").read_bytes() == (tmp_path / "out.csv.part").read_bytes() == b"mine"


def test_what_a_format_cannot_hold_is_an_error(tmp_path: Path) -> None:
    """An id beyond 64 bits, say: the other formats have it."""
    body = json.dumps({"id": 1, "cast": [{**ACTOR, "id": 2**70}], "crew": []}).encode()
    with Job.read(job_of(tmp_path, SERIES, ((1,), body))) as job:
        with pytest.raises(JobError, match=r"out\.parquet cannot be written: .* too large"):
            export(job, tmp_path / "out.parquet")
        assert export(job, tmp_path / "out.csv") == 1


def test_parquet_without_pyarrow_says_what_to_install(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is an extra: the other formats work without it."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(JobError, match=r"pip install 'tmdb-async\[parquet\]'"):
        export(job, tmp_path / "out.parquet")
    assert export(job, tmp_path / "out.csv") == 3


PROGRAM = r"""
import re, sys
from pathlib import Path
from tmdb_async.jobs import Job, export
with Job.read(sys.argv[1]) as job:
    rows = export(job, sys.argv[2])
# Not `ru_maxrss`, which begins with what the process had that started this one.
print(rows, re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())[1])
"""


@pytest.mark.unmeasured
@pytest.mark.skipif(sys.platform != "linux", reason="the memory is read as Linux tells it")
def test_a_million_rows_need_little_memory(tmp_path: Path) -> None:
    """They are written as they are read: a process that exports them stays under 200 MB."""
    numbers = range(1, 1001)
    cast = [{**ACTOR, "id": number, "credit_id": f"{number:024x}", "name": f"Name {number}"} for number in numbers]
    body = json.dumps({"id": 1, "cast": cast, "crew": []}).encode()
    file = job_of(tmp_path, SERIES, *(((number,), body) for number in numbers))
    out = tmp_path / "out.parquet"
    command = [sys.executable, "-c", PROGRAM, str(file), str(out)]
    rows, peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert int(rows) == 1_000_000
    assert 20e6 < int(peak) * 1024 < 200e6
    table = duckdb.read_parquet(str(out))
    assert table.aggregate("count(*), count(DISTINCT series_id)").fetchall() == [(1_000_000, 1000)]


def test_what_is_nested_in_a_cell_is_json() -> None:
    """Also maps, and rows of a kind that nobody knows yet."""
    unknown = UnknownMedia(id=1, media_type="game", content=b'{"id":1}')
    assert json.loads(str(flat._cell({"DE": (unknown, 2)}, str))) == {"DE": [{"id": 1}, 2]}
