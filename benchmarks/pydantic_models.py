"""The episode's credits as pydantic models, field by field what ours are: what one writes who has no SDK."""

from __future__ import annotations

from enum import IntEnum

from pydantic import BaseModel, ConfigDict


class Gender(IntEnum):
    NOT_SET = 0
    FEMALE = 1
    MALE = 2
    NON_BINARY = 3


class _Person(BaseModel):
    model_config = ConfigDict(frozen=True)

    id: int
    name: str
    original_name: str | None = None
    known_for_department: str | None = None
    gender: Gender | None = None
    popularity: float | None = None
    adult: bool | None = None
    profile_path: str | None = None


class CastMember(_Person):
    credit_id: str
    character: str
    order: int | None = None


class CrewMember(_Person):
    department: str
    job: str
    credit_id: str | None = None


class TvEpisodeCredits(BaseModel):
    model_config = ConfigDict(frozen=True)

    id: int
    cast: tuple[CastMember, ...]
    crew: tuple[CrewMember, ...]
    guest_stars: tuple[CastMember, ...]
