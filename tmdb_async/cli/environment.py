"""The secrets of a call, from the environment.

They come from nowhere else, like the credential: the arguments of a command are seen by everybody on the machine, and
the shell keeps them.
"""

from __future__ import annotations

import os
from typing import Any

import typer

from tmdb_async._generated.types import Operation, Secret


def sessions_of(operation: Operation[Any]) -> dict[str, Any]:
    """Return the sessions that a call may be made with; None for one that is not there."""
    names = [name for name, each in operation.query_parameters.items() if each.kind is Secret]
    variables = {name: _variable(name) for name in names}
    if operation.needs_session and not any(os.environ.get(variable) for variable in variables.values()):
        raise typer.BadParameter(f"{operation.name} needs a session: set {' or '.join(variables.values())}")
    return {name: os.environ.get(variable) or None for name, variable in variables.items()}


def secrets_of(operation: Operation[Any]) -> dict[str, str]:
    """Return the secrets of the path and the body of a request."""
    found: dict[str, str] = {}
    for name, each in operation.parameters.items():
        if each.kind is Secret and each.place != "query" and each.required:
            value = os.environ.get(_variable(name))
            if not value:
                raise typer.BadParameter(f"{operation.name} needs {name}: set {_variable(name)}")
            found[name] = value
    return found


def _variable(name: str) -> str:
    return f"TMDB_{name.upper()}"
