# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from .review_author import ReviewAuthor


@frozen(kw_only=True)
class Review:
    """A user's review."""

    id: str
    """TMDB's id of the review, 24 hexadecimal characters."""
    author: str
    """The name of the author."""
    content: str
    """The review, in Markdown."""
    author_details: ReviewAuthor | None = None
    """The author and their rating. Missing in bodies from before 2021."""
    created_at: datetime | None = None
    """When the review was written. Missing in bodies from before 2021."""
    updated_at: datetime | None = None
    """When the review was changed last. Missing in bodies from before 2021."""
    url: str | None = None
    """The address of the review on TMDB's site."""
