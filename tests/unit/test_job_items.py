from __future__ import annotations

import gzip
import itertools
from io import BufferedReader, BytesIO, RawIOBase
from typing import Any

import pytest

from tmdb_async.jobs import BadLine, JobError, parse_item, read_items, read_lines
from tmdb_async.operations import find_operation

SERIES = find_operation("tv_series.credits")
EPISODE = find_operation("tv_episodes.credits")


def stream(content: bytes) -> BufferedReader:
    return BufferedReader(BytesIO(content))


def read(content: bytes, operation: Any = SERIES) -> tuple[list[tuple[Any, ...]], list[BadLine]]:
    bad: list[BadLine] = []
    return list(read_items(stream(content), operation, bad.append)), bad


@pytest.mark.parametrize(
    "line",
    [
        "1396/1/1",
        "1396 1 1",
        "1396\t1  1",
        "1396 / 1 / 1",
        "1396,1,1",
        " 1396, 1, 1 ",
        '"1396","1","1"',
        "[1396, 1, 1]",
        '{"series_id": 1396, "episode_number": 1, "season_number": 1, "name": "Pilot"}',
        "\ufeff1396/1/1\r",
    ],
)
def test_an_item_is_one_line_in_any_form(line: str) -> None:
    """Paths, words, CSV and JSON say the same."""
    assert read(f"\n{line}\n\n".encode(), EPISODE) == ([(1396, 1, 1)], [])
    assert parse_item(line.removeprefix("\ufeff"), EPISODE) == (1396, 1, 1)


@pytest.mark.parametrize(
    "line", ["1399", '"1399"', "[1399]", '{"id":1399,"original_name":"x","popularity":1.5}', '{"series_id":1399}']
)
def test_a_single_id_has_the_form_of_the_daily_exports_too(line: str) -> None:
    """`id` is the one argument of an operation that has one."""
    assert read(line.encode()) == ([(1399,)], [])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("abc", "series_id must be an integer"),
        ("1399 7", "takes series_id, and not 2 values"),
        ("-5", "must be 1 or more"),
        ("1399.5", "series_id must be an integer"),
        ('{"id": "1399"}', "series_id must be an integer, not str"),
        ('{"id": true}', "series_id must be an integer, not bool"),
        ('{"name": "x"}', "it has no series_id"),
        ('{"id": 1399', "it begins like JSON, and is none"),
        ("[" * 60_000, "it begins like JSON, and is none"),
        ("[]", "takes series_id, and not 0 values"),
        ("1" * 70_000, "it is too long"),
        ("1,2\r3,4", "it is no CSV: "),
    ],
)
def test_a_bad_line_is_told_and_skipped(line: str, problem: str) -> None:
    """With its number, its text and what is wrong; the lines around it are read."""
    items, [bad] = read(f"1\n{line}\n2\n".encode())
    assert items == [(1,), (2,)]
    assert (bad.number, bad.text) == (2, line[: 2**16])
    assert problem in bad.problem
    assert str(bad).startswith(f"line 2: {line[:10]!r}"[:-1])
    assert len(str(bad)) < 300


def test_bytes_that_are_no_text_are_a_bad_line() -> None:
    """The message shows them, escaped."""
    items, [bad] = read(b"1\n\xff\xfe\n2\n")
    assert items == [(1,), (2,)]
    assert bad.text == r"\xff\xfe"


@pytest.mark.parametrize(
    ("content", "operation", "expected"),
    [
        (b"name,episode_number,series_id,season_number\nPilot,1,1396,2\n", EPISODE, [(1396, 2, 1)]),
        (b"\nid,name\n7,x\n8,y\n", SERIES, [(7,), (8,)]),
        (b"series_id\n7\n", SERIES, [(7,)]),
        (b'"id"\n"7"\n"8"\n', SERIES, [(7,), (8,)]),
    ],
)
def test_the_first_line_may_name_the_columns(content: bytes, operation: Any, expected: list[Any]) -> None:
    """Then the arguments are taken from theirs, whatever else a line has."""
    assert read(content, operation) == (expected, [])


def test_a_row_that_lacks_a_column_is_a_bad_line() -> None:
    """It is no item with another column's value."""
    items, [bad] = read(b"name,id\nx\ny,8\n")
    assert items == [(8,)]
    assert bad.problem == "it has too few columns"


def test_names_of_columns_further_down_are_a_bad_line() -> None:
    """Two files that were put together have a second header."""
    assert [bad.number for bad in read(b"id\n1\nid\n2\n")[1]] == [3]


def test_an_item_by_itself_names_no_columns() -> None:
    """What would be the name of a column in a file is a mistake there."""
    for text in ("id", "series_id", ""):
        with pytest.raises(ValueError, match="series_id must be an integer"):
            parse_item(text, SERIES)


@pytest.mark.parametrize(
    "line", [b" " * (2**16 - 2) + b"13999", "é".encode() * 2**15 + b"\n", b"1" + b" " * 2**17, b" " * 2**17 + b"9"]
)
def test_what_is_left_of_a_long_line_is_no_item(line: bytes) -> None:
    """Nothing is taken for an id that is the beginning or the rest of something else."""
    items, [bad] = read(b"1\n" + line + b"\n2\n")
    assert items[0] == (1,)
    assert items[-1] == (2,)
    assert (len(items), bad.number, bad.problem) == (2, 2, "it is too long")


def test_gzip_is_seen_by_itself() -> None:
    """The name of the file does not count, and neither does there being one."""
    assert read(gzip.compress(b'{"id":1}\n') + gzip.compress(b'{"id":2}\n')) == ([(1,), (2,)], [])


@pytest.mark.parametrize("damage", [lambda body: body[:-30], lambda body: body[:20] + b"x" * 20 + body[40:]])
def test_damaged_gzip_is_an_error(damage: Any) -> None:
    """What breaks off is not taken for the whole: the message says after which line."""
    content = damage(gzip.compress("\n".join(map(str, range(10_000))).encode()))
    with pytest.raises(JobError, match=r"cannot be read after line \d+"):
        read(content)


def test_the_input_is_read_as_it_is_needed() -> None:
    """An endless one, too; so is one without any line end, which does not fill the memory."""

    class Endless(RawIOBase):
        def __init__(self, part: bytes) -> None:
            self.part = itertools.cycle(part)
            self.taken = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any, /) -> int:
            buffer[:1] = bytes([next(self.part)])
            self.taken += 1
            assert self.taken < 100, "it reads on"
            return 1

    source = Endless(b"12\n")
    items = read_items(BufferedReader(source), SERIES, print)
    assert [next(items) for _ in range(3)] == [(12,)] * 3


def test_a_line_without_an_end_is_not_kept() -> None:
    """It comes in parts, of which nothing is left out."""
    content = b"x" * 1_000_000 + b"\n1\n"
    parts = list(read_lines(stream(content)))
    assert max(map(len, parts)) == 2**16
    assert b"".join(parts) == content


def test_what_the_caller_raises_of_a_bad_line_ends_the_reading() -> None:
    """So that nothing need be sent."""

    def refuse(line: BadLine) -> None:
        raise KeyError(line.number)

    with pytest.raises(KeyError, match="1"):
        list(read_items(stream(b"x\n1\n"), SERIES, refuse))
