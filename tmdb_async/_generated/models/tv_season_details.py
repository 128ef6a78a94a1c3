# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from datetime import date

from attrs import frozen

from .network import Network
from .tv_season_account_states import TvSeasonAccountStates
from .tv_season_aggregate_credits import TvSeasonAggregateCredits
from .tv_season_credits import TvSeasonCredits
from .tv_season_episode import TvSeasonEpisode
from .tv_season_external_ids import TvSeasonExternalIds
from .tv_season_images import TvSeasonImages
from .tv_season_translations import TvSeasonTranslations
from .videos import Videos
from .watch_providers import WatchProviders


@frozen(kw_only=True)
class TvSeasonDetails:
    """A TV season and its episodes."""

    id: int
    """TMDB's id of the season (not of its series)."""
    season_number: int
    """The number of the season within the series, from 1; 0 holds the specials."""
    name: str
    """The name, such as `Season 1`, in the language asked for where TMDB has a translation."""
    overview: str = ""
    """What the season is about, in the language asked for. Empty where TMDB has no translation."""
    air_date: date | None = None
    """The day of the first episode. Null where TMDB knows none."""
    episodes: tuple[TvSeasonEpisode, ...] = ()
    """The episodes, each with its crew and its guest stars."""
    networks: tuple[Network, ...] = ()
    """The networks that show the season first."""
    poster_path: str | None = None
    """The path of a poster below TMDB's image address. Null where TMDB has none."""
    vote_average: float = 0.0
    """The average of the ratings, from 0 to 10; 0 without any."""
    account_states: TvSeasonAccountStates | None = None
    """What `append_to_response` with `account_states` asked for; None where it was not asked for."""
    aggregate_credits: TvSeasonAggregateCredits | None = None
    """What `append_to_response` with `aggregate_credits` asked for; None where it was not asked for."""
    credits: TvSeasonCredits | None = None
    """What `append_to_response` with `credits` asked for; None where it was not asked for."""
    external_ids: TvSeasonExternalIds | None = None
    """What `append_to_response` with `external_ids` asked for; None where it was not asked for."""
    images: TvSeasonImages | None = None
    """What `append_to_response` with `images` asked for; None where it was not asked for."""
    translations: TvSeasonTranslations | None = None
    """What `append_to_response` with `translations` asked for; None where it was not asked for."""
    videos: Videos | None = None
    """What `append_to_response` with `videos` asked for; None where it was not asked for."""
    watch_providers: WatchProviders | None = None
    """What `append_to_response` with `watch/providers` asked for; None where it was not asked for."""
