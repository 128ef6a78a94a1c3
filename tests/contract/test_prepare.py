"""What stands between the document and the generator: one document of many files, each part as it is in Python."""

from __future__ import annotations

import copy
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from .conftest import ROOT, operations_in, walk

pytestmark = pytest.mark.unmeasured

Document = dict[str, Any]
Change = Callable[[Document], object]

CREDITS = "/3/tv/{series_id}/credits"
DETAILS = "/3/tv/{series_id}"


# One document of many files


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write the files of a small document, and return its root."""

    def written(**files: str) -> Path:
        root = (
            "openapi: 3.1.0\npaths:\n  /a: {$ref: 'paths/a.yaml#/a'}\ncomponents:\n  parameters:\n    Id: {name: id}\n"
        )
        path = "a:\n  get:\n    parameters: [{$ref: '../tmdb.yaml#/components/parameters/Id'}]\n"
        path += "    schema: {$ref: '../schemas/a.yaml#/Node'}\n"
        node = (
            "Node:\n  properties:\n    next: {$ref: '#/Node'}\n    leaf: {$ref: 'b.yaml#/Leaf', description: Mine.}\n"
        )
        leaf = "Leaf: {type: string}\nUnused: {type: string}\n"
        given = {"tmdb": root, "paths/a": path, "schemas/a": node, "schemas/b": leaf}
        for name, text in (given | {name.replace("__", "/"): text for name, text in files.items()}).items():
            (tmp_path / name).with_suffix(".yaml").parent.mkdir(exist_ok=True)
            (tmp_path / name).with_suffix(".yaml").write_text(text, encoding="utf-8")
        return tmp_path / "tmdb.yaml"

    return written


def test_many_files_become_one(generator: ModuleType, write: Callable[..., Path]) -> None:
    """A path is put in its place, and every reference leads to the one place of a parameter or of a schema: so may a
    schema refer to itself. Words beside a reference stay, and what nothing refers to is left out.
    """
    assert generator.bundle(write()) == {
        "openapi": "3.1.0",
        "paths": {
            "/a": {
                "get": {
                    "parameters": [{"$ref": "#/components/parameters/Id"}],
                    "schema": {"$ref": "#/components/schemas/Node"},
                }
            }
        },
        "components": {
            "parameters": {"Id": {"name": "id"}},
            "schemas": {
                "Leaf": {"type": "string"},
                "Node": {
                    "properties": {
                        "next": {"$ref": "#/components/schemas/Node"},
                        "leaf": {"$ref": "#/components/schemas/Leaf", "description": "Mine."},
                    }
                },
            },
        },
    }


def test_an_example_is_put_inside(generator: ModuleType, write: Callable[..., Path], tmp_path: Path) -> None:
    """The file of an example is beside the one that names it, and what is said of the example stays."""
    root = write(paths__a="a: {get: {examples: {one: {externalValue: ../one.json, x-request: {}}}}}\n")
    with pytest.raises(FileNotFoundError, match=r"one\.json"):
        generator.bundle(root)
    (tmp_path / "one.json").write_text('{"id": 1}', encoding="utf-8")
    found = generator.bundle(root)["paths"]["/a"]["get"]["examples"]
    assert found == {"one": {"x-request": {}, "value": {"id": 1}}}


def test_the_responses_are_in_order(generator: ModuleType, write: Callable[..., Path]) -> None:
    """YAML's merge key brings the failures in before the success; the method's docstring has them after it."""
    found = generator.bundle(
        write(paths__a="x: &x {default: {}, '404': {}}\na: {get: {operationId: a.a, responses: {<<: *x, '200': {}}}}\n")
    )
    assert [*found["paths"]["/a"]["get"]["responses"]] == ["200", "404", "default"]


@pytest.mark.parametrize(
    ("files", "error", "words"),
    [
        ({"schemas__b": "Other: {}\n"}, LookupError, r"b\.yaml has no /Leaf"),
        ({"paths__a": "b: {}\n"}, LookupError, r"a\.yaml has no /a"),
        ({"paths__a": "a: {$ref: '../tmdb.yaml#/components/parameters/Name'}\n"}, LookupError, r"tmdb\.yaml has no"),
        ({"paths__a": "a: {$ref: 'c.yaml#/c'}\n"}, FileNotFoundError, r"c\.yaml"),
        (
            {"schemas__a": "Node: {a: {$ref: '#/Leaf'}, b: {$ref: 'b.yaml#/Leaf'}}\nLeaf: {}\n"},
            ValueError,
            r"Leaf stands in a\.yaml and in b\.yaml",
        ),
    ],
)
def test_a_reference_that_leads_nowhere_is_refused(
    generator: ModuleType, write: Callable[..., Path], files: dict[str, str], error: type[Exception], words: str
) -> None:
    """So is a name that two schemas have: one of them would be lost."""
    with pytest.raises(error, match=words):
        generator.bundle(write(**files))


# What each part is in Python


@pytest.fixture(scope="module")
def schemas(generator: ModuleType) -> Any:
    """The schemas of a small document, with one of every kind."""
    return sys.modules["annotations"].Schemas(
        {
            "components": {
                "schemas": {
                    "Model": {"type": "object", "properties": {"id": {"type": "integer"}}},
                    "Other": {"type": "object"},
                    "Number": {"type": "integer", "enum": [1, 2]},
                    "Word": {"type": "string"},
                    "Union": {"oneOf": [], "discriminator": {}},
                    "Whole": {
                        "allOf": [
                            {"$ref": "#/components/schemas/Model"},
                            {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
                        ],
                        "required": ["id"],
                        "properties": {"id": {"type": "string"}},
                    },
                    "Map": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Model"}},
                }
            }
        }
    )


def ref(name: str) -> Document:
    return {"$ref": f"#/components/schemas/{name}"}


@pytest.mark.parametrize(
    ("schema", "text", "hashable"),
    [
        ({"type": "integer"}, "int", True),
        ({"type": "number"}, "float", True),
        ({"type": "boolean"}, "bool", True),
        ({"type": "string"}, "str", True),
        ({"type": "string", "format": "date"}, "date", True),
        ({"type": ["string", "null"], "format": "date"}, "date | None", True),
        ({"type": "string", "format": "date-time"}, "datetime", True),
        ({"type": ["integer", "null"]}, "int | None", True),
        ({"type": ["integer", "string"]}, "int | str", True),
        ({"type": "array", "items": {"type": "string"}}, "tuple[str, ...]", True),
        ({"type": "array", "items": {"type": ["string", "null"]}}, "tuple[str | None, ...]", True),
        ({"type": "array", "items": ref("Model")}, "tuple[Model, ...]", True),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, "Mapping[str, int]", False),
        ({"type": "object", "additionalProperties": ref("Model")}, "Mapping[str, Model]", False),
        ({"type": "array", "items": ref("Map")}, "tuple[Mapping[str, Model], ...]", False),
        ({"oneOf": [ref("Model"), {"const": False}]}, "Model | Literal[False]", True),
        ({"oneOf": [ref("Model"), {"type": "null"}]}, "Model | None", True),
        ({"anyOf": [ref("Number"), {"type": "integer"}]}, "Number", True),
        ({"anyOf": [ref("Number"), {"type": "integer"}, {"type": "null"}]}, "Number | None", True),
        ({"x-any-type": True}, "Any", False),
        (ref("Model"), "Model", True),
        (ref("Whole"), "Whole", True),
        (ref("Union"), "Union", True),
        (ref("Word"), "str", True),
    ],
)
def test_a_schema_is_a_type(schemas: Any, *, schema: Document, text: str, hashable: bool) -> None:
    """Each kind of schema has one form in an annotation; what holds a mapping or anything at all has no hash."""
    found = schemas.type(schema, "here")
    assert (found.text, found.hashable) == (text, hashable)
    assert found.classes == {name for name in ("Model", "Number", "Whole", "Union") if name in text}


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({}, "a schema must say its type: here"),
        ({"type": "object", "properties": {}}, "an object has a name among the schemas: here"),
        ({"allOf": []}, "an object has a name among the schemas: here"),
        ({"type": "array", "items": {}}, r"a schema must say its type: here\[\]"),
        ({"type": "object", "additionalProperties": {}}, r"a schema must say its type: here\{\}"),
        ({"oneOf": [ref("Model"), ref("Other")]}, "objects are told apart by a discriminator: here"),
    ],
)
def test_a_schema_without_a_form_is_refused(generator: ModuleType, schemas: Any, schema: Document, words: str) -> None:
    """The message says which it is."""
    with pytest.raises(generator.RefusedError, match=words):
        schemas.type(schema, "here")


def test_all_of_is_one_object(schemas: Any) -> None:
    """The fields of all its parts, with what stands beside them last."""
    assert schemas.flat(ref("Whole")) == {
        "type": "object",
        "required": ["name", "id"],
        "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
    }


def test_classes_are_attributes_where_a_module_has_them(generator: ModuleType) -> None:
    """Whole words alone: a class whose name begins another's is not taken for it."""
    annotations = sys.modules["annotations"]
    found = annotations.Type("tuple[Model | ModelPage | None, ...]", frozenset({"Model"}))
    assert annotations.in_module(found, "models") == "tuple[models.Model | ModelPage | None, ...]"


def facts(generator: ModuleType, document: Document, path: str, method: str = "get") -> Document:
    """What the templates are told of an operation."""
    operation = generator.prepare(document)["paths"][path][method]
    [found] = [each["x-operation"] for each in operation["responses"].values() if "x-operation" in each]
    return dict(found)


@pytest.fixture
def small(document: Document) -> Document:
    """The document with a few of its paths, to be changed and prepared in no time."""
    paths = {path: item for path, item in document["paths"].items() if path.startswith(DETAILS)}
    return copy.deepcopy(document | {"paths": paths})


def add(place: str = "query", name: str = "more", **schema: object) -> Change:
    parameter = {"name": name, "in": place, "schema": {"description": "More.", **schema}}
    return lambda document: document["paths"][CREDITS]["get"]["parameters"].append(parameter)


@pytest.mark.parametrize(
    ("schema", "annotation", "kind", "settings"),
    [
        ({"type": "integer", "minimum": 0}, "int | None", "int", {"least": "0"}),
        ({"type": "number", "maximum": 10, "multipleOf": 0.5}, "float | None", "float", {"most": "10", "step": "0.5"}),
        ({"type": "boolean"}, "bool | None", "bool", {}),
        ({"type": ["integer", "string"], "minimum": 1}, "int | str | None", "str", {"numeric": "True"}),
        ({"type": "string", "format": "date"}, "date | None", "date", {}),
        ({"type": "string", "format": "password"}, "str | None", "Secret", {}),
        ({"type": "string", "enum": ["a", "b"]}, "Literal['a', 'b'] | None", "str", {"choices": "('a', 'b')"}),
        ({"type": "array", "items": {"type": "integer"}}, "int | Collection[int] | None", "int", {"many": "True"}),
        (
            {"type": "array", "x-any": True, "maxItems": 3, "items": {"type": "string", "enum": ["a"]}},
            "Literal['a'] | Collection[Literal['a']] | AnyOf[Literal['a']] | None",
            "str",
            {"choices": "('a',)", "many": "True", "alternatives": "True", "most_items": "3"},
        ),
        (
            {"type": "array", "items": {"type": ["string", "null"]}},
            "str | Collection[str | None] | None",
            "str",
            {"many": "True", "nullable": "True"},
        ),
    ],
)
def test_a_parameter_is_an_argument(
    generator: ModuleType, small: Document, *, schema: Document, annotation: str, kind: str, settings: Document
) -> None:
    """Its type, what it is checked by, and a name without a dot."""
    add(name="more.than", **schema)(small)
    *_, found = facts(generator, small, CREDITS)["arguments"]
    assert (found["name"], found["wire"], found["place"]) == ("more_than", "more.than", "query")
    assert (found["annotation"], found["kind"], found["settings"]) == (annotation, kind, settings)


def test_the_fields_of_a_body_are_arguments(generator: ModuleType, small: Document) -> None:
    """Required ones before the others, beside those of the query; no class is made of the body."""
    found = facts(generator, small, "/3/tv/{series_id}/rating", "post")
    assert [(each["name"], each["place"], each["required"]) for each in found["arguments"]] == [
        ("series_id", "path", True),
        ("value", "body", True),
        ("session_id", "query", False),
        ("guest_session_id", "query", False),
    ]
    assert found["needs_session"]
    prepared = generator.prepare(small)["paths"]["/3/tv/{series_id}/rating"]["post"]
    assert "requestBody" not in prepared


def test_an_operation_says_when_it_is_deprecated(generator: ModuleType, small: Document) -> None:
    """In its own words, where it has some."""
    operation = small["paths"][CREDITS]["get"]
    assert facts(generator, small, CREDITS)["deprecated"] is None
    operation["deprecated"] = True
    assert facts(generator, small, CREDITS)["deprecated"] == "'TMDB has deprecated it.'"
    operation["x-deprecated"] = "Use the other."
    assert facts(generator, small, CREDITS)["deprecated"] == "'Use the other.'"


def test_a_part_is_the_operation_below(generator: ModuleType, small: Document) -> None:
    """Each choice of `append_to_response` names the rest of an operation's path, and gives the model a field."""
    found = {part["wire"]: part for part in facts(generator, small, DETAILS)["parts"]}
    assert found["credits"] == {"wire": "credits", "field": "credits", "model": "TvSeriesCredits", "settings": {}}
    assert found["watch/providers"]["field"] == "watch_providers"
    assert found["account_states"]["settings"] == {"needs_session": "True"}
    numbered = found["season/{season_number}"]
    assert numbered["settings"] == {"argument": "'append_seasons'", "ids": "'seasons'"}
    prepared = generator.prepare(small)["components"]["schemas"]["TvSeriesDetails"]["x-class"]["fields"]
    fields = {field["name"]: field["annotation"] for field in prepared}
    assert fields["credits"] == "TvSeriesCredits | None"
    assert fields[numbered["field"]] == "Mapping[int, TvSeasonDetails]"


def test_an_operation_says_what_its_answers_are_put_together_from(generator: ModuleType, small: Document) -> None:
    """The other operation, what is taken of its parts, and how many of them a request asks for: 20 parts at most."""
    found = facts(generator, small, f"{DETAILS}/season/{{season_number}}/episode/{{episode_number}}/credits")
    assert found["assembled"]["settings"] == {
        "rows": "Taken('append_seasons', ('id', 'crew', 'guest_stars'), 'episodes', 'episode_number')",
        "shared": "(Taken('append_season_credits', ('cast',)),)",
        "numbers": "'seasons'",
        "at_once": "10",
    }
    assert (found["assembled"]["source_tag"], found["assembled"]["source"]) == ("tv_series", "DETAILS")
    assert facts(generator, small, CREDITS)["assembled"] is None


def test_the_secrets_of_an_answer_are_known(generator: ModuleType, small: Document) -> None:
    """Wherever in it they stand, in schemas that hold themselves too: what fails hides them."""
    assert "hidden" not in facts(generator, small, CREDITS)["settings"]
    small["components"]["schemas"]["CastMember"]["properties"] |= {
        "token": {"type": "string", "format": "password"},
        "others": {"type": "array", "items": ref("CastMember")},
        "by_key": {"type": "object", "additionalProperties": ref("Hidden")},
    }
    small["components"]["schemas"]["Hidden"] = {
        "allOf": [{"type": "object", "properties": {"password": {"type": ["string", "null"], "format": "password"}}}]
    }
    assert facts(generator, small, CREDITS)["settings"]["hidden"] == "('password', 'token')"


def test_a_union_says_which_kinds_there_are(generator: ModuleType, document: Document) -> None:
    """And which one a row is of that does not say it."""
    prepared = generator.prepare(document)["components"]["schemas"]
    item, media = prepared["ListItem"]["x-class"], prepared["Media"]["x-class"]
    assert (item["tag"], item["default"]) == ("media_type", "movie")
    assert item["kinds"] == {"movie": "MovieSummary", "tv": "TvSeriesSummary"}
    assert item["classes"] == [["MovieSummary", "movie_summary"], ["TvSeriesSummary", "tv_series_summary"]]
    assert media["default"] is None
    assert {"movie", "tv", "person"} <= media["kinds"].keys()


def test_preparing_leaves_the_document_alone(generator: ModuleType, document: Document) -> None:
    """What is published is what was written."""
    before = json.dumps(document)
    generator.prepare(document)
    assert json.dumps(document) == before
    assert not {"x-operation", "x-class"} & {key for _, node in walk(document) for key in node}


# What is refused


def of_credits(**values: object) -> Change:
    return lambda document: document["paths"][CREDITS]["get"].update(values)


def add_a_property(name: str, **schema: object) -> Change:
    return lambda document: document["components"]["schemas"]["CastMember"]["properties"].update({name: schema})


def offer(document: Document, wire: str) -> None:
    [offered] = [
        each for each in document["paths"][DETAILS]["get"]["parameters"] if each.get("name") == "append_to_response"
    ]
    offered["schema"]["items"]["enum"].append(wire)


def body(**properties: object) -> Change:
    content = {"application/json": {"schema": {"type": "object", "properties": properties}}}
    return of_credits(requestBody={"content": content})


A_PARAMETER = "a parameter is a boolean, a number, a text, a day or a list of these: tv_series.credits, more"
IDENTIFIER = "the name is no Python identifier: "
REFUSED: dict[str, tuple[str, Change]] = {
    "a header parameter": (
        "header and cookie parameters have no template: tv_series.credits, more",
        add("header", type="string"),
    ),
    "a cookie parameter": (
        "header and cookie parameters have no template: tv_series.credits, more",
        add("cookie", type="string"),
    ),
    "a parameter that the path lacks": (
        "the path has no such parameter: tv_series.credits, more",
        add("path", type="string", minLength=1),
    ),
    "a parameter that is no identifier": (
        f"{IDENTIFIER}tv_series.credits, first-name",
        add(name="first-name", type="string"),
    ),
    "a parameter that is a keyword": (f"{IDENTIFIER}tv_series.credits, from", add(name="from", type="string")),
    "a parameter without a description": (
        "a parameter's description stands inside its schema: tv_series.credits, more",
        add(type="string", description=""),
    ),
    "a parameter that is an object": (A_PARAMETER, add(type="object")),
    "a parameter of no type": (A_PARAMETER, add()),
    "a parameter of two types": (A_PARAMETER, add(type=["integer", "boolean"])),
    "a parameter that is a list of lists": (A_PARAMETER, add(type="array", items={"type": "array"})),
    "two parameters of one name": (
        "two parameters have one name: tv_series.credits",
        lambda document: [add(name=name, type="string")(document) for name in ("a.b", "a_b")],
    ),
    "a body whose field is no identifier": (
        f"{IDENTIFIER}tv_series.credits, first-name",
        body(**{"first-name": {"type": "string", "description": "A name."}}),
    ),
    "a body with an object in it": (
        A_PARAMETER,
        body(more={"type": "object", "description": "More."}),
    ),
    "an operationId without its tag": (
        "operationId must be <tag>.<method>: credits",
        of_credits(operationId="credits"),
    ),
    "an operationId of another tag": ("operationId must be <tag>.<method>", of_credits(tags=["tv_seasons"])),
    "two kinds of success": (
        "one success response is needed: tv_series.credits",
        lambda document: document["paths"][CREDITS]["get"]["responses"].update({"201": {}}),
    ),
    "no success": (
        "one success response is needed: tv_series.credits",
        lambda document: document["paths"][CREDITS]["get"]["responses"].pop("200"),
    ),
    "a part that is no operation": (
        f"TvSeriesDetails: there is no operation {DETAILS}/nothing that could be appended",
        lambda document: offer(document, "nothing"),
    ),
    "a property that is no identifier": (
        f"{IDENTIFIER}CastMember.first-name",
        add_a_property("first-name", type="string"),
    ),
    "a property that is a keyword": (f"{IDENTIFIER}CastMember.class", add_a_property("class", type="string")),
    "a property that begins with an underscore": (
        "attrs would take the underscore away: CastMember._id",
        add_a_property("_id", type="string"),
    ),
    "a property of any type that does not say so": (
        "a schema must say its type: CastMember.extra",
        add_a_property("extra"),
    ),
    "an object within an object": (
        "an object has a name among the schemas: CastMember.extra",
        add_a_property("extra", type="object", properties={}),
    ),
    "a union of two objects": (
        "objects are told apart by a discriminator: CastMember.media",
        add_a_property("media", oneOf=[ref("Rating"), ref("EpisodeAccountState")]),
    ),
}


EPISODE_CREDITS = f"{DETAILS}/season/{{season_number}}/episode/{{episode_number}}/credits"


def assemble(change: Callable[[Document], object]) -> Change:
    return lambda document: change(document["paths"][EPISODE_CREDITS]["get"]["x-assembled"])


def lose(schema: str, name: str, **others: object) -> Change:
    """Take a field from a schema, or put another in its place."""

    def change(document: Document) -> None:
        document["components"]["schemas"][schema]["properties"].pop(name)
        document["components"]["schemas"][schema]["properties"] |= others

    return change


ASSEMBLED = "tv_episodes.credits, x-assembled: "
REFUSED |= {
    "an assembly of an unknown operation": (
        f"{ASSEMBLED}there is no operation tv_series.nothing",
        assemble(lambda said: said.update(source="tv_series.nothing")),
    ),
    "an assembly of a part that is not appended": (
        f"{ASSEMBLED}tv_series.details appends no season/{{season_number}}/images by number",
        assemble(lambda said: said["rows"].update(part="season/{season_number}/images")),
    ),
    "an assembly of rows that there are not": (
        f"{ASSEMBLED}there is no field scenes",
        assemble(lambda said: said["rows"].update(list="scenes")),
    ),
    "an assembly of a list that has no rows": (
        f"{ASSEMBLED}there is no field episode_number",
        assemble(lambda said: said["rows"].update(list="overview")),
    ),
    "an assembly of rows without their number": (
        f"{ASSEMBLED}there is no field episode_number",
        lose("TvSeasonEpisode", "episode_number"),
    ),
    "an assembly of a field that the rows lack": (
        f"{ASSEMBLED}there is no field crew",
        lose("TvSeasonEpisode", "crew"),
    ),
    "an assembly of a field that the answer lacks": (
        f"{ASSEMBLED}there is no field overview",
        assemble(lambda said: said["rows"]["fields"].append("overview")),
    ),
    "an assembly of a field of another type": (
        f"{ASSEMBLED}season/{{season_number}}/credits has another cast",
        lose("TvSeasonCredits", "cast", cast={"type": "array", "items": ref("CrewMember")}),
    ),
    "an assembly that leaves a field out": (
        f"{ASSEMBLED}each field of the answer is taken once, and not crew, guest_stars, cast",
        assemble(lambda said: said["rows"]["fields"].remove("id")),
    ),
    "an assembly that takes a field twice": (
        f"{ASSEMBLED}each field of the answer is taken once, and not id, crew, guest_stars, cast, crew",
        assemble(lambda said: said["shared"][0]["fields"].append("crew")),
    ),
    "an assembly whose rows have another number": (
        f"{ASSEMBLED}its path has other parameters than its source, the number and the row",
        assemble(lambda said: said["rows"].update(number="vote_count")),
    ),
    "an assembly whose method is no identifier": (
        f"{IDENTIFIER}tv_episodes.credits",
        assemble(lambda said: said.update(method="episode-credits")),
    ),
}


def test_what_is_changed_below_is_not_refused_before(generator: ModuleType, small: Document) -> None:
    """It is the change that is refused."""
    generator.prepare(small)


@pytest.mark.parametrize("reason", REFUSED)
def test_what_has_no_form_is_refused(generator: ModuleType, small: Document, reason: str) -> None:
    """What the templates would get wrong is refused before anything is generated, and the message names it."""
    words, change = REFUSED[reason]
    change(small)
    with pytest.raises(generator.RefusedError) as caught:
        generator.prepare(small)
    assert words in str(caught.value)


# The page


def test_the_page_of_operations_is_up_to_date(generator: ModuleType, document: Document) -> None:
    """`docs/operations.md` is what the document gives."""
    page = ROOT / "docs" / "operations.md"
    assert page == generator.PAGE
    assert page.read_text(encoding="utf-8") == generator.reference(document)


def test_the_page_has_a_section_for_each_tag(generator: ModuleType, document: Document) -> None:
    """In the document's own order, with a row for each operation."""
    page = generator.reference(document)
    assert [line[3:] for line in page.splitlines() if line.startswith("## ")] == [
        tag["name"] for tag in document["tags"]
    ]
    assert sum(line.startswith("| [") for line in page.splitlines()) == len([*operations_in(document)])
