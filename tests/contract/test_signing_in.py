"""Signing a user in, whole: the sandbox plays TMDB's part."""

from __future__ import annotations

import asyncio

import anyio
import pytest

from tests.faults.servers import Server, response
from tmdb_async import TMDB, AuthenticationError, ServerError
from tmdb_async._generated.types import Secret
from tmdb_async.sandbox import Sandbox
from tmdb_async.signing_in import SignIn

pytestmark = pytest.mark.anyio

SITE = "https://www.themoviedb.org/authenticate/"


def client(sandbox: Sandbox) -> TMDB:
    return TMDB(sandbox.token, base_url=sandbox.url, max_retries=0)


async def test_a_user_signs_in_rates_and_is_signed_out(tmdb_sandbox: Sandbox, anyio_backend: str) -> None:
    """A token, the address to approve it at, a client with the session, and the end of the session with the block."""
    async with client(tmdb_sandbox) as tmdb:
        sign_in = await tmdb.sign_in()
        assert sign_in.url().startswith(SITE)
        async with sign_in.session() as mine:
            await mine.tv_episodes.add_rating(1399, 1, 1, value=8.5)
            states = await mine.tv_seasons.account_states(1399, 1)
        with pytest.raises(AuthenticationError) as refused:
            await mine.tv_seasons.account_states(1399, 1)
    [rated] = [row.rated for row in states.results if row.episode_number == 1]
    assert rated
    assert rated.value == 8.5
    assert refused.value.code == 3


async def test_the_address_says_where_to_go_afterwards(tmdb_sandbox: Sandbox, anyio_backend: str) -> None:
    """What is given for `redirect_to` arrives as one parameter, whatever is in it."""
    async with client(tmdb_sandbox) as tmdb:
        sign_in = await tmdb.sign_in()
    token = sign_in.url().removeprefix(SITE)
    assert len(token) == 40
    assert sign_in.url("https://example.org/in?a=b&c=d") == (
        f"{SITE}{token}?redirect_to=https%3A%2F%2Fexample.org%2Fin%3Fa%3Db%26c%3Dd"
    )


async def test_a_session_of_ones_own_lasts(tmdb_sandbox: Sandbox, anyio_backend: str) -> None:
    """`create_session` gives a session that nobody deletes; a client takes it, and so does a call."""
    async with client(tmdb_sandbox) as tmdb:
        session = await (await tmdb.sign_in()).create_session()
        await tmdb.tv_series.add_rating(1399, value=7, session_id=session)
        states = await tmdb.with_options(session_id=session).tv_series.account_states(1399)
    assert states.rated
    assert states.rated.value == 7


async def test_a_name_and_a_password_approve_the_token(tmdb_sandbox: Sandbox, anyio_backend: str) -> None:
    """The same token then gives the session."""
    async with client(tmdb_sandbox) as tmdb:
        sign_in = await tmdb.sign_in()
        await sign_in.approve("name", "password")
        async with sign_in.session() as mine:
            await mine.tv_series.account_states(1399)


@pytest.mark.parametrize(("name", "password"), [("", "password"), ("name", "")])
async def test_an_empty_name_or_password_is_not_sent(
    tmdb_sandbox: Sandbox, anyio_backend: str, name: str, password: str
) -> None:
    """It is a ValueError that says which one it is."""
    async with client(tmdb_sandbox) as tmdb:
        sign_in = await tmdb.sign_in()
        sent = tmdb.stats.attempts
        with pytest.raises(ValueError, match="password must not" if name else "username must not"):
            await sign_in.approve(name, password)
        assert tmdb.stats.attempts == sent


async def test_a_token_is_good_for_one_session(tmdb_sandbox: Sandbox, anyio_backend: str) -> None:
    """A token that is spent is refused, for a session and for an approval."""
    async with client(tmdb_sandbox) as tmdb:
        sign_in = await tmdb.sign_in()
        await sign_in.create_session()
        with pytest.raises(AuthenticationError):
            await sign_in.create_session()
        with pytest.raises(AuthenticationError):
            await sign_in.approve("name", "password")
        with pytest.raises(AuthenticationError):
            async with sign_in.session():
                pytest.fail("there is no session")


async def test_an_unknown_token_gives_no_session(tmdb_sandbox: Sandbox, anyio_backend: str) -> None:
    """Neither one that was never issued nor one that is something else."""
    async with client(tmdb_sandbox) as tmdb:
        session = await (await tmdb.sign_in()).create_session()
        for word in ("0" * 40, session):
            with pytest.raises(AuthenticationError) as refused:
                await SignIn(tmdb, Secret(word)).create_session()
            assert refused.value.code == 33


async def is_over(tmdb: TMDB, mine: TMDB) -> bool:
    """Whether the session of a client has been deleted."""
    try:
        await mine.tv_series.account_states(1399)
    except AuthenticationError:
        return True
    return False


async def test_the_session_ends_when_the_block_raises(tmdb_sandbox: Sandbox, anyio_backend: str) -> None:
    """What the block raises is what comes out, and the session is deleted."""
    async with client(tmdb_sandbox) as tmdb:
        sign_in = await tmdb.sign_in()
        with pytest.raises(LookupError, match="mine"):
            async with sign_in.session() as mine:
                raise LookupError("mine")
        assert await is_over(tmdb, mine)


async def test_the_session_ends_when_the_block_is_cancelled(tmdb_sandbox: Sandbox, anyio_backend: str) -> None:
    """The end of the session is sent all the same, and the cancellation goes on."""
    signed_in: list[TMDB] = []
    async with client(tmdb_sandbox) as tmdb:
        sign_in = await tmdb.sign_in()
        with anyio.CancelScope() as scope:
            async with sign_in.session() as mine:
                signed_in.append(mine)
                scope.cancel()
                await anyio.sleep_forever()
        assert scope.cancelled_caught
        assert await is_over(tmdb, *signed_in)


async def test_an_end_that_fails_is_told(tmdb_sandbox: Sandbox, anyio_backend: str) -> None:
    """A session that could not be deleted lives on: the block that went well raises why."""
    async with client(tmdb_sandbox) as tmdb:
        sign_in = await tmdb.sign_in()
        with pytest.raises(ServerError):
            async with sign_in.session() as mine:
                tmdb_sandbox.fail_next(503)
        assert not await is_over(tmdb, mine)


async def test_an_end_that_fails_hides_no_failure_of_the_block(tmdb_sandbox: Sandbox, anyio_backend: str) -> None:
    """What the block raised comes out, with a note that the session was not deleted."""
    async with client(tmdb_sandbox) as tmdb:
        sign_in = await tmdb.sign_in()
        with pytest.raises(LookupError, match="mine") as raised:
            async with sign_in.session():
                tmdb_sandbox.fail_next(503)
                raise LookupError("mine")
    [note] = raised.value.__notes__
    assert note.startswith("the session was not deleted: authentication.delete_session: ")


async def test_an_end_that_hangs_keeps_no_failed_block(anyio_backend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A block that raised, or was cancelled, ends all the same after a while, with a note."""
    monkeypatch.setattr("tmdb_async.signing_in._LONGEST", 0.05)

    async def handler(head: bytes, transport: asyncio.Transport) -> None:
        if head.startswith(b"DELETE"):
            await asyncio.sleep(60)
        transport.write(response(b'{"request_token":"0123456789","session_id":"9876543210"}'))

    with Server(handler) as server, anyio.fail_after(5):
        async with TMDB("token", base_url=server.url) as tmdb:
            sign_in = await tmdb.sign_in()
            with pytest.raises(LookupError) as raised:
                async with sign_in.session():
                    raise LookupError("mine")
    assert raised.value.__notes__ == ["the session was not deleted: no answer within 0.05 s"]


async def test_a_sign_in_shows_no_token(tmdb_sandbox: Sandbox, anyio_backend: str) -> None:
    """Its address alone holds the token."""
    async with client(tmdb_sandbox) as tmdb:
        sign_in = await tmdb.sign_in()
    token = sign_in.url().removeprefix(SITE)
    assert token not in f"{sign_in} {sign_in!r} {vars(sign_in)}"
