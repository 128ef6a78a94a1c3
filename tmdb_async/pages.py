"""Lists that TMDB hands out in pages: their rows, one after the other, as they are needed."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterable
from contextlib import aclosing
from typing import Generic, Protocol, TypeVar

import sniffio

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

_logger = logging.getLogger("tmdb_async")

# However many pages TMDB promises, it hands out no more.
LAST_PAGE = 500


class Page(Protocol[R_co]):
    """What every page has; the models of pages are of this kind."""

    @property
    def page(self) -> int:
        """Its number, from 1."""
        ...

    @property
    def results(self) -> tuple[R_co, ...]:
        """Its rows."""
        ...

    @property
    def total_pages(self) -> int:
        """How many pages TMDB says that there are."""
        ...

    @property
    def total_results(self) -> int:
        """How many rows TMDB says that there are."""
        ...


class Pages(Generic[R]):
    """The pages of a list, and their rows; made by `TMDB.paginate`.

    An asynchronous iterable of rows, with the defaults of `rows`. It may be iterated more than once: each time it asks
    anew.

    Attributes:
        page: The last page that was given; 0 before the first.
        truncated: Whether TMDB promised more pages than it hands out, which is 500. None before the first page.
        total_results: How many rows TMDB says that there are. None before the first page.
    """

    def __init__(self, name: str, get: Callable[[int], Awaitable[Page[R]]], first: int) -> None:
        self.page = 0
        self.truncated: bool | None = None
        self.total_results: int | None = None
        self._name = name
        self._get = get
        self._first = first

    def __aiter__(self) -> AsyncIterator[R]:
        return self.rows()

    async def rows(
        self, *, limit: int | None = None, ahead: int = 1, repeated: bool = False
    ) -> AsyncGenerator[R, None]:
        """Iterate over the rows.

        Args:
            limit: How many rows to give at most; None for all.
            ahead: How many pages to ask for before they are needed, from 0. On trio always none.
            repeated: Whether to give a row again that was given already: pages move while they are read. Rows are told
                apart by their kind and id.

        Yields:
            One row after the other, in TMDB's order.

        Raises:
            ValueError: `limit` or `ahead` is negative. Nothing was sent.
            TMDBError: A page cannot be had, after the rows of the pages before it; `page` tells which was the last.
        """
        if limit is not None and limit < 0:
            raise ValueError(f"limit must be 0 or more, and is {limit}")
        left = limit
        given: set[tuple[object, object]] = set()
        if left == 0:
            return
        async with aclosing(self.pages(ahead=ahead)) as pages:
            async for page in pages:
                for row in page.results if repeated else new_rows(page.results, given):
                    yield row
                    if left is not None:
                        left -= 1
                        if left == 0:
                            return

    async def pages(self, *, ahead: int = 1) -> AsyncGenerator[Page[R], None]:
        """Iterate over the pages.

        Args:
            ahead: How many pages to ask for before they are needed, from 0. On trio always none.

        Yields:
            The pages from the first one on, up to the last one or, where there are more, the 500th.

        Raises:
            ValueError: `ahead` is negative. Nothing was sent.
            TMDBError: A page cannot be had; `page` tells which was the last.
        """
        if ahead < 0:
            raise ValueError(f"ahead must be 0 or more, and is {ahead}")
        if sniffio.current_async_library() != "asyncio":
            ahead = 0
        number, last = self._first, self._first
        coming: deque[Awaitable[Page[R]]] = deque()
        try:
            while True:
                page = await (coming.popleft() if coming else self._get(number))
                self.page = number
                last = self._end(page)
                number += 1
                while len(coming) < ahead and number + len(coming) <= last:
                    coming.append(asyncio.ensure_future(self._get(number + len(coming))))
                yield page
                if number > last:
                    return
        finally:  # also if the caller has had enough
            await _cancel(coming)

    def _end(self, page: Page[R]) -> int:
        """Return the number of the last page, as far as is known."""
        truncated = page.total_pages > LAST_PAGE
        if truncated and not self.truncated:
            _logger.info("%s: TMDB has %d pages, and hands out %d", self._name, page.total_pages, LAST_PAGE)
        self.truncated, self.total_results = truncated, page.total_results
        return min(page.total_pages, LAST_PAGE)


def new_rows(rows: Iterable[R], given: set[tuple[object, object]]) -> Iterable[R]:
    """Return the rows that were not given yet; one without an id is new."""
    for row in rows:
        key = (type(row), getattr(row, "id", None))
        if key[1] is None or key not in given:
            given.add(key)
            yield row


async def _cancel(calls: Iterable[Awaitable[object]]) -> None:
    tasks = [call for call in calls if isinstance(call, asyncio.Future)]
    for task in tasks:
        task.cancel()
    if tasks:
        await asyncio.gather(*tasks, return_exceptions=True)
