# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from datetime import date

from attrs import frozen


@frozen(kw_only=True)
class TvSeasonSummary:
    """A TV season, without its episodes."""

    season_number: int
    """The number of the season within the series, from 1; 0 holds the specials."""
    media_type: str = "tv_season"
    """Always `tv_season`."""
    id: int | None = None
    """TMDB's id of the season (not of its series). Missing in old bodies."""
    show_id: int | None = None
    """TMDB's id of the TV series, where the season does not stand in the series' own details."""
    name: str = ""
    """The name, such as `Season 1`, in the language asked for where TMDB has a translation."""
    overview: str = ""
    """What the season is about, in the language asked for. Empty where TMDB has no translation."""
    air_date: date | None = None
    """The day of the first episode. Null where TMDB knows none."""
    episode_count: int | None = None
    """How many episodes there are."""
    poster_path: str | None = None
    """The path of a poster below TMDB's image address. Null where TMDB has none."""
    vote_average: float = 0.0
    """The average of the ratings, from 0 to 10; 0 without any."""
