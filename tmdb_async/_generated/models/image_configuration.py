# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class ImageConfiguration:
    """The addresses of TMDB's images and the sizes that there are.

    An image's address is the base address, a size and the image's path.
    """

    base_url: str
    """The base address of images by plain HTTP."""
    secure_base_url: str
    """The base address of images, such as `https://image.tmdb.org/t/p/`."""
    backdrop_sizes: tuple[str, ...] = ()
    """The sizes of backdrops, such as `w1280` (1280 pixels wide) or `original`."""
    logo_sizes: tuple[str, ...] = ()
    """The sizes of logos."""
    poster_sizes: tuple[str, ...] = ()
    """The sizes of posters."""
    profile_sizes: tuple[str, ...] = ()
    """The sizes of portraits, such as `h632` (632 pixels high)."""
    still_sizes: tuple[str, ...] = ()
    """The sizes of stills."""
