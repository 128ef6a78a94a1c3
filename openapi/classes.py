"""What a template needs of each schema that becomes a class: its fields, as they are written."""

from __future__ import annotations

from typing import Any

from annotations import SCHEMAS, Node, Schemas, Type, identifier
from openapi_python_client.strings import snake_case


def with_modules(names: frozenset[str]) -> list[list[str]]:
    """Return classes with their modules, in order."""
    return [[name, snake_case(name)] for name in sorted(names)]


def class_of(schemas: Schemas, name: str, more: list[Node]) -> Node | None:
    """Return the schema that the generator is given for one of the document's.

    Args:
        schemas: All schemas.
        name: The name of the one.
        more: Fields that it has beside its properties.

    Returns:
        A schema with all that its template needs in `x-class`; None for one that is written out where it is used.
    """
    schema = schemas.by_name[name]
    if schemas.is_enumeration(name):
        return dict(schema)
    described = {"type": "object", "description": schema.get("description", name)}
    if schemas.is_union(name):
        mapping = schema["discriminator"]["mapping"]
        kinds = {value: reference.removeprefix(SCHEMAS) for value, reference in mapping.items()}
        return described | {
            "x-class": {
                "union": True,
                "tag": schema["discriminator"]["propertyName"],
                "kinds": kinds,
                "default": schema.get("x-default-kind"),
                "classes": with_modules(frozenset(kinds.values())),
            }
        }
    if not schemas.is_model(name):
        return None
    flat = schemas.flat(schema)
    required = {*flat.get("required", [])}
    fields = [
        _field(schemas, f"{name}.{each}", each, value, required=each in required)
        for each, value in flat.get("properties", {}).items()
    ]
    fields.sort(key=lambda field: field["name"] not in required)
    fields += more
    classes = {tuple(each) for field in fields for each in field["classes"] if each[0] != name}
    return described | {"x-class": {"union": False, "fields": fields, "classes": sorted(classes)}}


def _field(schemas: Schemas, where: str, name: str, schema: Node, *, required: bool) -> Node:
    found = schemas.type(schema, where)
    flat = schemas.flat(schema)
    default = None if required else _default(flat, found)
    options = [] if default is None else [default]
    if not found.hashable:
        options.append("hash=False")
    if flat.get("format") == "password":
        options.append("repr=False")
    value: Any = f"field({', '.join(options)})" if options else None
    if default is not None and options == [default] and default.startswith("default="):
        value = default.removeprefix("default=")
    text = found.text
    if default == "default=None":
        text += " | None" if "None" not in text.split(" | ") and text != "Any" else ""
    elif default is not None:  # null is absence: the default stands in its place
        text = " | ".join(each for each in text.split(" | ") if each != "None")
    return {
        "name": identifier(name, where),
        "annotation": text,
        "value": value,
        "description": schema.get("description", flat.get("description", "")),
        "classes": with_modules(found.classes),
        "kinds": next(filter(schemas.is_union, found.classes), None),
    }


def _default(schema: Node, found: Type) -> str:
    """Return what a field is where TMDB sends nothing: null is absence."""
    if "default" in schema:
        default = schema["default"]
        return f"default={float(default) if schema.get('type') == 'number' else default!r}"
    if found.text.startswith("tuple["):
        return "default=()"
    return (
        f"factory={found.text.replace('Mapping', 'dict', 1)}" if found.text.startswith("Mapping[") else "default=None"
    )
