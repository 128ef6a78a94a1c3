# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class AlternativeName:
    """An alternative name of a company or of a network."""

    name: str
    """The name."""
    type: str = ""
    """What kind of name it is, such as `Hepburn romanization`, as a rule empty."""
