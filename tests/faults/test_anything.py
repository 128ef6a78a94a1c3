"""Whatever bytes and status a server sends, only a `TMDBError` comes out."""

from __future__ import annotations

import asyncio
import gzip
import json
import pickle
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial

import httpx
import pytest
from anyio.from_thread import start_blocking_portal
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.faults.faults import SERIES
from tests.faults.servers import Handler, Server
from tmdb_async import TMDB, APIConnectionError, APIStatusError, ResponseError, TMDBError
from tmdb_async.calls import pace, retry
from tmdb_async.calls.decode import tells_of_failure
from tmdb_async.models import TvSeriesCredits

pytestmark = pytest.mark.unmeasured

# The same examples each time: a build fails for what was changed, and not by chance.
examples = partial(
    settings,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)

PERSON = {"id": 1, "name": "a", "credit_id": "b", "character": "c", "department": "d", "job": "e", "gender": 2}
MODEL = {"id": 1399, "cast": [PERSON], "crew": [PERSON]}

# Bodies: noise, JSON, JSON that is nearly the model, what TMDB says of failures, and all of that compressed or cut.

texts = st.text(max_size=20)
leaves = st.none() | st.booleans() | st.integers() | st.floats() | texts
anything = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=8
)


@st.composite
def nearly(draw: DrawFn, whole: object) -> object:
    """A value with something else in one place, or without it."""
    if isinstance(whole, list) and draw(st.booleans()):
        return [draw(nearly(value)) for value in whole]
    if isinstance(whole, dict) and draw(st.booleans()):
        name = draw(st.sampled_from(sorted(whole)))
        others = {each: value for each, value in whole.items() if each != name}
        return others if draw(st.integers(0, 3)) == 0 else others | {name: draw(nearly(whole[name]))}
    return draw(st.just(whole) | anything)


def to_json(value: object) -> bytes:
    return json.dumps(value).encode()


envelopes = st.fixed_dictionaries(
    {},
    optional={
        "success": st.booleans() | anything,
        "status_code": st.integers(-1, 50) | anything,
        "status_message": texts | anything,
        "errors": st.lists(texts, max_size=3) | anything,
    },
)
plain = st.one_of(
    nearly(MODEL).map(to_json),
    envelopes.map(to_json),
    anything.map(to_json),
    st.binary(max_size=200),
    st.sampled_from(
        [b"", b"<html>", b"null", b"\xef\xbb\xbf" + SERIES, b'{"x":' + b"[" * 5000, b'{"id":' + b"9" * 5000]
    ),
)


@st.composite
def broken(draw: DrawFn, whole: bytes) -> bytes:
    """Bytes that are cut short, or have others in their midst."""
    where = draw(st.integers(0, len(whole)))
    if draw(st.booleans()):
        return whole[:where]
    return whole[:where] + draw(st.binary(max_size=8)) + whole[where + draw(st.integers(0, 8)) :]


gzipped = partial(gzip.compress, mtime=0)  # The same bytes at any time: Hypothesis repeats what it draws.
packings: list[Callable[[bytes], bytes]] = [
    gzipped,
    lambda body: gzipped(gzipped(body)),
    lambda body: gzipped(gzipped(gzipped(body))),
    lambda body: gzipped(body) * 2,
    zlib.compress,
    lambda body: b"\x1f\x8b" + body,
]
packed = st.builds(lambda pack, body: pack(body), st.sampled_from(packings), plain)
right = st.builds(
    lambda pack, body: pack(body), st.sampled_from([bytes, *packings[:2]]), st.sampled_from([SERIES, to_json(MODEL)])
)
KINDS_OF_BODY: list[SearchStrategy[bytes]] = [right, plain, packed, plain.flatmap(broken), packed.flatmap(broken)]
# In equal parts, which `|` would not give: it counts what is inside of each.
bodies: SearchStrategy[bytes] = st.sampled_from(KINDS_OF_BODY).flatmap(lambda kind: kind)

# Heads: any status, and headers that mean something, with values that may be right.

tokens = st.text("!#$%&'*+-.^_`|~abcXYZ019", min_size=1, max_size=12).map(str.encode)
values = st.binary(max_size=40).map(lambda value: value.translate(None, b"\r\n\0"))
DATE = b"Fri, 20 Nov 2020 12:00:00 GMT"
KNOWN: dict[bytes, list[bytes]] = {
    b"Content-Encoding": [b"gzip", b"br", b"zstd", b"deflate", b"gzip, gzip", b"none such", b""],
    b"Content-Type": [b"application/json", b"text/html; charset=none-such", b"a/b; charset=utf-16", b";;;"],
    b"Retry-After": [b"0", b"1", b"-1", b"9" * 400, DATE, b"Fri, 99 Nov 99999 99:99:99 GMT", b"soon", b","],
    b"Set-Cookie": [
        b'a=b; Domain=.com; Path=/; Secure; Version=x; Port="x"; Max-Age=' + b"9" * 30,
        b"a=b; Expires=Fri, 20 Nov 99999 12:00:00 GMT",
        b"a=b; Expires=" + DATE + b", c=d; Expires=x, 0-0-0",
        b"=",
        b'a="',
    ],
    b"Set-Cookie2": [b'a="b"; Version="1"; Port="80,x"; Max-Age=x', b"Version"],
    b"Content-Length": [b"0", b"5", b"5, 5", b"5, 6", b"-1", b"+5", b"9" * 30, b"x", b""],
    b"Transfer-Encoding": [b"chunked", b"gzip, chunked", b"identity", b"x"],
    b"Connection": [b"close", b"keep-alive", b"upgrade", b"\xff"],
    b"Upgrade": [b"h2c", b"websocket"],
    b"Alt-Svc": [b'h3=":443"'],
}  # fmt: skip
known = st.sampled_from(list(KNOWN)).flatmap(
    lambda name: st.tuples(st.just(name), st.sampled_from(KNOWN[name]) | values)
)
headers = st.lists(known | known | st.tuples(tokens, values), max_size=3)
statuses = st.sampled_from([200] * 12 + [0, 0, 204, 304, 400, 401, 404, 429, 500, 503]).flatmap(
    lambda status: st.just(status) if status else st.integers(100, 999)
)
addresses = st.builds(
    lambda first, rest: first + rest,
    st.sampled_from([b"x:", b"http://", b"//", b"/", b""]),
    st.sampled_from([b"y", b"other.example/", b"xn--a/", b"[::1", b"a:b/", b"a" * 300]) | values,
)


@st.composite
def answers(draw: DrawFn) -> bytes:
    """An answer of HTTP: its framing is right unless a header that was drawn says otherwise."""
    body = draw(bodies)
    status = draw(statuses)
    lines = [b"%b: %b" % header for header in draw(headers)]
    if draw(st.integers(0, 7)) == 5:
        status = draw(st.sampled_from([302, 301, 303, 307, 308, 201]))
        lines.append(b"Location: " + draw(addresses))
    framing = draw(st.sampled_from(["length", "length", "length", "chunks", "close", "none"]))
    if framing == "length":
        lines.append(b"Content-Length: %d" % len(body))
    elif framing == "chunks":
        lines.append(b"Transfer-Encoding: chunked")
        size = draw(st.integers(1, 50))
        parts = [body[start : start + size] for start in range(0, len(body), size)]
        body = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"
    elif framing == "close":
        lines.append(b"Connection: close")
    version = draw(st.sampled_from([b"HTTP/1.1", b"HTTP/1.1", b"HTTP/1.1", b"HTTP/1.0"]))
    words = draw(st.sampled_from([b" OK", b"", b" "]) | values.map(lambda value: b" " + value))
    first = b"%b %d%b" % (version, status, words)
    return b"\r\n".join([first, *lines, b"", b""]) + body


anything_at_all = st.one_of(
    st.binary(max_size=300),
    st.binary(max_size=300).map(lambda noise: b"HTTP/1.1 200 OK\r\n" + noise),
    st.binary(max_size=300).map(lambda noise: b"HTTP/1.1 200 OK\r\n\r\n" + noise),
    answers().flatmap(broken),
    st.lists(answers(), min_size=2, max_size=3).map(b"".join),
)
endings = st.sampled_from(["close"] * 12 + ["half-close", "reset", "reset", "open"])


def serves(data: bytes, ending: str) -> Handler:
    async def handler(head: bytes, transport: asyncio.Transport) -> None:
        with suppress(RuntimeError):  # where the client asks again on a connection that was half closed
            transport.write(data)
        if ending == "close":
            transport.close()
        elif ending == "half-close":
            transport.write_eof()
        elif ending == "reset":
            transport.abort()

    return handler


KINDS = (APIStatusError, APIConnectionError, ResponseError)
Ask = Callable[[bytes, str], None]


@contextmanager
def asking(backend: str, seen: Counter[str]) -> Iterator[Ask]:
    """One server, one client and one event loop for all examples, with a function that checks one of them."""
    with Server(serves(b"", "close")) as server, start_blocking_portal(backend) as portal:
        tmdb = TMDB("token", base_url=server.url, max_rate=None, max_retries=1, timeout=0.15)

        async def call() -> TvSeriesCredits:
            return await tmdb.tv_series.credits(1399)

        def ask(data: bytes, ending: str) -> None:
            server.handler = serves(data, ending)
            try:
                result = portal.call(call)
            except TMDBError as error:
                check(error)
                seen.update(kind.__name__ for kind in KINDS if isinstance(error, kind))
            else:
                assert isinstance(result, TvSeriesCredits)
                seen["model"] += 1

        with portal.wrap_async_context_manager(tmdb):
            yield ask
        assert server.all_closed()


def check(error: TMDBError) -> None:
    """What is true of every error, whatever it is about."""
    assert error.operation == "tv_series.credits"
    assert error.attempts in (1, 2)
    assert str(error).startswith("tv_series.credits: ")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
    if isinstance(error, APIStatusError):
        assert not 200 <= error.status <= 299 or tells_of_failure(error.body)
        assert error.retry_after is None or error.retry_after >= 0
        assert isinstance(error.headers, httpx.Headers)
    elif isinstance(error, ResponseError):
        assert error.path.startswith("$")
        assert isinstance(error.body, bytes)
    else:
        assert isinstance(error, APIConnectionError)


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_FIRST_WAIT", "_SHORTEST_COOL_DOWN", "_LONGEST_RETRY_AFTER"):
        monkeypatch.setattr(retry, name, 0.001)
    monkeypatch.setattr(retry, "_MOST_REFUSALS", 2)
    monkeypatch.setattr(pace, "_LEAST", 1e6)
    monkeypatch.setattr(pace, "_PROBE", 0.01)


@pytest.mark.parametrize(("backend", "count"), [("asyncio", 500), ("trio", 150)])
def test_any_answer_is_a_model_or_a_typed_error(backend: str, count: int) -> None:
    """Any status, any headers, any body, and lies about each of them: no other exception, and no warning."""
    seen: Counter[str] = Counter()
    with asking(backend, seen) as ask:
        examples(max_examples=count)(given(answers(), endings)(ask))()
    # Were it all refused in the same way, this would show nothing.
    assert all(seen[kind] > count / 50 for kind in ("model", "ResponseError", "APIStatusError", "APIConnectionError"))


@pytest.mark.parametrize(("backend", "count"), [("asyncio", 200), ("trio", 100)])
def test_anything_at_all_is_a_model_or_a_typed_error(backend: str, count: int) -> None:
    """Bytes that are no HTTP, or are none any more, and answers that nobody asked for."""
    seen: Counter[str] = Counter()
    with asking(backend, seen) as ask:
        examples(max_examples=count)(given(anything_at_all, endings)(ask))()
    assert all(seen[kind] > count / 50 for kind in ("ResponseError", "APIStatusError", "APIConnectionError"))
