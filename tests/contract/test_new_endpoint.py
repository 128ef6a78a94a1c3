"""Endpoints that the product does not have: what they need is a few lines of the document, and nothing else."""

from __future__ import annotations

import copy
import importlib
import inspect
import json
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import httpx
import pytest
import pytest_asyncio
from pytest_httpx import HTTPXMock

from tmdb_async import TMDB, NotFoundError, Response, ResponseError, _generated, any_of, models
from tmdb_async._generated import types
from tmdb_async.calls.decode import decode

# What a generator takes seconds to write one worker makes.
pytestmark = [pytest.mark.unmeasured, pytest.mark.xdist_group("generator")]

PACKAGE = "generated_with_new_endpoints"

FAILURES = {
    "401": {"$ref": "#/components/responses/Unauthorized"},
    "404": {"$ref": "#/components/responses/NotFound"},
    "429": {"$ref": "#/components/responses/TooManyRequests"},
    "default": {"$ref": "#/components/responses/Failure"},
}


def ref(schema: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{schema}"}


def success(schema: str | dict[str, Any], code: str = "200") -> dict[str, Any]:
    content = {"application/json": {"schema": ref(schema) if isinstance(schema, str) else schema}}
    return {code: {"description": "What was asked for.", "content": content}, **FAILURES}


def parameter(name: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": described(kind), **more}


def described(kind: str, **more: Any) -> dict[str, Any]:
    return {"type": kind, "description": "What is asked for.", **more}


def query(name: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": described(kind, **more)}


def in_path(name: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": described(kind, **more)}


def operation(method: str, responses: dict[str, Any], *parameters: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "operationId": f"examples.{method}",
        "tags": ["examples"],
        "summary": "Do something.",
        "description": f"TMDB reference: https://developer.themoviedb.org/reference/example-{method}",
        "parameters": [*parameters],
        "responses": responses,
        **more,
    }


# What TMDB will never have: neither the paths, nor the tag, nor the schemas can come to stand in the document itself.
PATHS = {
    "/3/example/{series_id}/aggregate": {
        "get": {
            "operationId": "examples.aggregate",
            "tags": ["examples"],
            "x-repeats": {"id": "series_id"},
            "summary": "Get the cast of all seasons of a TV series.",
            "description": "TMDB reference: https://developer.themoviedb.org/reference/example-aggregate",
            "parameters": [
                {"$ref": "#/components/parameters/SeriesId"},
                {"$ref": "#/components/parameters/Language"},
            ],
            "responses": success("ExampleAggregate"),
        }
    },
    "/3/example/credit/{credit_id}": {
        "get": {
            "operationId": "examples.details",
            "tags": ["examples"],
            "summary": "Get a credit.",
            "description": "TMDB reference: https://developer.themoviedb.org/reference/example-details",
            "parameters": [
                parameter("credit_id", "string", **{"in": "path", "required": True}),
                parameter("page", "integer"),
                parameter("include_adult", "boolean"),
                parameter("minimum", "number"),
                parameter("search", "string", required=True),
            ],
            "responses": success("ExampleCredit"),
        }
    },
    "/3/example/search": {
        "get": operation(
            "search",
            success("ExamplePage"),
            query("with_genres", "array", items={"type": "integer"}, **{"x-any": True}),
            query("with_words", "array", items={"type": ["string", "null"]}, maxItems=3),
            query("vote.gte", "number", minimum=0, maximum=10, multipleOf=0.5),
            query("first_day.lte", "string", format="date"),
            query("sort_by", "string", enum=["name.asc", "name.desc"]),
            query("page", "integer", minimum=1, maximum=500),
        )
    },
    "/3/example/old": {
        "get": operation("old", success("Status"), deprecated=True, **{"x-deprecated": "Ask for examples.search."})
    },
    "/3/example/guest/{guest_id}/token": {
        "post": operation(
            "create_token",
            success("ExampleToken", "201"),
            in_path("guest_id", "string", format="password"),
            requestBody={
                "required": True,
                "content": {
                    "application/json": {
                        "schema": {
                            "type": "object",
                            "required": ["password", "value"],
                            "properties": {
                                "password": described("string", format="password"),
                                "value": described("number", minimum=0.5),
                                "day": described("string", format="date"),
                                "final": described("boolean"),
                                "language": described("string"),
                            },
                        }
                    }
                },
            },
        )
    },
    "/3/example/all": {
        "get": operation("all_members", success({"type": "array", "items": ref("ExampleMember")})),
    },
    "/3/example/words": {
        "get": operation("words", success({"type": "array", "items": {"type": "string"}})),
    },
    "/3/example/map": {"get": operation("countries", success("ExampleMap"))},
    "/3/example/{series_id}": {
        "get": operation(
            "whole",
            success("ExampleWhole"),
            {"$ref": "#/components/parameters/SeriesId"},
            query("append_to_response", "array", items={"type": "string", "enum": ["aggregate", "watch/map"]}),
            **{
                "x-append-by-number": {
                    "append_volumes": {
                        "part": "volume/{number}",
                        "field": "volume_details",
                        "ids": "volumes",
                        "description": "The numbers of volumes.",
                    }
                }
            },
        )
    },
    "/3/example/{series_id}/watch/map": {
        "get": operation("watch_map", success("ExampleMap"), {"$ref": "#/components/parameters/SeriesId"})
    },
    "/3/example/{series_id}/volume/{number}": {
        "get": operation(
            "volume",
            success("ExampleMember"),
            {"$ref": "#/components/parameters/SeriesId"},
            in_path("number", "integer"),
        )
    },
}

SCHEMAS = {
    "ExampleAggregate": {
        "description": "The cast of all seasons of a TV series.",
        "type": "object",
        "required": ["id", "cast"],
        "properties": {
            "id": {"type": "integer", "description": "TMDB's id of the TV series."},
            "cast": {"type": "array", "items": {"$ref": "#/components/schemas/ExampleMember"}},
        },
    },
    "ExampleMember": {
        "type": "object",
        "required": ["id", "roles"],
        "properties": {
            "id": {"type": "integer"},
            "roles": {
                "type": "array",
                "items": {"$ref": "#/components/schemas/ExampleRole"},
            },
        },
    },
    "ExampleRole": {
        "type": "object",
        "required": ["credit_id", "character", "episode_count"],
        "properties": {
            "credit_id": {"type": "string"},
            "character": {"type": "string"},
            "episode_count": {"type": "integer"},
        },
    },
    "ExamplePage": {
        "type": "object",
        "required": ["page", "results", "total_pages", "total_results"],
        "properties": {
            "page": {"type": "integer"},
            "results": {"type": "array", "items": ref("ExampleMedia")},
            "total_pages": {"type": "integer"},
            "total_results": {"type": "integer"},
            "first": {"oneOf": [ref("ExampleBook")]},
        },
    },
    "ExampleMedia": {
        "anyOf": [ref("ExampleBook"), ref("ExampleSong")],
        "x-default-kind": "book",
        "discriminator": {
            "propertyName": "media_type",
            "mapping": {
                "book": "#/components/schemas/ExampleBook",
                "song": "#/components/schemas/ExampleSong",
            },
        },
    },
    "ExampleBook": {
        "type": "object",
        "required": ["id"],
        "properties": {
            "id": {"type": "integer"},
            "media_type": {"type": "string", "default": "book"},
            "day": {"type": ["string", "null"], "format": "date"},
            "printed_at": {"type": "string", "format": "date-time"},
        },
    },
    "ExampleSong": {
        "allOf": [
            ref("ExampleRole"),
            {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}},
        ],
        "properties": {"media_type": {"type": "string", "default": "song"}},
    },
    "ExampleToken": {
        "type": "object",
        "required": ["token"],
        "properties": {"token": {"type": "string", "format": "password"}, "good": {"type": "boolean"}},
    },
    "ExampleMap": {
        "type": "object",
        "properties": {
            "results": {"type": "object", "additionalProperties": ref("ExampleRole")},
            "counts": {"type": "object", "additionalProperties": {"type": "integer"}},
            "anything": {"x-any-type": True},
        },
    },
    "ExampleWhole": {
        "type": "object",
        "required": ["id"],
        "properties": {"id": {"type": "integer"}, "volumes": {"type": "array", "items": ref("ExampleVolume")}},
    },
    "ExampleVolume": {
        "type": "object",
        "required": ["id", "number"],
        "properties": {"id": {"type": "integer"}, "number": {"type": "integer"}},
    },
    "ExampleCredit": {
        "description": "A credit.",
        "type": "object",
        "required": ["id", "type"],
        "properties": {
            "id": {"type": "string"},
            # The names of builtins are names of fields like any other.
            "type": {"type": "string"},
            "list": {"type": "array", "items": {"type": "integer"}},
            "person": {"oneOf": [{"$ref": "#/components/schemas/CastMember"}, {"type": "null"}]},
            "gender": {"anyOf": [{"$ref": "#/components/schemas/Gender"}, {"type": "integer"}]},
            "words": {"type": ["array", "null"], "items": {"type": "string"}},
            "votes": {"type": "integer", "default": 0},
            "average": {"type": ["number", "null"], "default": 0.5},
            "adult": {"type": "boolean", "default": False},
            "overview": {"type": "string", "default": ""},
        },
    },
}

AGGREGATE = {
    "id": 1399,
    "cast": [
        {"id": 48, "roles": [{"credit_id": "a", "character": "Ned Stark", "episode_count": 10}]},
        {"id": 49, "roles": []},
    ],
}
CREDIT = {"id": "52fe", "type": "cast", "list": [1, 2], "person": None, "gender": 9}


@pytest.fixture(scope="module")
def package(
    generator: ModuleType, document: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ModuleType]:
    """The package for a document with a few endpoints more, imported under a name of its own.

    Its types are the product's, which they are equal to: so the product's engine knows its secrets and its operations.
    """
    document = copy.deepcopy(document)
    document["tags"].append({"name": "examples", "description": "Examples."})
    document["paths"] |= PATHS
    document["components"]["schemas"] |= SCHEMAS
    folder = tmp_path_factory.mktemp("new_endpoint")
    (folder / "document.json").write_text(json.dumps(document), encoding="utf-8")
    generator.generate(folder / "document.json", folder / PACKAGE)
    sys.path.insert(0, str(folder))
    sys.modules[f"{PACKAGE}.types"] = types
    try:
        yield importlib.import_module(PACKAGE)
    finally:
        sys.path.remove(str(folder))
        for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
            del sys.modules[name]


@pytest_asyncio.fixture
async def tmdb() -> AsyncIterator[TMDB]:
    async with TMDB("token", language="pt-BR", max_rate=None) as client:
        yield client


@pytest.fixture
def resources(package: ModuleType, tmdb: TMDB) -> Any:
    """The new package's resources, with the product's own engine for a sender."""
    return importlib.import_module(f"{package.__name__}.api").Resources(tmdb._sender)


def model(package: ModuleType, name: str) -> Any:
    return getattr(importlib.import_module(f"{package.__name__}.models"), name)


@pytest.mark.asyncio
async def test_it_is_called_like_any_other(package: ModuleType, resources: Any, httpx_mock: HTTPXMock) -> None:
    """The path is filled in, the client's language too, the credential is sent, and the model comes back."""
    httpx_mock.add_response(json=AGGREGATE)
    found = await resources.examples.aggregate(1399)
    [request] = httpx_mock.get_requests()
    assert request.method == "GET"
    assert str(request.url) == "https://api.themoviedb.org/3/example/1399/aggregate?language=pt-BR"
    assert request.headers["Authorization"] == "Bearer token"
    role = model(package, "ExampleRole")(credit_id="a", character="Ned Stark", episode_count=10)
    member = model(package, "ExampleMember")
    assert type(found) is model(package, "ExampleAggregate")
    assert found.cast == (member(id=48, roles=(role,)), member(id=49, roles=()))


@pytest.mark.asyncio
async def test_its_language_is_the_calls_own(resources: Any, httpx_mock: HTTPXMock) -> None:
    """What the call names wins over the client's default."""
    httpx_mock.add_response(json=AGGREGATE)
    await resources.examples.aggregate(series_id=1399, language="en")
    [request] = httpx_mock.get_requests()
    assert dict(request.url.params) == {"language": "en"}


@pytest.mark.asyncio
async def test_its_parameters_are_written_as_tmdb_reads_them(
    package: ModuleType, resources: Any, httpx_mock: HTTPXMock
) -> None:
    """Booleans are `true` and `false`, zero is a value, and the language is left out where it is not declared."""
    httpx_mock.add_response(json=CREDIT)
    credit = await resources.examples.details("52fe", page=0, include_adult=False, minimum=7.5, search="a&b=ç d")
    [request] = httpx_mock.get_requests()
    assert request.url.path == "/3/example/credit/52fe"
    assert dict(request.url.params) == {"page": "0", "include_adult": "false", "minimum": "7.5", "search": "a&b=ç d"}
    fields = {"id": "52fe", "type": "cast", "list": (1, 2), "person": None, "gender": model(package, "Gender")(9)}
    fields |= {"words": (), "votes": 0, "average": 0.5, "adult": False, "overview": ""}
    assert credit == model(package, "ExampleCredit")(**fields)
    assert attrs.asdict(credit, recurse=False) == fields


@pytest.mark.asyncio
async def test_what_is_left_out_is_not_sent(resources: Any, httpx_mock: HTTPXMock) -> None:
    """Optional parameters without a value are no part of the query; true is `true`."""
    httpx_mock.add_response(json=CREDIT)
    await resources.examples.details("52fe", include_adult=True, search="x")
    [request] = httpx_mock.get_requests()
    assert dict(request.url.params) == {"include_adult": "true", "search": "x"}


@pytest.mark.asyncio
async def test_a_text_in_the_path_stays_in_its_place(resources: Any, httpx_mock: HTTPXMock) -> None:
    """A text stands for one segment of the path, whatever it holds: it reaches no other operation."""
    httpx_mock.add_response(json=CREDIT)
    await resources.examples.details("a?c=% ç#", search="x")
    [request] = httpx_mock.get_requests()
    assert request.url.raw_path == b"/3/example/credit/a%3Fc%3D%25%20%C3%A7%23?search=x"


@pytest.mark.parametrize(
    ("credit_id", "error"),
    [(1, TypeError), (None, TypeError), ("", ValueError), ("..", ValueError), ("a/b", ValueError), ("%2e", ValueError)],
)
@pytest.mark.asyncio
async def test_its_arguments_are_checked(
    resources: Any, httpx_mock: HTTPXMock, credit_id: Any, error: type[Exception]
) -> None:
    """What is no text, or no segment of a path, is refused by name, and nothing is sent."""
    with pytest.raises(error, match="credit_id"):
        await resources.examples.details(credit_id, search="x")
    with pytest.raises(TypeError, match="search"):
        await resources.examples.details("52fe")
    assert httpx_mock.get_requests() == []


@pytest.mark.asyncio
async def test_it_has_a_detailed_twin(package: ModuleType, resources: Any, httpx_mock: HTTPXMock) -> None:
    """Under `detailed` the same call gives status, headers, raw content and model."""
    httpx_mock.add_response(status_code=203, json={**CREDIT, "unknown": 1}, headers={"ETag": 'W/"x"'})
    response = await resources.detailed.examples.details("52fe", search="x")
    assert type(response) is Response
    assert response.status_code == 203
    assert response.headers["etag"] == 'W/"x"'
    assert json.loads(response.content) == {**CREDIT, "unknown": 1}
    assert type(response.parsed) is model(package, "ExampleCredit")


@pytest.mark.asyncio
async def test_its_failures_are_the_products_own(resources: Any, httpx_mock: HTTPXMock) -> None:
    """A failure is raised as the product's exception, and names the new operation."""
    httpx_mock.add_response(status_code=404, json={"status_code": 34, "status_message": "Nothing here."})
    with pytest.raises(NotFoundError) as caught:
        await resources.examples.aggregate(1399)
    assert (caught.value.operation, caught.value.code) == ("examples.aggregate", 34)
    httpx_mock.add_response(json={**CREDIT, "list": [1, "2"]})
    with pytest.raises(ResponseError) as refused:
        await resources.detailed.examples.details("52fe", search="x")
    assert (refused.value.operation, refused.value.path) == ("examples.details", "$.list[1]")


@pytest.mark.asyncio
async def test_it_can_be_called_in_bulk(tmdb: TMDB, resources: Any, httpx_mock: HTTPXMock) -> None:
    """`bulk` takes its methods like any other."""

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"id": int(request.url.path.split("/")[3]), "cast": []})

    httpx_mock.add_callback(answer, is_reusable=True)
    async with tmdb.bulk(resources.examples.aggregate, range(1, 31)) as outcomes:
        values = {outcome.args: outcome.value.id async for outcome in outcomes if outcome.error is None}
    assert values == {(series_id,): series_id for series_id in range(1, 31)}


@pytest.mark.parametrize("value", [{}, {"votes": None, "average": None, "list": None, "words": None, "person": None}])
def test_what_is_absent_is_what_the_document_says(package: ModuleType, value: dict[str, Any]) -> None:
    """A default of the document, an empty tuple for an array, and None for all else: in the types, too."""
    credit = model(package, "ExampleCredit")
    found = decode(credit, json.dumps({"id": "52fe", "type": "cast", **value}).encode())
    assert found == credit(id="52fe", type="cast")
    assert (found.list, found.words, found.votes, found.average, found.person) == ((), (), 0, 0.5, None)
    types = {name: found for name, found in credit.__annotations__.items() if name not in ("id", "type")}
    assert types == {
        "list": "tuple[int, ...]",
        "person": "CastMember | None",
        "gender": "Gender | None",
        "words": "tuple[str, ...]",
        "votes": "int",
        "average": "float",
        "adult": "bool",
        "overview": "str",
    }


@pytest.mark.asyncio
async def test_its_answer_repeats_what_was_asked_for(resources: Any, httpx_mock: HTTPXMock) -> None:
    """As the document says with `x-repeats`: another id is the answer to another request, and asked for again."""
    httpx_mock.add_response(json={**AGGREGATE, "id": 1396})
    httpx_mock.add_response(json=AGGREGATE)
    assert (await resources.examples.aggregate(1399)).id == 1399
    assert [request.headers.get("Cache-Control") for request in httpx_mock.get_requests()] == [None, "no-cache"]


SONG = {"media_type": "song", "id": 2, "credit_id": "a", "character": "b", "episode_count": 1}


def page(number: int, *rows: dict[str, Any], pages: int = 1) -> dict[str, Any]:
    return {"page": number, "results": [*rows], "total_pages": pages, "total_results": len(rows)}


@pytest.mark.asyncio
async def test_its_lists_are_written_as_tmdb_reads_them(resources: Any, httpx_mock: HTTPXMock) -> None:
    """With commas where all are wanted and with bars where one is enough; a day is its date, and a dot is sent."""
    httpx_mock.add_response(json=page(1), is_reusable=True)
    await resources.examples.search(
        with_genres=[18, 80], with_words=["a", None], vote_gte=7.5, first_day_lte=date(2020, 2, 29), sort_by="name.asc"
    )
    await resources.examples.search(with_genres=any_of(18, 80), with_words="a")
    await resources.examples.search(with_genres=18, with_words=[])
    assert [dict(request.url.params) for request in httpx_mock.get_requests()] == [
        {
            "with_genres": "18,80",
            "with_words": "a,null",
            "vote.gte": "7.5",
            "first_day.lte": "2020-02-29",
            "sort_by": "name.asc",
        },
        {"with_genres": "18|80", "with_words": "a"},
        {"with_genres": "18"},
    ]


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"sort_by": "name"}, ValueError),
        ({"vote_gte": 7.3}, ValueError),
        ({"vote_gte": 11}, ValueError),
        ({"with_words": ["a", "b", "c", "d"]}, ValueError),
        ({"with_words": any_of("a")}, TypeError),
        ({"with_genres": ["18"]}, TypeError),
        ({"first_day_lte": "2020-02-29"}, TypeError),
        ({"page": 501}, ValueError),
    ],
)
@pytest.mark.asyncio
async def test_what_the_document_excludes_is_refused(
    resources: Any, httpx_mock: HTTPXMock, given: dict[str, Any], error: type[Exception]
) -> None:
    """Ranges, steps, lengths, choices and kinds are the document's: nothing else is sent."""
    [name] = given
    with pytest.raises(error, match=name):
        await resources.examples.search(**given)
    assert httpx_mock.get_requests() == []


@pytest.mark.asyncio
async def test_its_pages_are_found(tmdb: TMDB, package: ModuleType, resources: Any, httpx_mock: HTTPXMock) -> None:
    """Rows of several kinds are told apart, those of a new kind are kept as they are, and pages follow each other."""
    book = {"media_type": "book", "id": 1, "day": "", "printed_at": "2020-02-29T00:00:00Z"}
    httpx_mock.add_response(json=page(1, book, {"id": 4}, SONG, pages=2))
    httpx_mock.add_response(json=page(2, {"media_type": "podcast", "id": 3}, pages=2))
    found = [row async for row in tmdb.paginate(resources.examples.search, with_genres=18)]
    fields = {name: value for name, value in SONG.items() if name != "media_type"}
    printed = datetime.fromisoformat("2020-02-29T00:00:00+00:00")
    assert found == [
        model(package, "ExampleBook")(id=1, day=None, printed_at=printed),
        model(package, "ExampleBook")(id=4),
        model(package, "ExampleSong")(**fields),
        types.UnknownMedia(media_type="podcast", id=3, content=found[3].content),
    ]
    assert json.loads(found[3].content) == {"media_type": "podcast", "id": 3}
    assert [request.url.params["page"] for request in httpx_mock.get_requests()] == ["1", "2"]


@pytest.mark.asyncio
async def test_a_deprecated_operation_says_so(resources: Any, httpx_mock: HTTPXMock) -> None:
    """In the document's words, where it is called; its detailed twin too."""
    httpx_mock.add_response(json={}, is_reusable=True)
    for family in (resources, resources.detailed):
        with pytest.warns(DeprecationWarning, match=r"Ask for examples\.search\.") as caught:
            await family.examples.old()
        assert [each.filename for each in caught] == [__file__]
    assert inspect.iscoroutinefunction(inspect.unwrap(resources.examples.old))


@pytest.mark.asyncio
async def test_its_body_is_made_of_arguments(package: ModuleType, resources: Any, httpx_mock: HTTPXMock) -> None:
    """The fields of a body are keyword arguments, and what is left out is not sent. Secrets reach TMDB, in the path and
    in the body, and what it answers with is hidden.
    """
    httpx_mock.add_response(status_code=201, json={"token": "t0ken"}, is_reusable=True)
    found = await resources.examples.create_token("gu3st", password="pässword", value=8, day=date(2020, 2, 29))
    await resources.examples.create_token("gu3st", password="p", value=0.5, final=False)
    first, second = httpx_mock.get_requests()
    assert (first.method, first.url.path) == ("POST", "/3/example/guest/gu3st/token")
    assert first.headers["Content-Type"] == "application/json"
    assert first.url.query == b""  # the client's language is for texts that are read
    assert json.loads(first.content) == {"password": "pässword", "value": 8, "day": "2020-02-29"}
    assert json.loads(second.content) == {"password": "p", "value": 0.5, "final": False}
    assert found == model(package, "ExampleToken")(token="t0ken")
    assert "t0ken" not in repr(found)


@pytest.mark.asyncio
async def test_its_secrets_are_in_no_traceback(resources: Any, httpx_mock: HTTPXMock) -> None:
    """No local variable on the way of a failure holds a secret, and neither do its words."""
    httpx_mock.add_response(status_code=404)
    with pytest.raises(NotFoundError) as caught:
        await resources.examples.create_token("gu3st", password="s3cret", value=8)
    text = repr(caught.value) + str(caught.value)
    traceback = caught.value.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename != __file__:
            text += repr(traceback.tb_frame.f_locals)
        traceback = traceback.tb_next
    assert "gu3st" not in text
    assert "s3cret" not in text


@pytest.mark.parametrize("given", [{}, {"password": "a"}, {"password": "", "value": 8}, {"password": 1, "value": 8}])
@pytest.mark.asyncio
async def test_its_body_is_checked(resources: Any, httpx_mock: HTTPXMock, given: dict[str, Any]) -> None:
    """What is required must be given, and a secret is a text that is not empty."""
    with pytest.raises((TypeError, ValueError), match=r"password|value"):
        await resources.examples.create_token("gu3st", **given)
    assert httpx_mock.get_requests() == []


@pytest.mark.asyncio
async def test_its_answer_may_be_an_array(package: ModuleType, resources: Any, httpx_mock: HTTPXMock) -> None:
    """Of objects or of texts: a tuple."""
    httpx_mock.add_response(json=[{"id": 1, "roles": None}, {"id": 2, "roles": []}])
    with pytest.raises(ResponseError, match=r"\[0\]\.roles"):
        await resources.examples.all_members()
    httpx_mock.add_response(json=[{"id": 2, "roles": []}])
    assert await resources.examples.all_members() == (model(package, "ExampleMember")(id=2, roles=()),)
    httpx_mock.add_response(json=["a", "b"])
    assert await resources.examples.words() == ("a", "b")


@pytest.mark.asyncio
async def test_its_maps_have_the_keys_that_came(package: ModuleType, resources: Any, httpx_mock: HTTPXMock) -> None:
    """A map keeps every key, is empty where it is absent, and what may be anything is what came."""
    role = {"credit_id": "a", "character": "b", "episode_count": 1}
    httpx_mock.add_response(json={"results": {"DE": role}, "counts": {"": 1}, "anything": [1, {"a": None}]})
    found = await resources.examples.countries()
    assert found.results == {"DE": model(package, "ExampleRole")(**role)}
    assert (found.counts, found.anything) == ({"": 1}, [1, {"a": None}])
    httpx_mock.add_response(json={"counts": None})
    empty = await resources.examples.countries()
    assert (empty.results, empty.counts, empty.anything) == ({}, {}, None)
    assert hash(found) == hash(empty)


@pytest.mark.asyncio
async def test_its_parts_come_along(package: ModuleType, resources: Any, httpx_mock: HTTPXMock) -> None:
    """What is appended becomes a field, and what there is for each number a mapping; each has the id that it lacks."""
    volume: dict[str, Any] = {"roles": []}
    whole = {"id": 7, "volumes": [{"id": 70, "number": 1}], "aggregate": {"cast": []}, "volume/1": volume}
    httpx_mock.add_response(json={**whole, "watch/map": {"counts": {"a": 1}}})
    found = await resources.examples.whole(7, append_to_response=["aggregate", "watch/map"], append_volumes=[1, 2])
    [request] = httpx_mock.get_requests()
    assert request.url.params["append_to_response"] == "aggregate,watch/map,volume/1,volume/2"
    assert found.aggregate == model(package, "ExampleAggregate")(id=7, cast=())
    assert found.watch_map == model(package, "ExampleMap")(counts={"a": 1})
    assert found.volume_details == {1: model(package, "ExampleMember")(id=70, roles=())}
    httpx_mock.add_response(json={"id": 7})
    bare = await resources.examples.whole(7)
    assert (bare.aggregate, bare.watch_map, bare.volume_details) == (None, None, {})


def test_the_document_stays_as_it_is_written(package: ModuleType, document: dict[str, Any]) -> None:
    """What the generator is given in addition is no part of what is published."""
    published = json.loads((Path(str(inspect.getfile(package))).parent / "openapi.json").read_bytes())
    assert published["paths"] == {**document["paths"], **PATHS}


def test_what_the_product_has_is_still_there(package: ModuleType, document: dict[str, Any]) -> None:
    """A new endpoint changes nothing of the others: their modules are the product's, byte for byte."""
    assert not document["paths"].keys() & PATHS.keys()
    assert not document["components"]["schemas"].keys() & SCHEMAS.keys()
    own = Path(str(inspect.getfile(_generated))).parent
    new = Path(str(inspect.getfile(package))).parent
    modules = {path.relative_to(own) for path in own.rglob("*.py")}
    assert {Path("api/tv_series/__init__.py"), Path("models/cast_member.py"), Path("types.py")} <= modules
    # These two list what there is.
    lists = {Path("api/__init__.py"), Path("models/__init__.py")}
    changed = {path for path in modules if (new / path).read_bytes() != (own / path).read_bytes()}
    assert changed == lists
    names = set(importlib.import_module(f"{package.__name__}.models").__all__)
    assert names == {*models.__all__, *SCHEMAS}
