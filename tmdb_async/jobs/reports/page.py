"""The page: what is said of a job, and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TypeAlias

from tmdb_async._version import __version__
from tmdb_async.jobs.job import Job
from tmdb_async.jobs.records import FailureKind, Status

from . import charts
from .charts import Layer
from .figures import PastRun, Spread, runs_of, sizes_of, times_of
from .markup import Markup, joined, tag
from .people import Matrix, People
from .style import STYLE
from .words import count, duration, moment, shortened, size

# Nothing of it could run, or leave the page, if it got there after all.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
# A word of what explains a chart, and the class of what it means there.
_Word: TypeAlias = tuple[str, str] | str
_RUNS = 12
_KINDS = 20


def page_of(job: Job, people: People | None) -> Iterator[Markup]:
    """Return the page on a job, part by part."""
    status = job.status()
    yield Markup('<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">')
    yield Markup(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">')
    yield Markup('<meta name="viewport" content="width=device-width, initial-scale=1">')
    yield Markup('<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">')
    yield tag("title", f"{status.what}: report")
    yield Markup(f"<style>{STYLE}</style></head><body><main>")
    yield _head(job, status)
    yield _runs(runs_of(job))
    if status.failures:
        yield _failures(status.failures)
    yield _spreads(times_of(job), sizes_of(job))
    if people is not None and people.credits:
        yield _people(people)
        if people.matrix is not None:
            yield _matrix(people.matrix)
    yield tag(
        "footer",
        tag("p", f"Made by tmdb_async {__version__} at {datetime.now(UTC):%Y-%m-%d %H:%M:%S}. All times are UTC."),
        tag("p", "This product uses the TMDB API but is not endorsed or certified by TMDB."),
    )
    yield Markup("</main></body></html>\n")


def _head(job: Job, status: Status) -> Markup:
    kinds = [
        ("found", "found", status.found),
        ("not found", "unknown", status.not_found),
        ("failed", "failed", status.failed),
        ("waiting", "waiting", status.waiting),
    ]
    numbers = [
        tag("div", tag("dt", name), tag("dd", count(number)), class_=look)
        for name, look, number in [("items", "items", status.items), *kinds]
    ]
    if status.gone:
        numbers.append(tag("div", tag("dt", "gone from TMDB"), tag("dd", count(status.gone)), class_="gone"))
    parts = [tag("span", class_=look, style=f"flex-grow:{number}") for _, look, number in kinds if number]
    return tag(
        "header",
        tag("p", "tmdb-async · ", tag("bdi", shortened(job.path.name, 80)), class_="kicker"),
        tag("h1", tag("bdi", shortened(status.what))),
        tag("p", _standing(status), class_="lead"),
        tag("dl", *numbers, class_="numbers"),
        *([tag("div", *parts, class_="share", aria_hidden="true")] if parts else []),
    )


def _standing(status: Status) -> str:
    answered = status.found + status.not_found
    if not status.items:
        return "The job has no items yet."
    if answered == status.items:
        return f"All {count(status.items)} items have an answer." if answered > 1 else "The item has an answer."
    if not answered + status.failed:
        return f"None of the {count(status.items)} items has been asked for yet."
    return f"{count(answered)} of {count(status.items)} items have an answer: {_share(answered, status.items)}."


def _share(part: int, whole: int) -> str:
    share = 100 * part / whole
    return f"{min(share, 99.9):.1f} %" if part < whole else "100 %"


def _section(title: str, *parts: Markup) -> Markup:
    return tag("section", tag("h2", title), *parts)


def _chart(key: Markup, chart: Markup) -> Markup:
    """Return a chart that is as large as it must be to be read, on a small screen too."""
    return tag("figure", key, tag("div", chart, class_="wide"))


def _key(*words: _Word) -> Markup:
    """Return what a chart shows, in words that have the colours of what they mean."""
    return tag("figcaption", *(word if isinstance(word, str) else tag("b", word[1], class_=word[0]) for word in words))


def _runs(runs: Sequence[PastRun]) -> Markup:
    if not runs:
        return _section("The runs", tag("p", "No run is noted in this file.", class_="none"))
    parts = [_runs_table(runs)]
    if any(run.steps for run in runs):
        kept = any(step.pace is not None for run in runs for step in run.steps)
        more = " Upright lines part one run from the next." if len(runs) > 1 else ""
        what: list[_Word] = [
            "Shaded: ",
            ("still", "pauses"),
            " in which nothing succeeded. ",
            ("cooled", "▾"),
            " cool-downs after HTTP 429.",
        ]
        requests = [Layer("area requests", lambda step: step.requests), Layer("line pace", lambda step: step.pace)]
        outcomes = [
            Layer("area answered", lambda step: step.answered),
            Layer("area failed", lambda step: step.answered + step.failed, lambda step: step.answered),
        ]
        limit: list[_Word] = [" beside the ", ("pace", "pace that was allowed")] if kept else []
        parts += [
            tag("h3", "Requests a second"),
            _chart(
                _key(("requests", "Requests"), *limit, ". ", *what, more),
                charts.over_time("Requests a second over the time of the runs", runs, requests),
            ),
            tag("h3", "Outcomes a second"),
            _chart(
                _key("Items that were ", ("answered", "answered"), " and that ", ("failed", "failed"), "."),
                charts.over_time("Items answered and failed a second over the time of the runs", runs, outcomes),
            ),
        ]
    return _section("The runs", *parts)


def _runs_table(runs: Sequence[PastRun]) -> Markup:
    rows = [
        tag(
            "tr",
            tag("td", str(run.number), class_="n"),
            tag("td", moment(run.began), class_="when"),
            tag("td", _end(run, run is runs[-1]), class_="when"),
            *(tag("td", cell, class_="n") for cell in _told(run)),
        )
        for run in reversed(runs[-_RUNS:])
    ]
    names = ["Began", "Ended", "Took", "Items", "Failed", "Requests", "A second", "Cool-downs", "Received"]
    head = [
        tag("th", "Run", class_="n"),
        *(tag("th", name, class_="n" if place > 1 else "") for place, name in enumerate(names)),
    ]
    earlier = runs[-1].number - len(rows)
    note = [tag("p", f"{count(earlier)} earlier runs are not listed.", class_="note")] if earlier > 0 else []
    return joined([_table(head, rows), *note])


def _end(run: PastRun, last: bool) -> str:  # noqa: FBT001 - of this module alone
    if run.ended is not None:
        return moment(run.ended)
    return "goes on, or was killed" if last else "was killed"


def _told(run: PastRun) -> Iterator[str]:
    last = run.last
    yield duration(last.seconds)
    yield from map(count, (last.done, last.failed, last.requests))
    yield f"{last.requests / last.seconds:,.1f}" if last.seconds else ""
    yield count(last.cool_downs)
    yield size(last.bytes)


def _table(head: Sequence[Markup], rows: Sequence[Markup], class_: str = "") -> Markup:
    return tag("div", tag("table", tag("thead", tag("tr", *head)), tag("tbody", *rows), class_=class_), class_="wide")


def _failures(kinds: Sequence[FailureKind]) -> Markup:
    most = kinds[0].total
    rows = [
        tag(
            "tr",
            tag("td", kind.error, *([] if kind.status is None else [f", HTTP {kind.status}"])),
            _bar(kind.total, most, "failed"),
            tag("td", tag("bdi", shortened(kind.message)), class_="message"),
            tag(
                "td",
                tag("bdi", shortened(", ".join("/".join(map(str, item)) or "the item" for item in kind.items), 90)),
            ),
        )
        for kind in kinds[:_KINDS]
    ]
    head = [tag("th", name) for name in ("Kind", "Items", "The first one's words", "Such as")]
    rest = sum(kind.total for kind in kinds[_KINDS:])
    note = [tag("p", f"{count(rest)} items failed in other ways.", class_="note")] if rest else []
    words = "The next run asks for them again."
    return _section("What failed", tag("p", words, class_="note"), _table(head, rows), *note)


def _bar(number: int, most: int, look: str) -> Markup:
    bar = tag("i", class_=look, style=f"width:{100 * number / most:.1f}%")
    return tag("td", tag("span", count(number)), tag("span", bar, class_="track", aria_hidden="true"), class_="bars")


def _spreads(times: Spread | None, sizes: Spread | None) -> Markup:
    parts: list[Markup] = []
    for title, spread, told, of in (
        ("How long an item took", times, duration, "the items, with all retries and waiting"),
        ("How large an answer is", sizes, size, "the answers, as they are kept"),
    ):
        if spread is not None:
            half, most, all_ = map(told, (spread.half, spread.most, spread.all))
            words = f"{half} or less for half of {of}; {most} for 99 %; {all_} at most."
            parts.append(
                tag("div", tag("h3", title), tag("figure", _key(words), charts.histogram(title, spread, told)))
            )
    return _section("Times and sizes", tag("div", *parts, class_="two")) if parts else Markup()


def _people(people: People) -> Markup:
    most = max((person.cast + person.guest + person.crew for person in people.most), default=0)
    rows = [
        tag(
            "tr",
            tag("td", tag("bdi", shortened(person.name or "No name", 80)), " ", tag("small", str(person.id))),
            _bar(person.cast + person.guest + person.crew, most, "cast"),
            *(
                tag("td", count(number) if number else "·", class_="n")
                for number in (person.cast, person.guest, person.crew)
            ),
        )
        for person in people.most
    ]
    head = [
        tag("th", "Person"),
        tag("th", "Credits"),
        *(tag("th", name, class_="n") for name in ("Cast", "Guest", "Crew")),
    ]
    largest = max((number for _, number in people.departments), default=0)
    departments = [
        tag("tr", tag("td", tag("bdi", shortened(name, 60))), _bar(number, largest, "cast"))
        for name, number in people.departments
    ]
    return _section(
        "The credits",
        tag("p", f"{count(people.credits)} credits name {count(people.total)} people.", class_="lead"),
        tag(
            "div",
            tag("div", tag("h3", "Most credited"), _table(head, rows)),
            tag("div", tag("h3", "Departments"), _table([tag("th", "Department"), tag("th", "Credits")], departments)),
            class_="two uneven",
        ),
    )


def _matrix(matrix: Matrix) -> Markup:
    rest = matrix.total - len(matrix.people)
    shown = f"The {len(matrix.people)} of {count(matrix.total)} people with the most episodes" if rest else "Everybody"
    several = charts.episodes_a_column(matrix)
    key = _key(
        f"{shown}, in {count(len(matrix.episodes))} episodes: in the ",
        ("cast", "cast"),
        " or as a ",
        ("guest", "guest star"),
        "." if several == 1 else f". A column is {several} episodes, of which one is enough.",
    )
    chart = charts.matrix(f"Who is in which episode of series {matrix.series}", matrix)
    return _section(f"Series {matrix.series}, episode by episode", _chart(key, chart))
