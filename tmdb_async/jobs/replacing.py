"""A file that is replaced when the new one is whole, and not before."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from os import PathLike
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from .errors import JobError


@contextmanager
def replacing(path: str | PathLike[str], job: Path) -> Generator[BinaryIO, None, None]:
    """Write a file that takes the place of one that is there once the block has ended, or leave all as it was.

    Args:
        path: The file. A link stays one.
        job: The job that it is made from, which it must not be.

    Raises:
        JobError: The file cannot be written, or is the job itself.
    """
    target = Path(os.path.realpath(path))
    part = target.with_name(f"{target.name}.{token_hex(4)}.part")
    try:
        if target.exists() and target.samefile(job):
            raise JobError(f"{path} is the job itself: give another file")
        with ExitStack() as stack:
            with part.open("xb") as file:
                stack.callback(part.unlink, missing_ok=True)
                yield file
            os.replace(part, target)  # noqa: PTH105 - which replaces on every system
    except OSError as error:
        raise JobError(f"{path} cannot be written: {error.strerror or error}") from error
