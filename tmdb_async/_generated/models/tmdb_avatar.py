# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class TmdbAvatar:
    """A user's picture at TMDB."""

    avatar_path: str | None = None
    """The path of the picture below TMDB's image address. Null where there is none."""
