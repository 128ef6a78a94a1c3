# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class StatusEnvelope:
    """What TMDB says of a request that did not succeed.

    Either a code and a message, or a list of errors, or both: no field is always there.
    """

    status_code: int | None = None
    """TMDB's own code of the failure, 1 to 47 today. It is not the HTTP status."""
    status_message: str | None = None
    """The failure in words."""
    success: bool | None = None
    """Always false where it is sent."""
    errors: tuple[str, ...] = ()
    """The failures in words, one for each parameter that TMDB refuses."""
