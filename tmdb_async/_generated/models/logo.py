# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Logo:
    """The logo of a company or of a network."""

    file_path: str
    """The path of the logo below TMDB's image address, such as `/abc.png`."""
    id: str | None = None
    """TMDB's id of the logo, 24 hexadecimal characters."""
    file_type: str | None = None
    """The kind of the original file. A PNG is there in any case."""
    width: int | None = None
    """The width of the original, in pixels."""
    height: int | None = None
    """The height of the original, in pixels."""
    aspect_ratio: float | None = None
    """The width divided by the height."""
    vote_average: float = 0.0
    """The average of the ratings that the logo was given, from 0 to 10; 0 without any."""
    vote_count: int = 0
    """How many ratings the logo was given."""
