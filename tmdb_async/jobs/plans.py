"""Which requests make up the answer for one item, where that takes several."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Any, Protocol

from tmdb_async._generated.types import Operation
from tmdb_async.calls import assembly
from tmdb_async.errors import ResponseError
from tmdb_async.pages import LAST_PAGE, Page


class Plan(Protocol):
    """What is asked for next, as far as is known from what was answered."""

    def next(self) -> Mapping[str, Any] | None:
        """Return what the next request is given beside the item; None where the answer is whole."""
        ...

    def answered(self, model: Any, /) -> None:
        """Take the answer to the request before, of this run or of an earlier one."""
        ...

    def refused(self, error: ResponseError, /) -> None:
        """Take what is wrong with an answer: plan otherwise, or raise it."""
        ...


class SeriesPlan:
    """All seasons of a series, of which an operation's answers are put together."""

    def __init__(self, operation: Operation[Any]) -> None:
        self._plan = assembly.Plan(operation)
        self.next = self._plan.next
        self.refused = self._plan.refused

    def answered(self, model: Any, /) -> None:
        deque(self._plan.answered(model), maxlen=0)  # which tells whether they can be


class PagesPlan:
    """All pages of a list, one after the other."""

    def __init__(self) -> None:
        self._page = self._last = 1

    def next(self) -> Mapping[str, Any] | None:
        return {"page": self._page} if self._page <= self._last else None

    def answered(self, page: Page[Any], /) -> None:
        self._page += 1
        self._last = min(page.total_pages, LAST_PAGE)

    def refused(self, error: ResponseError, /) -> None:
        raise error
