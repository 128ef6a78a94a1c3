"""What comes along with details: `append_to_response`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tmdb_async.sandbox import Sandbox

# A recorded series, and one that is synthetic.
SERIES = [55, 5]


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with Sandbox(max_rate=None, max_connections=None) as sandbox:
        headers = {"Authorization": f"Bearer {sandbox.token}"}
        with httpx.Client(base_url=sandbox.url, headers=headers) as client:
            yield client


def get(client: httpx.Client, path: str, *parts: str, **query: str) -> Any:
    """Return an answer with parts."""
    more = {"append_to_response": ",".join(parts)} if parts else {}
    return client.get(path, params={**query, **more}).raise_for_status().json()


@pytest.mark.parametrize("series_id", SERIES)
def test_a_part_is_the_answer_of_its_own_operation_without_its_id(client: httpx.Client, series_id: int) -> None:
    """Each stands in a field that is named as the part, slashes included; the details are as they are without."""
    path, parts = f"/3/tv/{series_id}", ("credits", "watch/providers", "similar", "videos")
    details = get(client, path, *parts)
    for part in parts:
        whole = get(client, f"{path}/{part}")
        whole.pop("id", None)
        assert details.pop(part) == whole
    assert details == get(client, path)


@pytest.mark.parametrize(
    "path", ["/3/movie/550", "/3/person/50", "/3/tv/5/season/1", "/3/tv/1399/season/1/episode/1", "/3/movie/6"]
)
def test_every_kind_of_details_takes_parts(client: httpx.Client, path: str) -> None:
    """Films, people, seasons and episodes too, recorded or not."""
    parts = {"external_ids", "translations"} if "person" in path else {"external_ids", "credits"}
    assert get(client, path, *parts).keys() - get(client, path).keys() == parts


@pytest.mark.parametrize("series_id", SERIES)
def test_a_part_that_does_not_exist_is_left_out_in_silence(client: httpx.Client, series_id: int) -> None:
    """Misspelt, empty, refused for want of a session, of another kind of thing, or no part but a write."""
    path = f"/3/tv/{series_id}"
    wrong = ("nothing", "", "account_states", "release_dates", "rating", "season/x", "season/404", "../5", "season/1/")
    assert get(client, path, *wrong) == get(client, path)
    assert get(client, path, *wrong, "keywords").keys() - get(client, path).keys() == {"keywords"}


@pytest.mark.parametrize("series_id", SERIES)
def test_the_seasons_that_the_details_list_can_be_appended(client: httpx.Client, series_id: int) -> None:
    """By number, whole or their credits alone; others are left out."""
    path = f"/3/tv/{series_id}"
    seasons = [row["season_number"] for row in get(client, path)["seasons"]]
    unlisted = max(seasons) + 1
    wanted = [*seasons[:2], unlisted]
    parts = [f"season/{number}" for number in wanted] + [f"season/{number}/credits" for number in wanted]
    appended = get(client, path, *parts).keys() - get(client, path).keys()
    assert appended == {part for part in parts if part.split("/")[1] != str(unlisted)}


@pytest.mark.parametrize("series_id", SERIES)
def test_a_season_has_the_id_and_the_name_that_its_series_lists(client: httpx.Client, series_id: int) -> None:
    """What both have is the same, in the season's own details and in those that are appended."""
    path = f"/3/tv/{series_id}"
    for row in get(client, path)["seasons"]:
        number = row["season_number"]
        part = f"season/{number}"
        for season in (get(client, f"{path}/{part}"), get(client, path, part)[part]):
            assert season["season_number"] == number
            shared = season.keys() & row.keys()
            assert {"name", "season_number"} <= shared
            assert {name: season[name] for name in shared} == {name: row[name] for name in shared}
        assert get(client, f"{path}/{part}")["id"] == row["id"]


def test_parts_share_the_query_but_the_page(client: httpx.Client) -> None:
    """A part is asked with the details' own parameters."""
    plain = get(client, "/3/tv/1399", "similar", language="de-DE", page="2")
    assert plain["similar"]["page"] == 1
    refused = client.get("/3/tv/1399", params={"append_to_response": "similar", "language": "x"})
    assert (refused.status_code, refused.json()["status_code"]) == (422, 5)


def test_at_most_20_parts_are_appended(client: httpx.Client) -> None:
    """400, code 27, for one more; what does not exist counts, too."""
    assert get(client, "/3/tv/5", *[f"x{number}" for number in range(20)])
    refused = client.get("/3/tv/5", params={"append_to_response": ",".join(["x"] * 21)})
    assert (refused.status_code, refused.json()["status_code"]) == (400, 27)


def test_only_details_take_parts(client: httpx.Client) -> None:
    """Elsewhere the parameter is unknown, and ignored."""
    assert get(client, "/3/tv/5/credits", "images") == get(client, "/3/tv/5/credits")
