"""Texts that others wrote, fit to be shown."""

from __future__ import annotations

from unicodedata import category

_UNSHOWN = {"Cc", "Zl", "Zp"}  # control characters and the ends of lines
_DIRECTIONS = {*map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))}  # which let a text read as another


def printable(text: str) -> str:
    """Return a text on one line, and without what a terminal would take for a command."""
    return "".join(
        " " if category(character) in _UNSHOWN or character in _DIRECTIONS else character for character in text
    )
