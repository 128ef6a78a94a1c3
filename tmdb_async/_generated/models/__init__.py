# Generated from the OpenAPI document by `make generate`; never edited.

"""The models. Each is imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..types import UnknownMedia as UnknownMedia
    from .cast_member import CastMember as CastMember
    from .crew_member import CrewMember as CrewMember
    from .episode_account_state import EpisodeAccountState as EpisodeAccountState
    from .gender import Gender as Gender
    from .rating import Rating as Rating
    from .status_envelope import StatusEnvelope as StatusEnvelope
    from .tv_episode_credits import TvEpisodeCredits as TvEpisodeCredits
    from .tv_season_account_states import TvSeasonAccountStates as TvSeasonAccountStates
    from .tv_series_credits import TvSeriesCredits as TvSeriesCredits

__all__ = (
    "CastMember",
    "CrewMember",
    "EpisodeAccountState",
    "Gender",
    "Rating",
    "StatusEnvelope",
    "TvEpisodeCredits",
    "TvSeasonAccountStates",
    "TvSeriesCredits",
    "UnknownMedia",
)

_MODULES = {
    "UnknownMedia": "..types",
    "CastMember": ".cast_member",
    "CrewMember": ".crew_member",
    "EpisodeAccountState": ".episode_account_state",
    "Gender": ".gender",
    "Rating": ".rating",
    "StatusEnvelope": ".status_envelope",
    "TvEpisodeCredits": ".tv_episode_credits",
    "TvSeasonAccountStates": ".tv_season_account_states",
    "TvSeriesCredits": ".tv_series_credits",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_MODULES[name], __name__), name)
