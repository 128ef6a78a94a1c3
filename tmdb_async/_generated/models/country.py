# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Country:
    """A country of production."""

    iso_3166_1: str
    """The code of the country, such as `US`."""
    name: str
    """The English name of the country."""
