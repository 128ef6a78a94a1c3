"""The OpenAPI document as the sandbox reads it: its operations, with everything that a request is answered from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import attrs

Schema = Mapping[str, Any]


@attrs.frozen(kw_only=True)
class Parameter:
    """A parameter that a request carries in its path or in its query."""

    name: str
    place: str
    required: bool
    schema: Schema

    @property
    def is_integer(self) -> bool:
        """Whether nothing but an integer is valid, as it is for TMDB's ids."""
        return self.schema.get("type") == "integer"


@attrs.frozen(kw_only=True)
class Example:
    """A recorded body and the parameters, by name, of the request that it answers."""

    request: Mapping[str, str]
    body: bytes


@attrs.frozen(kw_only=True)
class Operation:
    """One method of one path.

    Attributes:
        protected: Whether a request needs a credential.
        status: The HTTP status of a success.
        schema: The schema of a success's body.
    """

    method: str
    path: str
    parameters: tuple[Parameter, ...]
    protected: bool
    status: int
    schema: Schema
    examples: tuple[Example, ...]

    def example(self, values: Mapping[str, str]) -> bytes | None:
        """Return the recorded body for a request with these parameters, or `None` where there is none.

        All conditions of an example must hold; of several such examples the one with the most conditions wins.
        """
        fitting = [example for example in self.examples if example.request.items() <= values.items()]
        return max(fitting, key=lambda example: len(example.request)).body if fitting else None


class Document:
    """An OpenAPI 3.1 document with its examples inside.

    Args:
        content: The document, as parsed from JSON.
    """

    def __init__(self, content: Mapping[str, Any]) -> None:
        self.content = content

    @classmethod
    def bundled(cls) -> Document:
        """Read the document that this package was generated from."""
        text = files("tmdb_async").joinpath("_generated", "openapi.json").read_text(encoding="utf-8")
        return cls(json.loads(text))

    def resolve(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what a `$ref` points at within the document, or the node itself where it is no reference."""
        while "$ref" in node:
            target: Any = self.content
            for name in node["$ref"].removeprefix("#/").split("/"):
                target = target[name]
            node = target
        return node

    def operations(self) -> list[Operation]:
        """Return every operation, literal paths before those with a parameter in the same place."""
        # "{" sorts after every letter and digit.
        return [
            self._operation(path, method, item)
            for path, item in sorted(self.content["paths"].items())
            for method in ("get", "put", "post", "delete", "patch")
            if method in item
        ]

    def _operation(self, path: str, method: str, item: Mapping[str, Any]) -> Operation:
        description = item[method]
        # An operation's parameter replaces its path's one of the same name.
        parameters = {
            (parameter["in"], parameter["name"]): Parameter(
                name=parameter["name"],
                place=parameter["in"],
                required=parameter.get("required", False),
                schema=self.resolve(parameter["schema"]),
            )
            for parameter in map(self.resolve, [*item.get("parameters", []), *description.get("parameters", [])])
        }
        status = min(status for status in description["responses"] if status.startswith("2"))
        media = self.resolve(description["responses"][status])["content"]["application/json"]
        return Operation(
            method=method.upper(),
            path=path,
            parameters=tuple(parameters.values()),
            protected=bool(description.get("security", self.content.get("security"))),
            status=int(status),
            schema=media["schema"],
            examples=tuple(
                Example(
                    request={name: str(value) for name, value in example["x-request"].items()},
                    body=encode(example["value"]),
                )
                for example in map(self.resolve, media.get("examples", {}).values())
                if "x-request" in example
            ),
        )


def encode(value: object) -> bytes:
    """Return a value as the compact JSON that TMDB sends."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
