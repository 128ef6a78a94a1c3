# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class TvSeriesTranslationData:
    """Texts of a TV series. Each is empty where there is no translation, or where it is the original's."""

    name: str = ""
    """The name of the TV series."""
    overview: str = ""
    """What the TV series is about."""
    tagline: str = ""
    """The tagline. Missing in older bodies."""
    homepage: str = ""
    """The address of the home page."""
