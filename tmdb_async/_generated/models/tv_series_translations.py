# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .tv_series_translation import TvSeriesTranslation


@frozen(kw_only=True)
class TvSeriesTranslations:
    """The translations of the texts of a TV series."""

    id: int
    """TMDB's id of the TV series."""
    translations: tuple[TvSeriesTranslation, ...] = ()
    """One translation for each language, the original as well."""
