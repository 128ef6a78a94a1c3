# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .gender import Gender


@frozen(kw_only=True)
class CrewMember:
    """A person and one job that they did."""

    department: str
    """The department that the job belongs to, such as `Directing`."""
    job: str
    """The job, such as `Director`."""
    id: int | None = None
    """TMDB's id of the person. Null where a credit has lost its person, which is very rare."""
    name: str = ""
    """The name of the person, in the language asked for where TMDB has a translation."""
    original_name: str | None = None
    """The name of the person in their own language. Missing in bodies from before 2021."""
    known_for_department: str | None = None
    """The department that the person is best known for, such as `Acting`. Missing in bodies from before 2021."""
    gender: Gender | None = None
    """The gender of the person. Missing in bodies from before 2017."""
    popularity: float = 0.0
    """TMDB's score of the current interest in the person, from 0, without an upper bound. Missing in bodies from
    before 2020."""
    adult: bool = False
    """Whether the person is known for adult films. Missing in bodies from before 2021."""
    profile_path: str | None = None
    """The path of a portrait below TMDB's image address, such as `/abc.jpg`. Null where TMDB has none."""
    credit_id: str | None = None
    """TMDB's id of this credit, 24 hexadecimal characters. Missing in some bodies from 2013."""
