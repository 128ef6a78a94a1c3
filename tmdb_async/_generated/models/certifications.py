# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from .certification import Certification


@frozen(kw_only=True)
class Certifications:
    """The age ratings of films or of TV series."""

    certifications: Mapping[str, tuple[Certification, ...]] = field(hash=False)
    """The age ratings by country, such as `US`."""
