# Generated from the OpenAPI document by `make generate`; never edited.

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class DepartmentJobs:
    """A department of a production and the jobs in it."""

    department: str
    """The name of the department, such as `Directing`."""
    jobs: tuple[str, ...] = ()
    """The names of the jobs, such as `Director`."""
