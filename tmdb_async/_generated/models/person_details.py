# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from datetime import date

from attrs import frozen

from .changes import Changes
from .gender import Gender
from .person_combined_credits import PersonCombinedCredits
from .person_external_ids import PersonExternalIds
from .person_images import PersonImages
from .person_movie_credits import PersonMovieCredits
from .person_tagged_images import PersonTaggedImages
from .person_translations import PersonTranslations
from .person_tv_credits import PersonTvCredits


@frozen(kw_only=True)
class PersonDetails:
    """A person."""

    id: int
    """TMDB's id of the person."""
    name: str
    """The name, in the language asked for where TMDB has a translation."""
    also_known_as: tuple[str, ...] = ()
    """Other names, and the name in other scripts."""
    biography: str = ""
    """The life of the person, in the language asked for. Empty where TMDB has no translation."""
    birthday: date | None = None
    """The day of birth. Null where TMDB does not know it."""
    deathday: date | None = None
    """The day of death. Null where TMDB knows none."""
    place_of_birth: str | None = None
    """The place of birth, such as `Paris, France`. Null where TMDB does not know it."""
    gender: Gender | None = None
    """The gender."""
    known_for_department: str | None = None
    """The department that the person is best known for, such as `Acting`."""
    homepage: str | None = None
    """The address of the home page. Null where TMDB knows none."""
    imdb_id: str | None = None
    """The id at IMDb, such as `nm0000366`. Null or empty where TMDB knows none."""
    popularity: float = 0.0
    """TMDB's score of the current interest in the person, from 0, without an upper bound."""
    profile_path: str | None = None
    """The path of a portrait below TMDB's image address, such as `/abc.jpg`. Null where TMDB has none."""
    adult: bool = False
    """Whether the person is known for adult films."""
    changes: Changes | None = None
    """What `append_to_response` with `changes` asked for; None where it was not asked for."""
    combined_credits: PersonCombinedCredits | None = None
    """What `append_to_response` with `combined_credits` asked for; None where it was not asked for."""
    external_ids: PersonExternalIds | None = None
    """What `append_to_response` with `external_ids` asked for; None where it was not asked for."""
    images: PersonImages | None = None
    """What `append_to_response` with `images` asked for; None where it was not asked for."""
    movie_credits: PersonMovieCredits | None = None
    """What `append_to_response` with `movie_credits` asked for; None where it was not asked for."""
    tagged_images: PersonTaggedImages | None = None
    """What `append_to_response` with `tagged_images` asked for; None where it was not asked for."""
    translations: PersonTranslations | None = None
    """What `append_to_response` with `translations` asked for; None where it was not asked for."""
    tv_credits: PersonTvCredits | None = None
    """What `append_to_response` with `tv_credits` asked for; None where it was not asked for."""
