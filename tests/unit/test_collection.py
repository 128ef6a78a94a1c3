from __future__ import annotations

import pytest

from tests.conftest import pytest_collection_modifyitems


def test_tests_of_one_name_are_refused(request: pytest.FixtureRequest) -> None:
    """They would be counted, and only the first of them run."""
    with pytest.raises(pytest.UsageError, match=r"of the same name: .*test_tests_of_one_name_are_refused"):
        pytest_collection_modifyitems([request.node, request.node])
