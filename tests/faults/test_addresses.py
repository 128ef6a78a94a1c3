"""An address that cannot be used is a `ConfigurationError` before anything is sent, and none shows its password."""

from __future__ import annotations

import asyncio
from base64 import b64decode, b64encode
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import pytest

from tests.faults.faults import hang
from tests.faults.servers import Handler, Server, response
from tests.faults.test_secrets import Shown, planted, quick_clients, quick_collections, watching
from tmdb_async import TMDB, APIConnectionError, APITimeoutError, ConfigurationError
from tmdb_async.jobs import JobError, open_daily_ids

__all__ = ["quick_clients", "quick_collections"]  # fixtures, which are used where they are known

TOKEN, PASSWORD, *_ = planted("")  # which is searched for by its two ends
VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")
HOST = "https://tmdb.example"


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on the network of whoever runs it."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


# Each with a place for a password, and some without one.
MALFORMED = {
    # Ports.
    "a port out of range": "http://user:{}@127.0.0.1:99999",
    "a port out of range, without a user": "http://localhost:99999",
    "a port of many digits": "http://user:{}@127.0.0.1:" + "1" * 500,
    "port 0": "http://user:{}@127.0.0.1:0",
    "port 0, without a user": "https://localhost:0",
    "a negative port": "http://user:{}@127.0.0.1:-1",
    "a port with a sign": "http://user:{}@127.0.0.1:+80",
    "a port with an underscore": "http://user:{}@127.0.0.1:8_0",
    "a port in other digits": "http://user:{}@127.0.0.1:\uff18\uff10",
    "a port that is a name": "http://user:{}@127.0.0.1:port",
    "two ports": "http://user:{}@127.0.0.1:80:80",
    # A user and a password that are not quoted.
    "a hash in a password": "http://user:a#{}@127.0.0.1:1",
    "a hash after digits": "http://user:1#{}@127.0.0.1:1",
    "a slash in a password": "http://user:a/{}@127.0.0.1:1",
    "a slash after digits": "http://user:1/{}@127.0.0.1:1",
    "a question mark in a password": "http://user:a?{}@127.0.0.1:1",
    "a question mark after digits": "http://user:1?{}@127.0.0.1:1",
    "a space in a password": "http://user:a {}@127.0.0.1:1",
    "a control character in a password": "http://user:\x01{}@127.0.0.1:1",
    "a tab before a password": "http://user:\t{}@127.0.0.1:1",
    "half a character in a password": "http://user:\udcff{}@127.0.0.1:1",
    "a colon in a user": "http://us%3Aer:{}@127.0.0.1:1",
    "a quoted @ before the host": "http://user:{}%40127.0.0.1:1",
    # Hosts.
    "no host": "http://user:{}@",
    "no host, and a port": "http://user:{}@:8080",
    "no host, and a path": "http:///{}@127.0.0.1",
    "a password in its place": "http://user:{}",
    "a label that is too long": "http://user:{}@" + "a" * 64 + ".example:1",
    "a host that is too long": "http://user:{}@" + "a." * 127 + "example:1",
    "a host of megabytes": "http://user:{}@" + "a." * 1_000_000 + "example:1",
    "an empty label": "http://user:{}@proxy..example:1",
    "an empty label at first": "http://user:{}@.example:1",
    "a dot": "http://user:{}@.:1",
    "a host that no name can be": "http://user:{}@\u0378:1",
    "a long host that is no ASCII": "http://user:{}@" + "\xe4" * 64 + ":1",
    "a host with a wrong escape": "http://user:{}@xn--zzzzzz999:1",
    "a host with a control character": "http://user:{}@a\x7fb:1",
    "a host with another control character": "http://user:{}@a\x85b:1",
    "a host with half a character": "http://user:{}@a\udcff:1",
    "a quoted host": "http://user:{}@127%2E0%2E0%2E1:1",
    "a host with a quoted slash": "http://user:{}@proxy%2f.example:1",
    **{f"a host with {each}": f"http://user:{{}}@a{each}b:1" for each in "\"\\^`|<>{,;*!$&'()=+~"},
    "an IPv4 address in short": "http://user:{}@127.1:1",
    "an IPv4 address in hexadecimal": "http://user:{}@0x7f.0x1:1",
    "an IPv4 address of a number": "http://user:{}@2130706433:1",
    "an IPv4 address out of range": "http://user:{}@127.0.0.256:1",
    "an IPv4 address with a dot after it": "http://user:{}@127.0.0.1.:1",
    "an IPv6 address without brackets": "http://user:{}@::1:1",
    "an IPv6 address with half of them": "http://user:{}@[::1:1",
    "an IPv6 address with the other half": "http://user:{}@::1]:1",
    "an IPv6 address with something after it": "http://user:{}@[::1]x:1",
    "an IPv6 address with a zone": "http://user:{}@[fe80::1%eth0]:1",
    "an IPv6 address with a quoted zone": "http://user:{}@[fe80::1%25eth0]:1",
    "an IPv6 address that is none": "http://user:{}@[::g]:1",
    "an address of the future": "http://user:{}@[v1.x]:1",
    "brackets": "http://user:{}@[]:1",
    # All of it.
    "an unknown scheme": "socks9://user:{}@127.0.0.1:1",
    "no scheme, and a bad port": "user:{}@127.0.0.1:99999",
    "no scheme, but slashes": "//user:{}@127.0.0.1:1",
    "a scheme and one slash": "http:/user:{}@127.0.0.1:1",
    "a scheme that is none": "1http://user:{}@127.0.0.1:1",
    "a scheme in odd case": "hTTp://user:{}@127.0.0.1:99999",
    "another protocol's scheme": "ftp://user:{}@127.0.0.1:1",
    "quotes": "'http://user:{}@127.0.0.1:1'",
    "a space before it": " http://user:{}@127.0.0.1:1",
    "a line break after it": "http://user:{}@127.0.0.1:1\n",
    "a path": "http://user:{}@127.0.0.1:1/path",
    "a query": "http://user:{}@127.0.0.1:1?",
    "a fragment": "http://user:{}@127.0.0.1:1#",
}


def environment(variable: str, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str | None]:
    """How to set a variable; it gives what is then passed for `base_url`."""

    def set_it(address: str) -> str | None:
        monkeypatch.setenv(variable, address)
        return HOST if "proxy" in variable.lower() else None

    return set_it


def argument(address: str) -> str:
    return address


def open_exports(base_url: str | None, transport: str) -> None:
    with ExitStack() as stack:
        stack.enter_context(open_daily_ids("tv_series", base_url=base_url))


def make_client(base_url: str | None, transport: Any) -> None:
    TMDB(TOKEN, base_url=base_url, transport=transport)


# Who reads it, where from, and through which library. One proxy shows for the coverage what is wrong with each form.
PLACES = [
    pytest.param(make_client, "HTTPS_PROXY", "httpx", marks=pytest.mark.measured),
    (make_client, "HTTPS_PROXY", "aiohttp"),
    *(
        (make_client, name, transport)
        for name in ("base_url", "TMDB_BASE_URL", "https_proxy", "ALL_PROXY")
        for transport in ("httpx", "aiohttp")
    ),
    *((open_exports, name, "httpx") for name in ("base_url", "TMDB_EXPORTS_URL", "HTTPS_PROXY", "ALL_PROXY")),
]


@pytest.mark.unmeasured
@pytest.mark.parametrize("form", MALFORMED)
@pytest.mark.parametrize(("reader", "name", "transport"), PLACES)
def test_a_malformed_address_is_refused_at_once(
    reader: Callable[[str | None, str], None], name: str, transport: str, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is wrong with it, wherever it comes from and whoever reads it: it is a `ConfigurationError` when the
    client is built, which shows nothing of it, with a password in it or not.
    """
    given = argument if name == "base_url" else environment(name, monkeypatch)
    base_url = given(MALFORMED[form].replace("{}", PASSWORD))
    del given
    with pytest.raises(ConfigurationError) as caught:
        reader(base_url, transport)
    assert type(caught.value) is ConfigurationError
    shown = Shown()
    shown.add_error(caught.value)
    shown.check()


@pytest.mark.parametrize("address", [b"http://localhost", 7, ["http://localhost"], object()])
@pytest.mark.parametrize("reader", [make_client, open_exports])
def test_an_address_is_a_text(reader: Callable[[Any, str], None], address: Any) -> None:
    """Anything else is refused like an address that is none."""
    with pytest.raises(ConfigurationError):
        reader(address, "httpx")


def test_no_password_shows_beside_another_mistake() -> None:
    """What else is wrong is told before an address is looked at."""
    shown = Shown()
    address = f"https://user:{PASSWORD}@tmdb.example"
    for wrong in (
        lambda: TMDB(TOKEN, base_url=address, timeout=-1),
        lambda: TMDB(TOKEN, base_url=address, language="Klingon"),
        lambda: ExitStack().enter_context(open_daily_ids("no kind", base_url=address)),
    ):
        with pytest.raises(ValueError, match=r"timeout|Klingon|no kind") as caught:
            wrong()
        shown.add_error(caught.value)
    shown.check()


@pytest.mark.parametrize(
    "hosts",
    ["", ",", " , ", "*.example", ".", "..", "[::1]", "10.0.0.0/8", "a" * 5000, "\udcff", "http://x:99999", "%"],
)
@pytest.mark.parametrize("transport", ["httpx", "aiohttp"])
def test_whatever_needs_no_proxy_is_no_mistake(hosts: str, transport: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """`NO_PROXY` is a list of names, and what is none of them stands for nothing: the proxy is used."""
    monkeypatch.setenv("NO_PROXY", hosts)
    TMDB(TOKEN, base_url=HOST, transport=transport)
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:99999")
    with pytest.raises(ConfigurationError, match="has a port outside 1 to 65535"):
        TMDB(TOKEN, base_url=HOST, transport=transport)


# What can be used.


async def refuse(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(response(b"", status="403 Forbidden"))
    transport.close()


async def use_client(transport: Any, **options: Any) -> APIConnectionError:
    """Return what a call through the proxy of the environment raises."""
    async with TMDB(TOKEN, base_url=HOST, transport=transport, max_retries=0, **options) as tmdb:
        with pytest.raises(APIConnectionError) as caught:
            await tmdb.tv_series.credits(1399)
    return caught.value


USERS = {
    "": None,
    "user:word@": b"user:word",
    "user@": b"user:",
    ":word@": b":word",
    ":@": None,
    "us%40er:%3A%23%2F%25%20@": b"us@er::#/% ",
    "user:wo@rd@": b"user:wo@rd",
    "user:wo:rd@": b"user:wo:rd",
    "user:50%off\\@": b"user:50%off\\",
    "us\xe9r:w\u014drd@": "us\xe9r:w\u014drd".encode(),
    "user:%E2%82%AC%0A@": "user:\u20ac\n".encode(),
}


@pytest.mark.asyncio
@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize("scheme", ["http://", "HTTP://", ""])
@pytest.mark.parametrize("transport", ["httpx", "aiohttp"])
async def test_both_transports_read_an_address_alike(
    transport: Any, scheme: str, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The proxy is told the user and the password that the address holds, quoted or not, and TMDB is not."""
    with Server(refuse) as server:
        monkeypatch.setenv("HTTPS_PROXY", f"{scheme}{user}{server.url.removeprefix('http://')}/")
        await use_client(transport)
    [head] = server.heads
    assert head.startswith(b"CONNECT tmdb.example:443 ")
    told = [line.partition(b": ")[2] for line in head.split(b"\r\n") if line.lower().startswith(b"proxy-auth")]
    expected = USERS[user]
    assert told == ([] if expected is None else [b"Basic " + b64encode(expected)])


def told_by(head: bytes) -> tuple[bytes, bytes]:
    """The header that tells a proxy who is asking, and the password in it."""
    [line] = [line for line in head.split(b"\r\n") if line.lower().startswith(b"proxy-auth")]
    return line, b64decode(line.split()[2]).partition(b":")[2]


async def echo_all(head: bytes, transport: asyncio.Transport) -> None:
    """Refuse, and show what was sent, as it came and decoded."""
    line, password = told_by(head)
    transport.write(b"HTTP/1.1 407 " + line + b" " + password + b"\r\nX-Was: " + line + b"\r\n\r\n" + head)
    transport.close()


async def echo_as_no_http(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(head + told_by(head)[1])
    transport.close()


async def end(head: bytes, transport: asyncio.Transport) -> None:
    transport.close()


async def tunnel_to_nothing(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(b"HTTP/1.1 200 OK\r\n\r\n")
    transport.write(b"no TLS, but " + told_by(head)[1])
    transport.close()


async def speak_socks(head: bytes, transport: asyncio.Transport) -> None:
    """Ask for a user and refuse it."""
    transport.write(b"\x05\x02" if head.startswith(b"\x05") else b"\x01\x01")


PROXIES: dict[str, tuple[str, Handler]] = {
    "refuses": ("http", refuse),
    "shows what it got": ("http", echo_all),
    "shows what it got as no HTTP": ("http", echo_as_no_http),
    "ends": ("http", end),
    "tunnels to nothing": ("http", tunnel_to_nothing),
    "hangs": ("http", hang),
    "speaks no TLS": ("https", end),
    "speaks SOCKS and refuses": ("socks5", speak_socks),
    "speaks no SOCKS": ("socks5h", end),
    "hangs before SOCKS": ("socks5", hang),
}


FAULTY = [
    *(("httpx", name) for name in PROXIES),
    *(("aiohttp", name) for name, (scheme, _) in PROXIES.items() if not scheme.startswith("socks")),
    # Whoever waits without an event loop waits for SOCKS without a limit.
    *(("exports", name) for name in PROXIES if name != "hangs before SOCKS"),
]


@pytest.fixture(params=["plain", "special"])
def password(request: pytest.FixtureRequest) -> str:
    """One as it is, and one of characters that each library writes otherwise."""
    return PASSWORD if request.param == "plain" else f"{PASSWORD[:12]}%40\xe9%E2%82%AC%22%5C{PASSWORD[12:]}"


@pytest.mark.asyncio
@pytest.mark.parametrize(("reader", "name"), FAULTY)
async def test_no_password_of_a_proxy_shows_after_a_fault(
    reader: str, name: str, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a proxy does, also one that shows what it was told: the password is in no error and in no log."""
    scheme, handler = PROXIES[name]
    monkeypatch.setattr("tmdb_async.jobs.daily_ids._SECONDS", 0.3)
    with Server(handler, at_once=scheme != "http") as server, watching() as shown:
        monkeypatch.setenv("HTTPS_PROXY", f"{scheme}://user:{password}@{server.url.removeprefix('http://')}")
        if reader == "exports":
            with pytest.raises(JobError) as failed:
                await asyncio.to_thread(open_exports, "https://files.example", "httpx")
            shown.add_error(failed.value)
        else:
            error = await use_client(reader, timeout=0.3 if "hangs" in name else 10)
            assert isinstance(error, APITimeoutError) is ("hangs" in name)
            shown.add_error(error)
        assert server.heads
    shown.check()


@pytest.mark.asyncio
@pytest.mark.parametrize("transport", ["httpx", "aiohttp"])
@pytest.mark.parametrize("place", ["127.0.0.1:9", "proxy.invalid:80", "[::1]:9", "proxy-.x_y.invalid.:1"])
async def test_no_password_shows_where_there_is_no_proxy(
    place: str, transport: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody listens there, or it has no address: that is a failure to connect, like that of any host."""
    monkeypatch.setenv("HTTPS_PROXY", f"http://user:{PASSWORD}@{place}")
    with watching() as shown:
        error = await use_client(transport)
        assert not error.sent
        shown.add_error(error)
    shown.check()


def test_a_client_shows_no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    """In none of its parts, as far as they are ours."""
    shown = Shown()
    for transport in ("httpx", "aiohttp"):
        monkeypatch.setenv("HTTPS_PROXY", f"http://{PASSWORD}:{PASSWORD}@127.0.0.1:9")
        client: Any = TMDB(TOKEN, base_url=HOST, transport=transport)
        shown.add_object("client", client)
    shown.check()


@pytest.mark.parametrize("user", ["u" * 256 + ":word", "user:" + "%C3%A9" * 128])
def test_what_socks_cannot_send_is_refused(user: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has a byte for the length of a user and of a password."""
    monkeypatch.setenv("HTTPS_PROXY", f"socks5://{user}@127.0.0.1:9")
    with pytest.raises(ConfigurationError, match="more than 255 bytes, which SOCKS cannot send"):
        TMDB(TOKEN)
    monkeypatch.setenv("HTTPS_PROXY", f"http://{user}@127.0.0.1:9")
    TMDB(TOKEN)


RIGHT = [
    "https://tmdb.example",
    "https://tmdb.example:8443/a/path",
    "HTTPS://TMDB.example.",
    "https://x_y-",
    "https://b\xfccher.example",
    "https://xn--bcher-kva.example",
    "https://[2001:DB8::1]:1",
    "https://a.b1",
    "https://192.0.2.1:65535",
    "https://" + "a" * 63,
    "http://[::1]:",
    "http://127.0.0.1:0080",
]


@pytest.mark.parametrize("base_url", RIGHT)
@pytest.mark.parametrize("transport", ["httpx", "aiohttp"])
def test_an_address_that_is_right_is_taken(base_url: str, transport: Any) -> None:
    """In any case, with a port or a path, in Unicode or as the domain name system has it, and as an IP address."""
    TMDB(TOKEN, base_url=base_url, transport=transport)
