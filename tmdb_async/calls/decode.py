"""From bytes to a model, or to the error that names what the bytes are instead."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from tmdb_async.errors import (
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseError,
    ServerError,
    UnprocessableEntityError,
)
from tmdb_async.transports import transport

from .codes import STATUS_OF
from .retry import retry_after

if TYPE_CHECKING:
    from tmdb_async._generated.models import StatusEnvelope

T = TypeVar("T")

_GZIP = b"\x1f\x8b"
# Once as the headers say, and once more where TMDB's network compresses what is compressed.
_LAYERS = 2
# Of gzip, of which some tools make one for each block. It keeps a body of tiny ones from taking for ever.
_MEMBERS = 1000
_PIECE = 2**16
# How long what TMDB says of a failure may be: far longer than it ever is.
_LONGEST_ENVELOPE = 2**12
# How much of a body that is too large an error keeps.
_BEGINNING = 2**16
_WORD = 2**13
_PRINTABLE = bytes(range(0x21, 0x7F))

# No JSON begins so.
_HTML = (b"<", b"\xef\xbb\xbf<")
_NOT_FROM_TMDB = "HTML instead of JSON: something between here and TMDB answers (a block page or a login page?)"
_CUT_SHORT = "Input data was truncated"  # in msgspec's words


class _Ways(NamedTuple):
    """What decodes a model from a body that is quite as it should be."""

    first: Callable[[bytes], Any]
    strict: Callable[[bytes], Any]
    """The same, except for a model with rows of several kinds: it takes all that can be taken and says what cannot."""


_ways: dict[type, _Ways] = {}

_STATUS_ERRORS = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def unpack(body: bytes) -> bytes:
    """Return a body without its compression.

    Its first bytes tell whether it is compressed. The headers do not: TMDB's network has sent gzip without saying so,
    and has said so without sending it. No JSON and no text begins like gzip.

    Raises:
        ResponseError: The body is too large, ends too early or does not decompress.
    """
    unpacked = body
    for _ in range(_LAYERS):
        if unpacked.startswith(_GZIP) and len(unpacked) <= transport.BODY_LIMIT:
            unpacked = _gunzip(unpacked)
    if len(unpacked) > transport.BODY_LIMIT:
        # A word that is cut may be part of a secret, which nothing would recognise any more.
        beginning = unpacked[: _BEGINNING - _WORD] + unpacked[_BEGINNING - _WORD : _BEGINNING].rstrip(_PRINTABLE)
        beginning = b"" if beginning.startswith(_GZIP) else beginning
        error = ResponseError(f"The body is larger than {transport.BODY_LIMIT // 2**20} MiB", path="$", body=beginning)
        error.too_large = True
        raise error
    if unpacked.startswith(_GZIP):
        raise ResponseError(f"The body is compressed more than {_LAYERS} times", path="$", body=b"")
    return unpacked


def _gunzip(body: bytes) -> bytes:
    """Decompress all members, up to a byte more than the limit; what follows them and is none is left aside.

    Errors hold nothing compressed, in which secrets are not found.
    """
    parts: list[bytes] = []
    size = at = 0
    for _ in range(_MEMBERS):
        member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        while not member.eof and size <= transport.BODY_LIMIT and at < len(body):
            piece = body[at : at + _PIECE]
            try:
                part = member.decompress(piece, transport.BODY_LIMIT + 1 - size)
            except zlib.error as error:
                raise ResponseError(f"The body does not decompress: {error}", path="$", body=b"") from error
            at += len(piece) - len(member.unused_data) - len(member.unconsumed_tail)
            parts.append(part)
            size += len(part)
        if size <= transport.BODY_LIMIT and not member.eof:
            unpacked = b"".join(parts)
            raise ResponseError("The compressed body ends too early", path="$", body=unpacked, cut_short=True)
        if size > transport.BODY_LIMIT or not body.startswith(_GZIP, at):
            return b"".join(parts)
    raise ResponseError(f"The body is compressed in more than {_MEMBERS} members", path="$", body=b"")


def decode(model: type[T], body: bytes) -> T:
    """Build the model from the body of a success; what is amiss and clear in its meaning is mended, as `mend` says.

    Raises:
        ResponseError: The body is no JSON, or not the model's.
    """
    ways = _ways.get(model) or _add_ways(model)
    try:
        return cast("T", ways.first(body))
    except (ValueError, RecursionError) as error:  # msgspec's errors and invalid UTF-8; JSON nested too deeply
        return cast("T", _decode_refused(model, body, error))


def _decode_refused(model: type[Any], body: bytes, error: Exception) -> Any:
    """Build the model from a body that was refused as it stands, or raise what is wrong with it."""
    import msgspec

    from .days import without_empty_days  # with the first body that needs it, like the next
    from .mend import decode_mended

    first, strict = _ways[model]
    if (without := without_empty_days(model, body)) != body:
        with suppress(ValueError, RecursionError):
            return first(without)
    if strict is not first:
        try:
            return strict(body)
        except (ValueError, RecursionError) as refused:
            error = refused
    if not isinstance(error, msgspec.ValidationError):
        raise _no_model(model, body, error) from error
    try:
        return decode_mended(model, strict, body)
    except (ValueError, RecursionError) as remaining:
        raise _no_model(model, body, remaining) from remaining


def _no_model(model: type[Any], body: bytes, error: Exception) -> ResponseError:
    # msgspec ends a message with the place, where there is one: "Expected `int`, got `str` - at `$.id`". Within rows of
    # several kinds, each of which is decoded by itself, the places stand before it, the inner ones first.
    reason, _, place = str(error).partition(" - at `")
    reason, *within = reason.split(" - in `")
    path = "".join([place or "$", *reversed(within)]).replace("`", "")
    if body[:_BEGINNING].lstrip().startswith(_HTML):
        failure = ResponseError(_NOT_FROM_TMDB, path=path, body=body)
        failure.html = True
        return failure
    cut_short = reason == _CUT_SHORT
    reason = reason if body else "It is empty"
    message = f"The body is no {model.__name__}: {reason} (at {path})"
    return ResponseError(message, path=path, body=body, cut_short=cut_short)


def _add_ways(model: type[Any]) -> _Ways:
    import msgspec  # with the first model, like attrs: importing this package costs little more than httpx

    from .kinds_at_once import way_at_once

    strict = msgspec.json.Decoder(model).decode
    ways = _ways[model] = _Ways(way_at_once(model) or strict, strict)
    return ways


def check_repeated(field: str, value: object, parameter: str, asked: object, body: bytes) -> None:
    """Check that an answer repeats what was asked for, where it says anything of it.

    Raises:
        ResponseError: It is the answer to another request.
    """
    if value is not None and value != asked:
        words = f"The answer belongs to another request: its {field} is {value}, and {asked} was asked for"
        error = ResponseError(f"{words} as {parameter}", path=f"$.{field}", body=body)
        error.mismatched = True
        raise error


def tells_of_failure(body: bytes) -> bool:
    """Return whether the body of a success is what TMDB says of a failure: it sends some so, with HTTP 200."""
    if len(body) > _LONGEST_ENVELOPE or not (b'"status_code"' in body or b'"success"' in body):
        return False
    envelope = _envelope(body)
    if envelope.success is None:
        return STATUS_OF.get(envelope.status_code, 200) >= 400
    return not envelope.success and (envelope.status_code is not None or envelope.errors != ())


def status_error(status: int, headers: Mapping[str, str], body: bytes) -> APIStatusError:
    """Build the exception for an answer that is not a success, with TMDB's own code and words where it has them.

    Its class is that of the status or, where the status is that of a success, of the code.
    """
    try:
        body = unpack(body)
    except ResponseError as refused:
        body = refused.body
    envelope = _envelope(body)
    words = [envelope.status_message] if envelope.status_message else []
    message = " ".join([*words, *envelope.errors]) or _phrase(status)
    kind = STATUS_OF.get(envelope.status_code, status) if status <= 299 else status
    cls = ServerError if 500 <= kind <= 599 else _STATUS_ERRORS.get(kind, APIStatusError)
    error = cls(message, status=status, code=envelope.status_code, headers=headers, body=body)
    error.retry_after = retry_after(headers, datetime.now(UTC))
    return error


def _envelope(body: bytes) -> StatusEnvelope:
    from tmdb_async._generated.models import (
        StatusEnvelope,  # imported with the first failure, like any model with its first use
    )

    try:
        return decode(StatusEnvelope, body)
    except ResponseError:  # HTML, an empty body, or JSON of another shape
        return StatusEnvelope()


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "The answer is not a success"
