from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import requests
import schemathesis
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.meta import CoveragePhaseData

from tmdb_async.sandbox import Sandbox
from tmdb_async.sandbox.document import Document
from tmdb_async.sandbox.requests import APPEND

from .conftest import walk

TOKEN = "the-only-token"


def configuration() -> schemathesis.Config:
    """Return a configuration that makes every run the same: beside the systematic requests two for each operation.

    The systematic ones try every parameter at its edges and beyond them. Methods that there are not have a test of
    their own.
    """
    config = schemathesis.Config(seed=1)
    project = config.projects.default
    project.generation.update(deterministic=True, max_examples=2, database="none")
    project.phases.coverage.unexpected_methods = set()
    return config


def described() -> dict[str, Any]:
    """Return the document with what TMDB takes and sends beyond it: unknown parts, and an empty text for a day."""
    content: dict[str, Any] = json.loads(json.dumps(Document.bundled().content))
    for _, node in walk(content):
        if node.get("name") == APPEND:
            node["schema"]["items"] = {"type": "string"}
    for _, node in walk(content["components"]["schemas"]):
        if node.get("format") == "date":
            del node["format"]
            node["pattern"] = r"^(\d{4}-\d{2}-\d{2})?$"
    return content


SCHEMA = schemathesis.openapi.from_dict(described(), config=configuration())


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(token=TOKEN, max_rate=None) as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def session() -> Iterator[requests.Session]:
    with requests.Session() as session:
        yield session


@pytest.fixture(scope="module")
def tried() -> set[str]:
    """What was tried already."""
    return set()


@SCHEMA.parametrize()
def test_the_sandbox_answers_as_the_document_says(
    case: schemathesis.Case[Any], sandbox: Sandbox, session: requests.Session, tried: set[str]
) -> None:
    """Whatever is asked, valid or not: the status, the type, the headers and the body are those of the document."""
    trial = trial_of(case)
    if trial not in tried:
        tried.add(trial)
        case.call_and_validate(base_url=sandbox.url, session=session, headers={"Authorization": f"Bearer {TOKEN}"})


def trial_of(case: schemathesis.Case[Any]) -> str:
    """Say what a systematic request tries: a value of a parameter, which many operations have alike, or a thing that
    is tried of each operation in many forms. Once is enough. Every other request is a trial of its own.
    """
    assert case.meta is not None
    phase = case.meta.phase.data
    if not isinstance(phase, CoveragePhaseData) or phase.parameter_location is ParameterLocation.BODY:
        return case.id
    if phase.parameter is None or phase.parameter_location is None:
        return f"{case.operation.label} {phase.scenario}"
    parameter = case.operation.get_parameter(phase.parameter, phase.parameter_location)
    value = getattr(case, phase.parameter_location.container_name).get(phase.parameter)
    return f"{phase.description} {parameter and parameter.definition} {value!r}"
