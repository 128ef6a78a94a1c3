# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class ChangedId:
    """The id of something that was changed. It may be gone by now."""

    id: int
    """TMDB's id of the film, of the TV series or of the person."""
    adult: bool | None = None
    """Whether it is for adults only. Null where TMDB does not say, such as of what was deleted."""
    softcore: bool | None = None
    """Whether it is softcore. Null where TMDB does not say."""
