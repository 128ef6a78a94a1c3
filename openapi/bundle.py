"""The OpenAPI document as one: its files put together, and its examples inside.

The document is a folder. A path of the root is a reference into `paths/`, and a schema is a reference into `schemas/`,
where each file is a mapping from names to schemas. In the bundle every schema stands under `components/schemas` by its
name, sorted, and every reference leads there. No library is used: those that resolve references put a copy wherever
one stands, and what they would save is a dozen lines.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

_SCHEMAS = "#/components/schemas/"


def bundle(document: Path) -> dict[str, Any]:
    """Return the document that a root file describes.

    Args:
        document: The root, such as `openapi/tmdb.yaml`.

    Raises:
        LookupError: A reference leads nowhere.
        ValueError: Two schemas have one name.
        OSError: A file is missing.
    """
    return _Bundler(document.resolve()).content


class _Bundler:
    def __init__(self, root: Path) -> None:
        self._root = root
        self._origins: dict[str, Path] = {}  # the file of each schema, by its name
        self._schemas: dict[str, Any] = {}
        self.content: dict[str, Any] = self._embed(_read(root), root)
        components = self.content.setdefault("components", {})
        for name in components.get("schemas", {}):
            self._claim(name, root)
        components["schemas"] = dict(sorted({**components.get("schemas", {}), **self._schemas}.items()))

    def _embed(self, node: Any, file: Path) -> Any:
        """Return a node of a file as it stands in the bundle."""
        if isinstance(node, list):
            return [self._embed(child, file) for child in node]
        if not isinstance(node, dict):
            return node
        if isinstance(node.get("$ref"), str):
            return self._refer(node, file)
        if "externalValue" in node:
            example = file.parent / node["externalValue"]
            value = json.loads(example.read_text(encoding="utf-8"))
            return {**{key: child for key, child in node.items() if key != "externalValue"}, "value": value}
        if "responses" in node and "operationId" in node:  # a merge key puts what it brings in any order
            node = {**node, "responses": dict(sorted(node["responses"].items()))}
        return {key: self._embed(child, file) for key, child in node.items()}

    def _refer(self, node: dict[str, Any], file: Path) -> Any:
        name, _, pointer = node["$ref"].partition("#")
        target = (file.parent / name).resolve() if name else file
        if target == self._root:
            _find(target, pointer)
            return {**node, "$ref": f"#{pointer}"}
        if target.parent.name != "schemas":
            return self._embed(_find(target, pointer), target)
        schema = pointer.removeprefix("/")
        if self._claim(schema, target):
            self._schemas[schema] = {}  # before it is embedded: it may refer to itself
            self._schemas[schema] = self._embed(_find(target, pointer), target)
        return {**node, "$ref": _SCHEMAS + schema}

    def _claim(self, schema: str, file: Path) -> bool:
        """Note where a schema is, and return whether it is new."""
        new = schema not in self._origins
        if self._origins.setdefault(schema, file) != file:
            raise ValueError(f"{schema} stands in {self._origins[schema].name} and in {file.name}")
        return new


@cache
def _read(file: Path) -> Any:
    if file.suffix == ".json":  # which is YAML too, and takes a hundred times as long to read as such
        return json.loads(file.read_bytes())
    return YAML(typ="safe").load(file)


def _find(file: Path, pointer: str) -> Any:
    found = _read(file)
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        if name not in found:
            raise LookupError(f"{file.name} has no {pointer}")
        found = found[name]
    return found
