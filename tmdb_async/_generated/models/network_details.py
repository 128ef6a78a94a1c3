# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .network_alternative_names import NetworkAlternativeNames
from .network_images import NetworkImages


@frozen(kw_only=True)
class NetworkDetails:
    """A network that shows TV series, and where to find it."""

    name: str
    """The name."""
    id: int
    """TMDB's id of the network."""
    logo_path: str | None = None
    """The path of the logo below TMDB's image address, such as `/abc.png`. Null where TMDB has none."""
    origin_country: str = ""
    """The country of origin, such as `US`, often empty."""
    headquarters: str = ""
    """The place of the headquarters, such as `New York City, New York`, often empty."""
    homepage: str = ""
    """The address of the home page, often empty."""
    alternative_names: NetworkAlternativeNames | None = None
    """What `append_to_response` with `alternative_names` asked for; None where it was not asked for."""
    images: NetworkImages | None = None
    """What `append_to_response` with `images` asked for; None where it was not asked for."""
