"""Print what differs between our document, TMDB's official OpenAPI file and real bodies, as far as no reason is known.

Without a folder or a job, the file is what is compared: with what it was when we last looked (`official.tsv`), and with
our document. The exit status is 1 where something is new. `differences.yaml` has the reasons.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from bundle import bundle  # noqa: E402 - beside this program
from differences import Difference, Reason, between, lines_of, reasons, since, sorted_out  # noqa: E402
from facts import facts_of, load, save  # noqa: E402
from observed import in_folder, in_job, observe  # noqa: E402

from tmdb_async.jobs import JobError  # noqa: E402

DOCUMENT = HERE / "tmdb.yaml"
SEEN = HERE / "official.tsv"
REASONS = HERE / "differences.yaml"
OFFICIAL = "https://developer.themoviedb.org/openapi/tmdb-api.json"


class UnreadableError(Exception):
    """What is to be compared could not be had."""


def main(arguments: Sequence[str] | None = None, *, url: str = OFFICIAL) -> int:
    """Run the program, and return its exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, help="TMDB's file; without it, it is fetched")
    parser.add_argument("--bodies", type=Path, metavar="FOLDER", help="compare JSON files, which INDEX.tsv lists")
    parser.add_argument("--job", type=Path, metavar="FILE", help="compare the bodies of a job file")
    parser.add_argument("--reasons", action="store_true", help="print what is different on purpose, too, and why")
    parser.add_argument("--update", action="store_true", help="keep the file's facts as what was seen last")
    parser.add_argument("--document", type=Path, default=DOCUMENT, help=argparse.SUPPRESS)
    parser.add_argument("--seen", type=Path, default=SEEN, help=argparse.SUPPRESS)
    parser.add_argument("--known", type=Path, default=REASONS, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    known = reasons(given.known)
    counts: Counter[Difference] = Counter()
    where = ""
    try:
        if given.bodies or given.job:
            counts, compared = _observed(given)
            found, where = [*counts], f" in {compared} bodies"
        else:
            theirs = facts_of(_official(given.file, url))
            found = [*since(load(given.seen), theirs), *between(theirs, facts_of(bundle(given.document)))]
            if given.update:
                save(theirs, given.seen)
    except UnreadableError as error:
        print(error, file=sys.stderr)
        return 2
    unexplained, used = sorted_out(found, known)
    if given.reasons:
        _print_reasons(used)
    for line in lines_of(unexplained, counts):
        print(line)
    if not unexplained:
        print(f"nothing new{where}")
    return 1 if unexplained else 0


def _official(file: Path | None, url: str) -> Any:
    """Return TMDB's file.

    Raises:
        UnreadableError: It cannot be fetched or read, or is no OpenAPI document.
    """
    try:
        content = (
            file.read_bytes() if file else httpx.get(url, timeout=60, follow_redirects=True).raise_for_status().content
        )
        document = json.loads(content)
    except (OSError, httpx.HTTPError, ValueError) as error:
        raise UnreadableError(f"{file or url} cannot be read: {error}") from error
    if not isinstance(document, dict) or "paths" not in document:
        raise UnreadableError(f"{file or url} is no OpenAPI document")
    return document


def _observed(given: argparse.Namespace) -> tuple[Counter[Difference], int]:
    """Return how often the bodies of a folder or of a job differ, and how many there are.

    Raises:
        UnreadableError: There is no such folder or job, or a body of it is no JSON.
    """
    document = bundle(given.document)
    try:
        return observe(document, in_folder(given.bodies) if given.bodies else in_job(given.job))
    except (OSError, ValueError, JobError) as error:
        raise UnreadableError(f"{given.bodies or given.job} cannot be read: {error}") from error


def _print_reasons(used: Counter[Reason]) -> None:
    for reason, count in used.items():
        print(f"{reason.kind} on purpose: {count}, {', '.join(reason.places)}\n  {reason.words}")


if __name__ == "__main__":
    sys.exit(main())
