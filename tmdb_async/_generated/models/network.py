# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Network:
    """A network that shows TV series."""

    name: str
    """The name."""
    id: int
    """TMDB's id of the network."""
    logo_path: str | None = None
    """The path of the logo below TMDB's image address, such as `/abc.png`. Null where TMDB has none."""
    origin_country: str = ""
    """The country of origin, such as `US`, often empty."""
