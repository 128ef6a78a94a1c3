"""Lists in pages, and what their rows have in common with details."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tmdb_async.sandbox.answers import Answers
from tmdb_async.sandbox.document import Document, Operation
from tmdb_async.sandbox.requests import Asked
from tmdb_async.sandbox.state import State

pytestmark = pytest.mark.unmeasured

DOCUMENT = Document.bundled()
ANSWERS = Answers(DOCUMENT, State(), None)
OPERATIONS = {operation.name: operation for operation in DOCUMENT.operations()}
# Where the things that lists hold have their details, by what an operation of a list is called.
DETAILS = {"tv": "tv_series.details", "movie": "movies.details", "person": "people.details"}


def ask(operation: Operation, path: dict[str, str] | None = None, **query: str) -> Any:
    """Return the body of an answer, with what the request must have beside what is given."""
    path = path or {
        each.name: "7" if each.is_integer else str(each.schema.get("enum", ["abc"])[0])
        for each in operation.path_parameters
    }
    needed = {each.name: "x" for each in operation.query_parameters if each.required or each.name == "session_id"}
    asked = Asked(path=path, query=[*{**needed, **query}.items()], authorization="Bearer any")
    answer = ANSWERS.answer(operation, asked)
    assert answer.status == operation.status, answer.body
    return json.loads(answer.body)


PAGED = [each for each in OPERATIONS.values() if each.rows and not each.effects]


def test_the_lists_are_found_from_the_document() -> None:
    """Whatever has a page, its totals and rows is a list, whatever its rows are called."""
    assert len(PAGED) >= 25
    assert {OPERATIONS["lists.details"].rows, OPERATIONS["discover.tv"].rows} == {"items", "results"}
    assert not OPERATIONS["movies.changes"].rows


def test_no_row_is_on_two_pages_and_totals_fit() -> None:
    """For every list: all pages tell the same totals and hold that many rows, with ids that are known."""
    for operation in PAGED:
        if not any(each.name == "page" for each in operation.query_parameters):
            continue
        first = ask(operation)
        last = min(first["total_pages"], 4)
        pages = [first, *(ask(operation, page=str(number)) for number in range(2, last + 1))]
        assert [page["page"] for page in pages] == [*range(1, len(pages) + 1)], operation.name
        assert {(page["total_pages"], page["total_results"]) for page in pages} == {
            (first["total_pages"], first["total_results"])
        }
        rows = [row for page in pages for row in page[operation.rows]]
        if not operation.example({each.name: "7" for each in operation.path_parameters}):
            whole = first["total_pages"] == last
            assert len(rows) == first["total_results"] if whole else 20 * last, operation.name
            assert not any(str(row["id"]).endswith("404") for row in rows), operation.name
        ids = [(row.get("media_type"), row["id"]) for row in rows]
        assert len(set(ids)) == len(ids), operation.name


def test_a_page_past_the_end_is_empty() -> None:
    """It tells the same totals as all others."""
    first, beyond = (ask(OPERATIONS["discover.tv"], page=number) for number in ("1", "500"))
    assert beyond == first | {"page": 500, "results": []}


@pytest.mark.parametrize(
    ("name", "path"), [("movie_lists.popular", {}), ("tv_series.similar", {"series_id": "1399"}), ("changes.tv", {})]
)
def test_a_recorded_page_is_followed_by_others(name: str, path: dict[str, str]) -> None:
    """They have as many rows as it, and none of its; the first is as recorded, whether it is named or not."""
    operation = OPERATIONS[name]
    [example] = operation.examples
    first, named, second = ask(operation, path), ask(operation, path, page="1"), ask(operation, path, page="2")
    assert first == named == json.loads(example.body)
    rows = [*first["results"], *second["results"]]
    assert len(rows) == 2 * len(first["results"]) == len({row["id"] for row in rows})
    assert second == first | {"page": 2, "results": second["results"]}


def test_the_last_page_of_a_recorded_list_holds_the_rest() -> None:
    """Together the pages hold what the totals tell, and nothing comes after them."""
    operation, path = OPERATIONS["tv_series.similar"], {"series_id": "1399"}
    total, pages = (ask(operation, path)[name] for name in ("total_results", "total_pages"))
    last = ask(operation, path, page=str(pages))["results"]
    assert len(last) == total - 20 * (pages - 1)
    assert ask(operation, path, page=str(pages + 1))["results"] == []


def test_another_question_has_another_list() -> None:
    """What is asked for makes the list; the language and the page do not."""
    discover = OPERATIONS["discover.tv"]
    plain, other, german = ask(discover), ask(discover, with_genres="18"), ask(discover, language="de-DE")
    assert plain == german
    assert {row["id"] for row in plain["results"]}.isdisjoint(row["id"] for row in other["results"])


def test_what_has_no_pages_has_one() -> None:
    """A list that takes no page holds all its rows."""
    for operation in PAGED:
        if not any(each.name == "page" for each in operation.query_parameters):
            body = ask(operation)
            assert (body["page"], len(body[operation.rows])) == (1, body["total_results"]), operation.name


def test_rows_fit_their_details() -> None:
    """The same thing has the same name wherever it stands: in lists, in unions, among credits."""
    rows = [("tv", row) for row in ask(OPERATIONS["discover.tv"])["results"]]
    rows += [("movie", row) for row in ask(OPERATIONS["discover.movie"])["results"]]
    rows += [(row["media_type"], row) for row in ask(OPERATIONS["trending.all"])["results"]]
    rows += [("person", row) for row in ask(OPERATIONS["tv_series.credits"])["cast"]]
    rows += [("tv", row) for row in ask(OPERATIONS["tv_series.similar"], {"series_id": "8"})["results"]]
    checked = 0
    for kind, row in rows:
        if kind in DETAILS:
            operation = OPERATIONS[DETAILS[kind]]
            details = ask(operation, {operation.itself: str(row["id"])})
            assert details["id"] == row["id"]
            assert (details.get("name"), details.get("title")) == (row.get("name"), row.get("title"))
            checked += 1
    assert checked > 40


@pytest.mark.parametrize("name", ["search.multi", "trending.all", "lists.details"])
def test_a_union_shows_each_kind(name: str) -> None:
    """A page of some length holds every kind that the document knows, each row a valid one of its kind."""
    operation = OPERATIONS[name]
    items = DOCUMENT.flat(DOCUMENT.properties(operation.schema)[operation.rows]["items"])
    assert {row["media_type"] for row in ask(operation)[operation.rows]} == {*items["discriminator"]["mapping"]}


def test_maps_have_countries_for_keys() -> None:
    """`results` of watch providers is a map from country to offers."""
    results = ask(OPERATIONS["movies.watch_providers"])["results"]
    assert len(results) > 1
    assert all(len(country) == 2 and country.isupper() for country in results)
    assert all(isinstance(offers, dict) for offers in results.values())


def test_a_body_may_be_an_array() -> None:
    """As the lists of the configuration are."""
    assert isinstance(ask(OPERATIONS["configuration.countries"]), list)


def test_what_the_path_says_is_what_the_answer_says() -> None:
    """Numbers and ids of the request come back: at the top, and in the rows that have them, too."""
    season = ask(OPERATIONS["tv_seasons.details"], {"series_id": "7", "season_number": "3"})
    assert season["season_number"] == 3
    assert {row["season_number"] for row in season["episodes"] if "season_number" in row} == {3}
    assert [row["episode_number"] for row in season["episodes"]] == [*range(1, len(season["episodes"]) + 1)]
    path = {"series_id": "7", "season_number": "3", "episode_number": "12"}
    episode = ask(OPERATIONS["tv_episodes.details"], path)
    assert (episode["season_number"], episode["episode_number"]) == (3, 12)
    group = ask(OPERATIONS["tv_episode_groups.details"], {"tv_episode_group_id": "abc"})
    assert group["id"] == "abc"
