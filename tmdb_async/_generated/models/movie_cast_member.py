# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .gender import Gender


@frozen(kw_only=True)
class MovieCastMember:
    """A person and the character that they play in a film."""

    id: int
    """TMDB's id of the person."""
    name: str
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
    cast_id: int | None = None
    """The number of this entry within the film's cast."""
    credit_id: str | None = None
    """TMDB's id of this credit, 24 hexadecimal characters. Missing in bodies from 2013."""
    character: str = ""
    """The character that the person plays, often empty."""
    order: int | None = None
    """The place in the billing, from 0. Numbers are left out and sometimes repeated."""
