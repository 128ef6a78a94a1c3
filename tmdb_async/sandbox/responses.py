"""What the sandbox sends, and TMDB's failures: an HTTP status, and an envelope with a code of TMDB's own."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from .document import encode

# TMDB's codes, each with its HTTP status and its message.
FAILURES = {
    3: (401, "Authentication failed: You do not have permissions to access the service."),
    5: (422, "Invalid parameters: Your request parameters are incorrect."),
    6: (404, "Invalid id: The pre-requisite id is invalid or not found."),
    7: (401, "Invalid API key: You must be granted a valid key."),
    22: (400, "Invalid page: Pages start at 1 and max at 500. They are expected to be an integer."),
    27: (400, "Too many append to response objects: The maximum number of remote calls is 20."),
    33: (401, "Invalid request token: The request token is either expired or invalid."),
    34: (404, "The resource you requested could not be found."),
    42: (405, "This request method is not supported for this resource."),
}


@attrs.frozen
class Answer:
    """A whole HTTP answer: its status, its headers beside `Content-Type` and `Content-Length`, and its body."""

    status: int
    body: bytes
    headers: Mapping[str, str] = attrs.field(factory=dict[str, str])


class RefusedError(Exception):
    """A request that TMDB refuses.

    Attributes:
        code: TMDB's code, one of those in `FAILURES`.
    """

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def failure(code: int, headers: Mapping[str, str] | None = None) -> Answer:
    """Return TMDB's answer with one of the codes in `FAILURES`."""
    status, message = FAILURES[code]
    return Answer(status, _envelope(code, message), headers or {})


def too_many(what: str, count: int, limit: int) -> Answer:
    """Return TMDB's answer with code 25. It says nothing of how long to wait, as TMDB's own often does not."""
    return Answer(429, _envelope(25, f"Your {what} count ({count}) is over the allowed limit of {limit}."))


def _envelope(code: int, message: str) -> bytes:
    return encode({"success": False, "status_code": code, "status_message": message})
