# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class TvTranslationData:
    """Texts of a TV season or episode. Each is empty where there is no translation, or where it is the original's."""

    name: str = ""
    """The name of the season or episode."""
    overview: str = ""
    """What the season or episode is about."""
