from __future__ import annotations

import copy
import pickle
import traceback

import pytest

from tmdb_async import TMDB, ConfigurationError, ResponseError
from tmdb_async._generated.types import Secret
from tmdb_async.credentials import Credential, conceal

TOKEN = "eyJhbGciOiJIUzI1NiJ9.planted-token.signature"
KEY = "0123456789abcdef0123456789ABCDEF"


def find(access_token: str | None = None, api_key: str | None = None, **environment: str) -> Credential:
    token = None if access_token is None else Secret(access_token)
    key = None if api_key is None else Secret(api_key)
    return Credential.find(token, key, {name: Secret(value) for name, value in environment.items()})


def sent(credential: Credential) -> tuple[dict[str, str], dict[str, str]]:
    return (
        {name: secret.reveal() for name, secret in credential.headers.items()},
        {name: secret.reveal() for name, secret in credential.query.items()},
    )


BEARER: tuple[dict[str, str], dict[str, str]] = ({"Authorization": f"Bearer {TOKEN}"}, {})
QUERY: tuple[dict[str, str], dict[str, str]] = ({}, {"api_key": KEY})


def test_a_token_is_sent_as_a_bearer_token() -> None:
    """An access token goes into the Authorization header, from an argument or from the environment."""
    assert sent(find(TOKEN)) == BEARER
    assert sent(find(TMDB_ACCESS_TOKEN=TOKEN)) == BEARER


def test_a_v3_key_is_sent_in_the_query_wherever_it_was_given() -> None:
    """32 hexadecimal characters are a v3 key, which TMDB accepts as `api_key` alone and never as a bearer token."""
    assert sent(find(KEY)) == QUERY
    assert sent(find(api_key=KEY)) == QUERY
    assert sent(find(TMDB_ACCESS_TOKEN=KEY)) == QUERY
    assert sent(find(TMDB_API_KEY=KEY)) == QUERY


def test_31_hexadecimal_characters_are_no_v3_key() -> None:
    """Only the whole form counts: what is almost a key is taken for the token that it was given as."""
    assert sent(find(KEY[1:])) == ({"Authorization": f"Bearer {KEY[1:]}"}, {})
    with pytest.raises(ConfigurationError, match="32 hexadecimal characters"):
        find(api_key=KEY + "0")


def test_an_argument_wins_over_the_environment() -> None:
    """What is passed to the client is meant for this client; the environment is for all that pass nothing."""
    assert sent(find(TOKEN, TMDB_API_KEY=KEY)) == BEARER
    assert sent(find(api_key=KEY, TMDB_ACCESS_TOKEN=TOKEN, TMDB_API_KEY="other")) == QUERY


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Build systems export secrets that they do not have as empty variables."""
    monkeypatch.setenv("TMDB_ACCESS_TOKEN", "")
    with pytest.raises(ConfigurationError, match="No credential"):
        TMDB()
    monkeypatch.setenv("TMDB_API_KEY", KEY)
    TMDB()


def test_no_credential_says_what_to_do() -> None:
    """Without any credential the message names the arguments, the variables and the page that has them."""
    with pytest.raises(ConfigurationError, match=r"TMDB_ACCESS_TOKEN.*api_key=.*TMDB_API_KEY.*settings/api"):
        TMDB()


@pytest.mark.parametrize("bad", ["", " ", TOKEN + "\n", f"{TOKEN} ", "a b", "tab\there", "nul\0", "dé", "\x7f", "“x”"])
@pytest.mark.parametrize("name", ["access_token", "api_key"])
def test_a_malformed_credential_is_refused_without_being_shown(name: str, bad: str) -> None:
    """Whitespace, control and non-ASCII characters come from copying badly, and would break the header."""
    with pytest.raises(ConfigurationError, match=name) as caught:
        find(**{name: bad})
    if bad.strip():
        assert bad.strip() not in str(caught.value)


@pytest.mark.parametrize("bad", [123, b"token", object()])
def test_a_credential_that_is_no_string_is_refused(bad: object) -> None:
    """A wrong type is malformed, too."""
    with pytest.raises(ConfigurationError, match="no string"):
        TMDB(bad)  # type: ignore[arg-type] # which is the rule


def test_two_credentials_are_refused() -> None:
    """Which of them was meant cannot be known, from arguments or from the environment."""
    with pytest.raises(ConfigurationError, match="access_token or api_key, not both"):
        find(TOKEN, KEY)
    with pytest.raises(ConfigurationError, match="TMDB_ACCESS_TOKEN or TMDB_API_KEY, not both"):
        find(TMDB_ACCESS_TOKEN=TOKEN, TMDB_API_KEY=KEY)


def test_a_token_given_as_an_api_key_is_told_where_it_belongs() -> None:
    """People mix the two up: the message says where a token goes."""
    with pytest.raises(ConfigurationError, match="as access_token") as caught:
        find(api_key=TOKEN)
    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize("scheme", ["Bearer ", "bearer\t", "BEARER "])
def test_a_token_with_its_scheme_is_told_so(scheme: str) -> None:
    """People copy the whole header: the message says which part of it is the token."""
    with pytest.raises(ConfigurationError, match="without the word Bearer") as caught:
        find(scheme + TOKEN)
    assert TOKEN not in str(caught.value)


def test_a_configuration_error_is_a_value_error() -> None:
    """A bad argument is a ValueError to whoever does not know this package."""
    assert issubclass(ConfigurationError, ValueError)


def test_a_secret_is_not_shown_copied_or_pickled() -> None:
    """Only `reveal` shows a secret."""
    secret = Secret(TOKEN)
    assert secret.reveal() == TOKEN
    for text in (repr(secret), str(secret), f"{secret}", f"{[secret]}"):
        assert TOKEN not in text
    for duplicate in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="not pickled or copied"):
            duplicate(secret)


@pytest.mark.parametrize("access_token", ["planted\nsecret", None])
def test_the_frames_of_a_refused_client_show_no_secret(
    access_token: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A traceback with the locals of our frames, as error reporters record it, holds no part of a credential."""
    monkeypatch.setenv("TMDB_ACCESS_TOKEN", "planted-in-the-environment")
    monkeypatch.setenv("TMDB_API_KEY", "planted-there-too")
    with pytest.raises(ConfigurationError) as caught:
        TMDB(access_token, session_id="planted session")
    stack = traceback.StackSummary.extract(traceback.walk_tb(caught.value.__traceback__), capture_locals=True)
    ours = [frame for frame in stack if frame.filename != __file__]
    assert ours
    assert not [frame for frame in ours if "planted" in str(frame.locals)]


def test_what_an_answer_brings_is_hidden_wherever_it_is() -> None:
    """The value of a field that is a secret, its own and where another repeats it; an escape that is cut off, too."""
    body = b'{"session_id":"brought/5ecret","failures":"brought\\/5ecret","request_token":"cut\\u00"}'
    error = ResponseError("not brought/5ecret", path="$", body=body)
    error.body += b'{"session_id":"%s"}' % (b"x" * 5000)  # too long for one
    conceal(error, [], ("session_id", "request_token"))
    assert "5ecret" not in f"{error}{error.body!r}"
    assert b"cut" not in error.body


def test_the_bytes_that_are_no_text_are_hidden_too() -> None:
    """An error of decoding keeps what it was given."""
    error = UnicodeDecodeError("utf-8", b"the-5ecret \xff", 11, 12, "invalid")
    conceal(error, [Secret("the-5ecret")])
    assert error.object == b"... \xff"
