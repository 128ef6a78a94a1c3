"""Jobs to report on, with what others may write into them, and how a page is read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from tmdb_async.jobs import Job, Moment, Record

EPISODES = "tv_episodes.credits"
SERIES = "tv_series.credits"

TITLE = "document.title='run'"
# What a name may be; `{url}` is a server that nobody must ask.
HOSTILE = (
    f"</script><script>{TITLE}</script>",
    f"</style></title></textarea><script>{TITLE}</script>",
    f"<img src=x onerror={TITLE}><img src={{url}}/image>",
    f"\"><svg onload={TITLE}><a xlink:href='javascript:{TITLE}'>",
    f"' onmouseover='{TITLE}' style='background:url({{url}}/style)' x='",
    f"<![CDATA[<script>{TITLE}</script>]]><!-- <script>{TITLE}</script>",
    "<meta http-equiv=refresh content='0;url={url}/refresh'><base href={url}/><link rel=stylesheet href={url}/sheet>",
    "<iframe src={url}/frame></iframe><object data={url}/object></object>",
    "&#x3c;script&#x3e;&lt;b&gt;&amp;amp",
    "{{7*7}}${7*7}<%= 7 %>%(x)s{0}",
    "\u202egnp.\u2066exe\u2069 \x00\x07\x1b[31m\x7f\x9b\r\n\u2028x",
    "陈凯歌 أحمد 👩‍👩‍👧 Ã é e\u0301",
    "x" * 5000,
    "",
)


def person(number: int, name: str | None = None, **more: Any) -> dict[str, Any]:
    return {"id": number, "name": f"Person {number}" if name is None else name, "credit_id": f"c{number}", **more}


def answer(**kinds: Iterable[dict[str, Any]]) -> bytes:
    return json.dumps({"id": 1, "cast": [], "crew": [], **{kind: [*people] for kind, people in kinds.items()}}).encode()


def job_with(file: Path, operation: str, answers: Mapping[tuple[Any, ...], bytes], **options: Any) -> Path:
    with Job.open(file, operation, **options) as job:
        job.add(answers)
        job.record(*(Record(item, 200, answers[arguments], seconds=0.1) for item, arguments in [*job.waiting()]))
    return file


def hostile_job(file: Path, url: str = "http://127.0.0.1:1") -> Path:
    """Make a job in which everything that others write is hostile."""
    words = [each.replace("{url}", url) for each in HOSTILE]
    everybody = [person(number, word) for number, word in enumerate(words)]
    crew = [person(number, word, department=word, job=word) for number, word in enumerate(words)]
    job_with(file, EPISODES, {(1396, 1, 1): answer(cast=everybody, crew=crew), (1396, 1, 2): answer(cast=everybody)})
    with Job.open(file, EPISODES) as job:
        job.add([(1396, 2, number) for number, _ in enumerate(words)])
        job.record(
            *(
                Record(item, 500, None, error=f"Error{number}", message=word)
                for (item, _), (number, word) in zip([*job.waiting()], enumerate(words), strict=True)
            )
        )
        run = job.begin_run(40.0)
        job.note(run, Moment(2.0, 60, 14, 80, 9000, 1, paused=True, pace=30.0))
    return file


class Page(HTMLParser):
    """What a browser makes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def words(self) -> str:
        return "\n".join(self.texts)
