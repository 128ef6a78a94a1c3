from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tmdb_async._generated.api.tv_episodes import CREDITS as EPISODE_CREDITS
from tmdb_async._generated.api.tv_seasons import ACCOUNT_STATES
from tmdb_async._generated.api.tv_series import CREDITS
from tmdb_async._generated.types import AnyOf, Operation, Parameter, Part, Secret, Span, any_of
from tmdb_async.calls.arguments import Defaults, Request, build_request
from tmdb_async.operations import find_operation

SEARCH = Operation(
    name="search.tv",
    method="GET",
    path="/3/search/{kind}",
    parameters={
        "kind": Parameter("kind", "path", str, required=True),
        "page": Parameter("page", "query", int, least=1, most=500),
        "include_adult": Parameter("include_adult", "query", bool),
        "score": Parameter("score", "query", float, least=0),
        "title": Parameter("title", "query", str),
        "sort_by": Parameter("sort_by", "query", str, choices=("name.asc", "name.desc")),
        "vote_average_gte": Parameter("vote_average.gte", "query", float, least=0, most=10),
        "with_genres": Parameter("with_genres", "query", int, many=True, alternatives=True),
        "with_words": Parameter("with_words", "query", str, many=True, most_items=3),
        "images": Parameter("images", "query", str, many=True, nullable=True),
        "start_date": Parameter("start_date", "query", date),
        "end_date": Parameter("end_date", "query", date),
    },
    span=Span("start_date", "end_date", 14),
    get_model=lambda: dict,
)
ACCOUNT = Operation(
    name="account.details",
    method="GET",
    path="/3/account/{account_id}",
    parameters={
        "account_id": Parameter("account_id", "path", int, least=1),
        "session_id": Parameter("session_id", "query", Secret),
    },
    needs_session=True,
    get_model=lambda: dict,
)
RATE = Operation(
    name="things.add_rating",
    method="POST",
    path="/3/guest/{guest_session_id}/thing/{thing_id}",
    parameters={
        "guest_session_id": Parameter("guest_session_id", "path", Secret, required=True),
        "thing_id": Parameter("thing_id", "path", str, required=True),
        "value": Parameter("value", "body", float, required=True, least=0.5, most=10, step=0.5),
        "favorite": Parameter("favorite", "body", bool),
        "password": Parameter("password", "body", Secret),
        "day": Parameter("day", "body", date),
    },
    get_model=lambda: dict,
)
DETAILS = Operation(
    name="shows.details",
    method="GET",
    path="/3/show/{show_id}",
    parameters={
        "show_id": Parameter("show_id", "path", int, required=True, least=1),
        "append_to_response": Parameter(
            "append_to_response",
            "query",
            str,
            many=True,
            most_items=20,
            choices=("credits", "watch/providers", "account_states"),
        ),
        "append_seasons": Parameter("season/{season_number}", "append", int, many=True, least=0),
        "append_credits": Parameter("season/{season_number}/credits", "append", int, many=True, least=0),
        "session_id": Parameter("session_id", "query", Secret),
    },
    parts=(
        Part("credits", "credits", lambda: dict),
        Part("watch/providers", "watch_providers", lambda: dict),
        Part("account_states", "account_states", lambda: dict, needs_session=True),
        Part("season/{season_number}", "seasons", lambda: dict, argument="append_seasons"),
        Part("season/{season_number}/credits", "season_credits", lambda: dict, argument="append_credits"),
    ),
    get_model=lambda: dict,
)


class NumPyLike:
    """An integer of another library."""

    def __index__(self) -> int:
        return 1399


def build(
    operation: Operation[Any],
    *path: object,
    query: dict[str, object] | None = None,
    language: str | None = None,
    session: dict[str, str] | None = None,
) -> tuple[str, dict[str, str]]:
    def concealed(values: dict[str, Any]) -> dict[str, Any]:
        return {name: Secret(value) if name.endswith("session_id") else value for name, value in values.items()}

    defaults = Defaults(language=language, session=concealed(session or {}), timeout=10.0, max_retries=4)
    names = concealed(dict(zip(operation.path_parameters, path, strict=False)))
    built = build_request(operation, dict.fromkeys(operation.parameters) | names | concealed(query or {}), defaults)
    target = built.target
    revealed = {name: value.reveal() if isinstance(value, Secret) else value for name, value in target.query.items()}
    return target.path.reveal() if isinstance(target.path, Secret) else target.path, revealed


@pytest.mark.parametrize("bad", [True, False, "1", "1399", 1.0, 1399.5, None, b"1", [1], (1,)])
def test_an_id_that_is_no_integer_is_refused(bad: object) -> None:
    """Ids are integers: what only looks like one is refused by the name of its argument."""
    with pytest.raises(TypeError, match=r"^series_id must be an integer, not "):
        build(CREDITS, bad)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_negative_id_is_refused(place: int) -> None:
    """No id or number of TMDB is negative; the message names the argument."""
    path = [1396, 1, 1]
    path[place] = -1
    name = ("series_id", "season_number", "episode_number")[place]
    with pytest.raises(ValueError, match=rf"^{name} must be [01] or more, and is -1"):
        build(EPISODE_CREDITS, *path)


def test_ids_stand_in_the_path_in_their_places() -> None:
    """Each id stands where the document puts it. Season 0 holds the specials, so 0 is accepted."""
    assert build(EPISODE_CREDITS, 1396, 0, 7) == ("/3/tv/1396/season/0/episode/7/credits", {})


def test_an_integer_of_another_library_is_an_id() -> None:
    """Ids come out of data frames: whatever is an integer by Python's protocol is accepted."""
    assert build(CREDITS, NumPyLike()) == ("/3/tv/1399/credits", {})


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("tt0137523", "tt0137523"),
        ("@handle", "@handle"),
        ("UCuAXFkgsw1L7xaCfnd5JJOw", "UCuAXFkgsw1L7xaCfnd5JJOw"),
        ("a b?c#d", "a%20b%3Fc%23d"),
        ("100%", "100%25"),
        ("...", "..."),
        ("..a", "..a"),
        ("a\\b;c", "a%5Cb%3Bc"),
        ("\uff0f", "%EF%BC%8F"),
    ],
)
def test_a_text_in_the_path_is_quoted_whole(text: str, sent: str) -> None:
    """A question mark or a number sign in a value never changes which resource is asked for."""
    assert build(SEARCH, text)[0] == f"/3/search/{sent}"


@pytest.mark.parametrize(
    "bad",
    [
        *("", ".", "..", "a/b", "x/../../movie/550", "x%2F..%2F..%2Fmovie%2F550", "%2e%2e", "%2E.", "%252e%252e"),
        *("%252F", "a\0", "a\n", "a%00", "\x7f", "\x85", "\ud800", "a\udfff"),
    ],
)
def test_a_text_in_the_path_is_one_segment(bad: str) -> None:
    """TMDB's network decodes a path and then resolves its dots: what would lead to another resource is not sent."""
    with pytest.raises(ValueError, match=r"^kind "):
        build(SEARCH, bad)


def test_a_path_takes_no_other_type() -> None:
    """A wrong type is named as such."""
    with pytest.raises(TypeError, match=r"^kind must be a string, not int"):
        build(SEARCH, 7)


@pytest.mark.parametrize("bad", ["english", "EN", "en-us", "en_US", "e", "pt-BRA", "pt-BR\n", " pt", "", "pt-BR,en"])
def test_a_malformed_language_is_refused(bad: str) -> None:
    """TMDB answers in English, in silence, where it does not know a language: only `xx` and `xx-XX` are sent."""
    with pytest.raises(ValueError, match=re.escape(f"not {bad!r}")):
        build(CREDITS, 1399, query={"language": bad})


@pytest.mark.parametrize("bad", [7, True, b"en", ("en",)])
def test_a_language_that_is_no_string_is_refused(bad: object) -> None:
    """A wrong type is named as such."""
    with pytest.raises(TypeError, match=r"^language must be a string"):
        build(CREDITS, 1399, query={"language": bad})


def test_the_language_of_the_call_wins_over_the_clients() -> None:
    """The client's language fills in where the call names none; with neither TMDB's own default holds."""
    assert build(CREDITS, 1399)[1] == {}
    assert build(CREDITS, 1399, language="pt-BR")[1] == {"language": "pt-BR"}
    assert build(CREDITS, 1399, query={"language": "fr"}, language="pt-BR")[1] == {"language": "fr"}


def test_defaults_are_filled_in_only_where_the_operation_declares_them() -> None:
    """A language or a session is never sent to an operation that has no such parameter."""
    assert build(SEARCH, "tv", language="pt-BR", session={"session_id": "abc"})[1] == {}
    assert build(CREDITS, 1399, session={"session_id": "abc"})[1] == {}


def test_a_missing_session_is_refused() -> None:
    """Account states are somebody's: without a session from the call or the client nothing is sent."""
    with pytest.raises(ValueError, match="session is missing: pass session_id or guest_session_id"):
        build(ACCOUNT_STATES, 1399, 1)


def test_a_session_of_the_other_kind_is_no_session() -> None:
    """An operation that takes users' sessions alone has no use for a guest session."""
    with pytest.raises(ValueError, match="session is missing: pass session_id to"):
        build(ACCOUNT, 1, session={"guest_session_id": "abc"})


def test_an_optional_segment_is_left_out() -> None:
    """Without the id at its end the path asks for what the session tells."""
    assert build(ACCOUNT, session={"session_id": "abc"})[0] == "/3/account"
    assert build(ACCOUNT, 7, session={"session_id": "abc"})[0] == "/3/account/7"


def test_two_sessions_are_refused() -> None:
    """Whose ratings are wanted is not clear with both kinds of session."""
    with pytest.raises(ValueError, match="session is given twice"):
        build(ACCOUNT_STATES, 1399, 1, query={"session_id": "abc", "guest_session_id": "def"})


@pytest.mark.parametrize("kind", ["session_id", "guest_session_id"])
def test_the_session_of_the_call_wins_over_the_clients(kind: str) -> None:
    """A call's own session replaces the client's, also one of the other kind."""
    default = {"session_id": "default"}
    assert build(ACCOUNT_STATES, 1399, 1, session=default)[1] == default
    assert build(ACCOUNT_STATES, 1399, 1, query={kind: "own"}, session=default)[1] == {kind: "own"}


@pytest.mark.parametrize("bad", ["", "two words", "planted\n", "planted\0"])
def test_a_malformed_session_is_refused_without_being_shown(bad: str) -> None:
    """A session is a secret: the message says what is wrong and not what was given."""
    with pytest.raises(ValueError, match=r"^session_id is empty") as caught:
        build(ACCOUNT_STATES, 1399, 1, query={"session_id": bad})
    assert not bad or bad not in str(caught.value)


def test_a_session_that_is_no_string_is_refused() -> None:
    """A wrong type is named as such."""
    with pytest.raises(TypeError, match=r"^session_id must be a string, not int"):
        build(ACCOUNT_STATES, 1399, 1, query={"session_id": 7})


def test_query_values_are_written_as_tmdb_reads_them() -> None:
    """Booleans in lower case, numbers as they are, and what was left out not at all."""
    query: dict[str, object] = {"include_adult": False, "page": 3, "score": 7, "title": "a b"}
    assert build(SEARCH, "tv", query=query)[1] == {
        "include_adult": "false",
        "page": "3",
        "score": "7",
        "title": "a b",
    }
    assert build(SEARCH, "tv", query={"include_adult": True, "score": 7.5})[1] == {
        "include_adult": "true",
        "score": "7.5",
    }


@pytest.mark.parametrize(
    ("name", "bad"),
    [("page", "2"), ("page", True), ("page", 2.0), ("include_adult", 1), ("score", "7"), ("score", True), ("title", 7)],
)
def test_a_query_value_of_another_type_is_refused(name: str, bad: object) -> None:
    """What the document declares is what is sent: a list, say, is never sent as Python writes it."""
    with pytest.raises(TypeError, match=rf"^{name} must be an? \w+, not "):
        build(SEARCH, "tv", query={name: bad})


def test_an_id_that_no_database_holds_is_refused() -> None:
    """A number of thousands of digits is a mistake, and the message names its argument."""
    with pytest.raises(ValueError, match=r"^series_id must be less than"):
        build(CREDITS, 10**5000)


@pytest.mark.parametrize("page", [0, 501, -1, 2**62])
def test_a_number_out_of_range_is_refused(page: int) -> None:
    """TMDB hands out pages 1 to 500: what it would refuse is not sent."""
    with pytest.raises(ValueError, match=rf"^page must be from 1 to 500, and is {page}$"):
        build(SEARCH, "tv", query={"page": page})


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), -float("inf")])
def test_a_number_that_is_none_is_refused(bad: float) -> None:
    """Neither infinity nor what is no number has a form that TMDB reads."""
    with pytest.raises(ValueError, match=r"^score must be a finite number"):
        build(SEARCH, "tv", query={"score": bad})


def test_a_closed_set_is_closed() -> None:
    """TMDB ignores what it does not know: a misspelt value is refused, with the one that may have been meant."""
    assert build(SEARCH, "tv", query={"sort_by": "name.asc"})[1] == {"sort_by": "name.asc"}
    with pytest.raises(ValueError, match=r"^sort_by must not be 'name\.asd': did you mean 'name\.asc'\?"):
        build(SEARCH, "tv", query={"sort_by": "name.asd"})
    with pytest.raises(ValueError, match=r"^sort_by must not be '': give one of 'name\.asc', 'name\.desc'$"):
        build(SEARCH, "tv", query={"sort_by": ""})


def test_a_dotted_name_is_sent_as_it_is() -> None:
    """Python's name has an underscore where TMDB's has a dot."""
    assert build(SEARCH, "tv", query={"vote_average_gte": 7.5})[1] == {"vote_average.gte": "7.5"}


@pytest.mark.parametrize(
    ("values", "sent"),
    [
        (18, "18"),
        ([18, 80], "18,80"),
        ((18, 80), "18,80"),
        ({18}, "18"),
        ([18, 80, 18], "18,80"),
        (any_of(18, 80), "18|80"),
        (any_of(18), "18"),
        ([NumPyLike()], "1399"),
    ],
)
def test_a_list_means_and_and_any_of_means_or(values: object, sent: str) -> None:
    """As TMDB reads commas and bars; a single value works too, and each stands there once."""
    assert build(SEARCH, "tv", query={"with_genres": values})[1] == {"with_genres": sent}


def test_an_empty_list_asks_for_nothing() -> None:
    """It is like a parameter that was left out."""
    assert build(SEARCH, "tv", query={"with_genres": [], "with_words": ()})[1] == {}


def test_an_empty_any_of_is_refused() -> None:
    """Nothing can be one of none."""
    with pytest.raises(ValueError, match="any_of needs a value or more"):
        any_of()
    with pytest.raises(ValueError, match=r"^with_genres: any_of needs a value or more"):
        build(SEARCH, "tv", query={"with_genres": AnyOf(())})


def test_any_of_is_refused_where_tmdb_knows_no_alternatives() -> None:
    """A bar would be taken for a part of a value."""
    with pytest.raises(TypeError, match=r"^with_words takes no any_of"):
        build(SEARCH, "tv", query={"with_words": any_of("a", "b")})


@pytest.mark.parametrize("bad", ["a,b", "a|b", ["a", "b,c"], [""], ""])
def test_a_value_that_would_be_two_is_refused(bad: object) -> None:
    """A comma within a value would be taken for the end of it."""
    with pytest.raises(ValueError, match=r"^with_words: give several values as a list, or as any_of"):
        build(SEARCH, "tv", query={"with_words": bad})


@pytest.mark.parametrize("bad", [["18"], [True], [[18]], b"18", {18: 80}, [None], 1.5])
def test_a_value_of_a_list_is_of_its_type(bad: object) -> None:
    """Each of several values is checked as a single one is."""
    with pytest.raises(TypeError, match=r"^with_genres must be an integer, not "):
        build(SEARCH, "tv", query={"with_genres": bad})


def test_too_many_values_are_refused() -> None:
    """Where TMDB takes so many and no more."""
    with pytest.raises(ValueError, match=r"^with_words takes 3 values at most, and not 4"):
        build(SEARCH, "tv", query={"with_words": ["a", "b", "c", "d"]})


def test_none_among_several_is_null_where_tmdb_knows_it() -> None:
    """Images without a language are those of `null`."""
    assert build(SEARCH, "tv", query={"images": ["de", None]})[1] == {"images": "de,null"}


def test_a_day_is_a_date() -> None:
    """And a time is none, since which day it is of depends on where one is."""
    assert build(SEARCH, "tv", query={"start_date": date(2026, 1, 2)})[1] == {"start_date": "2026-01-02"}
    for bad in (datetime(2026, 1, 2, tzinfo=UTC), "2026-01-02", 20260102):
        with pytest.raises(TypeError, match=r"^start_date must be a datetime\.date, not "):
            build(SEARCH, "tv", query={"start_date": bad})


@pytest.mark.parametrize(("end", "good"), [(15, True), (1, True), (16, False)])
def test_a_span_is_no_longer_than_tmdb_takes(end: int, *, good: bool) -> None:
    """Fourteen days at most between the two."""
    query: dict[str, object] = {"start_date": date(2026, 1, 1), "end_date": date(2026, 1, end)}
    if good:
        assert build(SEARCH, "tv", query=query)[1].keys() == query.keys()
    else:
        with pytest.raises(ValueError, match="start_date and end_date must be up to 14 days apart"):
            build(SEARCH, "tv", query=query)
    with pytest.raises(ValueError, match="start_date and end_date must be up to 14 days apart"):
        build(SEARCH, "tv", query={"start_date": date(2026, 1, 2), "end_date": date(2026, 1, 1)})


def test_a_lone_surrogate_is_refused() -> None:
    """It is no character, and has no form in UTF-8."""
    with pytest.raises(ValueError, match=r"^title holds a lone surrogate"):
        build(SEARCH, "tv", query={"title": "a\ud800"})


def rate(session: object = "planted-session", thing: object = "tt1", **body: object) -> Request:
    given = {**dict.fromkeys(RATE.parameters), "guest_session_id": Secret(session), "thing_id": thing, **body}  # type: ignore[arg-type]
    return build_request(RATE, given, Defaults(None, {}, 10.0, 4))


def test_a_body_is_json_and_hidden() -> None:
    """What was left out is not in it; a day is as in the query. Its secrets, and those of the path, are known."""
    built = rate(value=8.5, favorite=True, password=Secret("planted p\u00e4ss"), day=date(2026, 1, 2)).target
    assert built.body is not None
    assert json.loads(built.body.reveal()) == {
        "value": 8.5,
        "favorite": True,
        "password": "planted p\u00e4ss",
        "day": "2026-01-02",
    }
    assert isinstance(built.path, Secret)
    assert built.path.reveal() == "/3/guest/planted-session/thing/tt1"
    assert {secret.reveal() for secret in built.hidden} == {"planted-session", "planted p\u00e4ss"}
    assert "planted" not in repr(built)


@pytest.mark.parametrize("value", [0.5, 1, 8.5, 10])
def test_a_rating_is_in_steps(value: float) -> None:
    """Halves from 0.5 to 10; whole ones as they are."""
    built = rate(value=value).target
    assert built.body is not None
    assert json.loads(built.body.reveal()) == {"value": value}


@pytest.mark.parametrize("value", [8.3, 0, 10.5, -1, float("nan"), 0.25])
def test_a_rating_between_the_steps_is_refused(value: float) -> None:
    """TMDB would round it, or refuse it."""
    with pytest.raises(ValueError, match=r"^value must be "):
        rate(value=value)


@pytest.mark.parametrize("value", ["8", True, None])
def test_a_value_of_a_body_is_of_its_type(value: object) -> None:
    """And one that TMDB needs is there."""
    with pytest.raises(TypeError, match=r"^value must be a number, not "):
        rate(value=value)


@pytest.mark.parametrize("bad", ["planted/../x", "..", "", "planted two", "planted%2f", "planted\n"])
def test_a_secret_in_the_path_is_refused_without_being_shown(bad: str) -> None:
    """As any text that would lead elsewhere; the message does not hold it."""
    with pytest.raises(ValueError, match=r"^guest_session_id ") as caught:
        rate(bad, value=8)
    assert "planted" not in str(caught.value)


@pytest.mark.parametrize(("bad", "error"), [(7, TypeError), ("", ValueError), (None, TypeError)])
def test_a_secret_in_the_body_is_a_text(bad: object, error: type[Exception]) -> None:
    """Whatever characters it has, it has one."""
    with pytest.raises(error, match=r"^password must "):
        rate(value=8, password=Secret(bad))  # type: ignore[arg-type]


def asked(session: dict[str, str] | None = None, **given: object) -> Request:
    defaults = Defaults(None, {name: Secret(value) for name, value in (session or {}).items()}, 10.0, 4)
    return build_request(DETAILS, {**dict.fromkeys(DETAILS.parameters), "show_id": 1, **given}, defaults)


def test_parts_are_asked_for_together() -> None:
    """Those by name, then those by number, with their names in the answer."""
    built = asked(append_to_response=["watch/providers", "credits"], append_seasons=[0, 1], append_credits=1)
    names = ["watch/providers", "credits", "season/0", "season/1", "season/1/credits"]
    assert built.target.query == {"append_to_response": ",".join(names)}
    assert [(each.name, each.part.field, each.number) for each in built.parts] == [
        ("watch/providers", "watch_providers", None),
        ("credits", "credits", None),
        ("season/0", "seasons", 0),
        ("season/1", "seasons", 1),
        ("season/1/credits", "season_credits", 1),
    ]
    assert asked().parts == []


def test_more_parts_than_tmdb_takes_are_refused() -> None:
    """Twenty of all kinds together."""
    assert len(asked(append_seasons=range(20)).parts) == 20
    with pytest.raises(ValueError, match="append_to_response takes 20 parts at most, and not 21"):
        asked(append_to_response="credits", append_seasons=range(20))


def test_an_unknown_part_is_refused() -> None:
    """TMDB would leave it out in silence."""
    with pytest.raises(ValueError, match=r"^append_to_response must not be 'credit': did you mean 'credits'\?"):
        asked(append_to_response=["credit"])
    with pytest.raises(ValueError, match=r"^append_seasons must be 0 or more"):
        asked(append_seasons=[-1])


def test_a_part_of_a_user_needs_a_session() -> None:
    """It is the client's where the call has none; where nothing of a user is asked for none is sent."""
    client = {"session_id": "abcdef"}
    sent = asked(client, append_to_response="account_states").target.query["session_id"]
    assert isinstance(sent, Secret)
    assert sent.reveal() == "abcdef"
    assert asked(client, append_to_response="credits").target.query.keys() == {"append_to_response"}
    assert asked(session_id=Secret("abcdef")).target.query.keys() == {"session_id"}
    with pytest.raises(ValueError, match="session is missing"):
        asked(append_to_response="account_states")


def test_an_id_that_may_be_a_text_may_be_a_number() -> None:
    """TMDB's older lists have numbers, others texts."""
    operation = find_operation("lists.details")
    for value in (8, "8"):
        assert build(operation, value) == ("/3/list/8", {})


def test_a_choice_that_is_like_none_of_many_is_refused_with_all() -> None:
    with pytest.raises(ValueError, match=r"sort_by must not be 'zzz': there are .*vote_average"):
        build(find_operation("discover.tv"), query={"sort_by": "zzz"})
