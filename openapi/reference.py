"""The page `docs/operations.md`: every operation, with its call, what it returns, and TMDB's own name for it."""

from __future__ import annotations

import re
from typing import Any

from prepare import prepare

_HEAD = """# Operations

Everything that the client can ask TMDB for, by section. Each call is awaited; under `tmdb.detailed` it returns a
`Response` with the status, the headers, the raw content and the model. Arguments with a default may be left out.

<!-- Written by `make generate` from the OpenAPI document; never edited. -->
"""
_PAGE = re.compile(r"https://developer\.themoviedb\.org/reference/([\w-]+)")


def reference(document: dict[str, Any]) -> str:
    """Return the page for a bundled document."""
    sections: dict[str, list[str]] = {tag["name"]: [] for tag in document["tags"]}
    for item in prepare(document)["paths"].values():
        for operation in item.values():
            success = next(each for code, each in operation["responses"].items() if code.startswith("2"))
            facts = success["x-operation"]
            [tag] = operation["tags"]
            sections[tag].append(_row(tag, facts))
    lines = [_HEAD]
    for tag in document["tags"]:
        rows = "\n".join(sections[tag["name"]])
        lines.append(
            f"## {tag['name']}\n\n{tag['description']}\n\n| TMDB's page | call | returns |\n|---|---|---|\n{rows}\n"
        )
    return "\n".join(lines)


def _row(tag: str, facts: dict[str, Any]) -> str:
    arguments = ", ".join(each["name"] if each["required"] else f"{each['name']}=..." for each in facts["arguments"])
    name = _PAGE.findall(facts["description"])[-1]
    answer = facts["answer"].replace("|", "\\|")
    page = f"https://developer.themoviedb.org/reference/{name}"
    return f"| [{name}]({page}) | `tmdb.{tag}.{facts['method']}({arguments})` | `{answer}` |"
