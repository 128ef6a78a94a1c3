from __future__ import annotations

from typing import Any

import httpx
import pytest

from tmdb_async.sandbox.app import App, Limits
from tmdb_async.sandbox.document import Document
from tmdb_async.sandbox.parameters import accepts

ANYTHING_GOES = Limits(token=None, latency=0, max_rate=None, max_connections=None)
ITEM = {"in": "path", "name": "item", "required": True, "schema": {"type": "string"}}


def document(paths: dict[str, Any], **more: Any) -> Document:
    return Document({"openapi": "3.1.0", "paths": paths, **more})


def operation(schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"responses": {"200": {"content": {"application/json": {"schema": schema}}}}, **more}


async def answered(served: Document, method: str, url: str) -> httpx.Response:
    transport = httpx.ASGITransport(App(served, ANYTHING_GOES))
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as client:
        return await client.request(method, url)


@pytest.mark.asyncio
async def test_a_literal_path_comes_before_one_with_a_parameter() -> None:
    """As OpenAPI says, whatever order the document lists them in."""
    served = document(
        {
            "/3/{item}": {"parameters": [ITEM], "get": operation({"const": "any"})},
            "/3/popular": {"get": operation({"const": "popular"})},
        }
    )
    assert (await answered(served, "GET", "/3/popular")).json() == "popular"
    assert (await answered(served, "GET", "/3/other")).json() == "any"


@pytest.mark.asyncio
async def test_a_path_with_a_parameter_is_found_beside_a_literal_one() -> None:
    """What a parameter stands for may be the literal segment of another path."""
    served = document(
        {
            "/3/{item}/rows": {"parameters": [ITEM], "get": operation({"const": "rows"})},
            "/3/popular/first": {"get": operation({"const": "first"})},
        }
    )
    assert (await answered(served, "GET", "/3/popular/first")).json() == "first"
    assert (await answered(served, "GET", "/3/popular/rows")).json() == "rows"


@pytest.mark.asyncio
async def test_each_method_of_a_path_is_an_operation() -> None:
    """An operation is served as soon as the document has it, with the status that the document gives its success."""
    rate = {"responses": {"201": {"content": {"application/json": {"schema": {"const": "rated"}}}}}}
    served = document({"/3/rating": {"post": rate, "delete": operation({"const": "deleted"})}})
    created = await answered(served, "POST", "/3/rating")
    assert (created.status_code, created.json()) == (201, "rated")
    assert (await answered(served, "DELETE", "/3/rating")).json() == "deleted"
    refused = await answered(served, "GET", "/3/rating")
    assert (refused.status_code, refused.headers["Allow"]) == (405, "POST, DELETE")


@pytest.mark.asyncio
async def test_an_operation_without_security_needs_no_credential() -> None:
    """An operation's own `security` replaces the document's."""
    paths = {"/open": {"get": operation({}, security=[])}, "/closed": {"get": operation({})}}
    served = document(paths, security=[{"accessToken": []}])
    assert (await answered(served, "GET", "/open")).status_code == 200
    assert (await answered(served, "GET", "/closed")).status_code == 401


@pytest.mark.asyncio
async def test_a_required_query_parameter_must_be_there() -> None:
    """422 where it is missing. An operation's parameter replaces its path's one of the same name."""
    loose = {"in": "query", "name": "query", "schema": {"type": "string"}}
    strict = {**loose, "required": True, "schema": {"type": "string", "minLength": 2}}
    served = document({"/search": {"parameters": [loose], "get": operation({}, parameters=[strict])}})
    assert (await answered(served, "GET", "/search")).status_code == 422
    assert (await answered(served, "GET", "/search?query=a")).status_code == 422
    assert (await answered(served, "GET", "/search?query=ab")).status_code == 200


@pytest.mark.asyncio
async def test_a_number_of_the_query_or_of_a_body_has_32_bits() -> None:
    """422 for what the format `int32` cannot hold; a bound of the parameter's own stands."""
    number = {"type": "integer", "format": "int32"}
    parameters = [{"in": "query", "name": "any", "schema": number}]
    parameters.append({"in": "query", "name": "few", "schema": {**number, "maximum": 5}})
    served = document({"/search": {"get": operation({"const": 1}, parameters=parameters)}})
    answers = [
        (await answered(served, "GET", f"/search?{query}")).status_code
        for query in (f"any={2**31 - 1}", f"any={-(2**31)}", f"any={2**31}", f"any={-(2**31) - 1}", "few=5", "few=6")
    ]
    assert answers == [200, 200, 422, 422, 200, 422]
    content = {"application/json": {"schema": {"type": "object", "properties": {"value": number}}}}
    served = document({"/rate": {"post": operation({"const": 1}, requestBody={"content": content})}})
    transport = httpx.ASGITransport(App(served, ANYTHING_GOES))
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as client:
        bodies = [{}, {"value": 1, "more": []}, {"value": 2**31}, {"value": "1"}, {"value": True}]
        assert [(await client.post("/rate", json=body)).status_code for body in bodies] == [200, 200, 422, 422, 422]


@pytest.mark.asyncio
async def test_a_segment_that_may_be_left_out_makes_two_routes() -> None:
    """`x-optional` marks the last segment of a path; the path without it leads to the same operation."""
    item = {**ITEM, "schema": {"type": "integer", "x-optional": True}}
    thing = {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}}
    served = document({"/things/{item}": {"parameters": [item], "get": operation(thing)}})
    without = (await answered(served, "GET", "/things")).json()
    assert (await answered(served, "GET", f"/things/{without['id']}")).json() == without
    assert (await answered(served, "GET", "/things/7")).json() == {"id": 7}


@pytest.mark.asyncio
async def test_an_example_without_its_request_answers_none() -> None:
    """Only `x-request` says what an example is the answer to."""
    described = operation({"const": "synthetic"})
    described["responses"]["200"]["content"]["application/json"]["examples"] = {"one": {"value": "recorded"}}
    assert (await answered(document({"/thing": {"get": described}}), "GET", "/thing")).json() == "synthetic"


@pytest.mark.asyncio
async def test_an_id_that_is_text_is_no_number_to_be_unknown() -> None:
    """The rule about 404 is for integers."""
    served = document({"/3/{item}": {"parameters": [ITEM], "get": operation({"const": "there"})}})
    assert (await answered(served, "GET", "/3/404")).json() == "there"


@pytest.mark.parametrize(
    ("schema", "valid", "invalid"),
    [
        ({"type": "integer"}, ["0", "-7", "007"], ["", "x", "1.5", " 1", "1\n"]),
        ({"type": "integer", "minimum": 1, "maximum": 500}, ["1", "500"], ["0", "501"]),
        ({"type": "integer", "exclusiveMinimum": 1, "exclusiveMaximum": 5}, ["2", "4"], ["1", "5"]),
        ({"type": "number", "minimum": 0.5}, ["0.5", "10", "7.25"], ["0.4", "nan", "inf", "1e3", "."]),
        ({"type": "boolean"}, ["true", "false"], ["True", "1", ""]),
        ({"type": "boolean", "const": True}, ["true"], ["false"]),
        ({"type": "string", "enum": ["a", "b"]}, ["a"], ["c", ""]),
        ({"type": "string", "maxLength": 2}, ["", "ab"], ["abc"]),
        ({"type": "string", "pattern": r"^\d\$"}, ["1$", "1$2"], ["1"]),
        ({"type": ["integer", "string"], "minimum": 3, "pattern": "^[a-z]+$"}, ["3", "abc"], ["2", "A"]),
        ({"type": ["integer", "null"]}, ["1", "null"], ["", "none"]),
        ({"type": "string", "format": "date"}, ["2024-02-29"], ["2023-02-29", "20240229", "2024-W09", "", "today"]),
        ({"type": "number", "multipleOf": 0.5}, ["8.5", "8"], ["8.3"]),
        ({"type": "array", "items": {"type": "integer"}}, ["", "1", "1,2"], ["1,", "x", "1|2"]),
        ({"type": "array", "items": {"type": "integer"}, "x-any": True}, ["1|2", "1,2"], ["1|2,3"]),
        (
            {"type": "array", "items": {"type": ["string", "null"], "minLength": 1}, "maxItems": 2},
            ["de,null"],
            ["a,b,c"],
        ),
        ({"anyOf": [{"type": "integer"}, {"const": "latest"}]}, ["5", "latest"], ["oldest"]),
        ({"oneOf": [{"$ref": "#/components/schemas/Gender"}, {"type": "boolean"}]}, ["0", "3", "true"], ["4"]),
    ],
    ids=str,
)
def test_a_parameter_is_read_as_what_its_schema_says(
    schema: dict[str, Any], valid: list[str], invalid: list[str]
) -> None:
    """Text stands for a number or a boolean where the schema names that type, and is held against its keywords."""
    bundled = Document.bundled()
    assert [text for text in valid if not accepts(bundled, schema, text)] == []
    assert [text for text in invalid if accepts(bundled, schema, text)] == []
