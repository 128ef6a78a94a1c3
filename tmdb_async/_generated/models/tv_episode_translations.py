# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .tv_translation import TvTranslation


@frozen(kw_only=True)
class TvEpisodeTranslations:
    """The translations of the texts of a TV episode."""

    id: int
    """TMDB's id of the episode (not of its series)."""
    translations: tuple[TvTranslation, ...] = ()
    """One translation for each language, the original as well."""
