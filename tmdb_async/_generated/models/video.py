# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from datetime import datetime

from attrs import frozen


@frozen(kw_only=True)
class Video:
    """A video on another site."""

    id: str
    """TMDB's id of the video, 24 hexadecimal characters."""
    site: str
    """The site that has the video."""
    key: str
    """The site's id of the video, such as `XZ8daibM3AE`."""
    name: str = ""
    """The title of the video."""
    type: str | None = None
    """What kind of video it is."""
    official: bool | None = None
    """Whether the video was published by those who made the film or the series."""
    size: int | None = None
    """The height of the best version, in pixels, such as 1080."""
    published_at: datetime | None = None
    """When the video was published."""
    iso_639_1: str | None = None
    """The language of the video, such as `en`."""
    iso_3166_1: str | None = None
    """The country of that language, such as `US`."""
