"""From bytes to a model, or to the error that names what the bytes are instead."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, TypeVar

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

from .retry import retry_after

if TYPE_CHECKING:
    import msgspec

    from tmdb_async._generated.models import StatusEnvelope

T = TypeVar("T")

_GZIP = b"\x1f\x8b"
# Once as the headers say, and once more where TMDB's network compresses what is compressed.
_LAYERS = 2
# How much of a body that is too large an error keeps.
_BEGINNING = 2**16
_WORD = 2**13
_PRINTABLE = bytes(range(0x21, 0x7F))

_CUT_SHORT = "Input data was truncated"  # in msgspec's words

_decoders: dict[type, msgspec.json.Decoder[Any]] = {}

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
        raise ResponseError(f"The body is larger than {transport.BODY_LIMIT // 2**20} MiB", path="$", body=beginning)
    if unpacked.startswith(_GZIP):
        raise ResponseError(f"The body is compressed more than {_LAYERS} times", path="$", body=b"")
    return unpacked


def _gunzip(body: bytes) -> bytes:
    """Decompress, up to a byte more than the limit. Errors hold nothing compressed, in which secrets are not found."""
    decompressor = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        unpacked = decompressor.decompress(body, transport.BODY_LIMIT + 1)
    except zlib.error as error:
        raise ResponseError(f"The body does not decompress: {error}", path="$", body=b"") from error
    if not decompressor.eof and len(unpacked) <= transport.BODY_LIMIT:
        raise ResponseError("The compressed body ends too early", path="$", body=unpacked, cut_short=True)
    return unpacked


def decode(model: type[T], body: bytes) -> T:
    """Build the model from the body of a success.

    Raises:
        ResponseError: The body is no JSON, or not the model's.
    """
    decoder: msgspec.json.Decoder[T] = _decoders.get(model) or _add_decoder(model)
    try:
        return decoder.decode(body)
    except (ValueError, RecursionError) as error:  # msgspec's errors and invalid UTF-8; JSON nested too deeply
        # msgspec ends a message with the place, where there is one: "Expected `int`, got `str` - at `$.id`".
        reason, _, path = str(error).partition(" - at `")
        path = path.rstrip("`") or "$"
        cut_short = reason == _CUT_SHORT
        if not body:
            reason = "It is empty"
        raise ResponseError(
            f"The body is no {model.__name__}: {reason} (at {path})", path=path, body=body, cut_short=cut_short
        ) from error


def _add_decoder(model: type[T]) -> msgspec.json.Decoder[T]:
    import msgspec  # with the first model, like attrs: importing this package costs little more than httpx

    decoder = _decoders[model] = msgspec.json.Decoder(model)
    return decoder


def status_error(status: int, headers: Mapping[str, str], body: bytes) -> APIStatusError:
    """Build the exception for an answer that is not a success, with TMDB's own code and words where it has them."""
    try:
        body = unpack(body)
    except ResponseError as refused:
        body = refused.body
    envelope = _envelope(body)
    words = [envelope.status_message] if envelope.status_message else []
    message = " ".join([*words, *(envelope.errors or ())]) or _phrase(status)
    cls = ServerError if 500 <= status <= 599 else _STATUS_ERRORS.get(status, APIStatusError)
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
