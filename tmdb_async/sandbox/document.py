"""The OpenAPI document as the sandbox reads it: its operations, with everything that a request is answered from."""

from __future__ import annotations

import json
import re
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
    def is_secret(self) -> bool:
        """Whether it is a session."""
        return self.schema.get("format") == "password"

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
        name: The tag and the method, such as `tv_series.credits`.
        parameters: Those of the path and of the query.
        body: The schema of a request's body; `None` where it has none.
        needs_session: Whether a request needs a session.
        effects: What it does, and to what, as `x-sandbox` says.
        numbered: The parts that can be appended for each number, as `x-append-by-number` says.
        protected: Whether a request needs a credential.
        status: The HTTP status of a success.
        schema: The schema of a success's body.
    """

    name: str
    method: str
    path: str
    parameters: tuple[Parameter, ...]
    body: Schema | None
    needs_session: bool
    effects: Mapping[str, Any]
    numbered: tuple[Mapping[str, Any], ...]
    protected: bool
    status: int
    schema: Schema
    examples: tuple[Example, ...]

    def match(self, path: str) -> dict[str, str] | None:
        """Return the parameters in a path, or `None` where it is another operation's."""
        match = re.fullmatch(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", self.path), path)
        return None if match is None else match.groupdict()

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

    def flat(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a schema without a reference, and with its `allOf` put together."""
        schema = self.resolve(node)
        if "allOf" not in schema:
            return schema
        parts = [*map(self.flat, schema["allOf"]), {key: value for key, value in schema.items() if key != "allOf"}]
        return {
            **{key: value for part in parts for key, value in part.items()},
            "properties": {name: value for part in parts for name, value in part.get("properties", {}).items()},
            "required": [name for part in parts for name in part.get("required", ())],
        }

    def properties(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the properties of a schema; none where it is no object's."""
        properties: Mapping[str, Any] = self.flat(node).get("properties", {})
        return properties

    def without(self, node: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        """Return a schema without one of its properties."""
        flat = self.flat(node)
        return {
            **flat,
            "properties": {each: value for each, value in flat["properties"].items() if each != name},
            "required": [each for each in flat.get("required", ()) if each != name],
        }

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
        sessions = [each for each in parameters.values() if each.place == "query" and each.is_secret]
        body = description.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
        status = min(status for status in description["responses"] if status.startswith("2"))
        media = self.resolve(description["responses"][status])["content"]["application/json"]
        return Operation(
            name=description.get("operationId", path),
            method=method.upper(),
            path=path,
            body=body and self.flat(body),
            needs_session=bool(sessions) and description.get("x-session") != "optional",
            effects=description.get("x-sandbox", {}),
            numbered=tuple(description.get("x-append-by-number", {}).values()),
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
