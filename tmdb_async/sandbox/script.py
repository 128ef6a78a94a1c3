"""Answers that a test has written for the sandbox: failures to come, and bodies in place of its own."""

from __future__ import annotations

import threading
from collections import deque
from http import HTTPStatus

from .document import encode
from .responses import Answer


class Script:
    """What is answered in place of what the document says. It may be used from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.reset()

    def reset(self) -> None:
        """Forget everything."""
        with self._lock:
            self._failures: deque[Answer] = deque()
            self._bodies: dict[str, Answer] = {}

    def fail_next(self, status: int, times: int, code: int | None, headers: dict[str, str]) -> None:
        """Answer the next requests with a failure."""
        envelope = {"success": False, "status_code": code, "status_message": HTTPStatus(status).phrase}
        body = encode({name: value for name, value in envelope.items() if value is not None})
        with self._lock:
            self._failures.extend([Answer(status, body, headers)] * times)

    def answer(self, operation: str, body: object, status: int) -> None:
        """Answer all requests for an operation with a body."""
        with self._lock:
            self._bodies[operation] = Answer(status, body if isinstance(body, bytes) else encode(body))

    def next(self, operation: str) -> Answer | None:
        """Return the answer to a request for an operation, where one was written."""
        with self._lock:
            return self._failures.popleft() if self._failures else self._bodies.get(operation)
