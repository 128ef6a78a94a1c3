"""How one item becomes a record, on this machine or on another."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from tmdb_async._generated.types import Secret
from tmdb_async.client import TMDB
from tmdb_async.errors import APIStatusError, NotFoundError, ResponseError, TMDBError
from tmdb_async.operations import item_parameters

from .plans import Plan
from .records import Record
from .spec import Spec

# What a column of SQLite's holds.
_MOST = 2**63 - 1
_NOTHING: Mapping[str, Any] = {}


class Fetched(NamedTuple):
    """What came of asking for an item."""

    record: Record
    """What the job keeps of it."""
    error: TMDBError | None
    """What was raised, which a 404 is, too; None for a success."""


class Fetcher:
    """Asks for items.

    Args:
        spec: What is asked for.
        tmdb: The client.
        secrets: What stands in the path and is no item, by its name.
        keep: Called with each body of an answer that takes several requests: the item's number, the body's place from
            0, and the body.
    """

    def __init__(
        self,
        spec: Spec,
        tmdb: TMDB,
        secrets: Mapping[str, Secret],
        keep: Callable[[int, int, bytes], None] = lambda _item, _place, _body: None,
    ) -> None:
        self._spec = spec
        self._send = tmdb.call
        self._asked = spec.asked
        self._names = [*item_parameters(self._asked)]
        self._keywords = spec.keywords
        self._secrets = secrets
        self._keep = keep

    async def fetch(self, item: int, arguments: tuple[Any, ...], parts: Sequence[bytes] = ()) -> Fetched:
        """Ask for an item, once or as often as its answer takes.

        Args:
            item: Its number in the job.
            arguments: Its arguments.
            parts: The bodies that came of it before, of an answer that takes several requests.

        Raises:
            ValueError: The session is missing. Nothing was sent.
        """
        began = time.monotonic()
        try:
            if (plan := self._spec.plan()) is None:
                status, body, _ = await self._call(arguments)
                bodies = [body]
            else:
                status, bodies = await self._fetch_parts(plan, item, arguments, parts)
        except TMDBError as error:
            return Fetched(_failed(item, error, time.monotonic() - began), error)
        first, *further = bodies
        return Fetched(
            Record(item, status, first, further=tuple(further), seconds=time.monotonic() - began), error=None
        )

    async def _fetch_parts(
        self, plan: Plan, item: int, arguments: tuple[Any, ...], parts: Sequence[bytes]
    ) -> tuple[int, list[bytes]]:
        bodies = [*parts]
        for body in bodies:
            plan.answered(self._spec.read(body))
        status = 200
        while (asked := plan.next()) is not None:
            try:
                status, body, model = await self._call(arguments, asked)
            except ResponseError as error:
                plan.refused(error)
                continue
            plan.answered(model)
            self._keep(item, len(bodies), body)
            bodies.append(body)
        return status, bodies

    async def _call(self, arguments: tuple[Any, ...], asked: Mapping[str, Any] = _NOTHING) -> tuple[int, bytes, Any]:
        item = zip(self._names, arguments, strict=False)
        return await self._send(self._asked, {**dict(item), **self._keywords, **asked, **self._secrets})


def _failed(item: int, error: TMDBError, seconds: float) -> Record:
    status, body = (error.status, error.body) if isinstance(error, (APIStatusError, ResponseError)) else (None, None)
    code = error.code if isinstance(error, APIStatusError) else None
    if code is not None and abs(code) > _MOST:
        code = None  # which the file cannot hold; the body has it
    if isinstance(error, NotFoundError) and status == 404:  # which is an answer
        return Record(item, status, body, code, seconds=seconds)
    return Record(item, status, body, code, error=type(error).__name__, message=str(error), seconds=seconds)
