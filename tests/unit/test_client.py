from __future__ import annotations

import asyncio
import inspect
from typing import Any

import httpx
import pytest
from pytest_httpx import HTTPXMock

import tmdb_async
from tmdb_async import TMDB, ConfigurationError, NotFoundError, Response
from tmdb_async.models import CastMember, TvEpisodeCredits, TvSeriesCredits

TOKEN = "token"
HOST = "https://api.themoviedb.org"
SERIES = {"id": 1399, "cast": [], "crew": []}
FIRST = {"id": 1}
MEMBER = {"id": 7, "name": "N", "credit_id": "c", "character": "C"}
EPISODE = {"id": 62085, "cast": [], "crew": [], "guest_stars": [MEMBER]}
STATES = {"id": 3624, "results": [{"id": 63056, "episode_number": 1, "rated": False}]}


@pytest.mark.anyio
async def test_a_call_returns_the_model(httpx_mock: HTTPXMock) -> None:
    """The whole way of one call: URL, headers, and the body as a typed model."""
    httpx_mock.add_response(url=f"{HOST}/3/tv/1399/credits", json=SERIES)
    async with TMDB(TOKEN) as tmdb:
        assert await tmdb.tv_series.credits(1399) == TvSeriesCredits(id=1399, cast=(), crew=())
    request = httpx_mock.get_requests()[0]
    assert request.method == "GET"
    assert request.headers["authorization"] == f"Bearer {TOKEN}"
    assert request.headers["accept"] == "application/json"
    assert request.headers["user-agent"] == f"tmdb-async/{tmdb_async.__version__}"


@pytest.mark.anyio
async def test_guest_stars_come_with_their_characters(httpx_mock: HTTPXMock) -> None:
    """Guest stars are cast members: each with the character that they play."""
    httpx_mock.add_response(url=f"{HOST}/3/tv/1396/season/1/episode/1/credits?language=pt-BR", json=EPISODE)
    async with TMDB(TOKEN) as tmdb:
        episode = await tmdb.tv_episodes.credits(1396, 1, 1, language="pt-BR")
    assert isinstance(episode, TvEpisodeCredits)
    assert episode.guest_stars == (CastMember(id=7, name="N", credit_id="c", character="C"),)


@pytest.mark.anyio
async def test_detailed_gives_everything_that_came(httpx_mock: HTTPXMock) -> None:
    """`detailed` has the status, the headers in any case, the raw content and the model."""
    httpx_mock.add_response(json=SERIES | {"unknown": 1}, headers={"ETag": 'W/"1"'})
    async with TMDB(TOKEN) as tmdb:
        response = await tmdb.detailed.tv_series.credits(1399)
    assert isinstance(response, Response)
    assert response.status_code == 200
    assert response.headers["etag"] == response.headers["ETAG"] == 'W/"1"'
    assert b"unknown" in response.content
    assert response.parsed == TvSeriesCredits(id=1399, cast=(), crew=())
    assert len({response, response}) == 1


@pytest.mark.anyio
async def test_a_v3_key_goes_into_the_query_alone(httpx_mock: HTTPXMock) -> None:
    """TMDB takes the older key in the query, and no Authorization header with it."""
    key = "0" * 32
    httpx_mock.add_response(url=f"{HOST}/3/tv/1399/credits?api_key={key}", json=SERIES)
    async with TMDB(api_key=key) as tmdb:
        await tmdb.tv_series.credits(1399)
    assert "authorization" not in httpx_mock.get_requests()[0].headers


@pytest.mark.anyio
async def test_the_environment_configures_a_client(httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Credential, language and host come from the environment where the arguments name none."""
    monkeypatch.setenv("TMDB_ACCESS_TOKEN", TOKEN)
    monkeypatch.setenv("TMDB_LANGUAGE", "fr-FR")
    monkeypatch.setenv("TMDB_BASE_URL", "https://mirror.example/tmdb/")
    httpx_mock.add_response(url="https://mirror.example/tmdb/3/tv/1/credits?language=fr-FR", json=FIRST)
    httpx_mock.add_response(url=f"{HOST}/3/tv/1/credits?language=de", json=FIRST)
    async with TMDB() as tmdb:
        await tmdb.tv_series.credits(1)
    async with TMDB(language="de", base_url=HOST) as tmdb:
        await tmdb.tv_series.credits(1)


@pytest.mark.anyio
@pytest.mark.parametrize("kind", ["session_id", "guest_session_id"])
async def test_a_session_of_the_client_is_sent_where_it_is_needed(httpx_mock: HTTPXMock, kind: str) -> None:
    """The client's session stands in the query of account states and of nothing else."""
    httpx_mock.add_response(url=f"{HOST}/3/tv/1399/season/1/account_states?{kind}=abc", json=STATES)
    httpx_mock.add_response(url=f"{HOST}/3/tv/1399/credits", json=SERIES)
    options: dict[str, Any] = {kind: "abc"}
    async with TMDB(TOKEN, **options) as tmdb:
        assert (await tmdb.tv_seasons.account_states(1399, 1)).results[0].rated is False
        await tmdb.tv_series.credits(1399)


@pytest.mark.anyio
async def test_a_malformed_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the environment is at fault, the message names the variable and not the argument."""
    monkeypatch.setenv("TMDB_LANGUAGE", "english")
    with pytest.raises(ConfigurationError, match=r"^TMDB_LANGUAGE must look like"):
        TMDB(TOKEN)
    monkeypatch.delenv("TMDB_LANGUAGE")
    monkeypatch.setenv("TMDB_BASE_URL", "ftp://mirror.example")
    with pytest.raises(ConfigurationError, match=r"^TMDB_BASE_URL must begin with https"):
        TMDB(TOKEN)


@pytest.mark.anyio
async def test_bad_arguments_send_nothing(httpx_mock: HTTPXMock) -> None:
    """A call with a bad argument raises before anything is sent, and is no TMDBError."""
    async with TMDB(TOKEN) as tmdb:
        with pytest.raises(ValueError, match="series_id"):
            await tmdb.tv_series.credits(-1)
        with pytest.raises(TypeError, match="series_id"):
            await tmdb.tv_series.credits(True)
        with pytest.raises(TypeError, match="series_id"):
            await tmdb.tv_series.credits("1")  # type: ignore[arg-type] # which is the rule
        with pytest.raises(ValueError, match="english"):
            await tmdb.tv_series.credits(1, language="english")
        with pytest.raises(ValueError, match="session is missing"):
            await tmdb.detailed.tv_seasons.account_states(1399, 1)
    assert httpx_mock.get_requests() == []


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"language": "english"}, "language"),
        ({"language": ""}, "language"),
        ({"language": 7}, "language"),
        ({"session_id": ""}, "session_id"),
        ({"session_id": "a b"}, "session_id"),
        ({"session_id": 7}, "session_id"),
        ({"guest_session_id": "a\n"}, "guest_session_id"),
        ({"session_id": "a", "guest_session_id": "b"}, "not both"),
        ({"max_concurrency": 0}, "max_concurrency"),
        ({"max_concurrency": -1}, "max_concurrency"),
        ({"max_concurrency": True}, "max_concurrency"),
        ({"max_concurrency": 2.0}, "max_concurrency"),
        ({"max_concurrency": None}, "max_concurrency"),
        ({"max_rate": 0}, "max_rate"),
        ({"max_rate": -1.0}, "max_rate"),
        ({"max_rate": float("nan")}, "max_rate"),
        ({"max_rate": float("inf")}, "max_rate"),
        ({"max_rate": "40"}, "max_rate"),
        ({"max_rate": True}, "max_rate"),
        ({"timeout": None}, "timeout"),
        ({"timeout": 0}, "timeout"),
        ({"timeout": float("nan")}, "timeout"),
        ({"timeout": float("inf")}, "timeout"),
        ({"timeout": "10"}, "timeout"),
        ({"max_rate": 1e19}, "max_rate"),
        ({"timeout": 10**400}, "timeout"),
        ({"session_id": "a" * 70_000}, "session_id"),
        ({"base_url": ""}, "base_url"),
        ({"base_url": b"https://api.themoviedb.org"}, "base_url"),
        ({"base_url": "https://api.themoviedb.org?"}, "without a user"),
        ({"base_url": "https://api.themoviedb.org#"}, "without a user"),
        ({"base_url": "https://[v1.x]"}, "base_url"),
        ({"base_url": "https://xn--zzzzzz999"}, "base_url"),
        ({"base_url": "http://[::1].evil.example"}, "base_url"),
        ({"base_url": 7}, "base_url"),
        ({"base_url": "api.themoviedb.org"}, "https://"),
        ({"base_url": "ftp://api.themoviedb.org"}, "https://"),
        ({"base_url": "https://"}, "https://"),
        ({"base_url": "https://api.themoviedb.org/3"}, "before /3"),
        ({"base_url": "https://api.themoviedb.org/3/"}, "before /3"),
        ({"base_url": "https://user:word@api.themoviedb.org"}, "without a user"),
        ({"base_url": "https://api.themoviedb.org?a=b"}, "without a user"),
        ({"base_url": "https://api.themoviedb.org#a"}, "without a user"),
        ({"base_url": "https://api.themoviedb.org:port"}, "base_url"),
        ({"base_url": "https://[::1"}, "base_url"),
        ({"base_url": "https://a b"}, "base_url"),
        ({"base_url": "https://api.themoviedb.org/\nx"}, "base_url"),
        ({"base_url": "http://api.themoviedb.org"}, "in the clear"),
        ({"base_url": "http://127.0.0.1.example"}, "in the clear"),
        ({"base_url": "http://localhost.example"}, "in the clear"),
        ({"base_url": "http://127.0.0.1\\.example"}, "base_url"),
        ({"base_url": "http://127.0.0.1@evil.example"}, "without a user"),
        ({"base_url": "HTTP://API.themoviedb.org"}, "in the clear"),
        ({"base_url": "http://192.168.0.1"}, "in the clear"),
        ({"http_client": object()}, "http_client"),
        ({"http_client": httpx.Client}, "http_client"),
    ],
)
async def test_a_client_with_a_bad_argument_is_refused(options: dict[str, Any], problem: str) -> None:
    """A client that could not work, or would show its token, is not built; the message names the argument."""
    with pytest.raises(ConfigurationError, match=problem):
        TMDB(TOKEN, **options)


@pytest.mark.anyio
@pytest.mark.parametrize(
    "base_url",
    ["http://127.0.0.1:8000", "http://127.9.9.9", "http://localhost:1/", "http://[::1]:8000", "https://mirror.example"],
)
async def test_http_is_for_loopback(base_url: str, httpx_mock: HTTPXMock) -> None:
    """A sandbox on this machine may speak http; everything else speaks https."""
    httpx_mock.add_response(url=f"{base_url.rstrip('/')}/3/tv/1/credits", json=FIRST)
    async with TMDB(TOKEN, base_url=base_url) as tmdb:
        assert (await tmdb.tv_series.credits(1)).id == 1


@pytest.mark.anyio
async def test_a_closed_client_says_so(httpx_mock: HTTPXMock) -> None:
    """After `async with` or `aclose`, also twice, a call raises and sends nothing."""
    async with TMDB(TOKEN) as tmdb:
        pass
    await tmdb.aclose()
    with pytest.raises(RuntimeError, match="client is closed"):
        await tmdb.tv_series.credits(1399)
    assert httpx_mock.get_requests() == []


@pytest.mark.anyio
async def test_an_injected_client_is_used_and_left_open() -> None:
    """A caller's own client sends the requests, without its own authentication, and the caller closes it."""
    requests: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200, json=SERIES)

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer), auth=("user", "word")) as client:
        async with TMDB(TOKEN, http_client=client) as tmdb:
            await tmdb.tv_series.credits(1399)
        assert not client.is_closed
        with pytest.raises(RuntimeError, match="client is closed"):
            await tmdb.tv_series.credits(1399)
    assert [request.headers["authorization"] for request in requests] == [f"Bearer {TOKEN}"]


class Derived(httpx.AsyncClient):
    """A user's own class, in a module that has no httpx by another name."""


class Forgotten(httpx.AsyncClient):
    """A class whose module is no longer there."""

    __module__ = "a_module_that_is_gone"


class Wrapper:
    """Another make of client, which sends httpx's requests."""

    def __init__(self, transport: httpx.MockTransport) -> None:
        self._client = httpx.AsyncClient(transport=transport)

    async def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
        return await self._client.send(request, **options)


@pytest.mark.anyio
@pytest.mark.parametrize("make", [Derived, Forgotten, Wrapper])
async def test_a_client_of_the_users_own_making_can_be_injected(make: Any) -> None:
    """Whatever its class: the client's errors are ours."""

    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    tmdb = TMDB(TOKEN, http_client=make(transport=httpx.MockTransport(refuse)), max_retries=0)
    with pytest.raises(tmdb_async.APIConnectionError, match="refused"):
        await tmdb.tv_series.credits(1399)


@pytest.mark.unmeasured
@pytest.mark.asyncio
async def test_ten_thousand_calls_at_once_keep_the_limit() -> None:
    """Under a gather of ten thousand calls each one is answered, and no more than the cap are in flight."""
    inside = peak = 0

    async def answer(request: httpx.Request) -> httpx.Response:
        nonlocal inside, peak
        inside += 1
        peak = max(peak, inside)
        await asyncio.sleep(0)
        inside -= 1
        return httpx.Response(200, json={"id": int(request.url.path.split("/")[3])})

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as client:
        tmdb = TMDB(TOKEN, max_rate=None, http_client=client)
        results = await asyncio.gather(*(tmdb.tv_series.credits(number) for number in range(1, 10_001)))
    assert len(results) == 10_000
    assert peak == 20


@pytest.mark.anyio
async def test_options_share_pool_and_limits(httpx_mock: HTTPXMock) -> None:
    """`with_options` changes defaults alone: the original keeps its own, and closing it closes both."""
    tmdb = TMDB(TOKEN, language="fr", session_id="one")
    other = tmdb.with_options(language="pt-BR", guest_session_id="two")
    same = other.with_options(timeout=1.5)
    httpx_mock.add_response(url=f"{HOST}/3/tv/1/credits?language=fr", json=FIRST)
    httpx_mock.add_response(url=f"{HOST}/3/tv/1/season/1/account_states?language=fr&session_id=one", json=STATES)
    two = f"{HOST}/3/tv/1/season/1/account_states?language=pt-BR&guest_session_id=two"
    httpx_mock.add_response(url=two, json=STATES, is_reusable=True)
    await tmdb.tv_series.credits(1)
    await tmdb.tv_seasons.account_states(1, 1)
    await other.tv_seasons.account_states(1, 1)
    await same.tv_seasons.account_states(1, 1)
    assert httpx_mock.get_requests()[-1].extensions["timeout"]["connect"] == 1.5
    async with other:
        pass
    await other.tv_seasons.account_states(1, 1)
    await tmdb.aclose()
    with pytest.raises(RuntimeError, match="client is closed"):
        await other.tv_seasons.account_states(1, 1)


@pytest.mark.anyio
@pytest.mark.parametrize(
    "options", [{"language": "english"}, {"timeout": 0}, {"session_id": "a", "guest_session_id": "b"}]
)
async def test_bad_options_are_refused(options: dict[str, Any]) -> None:
    """`with_options` checks like the client itself."""
    async with TMDB(TOKEN) as tmdb:
        with pytest.raises(ConfigurationError):
            tmdb.with_options(**options)


@pytest.mark.anyio
async def test_an_error_names_its_call(httpx_mock: HTTPXMock) -> None:
    """Every error of a call carries its operation and how often it was sent."""
    httpx_mock.add_response(status_code=404, json={"status_code": 34, "status_message": "Not here."})
    async with TMDB(TOKEN) as tmdb:
        with pytest.raises(NotFoundError) as caught:
            await tmdb.tv_series.credits(404)
    assert (caught.value.operation, caught.value.attempts) == ("tv_series.credits", 1)
    assert str(caught.value) == "tv_series.credits: Not here. (HTTP 404, TMDB code 34)"


@pytest.mark.anyio
async def test_redirects_are_not_followed(httpx_mock: HTTPXMock) -> None:
    """A credential never travels to where an answer points."""
    httpx_mock.add_response(status_code=302, headers={"Location": "https://elsewhere.example/"})
    async with TMDB(TOKEN) as tmdb:
        with pytest.raises(tmdb_async.APIStatusError, match="Found"):
            await tmdb.tv_series.credits(1)
    assert len(httpx_mock.get_requests()) == 1


@pytest.mark.anyio
async def test_the_public_names_are_listed() -> None:
    """`__all__` holds every public name, sorted, and nothing that does not exist."""
    assert tmdb_async.__all__ == sorted(
        tmdb_async.__all__, key=lambda name: (not name.isupper(), not name[0].isupper(), name)
    )
    assert all(hasattr(tmdb_async, name) for name in tmdb_async.__all__)


@pytest.mark.anyio
async def test_what_is_public_is_documented() -> None:
    """Every public class and method has a docstring."""
    for name in tmdb_async.__all__:
        thing = getattr(tmdb_async, name)
        if inspect.isclass(thing):
            assert inspect.getdoc(thing), name
    for name, method in inspect.getmembers(TMDB, inspect.isfunction):
        assert name.startswith("_") or inspect.getdoc(method), name
