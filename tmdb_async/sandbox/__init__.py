"""An offline TMDB on loopback, for demonstrations, for tests and for trying things out.

It serves every operation of the OpenAPI document that this package is generated from: the recorded bodies for the
requests that they were recorded for, and plainly synthetic ones for all other ids. It refuses what TMDB refuses.

```python
from tmdb_async.sandbox import Sandbox

with Sandbox() as sandbox:
    async with TMDB(sandbox.token, base_url=sandbox.url) as tmdb:
        credits = await tmdb.tv_series.credits(1399)
    print(sandbox.stats().peak_per_second)
```

It remembers by session what users do: a session is created from a request token, and what it has rated, called a
favourite or put on a watchlist is in its account states, its rated lists and its watchlists, until it is taken back or
`reset` forgets it. A guest session has a memory, too. A token that was not issued, or is spent, is refused (code 33),
and so is a session that was ended (code 3); all other sessions are welcome, also those that it never issued.

Answers fit each other: no row of a list is on two pages, a thing has the same id and the same name in lists and in its
details, and `append_to_response` gives what the parts' own operations give. Most series have 1 to 3 seasons, some up to
25, and a season has 6 to 24 episodes, rarely 100 or more. An episode's credits are what its season's details and
credits say of it. Faults come on demand:

```python
sandbox.fail_next(503, times=2)
sandbox.answer("tv_series.details", {"id": 1399, "name": "Mine"})
```

From the command line: `python -m tmdb_async.sandbox`. In tests: the fixture `tmdb_sandbox`, which pytest finds by
itself.

Which ids are unknown: every id whose decimal digits end in 404 (404, 1404, ...), and every id above 2,147,483,647. So
are the seasons that a series' details do not list, and the episodes that a season's do not.

It needs `pip install 'tmdb-async[sandbox]'`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .counts import Stats

if TYPE_CHECKING:
    from .server import Sandbox

__all__ = ["Sandbox", "Stats"]


def __getattr__(name: str) -> object:
    if name != "Sandbox":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        from .server import Sandbox
    except ModuleNotFoundError as error:
        if error.name not in {"starlette", "uvicorn"}:
            raise
        raise ImportError(
            f"The sandbox needs {error.name}: pip install 'tmdb-async[sandbox]'", name=error.name
        ) from error
    return Sandbox
