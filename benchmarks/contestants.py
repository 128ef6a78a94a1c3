"""The contestants: each opens a client and gives a call that fetches the credits of one episode.

Each stands for what its own users write: its documented client, connections reused where it can, and no setting that
slows it down. What is measured imports nothing but itself, so the libraries are imported inside.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager, contextmanager
from typing import Any, TypeAlias

TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJiZW5jaCJ9.bench"  # noqa: S105 - the right form; the server does not look
KEY = "0123456789abcdef0123456789abcdef"
HEADERS = {"Authorization": f"Bearer {TOKEN}"}
SERIES = 1396

AsyncCall: TypeAlias = Callable[[int], Awaitable[Any]]
AsyncContestant: TypeAlias = Callable[[str, int], AbstractAsyncContextManager[AsyncCall]]
SyncCall: TypeAlias = Callable[[int], Any]
SyncContestant: TypeAlias = Callable[[str], AbstractContextManager[SyncCall]]


def _url(base_url: str, episode: int) -> str:
    return f"{base_url}/3/tv/{SERIES}/season/1/episode/{episode}/credits"


@asynccontextmanager
async def bare_httpx(base_url: str, _in_flight: int) -> AsyncIterator[AsyncCall]:
    import httpx

    async with httpx.AsyncClient(headers=HEADERS) as client:

        async def call(episode: int) -> Any:
            return (await client.get(_url(base_url, episode))).json()

        yield call


@asynccontextmanager
async def bare_httpx2(base_url: str, _in_flight: int) -> AsyncIterator[AsyncCall]:
    import httpx2

    async with httpx2.AsyncClient(headers=HEADERS) as client:

        async def call(episode: int) -> Any:
            return (await client.get(_url(base_url, episode))).json()

        yield call


@asynccontextmanager
async def bare_aiohttp(base_url: str, _in_flight: int) -> AsyncIterator[AsyncCall]:
    import aiohttp
    import orjson

    async with aiohttp.ClientSession(headers=HEADERS) as session:

        async def call(episode: int) -> Any:
            async with session.get(_url(base_url, episode)) as response:
                return orjson.loads(await response.read())

        yield call


@asynccontextmanager
async def ours_with_httpx(base_url: str, in_flight: int) -> AsyncIterator[AsyncCall]:
    from tmdb_async import TMDB

    async with TMDB(TOKEN, base_url=base_url, max_rate=None, max_concurrency=in_flight) as tmdb:
        yield lambda episode: tmdb.tv_episodes.credits(SERIES, 1, episode)


@asynccontextmanager
async def ours_with_aiohttp(base_url: str, in_flight: int) -> AsyncIterator[AsyncCall]:
    from tmdb_async import TMDB

    async with TMDB(TOKEN, base_url=base_url, max_rate=None, max_concurrency=in_flight, transport="aiohttp") as tmdb:
        yield lambda episode: tmdb.tv_episodes.credits(SERIES, 1, episode)


@asynccontextmanager
async def ours_with_httpx2(base_url: str, in_flight: int) -> AsyncIterator[AsyncCall]:
    import httpx2

    from tmdb_async import TMDB

    async with (
        httpx2.AsyncClient() as client,
        TMDB(TOKEN, base_url=base_url, max_rate=None, max_concurrency=in_flight, http_client=client) as tmdb,
    ):
        yield lambda episode: tmdb.tv_episodes.credits(SERIES, 1, episode)


@asynccontextmanager
async def themoviedb(base_url: str, _in_flight: int) -> AsyncIterator[AsyncCall]:
    from themoviedb import aioTMDb

    async with aioTMDb(api_key=KEY) as client:
        client._config.host = base_url  # noqa: SLF001 - it has no public way to another host
        yield lambda episode: client.episode(SERIES, 1, episode).credits()


@contextmanager
def tmdbsimple(base_url: str) -> Iterator[SyncCall]:
    import requests
    import tmdbsimple as tmdb

    tmdb.API_KEY = KEY
    with requests.Session() as session:
        tmdb.REQUESTS_SESSION = session

        def call(episode: int) -> Any:
            resource = tmdb.TV_Episodes(SERIES, 1, episode)
            resource.base_uri = f"{base_url}/3"
            return resource.credits()

        yield call


@contextmanager
def tmdbapis(base_url: str) -> Iterator[SyncCall]:
    import requests
    from tmdbapis import api3

    api3.base_url = f"{base_url}/3"
    with requests.Session() as session:
        api = api3.API3(KEY, session=session, validate=False)
        yield lambda episode: api.tv_episodes_get_credits(SERIES, 1, episode)


BARE = "httpx, get + json"
FLOOR = "aiohttp + orjson"
HTTPX = "tmdb_async, httpx"
AIOHTTP = "tmdb_async, aiohttp"
THEMOVIEDB = "themoviedb"
PEERS = (THEMOVIEDB, "tmdbsimple", "tmdbapis")

ASYNC: dict[str, AsyncContestant] = {
    BARE: bare_httpx,
    "httpx2, get + json": bare_httpx2,
    FLOOR: bare_aiohttp,
    HTTPX: ours_with_httpx,
    "tmdb_async, httpx2": ours_with_httpx2,
    AIOHTTP: ours_with_aiohttp,
    THEMOVIEDB: themoviedb,
}
SYNC: dict[str, SyncContestant] = {"tmdbsimple": tmdbsimple, "tmdbapis": tmdbapis}
