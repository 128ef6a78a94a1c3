"""What the bench server answers: whole HTTP answers, built once."""

from __future__ import annotations

import json
from pathlib import Path

_RECORDED = Path(__file__).resolve().parent.parent / "openapi" / "examples" / "tv_episode_credits.json"


def _compact(value: object) -> bytes:
    # As TMDB sends it: without the indentation of the file.
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


EPISODE = _compact(json.loads(_RECORDED.read_text(encoding="utf-8")))
"""The credits of the Breaking Bad pilot, as recorded: 6 rows of cast, 6 of crew and 16 guest stars in 7.5 kB."""

EMPTY = _compact({"cast": [], "crew": [], "guest_stars": [], "id": 62085})
"""The smallest body that is still the model's, for runs that are about the number of calls."""

TOO_MANY = _compact({"success": False, "status_code": 25, "status_message": "Your request count is over the limit."})


def answer(body: bytes, status: bytes = b"200 OK", *, headers: bytes = b"") -> bytes:
    """Return a whole answer, with the headers of TMDB's that matter to a client."""
    return (
        b"HTTP/1.1 %b\r\n"
        b"Content-Type: application/json;charset=utf-8\r\n"
        b"Content-Length: %d\r\n"
        b"Cache-Control: public, max-age=14400\r\n"
        b'ETag: W/"6a5a1f0d7c1e4b0c9d6f2f0d3a1b8c77"\r\n'
        b"Vary: Accept-Encoding\r\n"
        b"%b\r\n%b"
    ) % (status, len(body), headers, body)
