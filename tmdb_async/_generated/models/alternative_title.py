# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class AlternativeTitle:
    """Another title of a film or of a TV series."""

    iso_3166_1: str
    """The country of the title, such as `BR`."""
    title: str
    """The title."""
    type: str = ""
    """What kind of title it is, such as `working title`, in the words of who added it. Mostly empty."""
