"""Lists in pages, and rows that are the same wherever they stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .bodies import UNKNOWN, Place, synthetic
from .document import Document, Operation

ROWS = 20
_MOST = 180  # rows of a list


def page(document: Document, operation: Operation, place: Place, number: int) -> dict[str, Any]:
    """Return one page of a synthetic list: the same list whichever page is asked for, and no row on two pages."""
    turns = any(each.name == "page" for each in operation.query_parameters)
    total = place.draw(_MOST if turns else ROWS, "total")
    rows = _rows(document, operation, place, range((number - 1) * ROWS, min(number * ROWS, total)))
    frame: dict[str, Any] = synthetic(document, operation.frame, place)
    return frame | numbered(operation, number, rows, total)


def turned(
    document: Document, operation: Operation, place: Place, recorded: dict[str, Any], number: int
) -> dict[str, Any]:
    """Return another page of the list that a recorded page is of: its totals are the same, and its rows are others."""
    size = len(recorded[operation.rows])
    total = min(recorded["total_results"], recorded["total_pages"] * size)
    rows = _rows(document, operation, place, range((number - 1) * size, min(number * size, total)))
    return recorded | {"page": number, operation.rows: rows}


def numbered(operation: Operation, number: int, rows: list[Any], total: int) -> dict[str, Any]:
    """Return what makes a page the one with a number: its rows, of all that there are."""
    return {"page": number, operation.rows: rows, "total_pages": -(-total // ROWS), "total_results": total}


def row_of(document: Document, operation: Operation, thing: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row of a page for a thing of which some values are known."""
    place = Place(thing, known=values, number=values.get("id"))
    row: dict[str, Any] = synthetic(document, _items(document, operation), place)
    return row


def _rows(document: Document, operation: Operation, place: Place, indices: range) -> list[Any]:
    items = _items(document, operation)
    first = 10_000 + place.draw(9000, "first")  # TMDB's own ids, which recorded rows have, are smaller
    place = place.member(operation.rows)
    return [synthetic(document, items, place.item(index, _id(first, index))) for index in indices]


def _items(document: Document, operation: Operation) -> Mapping[str, Any]:
    items: Mapping[str, Any] = document.properties(operation.schema)[operation.rows]["items"]
    return items


def _id(first: int, index: int) -> int:
    """Return the id of a row: another one for each index, and never an unknown one."""
    thousands, rest = divmod(index, 999)
    return (first + thousands) * 1000 + rest + (rest >= UNKNOWN)
