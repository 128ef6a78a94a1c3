"""What the contract tests share: the document, the generator's script and the bodies that TMDB sent."""

from __future__ import annotations

import csv
import importlib
import importlib.util
import json
import pkgutil
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tmdb_async._generated import api
from tmdb_async._generated.types import Operation

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"

Validate = Callable[[str, object], list[str]]


class Recorded(NamedTuple):
    """A recorded body, and what its index says of it."""

    name: str
    kind: str
    endpoint: str
    status: int | None
    content: bytes


def generated_operations() -> dict[str, Operation[Any]]:
    """Every operation of the generated package, by its name."""
    found = [
        value
        for module in pkgutil.iter_modules(api.__path__)
        for value in vars(importlib.import_module(f"{api.__name__}.{module.name}")).values()
        if isinstance(value, Operation)
    ]
    assert len(found) >= 3
    return {operation.name: operation for operation in found}


def walk(node: object, pointer: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of a JSON document with its JSON pointer, outermost first."""
    if isinstance(node, dict):
        yield pointer, node
        for key, child in node.items():
            yield from walk(child, f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}")
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield from walk(child, f"{pointer}/{index}")


def resolve(document: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    """What a node stands for, if it is a reference into the document; else the node itself."""
    while "$ref" in node:
        target: Any = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        node = target
    return node


def flat(document: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    """A schema without a reference and without `allOf` at its top."""
    schema = resolve(document, node)
    whole = {**schema, "required": [*schema.get("required", [])], "properties": {**schema.get("properties", {})}}
    for part in whole.pop("allOf", []):
        inner = flat(document, part)
        whole["required"] = [*inner["required"], *whole["required"]]
        whole["properties"] = inner["properties"] | whole["properties"]
        whole["type"] = "object"
    return whole if whole["properties"] else schema


def operations_in(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each operation of a document, after its path and its method."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


def success_of(operation: dict[str, Any]) -> dict[str, Any]:
    """The response of an operation that is a success: there is one."""
    [code] = [code for code in operation["responses"] if code.startswith("2")]
    found: dict[str, Any] = operation["responses"][code]
    return found


@pytest.fixture(scope="session")
def document(generator: ModuleType) -> dict[str, Any]:
    """The OpenAPI document as one: its files put together, with its examples inside. No test changes it."""
    content: dict[str, Any] = generator.bundle(generator.DOCUMENT)
    return content


@pytest.fixture(scope="session")
def generator() -> ModuleType:
    """`openapi/generate.py`, which is a program and no part of a package."""
    spec = importlib.util.spec_from_file_location("openapi_generate", ROOT / "openapi" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def validate(document: dict[str, Any]) -> Validate:
    """Say what is wrong with a value by the schema at a JSON pointer of the document, references resolved: a few faults
    at most, for to find them all takes long.
    """
    resource = DRAFT202012.create_resource(document)
    registry: Registry[Any] = Registry().with_resource("urn:tmdb", resource)

    def problems(pointer: str, value: object) -> list[str]:
        validator = Draft202012Validator({"$ref": f"urn:tmdb#{pointer}"}, registry=registry)
        return [f"{error.json_path}: {error.message}" for error in islice(validator.iter_errors(value), 3)]

    return problems


@pytest.fixture(scope="session")
def recorded() -> list[Recorded]:
    """The recorded bodies. They lie beside the repository, and not everywhere."""
    folder = SHARED / "recorded"
    if not folder.is_dir():
        pytest.skip("the recorded bodies are not here")
    with (folder / "INDEX.tsv").open(encoding="utf-8") as index:
        return [
            Recorded(
                row["file"],
                row["kind"],
                row["endpoint"],
                int(row["http_status"]) if row["http_status"] else None,
                (folder / row["file"]).read_bytes(),
            )
            for row in csv.DictReader(index, delimiter="\t")
        ]


@pytest.fixture(scope="session")
def documented() -> dict[str, Any]:
    """The example bodies of TMDB's documentation pages. They lie beside the repository, and not everywhere."""
    folder = SHARED / "api_docs"
    if not folder.is_dir():
        pytest.skip("TMDB's documentation pages are not here")
    return {path.stem: json.loads(path.read_bytes()) for path in folder.glob("*.json")}
