"""What tells the session of a job from others, and gives nothing of it away."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from secrets import token_bytes

from tmdb_async._generated.types import Secret

_NONE = "none"
_SALT = 16  # bytes
# Some 50 ms and 16 MB for each guess.
_COST = 2**14


def hash_of(secrets: Sequence[tuple[str, Secret]]) -> str:
    """Return a salted hash of sessions by their names, another each time; a word of its own where there are none."""
    return _salted(token_bytes(_SALT), secrets) if secrets else _NONE


def is_same(kept: str, secrets: Sequence[tuple[str, Secret]]) -> bool:
    """Return whether a hash is of these sessions."""
    if kept == _NONE or not secrets:
        return kept == _NONE and not secrets
    return hmac.compare_digest(kept, _salted(bytes.fromhex(kept.partition(":")[0]), secrets))


def _salted(salt: bytes, secrets: Sequence[tuple[str, Secret]]) -> str:
    digest = hashlib.scrypt(
        "\n".join(f"{name}={secret.reveal()}" for name, secret in sorted(secrets, key=lambda each: each[0])).encode(),
        salt=salt,
        n=_COST,
        r=8,
        p=1,
    )
    return f"{salt.hex()}:{digest.hex()}"
