"""From bytes to a model, or to the error that names what the bytes are instead."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, TypeVar

from .errors import (
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
from .retry import retry_after

if TYPE_CHECKING:
    import msgspec

    from ._generated.models import StatusEnvelope

T = TypeVar("T")

_decoders: dict[type, msgspec.json.Decoder[Any]] = {}

_STATUS_ERRORS = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


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
        raise ResponseError(f"The body is no {model.__name__}: {reason} (at {path})", path=path, body=body) from error


def _add_decoder(model: type[T]) -> msgspec.json.Decoder[T]:
    import msgspec  # with the first model, like attrs: importing this package costs little more than httpx

    decoder = _decoders[model] = msgspec.json.Decoder(model)
    return decoder


def status_error(status: int, headers: Mapping[str, str], body: bytes) -> APIStatusError:
    """Build the exception for an answer that is not a success, with TMDB's own code and words where it has them."""
    envelope = _envelope(body)
    words = [envelope.status_message] if envelope.status_message else []
    message = " ".join([*words, *(envelope.errors or ())]) or _phrase(status)
    cls = ServerError if 500 <= status <= 599 else _STATUS_ERRORS.get(status, APIStatusError)
    error = cls(message, status=status, code=envelope.status_code, headers=headers, body=body)
    if isinstance(error, RateLimitError):
        error.retry_after = retry_after(headers, datetime.now(UTC))
    return error


def _envelope(body: bytes) -> StatusEnvelope:
    from ._generated.models import StatusEnvelope  # imported with the first failure, like any model with its first use

    try:
        return decode(StatusEnvelope, body)
    except ResponseError:  # HTML, an empty body, or JSON of another shape
        return StatusEnvelope()


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "The answer is not a success"
