"""HTML and SVG in which nothing that others wrote is markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from tmdb_async.jobs.printable import printable


class Markup(str):
    """A text that is HTML already. Only this module and the page's own frame make one."""

    __slots__ = ()


def text(value: object) -> Markup:
    """Return a value as it is read: escaped, and without characters that command a reader."""
    return value if isinstance(value, Markup) else Markup(escape(printable(str(value))))


def joined(parts: Iterable[object]) -> Markup:
    """Return several parts as one."""
    return Markup("".join(map(text, parts)))


def tag(name: str, *children: object, **attributes: object) -> Markup:
    """Return an element.

    Args:
        name: Its name.
        *children: What it holds, in order: `Markup` as it is, anything else as a text.
        **attributes: Its attributes, with `_` for `-` and without one at the end; numbers have one decimal at most.
    """
    words = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(_short(value))}"' for key, value in attributes.items()
    )
    return Markup(f"<{name}{words}>{joined(children)}</{name}>")


def _short(value: object) -> object:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else value
