# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .video import Video


@frozen(kw_only=True)
class Videos:
    """The trailers, teasers and other videos of a film, or of a TV series, season or episode."""

    id: int
    """TMDB's id of what the videos belong to. For a season or an episode it is its own, not its series'."""
    results: tuple[Video, ...] = ()
    """The videos."""
