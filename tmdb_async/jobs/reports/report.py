"""The page on a job, as a file."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from tmdb_async.jobs.job import Job
from tmdb_async.jobs.replacing import replacing

from .page import page_of
from .people import people_in

_ENDINGS = (".html", ".htm")


def report(job: Job, path: str | PathLike[str], series: int | None = None) -> None:
    """Write a page on a job, also while it is run: a single file that needs no network and runs no script.

    It shows how the runs went on, with their pauses and cool-downs and the pace beside what was allowed; what failed;
    how long the items took and how large the answers are. Of credits it shows who has most and in which departments;
    of credits of episodes also who is in which episodes of a series. A file that is there is replaced when the new one
    is whole, and not before.

    Args:
        job: The job.
        path: The file: `.html` or `.htm`.
        series: The series to show by episode; without it the one with the largest answers.

    Raises:
        ValueError: The name of the file has another ending.
        JobError: One of the files cannot be read or written, the file is the job itself, or the job has no credits of
            episodes of that series.
    """
    if Path(path).suffix.lower() not in _ENDINGS:
        raise ValueError(f"{path} must end in {' or '.join(_ENDINGS)}")
    with replacing(path, job.path) as file:
        for part in page_of(job, people_in(job, series)):
            file.write(part.encode("utf-8", "replace"))  # a file's name may be no text
