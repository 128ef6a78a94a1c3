"""Which credentials open the sandbox: TMDB's two kinds, and what makes one of them well formed."""

from __future__ import annotations

import re

V3_KEY = re.compile(r"[0-9a-fA-F]{32}")
BEARER = re.compile(r"bearer +([A-Za-z0-9._~+/-]+=*)", re.IGNORECASE)


def is_v3_key(credential: str) -> bool:
    """Return whether a credential is a v3 key, which TMDB takes as `api_key` alone and never as a bearer token."""
    return V3_KEY.fullmatch(credential) is not None


def permits(token: str | None, authorization: str | None, api_key: str | None) -> bool:
    """Return whether a request's credential opens the sandbox. An `Authorization` header, once sent, decides alone.

    Args:
        token: The only credential that is accepted; `None` accepts every one of the right form.
        authorization: The request's `Authorization` header.
        api_key: The request's query parameter `api_key`.
    """
    if authorization is None:
        return api_key is not None and is_v3_key(api_key) and token in {None, api_key}
    bearer = BEARER.fullmatch(authorization)
    return bearer is not None and not is_v3_key(bearer[1]) and token in {None, bearer[1]}
