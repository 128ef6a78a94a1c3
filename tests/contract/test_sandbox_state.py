"""What users do in the sandbox: sessions, ratings, favourites and watchlists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tmdb_async.sandbox import Sandbox

DONE, UPDATED, DELETED = 1, 12, 13
EPISODE = "/3/tv/{}/season/{}/episode/{}"


@pytest.fixture(scope="module")
def served() -> Iterator[Sandbox]:
    with Sandbox(max_rate=None, max_connections=None) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(served: Sandbox) -> Sandbox:
    served.reset()
    return served


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=sandbox.url, headers={"Authorization": f"Bearer {sandbox.token}"}) as client:
        yield client


class User:
    """What a session, or a guest session, does."""

    def __init__(self, client: httpx.Client, parameter: str, word: str) -> None:
        self._client = client
        self._session = {parameter: word}

    def get(self, path: str, **query: str) -> Any:
        return self._client.get(path, params={**self._session, **query}).raise_for_status().json()

    def write(self, method: str, path: str, body: object = None) -> int:
        """Write, and return TMDB's code."""
        response = self._client.request(method, path, params=self._session, json=body).raise_for_status()
        assert response.json()["success"] is True
        return int(response.json()["status_code"])

    def rate(self, path: str, value: float) -> int:
        return self.write("POST", f"{path}/rating", {"value": value})

    def mark(self, kind: str, media_type: str, media_id: int, *, on: bool) -> int:
        return self.write("POST", f"/3/account/1/{kind}", {"media_type": media_type, "media_id": media_id, kind: on})


def token(client: httpx.Client) -> str:
    return str(client.get("/3/authentication/token/new").json()["request_token"])


def signed_in(client: httpx.Client) -> User:
    created = client.post("/3/authentication/session/new", json={"request_token": token(client)}).raise_for_status()
    assert created.json()["success"] is True
    return User(client, "session_id", created.json()["session_id"])


def guest(client: httpx.Client) -> str:
    return str(client.get("/3/authentication/guest_session/new").json()["guest_session_id"])


def code(response: httpx.Response) -> tuple[int, int]:
    assert response.json()["success"] is False
    return response.status_code, response.json()["status_code"]


def test_a_request_token_gives_one_session(client: httpx.Client) -> None:
    """Each token is new and good once; what was not issued as a token is none: 401, code 33."""
    first, second = token(client), token(client)
    assert first != second
    path = "/3/authentication/session/new"
    sessions = [client.post(path, json={"request_token": word}).json()["session_id"] for word in (first, second)]
    assert len({first, second, *sessions}) == 4
    for word in (first, "never issued", sessions[0], guest(client)):
        assert code(client.post(path, json={"request_token": word})) == (401, 33)


def test_a_login_looks_at_a_token_without_spending_it(client: httpx.Client) -> None:
    """It answers with the token that it was given, and that token still gives a session."""
    path, login = "/3/authentication/token/validate_with_login", {"username": "any", "password": "any"}
    word = token(client)
    assert client.post(path, json={**login, "request_token": word}).json()["request_token"] == word
    assert client.post("/3/authentication/session/new", json={"request_token": word}).status_code == 200
    assert code(client.post(path, json={**login, "request_token": word})) == (401, 33)


def test_a_session_that_was_ended_is_refused(client: httpx.Client) -> None:
    """401, code 3, wherever it is sent; other sessions go on, also those that the sandbox never issued."""
    word = client.post("/3/authentication/session/convert/4", json={"access_token": "any"}).json()["session_id"]
    user = User(client, "session_id", word)
    user.rate("/3/tv/5", 8)
    ended = client.request("DELETE", "/3/authentication/session", json={"session_id": word})
    assert ended.json()["success"] is True
    for path in ("/3/account", "/3/tv/5/account_states", "/3/tv/5"):
        assert code(client.get(path, params={"session_id": word})) == (401, 3)
    assert code(client.post("/3/tv/5/rating", params={"session_id": word}, json={"value": 8})) == (401, 3)
    assert User(client, "session_id", "other").get("/3/tv/5/account_states")["rated"] is False


@pytest.mark.parametrize(
    ("path", "rated"), [("/3/tv/5", "rated/tv"), ("/3/movie/5", "rated/movies"), (EPISODE.format(5, 1, 2), None)]
)
@pytest.mark.parametrize("kind", ["session_id", "guest_session_id"])
def test_a_rating_is_in_the_states_until_it_is_deleted(
    client: httpx.Client, path: str, rated: str | None, kind: str
) -> None:
    """Codes 1, 12 for a rating in place of another, and 13; states and lists of rated things say the same."""
    word = guest(client)
    user = signed_in(client) if kind == "session_id" else User(client, kind, word)
    whose = "account/1" if kind == "session_id" else f"guest_session/{word}"
    states = f"{path}/account_states"
    assert user.get(states)["rated"] is False
    assert (user.rate(path, 8.5), user.get(states)["rated"]) == (DONE, {"value": 8.5})
    assert (user.rate(path, 9), user.get(states)["rated"]) == (UPDATED, {"value": 9})
    page = user.get(f"/3/{whose}/{rated or 'rated/tv/episodes'}")
    assert (page["page"], page["total_pages"], page["total_results"]) == (1, 1, 1)
    [row] = page["results"]
    assert row["rating"] == 9
    if rated is None:
        assert (row["show_id"], row["season_number"], row["episode_number"]) == (5, 1, 2)
    else:
        assert row["id"] == 5
    assert user.write("DELETE", f"{path}/rating") == DELETED
    assert user.get(states)["rated"] is False
    assert user.get(f"/3/{whose}/{rated or 'rated/tv/episodes'}")["results"] == []


@pytest.mark.parametrize(("media_type", "path"), [("tv", "/3/tv/5"), ("movie", "/3/movie/5")])
@pytest.mark.parametrize("kind", ["favorite", "watchlist"])
def test_favourites_and_watchlists_are_remembered(client: httpx.Client, media_type: str, path: str, kind: str) -> None:
    """What is put on a list is in the states and on that list alone, and false takes it back."""
    user = signed_in(client)
    lists = {f"/3/account/1/{each}/{what}" for each in ("favorite", "watchlist") for what in ("tv", "movies")}
    mine = f"/3/account/1/{kind}/{'tv' if media_type == 'tv' else 'movies'}"
    assert user.mark(kind, media_type, 5, on=True) == DONE
    assert user.mark(kind, media_type, 5, on=True) == UPDATED
    states = user.get(f"{path}/account_states")
    assert {name: states[name] for name in ("rated", "favorite", "watchlist")} == {
        "rated": False,
        "favorite": kind == "favorite",
        "watchlist": kind == "watchlist",
    }
    assert {name for name in lists if user.get(name)["results"]} == {mine}
    [row] = user.get(mine)["results"]
    assert (row["id"], row.get("name") or row.get("title")) == (5, _name(client, path))
    assert user.mark(kind, media_type, 5, on=False) == DELETED
    assert user.get(mine)["results"] == []
    assert not user.get(f"{path}/account_states")[kind]


def _name(client: httpx.Client, path: str) -> str:
    details = client.get(path).json()
    return str(details.get("name") or details["title"])


def test_each_session_has_a_memory_of_its_own(client: httpx.Client) -> None:
    """Nobody sees what another did, and a guest is nobody's user."""
    first, second, visitor = signed_in(client), signed_in(client), User(client, "guest_session_id", guest(client))
    first.rate("/3/tv/5", 1)
    visitor.rate("/3/tv/5", 2)
    rated = [user.get("/3/tv/5/account_states")["rated"] for user in (first, second, visitor)]
    assert rated == [{"value": 1}, False, {"value": 2}]


def test_a_season_says_which_episodes_are_rated(client: httpx.Client) -> None:
    """Each of them, of recorded seasons and of synthetic ones; other seasons and series say nothing of it."""
    user = signed_in(client)
    for series_id, number in ((1399, 10), (6, 13)):
        for each in (2, number):
            user.rate(EPISODE.format(series_id, 1, each), 7)
        states = user.get(f"/3/tv/{series_id}/season/1/account_states")["results"]
        rated = {row["episode_number"]: row["rated"] for row in states if row["rated"]}
        assert rated == {2: {"value": 7}, number: {"value": 7}}
    for other in ("/3/tv/6/season/2", "/3/tv/7/season/1"):
        assert not any(row["rated"] for row in user.get(f"{other}/account_states")["results"])


def test_what_is_recorded_of_a_session_can_be_taken_back(client: httpx.Client) -> None:
    """The session `rated` is recorded with ratings; one that it deletes is gone, the others stay."""
    user = User(client, "session_id", "rated")
    path = "/3/tv/1399/season/1"
    assert [row["rated"] for row in user.get(f"{path}/account_states")["results"]][:2] == [{"value": 8.5}, {"value": 9}]
    user.write("DELETE", f"{path}/episode/1/rating")
    assert [row["rated"] for row in user.get(f"{path}/account_states")["results"]][:2] == [False, {"value": 9}]


def test_states_come_along_with_details(client: httpx.Client) -> None:
    """Appended states are those of the session; without one they are left out."""
    user = signed_in(client)
    user.rate("/3/tv/5", 8)
    appended = user.get("/3/tv/5", append_to_response="account_states")["account_states"]
    assert appended["rated"] == {"value": 8}
    assert "account_states" not in client.get("/3/tv/5?append_to_response=account_states").json()


def test_what_was_rated_is_listed_in_pages(client: httpx.Client) -> None:
    """20 rows to a page, in the order in which they were rated last."""
    user = signed_in(client)
    for series_id in [*range(1, 46), 1]:
        user.rate(f"/3/tv/{series_id}", 5)
    pages = [user.get("/3/account/1/rated/tv", page=str(number)) for number in (1, 2, 3, 4)]
    assert [len(page["results"]) for page in pages] == [20, 20, 5, 0]
    assert {(page["total_pages"], page["total_results"]) for page in pages} == {(3, 45)}
    assert [row["id"] for page in pages for row in page["results"]] == [*range(2, 46), 1]


def test_a_row_does_not_depend_on_its_rating(client: httpx.Client) -> None:
    """A rating that changes changes the rating alone."""
    user = signed_in(client)
    rows = []
    for value in (1, 2):
        user.rate(EPISODE.format(5, 1, 2), value)
        rows += user.get("/3/account/1/rated/tv/episodes")["results"]
    assert rows[0] | {"rating": 2} == rows[1]


def test_reset_forgets_what_users_did(sandbox: Sandbox, client: httpx.Client) -> None:
    """Tokens, sessions that were ended, and ratings."""
    word = token(client)
    user = User(client, "session_id", "mine")
    user.rate("/3/tv/5", 8)
    client.request("DELETE", "/3/authentication/session", json={"session_id": "other"})
    client.post("/sandbox/reset")
    assert user.get("/3/tv/5/account_states")["rated"] is False
    assert code(client.post("/3/authentication/session/new", json={"request_token": word})) == (401, 33)
    assert User(client, "session_id", "other").get("/3/account")["id"]
    user.rate("/3/tv/5", 8)
    sandbox.reset()
    assert user.get("/3/tv/5/account_states")["rated"] is False


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"value":"8"}',
        b'{"value":8.3}',
        b'{"value":0}',
        b'{"value":10.5}',
        b'{"value":true}',
        b'{"value":null}',
        b'{"rating":8}',
    ],
)
def test_a_body_that_the_document_does_not_allow_is_refused(client: httpx.Client, body: bytes) -> None:
    """422, code 5, and nothing is rated."""
    user = signed_in(client)
    refused = client.post("/3/tv/5/rating", params=user._session, content=body)
    assert code(refused) == (422, 5)
    assert user.get("/3/tv/5/account_states")["rated"] is False


def test_what_a_body_has_beside_is_ignored(client: httpx.Client) -> None:
    """As in a query. A body's `session_id` is nobody's session."""
    user = signed_in(client)
    assert user.write("POST", "/3/tv/5/rating", {"value": 8, "session_id": "x", "series_id": 6}) == DONE
    assert user.get("/3/tv/5/account_states")["rated"] == {"value": 8}


def test_the_account_of_a_session_needs_no_id(client: httpx.Client) -> None:
    """The last segment may be left out, with its slash; the account is the same that its id gives."""
    user = signed_in(client)
    account = user.get("/3/account")
    assert user.get(f"/3/account/{account['id']}") == account
    assert code(client.get("/3/account")) == (401, 3)
    assert client.get("/3/account/").status_code == 404
    assert client.post("/3/account").headers["Allow"] == "GET, HEAD"
