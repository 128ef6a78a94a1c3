from __future__ import annotations

import copy
import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import validate as validate_document
from openapi_spec_validator.validation.exceptions import OpenAPIValidationError

import tmdb_async
from tmdb_async.calls.decode import status_error

from .conftest import ROOT, SHARED, Validate, flat, operations_in, resolve, success_of, walk

pytestmark = pytest.mark.unmeasured

Document = dict[str, Any]
Place = tuple[str | int, ...]

FOLDER = ROOT / "openapi"
SCHEMAS = "#/components/schemas/"
PAGE = re.compile(r"(?:^|\n\n)TMDB reference: https://developer\.themoviedb\.org/reference/([a-z0-9-]+)$")
SESSIONS = {"session_id", "guest_session_id"}
# Whatever has one of these names lets whoever has it act for somebody.
SECRETS = {*SESSIONS, "request_token", "access_token", "username", "password"}
# Of an account it is the name that everybody sees.
NO_SECRETS = {("Account", "username"), ("ReviewAuthor", "username")}


def parameters(document: Document, operation: dict[str, Any]) -> list[dict[str, Any]]:
    return [resolve(document, parameter) for parameter in operation.get("parameters", [])]


def examples(document: Document) -> Iterator[tuple[str, str, Any]]:
    """Each example of a body: its own JSON pointer, the pointer of its schema, and its value."""
    for pointer, node in walk(document):
        if "examples" in node and "schema" in node:
            for name, example in node["examples"].items():
                yield f"{pointer}/examples/{name}", f"{pointer}/schema", example["value"]


def kinds_of_leaves(value: object, place: Place = ()) -> dict[tuple[str, ...], Place]:
    """One place for each kind of leaf of a JSON value: the first of an array stands for all of it."""
    if isinstance(value, dict):
        children: list[tuple[str | int, object]] = list(value.items())
    elif isinstance(value, list):
        children = list(enumerate(value))
    else:
        children = []
    if not children:
        return {tuple("*" if isinstance(part, int) else part for part in place): place}
    found: dict[tuple[str, ...], Place] = {}
    for key, child in children:
        found = kinds_of_leaves(child, (*place, key)) | found
    return found


def slim(value: Any, place: Place) -> tuple[Any, Place]:
    """The value with no more rows than a place needs, and the place in it: large examples take long to validate."""
    if not place:
        return value, ()
    key, *rest = place
    inner, below = slim(value[key], tuple(rest))
    if isinstance(key, int):
        return [inner], (0, *below)
    return {name: bare(each) for name, each in value.items()} | {key: inner}, (key, *below)


def bare(value: Any) -> Any:
    """The value with no rows at all."""
    if isinstance(value, dict):
        return {name: bare(each) for name, each in value.items()}
    return [] if isinstance(value, list) else value


def at(value: Any, place: Place) -> Any:
    """What is in one place of a value."""
    return at(value[place[0]], place[1:]) if place else value


def corrupted(value: Any, place: Place) -> Any:
    """The value with an empty array in one place, or an empty object where an empty array is."""
    if not place:
        return {} if isinstance(value, list) else []
    key, *rest = place
    copied = copy.copy(value)
    copied[key] = corrupted(value[key], tuple(rest))
    return copied


def without(value: Any, place: Place) -> Any:
    """The value without what is in one place."""
    key, *rest = place
    copied = copy.copy(value)
    if rest:
        copied[key] = without(value[key], tuple(rest))
    else:
        del copied[key]
    return copied


def schemas_at(document: Document, node: Document, value: Any, place: Place = ()) -> Iterator[tuple[Place, Document]]:
    """Each schema that a value is held against, with its place: at the top, in objects, in the first row of arrays."""
    schema = flat(document, node)
    yield place, schema
    branches = [*schema.get("oneOf", []), *schema.get("anyOf", [])]
    if "discriminator" in schema and isinstance(value, dict):
        kind = value.get(schema["discriminator"]["propertyName"], schema.get("x-default-kind"))
        branches = [{"$ref": reference} for of, reference in schema["discriminator"]["mapping"].items() if of == kind]
    for each in branches:
        yield from schemas_at(document, each, value, place)
    if isinstance(value, dict):
        for name, child in schema.get("properties", {}).items():
            if name in value:
                yield from schemas_at(document, child, value[name], (*place, name))
        for name in value.keys() - schema.get("properties", {}).keys():
            if isinstance(schema.get("additionalProperties"), dict):
                yield from schemas_at(document, schema["additionalProperties"], value[name], (*place, name))
    elif isinstance(value, list) and value and "items" in schema:
        yield from schemas_at(document, schema["items"], value[0], (*place, 0))


def properties(document: Document) -> Iterator[tuple[str, str, Document]]:
    """Each property of a schema with a name, of the body of a request too: where it stands, its name and its schema."""
    nodes = [*document["components"]["schemas"].items()]
    for _, _, operation in operations_in(document):
        if "requestBody" in operation:
            nodes.append((operation["operationId"], operation["requestBody"]["content"]["application/json"]["schema"]))
    for name, node in nodes:
        for _, schema in walk(node):
            if isinstance(schema.get("properties"), dict):
                yield from ((name, key, child) for key, child in schema["properties"].items())


def test_it_is_an_openapi_document(document: Document) -> None:
    """The document is valid OpenAPI, with its files put together and its examples inside."""
    validate_document(document)


@pytest.fixture(scope="module")
def small(document: Document) -> Document:
    """The document with two of its paths, which the validator accepts."""
    keep = {"/3/tv/{series_id}/credits", "/3/tv/{series_id}/season/{season_number}/episode/{episode_number}/credits"}
    small = document | {"paths": {path: document["paths"][path] for path in sorted(keep)}}
    validate_document(small)
    return small


@pytest.mark.xdist_group("validator")  # so that it is accepted once
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
def test_it_would_be_refused(small: Document, break_it: Callable[[Document], object]) -> None:
    """The validator is one that refuses: what it accepts means something."""
    broken = copy.deepcopy(small)
    break_it(broken)
    with pytest.raises(OpenAPIValidationError):
        validate_document(broken)


def test_every_example_is_what_its_schema_says(document: Document, validate: Validate) -> None:
    """Each example of a body, of a success or of a failure, is valid by the schema beside it."""
    found = list(examples(document))
    # Each failure has one; the successes that have none are made up by the sandbox.
    assert len({schema for _, schema, _ in found}) >= len(document["components"]["responses"]) + 60
    assert {pointer: problems for pointer, schema, value in found if (problems := validate(schema, value))} == {}


def test_every_example_of_a_schema_is_what_the_schema_says(document: Document, validate: Validate) -> None:
    """The `example` inside a schema is valid by that schema."""
    found = [(pointer, node["example"]) for pointer, node in walk(document) if "example" in node]
    assert found
    assert {pointer: problems for pointer, value in found if (problems := validate(pointer, value))} == {}


def test_a_corrupted_example_is_refused(document: Document, validate: Validate) -> None:
    """An example with one value of another type is refused, whichever value it is: the schemas leave none open, but
    for what may be anything.

    So every key that an example holds is one that its schema declares.
    """
    nodes = dict(walk(document))
    accepted = []
    for pointer, schema, value in examples(document):
        for kind, place in kinds_of_leaves(value).items():
            less, below = slim(value, place)
            if validate(schema, corrupted(less, below)):
                continue
            anything = [where for where, each in schemas_at(document, nodes[schema], less) if each.get("x-any-type")]
            if not any(below[: len(where)] == where for where in anything):
                accepted.append((pointer, kind))
    assert accepted == []


def test_every_required_field_is_missed(document: Document, validate: Validate) -> None:
    """An example is refused without one of the fields that its schema requires, in the body or in a row of it."""
    nodes = dict(walk(document))
    checked = set()
    for pointer, schema, value in examples(document):
        for place, found in schemas_at(document, nodes[schema], value):
            for name in found.get("required", []) if isinstance(at(value, place), dict) else ():
                less, below = slim(value, (*place, name))
                assert validate(schema, without(less, below)), (pointer, place, name)
                checked.add(name)
    # Those that the examples of the first three operations have.
    assert checked >= {"id", "name", "credit_id", "department", "job", "episode_number", "rated", "value"}


def bodies(document: Document) -> dict[tuple[str, str], Any]:
    """The examples of successes, by their operation and their name."""
    return {
        (operation["operationId"], name): example["value"]
        for _, _, operation in operations_in(document)
        for name, example in success_of(operation)["content"]["application/json"].get("examples", {}).items()
    }


def test_the_examples_are_tmdbs_own(document: Document, documented: dict[str, Any]) -> None:
    """The examples of successes are the bodies of TMDB's pages, unchanged."""
    ours = bodies(document)
    assert ours["tv_series.credits", "game_of_thrones"] == documented["tv_series_credits"]
    assert ours["tv_episodes.credits", "breaking_bad_pilot"] == documented["tv_episode_credits"]
    assert ours["tv_seasons.account_states", "unrated"] == documented["season_account_states"]


def test_the_rated_example_differs_from_tmdbs_in_the_ratings_alone(document: Document) -> None:
    """TMDB shows no rated episode: ours is its unrated body, with a broken and a whole number for the first two."""
    ours = bodies(document)
    rated, unrated = (ours["tv_seasons.account_states", name] for name in ("rated", "unrated"))
    rated = copy.deepcopy(rated)
    ratings = [row["rated"] for row in rated["results"]]
    assert ratings[:2] == [{"value": 8.5}, {"value": 9}]
    assert not any(ratings[2:])
    for row in rated["results"]:
        row["rated"] = False
    assert rated == unrated


def written(folder: str = ".") -> Iterator[tuple[Path, str]]:
    """The files of the document, as they are written."""
    for path in sorted((FOLDER / folder).rglob("*.yaml")):
        yield path, path.read_text(encoding="utf-8")


def test_every_file_of_examples_is_referenced() -> None:
    """Each `externalValue` is a file beside the document, and no file there is left over."""
    named = [
        (path.parent / name).resolve() for path, text in written() for name in re.findall("externalValue: (.+)", text)
    ]
    assert sorted(named) == sorted((FOLDER / "examples").iterdir())


def top_level(text: str) -> list[str]:
    return re.findall(r"^(\w+):", text, re.MULTILINE)


def test_everything_in_the_files_is_used(document: Document) -> None:
    """Each path and each schema of the files is referred to: the bundle would leave the others out in silence."""
    root = (FOLDER / "tmdb.yaml").read_text(encoding="utf-8")
    items = [f"paths/{path.name}#/{name}" for path, text in written("paths") for name in top_level(text)]
    assert sorted(items) == sorted(re.findall(r"\$ref: (paths/\S+)", root))
    schemas = [name for _, text in written("schemas") for name in top_level(text)]
    assert sorted(schemas) == sorted(document["components"]["schemas"])


def test_every_example_of_a_success_says_which_request_it_answers(document: Document, validate: Validate) -> None:
    """`x-request` names all parameters of the path and no parameter that the operation does not declare."""
    # The pointer of each parameter's schema, whether it is declared in its operation or referred to.
    pointers = {
        (id(operation), resolve(document, node)["name"]): node.get("$ref", f"#{pointer}/parameters/{index}")[1:]
        for pointer, operation in walk(document["paths"], "/paths")
        if "operationId" in operation
        for index, node in enumerate(operation.get("parameters", []))
    }
    for path, _, operation in operations_in(document):
        declared = {parameter["name"]: parameter for parameter in parameters(document, operation)}
        needed = {name for name, parameter in declared.items() if parameter.get("required")}
        for example in success_of(operation)["content"]["application/json"].get("examples", {}).values():
            assert needed <= example["x-request"].keys() <= declared.keys(), path
            for name, value in example["x-request"].items():
                assert validate(f"{pointers[id(operation), name]}/schema", value) == [], (path, name)


def test_every_operation_says_how_it_may_fail(document: Document) -> None:
    """One success, a refused credential, a missing resource, too many requests, and whatever else."""
    for path, method, operation in operations_in(document):
        [success, *failures] = operation["responses"]
        assert success in ("200", "201"), (path, method)
        assert failures == ["401", "404", "429", "default"], (path, method)


def test_every_failure_names_its_exception(document: Document) -> None:
    """`x-error` is an exception of the package, and the very one that an answer with this status is raised as."""
    for path, _, operation in operations_in(document):
        for status, reference in operation["responses"].items():
            if status.startswith("2"):
                continue
            name = resolve(document, reference)["x-error"]
            raised = status_error(418 if status == "default" else int(status), {}, b"")
            assert type(raised) is getattr(tmdb_async, name), (path, status)


def test_what_an_answer_repeats_is_there(document: Document) -> None:
    """`x-repeats` names fields of the answer and parameters of the path, and each example shows them to be equal."""
    said = {operation["operationId"]: operation.get("x-repeats", {}) for _, _, operation in operations_in(document)}
    assert said["tv_series.credits"] == {"id": "series_id"}
    assert said["tv_episodes.credits"] == said["tv_seasons.account_states"] == {}  # which have an id of their own
    for path, _, operation in operations_in(document):
        success = success_of(operation)["content"]["application/json"]
        for field, parameter in operation.get("x-repeats", {}).items():
            assert field in flat(document, success["schema"])["properties"], path
            assert f"{{{parameter}}}" in path
            for example in success.get("examples", {}).values():
                assert example["value"][field] == example["x-request"][parameter], path


def test_every_operation_is_named_by_its_tag_and_its_method(document: Document) -> None:
    """`operationId` is "<tag>.<method>", of the one tag that the operation has and that the document describes."""
    described = [tag["name"] for tag in document["tags"]]
    assert all(tag["description"] for tag in document["tags"])
    names, used = [], set()
    for path, _, operation in operations_in(document):
        [tag] = operation["tags"]
        used.add(tag)
        names.append(operation["operationId"])
        assert re.fullmatch(rf"{tag}\.[a-z]+(_[a-z0-9]+)*", operation["operationId"]), path
    assert used == {*described}
    assert len({*described}) == len(described)
    assert len({*names}) == len(names)


def pages(document: Document) -> dict[tuple[str, str], str]:
    """TMDB's own name of each operation, by its path and its method."""
    found = {}
    for path, method, operation in operations_in(document):
        page = PAGE.search(operation["description"])
        assert page, operation["operationId"]
        found[path, method] = page[1]
    return found


def test_every_operation_links_to_its_page(document: Document) -> None:
    """The description ends with the address of TMDB's page, a different one for each operation."""
    found = pages(document)
    assert len({*found.values()}) == len(found) >= 118


def test_the_pages_are_tmdbs_own(document: Document) -> None:
    """Each operation links to the page that TMDB has for its path and its method, as TMDB's own file says."""
    if not (SHARED / "official" / "operations.tsv").is_file():
        pytest.skip("TMDB's own file is not here")
    with (SHARED / "official" / "operations.tsv").open(encoding="utf-8") as file:
        theirs = {
            (re.sub(r"\{.*?\}", "{}", row["path"]), row["method"].lower()): row["operationId"]
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        }
    ours = {(re.sub(r"\{.*?\}", "{}", path), method): page for (path, method), page in pages(document).items()}
    assert {key: page for key, page in ours.items() if theirs.get(key) != page} == {}


def test_everything_is_described(document: Document) -> None:
    """Each schema, property, parameter, operation and response says in words what it is: the docstrings are made of
    them.
    """
    components = document["components"]
    silent = [name for name, schema in components["schemas"].items() if not schema.get("description")]
    silent += [
        f"{name}.{key}" for name, key, field in properties(document) if not flat(document, field).get("description")
    ]
    for _, _, operation in operations_in(document):
        name = operation["operationId"]
        silent += [name for key in ("summary", "description") if not operation.get(key)]
        silent += [name] if not success_of(operation).get("description") else []
        for each in parameters(document, operation):
            # The generator drops a description that stands beside the schema of a parameter.
            if not each["schema"].get("description") or "description" in each:
                silent.append(f"{name}, {each['name']}")
    silent += [name for name, each in components["responses"].items() if not each.get("description")]
    assert silent == []


def test_every_extension_is_described(document: Document) -> None:
    """What the document says beyond OpenAPI stands at the top of its root, and all that stands there is in use."""
    head = (FOLDER / "tmdb.yaml").read_text(encoding="utf-8").partition("\nopenapi:")[0]
    used = {key for _, node in walk(document) for key in node if isinstance(key, str) and key.startswith("x-")}
    assert used == {*re.findall(r"`(x-[\w-]+)", head)}


def reached(document: Document, node: object, seen: set[str]) -> Iterator[Document]:
    """Each schema within a part of the document, references followed, each once."""
    for _, found in walk(node):
        yield found
        name = found.get("$ref", "")
        if isinstance(name, str) and name.startswith(SCHEMAS) and name not in seen:
            seen.add(name)
            yield from reached(document, resolve(document, found), seen)


def test_enumerations_in_answers_are_open(document: Document) -> None:
    """A value that TMDB adds tomorrow is valid today: a text names those that were seen in `x-known-values`, and an
    enumeration of integers stands beside all integers.
    """
    seen: set[str] = set()
    for _, _, operation in operations_in(document):
        for schema in reached(document, success_of(operation)["content"]["application/json"]["schema"], seen):
            if "enum" in schema:
                assert schema["type"] == "integer", schema
            if "x-known-values" in schema:
                assert "string" in schema["type"], schema
                assert all(isinstance(value, str) for value in schema["x-known-values"])
    for pointer, node in walk(document):
        if "enum" in resolve(document, node) and "$ref" in node:
            beside = dict(walk(document))[pointer.rpartition("/anyOf/")[0]]
            assert {"type": "integer"} in beside["anyOf"], pointer


def test_closed_enumerations_are_of_texts(document: Document) -> None:
    """What a parameter takes is one of a few texts, each once: a `Literal`."""
    for _, _, operation in operations_in(document):
        for each in parameters(document, operation):
            values = each["schema"].get("items", each["schema"]).get("enum", [])
            assert all(isinstance(value, str) for value in values)
            assert len({*values}) == len(values), (operation["operationId"], each["name"])


def test_the_language_can_be_chosen(document: Document) -> None:
    """The operations with translated texts take `language`, and no operation requires it."""
    found = set()
    for path, _, operation in operations_in(document):
        language = {each["name"]: each for each in parameters(document, operation)}.get("language")
        if language is None:
            continue
        found.add(operation["operationId"])
        assert language["in"] == "query", path
        assert not language.get("required"), path
        # A default here would stand in every request, in place of the client's own.
        assert "default" not in language["schema"], path
    assert found >= {"tv_series.credits", "tv_episodes.credits", "tv_seasons.account_states", "search.multi"}


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


def test_whoever_acts_for_a_user_has_one_session(document: Document) -> None:
    """Sessions stand in the query alone, hidden and never required: the client may have one. What may be left out for
    good says so.
    """
    by_name = {}
    for path, _, operation in operations_in(document):
        declared = {each["name"]: each for each in parameters(document, operation) if each["in"] == "query"}
        sessions = {name: each for name, each in declared.items() if name in SESSIONS}
        by_name[operation["operationId"]] = {*sessions}
        assert not any(each.get("required") for each in sessions.values()), path
        assert operation.get("x-session", "optional") == "optional", path
        assert "x-session" not in operation or sessions, path
        assert "guest_session_id" not in sessions or "session_id" in sessions, path
    assert by_name["tv_series.credits"] == by_name["tv_episodes.credits"] == set()
    either = {name for name, sessions in by_name.items() if sessions == SESSIONS}
    assert either >= {name for name in by_name if name.endswith((".account_states", "_rating"))}
    assert "tv_seasons.account_states" in either


def test_every_secret_is_a_password(document: Document) -> None:
    """`format: password` is what keeps a secret out of tracebacks and reprs, in a request and in an answer."""
    open_ = [
        (operation["operationId"], each["name"])
        for _, _, operation in operations_in(document)
        for each in parameters(document, operation)
        if (each["name"] in SECRETS) is not (each["schema"].get("format") == "password")
    ]
    open_ += [
        (where, name)
        for where, name, schema in properties(document)
        if (name in SECRETS and (where, name) not in NO_SECRETS) is not (schema.get("format") == "password")
    ]
    assert open_ == []


def test_parameters_are_declared_in_the_order_of_the_path(document: Document) -> None:
    """The parameters of a path are the first arguments of its method, in the order in which the path has them."""
    for path, _, operation in operations_in(document):
        declared = [each["name"] for each in parameters(document, operation) if each["in"] == "path"]
        assert declared == re.findall(r"\{(\w+)\}", path)


def test_paths_are_plain(document: Document) -> None:
    """Paths begin with the version and hold no encoded brace, as one of TMDB's pages shows them."""
    for path in document["paths"]:
        assert re.fullmatch(r"/3(/[a-z_0-9]+|/\{[a-z_]+\})+", path), path


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
    """Beside a constant; what is one of several objects is `anyOf`: it may be valid as more than one."""
    for pointer, node in walk(document):
        if "oneOf" in node:
            assert "$ref" in node["oneOf"][0], pointer
            assert not any("$ref" in each for each in node["oneOf"][1:]), pointer


def test_a_union_of_objects_says_what_tells_them_apart(document: Document) -> None:
    """Several objects have a discriminator, which knows them all, and each of them has the field that tells it apart,
    with its own kind for a default.
    """
    found = 0
    for pointer, node in walk(document):
        references = [each["$ref"] for each in node.get("anyOf", []) if "$ref" in each]
        objects = [each for each in references if "properties" in flat(document, {"$ref": each})]
        assert ("discriminator" in node) is (len(objects) > 1), pointer
        if len(objects) > 1:
            found += 1
            mapping = node["discriminator"]["mapping"]
            assert {*mapping.values()} == {*objects}, pointer
            assert len(objects) == len(node["anyOf"]), pointer
            assert node.get("x-default-kind", next(iter(mapping))) in mapping, pointer
            tag = node["discriminator"]["propertyName"]
            for kind, reference in mapping.items():
                field = flat(document, {"$ref": reference})["properties"][tag]
                assert field.get("default") == kind, (pointer, kind)
    assert found >= 5


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


def test_an_unknown_field_is_accepted(document: Document, validate: Validate) -> None:
    """A field that TMDB adds tomorrow is valid today."""
    assert [pointer for pointer, node in walk(document) if node.get("additionalProperties") is False] == []
    for pointer, schema, value in examples(document):
        if isinstance(value, dict):
            assert validate(schema, {**value, "added_tomorrow": {"x": []}}) == validate(schema, value), pointer


def test_it_is_published_with_the_package(document: Document) -> None:
    """The package carries the document with its examples inside, for the sandbox: nothing in it points outside."""
    assert (ROOT / "tmdb_async" / "_generated" / "openapi.json").is_file()
    assert [pointer for pointer, node in walk(document) if "externalValue" in node] == []
    assert [node["$ref"] for _, node in walk(document) if not node.get("$ref", "#/").startswith("#/")] == []
