# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from .review_author import ReviewAuthor


@frozen(kw_only=True)
class ReviewDetails:
    """A user's review, and what it is about."""

    id: str
    """TMDB's id of the review, 24 hexadecimal characters."""
    author: str
    """The name of the author."""
    content: str
    """The review, in Markdown."""
    media_id: int
    """TMDB's id of what is reviewed."""
    media_title: str
    """The title of the film or the name of the TV series."""
    media_type: str
    """The kind of what is reviewed."""
    author_details: ReviewAuthor | None = None
    """The author and their rating. Missing in bodies from before 2021."""
    created_at: datetime | None = None
    """When the review was written. Missing in bodies from before 2021."""
    updated_at: datetime | None = None
    """When the review was changed last. Missing in bodies from before 2021."""
    url: str | None = None
    """The address of the review on TMDB's site."""
    iso_639_1: str | None = None
    """The language of the review, such as `en`."""
