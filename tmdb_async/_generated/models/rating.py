# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Rating:
    """A rating that a user gave."""

    value: float
    """The rating, from 0.5 to 10 in steps of 0.5. TMDB sends whole numbers as integers."""
