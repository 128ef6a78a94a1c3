"""What users have done in the sandbox, by session, as `x-sandbox` of the document's operations says it."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from secrets import token_hex
from typing import Any

# What there is to do to a thing: the fields of account states.
STATES = ("rated", "favorite", "watchlist")
_WORDS = re.compile(r"\{(\w+)\}")


class State:
    """Sessions and tokens, and what each session has marked: rated, called a favourite, put on a watchlist.

    What is marked is named as the document says, such as `tv/1399` or `tv/1399/1/1`. It may be used from any thread.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.reset()

    def reset(self) -> None:
        """Forget everything."""
        with self._lock:
            self._issued: dict[str, str] = {}  # what a token or a session is, by itself
            self._revoked: set[str] = set()
            self._marks: dict[tuple[str, str, str], Any] = {}

    def issue(self, kind: str) -> str:
        """Return a new token or session."""
        with self._lock:
            word = token_hex(20)
            self._issued[word] = kind
            return word

    def is_issued(self, kind: str, word: object) -> bool:
        """Whether a token was issued and is good still."""
        with self._lock:
            return isinstance(word, str) and self._issued.get(word) == kind

    def revoke(self, word: str) -> None:
        """End a token or a session."""
        with self._lock:
            self._issued.pop(word, None)
            self._revoked.add(word)

    def is_revoked(self, word: str) -> bool:
        """Whether a session has been ended."""
        with self._lock:
            return word in self._revoked

    def mark(self, session: str, kind: str, thing: str, value: Any) -> Any:
        """Note what a user has done, where `False` takes it back, and return what it was before."""
        with self._lock:
            before = self._marks.pop((session, kind, thing), False)  # the last one comes last
            self._marks[session, kind, thing] = value
        return before

    def marks(self, session: str, thing: str) -> dict[str, Any]:
        """Return what a user has done to a thing, and what they have taken back, by its kind."""
        with self._lock:
            return {kind: self._marks[key] for kind in STATES if (key := (session, kind, thing)) in self._marks}

    def marked(self, session: str, kind: str, pattern: str) -> Iterator[tuple[dict[str, int], Any]]:
        """Iterate over what a user has marked, in the order of time: the numbers in its name, and the value."""
        form = re.compile(_WORDS.sub(r"(?P<\1>[0-9]+)", pattern))
        with self._lock:
            marks = list(self._marks.items())
        for (whose, what, thing), value in marks:
            if whose == session and what == kind and value is not False and (match := form.fullmatch(thing)):
                yield {name: int(number) for name, number in match.groupdict().items()}, value
