"""Lists in pages, and rows that are the same wherever they stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .bodies import Place, synthetic
from .document import Document, Schema

PAGE = {"page", "results", "total_pages", "total_results"}
ROWS = 20
_UNKNOWN = 404  # what the last digits of an unknown id are
_MOST = 180  # rows of a list


def is_page(document: Document, schema: Schema) -> bool:
    """Whether a schema is that of a page."""
    return document.properties(schema).keys() >= PAGE


def page(document: Document, schema: Schema, place: Place, number: int) -> dict[str, Any]:
    """Return one page of a synthetic list: the same list whichever page is asked for, and no row on two pages."""
    total = place.draw(_MOST, "total")
    first = 1 + place.draw(9000, "first")
    indices = range((number - 1) * ROWS, min(number * ROWS, total))
    items = document.properties(schema)["results"]["items"]
    rows = [synthetic(document, items, place.item(index), _id(first, index)) for index in indices]
    return frame(document, schema, place) | numbered(number, rows, total)


def frame(document: Document, schema: Schema, place: Place) -> dict[str, Any]:
    """Return a page without its rows."""
    made: dict[str, Any] = synthetic(document, document.without(schema, "results"), place)
    return made


def numbered(number: int, rows: list[Any], total: int) -> dict[str, Any]:
    """Return what makes a page the one with a number: its rows, of all that there are."""
    return {"page": number, "results": rows, "total_pages": -(-total // ROWS), "total_results": total}


def row_of(document: Document, schema: Schema, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row of a page for a thing of which some values are known."""
    items = document.properties(schema)["results"]["items"]
    row: dict[str, Any] = synthetic(document, items, Place(f"{sorted(values.items())}"), values.get("id"))
    return row | {name: value for name, value in values.items() if name in document.properties(items)}


def _id(first: int, index: int) -> int:
    """Return the id of a row: another one for each index, and never an unknown one."""
    thousands, rest = divmod(first * 999 + index, 999)
    return thousands * 1000 + rest + (rest >= _UNKNOWN)
