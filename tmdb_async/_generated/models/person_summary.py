# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from ..types import read_kinds
from .gender import Gender
from .list_item import KINDS as LISTITEM
from .list_item import ListItem


@frozen(kw_only=True)
class PersonSummary:
    """A person as a row of a list."""

    id: int
    """TMDB's id of the person."""
    name: str
    """The name of the person, in the language asked for where TMDB has a translation."""
    media_type: str = "person"
    """The kind of the row; `person` also where TMDB leaves it out."""
    original_name: str = ""
    """The name of the person in their own language. Missing in bodies from before 2021."""
    known_for_department: str | None = None
    """The department that the person is best known for, such as `Acting`."""
    known_for: tuple[ListItem, ...] = ()
    """Up to three films and TV series that the person is best known for."""
    gender: Gender | None = None
    """The gender of the person."""
    popularity: float = 0.0
    """TMDB's score of the current interest in the person, from 0, without an upper bound."""
    profile_path: str | None = None
    """The path of a portrait below TMDB's image address. Null where TMDB has none."""
    adult: bool = False
    """Whether the person is known for adult films."""
    softcore: bool = False
    """Whether the person is known for softcore films. Missing in bodies from before 2026."""

    def __attrs_post_init__(self) -> None:
        read_kinds(
            self,
            known_for=LISTITEM,
        )
