from __future__ import annotations

import pytest

from tests.contract.conftest import generated_operations
from tmdb_async import TMDB
from tmdb_async.operations import find_operation, method_of, operations, parse_arguments


def test_every_operation_of_the_generated_layer_is_known() -> None:
    """The operations are read from the generated layer: none is written down a second time."""
    assert operations() == generated_operations()
    assert [*operations()] == sorted(operations())


def test_every_operation_has_its_method() -> None:
    """Each name leads to the method of `tmdb.detailed` that calls it."""
    tmdb = TMDB("token")
    for name, operation in operations().items():
        tag, method = name.split(".")
        assert method_of(tmdb.detailed, operation) == getattr(getattr(tmdb.detailed, tag), method)


@pytest.mark.parametrize(
    ("name", "meant"),
    [("tv_serie.credits", "did you mean tv_series.credits"), ("nothing", "docs/operations.md lists all of them")],
)
def test_an_unknown_operation_is_refused_with_a_hint(name: str, meant: str) -> None:
    """The message names the operation that may have been meant."""
    with pytest.raises(ValueError, match=meant):
        find_operation(name)


def test_arguments_are_read_from_texts() -> None:
    """One text for each parameter of the path, of its type."""
    assert parse_arguments(find_operation("tv_episodes.credits"), ["1396", "+1", "01"]) == (1396, 1, 1)


@pytest.mark.parametrize(
    ("texts", "problem"),
    [
        ([], "takes series_id, and not 0 values"),
        (["1", "2"], "takes series_id, and not 2 values"),
        (["abc"], "series_id must be an integer"),
        (["1.0"], "series_id must be an integer"),
        (["1_0"], "series_id must be an integer"),
        (["\u0661"], "series_id must be an integer"),
        (["-1"], "series_id must be 1 or more, and is -1"),
        (["9" * 20], "less than"),
        (["9" * 5000], "series_id must be an integer"),
    ],
)
def test_malformed_arguments_are_refused(texts: list[str], problem: str) -> None:
    """The message names the parameter and what is wrong."""
    with pytest.raises(ValueError, match=problem):
        parse_arguments(find_operation("tv_series.credits"), texts)
