"""TMDB's daily ID exports: a file a day for each kind, with the ids of everything that there is."""

from __future__ import annotations

import ssl
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, Any, NamedTuple

import httpx

from tmdb_async._generated.types import Operation, Secret
from tmdb_async._version import __version__
from tmdb_async.credentials import conceal
from tmdb_async.errors import ConfigurationError
from tmdb_async.operations import item_parameters
from tmdb_async.transports.address import Proxy, check_base_url, given_or_set, proxy_for
from tmdb_async.transports.over_httpx import cause_in, check_proxy, loggers_of, proxy_in_httpx
from tmdb_async.transports.transport import guard, sending, tls_context

from .errors import JobError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

KINDS = {
    "collection": "collection_id",
    "keyword": "keyword_id",
    "movie": "movie_id",
    "person": "person_id",
    "production_company": "company_id",
    "tv_network": "network_id",
    "tv_series": "series_id",
}
"""What there are daily exports of, and the argument of TMDB's operations that their ids are."""

_HOST = "https://files.tmdb.org"
_VARIABLE = "TMDB_EXPORTS_URL"
_READY = 8  # o'clock, UTC
# What the files' host answers where there is none: it is a store that tells nobody what it lacks.
_MISSING = (403, 404)
_SECONDS = 30.0


class DailyIds(NamedTuple):
    """An export that is being downloaded."""

    day: date
    """The day that it is of."""
    stream: BufferedReader
    """One JSON object a line, compressed with gzip; which `read_items` takes."""


@contextmanager
def open_daily_ids(
    kind: str, day: date | None = None, *, base_url: str | None = None
) -> Generator[DailyIds, None, None]:
    """Download an export while it is read. No credential is sent, and none is needed.

        with open_daily_ids("tv_series") as ids:
            job.add(read_items(ids.stream, job.operation, print))

    Args:
        kind: One of `KINDS`.
        day: Which day's; TMDB keeps them for three months. Without it the last one: today's from 08:00 UTC, when it is
            ready, and until then, or where it is late, that of the day before.
        base_url: Another host than https://files.tmdb.org. Without it `TMDB_EXPORTS_URL` is taken from the environment.
            It must be https, except on loopback.

    Yields:
        The day, and the stream.

    Raises:
        ValueError: There is no such kind.
        ConfigurationError: The host is malformed, or neither https nor on loopback, or the proxy or the certificates
            that the environment names cannot be used.
        JobError: There is no such export, or the host does not answer.
    """
    address = None if base_url is None else Secret(base_url)
    del base_url  # which may hold a password, though it must not: a traceback may show what this frame holds
    check_daily_kind(kind)
    host = _check_host(address)
    proxy = _proxy(host)
    secrets = [] if proxy is None else proxy.secrets
    days = [day] if day is not None else _last_days(datetime.now(UTC))
    with _client(host, proxy) as client:
        for each in days:
            path = f"/p/exports/{kind}_ids_{each:%m_%d_%Y}.json.gz"
            with closing(_ask(client, host, path, secrets)) as response:
                if response.status_code == 200:
                    yield DailyIds(each, BufferedReader(_Body(response.iter_raw())))
                    return
                if response.status_code not in _MISSING:
                    raise JobError(f"The daily exports cannot be had from {host}: HTTP {response.status_code}")
    raise JobError(
        f"There is no daily export of {kind} of {' or '.join(map(str, days))}: "
        f"each is ready by 08:00 UTC of its day and kept for three months"
    )


def check_daily_kind(kind: str, operation: Operation[Any] | None = None) -> None:
    """Check that there is such an export.

    Args:
        kind: One of `KINDS`.
        operation: What its ids are to be the arguments of.

    Raises:
        ValueError: There is none, or its ids are not what the operation takes.
    """
    if kind not in KINDS:
        raise ValueError(f"There is no daily export of {kind!r}: there are {', '.join(KINDS)}")
    if operation is not None and [*item_parameters(operation)] != [KINDS[kind]]:
        takes = " and ".join(item_parameters(operation)) or "no id"
        raise ValueError(f"{operation.name} takes {takes}, which the daily export of {kind} does not have")


def _proxy(host: str) -> Proxy | None:
    proxy = proxy_for(httpx.URL(host).host)
    if proxy is not None:
        check_proxy(proxy)
    return proxy


def _client(host: str, proxy: Proxy | None) -> httpx.Client:
    # Proxies and certificates are those of the API; nothing else is taken from the environment.
    verify = tls_context() if host.startswith("https:") else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return httpx.Client(timeout=_SECONDS, trust_env=False, verify=verify, proxy=proxy_in_httpx(proxy))


def _ask(client: httpx.Client, host: str, path: str, secrets: list[Secret]) -> httpx.Response:
    # The file is compressed, and not its transfer.
    headers = {"Accept-Encoding": "identity", "User-Agent": f"tmdb-async/{__version__}"}
    guard(loggers_of(httpx))
    try:
        with sending(secrets):
            return client.send(client.build_request("GET", host + path, headers=headers), stream=True)
    except Exception as error:  # noqa: BLE001 - of whatever class, it is a failure to send
        cause = cause_in(httpx, error)
    failure = JobError(f"The daily exports cannot be had from {host}: {cause!r}")
    failure.__cause__ = cause
    conceal(failure, secrets)  # which a proxy may send back
    raise failure


def _last_days(now: datetime) -> list[date]:
    newest = now.date() if now.hour >= _READY else now.date() - timedelta(days=1)
    return [newest, newest - timedelta(days=1)]


def _check_host(base_url: Secret | None) -> str:
    name, host = given_or_set(base_url, _VARIABLE, _HOST)
    try:
        return check_base_url(host, name)
    except ConfigurationError:
        raise ConfigurationError(f"{name} must be an https address, or http on loopback, like {_HOST}") from None


class _Body(RawIOBase):
    """The parts of a body as a file."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts = parts
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer).cast("B")
        try:
            while not self._rest and (part := next(self._parts, None)) is not None:
                self._rest = part
        except httpx.HTTPError as error:
            raise OSError(f"the download broke off: {error!r}") from error
        size = min(len(view), len(self._rest))
        view[:size], self._rest = self._rest[:size], self._rest[size:]
        return size
