# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from ..types import read_kinds
from .tagged_media import KINDS as TAGGEDMEDIA
from .tagged_media import TaggedMedia


@frozen(kw_only=True)
class TaggedImage:
    """An image that shows a person, and what it belongs to."""

    file_path: str
    """The path of the image below TMDB's image address, such as `/abc.jpg`."""
    media_type: str
    """The kind of what the image belongs to. Other words than those of `media` for seasons and episodes."""
    media: TaggedMedia
    """What the image belongs to."""
    width: int | None = None
    """The width of the original, in pixels."""
    height: int | None = None
    """The height of the original, in pixels."""
    aspect_ratio: float | None = None
    """The width divided by the height."""
    iso_639_1: str | None = None
    """The language of the text in the image, such as `en`. Null or `xx` where there is no text."""
    iso_3166_1: str | None = None
    """The country of that language, such as `US`. Null where none is named."""
    vote_average: float = 0.0
    """The average of the ratings that the image was given, from 0 to 10; 0 without any."""
    vote_count: int = 0
    """How many ratings the image was given."""
    id: str | None = None
    """TMDB's id of the image, 24 hexadecimal characters."""
    image_type: str | None = None
    """What kind of image it is."""

    def __attrs_post_init__(self) -> None:
        read_kinds(
            self,
            media=TAGGEDMEDIA,
        )
