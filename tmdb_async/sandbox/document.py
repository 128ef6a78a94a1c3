"""The OpenAPI document as the sandbox reads it: its operations, with everything that a request is answered from."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cached_property
from importlib.resources import files
from typing import Any

import attrs

Schema = Mapping[str, Any]

# What makes a body a page of a list, beside its rows.
PAGE = {"page", "total_pages", "total_results"}

# What the format `int32` means.
INT32 = {"minimum": -(2**31), "maximum": 2**31 - 1}


@attrs.frozen(kw_only=True)
class Parameter:
    """A parameter that a request carries in its path or in its query."""

    name: str
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
        paths: Its path, and where the path's last segment may be left out the path without it.
        path_parameters: The parameters of the path.
        query_parameters: The parameters of the query.
        sessions: The names of the parameters that are sessions.
        numbers: The names of the path's parameters that are integers.
        itself: The path's parameter that is the id of what is answered with; `""` where there is none.
        rows: The field that holds the rows, where a success is a page of a list; else `""`.
        repeats: The fields of a success that repeat a parameter, each with its name, as `x-repeats` says.
        body: The schema of a request's body; `None` where it has none.
        needs_session: Whether a request needs a session.
        effects: What it does, and to what, as `x-sandbox` says.
        things: What its answer lists that has a path of its own below, as `x-sandbox` says.
        assembled: What answers of others its own is put together from, as `x-assembled` says.
        protected: Whether a request needs a credential.
        status: The HTTP status of a success.
        schema: The schema of a success's body.
        frame: The same without the rows of a page, and without the list of things.
    """

    name: str
    method: str
    paths: tuple[str, ...]
    path_parameters: tuple[Parameter, ...]
    query_parameters: tuple[Parameter, ...]
    sessions: tuple[str, ...]
    numbers: tuple[str, ...]
    itself: str
    rows: str
    repeats: Mapping[str, str]
    body: Schema | None
    needs_session: bool
    effects: Mapping[str, Any]
    things: Mapping[str, Any]
    assembled: Mapping[str, Any]
    protected: bool
    status: int
    schema: Schema
    frame: Schema
    examples: tuple[Example, ...]

    @property
    def path(self) -> str:
        """The whole path, with its parameters in braces."""
        return self.paths[0]

    @property
    def is_plain(self) -> bool:
        """Whether it does nothing, and shows nothing of what users have done."""
        return self.method == "GET" and not self.effects

    def filled(self, values: Mapping[str, Any]) -> str:
        """Return the path with values in place of its parameters."""
        whole = all(each.name in values for each in self.path_parameters)
        return self.paths[0 if whole else -1].format_map(values)

    def example(self, values: Mapping[str, Any]) -> bytes | None:
        """Return the recorded body for a request with these values, or `None` where there is none.

        All conditions of an example must hold; of several such examples the one with the most conditions wins.
        """
        fitting = [
            example
            for example in self.examples
            if all(name in values and str(values[name]) == value for name, value in example.request.items())
        ]
        return max(fitting, key=lambda example: len(example.request)).body if fitting else None


class Document:
    """An OpenAPI 3.1 document with its examples inside.

    Args:
        content: The document, as parsed from JSON.
    """

    def __init__(self, content: Mapping[str, Any]) -> None:
        self.content = content
        self.rows: dict[str, list[dict[str, Any]]] = {}
        """Rows of which many answers have some, by the reference to their schema, once they are made."""
        self.makers: dict[int, tuple[Schema, Callable[..., Any]]] = {}
        """What makes values of a schema, by the schema's id, with the schema."""
        self._flat: dict[str, Mapping[str, Any]] = {}  # by reference

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
        reference = node.get("$ref")
        if reference not in self._flat:
            flat = self._flattened(self.resolve(node))
            if reference is None:
                return flat
            self._flat[reference] = flat
        return self._flat[reference]

    def _flattened(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
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

    def operations(self) -> list[Operation]:
        """Return every operation, literal paths before those with a parameter in the same place."""
        return self._operations

    @cached_property
    def _operations(self) -> list[Operation]:
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
        described = {
            (parameter["in"], parameter["name"]): parameter
            for parameter in map(self.resolve, [*item.get("parameters", []), *description.get("parameters", [])])
        }
        in_path, in_query = (
            tuple(self._parameter(each) for (place, _), each in described.items() if place == wanted)
            for wanted in ("path", "query")
        )
        said: Mapping[str, Any] = description.get("x-sandbox", {})
        optional = any(each.schema.get("x-optional") for each in in_path)
        body = description.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
        status = min(status for status in description["responses"] if status.startswith("2"))
        media = self.resolve(description["responses"][status])["content"]["application/json"]
        rows = self._rows(media["schema"])
        things: Mapping[str, Any] = said.get("things", {})
        return Operation(
            name=description.get("operationId", path),
            method=method.upper(),
            paths=(path, path.rpartition("/")[0]) if optional else (path,),
            path_parameters=in_path,
            query_parameters=in_query,
            sessions=tuple(each.name for each in (*in_path, *in_query) if each.is_secret),
            numbers=tuple(each.name for each in in_path if each.is_integer),
            # With several ids, TMDB's answer has one of its own.
            itself=in_path[0].name if len(in_path) == 1 and in_path[0].is_integer and path.endswith("}") else "",
            rows=rows,
            repeats=description.get("x-repeats", {}),
            body=body and self._body(body),
            needs_session=any(each.is_secret for each in in_query) and description.get("x-session") != "optional",
            effects={word: each for word, each in said.items() if word != "things"},
            things=things,
            assembled=description.get("x-assembled", {}),
            protected=bool(description.get("security", self.content.get("security"))),
            status=int(status),
            schema=media["schema"],
            frame=self._without(media["schema"], rows or things.get("list", "")),
            examples=tuple(
                Example(
                    request={name: str(value) for name, value in example["x-request"].items()},
                    body=encode(example["value"]),
                )
                for example in map(self.resolve, media.get("examples", {}).values())
                if "x-request" in example
            ),
        )

    def _parameter(self, description: Mapping[str, Any]) -> Parameter:
        return Parameter(
            name=description["name"],
            required=description.get("required", False),
            schema=self._bounded(description["schema"], in_path=description["in"] == "path"),
        )

    def _bounded(self, schema: Schema, *, in_path: bool = False) -> Schema:
        schema = self.resolve(schema)
        # A path with a larger number is well formed, and leads nowhere.
        return schema if in_path or schema.get("format") != "int32" else {**INT32, **schema}

    def _body(self, schema: Schema) -> Schema:
        properties = {name: self._bounded(member) for name, member in self.properties(schema).items()}
        return {**self.flat(schema), "properties": properties}

    def _rows(self, schema: Schema) -> str:
        properties = self.properties(schema)
        if not properties.keys() >= PAGE:
            return ""
        return next(name for name, member in properties.items() if member.get("type") == "array")

    def _without(self, schema: Schema, name: str) -> Schema:
        if not name:
            return schema
        others = {each: member for each, member in self.properties(schema).items() if each != name}
        return {**self.flat(schema), "properties": others}


def encode(value: object) -> bytes:
    """Return a value as the compact JSON that TMDB sends."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
