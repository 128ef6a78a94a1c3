# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .network_logo import NetworkLogo


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
    logo: NetworkLogo | None = None
    """The logo, where TMDB sends it in place of `logo_path`."""
