"""What a template needs of an operation whose answers are put together from another one's: `x-assembled`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotations import Node, RefusedError, Schemas, Source, Type, identifier, sources

_APPEND = "append_to_response"


def assembled(schemas: Schemas, path: str, operation: Node, readable: Mapping[str, Node]) -> Node | None:
    """Return how an operation's answers are put together; None for one whose answers are not.

    Args:
        schemas: All schemas.
        path: The path of the operation.
        operation: The operation.
        readable: All GET operations by their paths.

    Raises:
        RefusedError: The document says what makes no sense.
    """
    said = operation.get("x-assembled")
    return None if said is None else _Assembled(schemas, path, operation, readable).facts(said)


class _Assembled:
    def __init__(self, schemas: Schemas, path: str, operation: Node, readable: Mapping[str, Node]) -> None:
        self._schemas = schemas
        self._path = path
        self._operation = operation
        self._readable = readable
        self._name = operation["operationId"]

    def facts(self, said: Node) -> Node:
        path, source = self._source(said["source"])
        rows, shared = said["rows"], said["shared"]
        taken = [self._taken(path, source, each) for each in (rows, *shared)]
        numbers = {_number(each["part"]) for each in (rows, *shared)}
        in_path = [each["name"] for each in self._parameters(source) if each["in"] == "path"]
        [number, *others] = numbers
        if others or self._in_path() != [*in_path, number, rows["number"]]:
            raise self._refused("its path has other parameters than its source, the number and the row")
        self._check_fields(said)
        offered = next(each for each in self._parameters(source) if each["name"] == _APPEND)
        tag, _, called = said["source"].partition(".")
        row, *wholes = taken
        return {
            "method": identifier(said["method"], self._name),
            "class": "".join(map(str.capitalize, said["method"].split("_"))),
            "summary": said["summary"],
            "description": said["description"],
            "numbers": {**said["numbers"], "name": identifier(said["numbers"]["name"], self._name)},
            "in_path": in_path,
            "told_apart_by": [number, rows["number"]],
            "source_tag": tag,
            "source_method": called,
            "source": called.upper(),
            "settings": sources(
                rows=Source(row),
                shared=Source(f"({', '.join(wholes)},)"),
                numbers=said["numbers"]["name"],
                at_once=offered["schema"]["maxItems"] // len(taken),
            ),
        }

    def _source(self, name: str) -> tuple[str, Node]:
        for path, operation in self._readable.items():
            if operation["operationId"] == name:
                return path, operation
        raise self._refused(f"there is no operation {name}")

    def _taken(self, path: str, source: Node, said: Node) -> str:
        """Return how a part, and what is taken of it, is written."""
        asking = {each["part"]: argument for argument, each in source.get("x-append-by-number", {}).items()}
        if said["part"] not in asking:
            raise self._refused(f"{source['operationId']} appends no {said['part']} by number")
        held = self._answer(self._readable[f"{path}/{said['part']}"])
        words = [repr(asking[said["part"]]), repr(tuple(said["fields"]))]
        if "list" in said:
            held = self._property(held, said["list"]).get("items", {})
            self._property(held, said["number"])
            words += [repr(said["list"]), repr(said["number"])]
        answer = self._answer(self._operation)
        for field in said["fields"]:
            if self._type(held, field).text != self._type(answer, field).text:
                raise self._refused(f"{said['part']} has another {field}")
        return f"Taken({', '.join(words)})"

    def _check_fields(self, said: Node) -> None:
        fields = [field for each in (said["rows"], *said["shared"]) for field in each["fields"]]
        if sorted(fields) != sorted(self._schemas.flat(self._answer(self._operation))["properties"]):
            raise self._refused(f"each field of the answer is taken once, and not {', '.join(fields)}")

    def _in_path(self) -> list[str]:
        return [part[1:-1] for part in self._path.split("/") if part.startswith("{")]

    def _parameters(self, operation: Node) -> list[Node]:
        return [self._schemas.resolve(each) for each in operation["parameters"]]

    def _answer(self, operation: Node) -> Node:
        success = self._schemas.resolve(operation["responses"]["200"])
        schema: Node = success["content"]["application/json"]["schema"]
        return schema

    def _property(self, schema: Node, name: str) -> Node:
        properties = self._schemas.flat(schema).get("properties", {})
        if name not in properties:
            raise self._refused(f"there is no field {name}")
        found: Node = properties[name]
        return found

    def _type(self, schema: Node, name: str) -> Type:
        return self._schemas.type(self._property(schema, name), self._name)

    def _refused(self, words: str) -> RefusedError:
        return RefusedError(f"{self._name}, x-assembled: {words}")


def _number(part: Any) -> str:
    found: str = part.partition("{")[2].partition("}")[0]
    return found
