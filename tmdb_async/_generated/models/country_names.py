# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class CountryNames:
    """A country that TMDB knows, with its names."""

    iso_3166_1: str
    """The code of the country, such as `DE`."""
    english_name: str
    """The English name of the country."""
    native_name: str | None = None
    """The name of the country in the language asked for."""
