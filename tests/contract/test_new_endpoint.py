"""Endpoints that the product does not have: what they need is a few lines of the document, and nothing else."""

from __future__ import annotations

import copy
import importlib
import inspect
import json
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import httpx
import pytest
import pytest_asyncio
from pytest_httpx import HTTPXMock

from tmdb_async import TMDB, NotFoundError, Response, ResponseError, _generated, models
from tmdb_async.calls.decode import decode

PACKAGE = "generated_with_new_endpoints"

FAILURES = {
    "401": {"$ref": "#/components/responses/Unauthorized"},
    "404": {"$ref": "#/components/responses/NotFound"},
    "429": {"$ref": "#/components/responses/TooManyRequests"},
    "default": {"$ref": "#/components/responses/Failure"},
}


def success(schema: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    return {"200": {"description": "What was asked for.", "content": content}, **FAILURES}


def parameter(name: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": {"type": kind, "description": "What is asked for."}, **more}


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
                "items": {
                    "type": "object",
                    "required": ["credit_id", "character", "episode_count"],
                    "properties": {
                        "credit_id": {"type": "string"},
                        "character": {"type": "string"},
                        "episode_count": {"type": "integer"},
                    },
                },
            },
        },
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
    generator: ModuleType, bundled: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ModuleType]:
    """The package for a document with two endpoints more, imported under a name of its own."""
    document = copy.deepcopy(bundled)
    document["tags"].append({"name": "examples", "description": "Examples."})
    document["paths"] |= PATHS
    document["components"]["schemas"] |= SCHEMAS
    folder = tmp_path_factory.mktemp("new_endpoint")
    (folder / "document.json").write_text(json.dumps(document), encoding="utf-8")
    generator.generate(folder / "document.json", folder / PACKAGE)
    sys.path.insert(0, str(folder))
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
    role = model(package, "ExampleMemberRolesItem")(credit_id="a", character="Ned Stark", episode_count=10)
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
    await resources.examples.details("a/b?c=%2e ç", search="x")
    [request] = httpx_mock.get_requests()
    assert request.url.raw_path == b"/3/example/credit/a%2Fb%3Fc%3D%252e%20%C3%A7?search=x"


@pytest.mark.parametrize(
    ("credit_id", "error"), [(1, TypeError), (None, TypeError), ("", ValueError), ("..", ValueError)]
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


def test_the_document_stays_as_it_is_written(package: ModuleType, bundled: dict[str, Any]) -> None:
    """What the generator is given in addition is no part of what is published."""
    published = json.loads((Path(str(inspect.getfile(package))).parent / "openapi.json").read_bytes())
    assert published["paths"] == {**bundled["paths"], **PATHS}


def test_what_the_product_has_is_still_there(package: ModuleType, bundled: dict[str, Any]) -> None:
    """A new endpoint changes nothing of the others: their modules are the product's, byte for byte."""
    assert not bundled["paths"].keys() & PATHS.keys()
    assert not bundled["components"]["schemas"].keys() & SCHEMAS.keys()
    own = Path(str(inspect.getfile(_generated))).parent
    new = Path(str(inspect.getfile(package))).parent
    modules = {path.relative_to(own) for path in own.rglob("*.py")}
    assert {Path("api/tv_series/__init__.py"), Path("models/cast_member.py")} <= modules
    # These two list what there is.
    lists = {Path("api/__init__.py"), Path("models/__init__.py")}
    changed = {path for path in modules if (new / path).read_bytes() != (own / path).read_bytes()}
    assert changed == lists
    names = set(importlib.import_module(f"{package.__name__}.models").__all__)
    assert names == {*models.__all__, *SCHEMAS, "ExampleMemberRolesItem"}
