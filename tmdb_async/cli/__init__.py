"""The command `tmdb-async`: what `tmdb_async.jobs` and the client do, from a shell."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TextIO


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The command line's arguments; None reads them from the process.

    Returns:
        1, where something fails beside the usage of the command, with the message on stderr; 130 after Ctrl-C.

    Raises:
        SystemExit: The command has ended: with 0 where all is well, 1 where items failed, 2 for bad usage, 130 after
            Ctrl-C and 143 where SIGTERM stopped a job.
    """
    stdout: TextIO | None = sys.stdout
    if isinstance(stdout, TextIOWrapper):
        stdout.reconfigure(errors="replace")  # what its encoding lacks, in a name
    try:
        from .app import command
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in {"rich", "typer"}:
            raise
        sys.stderr.write(f"The command needs {missing}: pip install 'tmdb-async[cli]'\n")
        return 1
    except KeyboardInterrupt:
        return 130
    from tmdb_async.errors import TMDBError
    from tmdb_async.jobs import JobError
    from tmdb_async.jobs.printable import printable

    try:
        command().main(args=arguments, prog_name="tmdb-async")
    except (JobError, TMDBError, OSError) as error:
        sys.stderr.write(f"tmdb-async: {printable(str(error))}\n")
    _give_up_output()
    return 1


def _give_up_output() -> None:
    """Write no more to a stdout that fails, as it would again when Python ends."""
    stdout: TextIO | None = sys.stdout
    if stdout is None:
        return
    try:
        stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stdout.fileno())
