from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import requests
import schemathesis
from schemathesis.checks import load_all_checks
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.feedback import NO_FEEDBACK
from schemathesis.generation.meta import CoveragePhaseData
from schemathesis.pytest._test_builder import build_operation_test
from schemathesis.specs.openapi.checks import ignored_auth

from tmdb_async.sandbox import Sandbox
from tmdb_async.sandbox.document import Document
from tmdb_async.sandbox.requests import APPEND

from .conftest import operations_in, walk

pytestmark = pytest.mark.unmeasured

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


def operations() -> list[str]:
    """Each operation as schemathesis names it."""
    return [f"{method.upper()} {path}" for path, method, _ in operations_in(dict(Document.bundled().content))]


@pytest.fixture(scope="module")
def schema() -> schemathesis.schemas.BaseSchema:
    load_all_checks()
    return schemathesis.openapi.from_dict(described(), config=configuration())


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(token=TOKEN, max_rate=None) as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def session() -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.trust_env = False  # it would look for proxies before each request
        yield session


@pytest.fixture(scope="module")
def tried() -> set[str]:
    """What was tried already."""
    return set()


# Schemathesis's own decorator makes every request while the tests are collected, in each worker, and with pytest 9.2
# gives all operations one node id: then pytest-xdist runs the first of them alone.
@pytest.mark.xdist_group("schemathesis")  # what was tried already is known in one worker
@pytest.mark.parametrize("label", operations())
def test_the_sandbox_answers_as_the_document_says(
    label: str,
    schema: schemathesis.schemas.BaseSchema,
    sandbox: Sandbox,
    session: requests.Session,
    tried: set[str],
) -> None:
    """Whatever is asked, valid or not: the status, the type, the headers and the body are those of the document. With
    another credential, or with none, the first success is a failure.
    """
    checked: list[Any] = []

    def ask(case: schemathesis.Case[Any]) -> None:
        trial = trial_of(case)
        if trial not in tried:
            tried.add(trial)
            headers = {"Authorization": f"Bearer {TOKEN}"}
            response = case.call_and_validate(
                base_url=sandbox.url, session=session, headers=headers, excluded_checks=checked
            )
            if response.status_code < 300 and not checked:
                checked.append(ignored_auth)

    operation = schema.find_operation_by_label(label)
    assert operation is not None
    build_operation_test(
        config=schema.config, operation=operation, test_func=ask, given_kwargs={}, feedback=NO_FEEDBACK
    )()


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
