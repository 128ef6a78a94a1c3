from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import Callable
from contextlib import aclosing
from typing import Any

import attrs
import pytest

from tmdb_async import ServerError
from tmdb_async.pages import Pages

pytestmark = pytest.mark.anyio


@attrs.frozen
class Row:
    id: int | None


@attrs.frozen
class OtherRow:
    id: int | None


@attrs.frozen
class Page:
    page: int
    results: tuple[Any, ...]
    total_pages: int
    total_results: int


class Source:
    """Pages of three rows, and what was asked of them."""

    def __init__(self, total: int, row: Callable[[int], Any] = Row, fail: int | None = None) -> None:
        self.total = total
        self.row = row
        self.fail = fail
        self.asked: list[int] = []
        self.open = 0

    async def get(self, page: int) -> Page:
        self.asked.append(page)
        self.open += 1
        try:
            await asyncio.sleep(0)
        finally:
            self.open -= 1
        if page == self.fail:
            raise ServerError("no", status=500, code=None, headers={}, body=b"")
        first = 3 * (page - 1)
        return Page(page, tuple(self.row(first + number) for number in range(3)), self.total, 3 * self.total)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def pages(source: Source, first: int = 1) -> Pages[Any]:
    return Pages("search.tv", source.get, first)


async def test_rows_come_in_order_from_page_to_page() -> None:
    """All rows of all pages, each page asked for once."""
    source = Source(3)
    assert [row.id async for row in pages(source)] == [*range(9)]
    assert source.asked == [1, 2, 3]


async def test_pages_begin_where_they_are_told() -> None:
    """With the page that was asked for."""
    source = Source(3)
    found = pages(source, first=2)
    assert [page.page async for page in found.pages()] == [2, 3]
    assert (found.page, found.truncated, found.total_results) == (3, False, 9)


async def test_a_page_is_asked_for_before_it_is_needed() -> None:
    """As many as `ahead` says, and never one that does not exist; with 0 one after the other."""
    for ahead, asked in ((0, [1]), (1, [1, 2]), (2, [1, 2, 3]), (10, [1, 2, 3, 4])):
        source = Source(4)
        async with aclosing(pages(source).pages(ahead=ahead)) as found:
            await anext(found)
            await asyncio.sleep(0.001)
            assert source.asked == asked


async def test_an_empty_page_in_the_middle_is_no_end() -> None:
    """TMDB leaves rows out of a page that are hidden; the total tells how many there are."""

    class Gap(Source):
        async def get(self, page: int) -> Page:
            found = await super().get(page)
            return attrs.evolve(found, results=()) if page == 2 else found

    assert [row.id async for row in pages(Gap(3))] == [0, 1, 2, 6, 7, 8]


async def test_no_pages_are_no_rows() -> None:
    """A search that finds nothing answers with a page of none."""

    class Empty(Source):
        async def get(self, page: int) -> Page:
            self.asked.append(page)
            return Page(1, (), 0, 0)

    source = Empty(0)
    assert [row async for row in pages(source)] == []
    assert source.asked == [1]


async def test_tmdb_hands_out_500_pages(caplog: pytest.LogCaptureFixture) -> None:
    """Whatever it promises: what is left out is said, once, in an attribute and in the log."""
    source = Source(700)
    found = pages(source, first=499)
    with caplog.at_level(logging.INFO, "tmdb_async"):
        assert [page.page async for page in found.pages()] == [499, 500]
    assert found.truncated is True
    assert [record.getMessage() for record in caplog.records] == ["search.tv: TMDB has 700 pages, and hands out 500"]


async def test_a_row_is_given_once() -> None:
    """Pages move while they are read: a row whose id was given is left out, unless it is wanted."""
    assert [row.id async for row in pages(Source(2, lambda number: Row(number // 2)))] == [0, 1, 2]
    repeated = pages(Source(2, lambda number: Row(number // 2))).rows(repeated=True)
    assert [row.id async for row in repeated] == [0, 0, 1, 1, 2, 2]


async def test_rows_of_other_kinds_are_other_rows() -> None:
    """A movie and a series may have one id, and what has none is never a repetition."""
    kinds = [Row(1), OtherRow(1), Row(1), Row(None), Row(None), OtherRow(1)]
    assert [row async for row in pages(Source(2, lambda number: kinds[number]))] == [
        *(Row(1), OtherRow(1), Row(None), Row(None)),
    ]


@pytest.mark.parametrize(("limit", "asked"), [(0, []), (1, [1]), (3, [1]), (4, [1, 2])])
async def test_a_limit_is_kept(limit: int, asked: list[int]) -> None:
    """So many rows, and no page that is not needed where none is asked for ahead."""
    source = Source(9)
    assert len([row async for row in pages(source).rows(limit=limit, ahead=0)]) == limit
    assert source.asked == asked


@pytest.mark.parametrize("bad", [{"limit": -1}, {"ahead": -1}])
async def test_bad_arguments_are_refused(bad: dict[str, Any]) -> None:
    """Before anything is asked for."""
    source = Source(1)
    with pytest.raises(ValueError, match="must be 0 or more, and is -1"):
        await anext(pages(source).rows(**bad))
    assert source.asked == []


async def test_a_failure_comes_after_the_rows_before_it() -> None:
    """What was fetched is given, and `page` tells where to go on."""
    found = pages(Source(5, fail=3))
    rows: list[int] = []
    with pytest.raises(ServerError):
        async for row in found.rows(ahead=4):
            rows.append(row.id)
    assert rows == [0, 1, 2, 3, 4, 5]
    assert found.page == 2


async def test_leaving_early_leaves_nothing_behind() -> None:
    """No call goes on: what was asked for ahead is cancelled."""

    class Slow(Source):
        async def get(self, page: int) -> Page:
            if page > 1:
                self.open += 1
                try:
                    await asyncio.sleep(10)
                finally:
                    self.open -= 1
            return await super().get(page)

    source = Slow(9)
    before = asyncio.all_tasks()
    async for _ in pages(source).rows(ahead=3):
        await asyncio.sleep(0.001)
        assert source.open == 3
        break
    gc.collect()
    await asyncio.sleep(0.01)
    assert source.open == 0
    assert asyncio.all_tasks() == before


async def test_a_failure_that_nobody_waits_for_is_silent(caplog: pytest.LogCaptureFixture) -> None:
    """Who left does not hear of what was asked for ahead."""
    source = Source(3, fail=2)
    async with aclosing(pages(source).rows()) as rows:
        await anext(rows)
        await asyncio.sleep(0.001)
    gc.collect()
    assert caplog.records == []


async def test_it_can_be_iterated_again() -> None:
    """It asks anew."""
    source = Source(2)
    found = pages(source)
    assert [row.id async for row in found] == [row.id async for row in found]
    assert source.asked == [1, 2, 1, 2]


def test_it_works_on_trio() -> None:
    """Where no page is asked for ahead."""
    import anyio

    class Trio(Source):
        async def get(self, page: int) -> Page:
            self.asked.append(page)
            await anyio.lowlevel.checkpoint()
            return Page(page, (Row(page),), self.total, self.total)

    source = Trio(3)

    async def read() -> list[int]:
        found = pages(source).rows(ahead=2)
        first = (await anext(found)).id
        assert source.asked == [1]
        return [first, *[row.id async for row in found]]

    assert anyio.run(read, backend="trio") == [1, 2, 3]
