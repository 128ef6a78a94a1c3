"""Everything that a call raises once its arguments are accepted.

    TMDBError
    ├── ConfigurationError            the client cannot be built from what it was given
    ├── APIConnectionError            no answer: DNS, refused, reset, TLS
    │   └── APITimeoutError           no answer in time
    ├── APIStatusError                an answer that is not a success
    │   ├── BadRequestError           400
    │   ├── AuthenticationError       401
    │   ├── PermissionDeniedError     403
    │   ├── NotFoundError             404
    │   ├── UnprocessableEntityError  422
    │   ├── RateLimitError            429
    │   └── ServerError               500 to 599
    └── ResponseError                 a success that cannot be decoded

All of them can be pickled and copied, and none holds a credential or a session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class TMDBError(Exception):
    """The base of every exception of this package.

    Its cause, where it has one, is what the HTTP library or the decoder raised or, where they raised nothing, how the
    attempt before failed.

    Attributes:
        operation: The operation that failed, such as `tv_series.credits`; None where no call was made.
        attempts: How many attempts were made: the first one and those that repeated it.
    """

    operation: str | None = None
    attempts: int = 0

    def __str__(self) -> str:
        message = super().__str__()
        return message if self.operation is None else f"{self.operation}: {message}"

    def __reduce__(self) -> tuple[Any, ...]:
        # The default calls the class with `args` alone, which the keywords of a subclass would refuse.
        return _rebuild, (type(self), self.args), self.__dict__


def _rebuild(cls: type[TMDBError], args: tuple[Any, ...]) -> TMDBError:
    return cls.__new__(cls, *args)


class ConfigurationError(TMDBError, ValueError):
    """The client cannot be built: no credential, a malformed one, or a bad argument. The message says what to do."""


class APIConnectionError(TMDBError):
    """No answer came: the name did not resolve, or the connection was refused, reset or not secure.

    Attributes:
        sent: Whether TMDB may have got the request; False where there was no connection to send it on.
    """

    sent: bool = True


class APITimeoutError(APIConnectionError):
    """No answer came in time."""


class APIStatusError(TMDBError):
    """TMDB answered, and not with a success.

    Attributes:
        status: The HTTP status. Some failures come with that of a success, 200: then the class is that of their code.
        code: TMDB's own code, such as 34 for a missing resource; None where the answer has none.
        message: TMDB's words, or the status in words where the answer has none.
        headers: The headers of the answer; their names are looked up whatever the case.
        body: The body of the answer, decompressed.
        retry_after: How many seconds the answer asks to wait; None where it does not say, as is usual.
    """

    retry_after: float | None = None

    def __init__(self, message: str, *, status: int, code: int | None, headers: Mapping[str, str], body: bytes) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.headers = headers
        self.body = body

    def __str__(self) -> str:
        code = "" if self.code is None else f", TMDB code {self.code}"
        return f"{super().__str__()} (HTTP {self.status}{code})"


class BadRequestError(APIStatusError):
    """HTTP 400: TMDB refuses what was asked for."""


class AuthenticationError(APIStatusError):
    """HTTP 401: the credential or the session is missing, not valid or not enough."""


class PermissionDeniedError(APIStatusError):
    """HTTP 403: the credential is valid, and this is not allowed."""


class NotFoundError(APIStatusError):
    """HTTP 404: there is nothing with these ids."""


class UnprocessableEntityError(APIStatusError):
    """HTTP 422: the parameters are well formed and make no sense together."""


class RateLimitError(APIStatusError):
    """HTTP 429: too many requests in a short time, and for so long that waiting has ended.

    A call that only waited while others were refused has no answer of its own: then `body` and `headers` are empty, and
    `attempts` may be 0.
    """


class ServerError(APIStatusError):
    """HTTP 500 to 599: TMDB or its network failed."""


class ResponseError(TMDBError):
    """TMDB answered with a success whose body is not the operation's model.

    Attributes:
        path: Where in the body, as a JSON path such as `$.cast[3].id`; `$` where the body as a whole is at fault.
        body: The body, decompressed as far as it can be; of one that is too large, the beginning.
        cut_short: Whether the body ends too early.
        html: Whether it is HTML instead of JSON: something between here and TMDB answered.
        too_large: Whether the body is larger than the 32 MiB that are read of any.
        mismatched: Whether it repeats another id than was asked for: it is the answer to another request.
        status: The HTTP status, 200 to 299; None before a call raises it.
    """

    html: bool = False
    too_large: bool = False
    mismatched: bool = False
    status: int | None = None

    def __init__(self, message: str, *, path: str, body: bytes, cut_short: bool = False) -> None:
        super().__init__(message)
        self.path = path
        self.body = body
        self.cut_short = cut_short
