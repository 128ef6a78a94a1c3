"""After whatever goes wrong, planted secrets are searched for in everything that came to light."""

from __future__ import annotations

import asyncio
import copy
import gc
import gzip
import html
import json
import logging
import pickle
import re
import string
import sys
import traceback
import warnings
import zlib
from base64 import b64decode, b64encode
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl, quote, quote_plus

import anyio
import httpx
import httpx2
import pytest

import tmdb_async
from tests.faults import faults
from tests.faults.faults import FAULTS, answer, echo, hang, refuses
from tests.faults.servers import Handler, Server, response
from tmdb_async import TMDB, APITimeoutError, ConfigurationError, TMDBError, to_dict, to_json
from tmdb_async._generated.api import authentication, guest_sessions
from tmdb_async._generated.types import Secret
from tmdb_async.calls import decode, pace, retry
from tmdb_async.calls.arguments import build_request
from tmdb_async.transports import transport

pytestmark = pytest.mark.unmeasured

PACKAGE = str(Path(tmdb_async.__file__).parent)


NAMES = ("token", "client", "option", "call", "guest")
NAMES_IN_BODIES = ("request", "ended", "user", "password")


def planted(middle: str, names: tuple[str, ...] = NAMES) -> tuple[str, ...]:
    """A token, and sessions for the client, for `with_options` and for the single call, a guest's last.

    Their ends are plain letters, whatever stands between them: each way to quote or to escape a text leaves them as
    they are, and where a secret is hidden in part, the rest is found.
    """
    return tuple(f"zq{name}head{middle}zq{name}tail" for name in names)


SECRETS = TOKEN, CLIENT, OPTION, CALL, GUEST = planted("+b/c=d%2Be&f")
KEY = "0badc0de5eedf1a2b3c4d5e6fee1600d"  # which has no place for other characters
IN_BODIES = REQUEST, ENDED, USER, PASSWORD = planted("+b/c=d%2Be&f", NAMES_IN_BODIES)
[IN_A_PATH] = planted("+b%c=d%2Be&f", ("guest",))  # which takes no slash
# What an answer brings is made by TMDB: letters and digits.
[BROUGHT] = planted("0123456789", ("brought",))
# In lower case: to ignore the case takes five times as long.
MARKS = re.compile(rf"zq(?:{'|'.join((*NAMES, *NAMES_IN_BODIES, 'brought'))})(?:head|tail)|0badc0de5eed|d5e6fee1600d")
BASE64 = re.compile(r"[A-Za-z0-9+/]{16,}={0,2}")
GZIP = b"\x1f\x8b"


class Shown:
    """Everything that came to light, each text with where that was."""

    def __init__(self) -> None:
        self.texts: list[tuple[str, str]] = []
        self._seen: dict[int, object] = {}

    def secrets(self) -> dict[str, str]:
        """The places where secrets are, each with one of them and what stands around it."""
        found = {text: _secret_in(text) for text in {text for _, text in self.texts}}  # many are there more than once
        return {where: secret for where, text in self.texts if (secret := found[text])}

    def check(self) -> None:
        found = self.secrets()
        assert not found, "\n".join(f"{where}: {text}" for where, text in found.items())

    def add(self, where: str, value: object) -> None:
        if isinstance(value, bytes):
            self.texts.append((where, value.decode("latin-1")))
            if value.startswith(GZIP):
                with suppress(zlib.error):
                    self.add(f"{where}, unpacked", zlib.decompressobj(wbits=31).decompress(value, 2**20))
        else:
            self.texts.append((where, str(value)))

    def add_error(self, error: BaseException | None) -> None:
        """Add what an exception tells, in every form in which it leaves the process, with all that it comes from."""
        if error is None or self._has(error):
            return
        name = type(error).__name__
        self.add(f"text of {name}", error)
        self.add(f"repr of {name}", repr(error))
        for attribute in dir(error):
            with suppress(AttributeError, RuntimeError):  # of an attribute that is not set
                value = getattr(error, attribute)
                if not callable(value) and attribute not in ("__traceback__", "__dict__"):
                    self.add(f"{name}.{attribute}", repr(value))
                    self.add(f"{name}.{attribute}", value)
        self.add(f"vars of {name}", vars(error))
        self.add(f"traceback of {name}", "".join(traceback.format_exception(error)))
        frames = [(f, line) for f, line in traceback.walk_tb(error.__traceback__) if _is_ours(f.f_code.co_filename)]
        for frame in traceback.StackSummary.extract(iter(frames), capture_locals=True):
            for variable, text in (frame.locals or {}).items():
                self.add(f"local {variable} of {frame.name} under {name}", text)
        if isinstance(error, TMDBError):
            self.add(f"{name}, pickled", pickle.dumps(error))
            self.add(f"copy of {name}", vars(copy.deepcopy(error)))
            self.add(f"{name} as JSON", to_json(error))
            self.add(f"dictionary of {name}", to_dict(error))
        for other in (error.__cause__, error.__context__, *getattr(error, "exceptions", ())):
            self.add_error(other)

    def __contains__(self, text: str) -> bool:
        return any(text in each for _, each in self.texts)

    def add_object(self, where: str, value: object, depth: int = 12) -> None:
        """Add an object and what it holds; of a secret only what is printed."""
        if not depth or self._has(value):
            return
        self.add(where, repr(value))
        self.add(where, value)
        if isinstance(value, (Secret, ModuleType, type)) or not _is_looked_into(type(value)):
            return
        if isinstance(value, Mapping):
            held = [*enumerate(value), *value.items()]
        elif isinstance(value, (list, tuple, set, frozenset)):
            held = list(enumerate(value))
        else:
            slots = [name for cls in type(value).__mro__ for name in getattr(cls, "__slots__", ())]
            names = [name for name in (*getattr(value, "__dict__", ()), *slots) if hasattr(value, name)]
            held = [(name, getattr(value, name)) for name in names]
        for name, each in held:
            self.add_object(f"{where}.{name}", each, depth - 1)

    def _has(self, value: object) -> bool:
        # What was seen is kept: what is gone may leave its id to another.
        has = id(value) in self._seen
        self._seen[id(value)] = value
        return has


class _Records(logging.Handler):
    def __init__(self, shown: Shown) -> None:
        super().__init__(0)
        self._shown = shown

    def emit(self, record: logging.LogRecord) -> None:
        where = f"record of {record.name}"
        self._shown.add(where, self.format(record))
        self._shown.add(where, vars(record))
        for each in record.args.values() if isinstance(record.args, Mapping) else record.args or ():
            self._shown.add(where, each)
        if record.exc_info:
            self._shown.add_error(record.exc_info[1])


@contextmanager
def watching() -> Iterator[Shown]:
    """Everything that is logged, at any level by any logger, and every warning."""
    shown = Shown()
    records = _Records(shown)
    root = logging.getLogger()
    loggers = [each for each in root.manager.loggerDict.values() if isinstance(each, logging.Logger)]
    before = [(each, each.level, each.propagate, each.disabled) for each in (root, *loggers)]
    root.addHandler(records)
    unraisable, sys.unraisablehook = sys.unraisablehook, lambda raised: shown.add_error(raised.exc_value)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        for each, *_ in before:
            each.setLevel(logging.NOTSET)
            each.propagate, each.disabled = True, False
        try:
            yield shown
            gc.collect()  # what was left unclosed says so when it goes
        finally:
            sys.unraisablehook = unraisable
            root.removeHandler(records)
            for each, level, each.propagate, each.disabled in before:
                each.setLevel(level)
    for warning in told:
        shown.add("warning", warning.message)


def _secret_in(text: str) -> str:
    """A secret in a text, plain or in base64, with what stands around it; nothing where there is none."""
    for form in (text, *map(_decoded, BASE64.findall(text))):
        if found := MARKS.search(form.lower()):
            return f"...{form[max(0, found.start() - 50) : found.end() + 50]}..."
    return ""


def _decoded(text: str) -> str:
    # What stands before it may look like a part of it.
    parts = (text[start:] for start in range(4))
    return " ".join(b64decode(part[: len(part) // 4 * 4]).decode("latin-1") for part in parts)


def _is_looked_into(cls: type) -> bool:
    libraries = ("tmdb_async", "builtins", "collections", "httpx", "httpx2", "httpcore", "httpcore2", "h11", "aiohttp")
    return str(cls.__module__).partition(".")[0] in libraries


def _is_ours(filename: str) -> bool:
    return filename.startswith(PACKAGE)


class LeakError(TMDBError):
    """An exception that shows what it is given."""


def leaking_frame(secret: str) -> None:
    """Raise from a frame that counts as ours and holds a secret."""
    source = "def leaking(held):\n    raise LeakError('nothing')"
    names: dict[str, Any] = {"LeakError": LeakError}
    exec(compile(source, f"{PACKAGE}/_generated/leaking.py", "exec"), names)
    names["leaking"](secret)


def leak_by_attribute(secret: str) -> None:
    error = LeakError("nothing")
    vars(error)["seen"] = secret
    raise error


def leak_by_context(secret: str) -> None:
    try:
        dict[str, str]().pop(secret)
    except KeyError:
        raise LeakError("nothing") from None


def leak_by_codec(secret: str) -> None:
    try:
        (secret.encode() + b"\xff").decode()
    except UnicodeDecodeError as error:
        error.args = ("utf-8", b"", 0, 1, "nothing")
        raise LeakError("nothing") from error


def leak_by_group(secret: str) -> None:
    raise ExceptionGroup("nothing", [LeakError("nothing"), LeakError(secret)])


def leak_by_note(secret: str) -> None:
    error = LeakError("nothing")
    error.add_note(secret)
    raise error


def leak_by_body(body: bytes) -> None:
    raise tmdb_async.ResponseError("nothing", path="$", body=body)


def leak_by_record(secret: str) -> None:
    try:
        leak_by_context(secret)
    except LeakError:
        logging.getLogger("aiohttp.client").debug("nothing", exc_info=True)


def raise_leak(value: object) -> None:
    raise LeakError(value)


# Each with the places where it is found.
LEAKS: dict[str, tuple[Callable[[str], object], tuple[str, ...]]] = {
    "text": (raise_leak, ("text of", "repr of", "traceback of", "pickled", "JSON", "dictionary of", ".args")),
    "percent-encoded": (lambda secret: raise_leak(quote_plus(secret)), ("text of", "pickled")),
    "bytes": (lambda secret: raise_leak(secret.encode()), ("text of", "pickled")),
    "in part": (lambda secret: raise_leak(f"...{secret[-20:]}"), ("text of", "pickled")),
    "lower case": (lambda secret: raise_leak(secret.lower()), ("text of", "pickled")),
    "attribute": (leak_by_attribute, ("vars of", "copy of", "pickled", "JSON")),
    "attribute in no dictionary": (leak_by_codec, ("UnicodeDecodeError.object",)),
    "note": (leak_by_note, ("__notes__", "traceback of")),
    "context": (leak_by_context, ("text of KeyError",)),
    "group": (leak_by_group, ("text of LeakError", "traceback of ExceptionGroup")),
    "local": (leaking_frame, ("local held of leaking",)),
    "body": (lambda secret: leak_by_body(secret.encode()), (".body", "pickled", "JSON")),
    "body in base64": (lambda secret: leak_by_body(b64encode(secret.encode())), (".body", "pickled", "JSON")),
    "body that is no text": (lambda secret: leak_by_body(b"\xff" + secret.encode()), (".body", "pickled", "JSON")),
    "compressed body": (lambda secret: leak_by_body(gzip.compress(secret.encode())[:-9]), ("body, unpacked",)),
    "record": (lambda secret: logging.getLogger("httpx").debug(secret), ("record of httpx",)),
    "argument of a record": (lambda secret: logging.getLogger("asyncio").debug("%.3s", secret), ("record of asyncio",)),
    "exception of a record": (leak_by_record, ("text of KeyError",)),
    "warning": (lambda secret: warnings.warn(secret, stacklevel=1), ("warning",)),
}


@pytest.mark.parametrize("secret", [TOKEN, KEY, GUEST], ids=["token", "key", "session"])
@pytest.mark.parametrize("name", LEAKS)
def test_the_search_finds_what_leaks(name: str, secret: str) -> None:
    """What these tests rest on: a secret that shows is found, in each place where it does and in whatever form."""
    leak, places = LEAKS[name]
    with watching() as shown:
        try:
            leak(secret)
        except Exception as error:  # noqa: BLE001 - whatever leaks
            shown.add_error(error)
    found = shown.secrets()
    assert [place for place in places if not any(place in where for where in found)] == []


@pytest.mark.anyio
async def test_the_search_finds_what_was_sent(anyio_backend: str) -> None:
    """The same search, over what the server got, finds every secret."""
    with Server(answer) as server, watching() as shown:
        await call_with_all(shown, server, "own")
        shown.check()
        for head in server.heads:
            shown.add(f"head {len(shown.texts)}", head)
    assert len(shown.secrets()) == len(server.heads) == 5


def test_the_search_finds_what_an_object_holds() -> None:
    """What is searched of the client is searched in depth; a `Secret` alone is left closed."""
    shown = Shown()
    shown.add_object(
        "client", TMDB(TOKEN, base_url="http://localhost", http_client=httpx.AsyncClient(headers={"X": CALL}))
    )
    assert shown.secrets()
    assert all("._connections._client." in place for place in shown.secrets())


@pytest.fixture(autouse=True)
def quick_clients(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long calls wait is tested elsewhere."""
    monkeypatch.setattr(retry, "_FIRST_WAIT", 0.001)
    monkeypatch.setattr(retry, "_SHORTEST_COOL_DOWN", 0.001)
    monkeypatch.setattr(retry, "_MOST_REFUSALS", 2)
    monkeypatch.setattr(pace, "_PROBE", 0.01)


@pytest.fixture(autouse=True, scope="module")
def quick_collections() -> None:
    """What was there before is not looked through for garbage after each test."""
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def http_client(library: str) -> AsyncIterator[Any]:
    """A client to inject; None for the one that is made where none is."""
    if library == "httpx2":
        async with httpx2.AsyncClient() as client:
            yield client
    else:
        yield None


async def call_with_all(
    shown: Shown, server: Server, library: str, secrets: tuple[str, ...] = SECRETS, **options: Any
) -> list[TMDBError]:
    """Make calls that between them hold every secret in every place that takes one; return what they raise."""
    token, of_client, of_option, of_call, guest = secrets
    errors: list[TMDBError] = []

    async def call(method: Callable[..., Awaitable[object]], *args: int) -> None:
        try:
            shown.add_object("value", await method(*args))
        except TMDBError as error:
            errors.append(error)

    async with http_client(library) as client:
        options |= {"base_url": server.url, "http_client": client, "max_rate": None}
        options["transport"] = "aiohttp" if library == "aiohttp" else "httpx"
        async with TMDB(token, session_id=of_client, **options) as one, TMDB(api_key=KEY, **options) as other:
            third = other.with_options(guest_session_id=of_option)
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(call, one.tv_seasons.account_states, 1399, 1)
                tasks.start_soon(call, partial(one.tv_seasons.account_states, guest_session_id=guest), 1399, 1)
                tasks.start_soon(call, third.detailed.tv_seasons.account_states, 1399, 1)
                tasks.start_soon(call, partial(other.tv_seasons.account_states, session_id=of_call), 1399, 1)
                tasks.start_soon(call, other.tv_series.credits, 1399)
            for each in (one, other, third):
                shown.add_object("client", each)
                shown.add_object("statistics", each.stats)
    for error in errors:
        shown.add_error(error)
    sent = set(MARKS.findall(b"".join(server.heads).decode()))
    assert sent == set(MARKS.findall(" ".join((*secrets, KEY))))
    return errors


# What is done with a body is the same whatever brought it.
LARGE = [name for name in FAULTS if "bomb" in name or name == "too large"]
CASES = [
    *(("asyncio", "own", name) for name in FAULTS),
    *(("asyncio", "httpx2", name) for name in FAULTS if name not in LARGE),
    *(("asyncio", "aiohttp", name) for name in FAULTS if name not in LARGE),
    *(("trio", "own", name) for name in ("right", "reset", "hang", "the request itself", "422 with the request")),
]


@pytest.mark.unmeasured
@pytest.mark.anyio
@pytest.mark.parametrize(("anyio_backend", "library", "name"), CASES)
async def test_no_secret_shows_after_a_fault(anyio_backend: str, library: str, name: str) -> None:
    """Whatever a server does, also one that sends back what it was sent: no secret is in an error or in its causes, in
    their texts, tracebacks, pickles or JSON, in what any library logs at any level, in a warning or in the client.
    """
    fault = FAULTS[name]
    with Server(fault.handler) as server, watching() as shown:
        timeout = 0.6 if fault.error is APITimeoutError else 10
        errors = await call_with_all(shown, server, library, timeout=timeout, max_retries=1)
    # What a model does not declare is not looked into: there nothing may be wrong.
    assert len(errors) in ({0} if fault.error is None else {1, 5})
    shown.check()


FIELDS = {
    b"/3/authentication/session/new": "session_id",
    b"/3/authentication/guest_session/new": "guest_session_id",
    b"/3/authentication/token/new": "request_token",
    b"/3/authentication/token/validate_with_login": "request_token",
}


def field_of(head: bytes) -> str:
    """The field of the answer to a request that is a secret; empty where there is none."""
    return FIELDS.get(target_of(head).partition(b"?")[0], "")


def right_body(head: bytes) -> bytes:
    """The whole and right body for a request, with a secret where it has one."""
    if field := field_of(head):
        return json.dumps({"success": True, field: BROUGHT}).encode()
    page = {"page": 1, "results": [], "total_pages": 1, "total_results": 0}
    return json.dumps(page if b"/rated/" in head.split()[1] else {"success": True, "status_code": 1}).encode()


async def call_with_all_in_new_places(
    shown: Shown, server: Server, library: str, *, in_bodies: tuple[str, ...] = IN_BODIES, **options: Any
) -> list[TMDBError]:
    """Make calls that hold secrets in the path, in bodies and in answers; return what they raise."""
    request, ended, user, password = in_bodies
    errors: list[TMDBError] = []

    async def call(method: Callable[..., Awaitable[object]], *args: object, **given: object) -> None:
        try:
            value = await method(*args, **given)
        except TMDBError as error:
            errors.append(error)
        else:  # whose fields give secrets to who asks for them
            shown.add("value", repr(value))
            shown.add("value", value)

    async def sign_in(tmdb: TMDB) -> None:
        signing = await tmdb.sign_in()
        # Not in depth: in the buffers of a library there are answers on their way to other calls.
        shown.add_object("signing in", signing, depth=3)
        await signing.approve(user, password)
        async with signing.session() as mine:
            shown.add_object("signed in", mine, depth=3)
            await mine.tv_series.add_rating(1399, value=8.5)

    async def read_all(tmdb: TMDB) -> None:
        pages = tmdb.paginate(tmdb.guest_sessions.rated_tv, IN_A_PATH)
        shown.add_object("pages", pages, depth=3)
        [_ async for _ in pages]

    async with http_client(library) as client:
        options |= {"base_url": server.url, "http_client": client, "max_rate": None}
        options["transport"] = "aiohttp" if library == "aiohttp" else "httpx"
        async with TMDB(TOKEN, session_id=CLIENT, **options) as tmdb, anyio.create_task_group() as tasks:
            for each in (tmdb, tmdb.detailed):
                steps = each.authentication
                login = partial(steps.create_session_from_login, username=user, password=password)
                for method in (
                    partial(each.tv_series.add_rating, 1399, value=8.5, guest_session_id=GUEST),
                    partial(each.guest_sessions.rated_tv, IN_A_PATH),
                    partial(steps.create_session, request_token=request),
                    partial(login, request_token=request),
                    partial(steps.delete_session, session_id=ended),
                    steps.create_request_token,
                    steps.create_guest_session,
                ):
                    tasks.start_soon(call, method)
            tasks.start_soon(call, partial(sign_in, tmdb))
            tasks.start_soon(call, partial(read_all, tmdb))
        shown.add_object("client", tmdb)
        shown.add_object("client", tmdb.detailed)
    for error in errors:
        shown.add_error(error)
    sent = set(MARKS.findall(b"".join(server.heads).decode("latin-1"))) - {"zqbroughthead", "zqbroughttail"}
    assert sent >= set(MARKS.findall(" ".join((*in_bodies, GUEST, TOKEN))))
    return errors


CALLS_IN_NEW_PLACES = 16
DONE = 4
NEW_CASES = [
    *(("asyncio", "own", name) for name in FAULTS if not {*name.split()} & {"bomb", "deeply", "large", "hour", "drip"}),
    *(("asyncio", "aiohttp", name) for name in ("right", "cut short", "a page with the request", "another shape")),
    *(("trio", "own", name) for name in ("right", "reset", "hang", "the request itself", "422 with the request")),
]


@pytest.mark.unmeasured
@pytest.mark.anyio
@pytest.mark.parametrize(("anyio_backend", "library", "name"), NEW_CASES)
async def test_no_secret_of_a_path_or_a_body_shows_after_a_fault(
    anyio_backend: str, library: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same of secrets that stand in the path, in bodies and in answers: a guest's session, a request token, a
    user's name and password, and the session that comes of them, by itself and while a user is signed in.
    """
    monkeypatch.setattr(faults, "body_for", right_body)
    fault = FAULTS[name]
    with Server(fault.handler) as server, watching() as shown:
        timeout = 0.6 if fault.error is APITimeoutError else 10
        errors = await call_with_all_in_new_places(shown, server, library, timeout=timeout, max_retries=1)
    # Where TMDB says no more than that something is done, an answer of another shape says it too.
    assert len(errors) in ({0} if fault.error is None else {CALLS_IN_NEW_PLACES, CALLS_IN_NEW_PLACES - DONE})
    shown.check()


@pytest.mark.parametrize("middle", [string.punctuation, " \t\n", "é😀ß", "\ud83d"], ids=ascii)
@pytest.mark.parametrize("how", ["whole", "body", "read", "written anew", "quoted", "repr", "HTML"])
@pytest.mark.asyncio
async def test_no_secret_of_a_body_shows_after_an_echo(how: str, middle: str) -> None:
    """A password is any text: whatever is in it, and however a server sends it back, nothing shows it."""

    async def handler(head: bytes, transport: asyncio.Transport) -> None:
        body = head.partition(b"\r\n\r\n")[2]
        read = json.dumps(list(json.loads(body or b"{}").values()), ensure_ascii=False).encode(errors="surrogatepass")
        forms = {
            "whole": head,
            "body": body,
            "read": b"\n".join(str(v).encode(errors="surrogatepass") for v in json.loads(body or b"{}").values()),
            "written anew": read,
            "quoted": quote(body).encode(),
            "repr": repr(read).encode(),
            "HTML": html.escape(body.decode()).encode(),
        }
        transport.write(response(forms[how] or b"nothing", status="400 Bad Request"))

    in_bodies = planted(middle, NAMES_IN_BODIES)
    with Server(handler) as server, watching() as shown:
        errors = await call_with_all_in_new_places(shown, server, "own", in_bodies=in_bodies, max_retries=0)
    assert len(errors) == CALLS_IN_NEW_PLACES
    shown.check()


def brings(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    return response(body, *headers, status=status)


# Answers with a secret that are refused, by the field that holds it.
BRINGS: dict[str, Callable[[str], bytes]] = {
    "beside a wrong value": lambda field: brings(f'{{"success":"no","{field}":"{BROUGHT}"}}'.encode()),
    "after it": lambda field: brings(f'{{"{field}":"{BROUGHT}","success":"no"}}'.encode()),
    "with white space": lambda field: brings(f'{{"success":"no",\r\n\t"{field}"  :\n "{BROUGHT}" }}'.encode()),
    "escaped": lambda field: brings(
        f'{{"success":"no","{field}":"{"".join(f"~u{ord(each):04x}" for each in BROUGHT)}"}}'.replace(
            "~", "\\"
        ).encode()
    ),
    "in an array": lambda field: brings(f'{{"{field}":["{BROUGHT}"]}}'.encode()),
    "in a long array": lambda field: brings(f'{{"{field}":["{BROUGHT}","{"x" * 5000}"]}}'.encode()),
    "in many places": lambda field: brings(f'[{",".join([f"""{{"{field}":"{BROUGHT}"}}"""] * 20)}]'.encode()),
    "in an object": lambda field: brings(f'{{"{field}":{{"value":"{BROUGHT}"}}}}'.encode()),
    "within another object": lambda field: brings(f'{{"data":[{{"{field}":"{BROUGHT}"}}]}}'.encode()),
    "twice": lambda field: brings(f'{{"success":"no","{field}":"x","{field}":"{BROUGHT}"}}'.encode()),
    "as JSON in a text": lambda field: brings(
        json.dumps({"success": "no", "data": json.dumps({field: BROUGHT, "x": 1})}).encode()
    ),
    "cut short after it": lambda field: brings(f'{{"{field}":"{BROUGHT}"'.encode()),
    "cut short within it": lambda field: brings(f'{{"{field}":"{BROUGHT[:-5]}'.encode()),
    "compressed": lambda field: brings(gzip.compress(f'{{"success":"no","{field}":"{BROUGHT}"}}'.encode())),
    "compressed and cut short": lambda field: brings(gzip.compress(f'{{"{field}":"{BROUGHT}"}}'.encode())[:-6]),
    "no UTF-8": lambda field: brings(f'{{"{field}":"{BROUGHT}'.encode() + b'\xff"}'),
    "too large": lambda field: brings(f'{{"{field}":"{BROUGHT}","x":"'.encode() + b" " * 2**13 + b'"}'),
    "a failure": lambda field: brings(
        f'{{"success":false,"status_code":30,"{field}":"{BROUGHT}"}}'.encode(), status="401 Unauthorized"
    ),
    "a failure with HTTP 200": lambda field: brings(
        f'{{"success":false,"status_code":30,"{field}":"{BROUGHT}"}}'.encode()
    ),
    "a failure that may pass": lambda field: brings(f'{{"{field}":"{BROUGHT}"}}'.encode(), status="503 No"),
    "a failure that names it": lambda field: brings(
        f'{{"success":false,"status_code":30,"status_message":"not {BROUGHT}","{field}":"{BROUGHT}"}}'.encode(),
        f"Authentication-Callback: https://www.themoviedb.org/authenticate/{BROUGHT}",
        status="422 Unprocessable Entity",
    ),
}


@pytest.mark.anyio
@pytest.mark.parametrize("name", BRINGS)
async def test_no_secret_of_an_answer_shows_that_is_refused(
    anyio_backend: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A session or a token in an answer that is not taken, for its shape or for its status, is not in the error."""
    monkeypatch.setattr(transport, "BODY_LIMIT", 2**13)

    async def handler(head: bytes, transport: asyncio.Transport) -> None:
        field = field_of(head)
        transport.write(BRINGS[name](field) if field else response(right_body(head)))

    with Server(handler) as server, watching() as shown:
        errors = await call_with_all_in_new_places(shown, server, "own", max_retries=1)
    assert len(errors) == 9
    assert all("..." in str(vars(error)) for error in errors)
    shown.check()


@pytest.mark.asyncio
async def test_no_secret_of_a_right_answer_shows_in_a_log() -> None:
    """TMDB repeats a new request token in a header, which the HTTP library logs and a `Response` has."""
    callback = f"Authentication-Callback: https://www.themoviedb.org/authenticate/{BROUGHT}"

    async def handler(head: bytes, transport: asyncio.Transport) -> None:
        transport.write(response(right_body(head), callback))

    with Server(handler) as server, watching() as shown:
        assert await call_with_all_in_new_places(shown, server, "own") == []
    assert "Authentication-Callback" in shown
    shown.check()


@pytest.mark.asyncio
async def test_an_answer_gives_its_secret_to_who_asks() -> None:
    """The attribute and the dictionary hold what was created: it would be of no use otherwise."""

    async def handler(head: bytes, transport: asyncio.Transport) -> None:
        transport.write(response(right_body(head)))

    with Server(handler) as server:
        async with TMDB(TOKEN, base_url=server.url) as tmdb:
            session = await tmdb.authentication.create_session(request_token=REQUEST)
            found = await tmdb.detailed.authentication.create_guest_session()
            url = (await tmdb.sign_in()).url()
    assert session.session_id == to_dict(session)["session_id"] == BROUGHT
    assert BROUGHT in to_json(session)
    assert found.parsed.guest_session_id == BROUGHT
    assert url == f"https://www.themoviedb.org/authenticate/{BROUGHT}"


@pytest.mark.anyio
@pytest.mark.parametrize("name", ["cut short after it", "a failure that may pass"])
async def test_no_secret_of_an_answer_shows_after_a_cancellation(anyio_backend: str, name: str) -> None:
    """A call that is cancelled while it is made anew shows nothing of the answer before, in no local either."""
    errors: list[BaseException] = []

    async def handler(head: bytes, transport: asyncio.Transport) -> None:
        if len(server.heads) == 1:
            transport.write(BRINGS[name](field_of(head)))
        else:
            await asyncio.sleep(60)

    async def start(tmdb: TMDB) -> None:
        try:
            await tmdb.authentication.create_session(request_token=REQUEST)
        except BaseException as error:
            errors.append(error)
            raise

    with Server(handler) as server, watching() as shown:
        async with TMDB(TOKEN, base_url=server.url) as tmdb, anyio.create_task_group() as tasks:
            tasks.start_soon(start, tmdb)
            while len(server.heads) < 2:
                await anyio.sleep(0.01)
            tasks.cancel_scope.cancel()
        for error in errors:
            shown.add_error(error)
    assert len(errors) == 1
    shown.check()


@pytest.mark.anyio
async def test_no_secret_shows_after_signing_in_is_cancelled(anyio_backend: str) -> None:
    """The session of a block that is cancelled, and its end, which hangs, show nothing."""
    errors: list[BaseException] = []
    inside = anyio.Event()

    async def handler(head: bytes, transport: asyncio.Transport) -> None:
        if head.startswith(b"DELETE"):
            transport.write(response(b"{" + head, status="500 No"))
        else:
            transport.write(response(right_body(head)))

    async def start(tmdb: TMDB) -> None:
        try:
            signing = await tmdb.sign_in()
            async with signing.session():
                inside.set()
                await anyio.sleep(60)
        except BaseException as error:
            errors.append(error)
            raise

    with Server(handler) as server, watching() as shown, suppress(TMDBError, ExceptionGroup):
        async with TMDB(TOKEN, base_url=server.url) as tmdb, anyio.create_task_group() as tasks:
            tasks.start_soon(start, tmdb)
            await inside.wait()
            tasks.cancel_scope.cancel()
    for error in errors:
        shown.add_error(error)
    assert len(errors) == 1
    shown.check()


def test_no_secret_shows_in_what_a_call_is_made_of() -> None:
    """Neither an operation nor the request that is made of it, nor where it goes, shows what it holds."""
    tmdb = TMDB(TOKEN, session_id=CLIENT)
    shown = Shown()
    for operation, given in (
        (authentication.CREATE_SESSION_FROM_LOGIN, {"username": USER, "password": PASSWORD, "request_token": REQUEST}),
        (authentication.DELETE_SESSION, {"session_id": ENDED}),
        (guest_sessions.RATED_TV, {"guest_session_id": IN_A_PATH}),
    ):
        arguments: dict[str, object] = dict.fromkeys(operation.parameters)
        arguments |= {name: Secret(value) for name, value in given.items()}
        request = build_request(operation, arguments, tmdb._sender.defaults)
        shown.add_object("operation", operation)
        shown.add_object("request", request)
        shown.add_object("target", request.target)
    shown.check()


async def all_of(pages: Any) -> list[object]:
    return [row async for row in pages]


PAGINATED: dict[str, Callable[[TMDB], object]] = {
    "page 501": lambda tmdb: tmdb.paginate(tmdb.guest_sessions.rated_tv, IN_A_PATH, page=501),
    "a page that is no number": lambda tmdb: tmdb.paginate(tmdb.guest_sessions.rated_tv, IN_A_PATH, page="1"),  # type: ignore[arg-type]
    "a parameter that there is not": lambda tmdb: tmdb.paginate(tmdb.guest_sessions.rated_tv, IN_A_PATH, foo=1),  # type: ignore[call-arg]
    "a session that there is not": lambda tmdb: tmdb.paginate(tmdb.search.tv, query="x", session_id=CALL),  # type: ignore[call-arg]
    "no pages": lambda tmdb: tmdb.paginate(tmdb.tv_series.account_states, 1399, session_id=CALL),  # type: ignore[arg-type]
    "no operation": lambda tmdb: tmdb.paginate(partial(print, CALL)),  # type: ignore[arg-type]
    "a malformed session": lambda tmdb: anyio.run(
        all_of, tmdb.paginate(tmdb.guest_sessions.rated_tv, f"{IN_A_PATH}\n")
    ),
}


@pytest.mark.measured
@pytest.mark.parametrize("what", PAGINATED)
def test_no_secret_shows_of_a_list_that_is_refused(what: str) -> None:
    """What a list is asked for with is not shown by what refuses it, nor by what it is asked for with beside it."""
    with watching() as shown:
        with pytest.raises((TypeError, ValueError)) as caught:
            PAGINATED[what](TMDB(TOKEN))
        shown.add_error(caught.value)
    shown.check()


def target_of(head: bytes) -> bytes:
    return head.split()[1]


def values_of(head: bytes) -> list[bytes]:
    """The secrets of a request alone, as they stand in it."""
    query = target_of(head).partition(b"?")[2]
    return [pair.partition(b"=")[2] for pair in query.split(b"&") if pair] + re.findall(rb"Bearer (\S+)", head)


def texts_of(head: bytes) -> str:
    """The secrets of a request alone, as they were given to the client."""
    query = parse_qsl(target_of(head).decode().partition("?")[2])
    return " ".join([value for _, value in query] + re.findall(r"Bearer (\S+)", head.decode()))


def escaped(head: bytes) -> bytes:
    """JSON in which all is escaped that some library escapes."""
    return (
        json.dumps(re.sub(r"[^\w ]", lambda found: f"~u{ord(found[0]):04x}", texts_of(head)))
        .replace("~", "\\")
        .encode()
    )


def headers(*lines: bytes, status: bytes = b"404 Not Found") -> bytes:
    return b"\r\n".join((b"HTTP/1.1 " + status, b"Content-Length: 0", *lines, b"", b""))


BEGINNING = 2**12
ECHOES: dict[str, Callable[[bytes], bytes]] = {
    "as the reason": lambda head: headers(status=b"404 " + target_of(head)),
    "in headers": lambda head: headers(*(b"X-Was: " + value for value in values_of(head))),
    "in names of headers": lambda head: headers(*(b"X-" + quote(v, "").encode() + b": 1" for v in values_of(head))),
    "in cookies": lambda head: headers(*(b"Set-Cookie: was=" + value for value in values_of(head))),
    "to a login page": lambda head: headers(
        b"Location: /login?next=" + quote(target_of(head), "").encode(), status=b"302 Found"
    ),
    "in an early hint": lambda head: (
        b"HTTP/1.1 103 Early Hints\r\nX-Was: " + b" ".join(values_of(head)) + b"\r\n\r\n" + headers()
    ),
    "as a header without a colon": lambda head: b"HTTP/1.1 200 OK\r\n" + b" ".join(values_of(head)) + b"\r\n\r\n",
    "decoded": lambda head: response(texts_of(head).encode()),
    "with escapes in lower case": lambda head: response(re.sub(rb"%..", lambda m: m[0].lower(), target_of(head))),
    "with few escapes": lambda head: response(quote(texts_of(head), ":/?@!$&'()*+,;=").encode()),
    "escaped twice": lambda head: response(quote(target_of(head)).encode()),
    "in HTML": lambda head: response(f"<html>{html.escape(texts_of(head))}</html>".encode()),
    "in JSON": lambda head: response(json.dumps(texts_of(head)).encode()),
    "in JSON with other slashes": lambda head: response(json.dumps(texts_of(head)).replace("/", r"\/").encode()),
    "in JSON with all escapes": lambda head: response(escaped(head)),
    "in a text of another encoding": lambda head: response(
        b'{"cast":[{"name":"\xff' + b" ".join(values_of(head)) + b'"}]}'
    ),
    "in gzip that is cut short": lambda head: response(gzip.compress(head)[:-9]),
    "in gzip thrice": lambda head: response(gzip.compress(gzip.compress(gzip.compress(head)))),
    "in a body cut off by the client": lambda head: response(
        b" " * (BEGINNING - 20) + b" ".join(values_of(head)) + b" " * 2 * BEGINNING
    ),
}


@pytest.mark.parametrize("library", ["own", "aiohttp"])
@pytest.mark.parametrize("middle", ["+b/c=d%2Be&f", string.punctuation], ids=["some characters", "all characters"])
@pytest.mark.parametrize("name", ECHOES)
@pytest.mark.asyncio
async def test_no_secret_shows_after_an_echo(
    name: str, middle: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However a server sends back what it was sent, and whatever characters are in a secret: nothing shows it."""
    monkeypatch.setattr(transport, "BODY_LIMIT", 2 * BEGINNING)
    monkeypatch.setattr(decode, "_BEGINNING", BEGINNING)

    async def handler(head: bytes, transport: asyncio.Transport) -> None:
        transport.write(ECHOES[name](head))
        transport.close()

    with Server(handler) as server, watching() as shown:
        errors = await call_with_all(shown, server, library, planted(middle), max_retries=0)
    assert len(errors) == 5
    shown.check()


async def start(tmdb: TMDB, errors: list[BaseException], session: str = CALL) -> None:
    """Make a call, and note what ends it."""
    try:
        await tmdb.tv_seasons.account_states(1399, 1, session_id=session)
    except BaseException as error:
        errors.append(error)
        raise


async def show_and_hang(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(b"HTTP/1.1 200 " + target_of(head) + b"\r\nContent-Length: 100000\r\nX-Was: " + target_of(head))
    transport.write(b"\r\n\r\n" + head)
    await asyncio.sleep(60)


async def show_and_refuse(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(response(head, "Retry-After: 60", status="503 Service Unavailable"))


async def show_and_cool_down(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(response(head, "Retry-After: 60", status="429 Too Many Requests"))


# Each with the server's doing, and what is there once a call waits at this place.
PLACES: dict[str, tuple[Handler, Callable[[TMDB, Shown], bool]]] = {
    "for the answer": (hang, lambda tmdb, shown: "receive_response_headers.started" in shown),
    "for the rest of the answer": (show_and_hang, lambda tmdb, shown: "receive_response_body.started" in shown),
    "for another attempt": (show_and_refuse, lambda tmdb, shown: tmdb.stats.retries == {"ServerError": 1}),
    "for the end of a cool-down": (show_and_cool_down, lambda tmdb, shown: tmdb.stats.cool_downs == 1),
}


@pytest.mark.anyio
@pytest.mark.parametrize("place", PLACES)
async def test_no_secret_shows_after_a_cancellation(anyio_backend: str, place: str) -> None:
    """Wherever a call waits when it is cancelled, and whatever has come until then: what ends it shows nothing."""
    handler, is_there = PLACES[place]
    errors: list[BaseException] = []
    with Server(handler) as server, watching() as shown:
        async with TMDB(TOKEN, base_url=server.url) as tmdb, anyio.create_task_group() as tasks:
            tasks.start_soon(start, tmdb, errors)
            while not is_there(tmdb, shown):
                await anyio.sleep(0.01)
            tasks.cancel_scope.cancel()
        for error in errors:
            shown.add_error(error)
    assert len(errors) == 1
    shown.check()


@pytest.mark.asyncio
@pytest.mark.parametrize("place", PLACES)
async def test_no_secret_shows_after_a_time_limit_of_the_caller(place: str) -> None:
    """An `asyncio.timeout` around a call makes its own error of the cancellation, which is a cause of it."""
    handler, is_there = PLACES[place]
    with Server(handler) as server, watching() as shown:
        async with TMDB(TOKEN, base_url=server.url) as tmdb, asyncio.TaskGroup() as tasks:

            async def limited() -> None:
                try:
                    async with asyncio.timeout(None) as limit:
                        limits.append(limit)
                        await start(tmdb, [])
                except TimeoutError as error:
                    shown.add_error(error)

            limits: list[asyncio.Timeout] = []
            task = tasks.create_task(limited())
            while not is_there(tmdb, shown):
                await asyncio.sleep(0.01)
            limits[0].reschedule(0)
            await task
    assert "TimeoutError" in shown
    shown.check()


@pytest.mark.asyncio
@pytest.mark.parametrize("library", ["own", "aiohttp"])
async def test_no_secret_shows_in_debug_mode(library: str) -> None:
    """In its debug mode asyncio logs what it runs, with the arguments."""
    loop = asyncio.get_running_loop()
    with Server(echo) as server, watching() as shown:
        loop.set_debug(True)
        loop.slow_callback_duration = 0
        await call_with_all(shown, server, library, max_retries=0)
        loop.set_debug(False)
    assert "record of asyncio" in dict(shown.texts)
    shown.check()


@pytest.mark.anyio
async def test_no_secret_shows_after_the_client_is_closed(anyio_backend: str) -> None:
    """Calls that a closing client ends, and those that come too late, on it and on what was made of it."""
    errors: list[BaseException] = []
    with Server(show_and_hang) as server, watching() as shown:
        tmdb = TMDB(TOKEN, base_url=server.url, session_id=CLIENT)
        async with anyio.create_task_group() as tasks:

            async def call(client: TMDB) -> None:
                with suppress(RuntimeError):
                    await start(client, errors)

            tasks.start_soon(call, tmdb)
            while "receive_response_body.started" not in shown:
                await anyio.sleep(0.01)
            await tmdb.aclose()
        await call(tmdb)
        await call(tmdb.with_options(guest_session_id=OPTION))
        async with tmdb.bulk(partial(tmdb.tv_seasons.account_states, session_id=CALL), [(1399, 1)]) as run:
            with pytest.raises(RuntimeError) as caught:
                await anext(run)
        for error in (*errors, caught.value):
            assert isinstance(error, RuntimeError)
            shown.add_error(error)
        shown.add_object("client", tmdb)
    assert len(errors) == 3
    shown.check()


def test_no_secret_shows_in_another_event_loop() -> None:
    """A client that is used in a second event loop refuses it, and a third one's closing too."""

    async def call(tmdb: TMDB) -> None:
        await tmdb.tv_seasons.account_states(1399, 1, session_id=CALL)

    with Server(refuses(404, 34)) as server, watching() as shown:
        tmdb = TMDB(TOKEN, base_url=server.url)
        for method in (call, call, TMDB.aclose):
            with pytest.raises((TMDBError, RuntimeError)) as caught:
                asyncio.run(method(tmdb))
            shown.add_error(caught.value)
    assert "another event loop" in shown
    shown.check()


MALFORMED: dict[str, Callable[[str], Any]] = {
    "a line break": lambda secret: secret + "\n",
    "a space": lambda secret: f"{secret} {secret}",
    "no ASCII": lambda secret: secret + "\xe9",
    "too long": lambda secret: secret * 1000,
    "bytes": str.encode,
    "a list": lambda secret: [secret],
    "a dictionary": lambda secret: {secret: secret},
    "a scheme": lambda secret: f"Bearer {secret}",
}

MISTAKES: dict[str, Callable[[Callable[[str], Any]], object]] = {
    "token": lambda spoilt: TMDB(spoilt(TOKEN)),
    "key": lambda spoilt: TMDB(api_key=spoilt(KEY)),
    "session": lambda spoilt: TMDB(TOKEN, session_id=spoilt(CLIENT)),
    "guest session": lambda spoilt: TMDB(TOKEN, guest_session_id=spoilt(GUEST)),
    "with_options": lambda spoilt: TMDB(TOKEN).with_options(session_id=spoilt(OPTION)),
    "with_options for a guest": lambda spoilt: TMDB(TOKEN).with_options(guest_session_id=spoilt(GUEST)),
    "call": lambda spoilt: anyio.run(partial(TMDB(TOKEN).tv_seasons.account_states, 1, 1, session_id=spoilt(CALL))),
    "call with a path": lambda spoilt: anyio.run(TMDB(TOKEN).guest_sessions.rated_tv, spoilt(IN_A_PATH)),
    "detailed call": lambda spoilt: anyio.run(
        partial(TMDB(TOKEN).detailed.tv_seasons.account_states, 1, 1, guest_session_id=spoilt(GUEST))
    ),
}


@pytest.mark.parametrize("how", MALFORMED)
@pytest.mark.parametrize("what", MISTAKES)
def test_no_secret_shows_that_is_malformed(what: str, how: str) -> None:
    """What is refused for its form is not shown, whatever it is."""
    with watching() as shown:
        with pytest.raises((TypeError, ValueError)) as caught:
            MISTAKES[what](MALFORMED[how])
        shown.add_error(caught.value)
    shown.check()


@pytest.mark.parametrize("name", ["username", "password", "request_token"])
@pytest.mark.parametrize("how", ["bytes", "a list", "a dictionary"])
@pytest.mark.parametrize("detailed", [False, True])
def test_no_secret_of_a_body_shows_that_is_malformed(name: str, how: str, *, detailed: bool) -> None:
    """What stands in a body may be any text, and what is no text is refused and not shown, nor what is beside it."""
    given: dict[str, Any] = {"username": USER, "password": PASSWORD, "request_token": REQUEST}
    given[name] = MALFORMED[how](given[name])
    tmdb = TMDB(TOKEN)
    with watching() as shown:
        with pytest.raises(TypeError) as caught:
            anyio.run(partial((tmdb.detailed if detailed else tmdb).authentication.create_session_from_login, **given))
        shown.add_error(caught.value)
    shown.check()


REFUSALS: dict[str, Callable[[], object]] = {
    "two credentials": lambda: TMDB(TOKEN, api_key=KEY),
    "a token for a key": lambda: TMDB(api_key=TOKEN),
    "two sessions": lambda: TMDB(TOKEN, session_id=CLIENT, guest_session_id=GUEST),
    "two sessions for with_options": lambda: TMDB(TOKEN).with_options(session_id=OPTION, guest_session_id=GUEST),
    "two sessions for a call": lambda: anyio.run(
        partial(TMDB(TOKEN).tv_seasons.account_states, 1, 1, session_id=CALL, guest_session_id=GUEST)
    ),
    "an id": lambda: anyio.run(partial(TMDB(TOKEN).tv_seasons.account_states, "x", 1, session_id=CALL)),  # type: ignore[arg-type]
    "a number": lambda: anyio.run(partial(TMDB(TOKEN).tv_seasons.account_states, 1, -1, session_id=CALL)),
    "a language": lambda: TMDB(TOKEN, session_id=CLIENT, language="Klingon"),
    "a language for a call": lambda: anyio.run(
        partial(TMDB(TOKEN).tv_seasons.account_states, 1, 1, session_id=CALL, language="Klingon")
    ),
    "a timeout": lambda: TMDB(TOKEN, session_id=CLIENT, timeout=-1),
    "retries": lambda: TMDB(TOKEN, session_id=CLIENT, max_retries=-1),
    "a rate": lambda: TMDB(TOKEN, session_id=CLIENT, max_rate=0),
    "a width": lambda: TMDB(TOKEN, session_id=CLIENT, max_concurrency=0),
    "a client": lambda: TMDB(TOKEN, session_id=CLIENT, http_client=object()),  # type: ignore[arg-type]
    "an address": lambda: TMDB(TOKEN, session_id=CLIENT, base_url="http://example.com"),
    "a timeout for with_options": lambda: TMDB(TOKEN).with_options(session_id=OPTION, timeout=-1),
    "an argument that there is not": lambda: TMDB(TOKEN, sessionid=CLIENT),  # type: ignore[call-arg]
    "an argument of a call that there is not": lambda: TMDB(TOKEN).tv_seasons.account_states(1, 1, sessionid=CALL),  # type: ignore[call-arg]
    "arguments of a bulk run": lambda: TMDB(TOKEN).bulk(  # type: ignore[call-overload, unused-ignore]
        partial(TMDB(TOKEN).tv_seasons.account_states, session_id=CALL),
        1399,  # type: ignore[arg-type]
    ),
}


@pytest.mark.parametrize("what", REFUSALS)
def test_no_secret_shows_where_something_else_is_wrong(what: str) -> None:
    """What stands beside a bad argument is not shown with it."""
    with watching() as shown:
        with pytest.raises((TypeError, ValueError)) as caught:
            REFUSALS[what]()
        shown.add_error(caught.value)
    shown.check()


@pytest.mark.parametrize("name", ["TMDB_ACCESS_TOKEN", "TMDB_API_KEY"])
@pytest.mark.parametrize("how", ["a line break", "a scheme", "too long"])
def test_no_secret_of_the_environment_shows(name: str, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A malformed credential from the environment is not shown either, nor a good one beside it."""
    monkeypatch.setenv("TMDB_ACCESS_TOKEN", TOKEN)
    monkeypatch.setenv("TMDB_API_KEY", KEY)
    monkeypatch.setenv(name, MALFORMED[how](KEY))
    with watching() as shown:
        with pytest.raises(ConfigurationError) as caught:
            TMDB(session_id=CLIENT)
        shown.add_error(caught.value)
        monkeypatch.delenv(name)
        shown.add_object("client", TMDB(session_id=CLIENT))
    shown.check()


async def fails() -> AsyncIterator[tuple[int, int]]:
    yield 1399, 1
    raise LookupError("no more")


RUNS: dict[str, Callable[[TMDB], Any]] = {
    "a bad argument": lambda tmdb: tmdb.bulk(
        partial(tmdb.tv_seasons.account_states, session_id=CALL), [(1399, 1), (1399, "x"), (1399, 2)]
    ),
    "too few arguments": lambda tmdb: tmdb.bulk(partial(tmdb.tv_seasons.account_states, session_id=CALL), [1399]),
    "a malformed session": lambda tmdb: tmdb.bulk(
        partial(tmdb.tv_seasons.account_states, session_id=f"{CALL}\n"), [(1399, 1)]
    ),
    "two sessions": lambda tmdb: tmdb.bulk(
        partial(tmdb.tv_seasons.account_states, session_id=CALL, guest_session_id=GUEST), [(1399, 1)]
    ),
    "its source": lambda tmdb: tmdb.bulk(partial(tmdb.tv_seasons.account_states, session_id=CALL), fails()),
    "a refusal": lambda tmdb: tmdb.bulk(
        partial(tmdb.with_options(guest_session_id=OPTION).detailed.tv_seasons.account_states), [(1399, 1)]
    ),
}


async def show_and_refuse_the_session(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(response(json.dumps({"status_code": 3, "status_message": head.decode()}).encode(), status="401 No"))


@pytest.mark.anyio
@pytest.mark.parametrize("what", RUNS)
async def test_no_secret_shows_when_a_bulk_run_ends_early(anyio_backend: str, what: str) -> None:
    """A session that is bound to the method of a bulk run is not shown by what ends the run."""
    with Server(show_and_refuse_the_session if what == "a refusal" else answer) as server, watching() as shown:
        async with TMDB(TOKEN, base_url=server.url, session_id=CLIENT, max_retries=0) as tmdb:
            run = RUNS[what](tmdb)
            with pytest.raises((TypeError, ValueError, LookupError, TMDBError)) as caught:
                async with run as outcomes:
                    async for outcome in outcomes:
                        shown.add_object("outcome", outcome)
            with pytest.raises(RuntimeError) as entered:
                await run.__aenter__()
            shown.add_error(caught.value)
            shown.add_error(entered.value)
            shown.add("run", repr(run))
    shown.check()
