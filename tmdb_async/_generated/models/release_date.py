# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from .release_type import ReleaseType


@frozen(kw_only=True)
class ReleaseDate:
    """A release of a film, and its age rating."""

    release_date: datetime
    """The day of the release, as a time at midnight in UTC, such as `1999-10-15T00:00:00.000Z`."""
    type: ReleaseType
    """The kind of the release."""
    certification: str = ""
    """The age rating, such as `PG-13`, or empty. `certifications.movie` explains it."""
    descriptors: tuple[str, ...] = ()
    """The reasons for the age rating, in the words of the country. Mostly empty."""
    iso_639_1: str = ""
    """The language of the release, such as `en`, mostly empty."""
    note: str = ""
    """What else is known of the release, such as its festival or `Netflix`. Mostly empty."""
