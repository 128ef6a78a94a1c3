# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class ReviewAuthor:
    """The author of a review and the rating that they gave."""

    username: str
    """The name of the author's account."""
    name: str = ""
    """The name of the author, often empty."""
    avatar_path: str | None = None
    """The path of the author's picture below TMDB's image address, or an address at Gravatar after a slash. Null
    where there is none."""
    rating: float | None = None
    """The rating that the author gave, from 0.5 to 10. Null where they gave none."""
