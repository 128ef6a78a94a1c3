from __future__ import annotations

import ast
import copy
import inspect
import json
import pickle
import re
import shutil
import subprocess
import sys
import tomllib
import warnings
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import FrozenInstanceError, fields
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, get_origin

import attrs
import pytest

import tmdb_async
from tmdb_async import TMDB, ResponseError, models
from tmdb_async._generated.api import DetailedResources, Resources
from tmdb_async._generated.types import Detailed, Operation, Secret, UnknownMedia
from tmdb_async.calls.decode import decode
from tmdb_async.models import (
    CastMember,
    CrewMember,
    EpisodeAccountState,
    Gender,
    Rating,
    StatusEnvelope,
    TvEpisodeCredits,
    TvSeasonAccountStates,
    TvSeriesCredits,
)
from tmdb_async.sandbox.bodies import Place, synthetic
from tmdb_async.sandbox.document import Document

from .conftest import ROOT, flat, generated_operations, operations_in, resolve, success_of, walk

# What a generator takes seconds to write one worker makes.
pytestmark = [pytest.mark.xdist_group("generator"), pytest.mark.unmeasured]

GENERATED = ROOT / "tmdb_async" / "_generated"
HEADER = "# Generated from the OpenAPI document by `make generate`; never edited."

CAST_MEMBER = CastMember(id=1, name="a", credit_id="b", character="")
CREW_MEMBER = CrewMember(id=2, name="c", department="d", job="e", gender=Gender(7), popularity=0.5, adult=False)
HANDMADE: list[Any] = [
    UnknownMedia(media_type="podcast", id=1, content=b"{}"),
    CAST_MEMBER,
    CREW_MEMBER,
    EpisodeAccountState(id=1, episode_number=1, rated=False),
    EpisodeAccountState(id=1, episode_number=1, rated=Rating(value=8.5)),
    Rating(value=8.5),
    StatusEnvelope(status_code=18, errors=("a", "b")),
    TvEpisodeCredits(id=1, cast=(CAST_MEMBER,), crew=(CREW_MEMBER,), guest_stars=()),
    TvSeasonAccountStates(id=1, results=(EpisodeAccountState(id=1, episode_number=1, rated=False),)),
    TvSeriesCredits(id=1, cast=(CAST_MEMBER,), crew=(CREW_MEMBER,)),
]


def parts(model: Any) -> Iterator[Any]:
    """A model and every model within it."""
    if isinstance(model, Mapping):
        model = tuple(model.values())
    if isinstance(model, tuple):
        for row in model:
            yield from parts(row)
    elif attrs.has(type(model)):
        yield model
        for name in attrs.fields_dict(type(model)):
            yield from parts(getattr(model, name))


def is_model(found: Any) -> bool:
    return isinstance(found, type) and attrs.has(found)


def synthetic_samples() -> list[Any]:
    """One model of each class that has no handmade sample, from bodies made as the sandbox makes them."""
    document = Document.bundled()
    found: dict[type, Any] = {}
    for name, schema in document.content["components"]["schemas"].items():
        model: Any = getattr(models, name, None)
        for number in range(2 if is_model(model) and model not in found else 0):
            made = json.dumps(synthetic(document, schema, Place(str(number)).member(name))).encode()
            found |= {type(part): part for part in parts(decode(model, made))}
    return [sample for cls, sample in found.items() if cls not in {type(each) for each in HANDMADE}]


@pytest.fixture(scope="module")
def samples() -> list[Any]:
    """One model of each class, or more."""
    return [*HANDMADE, *synthetic_samples()]


CREW_ROW = {"id": 1, "name": "", "department": "", "job": ""}
STATE = {"id": 1, "episode_number": 1}

each_family = pytest.mark.parametrize("family", [Resources, DetailedResources])


class Unasked:
    """A sender that nothing is sent with."""

    async def send(self, operation: Operation[Any], arguments: object) -> Any:
        raise AssertionError(operation.name, arguments)

    send_detailed = send

    def assemble(self, operation: Operation[Any], make: object, arguments: object) -> Any:
        raise AssertionError(operation.name, make, arguments)


def method_of(family: Any, name: str) -> Callable[..., Awaitable[Any]]:
    tag, _, method = name.partition(".")
    found: Callable[..., Awaitable[Any]] = getattr(getattr(family, tag), method)
    return found


def body(**fields: object) -> bytes:
    return json.dumps(fields).encode()


def fields_of(model: Any) -> list[str]:
    return [*attrs.fields_dict(type(model))] if attrs.has(type(model)) else [each.name for each in fields(model)]


# The models


def test_models_are_frozen(samples: list[Any]) -> None:
    """A model is what TMDB sent: nothing of it is set or deleted."""
    for model in samples:
        name = next(iter(fields_of(model)), "status_code")
        with pytest.raises((attrs.exceptions.FrozenInstanceError, FrozenInstanceError)):
            setattr(model, name, None)
        with pytest.raises((attrs.exceptions.FrozenInstanceError, FrozenInstanceError)):
            delattr(model, name)


def test_models_are_slotted(samples: list[Any]) -> None:
    """A model has no dictionary: a million of them fit into memory, and a misspelt field is no new one."""
    for model in samples:
        assert not hasattr(model, "__dict__"), type(model)
        with pytest.raises(AttributeError):
            object.__setattr__(model, "misspelt", 1)


def test_models_are_built_by_keyword(samples: list[Any]) -> None:
    """No place among the fields means anything: a field that TMDB adds changes no caller."""
    for model in samples:
        with pytest.raises(TypeError, match="positional"):
            type(model)(*(getattr(model, name) for name in fields_of(model)))


def test_models_are_equal_by_value(samples: list[Any]) -> None:
    """Models of the same values are equal and hash the same, whatever is in them; one that differs in a field is
    another.
    """
    for model in samples:
        values = {name: getattr(model, name) for name in fields_of(model)}
        same = type(model)(**values)
        assert same == model
        assert hash(same) == hash(model)
        assert len({same, model}) == 1
        for name in values:
            assert type(model)(**{**values, name: object()}) != model, name


def test_models_survive_pickling_and_copying(samples: list[Any]) -> None:
    """A model may go to another process and come back as it was, an unknown gender too."""
    for model in samples:
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            assert pickle.loads(pickle.dumps(model, protocol)) == model
        assert copy.copy(model) == copy.deepcopy(model) == model


def test_every_model_has_a_sample(samples: list[Any]) -> None:
    """The rules above are about every model there is."""
    assert {type(sample).__name__ for sample in samples} == {
        name for name in models.__all__ if is_model(getattr(models, name)) or name == "UnknownMedia"
    }


def test_secrets_of_answers_have_no_repr(document: dict[str, Any]) -> None:
    """A session that TMDB hands out stands in no log that a model is written into."""
    hidden = {
        (name, field.name)
        for name in models.__all__
        if is_model(model := getattr(models, name))
        for field in attrs.fields(model)
        if not field.repr
    }
    assert hidden == {
        (name, key)
        for name, schema in document["components"]["schemas"].items()
        for key, field in flat(document, schema).get("properties", {}).items()
        if field.get("format") == "password"
    }
    assert ("Session", "session_id") in hidden
    assert "secret" not in repr(models.Session(session_id="secret"))


def test_what_a_body_lacks_is_none(document: dict[str, Any]) -> None:
    """An optional field that has no default of its own is None, where the body lacks it and where it is null."""
    properties = flat(document, document["components"]["schemas"]["CrewMember"])["properties"]
    for row in (CREW_ROW, {**CREW_ROW, "profile_path": None, "known_for_department": None}):
        member = decode(CrewMember, body(**row))
        absent = {name for name in attrs.fields_dict(CrewMember) if getattr(member, name) is None}
        assert absent == {name for name in properties.keys() - CREW_ROW.keys() if "default" not in properties[name]}
        assert (member.popularity, member.adult) == (0, False)
    assert decode(StatusEnvelope, b"{}") == StatusEnvelope()


def test_unknown_keys_are_skipped() -> None:
    """What TMDB adds tomorrow is skipped, at the top and in the rows, whatever it is."""
    new: dict[str, Any] = {"added": {"deep": [1, None]}, "": 0, "self": 1, "__class__": "x"}
    decoded = decode(TvSeriesCredits, body(id=1, cast=[], crew=[{**CREW_ROW, **new}], **new))
    assert decoded == TvSeriesCredits(id=1, cast=(), crew=(CrewMember(id=1, name="", department="", job=""),))


@pytest.mark.parametrize("value", [7, -1, 2**31, 2**63])
def test_an_unknown_gender_is_its_number(value: int) -> None:
    """A gender that the document does not list decodes to a member that equals its number, and survives pickling."""
    gender = decode(CrewMember, body(**CREW_ROW, gender=value)).gender
    assert type(gender) is Gender
    assert gender == value
    assert hash(gender) == hash(value)
    assert gender.name == f"UNKNOWN_{value}"
    assert gender not in list(Gender)
    for restored in (pickle.loads(pickle.dumps(gender)), copy.deepcopy(gender), Gender(value)):
        assert (type(restored), restored, restored.name) == (Gender, gender, gender.name)


def test_known_genders_are_members() -> None:
    """The four listed numbers are the four named members, the same objects."""
    assert {member.name: member.value for member in Gender} == {"NOT_SET": 0, "FEMALE": 1, "MALE": 2, "NON_BINARY": 3}
    for member in Gender:
        assert decode(CrewMember, body(**CREW_ROW, gender=member.value)).gender is member


def test_a_gender_is_made_of_a_number() -> None:
    """A word is no gender, even if it is the name of one."""
    word: Any = "FEMALE"
    with pytest.raises(ValueError, match=word):
        Gender(word)


@pytest.mark.parametrize(
    ("model", "content", "path"),
    [
        (TvSeriesCredits, b"[]", "$"),
        (TvSeriesCredits, b"null", "$"),
        (TvSeriesCredits, body(id="1", cast=[], crew=[]), "$.id"),
        (TvSeriesCredits, body(id=1.5, cast=[], crew=[]), "$.id"),
        (TvSeriesCredits, body(id=True, cast=[], crew=[]), "$.id"),
        (TvSeriesCredits, body(id=1, cast={}, crew=[]), "$.cast"),
        (TvSeriesCredits, body(id=None, cast=[], crew=[]), "$.id"),
        (TvSeriesCredits, body(cast=[], crew=[]), "$"),
        (TvSeriesCredits, body(id=1, cast=[], crew=[CREW_ROW, {}]), "$.crew[1]"),
        (TvSeriesCredits, body(id=1, cast=[], crew=[CREW_ROW, {**CREW_ROW, "job": None}]), "$.crew[1].job"),
        (TvSeriesCredits, body(id=1, cast=[], crew=[{**CREW_ROW, "gender": "1"}]), "$.crew[0].gender"),
        (TvSeriesCredits, body(id=1, cast=[], crew=[{**CREW_ROW, "adult": 2}]), "$.crew[0].adult"),
        (TvSeriesCredits, body(id=1, cast=[], crew=[{**CREW_ROW, "popularity": "1"}]), "$.crew[0].popularity"),
        (TvSeasonAccountStates, body(id=1, results=[{**STATE, "rated": True}]), "$.results[0].rated"),
        (TvSeasonAccountStates, body(id=1, results=[{**STATE, "rated": None}]), "$.results[0].rated"),
        (TvSeasonAccountStates, body(id=1, results=[{**STATE, "rated": 8.5}]), "$.results[0].rated"),
        (TvSeasonAccountStates, body(id=1, results=[{**STATE, "rated": 0}]), "$.results[0].rated"),
        (TvSeasonAccountStates, body(id=1, results=[{**STATE, "rated": {}}]), "$.results[0].rated"),
        (TvSeasonAccountStates, body(id=1, results=[{**STATE, "rated": {"value": "8"}}]), "$.results[0].rated.value"),
        (TvSeasonAccountStates, body(id=1, results=[STATE]), "$.results[0]"),
    ],
)
def test_a_mismatch_names_its_place(model: type, content: bytes, path: str) -> None:
    """A value of another type refuses the body, with the JSON path of that value; nothing is converted silently."""
    with pytest.raises(ResponseError) as caught:
        decode(model, content)
    assert caught.value.path == path
    assert caught.value.body is content


def test_whole_numbers_are_good_for_broken_ones() -> None:
    """TMDB sends whole ratings and popularities as integers: they become floats."""
    assert repr(decode(Rating, body(value=8))) == "Rating(value=8.0)"
    assert repr(decode(CrewMember, body(**CREW_ROW, popularity=1)).popularity) == "1.0"


# Their public names and when they are imported


def test_models_have_public_names(document: dict[str, Any]) -> None:
    """`tmdb_async.models` has every object, union and enumeration of the document under the document's own name, and
    nothing else but what stands for a kind that nobody knows. A schema of another kind is written out where it is used.
    """
    named = {
        name
        for name, schema in document["components"]["schemas"].items()
        if "properties" in flat(document, schema) or "discriminator" in schema or "enum" in schema
    }
    assert {*models.__all__} == {*named, "UnknownMedia"}
    assert len(set(models.__all__)) == len(models.__all__)
    assert set(models.__all__) <= set(dir(models))
    for name in models.__all__:
        model = getattr(models, name)
        if isinstance(model, type):
            assert model.__name__ == name
            assert model.__doc__


@pytest.mark.parametrize("module", ["tmdb_async.models", "tmdb_async._generated.models"])
@pytest.mark.parametrize("name", ["TvSeriesCredit", "tv_series", "", "_MODULES_", "__path_of__"])
def test_an_unknown_name_is_no_attribute(module: str, name: str) -> None:
    """A misspelt model is an AttributeError that holds the name, as from any module."""
    with pytest.raises(AttributeError, match=re.escape(f"{name!r}")):
        getattr(sys.modules[module], name)


def imported(program: str) -> set[str]:
    """The modules of `_generated` that a fresh interpreter has imported after a program."""
    program += "\nimport json, sys\nprint(json.dumps(list(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )
    package = "tmdb_async._generated."
    names = {name.removeprefix(package) for name in json.loads(done.stdout) if name.startswith(package)}
    return names - {"api", "types"}


def test_importing_the_package_imports_no_model() -> None:
    """`import tmdb_async` and a client cost the same whether the document has three operations or three hundred."""
    assert imported("import tmdb_async; tmdb_async.TMDB('token')") == set()


def test_a_resource_imports_no_model() -> None:
    """The first use of a resource imports that resource alone: not the models of the operations that nobody calls."""
    assert imported("import tmdb_async; tmdb_async.TMDB('token').tv_seasons.account_states") == {
        "api.tv_seasons",
        "models",
    }
    assert imported("import tmdb_async; tmdb_async.TMDB('token').detailed.tv_series.credits") == {
        "api.tv_series",
        "models",
    }


def test_a_call_imports_its_own_model_alone() -> None:
    """The first answer of an operation imports its model, and what that is made of."""
    program = "from tmdb_async._generated.api.tv_series import CREDITS; CREDITS.model"
    people = {"models.tv_series_credits", "models.cast_member", "models.crew_member", "models.gender"}
    assert imported(program) == {"api.tv_series", "models", *people}


def test_a_model_is_imported_alone() -> None:
    """Asking for a model by its public name imports that model, what it is made of and no others."""
    assert imported("from tmdb_async.models import EpisodeAccountState") == {
        "models",
        "models.episode_account_state",
        "models.rating",
    }


def test_a_resource_is_made_once() -> None:
    """The same resource comes back at each use, and `detailed` has its own."""
    resources = Resources(Unasked())
    assert resources.tv_series is resources.tv_series
    assert resources.detailed is resources.detailed
    assert type(resources.tv_series).__name__ == "TvSeriesResource"
    assert type(resources.detailed.tv_series).__name__ == "TvSeriesDetailedResource"


# The resources

TYPES = {"boolean": "bool", "integer": "int", "number": "float", "string": "str"}


def annotation_of(document: dict[str, Any], schema: dict[str, Any]) -> str:
    """What an argument is, read from its schema."""
    if schema.get("type") == "array":
        item = annotation_of(document, schema["items"])
        one = item.removesuffix(" | None")
        return f"{one} | Collection[{item}]" + (f" | AnyOf[{one}]" if schema.get("x-any") else "")
    if "enum" in schema:
        return f"Literal[{', '.join(map(repr, schema['enum']))}]"
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if types == ["integer", "string"]:
        return "int | str"
    kind = "date" if schema.get("format") == "date" else TYPES[types[0]]
    return f"{kind} | None" if "null" in types else kind


class Expected(NamedTuple):
    """An argument as the document has it."""

    annotation: str
    place: str
    required: bool
    secret: bool


def arguments_of(document: dict[str, Any], operation: dict[str, Any]) -> dict[str, Expected]:
    """The arguments of an operation by their names in Python, read from the document."""
    found = {}
    for each in (resolve(document, node) for node in operation.get("parameters", [])):
        schema = each["schema"]
        required = each.get("required", False) and not schema.get("x-optional", False)
        found[each["name"].replace(".", "_")] = (schema, each["in"], required)
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    whole = flat(document, content.get("schema", {}))
    for name, schema in whole.get("properties", {}).items():
        found[name] = (schema, "body", name in whole.get("required", []))
    expected = {}
    for name, (schema, place, required) in found.items():
        annotation = annotation_of(document, schema) + ("" if required else " | None")
        expected[name] = Expected(annotation, place, required, schema.get("format") == "password")
    for name in operation.get("x-append-by-number", {}):
        expected[name] = Expected("int | Collection[int] | None", "append", required=False, secret=False)
    return expected


def answer_of(document: dict[str, Any], operation: dict[str, Any]) -> str:
    """What an operation returns, read from the document."""

    def type_of(schema: dict[str, Any]) -> str:
        if "$ref" in schema:
            return str(schema["$ref"]).rpartition("/")[2]
        return f"tuple[{type_of(schema['items'])}, ...]" if schema["type"] == "array" else TYPES[schema["type"]]

    return type_of(success_of(operation)["content"]["application/json"]["schema"])


def schemas_within(document: dict[str, Any], *nodes: object) -> dict[str, dict[str, Any]]:
    """The schemas with a name that parts of the document refer to, and those that they refer to."""
    found: dict[str, dict[str, Any]] = {}
    waiting = [*nodes]
    while waiting:
        for _, node in walk(waiting.pop()):
            name = str(node.get("$ref", "")).removeprefix("#/components/schemas/")
            if name in document["components"]["schemas"] and name not in found:
                found[name] = document["components"]["schemas"][name]
                waiting.append(found[name])
    return found


def secrets_within(document: dict[str, Any], response: dict[str, Any]) -> set[str]:
    """The names of the secrets that an answer may hold, read from the document."""
    schema = response["content"]["application/json"]["schema"]
    return {
        name
        for _, node in walk([schema, *schemas_within(document, schema).values()])
        for name, each in node.get("properties", {}).items()
        if isinstance(each, dict) and each.get("format") == "password"
    }


def same(annotation: str, other: str) -> bool:
    """Whether two annotations are one, however they are quoted and broken into lines."""
    return ast.dump(ast.parse(f"({annotation})")) == ast.dump(ast.parse(f"({other})"))


@each_family
def test_every_operation_is_a_method(family: type[Resources | DetailedResources], document: dict[str, Any]) -> None:
    """A family has one resource for each tag, and a resource has one method for each operation: no more, no less."""
    declared = {operation["operationId"] for _, _, operation in operations_in(document)}
    tags = {name for name in vars(family) if not name.startswith("_")} - {"detailed"}
    found = {
        f"{tag}.{name}" for tag in tags for name in dir(getattr(family(Unasked()), tag)) if not name.startswith("_")
    }
    assert found == declared == generated_operations().keys()
    assert found >= {"tv_series.credits", "tv_seasons.account_states", "tv_episodes.credits"}


def test_every_method_is_what_the_document_says(document: dict[str, Any]) -> None:
    """A method is a coroutine function: what is in the path by place or keyword, all else by keyword, None for what is
    left out. What must be given comes first.
    """
    resources = Resources(Unasked())
    for _, _, operation in operations_in(document):
        name = operation["operationId"]
        method = method_of(resources, name)
        assert inspect.iscoroutinefunction(inspect.unwrap(method)), name
        signature = inspect.signature(method)
        expected = arguments_of(document, operation)
        assert {*signature.parameters} == expected.keys(), name
        order = [(expected[each].place != "path", not expected[each].required) for each in signature.parameters]
        assert order == sorted(order), name
        for parameter in signature.parameters.values():
            of = expected[parameter.name]
            assert same(parameter.annotation, of.annotation), (name, parameter)
            assert parameter.default is (inspect.Parameter.empty if of.required else None), (name, parameter)
            assert (parameter.kind is inspect.Parameter.KEYWORD_ONLY) is (of.place != "path"), (name, parameter)
        assert same(signature.return_annotation, answer_of(document, operation)), name


def test_every_operation_is_what_the_document_says(document: dict[str, Any]) -> None:
    """Its method, its path, its arguments and its model are the document's."""
    generated = generated_operations()
    for path, method, operation in operations_in(document):
        found = generated[operation["operationId"]]
        assert (found.path, found.method) == (path, method.upper())
        expected = arguments_of(document, operation)
        assert {name: each.place for name, each in found.parameters.items()} == {
            name: each.place for name, each in expected.items()
        }
        for name, parameter in found.parameters.items():
            assert parameter.required is expected[name].required, (found.name, name)
            assert (parameter.kind is Secret) is expected[name].secret, (found.name, name)
        answer = answer_of(document, operation)
        assert found.model == eval(answer, {name: getattr(models, name) for name in models.__all__}), found.name
        sessions = any(each.secret and each.place == "query" for each in expected.values())
        assert found.needs_session is (sessions and operation.get("x-session") != "optional"), found.name
        assert {*found.hidden} == secrets_within(document, success_of(operation)), found.name
        assert found.repeatable is (method != "post" or operation.get("x-repeatable", False)), found.name


def test_names_of_tmdb_are_kept_as_they_are_sent() -> None:
    """A dot is no part of a name in Python, and one of what is sent."""
    discover = generated_operations()["discover.tv"].parameters
    assert discover["vote_average_gte"].name == "vote_average.gte"
    for operation in generated_operations().values():
        for name, parameter in operation.parameters.items():
            assert parameter.place == "append" or name == parameter.name.replace(".", "_"), operation.name


def test_pages_are_found(document: dict[str, Any]) -> None:
    """What has pages has the argument that asks for one and the fields that tell how many there are."""
    paged = {name for name, each in generated_operations().items() if each.paged}
    assert paged >= {"search.multi", "discover.tv", "account.lists", "tv_series.similar", "changes.tv"}
    for name in paged:
        fields = {each.name for each in attrs.fields(generated_operations()[name].model)}
        assert fields >= {"page", "results", "total_pages", "total_results"}
    for _, _, operation in operations_in(document):
        if "page" in arguments_of(document, operation) and operation["operationId"] not in paged:
            # What has pages of another form, or does not say how many there are.
            fields = {each.name for each in attrs.fields(generated_operations()[operation["operationId"]].model)}
            assert not fields >= {"results", "total_pages"}, operation["operationId"]


def test_what_can_be_appended_is_an_operation(document: dict[str, Any]) -> None:
    """Each part of details has a field of the model of the operation that it is the rest of the path of; None, or no
    number, where it was not asked for.
    """
    generated = generated_operations()
    by_path = {each.path: each for each in generated.values() if each.method == "GET"}
    with_parts = {name: each for name, each in generated.items() if each.parts}
    assert with_parts.keys() >= {"tv_series.details", "tv_seasons.details", "tv_episodes.details"}
    assert with_parts.keys() == {
        operation["operationId"]
        for _, _, operation in operations_in(document)
        if "append_to_response" in arguments_of(document, operation)
    }
    for operation in with_parts.values():
        offered = operation.parameters["append_to_response"].choices
        assert tuple(part.name for part in operation.parts if not part.numbered) == offered
        fields: dict[str, Any] = attrs.fields_dict(operation.model)
        for part in operation.parts:
            source = by_path[f"{operation.path}/{part.name}"]
            assert part.get_model() is source.model, part.name
            assert part.needs_session is source.needs_session, part.name
            field = fields[part.field]
            if part.numbered:
                assert operation.parameters[part.argument].place == "append"
                assert get_origin(field.default.factory) is dict, part.name
                assert part.ids in fields
                assert field.type == f"Mapping[int, {source.model.__name__}]"
            else:
                assert field.default is None
                assert field.type == f"{source.model.__name__} | None"


def test_docstrings_say_everything(document: dict[str, Any]) -> None:
    """A docstring has a summary, TMDB's page, each argument, what comes back and what may be raised."""
    resources = Resources(Unasked())
    for _, _, operation in operations_in(document):
        name = operation["operationId"]
        method = method_of(resources, name)
        text = inspect.getdoc(method) or ""
        words = " ".join(text.split())
        assert words.startswith(" ".join(operation["summary"].split())), name
        assert re.search(r"https://developer\.themoviedb\.org/reference/[a-z0-9-]+\n", text), name
        sections = re.split(r"^(Args|Returns|Raises):\n", text, flags=re.MULTILINE)
        arguments = [*inspect.signature(method).parameters]
        assert sections[1::2] == ["Args", "Returns", "Raises"][not arguments :], name
        *described, returned, raised = sections[2::2]
        found = re.findall(r"^    (\w+): \S", described[0], flags=re.MULTILINE) if described else []
        assert found == arguments, name
        assert " ".join(success_of(operation)["description"].split()) in " ".join(returned.split()), name
        errors = re.findall(r"^    (\w+): [A-Z]", raised, flags=re.MULTILINE)
        assert errors[: len(errors) - len(ERRORS)] == (["TypeError", "ValueError"] if arguments else []), name
        assert errors[-len(ERRORS) :] == ERRORS, name


ERRORS = [
    "RuntimeError",
    "APIConnectionError",
    "APITimeoutError",
    "AuthenticationError",
    "NotFoundError",
    "RateLimitError",
    "APIStatusError",
    "ResponseError",
]


def test_every_exception_of_a_docstring_is_the_packages() -> None:
    """What the docstrings name can be caught."""
    for name in ERRORS[1:]:
        assert issubclass(getattr(tmdb_async, name), tmdb_async.TMDBError)


class Recorder:
    """A sender that notes what it is given, secrets revealed."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str, dict[str, object]]] = []

    def _note(self, how: str, operation: Operation[Any], arguments: Mapping[str, object]) -> None:
        revealed = {
            name: ("secret", each.reveal()) if isinstance(each, Secret) else each for name, each in arguments.items()
        }
        self.sent.append((how, operation.name, revealed))

    async def send(self, operation: Operation[Any], arguments: Mapping[str, object]) -> Any:
        self._note("send", operation, arguments)

    async def send_detailed(self, operation: Operation[Any], arguments: Mapping[str, object]) -> Any:
        self._note("send_detailed", operation, arguments)

    def assemble(self, operation: Operation[Any], make: object, arguments: Mapping[str, object]) -> Any:
        self._note("assemble", operation, arguments)
        return make


def test_what_is_put_together_has_a_method_of_its_own(document: dict[str, Any]) -> None:
    """By the name that the document gives it: it hands the arguments of the source on, and the numbers."""
    recorder = Recorder()
    for _, _, operation in operations_in(document):
        if said := operation.get("x-assembled"):
            method = getattr(Resources(recorder), said["method"])
            given = {name: object() for name in inspect.signature(method).parameters}
            made = method(**given)
            assert recorder.sent.pop() == ("assemble", operation["operationId"], given)
            assert said["numbers"]["name"] in given
            assert made._fields[-1] == operation["operationId"].partition(".")[2]
            source = said["source"].partition(".")
            assert f"tmdb.{source[0]}.{source[2]}" in str(inspect.getdoc(method))


@pytest.mark.asyncio
async def test_every_declared_parameter_reaches_the_sender(document: dict[str, Any]) -> None:
    """The sender gets every parameter by its name: None for what the caller left out, so that it may fill it in. What
    is a secret comes as one, wherever it is sent.
    """
    recorder = Recorder()
    resources = Resources(recorder)
    for _, _, operation in operations_in(document):
        name = operation["operationId"]
        expected = arguments_of(document, operation)
        values: dict[str, Any] = {each: object() for each in expected}
        least = {each: value for each, value in values.items() if expected[each].required}
        for family, how in ((resources, "send"), (resources.detailed, "send_detailed")):
            for given in (values, least):
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore", DeprecationWarning)
                    await method_of(family, name)(**given)
                arrived = {
                    each: ("secret", given[each]) if each in given and of.secret else given.get(each)
                    for each, of in expected.items()
                }
                assert recorder.sent.pop() == (how, name, arrived)


def test_a_detailed_method_is_the_other_one() -> None:
    """It has the same arguments and the same words, and stands in no second function that could differ."""
    resources = Resources(Unasked())
    for name in generated_operations():
        tag, _, method = name.partition(".")
        found: Any = getattr(getattr(resources.detailed, tag), method)
        plain: Any = method_of(resources, name)
        assert found.__func__ is plain.__func__, name
        descriptor = vars(type(getattr(resources.detailed, tag)))[method]
        assert isinstance(descriptor, Detailed)
        assert descriptor.__doc__ == found.__doc__


def test_the_client_is_the_generated_resources() -> None:
    """The client adds no method for an operation: its resources are the generated ones."""
    assert issubclass(TMDB, Resources)
    assert not {name.partition(".")[0] for name in generated_operations()} & vars(TMDB).keys()


# The files


def sources() -> Iterator[tuple[Path, str]]:
    for path in sorted(GENERATED.rglob("*.py")):
        yield path.relative_to(GENERATED), path.read_text(encoding="utf-8")


def foreign_imports(path: Path, source: str) -> list[str]:
    """What a module of `_generated` imports that is neither the standard library's, nor of `_generated`."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            # Each dot is one folder up; the module's own folder is the first.
            if 0 < node.level <= len(path.parts):
                continue
            names = ["." * node.level + (node.module or "")]
        else:
            continue
        found += [name for name in names if name.partition(".")[0] not in sys.stdlib_module_names]
    return found


def test_nothing_handwritten_is_imported() -> None:
    """The generated package knows the standard library, what is always installed with it, and itself: it could be any
    other client's.
    """
    with (ROOT / "pyproject.toml").open("rb") as file:
        needed = tomllib.load(file)["project"]["dependencies"]
    installed = {re.split(r"[<>=;\[ ]", each)[0].replace("-", "_") for each in needed}
    used = {name.partition(".")[0] or name for path, source in sources() for name in foreign_imports(path, source)}
    assert {"attrs"} < used <= installed
    for line in ("import httpx", "from ...errors import TMDBError", "import tmdb_async", "from tmdb_async import x"):
        assert foreign_imports(Path("models/gender.py"), line)


def test_every_file_says_that_it_is_generated() -> None:
    """The first line of every generated module says so, and none is empty."""
    assert [path.as_posix() for path, source in sources() if source.splitlines()[:1] != [HEADER]] == []


# The generator


class Twice(NamedTuple):
    """What checking the committed package gave."""

    lines: list[str]
    first: Path
    second: Path
    unchanged: bool


@pytest.fixture(scope="module")
def twice(generator: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Twice:
    """The committed package, checked once: that generates twice, in folders of different names."""
    kept: list[Path] = []
    generate = generator.generate

    def keeping(document: Path, output: Path, config: Path) -> None:
        generate(document, output, config)
        kept.append(tmp_path_factory.mktemp("generated") / "package")
        shutil.copytree(output, kept[-1])

    before = contents(GENERATED)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(generator, "generate", keeping)
        lines = generator.check(generator.DOCUMENT, GENERATED)
    first, second = kept
    return Twice(lines, first, second, contents(GENERATED) == before)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_generating_twice_gives_the_same_bytes(twice: Twice) -> None:
    """The package depends on the document alone, not on the folder or the order of a set."""
    assert contents(twice.first) == contents(twice.second)


def test_the_committed_package_is_what_the_document_gives(twice: Twice) -> None:
    """Nobody edited the package, and nobody edited the document without generating it anew: `generate.py --check` is
    content, and writes nothing into it.
    """
    assert contents(GENERATED) == contents(twice.first)
    assert twice.lines == []
    assert twice.unchanged


def test_nothing_is_left_over(twice: Twice) -> None:
    """What the templates leave empty does not exist, and neither do the tools' caches."""
    names = contents(twice.first)
    assert all(names.values())
    assert {Path(name).suffix for name in names} == {".py", ".json"}
    assert not names.keys() & {"client.py", "errors.py"}


@pytest.fixture
def few(twice: Twice, tmp_path: Path) -> Path:
    """A few files of a package, one of each kind."""
    for name in ("types.py", "models/gender.py", "openapi.json"):
        (tmp_path / "few" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(twice.first / name, tmp_path / "few" / name)
    return tmp_path / "few"


def change_a_byte(folder: Path) -> None:
    path = folder / "types.py"
    path.write_bytes(path.read_bytes().replace(b"200 to 299", b"200 to 399"))


def leave_out_the_last_byte(folder: Path) -> None:
    path = folder / "types.py"
    path.write_bytes(path.read_bytes()[:-1])


def change_the_line_ends(folder: Path) -> None:
    path = folder / "types.py"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def remove_a_module(folder: Path) -> None:
    (folder / "models" / "gender.py").unlink()


def remove_the_document(folder: Path) -> None:
    (folder / "openapi.json").unlink()


def add_a_module(folder: Path) -> None:
    (folder / "models" / "left_over.py").write_text(f"{HEADER}\n", encoding="utf-8")


def add_an_empty_file(folder: Path) -> None:
    (folder / "client.py").touch()


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (change_a_byte, "types.py"),
        (leave_out_the_last_byte, "types.py"),
        (change_the_line_ends, "types.py"),
        (remove_a_module, "models/gender.py"),
        (remove_the_document, "openapi.json"),
        (add_a_module, "models/left_over.py"),
        (add_an_empty_file, "client.py"),
    ],
)
def test_a_changed_package_is_found(
    generator: ModuleType,
    few: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    change: Callable[[Path], None],
    named: str,
) -> None:
    """Whatever differs from what the document gives is told, with the name of its file: in a file, missing, extra."""
    committed = tmp_path / "committed"
    shutil.copytree(few, committed)
    # The generator itself runs in the rule above; here its output is already made.
    monkeypatch.setattr(generator, "generate", lambda _, output, *__: shutil.copytree(few, output))
    assert generator.check(generator.DOCUMENT, committed) == []
    change(committed)
    lines = generator.check(generator.DOCUMENT, committed)
    assert any(named in line for line in lines)


def test_a_generator_that_wavers_is_found(
    generator: ModuleType, few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two generations that differ from each other are told, even if one of them is what is committed."""
    changed = tmp_path / "changed"
    shutil.copytree(few, changed)
    change_a_byte(changed)
    outputs = iter([few, changed])
    monkeypatch.setattr(generator, "generate", lambda _, output, *__: shutil.copytree(next(outputs), output))
    assert generator.check(generator.DOCUMENT, few)


def fail(*_: object) -> list[str]:
    raise subprocess.CalledProcessError(1, "openapi-python-client")


def nothing(*_: object) -> list[str]:
    return []


@pytest.mark.parametrize(
    ("arguments", "done", "page", "status"),
    [
        (["--check"], nothing, "the page", 0),
        (["--check"], nothing, "another page", 1),
        (["--check"], nothing, None, 1),
        (["--check"], lambda *_: ["a line\n"], "the page", 1),
        (["--check"], fail, "the page", 1),
        ([], nothing, None, 0),
        ([], fail, None, 1),
    ],
)
def test_the_exit_status_says_how_it_went(
    generator: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    *,
    arguments: list[str],
    done: Callable[..., object],
    page: str | None,
    status: int,
) -> None:
    """The exit status is 0 where all is well, and 1 where the package or the page of the operations is out of date or
    cannot be generated.
    """
    path = tmp_path / "docs" / "operations.md"
    if page is not None:
        path.parent.mkdir()
        path.write_text(page, encoding="utf-8")
    monkeypatch.setattr(generator, "PAGE", path)
    monkeypatch.setattr(generator, "bundle", lambda _: {})
    monkeypatch.setattr(generator, "reference", lambda _: "the page")
    monkeypatch.setattr(generator, "check" if arguments else "generate", done)
    monkeypatch.setattr(generator, "generate" if arguments else "check", None)
    monkeypatch.setattr(sys, "argv", ["generate.py", *arguments])
    assert generator.main() == status
    if not arguments:
        assert path.exists() is (status == 0)


def test_a_refusal_is_told(
    generator: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a line, and not as a traceback."""

    def refuse(*_: object) -> None:
        raise generator.RefusedError("two parameters have one name: tv_series.credits")

    monkeypatch.setattr(generator, "generate", refuse)
    monkeypatch.setattr(sys, "argv", ["generate.py"])
    assert generator.main() == 1
    assert capsys.readouterr().err == "REFUSED: two parameters have one name: tv_series.credits\n"


def said(capfd: pytest.CaptureFixture[str], words: str) -> bool:
    """Whether the generator said these words, however it broke its lines."""
    return "".join(words.split()) in "".join(capfd.readouterr().err.split())


@pytest.fixture
def plain_tracebacks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The generator's tracebacks, without the colours that take as long as all the rest."""
    monkeypatch.setenv("TYPER_STANDARD_TRACEBACK", "1")


def credits_of(document: dict[str, Any]) -> dict[str, Any]:
    """A small document, which is generated in no time."""
    path = "/3/tv/{series_id}/credits"
    paths = {path: document["paths"][path]}
    schemas = schemas_within(document, paths, document["components"]["responses"])
    return copy.deepcopy(document | {"paths": paths, "components": document["components"] | {"schemas": schemas}})


def add_a_second_operation(document: dict[str, Any]) -> None:
    """An operation that the generator cannot parse, beside one that it can: alone it would warn, and leave it out."""
    [item] = document["paths"].values()
    broken = {**item["get"], "operationId": "tv_series.broken"}
    document["paths"]["/3/tv/{series_id}/{undeclared}"] = {"get": broken}


def add_what_has_no_form(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["CastMember"]["properties"]["class"] = {"type": "string"}


@pytest.mark.usefixtures("plain_tracebacks")
@pytest.mark.parametrize(
    ("change", "words"),
    [(add_a_second_operation, "Endpoint will not be generated"), (add_what_has_no_form, "CastMember.class")],
)
def test_what_it_cannot_do_is_refused(
    generator: ModuleType,
    document: dict[str, Any],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    *,
    change: Callable[[dict[str, Any]], None],
    words: str,
) -> None:
    """A document that the templates would get wrong fails the generation, and the package stays as it was."""
    changed = credits_of(document)
    change(changed)
    path, output = tmp_path / "document.json", tmp_path / "package"
    path.write_text(json.dumps(changed), encoding="utf-8")
    output.mkdir()
    (output / "before.py").write_bytes(b"the package as it was\n")
    with pytest.raises((subprocess.CalledProcessError, generator.RefusedError)) as caught:
        generator.generate(path, output)
    assert words in str(caught.value) or said(capfd, words)
    assert contents(output) == {"before.py": b"the package as it was\n"}


def test_a_missing_tool_is_a_failure(
    generator: ModuleType, document: dict[str, Any], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A post hook whose tool is not installed fails the generation: skipped, it would leave unformatted code."""
    config, path = tmp_path / "config.yaml", tmp_path / "document.json"
    config.write_text("post_hooks: [no-such-tool-anywhere .]\n", encoding="utf-8")
    path.write_text(json.dumps(credits_of(document)), encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        generator.generate(path, tmp_path / "package", config)
    assert said(capfd, "no-such-tool-anywhere is not in PATH")
    assert not (tmp_path / "package").exists()


def test_a_missing_example_leaves_the_package_as_it_was(
    generator: ModuleType, document: dict[str, Any], tmp_path: Path
) -> None:
    """An example whose file is not there is a failure before anything is written."""
    changed = credits_of(document)
    [item] = changed["paths"].values()
    success_of(item["get"])["content"]["application/json"]["examples"] = {"lost": {"externalValue": "lost.json"}}
    path, output = tmp_path / "document.json", tmp_path / "package"
    path.write_text(json.dumps(changed), encoding="utf-8")
    output.mkdir()
    with pytest.raises(FileNotFoundError, match=r"lost\.json"):
        generator.generate(path, output)
    assert contents(output) == {}


def test_the_lists_of_changes_say_whose_ids_they_have() -> None:
    """Each by the argument of other operations that they are, as the document says: code that needs one finds it."""
    found = {each.name: each.changes_of for each in generated_operations().values() if each.changes_of}
    assert found == {"changes.movie": "movie_id", "changes.people": "person_id", "changes.tv": "series_id"}
    for name, argument in found.items():
        operation = generated_operations()[name]
        assert (operation.paged, operation.span is not None) == (True, True)
        assert any(argument in each.path_parameters for each in generated_operations().values())
