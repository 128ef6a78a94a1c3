from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from openapi_spec_validator import validate as validate_document
from openapi_spec_validator.validation.exceptions import OpenAPIValidationError

import tmdb_async
from tmdb_async.calls.decode import status_error

from .conftest import ROOT, Validate

Document = dict[str, Any]

# The operations that the rules about languages and sessions are about; the document may have others.
WITH_LANGUAGE = {"tv_series.credits", "tv_episodes.credits", "tv_seasons.account_states"}
SESSIONS = {
    "tv_series.credits": {},
    "tv_episodes.credits": {},
    "tv_seasons.account_states": {"session_id": "query", "guest_session_id": "query"},
}


def walk(node: object, pointer: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of a JSON document with its JSON pointer, outermost first."""
    if isinstance(node, dict):
        yield pointer, node
        for key, child in node.items():
            yield from walk(child, f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}")
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield from walk(child, f"{pointer}/{index}")


def resolve(document: Document, node: dict[str, Any]) -> dict[str, Any]:
    """What a node stands for, if it is a reference into the document; else the node itself."""
    if "$ref" in node:
        target: Any = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        return dict(target)
    return node


def operations(document: Document) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        for operation in item.values():
            yield path, operation


def parameters(document: Document, operation: dict[str, Any]) -> list[dict[str, Any]]:
    return [resolve(document, parameter) for parameter in operation.get("parameters", [])]


def examples(bundled: Document) -> Iterator[tuple[str, str, Any]]:
    """Each example of a body: its own JSON pointer, the pointer of its schema, and its value."""
    for pointer, node in walk(bundled):
        if "examples" in node and "schema" in node:
            for name, example in node["examples"].items():
                yield f"{pointer}/examples/{name}", f"{pointer}/schema", example["value"]


def kinds_of_leaves(value: object, place: tuple[str | int, ...] = ()) -> dict[tuple[str, ...], tuple[str | int, ...]]:
    """One place for each kind of leaf of a JSON value: the first of an array stands for all of it."""
    if isinstance(value, dict):
        children: list[tuple[str | int, object]] = list(value.items())
    elif isinstance(value, list):
        children = list(enumerate(value))
    else:
        children = []
    if not children:
        return {tuple("*" if isinstance(part, int) else part for part in place): place}
    found: dict[tuple[str, ...], tuple[str | int, ...]] = {}
    for key, child in children:
        found = kinds_of_leaves(child, (*place, key)) | found
    return found


def corrupted(value: Any, place: tuple[str | int, ...]) -> Any:
    """The value with an empty array in one place, or an empty object where an empty array is."""
    copied = copy.deepcopy(value)
    node = copied
    for part in place[:-1]:
        node = node[part]
    node[place[-1]] = {} if isinstance(node[place[-1]], list) else []
    return copied


def without(value: Any, place: tuple[str | int, ...]) -> Any:
    """The value without what is in one place."""
    copied = copy.deepcopy(value)
    node = copied
    for part in place[:-1]:
        node = node[part]
    del node[place[-1]]
    return copied


def required_fields(
    document: Document, node: dict[str, Any], value: Any, place: tuple[str | int, ...] = ()
) -> Iterator[tuple[str | int, ...]]:
    """Each place of a value that its schema requires: at the top, in its objects and in the first row of its arrays."""
    schema = resolve(document, node)
    for union in (schema.get("oneOf", []), schema.get("anyOf", [])):
        for each in union:
            yield from required_fields(document, each, value, place)
    if isinstance(value, dict):
        yield from ((*place, name) for name in schema.get("required", []))
        for name, child in schema.get("properties", {}).items():
            if name in value:
                yield from required_fields(document, child, value[name], (*place, name))
    elif isinstance(value, list) and value and "items" in schema:
        yield from required_fields(document, schema["items"], value[0], (*place, 0))


def test_it_is_an_openapi_document(document: Document, bundled: Document) -> None:
    """The document is valid OpenAPI, both as it stands in its file and with its examples inside."""
    validate_document(document)
    validate_document(bundled)


@pytest.mark.parametrize(
    "break_it",
    [
        lambda document: document.pop("info"),
        lambda document: document["paths"]["/3/tv/{series_id}/credits"]["get"].update(
            operationId="tv_episodes.credits"
        ),
        lambda document: document["paths"]["/3/tv/{series_id}/credits"]["get"]["parameters"].pop(0),
        lambda document: document["components"]["schemas"]["Gender"].update(type="number of the gender"),
    ],
    ids=["without its info", "with one operationId twice", "with an undeclared parameter", "with an unknown type"],
)
def test_it_would_be_refused(document: Document, break_it: Callable[[Document], object]) -> None:
    """The validator is one that refuses: what it accepts means something."""
    broken = copy.deepcopy(document)
    break_it(broken)
    with pytest.raises(OpenAPIValidationError):
        validate_document(broken)


def test_every_example_is_what_its_schema_says(bundled: Document, validate: Validate) -> None:
    """Each example of a body, of a success or of a failure, is valid by the schema beside it."""
    found = list(examples(bundled))
    # Each operation has one, and so has each failure: three operations or more, and four failures.
    bodies = len(list(operations(bundled))) + len(bundled["components"]["responses"])
    assert len({schema for _, schema, _ in found}) == bodies >= 7
    assert {pointer: problems for pointer, schema, value in found if (problems := validate(schema, value))} == {}


def test_every_example_of_a_schema_is_what_the_schema_says(document: Document, validate: Validate) -> None:
    """The `example` inside a schema is valid by that schema."""
    found = [(pointer, node["example"]) for pointer, node in walk(document) if "example" in node]
    assert found
    assert {pointer: problems for pointer, value in found if (problems := validate(pointer, value))} == {}


def test_a_corrupted_example_is_refused(bundled: Document, validate: Validate) -> None:
    """An example with one value of another type is refused, whichever value it is: the schemas leave none open.

    So every key that an example holds is one that its schema declares.
    """
    accepted = [
        (pointer, place)
        for pointer, schema, value in examples(bundled)
        for place in kinds_of_leaves(value).values()
        if not validate(schema, corrupted(value, place))
    ]
    assert accepted == []


def test_every_required_field_is_missed(bundled: Document, validate: Validate) -> None:
    """An example is refused without one of the fields that its schema requires, in the body or in a row of it."""
    nodes = dict(walk(bundled))
    checked = set()
    for pointer, schema, value in examples(bundled):
        for place in required_fields(bundled, nodes[schema], value):
            assert validate(schema, without(value, place)), (pointer, place)
            checked.add(place[-1])
    # Those that the examples of the first three operations have.
    assert checked >= {
        *("id", "name", "credit_id", "department", "job", "results", "episode_number", "rated", "value"),
    }


def test_the_examples_are_tmdbs_own(bundled: Document, documented: dict[str, Any]) -> None:
    """The examples of successes are the bodies of TMDB's pages, unchanged."""
    ours = {pointer.rpartition("/")[2]: value for pointer, _, value in examples(bundled)}
    assert ours["game_of_thrones"] == documented["tv_series_credits"]
    assert ours["breaking_bad_pilot"] == documented["tv_episode_credits"]
    assert ours["unrated"] == documented["season_account_states"]


def test_the_rated_example_differs_from_tmdbs_in_the_ratings_alone(bundled: Document) -> None:
    """TMDB shows no rated episode: ours is its unrated body, with a broken and a whole number for the first two."""
    ours = {pointer.rpartition("/")[2]: value for pointer, _, value in examples(bundled)}
    rated, unrated = copy.deepcopy(ours["rated"]), ours["unrated"]
    ratings = [row["rated"] for row in rated["results"]]
    assert ratings[:2] == [{"value": 8.5}, {"value": 9}]
    assert not any(ratings[2:])
    for row in rated["results"]:
        row["rated"] = False
    assert rated == unrated


def test_every_file_of_examples_is_referenced(document: Document) -> None:
    """Each `externalValue` is a file beside the document, and no file there is left over."""
    folder = ROOT / "openapi"
    named = [node["externalValue"] for _, node in walk(document) if "externalValue" in node]
    assert sorted(named) == sorted(path.relative_to(folder).as_posix() for path in (folder / "examples").iterdir())


def test_every_example_of_a_success_says_which_request_it_answers(document: Document, validate: Validate) -> None:
    """`x-request` names all parameters of the path and no parameter that the operation does not declare."""
    # The pointer of each parameter's schema, whether it is declared in its operation or referred to.
    pointers = {
        (id(operation), resolve(document, node)["name"]): node.get("$ref", f"#{pointer}/parameters/{index}")[1:]
        for pointer, operation in walk(document)
        if "operationId" in operation
        for index, node in enumerate(operation.get("parameters", []))
    }
    for path, operation in operations(document):
        declared = {parameter["name"]: parameter for parameter in parameters(document, operation)}
        needed = {name for name, parameter in declared.items() if parameter["in"] == "path"}
        for example in operation["responses"]["200"]["content"]["application/json"]["examples"].values():
            assert needed <= example["x-request"].keys() <= declared.keys(), path
            for name, value in example["x-request"].items():
                assert validate(f"{pointers[id(operation), name]}/schema", value) == [], (path, name)


def test_every_operation_says_how_it_may_fail(document: Document) -> None:
    """A success, a refused credential, a missing resource, too many requests, and whatever else."""
    for path, operation in operations(document):
        assert list(operation["responses"]) == ["200", "401", "404", "429", "default"], path


def test_every_failure_names_its_exception(document: Document) -> None:
    """`x-error` is an exception of the package, and the very one that an answer with this status is raised as."""
    for path, operation in operations(document):
        for status, reference in operation["responses"].items():
            if status == "200":
                continue
            name = resolve(document, reference)["x-error"]
            raised = status_error(418 if status == "default" else int(status), {}, b"")
            assert type(raised) is getattr(tmdb_async, name), (path, status)


def test_what_an_answer_repeats_is_there(bundled: Document) -> None:
    """`x-repeats` names fields of the answer and parameters of the path, and each example shows them to be equal."""
    said = {operation["operationId"]: operation.get("x-repeats", {}) for _, operation in operations(bundled)}
    assert said["tv_series.credits"] == {"id": "series_id"}
    assert said["tv_episodes.credits"] == said["tv_seasons.account_states"] == {}  # which have an id of their own
    for path, operation in operations(bundled):
        success = operation["responses"]["200"]["content"]["application/json"]
        for field, parameter in operation.get("x-repeats", {}).items():
            assert field in resolve(bundled, success["schema"])["properties"], path
            assert f"{{{parameter}}}" in path
            for example in success["examples"].values():
                assert example["value"][field] == example["x-request"][parameter], path


def test_every_operation_is_named_by_its_tag_and_its_method(document: Document) -> None:
    """`operationId` is "<tag>.<method>", of the one tag that the operation has and that the document describes."""
    described = {tag["name"] for tag in document["tags"]}
    used = set()
    for path, operation in operations(document):
        [tag] = operation["tags"]
        used.add(tag)
        assert re.fullmatch(rf"{tag}\.[a-z]+(_[a-z]+)*", operation["operationId"]), path
    assert used == described


def test_every_operation_links_to_its_page(document: Document) -> None:
    """The description ends with the address of TMDB's page, a different one for each operation."""
    pages = [
        re.search(r"\n\nTMDB reference: https://developer\.themoviedb\.org/reference/([a-z-]+)$", node["description"])
        for _, node in operations(document)
    ]
    assert all(pages)
    assert len({page[1] for page in pages if page}) == len(pages) >= 3


def test_everything_is_described(document: Document) -> None:
    """Each schema, property, parameter and response says in words what it is: the docstrings are made of them."""
    components = document["components"]
    silent = [name for name, schema in components["schemas"].items() if not schema.get("description")]
    silent += [
        f"{pointer}.{key}"
        for pointer, schema in walk(components["schemas"])
        if isinstance(schema.get("properties"), dict)
        for key, field in schema["properties"].items()
        if not field.get("description")
    ]
    # The generator drops a description that stands beside the schema of a parameter.
    silent += [name for name, each in components["parameters"].items() if not each["schema"].get("description")]
    silent += [name for name, each in components["parameters"].items() if "description" in each]
    silent += [name for name, each in components["responses"].items() if not each.get("description")]
    assert silent == []


def test_the_language_can_be_chosen(document: Document) -> None:
    """The operations with translated texts take `language`, and no operation requires it."""
    found = set()
    for path, operation in operations(document):
        language = {each["name"]: each for each in parameters(document, operation)}.get("language")
        if language is None:
            continue
        found.add(operation["operationId"])
        assert language["in"] == "query", path
        assert not language.get("required"), path
        # A default here would stand in every request, in place of the client's own.
        assert "default" not in language["schema"], path
    assert found >= WITH_LANGUAGE


@pytest.mark.parametrize(
    ("language", "valid"),
    [
        ("US", False),
        ("us-en", False),
        ("pt_BR", False),
        ("PT-br", False),
        ("", False),
        ("en-US ", False),
        ("xen-US", False),
        ("eng", False),
        ("en", True),
        ("pt-BR", True),
    ],
)
def test_a_language_is_two_letters_and_perhaps_a_region(validate: Validate, language: str, *, valid: bool) -> None:
    """All of TMDB's translations have the form `xx-XX`, and bare `xx` is accepted. "US" of its page is no language."""
    assert (validate("/components/parameters/Language/schema", language) == []) is valid


def test_account_states_take_a_session_of_either_kind(document: Document) -> None:
    """Account states know of both kinds of sessions, in the query, and credits know of none."""
    sessions = {
        operation["operationId"]: {
            each["name"]: each["in"] for each in parameters(document, operation) if each["name"].endswith("session_id")
        }
        for _, operation in operations(document)
    }
    assert {name: sessions[name] for name in SESSIONS} == SESSIONS


def test_parameters_are_declared_in_the_order_of_the_path(document: Document) -> None:
    """The parameters of a path are the first arguments of its method, in the order in which the path has them."""
    for path, operation in operations(document):
        declared = [each["name"] for each in parameters(document, operation) if each["in"] == "path"]
        assert declared == re.findall(r"\{(\w+)\}", path)


def test_paths_are_plain(document: Document) -> None:
    """Paths begin with the version and hold no encoded brace, as one of TMDB's pages shows them."""
    for path in document["paths"]:
        assert re.fullmatch(r"/3(/[a-z_]+|/\{[a-z_]+\})+", path), path


def test_everything_declared_is_used(document: Document) -> None:
    """Each component is referenced from somewhere, the security schemes by the document's own security."""
    used = {node["$ref"] for _, node in walk(document) if "$ref" in node}
    used |= {f"#/components/securitySchemes/{name}" for scheme in document["security"] for name in scheme}
    declared = {f"#/components/{kind}/{name}" for kind, named in document["components"].items() for name in named}
    assert declared == used


@pytest.mark.parametrize("rated", [True, None, 8.5, 8, 0, "false", [], {}, {"value": None}, {"value": "8"}])
def test_rated_is_refused(validate: Validate, rated: object) -> None:
    """Anything that is neither `false` nor a rating is refused, the bare `true` and the bare number too."""
    assert validate("/components/schemas/EpisodeAccountState", {"id": 1, "episode_number": 1, "rated": rated})


@pytest.mark.parametrize("rated", [False, {"value": 8}, {"value": 8.5}])
def test_rated_is_accepted(validate: Validate, rated: object) -> None:
    """Without a rating it is `false`; a rating is a whole or a broken number in an object."""
    assert validate("/components/schemas/EpisodeAccountState", {"id": 1, "episode_number": 1, "rated": rated}) == []


def test_a_union_has_its_object_first(document: Document) -> None:
    """The generator's own code would fail on every rated episode with the constant before the object."""
    for pointer, node in walk(document):
        if "oneOf" in node:
            assert "$ref" in node["oneOf"][0], pointer


@pytest.mark.parametrize("schema", ["CastMember", "CrewMember"])
@pytest.mark.parametrize(
    ("gender", "valid"),
    [
        ("1", False),
        ("", False),
        (None, False),
        (1.5, False),
        (True, False),
        (4, True),
        (-1, True),
        (0, True),
        (3, True),
    ],
)
def test_gender_is_an_open_enumeration(validate: Validate, schema: str, gender: object, *, valid: bool) -> None:
    """A number that TMDB adds tomorrow is valid today; what is no number is not."""
    assert (validate(f"/components/schemas/{schema}/properties/gender", gender) == []) is valid


@pytest.mark.parametrize("name", ["TvSeriesCredits", "TvEpisodeCredits", "TvSeasonAccountStates"])
def test_an_unknown_field_is_accepted(bundled: Document, validate: Validate, name: str) -> None:
    """A field that TMDB adds tomorrow is valid today."""
    nodes = dict(walk(bundled))
    wanted = f"#/components/schemas/{name}"
    example = next(value for _, schema, value in examples(bundled) if nodes[schema].get("$ref") == wanted)
    assert validate(f"/components/schemas/{name}", {**example, "added_tomorrow": {"x": []}}) == []


def test_it_is_published_with_the_package(bundled: Document) -> None:
    """The package carries the document with its examples inside, for the sandbox: nothing in it points outside."""
    assert (ROOT / "tmdb_async" / "_generated" / "openapi.json").is_file()
    assert [pointer for pointer, node in walk(bundled) if "externalValue" in node] == []
    assert [node["$ref"] for _, node in walk(bundled) if not node.get("$ref", "#/").startswith("#/")] == []
