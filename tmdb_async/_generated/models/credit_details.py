# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen

from .credit_media import CreditMedia
from .person_summary import PersonSummary


@frozen(kw_only=True)
class CreditDetails:
    """What a person did for a film or a TV series."""

    id: str
    """TMDB's id of the credit, 24 hexadecimal characters."""
    credit_type: str
    """The kind of the credit."""
    media_type: str
    """The kind of what the credit is for."""
    media: CreditMedia
    """The film or the TV series that the credit is for."""
    person: PersonSummary
    """The person."""
    department: str | None = None
    """The department, such as `Acting`."""
    job: str | None = None
    """The job in the department, such as `Actor`."""
