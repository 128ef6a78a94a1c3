"""The credits of all episodes of a series: what is asked for, and what is made of the answers."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

import pytest

from tmdb_async import ResponseError
from tmdb_async.calls.assembly import Plan
from tmdb_async.calls.source import read, source_of
from tmdb_async.models import CastMember, CrewMember, TvEpisodeCredits, TvSeriesDetails
from tmdb_async.operations import find_operation

EPISODE = find_operation("tv_episodes.credits")
SEASONS, CREDITS = "append_seasons", "append_season_credits"


def person(number: int, **more: object) -> dict[str, Any]:
    return {"id": number, "name": f"Person {number}", "credit_id": f"c{number}", **more}


def episode(season: int, number: int, **more: object) -> dict[str, Any]:
    place = season * 1000 + number
    crew = [person(place, department="Directing", job="Director")]
    return {"id": place, "episode_number": number, "crew": crew, "guest_stars": [person(place + 500)], **more}


def season(number: int, episodes: int = 2) -> dict[str, Any]:
    return {"name": "", "season_number": number, "episodes": [episode(number, each + 1) for each in range(episodes)]}


def cast(number: int) -> dict[str, Any]:
    return {"cast": [person(number)], "crew": [person(9, department="Art", job="Painter")]}


def series(*numbers: int, listed: Collection[int] | None = None, **more: object) -> dict[str, Any]:
    """What TMDB answers for a series with whole seasons."""
    rows = [{"id": 70 + each, "season_number": each} for each in (numbers if listed is None else listed)]
    parts = {f"season/{each}": season(each) for each in numbers}
    parts |= {f"season/{each}/credits": cast(each) for each in numbers}
    return {"id": 7, "name": "A series", "seasons": rows, **parts, **more}


def body_of(content: Mapping[str, Any]) -> bytes:
    return json.dumps(content).encode()


def told(plan: Plan, content: Mapping[str, Any]) -> list[tuple[int, int]]:
    """The episodes that an answer completes."""
    return [(row.number, row.row) for row in plan.answered(read(EPISODE, body_of(content)))]


def both(numbers: Iterable[int]) -> dict[str, list[int]]:
    return {SEASONS: [*numbers], CREDITS: [*numbers]}


def failure(call: Callable[[], object]) -> ResponseError:
    with pytest.raises(ResponseError) as caught:
        call()
    return caught.value


def test_one_request_brings_most_series_whole() -> None:
    """The first asks for seasons 0 to 9, and what does not exist is left out: nothing more is asked for."""
    plan = Plan(EPISODE)
    assert plan.next() == both(range(10))
    assert told(plan, series(0, 1, 3)) == [(0, 1), (0, 2), (1, 1), (1, 2), (3, 1), (3, 2)]
    assert plan.next() is None


def test_an_answer_is_put_together_of_its_season() -> None:
    """The cast is the season's credits', and one for all episodes; crew and guest stars are the episode's own."""
    first, second = Plan(EPISODE).answered(read(EPISODE, body_of(series(1))))
    assert first.answer == TvEpisodeCredits(
        id=1001,
        cast=(CastMember(id=1, name="Person 1", credit_id="c1"),),
        crew=(CrewMember(id=1001, name="Person 1001", credit_id="c1001", department="Directing", job="Director"),),
        guest_stars=(CastMember(id=1501, name="Person 1501", credit_id="c1501"),),
    )
    assert second.answer.cast is first.answer.cast


def test_the_operations_own_model_serves_as_well() -> None:
    """Whoever has asked with the public method has that."""
    content = body_of(series(1))
    parts = read(EPISODE, content)
    whole = TvSeriesDetails(
        id=7, name="", seasons=parts.seasons, season_details=parts.season_details, season_credits=parts.season_credits
    )
    assert [*Plan(EPISODE).answered(whole)] == [*Plan(EPISODE).answered(parts)]


def test_seasons_above_the_ninth_take_further_requests() -> None:
    """Ten seasons each, in their order."""
    plan = Plan(EPISODE)
    plan.next()
    assert len(told(plan, series(*range(10), listed=range(25)))) == 20
    assert plan.next() == both(range(10, 20))
    told(plan, series(*range(10, 20), listed=range(25)))
    assert plan.next() == both(range(20, 25))
    assert told(plan, series(*range(20, 25), listed=range(25)))[-1] == (24, 2)
    assert plan.next() is None


def test_a_part_that_was_left_out_is_asked_for_again() -> None:
    """That part alone, beside what is asked for anyway; later seasons wait for it, so that the order holds."""
    plan = Plan(EPISODE)
    plan.next()
    content = series(1, 2, 3, listed=[1, 2, 3, 12])
    del content["season/2/credits"]
    assert told(plan, content) == [(1, 1), (1, 2)]
    assert plan.next() == {SEASONS: [12], CREDITS: [2, 12]}
    left = {"season/2/credits": cast(2), "season/12": season(12)}
    assert told(plan, {**series(listed=[1, 2, 3, 12]), **left}) == [(2, 1), (2, 2), (3, 1), (3, 2)]
    assert plan.next() == {CREDITS: [12]}
    assert told(plan, {**series(listed=[1, 2, 3, 12]), "season/12/credits": cast(12)}) == [(12, 1), (12, 2)]
    assert plan.next() is None


@pytest.mark.parametrize("lost", ["season/2", "season/2/credits"])
def test_a_part_that_never_comes_is_an_error_that_names_it(lost: str) -> None:
    """After three requests; the seasons before it have been given."""
    plan = Plan(EPISODE)
    content = series(1, 2)
    del content[lost]
    given: list[tuple[int, int]] = []
    for _ in range(3):
        assert plan.next()
        given += told(plan, content)
    error = failure(plan.next)
    assert str(error) == f"tv_series.details: {lost}: it did not come, though it was asked for 3 times"
    assert (error.path, error.attempts, given) == (f"$['{lost}']", 3, [(1, 1), (1, 2)])


def test_a_season_that_is_not_listed_counts_if_it_comes() -> None:
    """And costs no further request; nobody can say its id, and nobody needs it."""
    plan = Plan(EPISODE)
    plan.next()
    assert told(plan, series(1, 4, listed=[1])) == [(1, 1), (1, 2), (4, 1), (4, 2)]
    assert plan.next() is None


@pytest.mark.parametrize("rows", [None, []])
def test_a_series_that_lists_no_season_is_asked_until_nothing_comes(rows: object) -> None:
    """Ten numbers after the other, as nothing tells what there is."""
    plan = Plan(EPISODE)
    plan.next()
    assert len(told(plan, series(1, 2, seasons=rows))) == 4
    assert plan.next() == both(range(10, 20))
    assert told(plan, series(11, seasons=rows)) == [(11, 1), (11, 2)]
    assert plan.next() == both(range(20, 30))
    assert told(plan, series(seasons=rows)) == []
    assert plan.next() is None


def test_a_series_without_seasons_has_no_episodes() -> None:
    """One request says so."""
    plan = Plan(EPISODE)
    plan.next()
    assert told(plan, series()) == []
    assert plan.next() is None


def test_only_the_given_seasons_are_asked_for() -> None:
    """Each once, in order; one that does not exist has no episodes, and one that is listed must come."""
    plan = Plan(EPISODE, [30, 2, 2, 99])
    assert plan.next() == both([2, 30, 99])
    assert told(plan, series(2, listed=[1, 2, 30])) == [(2, 1), (2, 2)]
    assert plan.next() == both([30])
    assert told(plan, series(30, 1, listed=[1, 2, 30])) == [(30, 1), (30, 2)]
    assert plan.next() is None


def test_many_given_seasons_take_ten_a_request() -> None:
    """Also where the series lists none of them."""
    plan = Plan(EPISODE, range(5, 27))
    asked = []
    while (request := plan.next()) is not None:
        asked.append(request[SEASONS])
        told(plan, series(*request[SEASONS], listed=[]))
    assert asked == [[*range(5, 15)], [*range(15, 25)], [25, 26]]


def too_large() -> ResponseError:
    error = ResponseError("The body is larger than 32 MiB", path="$", body=b"")
    error.too_large = True
    return error


def test_what_is_too_large_is_asked_for_in_halves() -> None:
    """Down to one season; nothing that was asked for is forgotten, and no try of it is counted."""
    plan = Plan(EPISODE)
    asked = []
    while (request := plan.next()) is not None:
        numbers = request[SEASONS]
        asked.append(numbers)
        if len(numbers) > 2:
            plan.refused(too_large())
        else:
            told(plan, series(*(each for each in numbers if each < 4), listed=[]))
    assert asked[:4] == [[*range(10)], [0, 1, 2, 3, 4], [0, 1], [2, 3]]
    assert asked[4:] == [[4, 5], [6, 7], [8, 9]]


def test_a_season_that_is_too_large_alone_is_an_error_that_names_it() -> None:
    """It cannot be asked for in halves."""
    plan = Plan(EPISODE, [3])
    plan.next()
    error = failure(lambda: plan.refused(too_large()))
    assert str(error) == "season/3: The body is larger than 32 MiB"
    assert error.too_large
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_another_error_is_raised_as_it_is() -> None:
    """It says itself what is wrong."""
    plan = Plan(EPISODE)
    plan.next()
    error = ResponseError("The body is no model", path="$['season/3'].episodes", body=b"")
    assert failure(lambda: plan.refused(error)) is error
    assert failure(lambda: Plan(EPISODE).refused(too_large())).too_large  # nothing was asked for


def test_an_error_within_a_season_names_it() -> None:
    """With its place in the body."""
    content = series(1, 2)
    content["season/2"]["episodes"][1]["crew"][0]["job"] = 7
    error = failure(lambda: read(EPISODE, body_of(content)))
    assert error.path == "$['season/2'].episodes[1].crew[0].job"
    assert json.loads(error.body) == content


def test_what_no_credits_are_made_of_cannot_be_wrong() -> None:
    """It is not read: an overview that is a number costs nothing."""
    content = series(1, overview=7, networks="none")
    content["season/1"] |= {"name": None, "poster_path": 7}
    content["season/1"]["episodes"][0] |= {"overview": 7, "air_date": "never"}
    assert told(Plan(EPISODE), content) == [(1, 1), (1, 2)]


@pytest.mark.parametrize("row", [{"id": None}, {"id": ...}])
def test_an_episode_without_an_id_is_an_error_that_names_it(row: dict[str, Any]) -> None:
    """Credits have one. What comes before it is given."""
    content = series(1, 2)
    content["season/2"]["episodes"][1] |= row
    content["season/2"]["episodes"][1] = {
        key: each for key, each in content["season/2"]["episodes"][1].items() if each is not ...
    }
    rows = Plan(EPISODE).answered(read(EPISODE, body_of(content)))
    assert [next(rows).row for _ in range(3)] == [1, 2, 1]
    error = failure(lambda: next(rows))
    assert str(error) == "tv_series.details: season/2: episode_number 2 has no id"


def test_an_episode_that_is_there_twice_counts_once() -> None:
    """If it is the same; of two that differ nobody could say which is meant."""
    content = series(1)
    content["season/1"]["episodes"].append(episode(1, 1, overview="Again."))
    assert told(Plan(EPISODE), content) == [(1, 1), (1, 2)]
    content["season/1"]["episodes"].append(episode(1, 2, crew=[]))
    error = failure(lambda: told(Plan(EPISODE), content))
    assert str(error) == "tv_series.details: season/1: episode_number 2 is there twice, and differs"


def test_a_season_without_episodes_needs_no_cast() -> None:
    """Nothing is asked for again for it."""
    plan = Plan(EPISODE)
    plan.next()
    content = series(1, 2)
    content["season/1"]["episodes"] = None
    del content["season/1/credits"]
    assert told(plan, content) == [(2, 1), (2, 2)]
    assert plan.next() is None


def test_a_season_of_400_episodes_is_one_like_others() -> None:
    """All of them come with it."""
    content = {**series(1), "season/1": season(1, 400)}
    assert told(Plan(EPISODE), content) == [(1, number + 1) for number in range(400)]


@pytest.mark.parametrize("number", [-1, 2**31])
def test_a_number_that_cannot_be_asked_for_is_an_error(number: int) -> None:
    """The series lists a season that no season is called."""
    plan = Plan(EPISODE)
    plan.next()
    told(plan, series(1, listed=[1, number]))
    assert f"season/{number}: there is no such number" in str(failure(plan.next))


def test_a_plan_goes_on_from_bodies_that_are_kept() -> None:
    """Of an earlier run: what they hold is given, and only what they lack is asked for. Whether their answers are taken
    or not changes nothing.
    """
    bodies = [series(1, 2, listed=[1, 2, 3, 12]), series(listed=[1, 2, 3, 12])]
    plan, other = Plan(EPISODE), Plan(EPISODE)
    assert [told(plan, each) for each in bodies] == [[(1, 1), (1, 2), (2, 1), (2, 2)], []]
    for each in bodies:
        other.answered(read(EPISODE, body_of(each)))
    assert plan.next() == other.next() == both([3, 12])
    rest = series(3, 12, 1, listed=[1, 2, 3, 12])
    assert told(plan, rest) == [(3, 1), (3, 2), (12, 1), (12, 2)]
    assert len(told(other, rest)) == 8
    assert plan.next() is other.next() is None


def test_a_body_is_read_with_the_parts_that_it_has() -> None:
    """What was asked for is seen from it; what is no season's number is none of them."""
    content = {**series(3, 12), "season/x": {}, "season/1/credits/2": {}, "season/4": None, "images": {}}
    model = read(EPISODE, body_of(content))
    assert [*model.season_details] == [*model.season_credits] == [3, 12]


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"<html>", b"{}", b'{"id": "x"}'])
def test_a_body_of_another_shape_is_refused(body: bytes) -> None:
    """As when it came."""
    assert failure(lambda: read(EPISODE, body)).body == body


def test_an_operation_that_stands_nowhere_else_has_no_plan() -> None:
    """The document says which do."""
    for call in (Plan, source_of):
        with pytest.raises(TypeError, match=r"tv_series\.credits is not put together"):
            call(find_operation("tv_series.credits"))
