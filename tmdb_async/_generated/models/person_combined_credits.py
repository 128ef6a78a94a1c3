# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from ..types import read_kinds
from .cast_credit import KINDS as CASTCREDIT
from .cast_credit import CastCredit
from .crew_credit import KINDS as CREWCREDIT
from .crew_credit import CrewCredit


@frozen(kw_only=True)
class PersonCombinedCredits:
    """The films and TV series that a person took part in."""

    id: int
    """TMDB's id of the person."""
    cast: tuple[CastCredit, ...] = ()
    """What the person played, one entry for each credit."""
    crew: tuple[CrewCredit, ...] = ()
    """What the person did otherwise, one entry for each job. The same film or TV series may stand several times."""

    def __attrs_post_init__(self) -> None:
        read_kinds(
            self,
            cast=CASTCREDIT,
            crew=CREWCREDIT,
        )
