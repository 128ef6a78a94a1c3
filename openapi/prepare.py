"""The document as the generator gets it: each operation and each schema says how it is written in Python.

The generator finds the operations and the classes, names their modules and writes the files. Of what the document says
it drops much: extensions of operations, formats, ranges, styles of lists, names with dots. So what a template needs is
worked out here, where it can be read and tested, and handed to it in an extension that the generator keeps:
`x-operation` on the answer of each operation, and `x-class` on each schema that becomes a class.
"""

from __future__ import annotations

import copy
import keyword
from collections.abc import Iterator
from typing import Any, NamedTuple

from openapi_python_client.strings import snake_case

Node = dict[str, Any]

_SCHEMAS = "#/components/schemas/"
_METHODS = ("get", "post", "put", "delete")
_SCALARS = {"integer": "int", "number": "float", "string": "str", "boolean": "bool"}
_DAYS = {"date": "date", "date-time": "datetime"}
_PAGE = {"page", "results", "total_pages", "total_results"}
_APPEND = "append_to_response"


class RefusedError(ValueError):
    """The document says what has no form in Python."""


class Type(NamedTuple):
    """A type as it stands in an annotation."""

    text: str
    classes: frozenset[str] = frozenset()
    """The classes in it that are generated."""
    nullable: bool = False
    hashable: bool = True

    def union(self, other: Type) -> Type:
        """Return this type or another one."""
        texts = [*dict.fromkeys(self.text.split(" | ") + other.text.split(" | "))]
        return Type(
            " | ".join(texts), self.classes | other.classes, self.nullable or other.nullable, self.hashable and other.hashable
        )


def prepare(document: Node) -> Node:
    """Return a copy of a bundled document with what the templates need inside.

    Raises:
        RefusedError: Something has no form in Python. The message names it.
    """
    return _Preparation(copy.deepcopy(document)).document


class _Preparation:
    def __init__(self, document: Node) -> None:
        self.document = document
        self._schemas: Node = document["components"]["schemas"]
        self._fields: dict[str, list[Node]] = {}  # those that appended parts add to a class
        paths = document["paths"]
        # As it was, for what refers to an operation that is prepared already.
        self._bundled = {path: copy.deepcopy(item["get"]) for path, item in paths.items() if "get" in item}
        for path, item in paths.items():
            for method in _METHODS:
                if method in item:
                    self._prepare_operation(path, method, item[method])
        prepared = {name: self._class(name) for name in self._schemas}
        document["components"]["schemas"] = {name: schema for name, schema in prepared.items() if schema}

    # Operations

    def _prepare_operation(self, path: str, method: str, operation: Node) -> None:
        name = operation["operationId"]
        tag, _, called = name.partition(".")
        if operation.get("tags") != [tag] or not called:
            raise RefusedError(f"operationId must be <tag>.<method>: {name}")
        code, success = self._success(operation)
        success = operation["responses"][code] = copy.deepcopy(success)
        schema = success["content"]["application/json"]["schema"]
        answer = self._type(schema, name)
        arguments = self._arguments(path, operation)
        parts = self._parts(path, operation, arguments)
        success["x-operation"] = {
            "constant": called.upper(),
            "method": called,
            "summary": operation["summary"],
            "description": operation.get("description", ""),
            "deprecated": repr(operation.get("x-deprecated", "TMDB has deprecated it.")) if operation.get("deprecated") else None,
            "arguments": [*self._in_order(arguments), *(part["argument"] for part in parts if "argument" in part)],
            "returns": success["description"],
            "raises": [[each["x-error"], each["description"]] for each in self._failures(operation)],
            "answer": answer.text,
            "model": _in_module(answer),
            "classes": [[name, snake_case(name)] for name in sorted(answer.classes)],
            "needs_session": self._needs_session(operation, arguments),
            "settings": _sources(
                name=name, method=method.upper(), path=path, **self._settings(operation, method, schema, arguments)
            ),
            "parts": parts,
        }
        # What the generator would make of these is not needed: classes for the bodies, for one.
        success["content"]["application/json"]["schema"] = {}
        operation.pop("requestBody", None)
        operation["parameters"] = [
            {**parameter, "schema": {"type": "string"}}
            for parameter in map(self._resolve, operation.get("parameters", []))
            if parameter["in"] == "path"
        ]

    def _success(self, operation: Node) -> tuple[str, Node]:
        codes = [code for code in operation["responses"] if code.startswith("2")]
        if len(codes) != 1:
            raise RefusedError(f"one success response is needed: {operation['operationId']}")
        return codes[0], self._resolve(operation["responses"][codes[0]])

    def _settings(self, operation: Node, method: str, schema: Node, arguments: list[Node]) -> Node:
        settings: Node = {}
        if method == "post" and not operation.get("x-repeatable"):
            settings["repeatable"] = False
        if "x-repeats" in operation:
            settings["repeats"] = operation["x-repeats"]
        if "x-span" in operation:
            span = operation["x-span"]
            settings["span"] = _Source(f"Span({span['from']!r}, {span['to']!r}, {span['days']!r})")
        if self._needs_session(operation, arguments):
            settings["needs_session"] = True
        properties = self._properties(schema) if "$ref" in schema else {}
        if properties.keys() >= _PAGE and any(argument["wire"] == "page" for argument in arguments):
            settings["paged"] = True
        return settings

    def _needs_session(self, operation: Node, arguments: list[Node]) -> bool:
        sessions = [each for each in arguments if each["place"] == "query" and each["secret"]]
        return bool(sessions) and operation.get("x-session") != "optional"

    def _arguments(self, path: str, operation: Node) -> list[Node]:
        name = operation["operationId"]
        found: list[Node] = []
        for parameter in map(self._resolve, operation.get("parameters", [])):
            if parameter["in"] not in ("path", "query"):
                raise RefusedError(f"header and cookie parameters have no template: {name}, {parameter['name']}")
            optional = not parameter.get("required") or parameter["schema"].get("x-optional", False)
            found.append(self._argument(name, parameter["in"], parameter["name"], parameter["schema"], optional=optional))
        body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
        if body is not None:
            body = self._flat(body)
            for each, schema in body["properties"].items():
                optional = each not in body.get("required", [])
                found.append(self._argument(name, "body", each, schema, optional=optional))
        in_path = [part[1:].split("}")[0] for part in path.split("/") if part.startswith("{")]
        found.sort(key=lambda each: in_path.index(each["wire"]) if each["place"] == "path" else len(in_path))
        names = [each["name"] for each in found]
        if len({*names}) != len(names):
            raise RefusedError(f"two parameters have one name: {name}")
        return found

    @staticmethod
    def _in_order(arguments: list[Node]) -> Iterator[Node]:
        """Those of the path, then those that must be given, then the others."""
        for places, required in ((("path",), None), (("query", "body"), True), (("query", "body"), False)):
            yield from (
                each for each in arguments if each["place"] in places and required in (None, each["required"])
            )

    def _argument(self, operation: str, place: str, wire: str, schema: Node, *, optional: bool) -> Node:
        where = f"{operation}, {wire}"
        if not schema.get("description"):
            raise RefusedError(f"a parameter's description stands inside its schema: {where}")
        many = schema.get("type") == "array"
        item = self._flat(schema["items"] if many else schema)
        types = item["type"] if isinstance(item.get("type"), list) else [item.get("type")]
        nullable = "null" in types
        types = [each for each in types if each != "null"]
        if len(types) != 1 or types[0] not in _SCALARS:
            raise RefusedError(f"a parameter is a boolean, a number, a text, a day or a list of these: {where}")
        secret = item.get("format") == "password"
        day = item.get("format") == "date"
        kind = "date" if day else _SCALARS[types[0]]
        choices = tuple(item.get("enum", ()))
        one = f"Literal[{', '.join(map(repr, choices))}]" if choices else kind
        either = f"{one} | Collection[{one}{' | None' if nullable else ''}]" if many else one
        settings: Node = {}
        if not optional:
            settings["required"] = True
        for key, name in (("minimum", "least"), ("maximum", "most"), ("multipleOf", "step")):
            if key in item:
                settings[name] = item[key]
        if choices:
            settings["choices"] = choices
        if many:
            settings["many"] = True
            if nullable:
                settings["nullable"] = True
            if "maxItems" in schema:
                settings["most_items"] = schema["maxItems"]
            if schema.get("x-any"):
                settings["alternatives"] = True
                either += f" | AnyOf[{one}]"
        return {
            "name": _identifier(wire.replace(".", "_"), where),
            "wire": wire,
            "place": place,
            "kind": "Secret" if secret else kind,
            "annotation": either + (" | None" if optional else ""),
            "required": not optional,
            "secret": secret,
            "description": schema["description"],
            "choices": choices,
            "settings": _sources(**settings),
        }

    def _failures(self, operation: Node) -> Iterator[Node]:
        for response in operation["responses"].values():
            resolved = self._resolve(response)
            if "x-error" in resolved:
                yield resolved

    # What is appended to an answer

    def _parts(self, path: str, operation: Node, arguments: list[Node]) -> list[Node]:
        """Return what `append_to_response` may ask for: each part is the rest of the path of another operation."""
        offered = next((each for each in arguments if each["wire"] == _APPEND), None)
        if offered is None:
            return []
        answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
        owner = answer["$ref"].removeprefix(_SCHEMAS)
        parts = [self._part(path, wire, owner, wire.replace("/", "_")) for wire in offered["choices"]]
        for argument, said in operation.get("x-append-by-number", {}).items():
            part = self._part(path, said["part"], owner, said["field"])
            part["settings"] |= _sources(argument=argument, ids=said["ids"])
            part["argument"] = {
                "name": argument,
                "wire": said["part"],
                "place": "append",
                "kind": "int",
                "annotation": "int | Collection[int] | None",
                "required": False,
                "secret": False,
                "description": said["description"],
                "settings": _sources(many=True, least=0),
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
        model = self._type(success["content"]["application/json"]["schema"], whole).text
        needed = self._needs_session(operation, self._arguments(whole, operation))
        return {
            "wire": wire,
            "field": _identifier(field, wire),
            "model": model,
            "settings": _sources(needs_session=True) if needed else {},
        }

    @staticmethod
    def _part_field(part: Node) -> Node:
        what = part["wire"].replace("{", "").replace("}", "")
        mapped = "argument" in part
        return {
            "name": part["field"],
            "annotation": f"Mapping[int, {part['model']}]" if mapped else f"{part['model']} | None",
            "value": "field(factory=dict, hash=False)" if mapped else "None",
            "description": (
                f"What `{part['argument']['name']}` asked for, by number."
                if mapped
                else f"What `append_to_response` with `{what}` asked for; None where it was not asked for."
            ),
            "classes": [[part["model"], snake_case(part["model"])]],
            "kinds": None,
        }

    # Schemas

    def _class(self, name: str) -> Node | None:
        """Return a schema that becomes a class or a union, and None for one that is written out where it is used."""
        schema = self._schemas[name]
        if "enum" in schema and schema.get("type") == "integer":
            return dict(schema)
        if "discriminator" in schema:
            kinds = {
                value: reference.removeprefix(_SCHEMAS) for value, reference in schema["discriminator"]["mapping"].items()
            }
            return {
                "type": "object",
                "description": schema.get("description", name),
                "x-class": {
                    "union": True,
                    "tag": schema["discriminator"]["propertyName"],
                    "kinds": kinds,
                    "classes": [[each, snake_case(each)] for each in sorted({*kinds.values()})],
                },
            }
        if self._is_map(schema) or self._flat(schema).get("type") != "object":
            return None
        fields = [self._field(name, each, value) for each, value in self._properties(schema).items()]
        required = {*self._flat(schema).get("required", [])}
        first = [field for field in fields if field["name"] in required]
        rest = [field for field in fields if field["name"] not in required]
        fields = [*first, *rest, *self._fields.get(name, [])]
        classes = {tuple(each) for field in fields for each in field["classes"] if each[0] != name}
        return {
            "type": "object",
            "description": schema.get("description", name),
            "x-class": {
                "union": False,
                "fields": fields,
                "classes": sorted(classes),
                "kinds": [field["name"] for field in fields if field["kinds"]],
            },
        }

    def _field(self, owner: str, name: str, schema: Node) -> Node:
        where = f"{owner}.{name}"
        found = self._type(schema, where)
        flat = self._flat(schema)
        required = name in self._flat(self._schemas[owner]).get("required", [])
        options: list[str] = []
        if not required:
            options.append(self._default(flat, found))
        if not found.hashable:
            options.append("hash=False")
        if flat.get("format") == "password":
            options.append("repr=False")
        annotation = found.text
        if not required and options[0] == "default=None" and "None" not in annotation:
            annotation += " | None"
        if len(options) == 1 and options[0].startswith("default="):
            value = options[0].removeprefix("default=")
        else:
            value = f"field({', '.join(options)})" if options else None
        kinds = [each for each in found.classes if "discriminator" in self._schemas[each]]
        return {
            "name": _identifier(name, where),
            "annotation": annotation,
            "value": value,
            "description": schema.get("description", flat.get("description", "")),
            "classes": [[each, snake_case(each)] for each in sorted(found.classes)],
            "kinds": kinds[0] if kinds else None,
        }

    def _default(self, schema: Node, found: Type) -> str:
        if "default" in schema:
            return f"default={schema['default']!r}"
        if found.text.startswith("tuple["):
            return "default=()"
        if found.text.startswith("Mapping["):
            return "factory=dict"
        return "default=None"

    def _type(self, schema: Node, where: str) -> Type:
        """Return the type of what a schema describes."""
        if "$ref" in schema:
            name = schema["$ref"].removeprefix(_SCHEMAS)
            target = self._schemas[name]
            if "discriminator" in target or ("enum" in target and target.get("type") == "integer"):
                return Type(name, frozenset({name}))
            if not self._is_map(target) and self._flat(target).get("type") == "object":
                return Type(name, frozenset({name}))
            return self._type(target, where)
        for union in ("oneOf", "anyOf"):
            if union in schema:
                return self._union(schema[union], where)
        if "allOf" in schema:
            if len(schema["allOf"]) == 1:
                return self._type(schema["allOf"][0], where)
            raise RefusedError(f"an object has a name among the schemas: {where}")
        if "const" in schema:
            return Type(f"Literal[{schema['const']!r}]")
        kinds = schema.get("type")
        if isinstance(kinds, list):
            found = [self._type({**schema, "type": kind}, where) for kind in kinds if kind != "null"]
            whole = found[0]
            for each in found[1:]:
                whole = whole.union(each)
            return whole._replace(text=f"{whole.text} | None", nullable=True) if "null" in kinds else whole
        if kinds == "null":
            return Type("None", nullable=True)
        if kinds == "array":
            inner = self._type(schema["items"], f"{where}[]")
            return Type(f"tuple[{inner.text}, ...]", inner.classes, hashable=inner.hashable)
        if kinds == "object":
            if not self._is_map(schema):
                raise RefusedError(f"an object has a name among the schemas: {where}")
            inner = self._type(schema["additionalProperties"], f"{where}{{}}")
            return Type(f"Mapping[str, {inner.text}]", inner.classes, hashable=False)
        if kinds in _SCALARS:
            return Type(_DAYS.get(schema.get("format", ""), _SCALARS[kinds]) if kinds == "string" else _SCALARS[kinds])
        if schema.get("x-any-type"):
            return Type("Any", nullable=True, hashable=False)
        raise RefusedError(f"a schema must say its type: {where}")

    def _union(self, schemas: list[Node], where: str) -> Type:
        found = [self._type(each, where) for each in schemas]
        enumerations = [each for each in found if each.classes and self._is_enumeration(each.text)]
        if enumerations:  # an open one: its class takes any number
            found = [each for each in found if each.text != "int"]
        objects = [each for each in found if each.classes and not self._is_enumeration(each.text)]
        if len(objects) > 1:
            raise RefusedError(f"objects are told apart by a discriminator: {where}")
        whole = found[0]
        for each in found[1:]:
            whole = whole.union(each)
        return whole

    def _is_enumeration(self, name: str) -> bool:
        return "enum" in self._schemas.get(name, {})

    @staticmethod
    def _is_map(schema: Node) -> bool:
        return isinstance(schema.get("additionalProperties"), dict) and "properties" not in schema

    def _properties(self, schema: Node) -> Node:
        properties: Node = self._flat(schema).get("properties", {})
        return properties

    def _flat(self, schema: Node) -> Node:
        """Return a schema without a reference and without `allOf` at its top."""
        schema = self._resolve(schema)
        if "allOf" not in schema:
            return schema
        whole: Node = {"type": "object", "required": [], "properties": {}}
        for part in (*schema["allOf"], {key: value for key, value in schema.items() if key != "allOf"}):
            flat = self._flat(part)
            whole["required"] = [*whole["required"], *flat.get("required", [])]
            whole["properties"] = {**whole["properties"], **flat.get("properties", {})}
        return whole

    def _resolve(self, node: Node) -> Node:
        while "$ref" in node:
            target: Any = self.document
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            node = target
        return node


class _Source(str):
    """A value as it is written."""

    __slots__ = ()


def _sources(**values: Any) -> Node:
    """Return how values are written."""
    return {name: value if isinstance(value, _Source) else repr(value) for name, value in values.items()}


def _in_module(answer: Type) -> str:
    """Return a type with its classes taken from the package of models, which imports them when they are asked for."""
    text = answer.text
    for name in answer.classes:
        text = "".join(f"models.{part}" if part == name else part for part in _words(text))
    return text


def _words(text: str) -> Iterator[str]:
    word = ""
    for character in text:
        if character.isalnum() or character == "_":
            word += character
        else:
            yield from (word, character)
            word = ""
    yield word


def _identifier(name: str, where: str) -> str:
    if not name.isidentifier() or keyword.iskeyword(name):
        raise RefusedError(f"the name is no Python identifier: {where}")
    if name.startswith("_"):
        raise RefusedError(f"attrs would take the underscore away: {where}")
    return name
