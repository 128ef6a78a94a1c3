"""What a server can do wrong, each with what must come of it."""

from __future__ import annotations

import asyncio
import functools
import gzip
import json
import struct
import zlib
from typing import NamedTuple

from tests.faults.servers import Handler, response
from tmdb_async import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseError,
    ServerError,
    TMDBError,
    UnprocessableEntityError,
)
from tmdb_async.transports.transport import BODY_LIMIT

SERIES = b'{"id":1399,"cast":[],"crew":[]}'
STATES = b'{"id":3624,"results":[]}'


class Fault(NamedTuple):
    """What a server does, and what the call makes of it."""

    handler: Handler
    error: type[TMDBError] | None
    """What the call raises if the server does it every time; None for a model."""
    retried: bool = False
    """Whether the call is tried again."""


def body_for(head: bytes) -> bytes:
    """The whole and right body for a request."""
    return STATES if b"account_states" in head else SERIES.replace(b"1399", head.split(b"/")[3])


def sends(data: bytes, *headers: str, status: str = "200 OK") -> Handler:
    """Answer with a body."""

    async def handler(head: bytes, transport: asyncio.Transport) -> None:
        transport.write(response(data, *headers, status=status))

    return handler


def refuses(status: int, code: int | None = None, *headers: str) -> Handler:
    """Answer with a status, and with TMDB's code or with the page of a CDN."""
    if code is None:
        return sends(b"<html><h1>Error</h1></html>", *headers, status=f"{status} Some Words")
    body = {"success": False, "status_code": code, "status_message": "Some words."}
    return sends(json.dumps(body).encode(), *headers, status=f"{status} Some Words")


def breaks(*parts: bytes, pause: float = 0) -> Handler:
    """Send bytes, with a pause between them, and close the connection."""

    async def handler(head: bytes, transport: asyncio.Transport) -> None:
        for part in parts:
            transport.write(part)
            await asyncio.sleep(pause)
        transport.close()

    return handler


async def answer(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(response(body_for(head)))


async def answer_gzip(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(response(gzip.compress(body_for(head)), "Content-Encoding: gzip"))


async def answer_gzip_in_silence(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(response(gzip.compress(body_for(head))))


async def answer_gzip_twice(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(response(gzip.compress(gzip.compress(body_for(head))), "Content-Encoding: gzip"))


async def answer_gzip_in_members(head: bytes, transport: asyncio.Transport) -> None:
    body = body_for(head)
    transport.write(response(gzip.compress(body[:9]) + gzip.compress(body[9:]), "Content-Encoding: gzip"))


async def announce_gzip_in_vain(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(response(body_for(head), "Content-Encoding: gzip"))


async def answer_in_chunks(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    for byte in body_for(head):
        transport.write(b"1\r\n" + bytes([byte]) + b"\r\n")
        await asyncio.sleep(0)
    transport.write(b"0\r\n\r\n")


async def answer_until_the_end(head: bytes, transport: asyncio.Transport) -> None:
    """As HTTP/1.0 does: the body ends where the connection ends."""
    transport.write(b"HTTP/1.0 200 OK\r\n\r\n" + body_for(head))
    transport.close()


async def answer_after_a_hint(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + response(body_for(head)))


async def answer_218(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(response(body_for(head), status="218 This Is Fine"))


async def answer_299(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(response(body_for(head), status="299 Miscellaneous Warning"))


async def hang(head: bytes, transport: asyncio.Transport) -> None:
    await asyncio.sleep(60)


async def hang_midway(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(response(body_for(head))[:-5])
    await asyncio.sleep(60)


async def drip(head: bytes, transport: asyncio.Transport) -> None:
    for byte in response(body_for(head)):
        transport.write(bytes([byte]))
        await asyncio.sleep(0.05)


async def reset(head: bytes, transport: asyncio.Transport) -> None:
    transport.abort()


async def reset_midway(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(response(body_for(head))[:-5])
    await asyncio.sleep(0.01)
    transport.abort()


async def half_close(head: bytes, transport: asyncio.Transport) -> None:
    transport.write_eof()
    await asyncio.sleep(60)


async def cut_short(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(response(body_for(head))[:-5])
    transport.close()


async def cut_short_in_chunks(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n" + body_for(head)[:5] + b"\r\n")
    transport.close()


async def cut_short_without_a_sign(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(b"HTTP/1.0 200 OK\r\n\r\n" + body_for(head)[:-5])
    transport.close()


async def cut_gzip_short(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(response(gzip.compress(body_for(head))[:-12], "Content-Encoding: gzip"))


async def redirect(head: bytes, transport: asyncio.Transport) -> None:
    address = head.split()[1].decode()
    transport.write(response(b"", f"Location: http://127.0.0.1{address}", status="301 Moved Permanently"))


async def echo(head: bytes, transport: asyncio.Transport) -> None:
    """A page that shows the whole request, as those of proxies do."""
    transport.write(response(b"<html><pre>" + head + b"</pre></html>"))


async def echo_and_refuse(head: bytes, transport: asyncio.Transport) -> None:
    body = json.dumps({"status_code": 5, "status_message": head.decode()}).encode()
    transport.write(response(body, f"X-Request: {head.splitlines()[0].decode()}", status="422 Unprocessable Entity"))


async def echo_as_no_http(head: bytes, transport: asyncio.Transport) -> None:
    transport.write(head)
    transport.close()


@functools.cache
def bomb(layers: int) -> bytes:
    """Zeros, eight times as many as the limit allows; compressed once more for each further layer."""
    if layers > 1:
        return gzip.compress(bomb(layers - 1))
    # A flush in full begins anew: each MiB is compressed to the same bytes, and one of them does for all.
    size = 8 * BODY_LIMIT
    compressor = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    part = compressor.compress(bytes(2**20)) + compressor.flush(zlib.Z_FULL_FLUSH)
    trailer = struct.pack("<II", zlib.crc32(bytes(size)), size)
    return b"\x1f\x8b\x08" + bytes(7) + part * (size // 2**20) + compressor.flush() + trailer


FAULTS: dict[str, Fault] = {
    # What looks odd and is right.
    "right": Fault(answer, None),
    "gzip": Fault(answer_gzip, None),
    "gzip without Content-Encoding": Fault(answer_gzip_in_silence, None),
    "gzip twice": Fault(answer_gzip_twice, None),
    "gzip of two members": Fault(answer_gzip_in_members, None),
    "Content-Encoding without gzip": Fault(announce_gzip_in_vain, None),
    "chunks of a byte": Fault(answer_in_chunks, None),
    "a body without a length": Fault(answer_until_the_end, None),
    "early hints": Fault(answer_after_a_hint, None),
    "218": Fault(answer_218, None),
    "299": Fault(answer_299, None),
    # No whole answer.
    "reset": Fault(reset, APIConnectionError, retried=True),
    "reset midway": Fault(reset_midway, APIConnectionError, retried=True),
    "half-close": Fault(half_close, APIConnectionError, retried=True),
    "cut short": Fault(cut_short, APIConnectionError, retried=True),
    "cut short in chunks": Fault(cut_short_in_chunks, APIConnectionError, retried=True),
    "no HTTP": Fault(breaks(b"220 mail.example ESMTP\r\n"), APIConnectionError, retried=True),
    "the request itself": Fault(echo_as_no_http, APIConnectionError, retried=True),
    "a status of two digits": Fault(breaks(b"HTTP/1.1 99 Odd\r\n\r\n"), APIConnectionError, retried=True),
    "headers without an end": Fault(
        breaks(b"HTTP/1.1 200 OK\r\n", *[b"X-Header: " + b"x" * 2000 + b"\r\n"] * 100), APIConnectionError, retried=True
    ),
    "hang": Fault(hang, APITimeoutError, retried=True),
    "hang midway": Fault(hang_midway, APITimeoutError, retried=True),
    "drip": Fault(drip, APITimeoutError, retried=True),
    # A success that is none.
    "empty": Fault(sends(b""), ResponseError, retried=True),
    "cut short without a sign": Fault(cut_short_without_a_sign, ResponseError, retried=True),
    "gzip cut short": Fault(cut_gzip_short, ResponseError, retried=True),
    "no content": Fault(breaks(b"HTTP/1.1 204 No Content\r\n\r\n"), ResponseError),
    "HTML": Fault(sends(b"<html>"), ResponseError),
    "a page with the request": Fault(echo, ResponseError),
    "another shape": Fault(sends(b'{"id":"1399"}'), ResponseError),
    "nested deeply": Fault(sends(b'{"id":1,"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}"), ResponseError),
    "no UTF-8": Fault(sends(b'{"id":"\xff"}'), ResponseError),
    "Content-Encoding over noise": Fault(sends(b"\x00noise", "Content-Encoding: gzip"), ResponseError),
    "broken gzip": Fault(sends(b"\x1f\x8bnoise and noise", "Content-Encoding: gzip"), ResponseError),
    "bomb": Fault(sends(bomb(1), "Content-Encoding: gzip"), ResponseError),
    "bomb in a bomb": Fault(sends(bomb(2), "Content-Encoding: gzip"), ResponseError),
    "too large": Fault(sends(b" " * (BODY_LIMIT + 1)), ResponseError),
    # A failure that TMDB names.
    "301": Fault(redirect, APIStatusError),
    "400": Fault(refuses(400, 22), BadRequestError),
    "401 for one resource": Fault(refuses(401, 38), AuthenticationError),
    "403": Fault(refuses(403, 45), PermissionDeniedError),
    "404": Fault(refuses(404, 34), NotFoundError),
    "408": Fault(refuses(408), APIStatusError, retried=True),
    "418": Fault(refuses(418), APIStatusError),
    "422 with the request": Fault(echo_and_refuse, UnprocessableEntityError),
    "429": Fault(refuses(429, 25), RateLimitError, retried=True),
    "429 with Retry-After": Fault(refuses(429, 25, "Retry-After: 0.05"), RateLimitError, retried=True),
    "429 for an hour": Fault(refuses(429, 25, "Retry-After: 3600"), RateLimitError),
    "500": Fault(refuses(500, 11), ServerError, retried=True),
    "502": Fault(refuses(502), ServerError, retried=True),
    "503": Fault(refuses(503, 46), ServerError, retried=True),
    "503 for an hour": Fault(refuses(503, 46, "Retry-After: 3600"), ServerError),
    "504": Fault(sends(b"", status="504 Gateway Timeout"), ServerError, retried=True),
    "503 that is a bomb": Fault(
        sends(bomb(1), "Content-Encoding: gzip", status="503 Service Unavailable"), ServerError, retried=True
    ),
    "520": Fault(refuses(520), ServerError),
    "530": Fault(refuses(530), ServerError),
    "599": Fault(refuses(599), ServerError),
    # A success that is none, once more.
    "a failure with 200": Fault(sends(b'{"success":false,"status_code":34,"status_message":"x"}'), NotFoundError),
    "no UTF-8 in a name": Fault(
        sends(
            b'{"id":1399,"cast":[{"id":1,"name":"\xff","credit_id":"","character":""}],'  # of credits
            b'"results":[{"id":1,"episode_number":1,"rated":"\xff"}]}'  # of account states
        ),
        ResponseError,
    ),
    "gzip with a wrong checksum": Fault(sends(gzip.compress(SERIES)[:-8] + bytes(8)), ResponseError),
}
