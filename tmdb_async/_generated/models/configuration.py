# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .image_configuration import ImageConfiguration


@frozen(kw_only=True)
class Configuration:
    """What is needed to find TMDB's images, and the keys of changes."""

    images: ImageConfiguration
    """Where the images are, and in which sizes."""
    change_keys: tuple[str, ...] = ()
    """The keys that changes can have, such as `overview`."""
