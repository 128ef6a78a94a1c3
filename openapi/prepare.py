"""The document as the generator gets it: each operation and each schema says how it is written in Python.

The generator finds the operations and the classes, names their modules and writes the files. Of what the document says
it drops much: extensions of operations, formats, ranges, styles of lists, names with dots. So what a template needs is
worked out here, where it can be read and tested, and handed to it in an extension that the generator keeps:
`x-operation` on the answer of each operation, and `x-class` on each schema that becomes a class.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator

from annotations import SCALARS, SCHEMAS, Node, RefusedError, Schemas, Source, identifier, in_module, sources
from assembled import assembled
from classes import class_of, with_modules

_METHODS = ("get", "post", "put", "delete")
_PAGE = {"page", "results", "total_pages", "total_results"}
_APPEND = "append_to_response"


def prepare(document: Node) -> Node:
    """Return a copy of a bundled document with what the templates need inside.

    Raises:
        RefusedError: Something has no form in Python. The message names it.
    """
    return _Preparation(copy.deepcopy(document)).document


class _Preparation:
    def __init__(self, document: Node) -> None:
        self.document = document
        self._schemas = Schemas(document)
        self._fields: dict[str, list[Node]] = {}  # those that appended parts add to a class
        paths = document["paths"]
        # As it was, for what refers to an operation that is prepared already.
        self._bundled = {path: copy.deepcopy(item["get"]) for path, item in paths.items() if "get" in item}
        for path, item in paths.items():
            for method in _METHODS:
                if method in item:
                    self._prepare_operation(path, method, item[method])
        classes = {name: class_of(self._schemas, name, self._fields.get(name, [])) for name in self._schemas.by_name}
        document["components"]["schemas"] = {name: schema for name, schema in classes.items() if schema}

    # Operations

    def _prepare_operation(self, path: str, method: str, operation: Node) -> None:
        name = operation["operationId"]
        tag, _, called = name.partition(".")
        if operation.get("tags") != [tag] or not called:
            raise RefusedError(f"operationId must be <tag>.<method>: {name}")
        code, success = self._success(operation)
        success = operation["responses"][code] = copy.deepcopy(success)
        schema = success["content"]["application/json"]["schema"]
        answer = self._schemas.type(schema, name)
        arguments = self._arguments(path, operation)
        parts = self._parts(path, operation, arguments)
        success["x-operation"] = {
            "constant": called.upper(),
            "method": called,
            "summary": operation["summary"],
            "description": operation.get("description", ""),
            "deprecated": repr(operation.get("x-deprecated", "TMDB has deprecated it."))
            if operation.get("deprecated")
            else None,
            "arguments": [*self._in_order(arguments), *(part["argument"] for part in parts if "argument" in part)],
            "returns": success["description"],
            "raises": [[each["x-error"], each["description"]] for each in self._failures(operation)],
            "answer": answer.text,
            "model": in_module(answer, "models"),
            "classes": with_modules(answer.classes),
            "needs_session": self._needs_session(operation, arguments),
            "settings": sources(
                name=name, method=method.upper(), path=path, **self._settings(operation, method, schema, arguments)
            ),
            "parts": parts,
            "assembled": assembled(self._schemas, path, operation, self._bundled),
        }
        # What the generator would make of these is not needed: classes for the bodies, for one.
        success["content"]["application/json"]["schema"] = {}
        operation.pop("requestBody", None)
        operation["parameters"] = [
            {**parameter, "schema": {"type": "string"}}
            for parameter in map(self._schemas.resolve, operation.get("parameters", []))
            if parameter["in"] == "path"
        ]

    def _success(self, operation: Node) -> tuple[str, Node]:
        codes = [code for code in operation["responses"] if code.startswith("2")]
        if len(codes) != 1:
            raise RefusedError(f"one success response is needed: {operation['operationId']}")
        return codes[0], self._schemas.resolve(operation["responses"][codes[0]])

    def _settings(self, operation: Node, method: str, schema: Node, arguments: list[Node]) -> Node:
        settings: Node = {}
        if method == "post" and not operation.get("x-repeatable"):
            settings["repeatable"] = False
        if "x-repeats" in operation:
            settings["repeats"] = operation["x-repeats"]
        if "x-span" in operation:
            span = operation["x-span"]
            settings["span"] = Source(f"Span({span['from']!r}, {span['to']!r}, {span['days']!r})")
        if "x-changes-of" in operation:
            settings["changes_of"] = operation["x-changes-of"]
        if self._needs_session(operation, arguments):
            settings["needs_session"] = True
        properties = self._schemas.flat(schema).get("properties", {})
        if properties.keys() >= _PAGE and any(argument["wire"] == "page" for argument in arguments):
            settings["paged"] = True
        if hidden := self._schemas.secrets(schema):
            settings["hidden"] = hidden
        return settings

    def _needs_session(self, operation: Node, arguments: list[Node]) -> bool:
        sessions = [each for each in arguments if each["place"] == "query" and each["secret"]]
        return bool(sessions) and operation.get("x-session") != "optional"

    def _arguments(self, path: str, operation: Node) -> list[Node]:
        name = operation["operationId"]
        found: list[Node] = []
        for parameter in map(self._schemas.resolve, operation.get("parameters", [])):
            if parameter["in"] not in ("path", "query"):
                raise RefusedError(f"header and cookie parameters have no template: {name}, {parameter['name']}")
            optional = not parameter.get("required") or parameter["schema"].get("x-optional", False)
            found.append(
                self._argument(name, parameter["in"], parameter["name"], parameter["schema"], optional=optional)
            )
        body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
        if body is not None:
            body = self._schemas.flat(body)
            for each, schema in body["properties"].items():
                optional = each not in body.get("required", [])
                found.append(self._argument(name, "body", each, schema, optional=optional))
        in_path = [part[1:].split("}")[0] for part in path.split("/") if part.startswith("{")]
        if unknown := [each["wire"] for each in found if each["place"] == "path" and each["wire"] not in in_path]:
            raise RefusedError(f"the path has no such parameter: {name}, {unknown[0]}")
        found.sort(key=lambda each: in_path.index(each["wire"]) if each["place"] == "path" else len(in_path))
        names = [each["name"] for each in found]
        if len({*names}) != len(names):
            raise RefusedError(f"two parameters have one name: {name}")
        return found

    @staticmethod
    def _in_order(arguments: list[Node]) -> Iterator[Node]:
        """Those of the path, then those that must be given, then the others."""
        for places, required in ((("path",), None), (("query", "body"), True), (("query", "body"), False)):
            yield from (each for each in arguments if each["place"] in places and required in (None, each["required"]))

    def _argument(self, operation: str, place: str, wire: str, schema: Node, *, optional: bool) -> Node:
        where = f"{operation}, {wire}"
        if not schema.get("description"):
            raise RefusedError(f"a parameter's description stands inside its schema: {where}")
        many = schema.get("type") == "array"
        item = self._schemas.flat(schema["items"] if many else schema)
        types = [item["type"]] if isinstance(item.get("type"), str) else item.get("type", [])
        numeric = {*types} == {"integer", "string"}  # an id that was a text once
        [kind, *others] = ["string"] if numeric else [each for each in types if each != "null"] or [None]
        if kind not in SCALARS or others:
            raise RefusedError(f"a parameter is a boolean, a number, a text, a day or a list of these: {where}")
        kind = "date" if item.get("format") == "date" else SCALARS[kind]
        choices = tuple(item.get("enum", ()))
        annotation = f"Literal[{', '.join(map(repr, choices))}]" if choices else f"int | {kind}" if numeric else kind
        settings: Node = {"numeric": True} if numeric else _ranges(item)
        if choices:
            settings["choices"] = choices
        if many:
            nullable = "null" in types
            several = f"Collection[{annotation} | None]" if nullable else f"Collection[{annotation}]"
            anyone = f" | AnyOf[{annotation}]" if schema.get("x-any") else ""
            annotation += f" | {several}{anyone}"
            settings["many"] = True
            settings |= {"nullable": True} if nullable else {}
            settings |= {"alternatives": True} if anyone else {}
            settings |= {"most_items": schema["maxItems"]} if "maxItems" in schema else {}
        secret = item.get("format") == "password"
        return {
            "name": identifier(wire.replace(".", "_"), where),
            "wire": wire,
            "place": place,
            "kind": "Secret" if secret else kind,
            "annotation": annotation + (" | None" if optional else ""),
            "required": not optional,
            "secret": secret,
            "description": schema["description"],
            "choices": choices,
            "settings": sources(**({} if optional else {"required": True}), **settings),
        }

    def _failures(self, operation: Node) -> Iterator[Node]:
        for response in operation["responses"].values():
            resolved = self._schemas.resolve(response)
            if "x-error" in resolved:
                yield resolved

    # What is appended to an answer

    def _parts(self, path: str, operation: Node, arguments: list[Node]) -> list[Node]:
        """Return what `append_to_response` may ask for: each part is the rest of the path of another operation."""
        offered = next((each for each in arguments if each["wire"] == _APPEND), None)
        if offered is None:
            return []
        answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
        owner = answer["$ref"].removeprefix(SCHEMAS)
        parts = [self._part(path, wire, owner, wire.replace("/", "_")) for wire in offered["choices"]]
        for argument, said in operation.get("x-append-by-number", {}).items():
            part = self._part(path, said["part"], owner, said["field"])
            part["settings"] |= sources(argument=argument, ids=said["ids"])
            part["argument"] = {
                "name": argument,
                "wire": said["part"],
                "place": "append",
                "kind": "int",
                "annotation": "int | Collection[int] | None",
                "required": False,
                "secret": False,
                "description": said["description"],
                "settings": sources(many=True, least=0),
            }
            parts.append(part)
        self._fields.setdefault(owner, [self._part_field(part) for part in parts])
        return parts

    def _part(self, path: str, wire: str, owner: str, field: str) -> Node:
        whole = f"{path}/{wire}"
        if whole not in self._bundled:
            raise RefusedError(f"{owner}: there is no operation {whole} that could be appended")
        operation = self._bundled[whole]
        _, success = self._success(operation)
        model = self._schemas.type(success["content"]["application/json"]["schema"], whole).text
        needed = self._needs_session(operation, self._arguments(whole, operation))
        return {
            "wire": wire,
            "field": identifier(field, wire),
            "model": model,
            "settings": sources(needs_session=True) if needed else {},
        }

    @staticmethod
    def _part_field(part: Node) -> Node:
        what = part["wire"].replace("{", "").replace("}", "")
        mapped = "argument" in part
        return {
            "name": part["field"],
            "annotation": f"Mapping[int, {part['model']}]" if mapped else f"{part['model']} | None",
            "value": f"field(factory=dict[int, {part['model']}], hash=False)" if mapped else "None",
            "description": (
                f"What `{part['argument']['name']}` asked for, by number."
                if mapped
                else f"What `append_to_response` with `{what}` asked for; None where it was not asked for."
            ),
            "classes": with_modules(frozenset({part["model"]})),
            "kinds": None,
        }


def _ranges(schema: Node) -> Node:
    names = {"minimum": "least", "maximum": "most", "multipleOf": "step"}
    return {name: schema[keyword] for keyword, name in names.items() if keyword in schema}
