from __future__ import annotations

import re
from typing import Any

import pytest

from tmdb_async._generated.api.tv_episodes import CREDITS as EPISODE_CREDITS
from tmdb_async._generated.api.tv_seasons import ACCOUNT_STATES
from tmdb_async._generated.api.tv_series import CREDITS
from tmdb_async._generated.types import Operation, Secret
from tmdb_async.calls.arguments import Defaults, build_target

SEARCH = Operation(
    name="search.tv",
    method="GET",
    path="/3/search/{kind}",
    path_parameters={"kind": str},
    query_parameters={"page": int, "include_adult": bool, "score": float, "title": str},
    model=dict,
)
ACCOUNT = Operation(
    name="account.details",
    method="GET",
    path="/3/account/{account_id}",
    path_parameters={"account_id": int},
    query_parameters={"session_id": Secret},
    model=dict,
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
    names = dict(zip(operation.path_parameters, path, strict=True))
    given = dict.fromkeys(operation.query_parameters) | concealed(query or {})
    built = build_target(operation, names, given, defaults)
    revealed = {name: value.reveal() if isinstance(value, Secret) else value for name, value in built.query.items()}
    return built.path, revealed


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
    with pytest.raises(ValueError, match=rf"^{name} must not be negative, and is -1"):
        build(EPISODE_CREDITS, *path)


def test_ids_stand_in_the_path_in_their_places() -> None:
    """Each id stands where the document puts it. Season 0 holds the specials, so 0 is accepted."""
    assert build(EPISODE_CREDITS, 1396, 0, 7) == ("/3/tv/1396/season/0/episode/7/credits", {})


def test_an_integer_of_another_library_is_an_id() -> None:
    """Ids come out of data frames: whatever is an integer by Python's protocol is accepted."""
    assert build(CREDITS, NumPyLike()) == ("/3/tv/1399/credits", {})


def test_a_text_in_the_path_is_quoted_whole() -> None:
    """A slash, a dot or a question mark in a value never changes which resource is asked for."""
    assert build(SEARCH, "../a b?c#d%2F")[0] == "/3/search/..%2Fa%20b%3Fc%23d%252F"


@pytest.mark.parametrize(("bad", "error"), [(7, TypeError), ("", ValueError), ("..", ValueError), (".", ValueError)])
def test_a_text_in_the_path_is_one_segment(bad: object, error: type[Exception]) -> None:
    """An empty segment and the two that mean a folder would ask for another resource."""
    with pytest.raises(error, match=r"^kind must "):
        build(SEARCH, bad)


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
    query: dict[str, object] = {"include_adult": False, "page": NumPyLike(), "score": 7, "title": "a b"}
    assert build(SEARCH, "tv", query=query)[1] == {
        "include_adult": "false",
        "page": "1399",
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
