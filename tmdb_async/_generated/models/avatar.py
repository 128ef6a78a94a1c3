# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .gravatar import Gravatar
from .tmdb_avatar import TmdbAvatar


@frozen(kw_only=True)
class Avatar:
    """The pictures of a user."""

    gravatar: Gravatar | None = None
    """The picture at Gravatar."""
    tmdb: TmdbAvatar | None = None
    """The picture at TMDB."""
