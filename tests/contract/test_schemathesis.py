from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import requests
import schemathesis

from tmdb_async.sandbox import Sandbox
from tmdb_async.sandbox.document import Document

TOKEN = "the-only-token"


def configuration() -> schemathesis.Config:
    """Return a configuration that makes every run the same: beside the systematic requests 50 for each operation."""
    config = schemathesis.Config(seed=1)
    config.projects.default.generation.update(deterministic=True, max_examples=50, database="none")
    return config


SCHEMA = schemathesis.openapi.from_dict(dict(Document.bundled().content), config=configuration())


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(token=TOKEN, max_rate=None) as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def session() -> Iterator[requests.Session]:
    with requests.Session() as session:
        yield session


@SCHEMA.parametrize()
def test_the_sandbox_answers_as_the_document_says(
    case: schemathesis.Case[Any], sandbox: Sandbox, session: requests.Session
) -> None:
    """Whatever is asked, valid or not: the status, the type, the headers and the body are those of the document."""
    case.call_and_validate(base_url=sandbox.url, session=session, headers={"Authorization": f"Bearer {TOKEN}"})
