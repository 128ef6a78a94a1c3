"""Series, their seasons and their episodes: what one answer says of them is what all say."""

from __future__ import annotations

import copy
import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tmdb_async import TMDB
from tmdb_async.sandbox import Sandbox
from tmdb_async.sandbox.answers import DETAILS, Answers
from tmdb_async.sandbox.document import Document
from tmdb_async.sandbox.requests import Asked
from tmdb_async.sandbox.state import State

pytestmark = pytest.mark.unmeasured

DOCUMENT = Document.bundled()
OPERATIONS = {operation.name: operation for operation in DOCUMENT.operations()}
ANSWERS = Answers(DOCUMENT, State(), None)
# Of these something is recorded: a series, all of a season, an episode's credits, and several things of one season.
RECORDED = [55, 1437, 1396, 1399]
SERIES = [*range(1, 12), *RECORDED]


def status(name: str, *path: int, **query: str) -> int:
    return answer(name, *path, **query)[0]


def ask(name: str, *path: int, **query: str) -> Any:
    found, body = answer(name, *path, **query)
    assert found == 200, body
    return body


def answer(name: str, *path: int, **query: str) -> tuple[int, Any]:
    operation = OPERATIONS[name]
    names = [each.name for each in operation.path_parameters]
    in_path = dict(zip(names, map(str, path), strict=True))
    asked = Asked(path=in_path, query=[*query.items()], body=b'{"value": 8}', authorization="Bearer any")
    found = ANSWERS.answer(operation, asked)
    return found.status, json.loads(found.body)


def seasons_of(series_id: int) -> list[int]:
    return [row["season_number"] for row in ask("tv_series.details", series_id)["seasons"]]


def without_id(body: Mapping[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in body.items() if name != "id"}


@pytest.mark.parametrize("series_id", SERIES)
def test_the_counts_of_a_series_fit_its_seasons(series_id: int) -> None:
    """How many seasons and episodes there are, without the specials, and how many episodes each season has."""
    details = ask("tv_series.details", series_id)
    regular = [row for row in details["seasons"] if row["season_number"]]
    assert details["number_of_seasons"] == len(regular)
    assert details["number_of_episodes"] == sum(row["episode_count"] for row in regular)
    for row in details["seasons"]:
        season = ask("tv_seasons.details", series_id, row["season_number"])
        assert len(season["episodes"]) == row["episode_count"]
        assert [each["episode_number"] for each in season["episodes"]] == [*range(1, row["episode_count"] + 1)]
        assert season["id"] == row["id"]


@pytest.mark.parametrize("series_id", SERIES)
def test_an_episode_has_one_id_and_one_name(series_id: int) -> None:
    """In its season, in its season's account states, and in all answers of its own."""
    for season in seasons_of(series_id)[:2]:
        rows = ask("tv_seasons.details", series_id, season)["episodes"]
        states = ask("tv_seasons.account_states", series_id, season, session_id="any")
        assert [(row["id"], row["episode_number"]) for row in rows] == [
            (row["id"], row["episode_number"]) for row in states["results"]
        ]
        for row in rows[:3]:
            path = series_id, season, row["episode_number"]
            details = ask("tv_episodes.details", *path)
            shared = {*row} & {*details}
            assert {"id", "season_number", "episode_number", "name"} <= shared
            assert {name: details[name] for name in shared} == {name: row[name] for name in shared}
            for name in ("credits", "external_ids", "images", "translations", "videos"):
                assert ask(f"tv_episodes.{name}", *path)["id"] == row["id"], name
            assert ask("tv_episodes.account_states", *path, session_id="any")["id"] == row["id"]


@pytest.mark.parametrize("series_id", SERIES)
def test_the_credits_of_an_episode_are_those_of_its_season(series_id: int) -> None:
    """Crew and guest stars as the season's details have them, the cast as its credits have it."""
    for season in seasons_of(series_id):
        cast = ask("tv_seasons.credits", series_id, season)["cast"]
        for row in ask("tv_seasons.details", series_id, season)["episodes"]:
            credits_ = ask("tv_episodes.credits", series_id, season, row["episode_number"])
            assert credits_.get("crew") == row.get("crew")
            assert credits_.get("guest_stars") == row.get("guest_stars")
            assert (credits_["id"], credits_["cast"]) == (row["id"], cast)


@pytest.mark.parametrize("series_id", [2, 10, *RECORDED])
def test_what_is_appended_is_the_same(series_id: int) -> None:
    """To a series, to a season and to an episode; seasons that there are not are left out."""
    seasons = seasons_of(series_id)
    parts = [part for number in range(10) for part in (f"season/{number}", f"season/{number}/credits")]
    details = ask("tv_series.details", series_id, append_to_response=",".join(parts))
    for number in range(10):
        season, credits_ = details.get(f"season/{number}"), details.get(f"season/{number}/credits")
        if number in seasons:
            assert season == without_id(ask("tv_seasons.details", series_id, number))
            assert credits_ == without_id(ask("tv_seasons.credits", series_id, number))
        else:
            assert season is credits_ is None
    part = f"season/{seasons[0]}/episode/1/credits"
    own = without_id(ask("tv_episodes.credits", series_id, seasons[0], 1))
    assert ask("tv_series.details", series_id, append_to_response=part)[part] == own
    episode = ask("tv_episodes.details", series_id, seasons[0], 1, append_to_response="credits")
    assert episode["credits"] == own


def test_what_no_details_list_does_not_exist() -> None:
    """404 for a season beyond the series' end and an episode beyond its season's, whatever is asked of it."""
    assert (seasons_of(6), len(ask("tv_seasons.details", 6, 1)["episodes"])) == ([1, 2], 13)
    for number in (0, 3, 99):
        for name in ("details", "credits", "images"):
            assert status(f"tv_seasons.{name}", 6, number) == 404
        assert status("tv_episodes.credits", 6, number, 1) == 404
        assert status("tv_seasons.account_states", 6, number, session_id="any") == 404
    for number in (0, 14, 99):
        for name in ("details", "credits", "videos"):
            assert status(f"tv_episodes.{name}", 6, 1, number) == 404
        assert status("tv_episodes.add_rating", 6, 1, number, session_id="any") == 404
    assert status("tv_episodes.add_rating", 6, 1, 13, session_id="any") == 201
    assert status("tv_seasons.details", 404, 1) == 404
    assert status("tv_episodes.credits", 404, 1, 1) == 404


def test_recorded_things_are_in_what_is_made_up() -> None:
    """Game of Thrones is not recorded itself. Its first season has the episodes that are recorded, with their ids; the
    pilot of Breaking Bad has the credits that are, and its season's other episodes have the same cast.
    """
    [season] = [row for row in ask("tv_series.details", 1399)["seasons"] if row["season_number"] == 1]
    assert (season["id"], season["episode_count"]) == (3624, 10)
    rows = ask("tv_seasons.details", 1399, 1)["episodes"]
    assert [row["id"] for row in rows] == [*range(63056, 63066)]
    assert (rows[0]["name"], len(rows[0]["guest_stars"])) == ("Winter Is Coming", 19)
    pilot, other = (ask("tv_episodes.credits", 1396, 1, number) for number in (1, 2))
    assert ask("tv_seasons.details", 1396, 1)["episodes"][0]["crew"] == pilot["crew"]
    assert pilot["cast"][0]["name"] == "Bryan Cranston"
    assert pilot["cast"] == other["cast"]
    assert pilot["crew"] != other["crew"]


def test_what_is_recorded_is_listed() -> None:
    """An example of an episode far beyond what its season would have: series and season reach that far."""
    content = copy.deepcopy(DOCUMENT.content)
    path = "/3/tv/{series_id}/season/{season_number}/episode/{episode_number}/videos"
    examples = content["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["examples"]
    request = {"series_id": 6, "season_number": 9, "episode_number": 140}
    examples["far"] = {"x-request": request, "value": {"id": 77, "results": []}}
    answers = Answers(Document(content), State(), None)

    def rows(name: str, **path: str) -> Any:
        [operation] = [each for each in answers._document.operations() if each.name == name]
        body = json.loads(answers.answer(operation, Asked(path=path, query=(), authorization="Bearer any")).body)
        return body[operation.things["list"]]

    seasons = rows("tv_series.details", series_id="6")
    assert [each["season_number"] for each in seasons] == [*range(1, 10)]
    assert seasons[-1]["episode_count"] == 140
    episodes = rows("tv_seasons.details", series_id="6", season_number="9")
    assert (len(episodes), episodes[-1]["id"]) == (140, 77)


def test_series_are_of_realistic_sizes() -> None:
    """Most have 1 to 3 seasons, some 10 to 25, some specials; a season has 6 to 24 episodes, rarely 100 or more."""
    series = [ask("tv_series.details", number) for number in range(2000, 3000) if number % 1000 != 404]
    seasons = Counter(each["number_of_seasons"] for each in series)
    assert seasons.keys() <= {*range(1, 26)}
    assert 700 < sum(seasons[number] for number in (1, 2, 3)) < 850
    assert 60 < sum(count for number, count in seasons.items() if number >= 10) < 140
    assert 60 < sum(each["seasons"][0]["season_number"] == 0 for each in series) < 140
    episodes = [row["episode_count"] for each in series for row in each["seasons"]]
    assert {*episodes} <= {*range(6, 25), *range(100, 131)}
    assert 0.01 < sum(count >= 100 for count in episodes) / len(episodes) < 0.03


def test_episodes_are_of_realistic_sizes() -> None:
    """A crew of 5 to 30, 0 to 20 guest stars, and 5 to 15 in the cast; each person once in a list, in order."""
    crews, guests, casts = list[int](), list[int](), list[int]()
    for series_id in range(2000, 2030):
        casts.append(len(ask("tv_seasons.credits", series_id, 1)["cast"]))
        for row in ask("tv_seasons.details", series_id, 1)["episodes"]:
            crews.append(len(row["crew"]))
            guests.append(len(row["guest_stars"]))
            ids = [person["credit_id"] for person in row["guest_stars"]]
            assert len({*ids}) == len(ids)
            assert all(len(bytes.fromhex(each)) == 12 for each in ids)
            orders = [person.get("order", index) for index, person in enumerate(row["guest_stars"])]
            assert orders == [*range(len(orders))]
    assert (min(crews), max(crews), min(guests), max(guests)) == (5, 30, 0, 20)
    assert (min(casts), max(casts)) == (5, 15)


@pytest.mark.parametrize("name", ["tv_series.details", "tv_seasons.details", "tv_seasons.credits"])
def test_what_is_made_is_valid(name: str) -> None:
    """Against the document, as every answer."""
    operation = OPERATIONS[name]
    validator = Draft202012Validator({**operation.schema, "components": DOCUMENT.content["components"]})
    for series_id in range(1, 9):
        path = [series_id, 1][: len(operation.path_parameters)]
        assert not [error.message for error in validator.iter_errors(ask(name, *path))]


@pytest.mark.measured
def test_details_are_kept_and_not_for_ever() -> None:
    """What many answers are made from is made once; memory does not grow with the number of series."""
    answers = Answers(DOCUMENT, State(), None)
    operation = OPERATIONS["tv_episodes.credits"]
    for series_id in range(1, DETAILS):
        path = {"series_id": str(series_id), "season_number": "1", "episode_number": "1"}
        answers.answer(operation, Asked(path=path, query=(), authorization="Bearer any"))
    assert len(answers._kept) == DETAILS


@pytest.mark.anyio
async def test_the_credits_of_a_series_are_those_of_its_episodes_one_by_one() -> None:
    """Asked for with one request or two, they are what each episode's own request brings."""
    with Sandbox(max_rate=None, max_connections=None) as sandbox:
        async with TMDB(sandbox.token, base_url=sandbox.url, max_rate=None) as tmdb:
            for series_id in (10, *RECORDED):
                sandbox.reset()
                everything = await tmdb.episode_credits(series_id)
                assert sandbox.stats().requests == 1
                assert len(everything) >= 6
                for season, episode, found in everything:
                    assert await tmdb.tv_episodes.credits(series_id, season, episode) == found
