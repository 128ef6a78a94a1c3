"""The types of a model's fields, which several ways of decoding ask for."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import cache
from typing import Any, cast, get_type_hints


def types_of(model: type[Any]) -> Mapping[str, Any]:
    """Return the types by the names of the fields, with what annotates them."""
    return _types_of(cast("Hashable", model))


@cache
def _types_of(model: Hashable) -> Mapping[str, Any]:
    # To evaluate annotations takes about as long as to decode a body.
    return get_type_hints(model, include_extras=True)
