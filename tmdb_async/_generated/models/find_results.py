# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .movie_summary import MovieSummary
from .person_summary import PersonSummary
from .tv_episode_summary import TvEpisodeSummary
from .tv_season_summary import TvSeasonSummary
from .tv_series_summary import TvSeriesSummary


@frozen(kw_only=True)
class FindResults:
    """What an id of another site stands for, by kind."""

    movie_results: tuple[MovieSummary, ...] = ()
    """Films."""
    person_results: tuple[PersonSummary, ...] = ()
    """Persons."""
    tv_results: tuple[TvSeriesSummary, ...] = ()
    """TV series."""
    tv_episode_results: tuple[TvEpisodeSummary, ...] = ()
    """TV episodes."""
    tv_season_results: tuple[TvSeasonSummary, ...] = ()
    """TV seasons."""
