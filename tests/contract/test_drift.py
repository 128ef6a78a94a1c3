"""What `make drift` tells: of small documents and bodies in which something was changed, and of the real ones."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest
from pytest_httpx import HTTPXMock

from tmdb_async.jobs import Job, Record

from .conftest import ROOT, SHARED

pytestmark = pytest.mark.unmeasured

Document = dict[str, Any]
Run = Callable[..., tuple[int, str]]

OFFICIAL = SHARED / "official" / "tmdb-api.json"
PAGE = "TMDB reference: https://developer.themoviedb.org/reference/"
TEXT, NUMBER = {"type": "string"}, {"type": "integer"}


@pytest.fixture(scope="module")
def drift() -> ModuleType:
    """`openapi/drift.py`, which is a program and no part of a package."""
    spec = importlib.util.spec_from_file_location("openapi_drift", ROOT / "openapi" / "drift.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def answer(schema: Document) -> Document:
    return {"200": {"description": "All.", "content": {"application/json": {"schema": schema}}}}


def parameter(place: str, name: str, **schema: Any) -> Document:
    return {"name": name, "in": place, "schema": {**TEXT, **schema}} | ({"required": True} if place == "path" else {})


def theirs() -> Document:
    """A document like TMDB's: everything is inline, and a body is an example."""
    row: Document = {"type": "object", "properties": {"id": NUMBER, "name": TEXT, "rating": NUMBER}}
    shown: Document = {"type": "object", "properties": {"id": NUMBER, "rows": {"type": "array", "items": row}}}
    shown["properties"] |= {"countries": {"type": "object", "properties": {"CH": row, "US": row}}, "odd": {}}
    body = {"type": "object", "properties": {"RAW_BODY": {"type": "string", "format": "json"}}}
    rate: Document = {"operationId": "show-rate", "responses": answer({"type": "object", "properties": {}})}
    content = {"schema": body, "examples": {"Request": {"value": '{"value": 8.5}'}}}
    rate["requestBody"] = {"content": {"application/json": content}}
    details: Document = {
        "operationId": "show-details",
        "parameters": [parameter("path", "id"), parameter("query", "language")],
    }
    details["responses"] = answer(shown)
    paths = {"/3/show/{id}": {"get": details}, "/3/show/{id}/rating": {"post": rate}}
    whole: Document = json.loads(json.dumps({"paths": paths, "components": {"securitySchemes": {}}}))
    return whole  # in which nothing is shared, so that a change is one


def ours() -> Document:
    """The same as we write it: with names of our own, shared schemas, maps, unions, and with more than they say."""
    schemas: Document = {
        "Row": {
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": NUMBER,
                "name": {"type": ["string", "null"]},
                "rating": {"type": "number"},
                "day": {"type": ["string", "null"], "format": "date"},
            },
        },
        "Kind": {"type": "integer", "enum": [1, 2]},
        "Film": {"type": "object", "required": ["title"], "properties": {"title": TEXT, "media_type": TEXT}},
        "Show": {
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": NUMBER,
                "rows": {"type": "array", "items": {"$ref": "#/components/schemas/Row"}},
                "countries": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Row"}},
                "odd": {"oneOf": [{"$ref": "#/components/schemas/Row"}, {"const": False}, {"type": "null"}]},
                "kind": {"anyOf": [{"$ref": "#/components/schemas/Kind"}, {"type": "integer"}]},
                "job": {**TEXT, "x-known-values": ["Editor"]},
                "known_for": {
                    "anyOf": [{"$ref": "#/components/schemas/Film"}],
                    "discriminator": {"propertyName": "media_type", "mapping": {"movie": "#/components/schemas/Film"}},
                },
                "next": {"$ref": "#/components/schemas/Show"},
            },
        },
        "Status": {"type": "object", "properties": {"code": NUMBER}},
    }
    append: Document = {"name": "append_to_response", "in": "query"}
    append["schema"] = {"type": "array", "items": {**TEXT, "enum": ["credits"]}}
    details: Document = {"operationId": "shows.details", "description": f"{PAGE}show-details"}
    details["parameters"] = [parameter("path", "id"), {"$ref": "#/components/parameters/Language"}, append]
    details["responses"] = answer({"$ref": "#/components/schemas/Show"})
    details["x-append-by-number"] = {"append_parts": {"part": "part/{number}"}}
    rate: Document = {"operationId": "shows.rate", "description": f"{PAGE}show-rate"}
    rate["responses"] = answer({"$ref": "#/components/schemas/Status"})
    body = {"type": "object", "required": ["value"], "properties": {"value": {"type": "number"}}}
    rate["requestBody"] = {"content": {"application/json": {"schema": body}}}
    part = {"responses": answer({"$ref": "#/components/schemas/Row"})}
    return {
        "paths": {
            "/3/show/{id}": {"get": details},
            "/3/show/{id}/rating": {"post": rate},
            "/3/show/{id}/credits": {"get": {"operationId": "tv_series.credits", **part}},
            "/3/show/{id}/part/{number}": {"get": {"operationId": "shows.part", **part}},
        },
        "components": {"schemas": schemas, "parameters": {"Language": parameter("query", "language")}},
    }


REASONS = """
- {kind: ours alone, reason: We know more.}
- {kind: types differ, operations: [show-*], places: [path *id], what: string -> *, reason: Ids are numbers.}
"""


@pytest.fixture
def run(drift: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the program over small documents, with their file as it was when we last looked."""
    (tmp_path / "ours.yaml").write_text(json.dumps(ours()), encoding="utf-8")
    (tmp_path / "reasons.yaml").write_text(REASONS, encoding="utf-8")
    options = [f"--document={tmp_path}/ours.yaml", f"--seen={tmp_path}/seen.tsv", f"--known={tmp_path}/reasons.yaml"]

    def ran(*arguments: object, file: Document | None = None) -> tuple[int, str]:
        if file is not None:
            (tmp_path / "theirs.json").write_text(json.dumps(file), encoding="utf-8")
            arguments = (tmp_path / "theirs.json", *arguments)
        status = drift.main([*map(str, arguments), *options])
        out, err = capsys.readouterr()
        return status, out + err

    ran("--update", file=theirs())
    return ran


def shown(document: Document) -> Document:
    """The properties of their details."""
    schema = document["paths"]["/3/show/{id}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    properties: Document = schema["properties"]
    return properties


# TMDB's file


def test_the_same_is_nothing_new(run: Run) -> None:
    """What differs in form alone is no difference: references, maps, unions, null, whole numbers as numbers, bodies."""
    assert run(file=theirs()) == (0, "nothing new\n")


def test_what_was_seen_is_kept_whole(drift: ModuleType, tmp_path: Path) -> None:
    """A file of facts has all of them, and is the same whatever the order."""
    facts = drift.facts_of(theirs()) | drift.facts_of(ours())
    drift.save(facts, tmp_path / "a.tsv")
    drift.save(dict(reversed(facts.items())), tmp_path / "b.tsv")
    assert drift.load(tmp_path / "a.tsv") == facts
    assert (tmp_path / "a.tsv").read_bytes() == (tmp_path / "b.tsv").read_bytes()
    assert drift.load(tmp_path / "none.tsv") == {}


def add_operation(document: Document) -> None:
    document["paths"]["/3/fresh"] = {"get": {"operationId": "fresh", "responses": answer({})}}


def drop_operation(document: Document) -> None:
    del document["paths"]["/3/show/{id}/rating"]


def move_operation(document: Document) -> None:
    document["paths"]["/3/shows/{id}"] = document["paths"].pop("/3/show/{id}")


def parameters(document: Document) -> list[Document]:
    found: list[Document] = document["paths"]["/3/show/{id}"]["get"]["parameters"]
    return found


def vote(document: Document) -> None:
    content = document["paths"]["/3/show/{id}/rating"]["post"]["requestBody"]["content"]["application/json"]
    content["examples"]["Request"]["value"] = {"value": "high", "why": "good"}


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (add_operation, ["new there: 1", "fresh address: GET /3/fresh", "theirs alone: 1"]),
        (drop_operation, ["gone there: 1", "show-rate address: POST /3/show/{id}/rating"]),
        (move_operation, ["changed there: 1", "GET /3/show/{id} -> GET /3/shows/{id}", "types differ: 1"]),
        (
            lambda d: parameters(d).append(parameter("query", "page")),
            ["new there: 1", "show-details query page: string"],
        ),
        (lambda d: parameters(d).pop(), ["gone there: 1", "show-details query language: string"]),
        (
            lambda d: parameters(d)[1].update(required=True),
            ["changed there: 1", "language: string -> string, required"],
        ),
        (
            lambda d: parameters(d)[1]["schema"].update(enum=["de", "en"], default="en"),
            ["changed there: 1", "language: string -> string, one of de en, else en"],
        ),
        (vote, ["new there: 1", "body why: string", "body value: number -> string", "body value: string -> number"]),
        (
            lambda d: shown(d).update(more={"type": "object", "properties": {"a": TEXT}}),
            ["theirs alone: 1", "$.more: obj"],
        ),
        (lambda d: shown(d).pop("rows"), ["gone there: 1", "show-details $.rows: array"]),
        (lambda d: shown(d).update(id=TEXT), ["changed there: 1", "types differ: 1", "$.id: string -> integer"]),
    ],
)
def test_a_change_there_is_told(run: Run, change: Callable[[Document], object], lines: list[str]) -> None:
    """An operation, a parameter or a field that is new, gone or changed, each once, until it is noted as seen."""
    changed = theirs()
    change(changed)
    status, printed = run(file=changed)
    assert status == 1
    assert [line for line in lines if line not in printed] == []
    assert "$.more.a" not in printed
    assert "rows[]" not in printed
    run("--update", file=changed)
    assert "there: " not in run(file=changed)[1]


def test_one_field_of_many_places_is_one_line(run: Run) -> None:
    """What TMDB adds everywhere is one change, with the first place and how many there are."""
    changed = theirs()
    shown(changed)["rows"]["items"]["properties"]["fresh"] = TEXT
    shown(changed)["fresh"] = TEXT
    more = "show-details $.fresh: string, and 1 more like it"
    assert run(file=changed) == (1, f"new there: 2\n  {more}\ntheirs alone: 2\n  {more}\n")


def test_what_is_meant_has_a_reason(run: Run, tmp_path: Path) -> None:
    """A reason explains what it says and no more; it is printed where it is asked for."""
    assert "We know more." not in run(file=theirs())[1]
    status, printed = run("--reasons", file=theirs())
    assert (status, "We know more." in printed) == (0, True)
    (tmp_path / "reasons.yaml").write_text("- {kind: ours alone, places: [$.job], reason: Jobs.}", encoding="utf-8")
    status, printed = run(file=theirs())
    assert (status, "$.kind: integer" in printed, "$.job" in printed) == (1, True, False)


def test_their_file_is_fetched(run: Run, httpx_mock: HTTPXMock) -> None:
    """Where no file is given it is TMDB's, at its place."""
    httpx_mock.add_response(url="https://developer.themoviedb.org/openapi/tmdb-api.json", json=theirs())
    assert run() == (0, "nothing new\n")


def test_what_cannot_be_read_is_said(run: Run, httpx_mock: HTTPXMock, tmp_path: Path) -> None:
    """It is no traceback, and no change of theirs: the exit status is 2."""
    httpx_mock.add_exception(httpx.ConnectError("refused"))
    httpx_mock.add_response(status_code=503)
    (tmp_path / "page.html").write_text("<html>", encoding="utf-8")
    (tmp_path / "other.json").write_text("[]", encoding="utf-8")
    for arguments, words in (
        ((), "tmdb-api.json cannot be read: refused"),
        ((), "503"),
        ((tmp_path / "none.json",), "none.json cannot be read"),
        ((tmp_path / "page.html",), "page.html cannot be read"),
        ((tmp_path / "other.json",), "other.json is no OpenAPI document"),
        (("--bodies", tmp_path / "none"), "none cannot be read"),
        (("--job", tmp_path / "page.html"), "page.html cannot be read"),
    ):
        status, printed = run(*arguments)
        assert (status, words in printed) == (2, True), printed


def test_the_real_file_has_nothing_new(
    drift: ModuleType, document: Document, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All differences of the real documents have a reason, and every reason of TMDB's file explains one."""
    if not OFFICIAL.exists():
        pytest.skip("TMDB's file is not here")
    monkeypatch.setattr(drift, "bundle", lambda _: document)
    status = drift.main([str(OFFICIAL), "--reasons"])
    printed = capsys.readouterr().out
    assert (status, printed.splitlines()[-1]) == (0, "nothing new")
    of_files = [
        each for each in drift.reasons(drift.REASONS) if each.kind in {"theirs alone", "ours alone", "types differ"}
    ]
    assert [each.words for each in of_files if each.words not in printed] == []


def test_our_file_of_facts_names_all_operations(drift: ModuleType, document: Document) -> None:
    """What was seen last is of TMDB's operations, which are those of the document."""
    assert drift.load(drift.SEEN).keys() == drift.facts_of(document).keys()


# Bodies

GOOD = {"id": 1, "rows": [{"id": 1, "name": None, "day": "2020-01-01"}, {"id": 2, "day": ""}], "odd": False, "kind": 1}


@pytest.fixture
def bodies(tmp_path: Path) -> Callable[..., Path]:
    """Write bodies of details into a folder with an index."""

    def written(*contents: object, kind: str = "recorded") -> Path:
        folder = tmp_path / "bodies"
        (folder / "show-details").mkdir(parents=True)
        rows = [f"show-details/{index}.json\t{kind}" for index in range(len(contents))]
        (folder / "INDEX.tsv").write_text("\n".join(["file\tkind", *rows, "_error/1.json\tmade up"]), encoding="utf-8")
        for index, content in enumerate(contents):
            (folder / "show-details" / f"{index}.json").write_text(json.dumps(content), encoding="utf-8")
        return folder

    return written


def test_bodies_as_described_are_nothing_new(run: Run, bodies: Callable[..., Path]) -> None:
    """Null is absence, an empty text no day, a part has no id, and a failure says nothing."""
    failure = {"success": False, "status_code": 34, "status_message": "None."}
    more = {"countries": {"CH": {"id": 1, "rating": 1}}, "known_for": {"media_type": "movie", "title": "A"}}
    parts = {"id": 1, "odd": {"id": 2}, "credits": {"name": "A"}, "part/12": {"name": "B"}, "job": "Editor"}
    assert run("--bodies", bodies(GOOD, failure, GOOD | more, parts)) == (0, "nothing new in 3 bodies\n")


def test_bodies_that_are_not_real_are_left_out(run: Run, bodies: Callable[..., Path]) -> None:
    """An example of the documentation is no body that TMDB sent."""
    assert run("--bodies", bodies({"fresh": 1}, kind="documentation")) == (0, "nothing new in 0 bodies\n")


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"fresh": "a"}, "fields undeclared: 1\n  show-details $.fresh: string (2 times)"),
        ({"fresh": None}, "$.fresh: null (2 times)"),
        ({"rows": [{"id": 1, "fresh": []}] * 3}, "$.rows[].fresh: array (6 times)"),
        ({"credits": {"fresh": 1}}, "$.credits.fresh: integer"),
        ({"part/3": {"fresh": 1}}, "$.part/*.fresh: integer"),
        ({"part/x": {}}, "$.part/x: object"),
        ({"countries": {"CH": {"id": 1, "fresh": True}}}, "$.countries.*.fresh: boolean"),
        ({"id": "1"}, "types contradicted: 1\n  show-details $.id: string for integer (2 times)"),
        ({"id": 1.5}, "$.id: number for integer"),
        ({"id": True}, "$.id: boolean for integer"),
        ({"rows": {}}, "$.rows: object for array"),
        ({"rows": [{"id": 1, "day": "soon"}]}, "$.rows[].day: string for date"),
        ({"odd": True}, "$.odd: boolean for boolean|object"),
        ({"odd": 0}, "$.odd: integer for boolean|object"),
        ({"id": None}, "required refuted: 1\n  show-details $.id: null (2 times)"),
        ({"rows": [{}]}, "$.rows[].id: missing"),
        ({"kind": 3}, "values unknown: 1\n  show-details $.kind: 3 (2 times)"),
        ({"kind": "a"}, "$.kind: string for integer"),
        ({"job": "Cook"}, "$.job: 'Cook'"),
        ({"known_for": {"media_type": "game"}}, "$.known_for.media_type: 'game'"),
        ({"known_for": {"title": "A"}}, "$.known_for.media_type: missing"),
        ({"known_for": {"media_type": "movie", "fresh": 1, "title": "A"}}, "$.known_for.fresh: integer"),
    ],
)
def test_a_change_in_bodies_is_told(run: Run, bodies: Callable[..., Path], change: Document, line: str) -> None:
    """A field, a type, what is missing and a value, each with how often it was seen."""
    status, printed = run("--bodies", bodies(GOOD, GOOD | change, GOOD | change))
    assert status == 1
    assert line in printed
    assert printed.count("\n") == 2


def test_bodies_of_a_job_are_compared(run: Run, tmp_path: Path) -> None:
    """Whoever ran a job has bodies, and needs no other."""
    file = tmp_path / "job.sqlite"
    with Job.open(file, "tv_series.credits") as job:
        job.add([1, 2])
        job.record(*(Record(item, 200, b'{"id": "1", "fresh": 1}') for item, _ in job.waiting()))
    status, printed = run("--job", file)
    assert status == 1
    assert "tv_series.credits $.fresh: integer (2 times)" in printed
    assert "tv_series.credits $.id: string for integer (2 times)" in printed
