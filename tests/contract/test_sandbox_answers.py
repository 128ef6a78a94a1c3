from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tmdb_async.sandbox import Sandbox
from tmdb_async.sandbox.answers import Answers
from tmdb_async.sandbox.document import Document
from tmdb_async.sandbox.requests import Asked
from tmdb_async.sandbox.state import State

ROOT = Path(__file__).parents[2]
EPISODE = "/3/tv/{}/season/{}/episode/{}/credits"
STATES = "/3/tv/{}/season/{}/account_states"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(max_rate=None, max_connections=None) as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def client(sandbox: Sandbox) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=sandbox.url, headers={"Authorization": f"Bearer {sandbox.token}"}) as client:
        yield client


def failed(response: httpx.Response) -> tuple[int, int]:
    """Return the HTTP status and TMDB's code of a failure, whose envelope must be whole."""
    envelope = response.json()
    assert envelope.keys() == {"success", "status_code", "status_message"}
    assert envelope["success"] is False
    assert envelope["status_message"]
    return response.status_code, envelope["status_code"]


@pytest.mark.parametrize("series_id", [404, 1404, 10_404, 2**31, 2**31 + 5, 10**30, int("9" * 4000)])
def test_an_id_that_ends_in_404_or_passes_int32_is_unknown(client: httpx.Client, series_id: int) -> None:
    """404, code 34: an id whose decimal digits end in 404, and every id above 2,147,483,647."""
    assert failed(client.get(f"/3/tv/{series_id}/credits")) == (404, 34)


@pytest.mark.parametrize("path", [EPISODE.format(5, 1, 404), EPISODE.format(5, 1404, 1), EPISODE.format(404, 1, 1)])
def test_every_integer_of_the_path_can_be_unknown(client: httpx.Client, path: str) -> None:
    """404, code 34: the rule holds for a season's and an episode's number as for an id."""
    assert failed(client.get(path)) == (404, 34)


def test_an_id_that_only_begins_with_404_is_known(client: httpx.Client) -> None:
    """The last digits decide."""
    assert client.get("/3/tv/4040/credits").status_code == 200
    assert client.get(f"/3/tv/{2**31 - 1}/credits").status_code == 200


@pytest.mark.parametrize(
    "series_id",
    ["game-of-thrones", "1399-game-of-thrones", "0", "-1", "1.0", "1e3", "+1", "1_000", "%20", "%D9%A1", "9" * 4001],
)
def test_an_id_that_is_no_integer_or_too_small_is_invalid(client: httpx.Client, series_id: str) -> None:
    """404, code 6: a parameter of the path that its schema does not allow. Other scripts' digits are no digits."""
    assert failed(client.get(f"/3/tv/{series_id}/credits")) == (404, 6)


@pytest.mark.parametrize(
    "path", ["/", "/3", "/3/tv", "/3/tv/1399/", "/3/tv/1399/credits/", "/3/tv//credits", "/4/tv/1399/credits", "/docs"]
)
def test_an_unknown_path_is_not_found(client: httpx.Client, path: str) -> None:
    """404, code 34, for every path that the document does not have; a slash too many makes another path."""
    assert failed(client.get(path)) == (404, 34)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "BREW"])
def test_a_method_that_the_document_does_not_have_is_refused(client: httpx.Client, method: str) -> None:
    """405, code 42, with the methods that there are in `Allow`."""
    response = client.request(method, "/3/tv/1399/credits")
    assert failed(response) == (405, 42)
    assert response.headers["Allow"] == "GET, HEAD"


def test_head_is_get_without_the_body(client: httpx.Client) -> None:
    """HTTP asks every server to answer HEAD where it answers GET, with the same headers."""
    head, get = client.head("/3/tv/5/credits"), client.get("/3/tv/5/credits")
    assert (head.status_code, head.content) == (200, b"")
    assert {**head.headers, "date": ""} == {**get.headers, "date": ""}


@pytest.mark.parametrize(
    "query", ["language=english", "language=", "language=EN", "language=en-US%0A", "language=en&language=en"]
)
def test_a_query_parameter_that_violates_its_schema_is_refused(client: httpx.Client, query: str) -> None:
    """422, code 5. A parameter that is sent twice is a list, and the document asks for none."""
    assert failed(client.get(f"/3/tv/1399/credits?{query}")) == (422, 5)


@pytest.mark.parametrize("page", ["0", "501", "x", ""])
def test_a_page_that_there_cannot_be_is_refused(client: httpx.Client, page: str) -> None:
    """400, code 22, as TMDB says it."""
    assert failed(client.get(f"/3/tv/popular?page={page}")) == (400, 22)


def test_an_unknown_query_parameter_is_ignored(client: httpx.Client) -> None:
    """TMDB ignores what it does not know."""
    plain, with_more = (client.get(f"/3/tv/5/credits{query}") for query in ("", "?page=x&append_to_response=images"))
    assert with_more.content == plain.content


def test_an_operation_of_a_session_needs_one(client: httpx.Client) -> None:
    """401, code 3, where neither `session_id` nor `guest_session_id` is sent; either will do."""
    path = STATES.format(1399, 1)
    assert failed(client.get(path)) == (401, 3)
    assert failed(client.get(path, params={"session_id": ""})) == (422, 5)
    assert client.get(path, params={"session_id": "a"}).status_code == 200
    assert client.get(path, params={"guest_session_id": "a"}).status_code == 200


def test_what_is_wrong_is_said_in_one_order(client: httpx.Client) -> None:
    """The credential first, then the ids, the query, the session, and at last whether there is such a thing."""
    path = STATES.format("x", 404) + "?language=x"
    assert failed(client.get(path, headers={"Authorization": "Basic x"})) == (401, 7)
    assert failed(client.get(path)) == (404, 6)
    path = STATES.format(404, 404) + "?language=x"
    assert failed(client.get(path)) == (422, 5)
    assert failed(client.get(STATES.format(404, 404))) == (401, 3)
    assert failed(client.get(STATES.format(404, 404) + "?session_id=a")) == (404, 34)


def test_every_recorded_example_answers_its_own_request() -> None:
    """An example is served, byte for byte as compact JSON, for the parameters that it was recorded with; states of an
    account are those of the example, too, and what is issued is new each time.
    """
    document = Document.bundled()
    examples = [(operation, example) for operation in document.operations() for example in operation.examples]
    assert len(examples) >= 100
    answers = Answers(document, State(), None)
    for operation, example in examples:
        asked = Asked(
            path={name: value for name, value in example.request.items() if f"{{{name}}}" in operation.path},
            query=[*{"session_id": "any", **example.request}.items()],
            authorization="Bearer any",
        )
        body = answers.answer(operation, asked).body
        issued = operation.effects.get("issue")
        assert issued in json.loads(body) if issued else body == example.body, operation.name


def test_the_example_with_the_most_conditions_wins(client: httpx.Client) -> None:
    """The session `rated` sees the rated states of Game of Thrones, every other session the unrated ones."""

    def ratings(query: str) -> list[object]:
        states = client.get(f"{STATES.format(1399, 1)}?{query}").json()["results"]
        return [state["rated"] for state in states]

    assert ratings("session_id=rated")[:3] == [{"value": 8.5}, {"value": 9}, False]
    assert set(map(str, ratings("session_id=other"))) == {"False"}
    assert set(map(str, ratings("guest_session_id=rated"))) == {"False"}


def test_an_example_is_not_served_where_one_condition_fails(client: httpx.Client) -> None:
    """Every condition of an example must hold, not only some."""
    pilot, next_one = (client.get(EPISODE.format(1396, 1, number)).json() for number in (1, 2))
    assert (pilot["id"], len(pilot["guest_stars"])) == (62085, 16)
    assert next_one["id"] != 62085
    assert all(person["name"].startswith("Synthetic name ") for person in next_one["guest_stars"])


def test_ids_are_compared_as_numbers(client: httpx.Client) -> None:
    """Leading zeros do not make another id."""
    assert client.get("/3/tv/001399/credits").content == client.get("/3/tv/1399/credits").content
    assert client.get("/3/tv/005/credits").content == client.get("/3/tv/5/credits").content


def test_other_ids_get_bodies_that_are_plainly_synthetic(client: httpx.Client) -> None:
    """A made-up name says that it is one; the series itself keeps its id, an episode has one of its own."""
    series = client.get("/3/tv/5/credits").json()
    assert series["id"] == 5
    episode = client.get(EPISODE.format(5, 1, 1)).json()
    assert episode["id"] != 5
    people = [*series["cast"], *series["crew"], *episode["cast"], *episode["crew"], *episode["guest_stars"]]
    assert len(people) >= 20
    assert all(person["name"].startswith("Synthetic name ") for person in people)


@pytest.mark.unmeasured
def test_the_same_request_gets_the_same_bytes_in_every_process() -> None:
    """Bodies are drawn from the request alone, never from the process's hash seed; other ids get other bodies."""
    program = (
        "import httpx\n"
        "from tmdb_async.sandbox import Sandbox\n"
        "with Sandbox() as sandbox:\n"
        "    headers = {'Authorization': 'Bearer x'}\n"
        "    for path in ('/3/tv/5/credits', '/3/tv/6/credits', '/3/tv/5/season/1/episode/2/credits'):\n"
        "        print(httpx.get(sandbox.url + path, headers=headers).text)\n"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
    assert len(set(outputs[0].splitlines())) == 3


def test_a_success_looks_as_tmdb_sends_it(client: httpx.Client) -> None:
    """Compact JSON in UTF-8, cacheable by everyone, with a weak ETag that names its bytes."""
    response, other = client.get("/3/tv/1399/credits"), client.get("/3/tv/5/credits")
    assert response.headers["Content-Type"] == "application/json;charset=utf-8"
    assert response.headers["Cache-Control"].startswith("public, max-age=")
    assert response.headers["ETag"].startswith('W/"')
    assert response.headers["ETag"] == client.get("/3/tv/1399/credits").headers["ETag"] != other.headers["ETag"]
    assert response.text == json.dumps(response.json(), ensure_ascii=False, separators=(",", ":"))


def test_answers_come_without_delay(client: httpx.Client) -> None:
    """Headers and body leave together: a body that waits for its headers to be acknowledged takes 40 ms."""
    client.get("/3/tv/1399/credits")
    elapsed = sorted(client.get("/3/tv/1399/credits").elapsed.total_seconds() for _ in range(9))
    assert elapsed[4] < 0.03
