"""The command `tmdb-async`: what `tmdb_async.jobs` and the client do, from a shell."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The command line's arguments; None reads them from the process.

    Returns:
        1, where something fails beside the usage of the command. The message is on stderr.

    Raises:
        SystemExit: The command has ended: with 0 where all is well, 1 where items failed, 2 for bad usage and 130 after
            Ctrl-C.
    """
    try:
        from .app import command
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in {"rich", "typer"}:
            raise
        sys.stderr.write(f"The command needs {missing}: pip install 'tmdb-async[cli]'\n")
        return 1
    from tmdb_async.errors import TMDBError
    from tmdb_async.jobs import JobError

    try:
        command().main(args=arguments, prog_name="tmdb-async")
    except (JobError, TMDBError) as error:
        sys.stderr.write(f"tmdb-async: {error}\n")
    return 1
