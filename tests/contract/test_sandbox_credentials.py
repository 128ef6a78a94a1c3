from __future__ import annotations

import pytest

from tmdb_async.sandbox.credentials import permits

TOKEN = "a.token-of_mine"
KEY = "0123456789abcdef0123456789ABCDEF"
OTHER_KEY = "f" * 32


@pytest.mark.parametrize(
    "authorization",
    ["", "Bearer", "Bearer ", f"Bearer{TOKEN}", f"Basic {TOKEN}", TOKEN, f"Bearer {TOKEN} x", "Bearer a,b"],
)
def test_a_malformed_authorization_is_refused(authorization: str) -> None:
    """Whatever is no bearer token is no credential, and a good key beside it does not mend it."""
    assert not permits(None, authorization, None)
    assert not permits(None, authorization, KEY)


def test_a_v3_key_is_never_a_bearer_token() -> None:
    """TMDB takes the older key in the query alone."""
    assert not permits(None, f"Bearer {KEY}", None)
    assert not permits(KEY, f"Bearer {KEY}", None)
    assert permits(None, None, KEY)
    assert permits(KEY, None, KEY)


@pytest.mark.parametrize("api_key", [None, "", TOKEN, KEY[1:], KEY + "0", "g" * 32])
def test_what_is_no_v3_key_never_works_as_one(api_key: str | None) -> None:
    """32 hexadecimal characters, nothing else; the only accepted token does not work there either."""
    assert not permits(None, None, api_key)
    assert not permits(TOKEN, None, api_key)


def test_with_a_token_no_other_credential_is_accepted() -> None:
    """Whatever its form: a token given to the sandbox is the only one."""
    assert permits(TOKEN, f"Bearer {TOKEN}", None)
    assert not permits(TOKEN, f"Bearer {TOKEN}x", None)
    assert not permits(TOKEN, None, KEY)
    assert not permits(KEY, None, OTHER_KEY)
    assert not permits(KEY, f"Bearer {TOKEN}", None)


def test_without_a_token_every_well_formed_one_is_accepted() -> None:
    """The scheme's case does not matter, as HTTP says."""
    assert permits(None, f"Bearer {TOKEN}", None)
    assert permits(None, f"bearer {TOKEN}", "no key")
