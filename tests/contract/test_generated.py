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
import typing
from collections.abc import Callable, Iterator
from enum import IntEnum
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

import tmdb_async
from tmdb_async import TMDB, ResponseError, models
from tmdb_async._generated.api import DetailedResources, Resources
from tmdb_async._generated.types import Operation, Response, Secret
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

from .conftest import ROOT, generated_operations

GENERATED = ROOT / "tmdb_async" / "_generated"
HEADER = "# Generated from the OpenAPI document by `make generate`; never edited."

CAST_MEMBER = CastMember(id=1, name="a", credit_id="b", character="")
CREW_MEMBER = CrewMember(id=2, name="c", department="d", job="e", gender=Gender(7), popularity=0.5, adult=False)
HANDMADE = [
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
    if isinstance(model, tuple):
        for row in model:
            yield from parts(row)
    elif attrs.has(type(model)):
        yield model
        for name in attrs.fields_dict(type(model)):
            yield from parts(getattr(model, name))


def synthetic_samples() -> list[Any]:
    """One model of each class that has no handmade sample, from bodies made as the sandbox makes them."""
    document = Document.bundled()
    found: dict[type, Any] = {}
    for name, schema in document.content["components"]["schemas"].items():
        for number in range(10 if attrs.has(getattr(models, name)) else 0):
            made = json.dumps(synthetic(document, schema, Place(str(number)).member(name))).encode()
            found |= {type(part): part for part in parts(decode(getattr(models, name), made))}
    return [sample for cls, sample in found.items() if cls not in {type(each) for each in HANDMADE}]


SAMPLES = [*HANDMADE, *synthetic_samples()]
each_model = pytest.mark.parametrize("model", SAMPLES, ids=lambda model: type(model).__name__)

CREW_ROW = {"id": 1, "name": "", "department": "", "job": ""}
STATE = {"id": 1, "episode_number": 1}

# name of the operation, its parameters and their types, its model
CALLS: list[tuple[str, dict[str, str], type]] = [
    ("tv_series.credits", {"series_id": "int", "language": "str | None"}, TvSeriesCredits),
    (
        "tv_episodes.credits",
        {"series_id": "int", "season_number": "int", "episode_number": "int", "language": "str | None"},
        TvEpisodeCredits,
    ),
    (
        "tv_seasons.account_states",
        {
            "series_id": "int",
            "season_number": "int",
            "session_id": "str | None",
            "guest_session_id": "str | None",
            "language": "str | None",
        },
        TvSeasonAccountStates,
    ),
]
each_call = pytest.mark.parametrize(("name", "parameters", "model"), CALLS, ids=[name for name, _, _ in CALLS])
each_family = pytest.mark.parametrize("family", [Resources, DetailedResources])

Change = Callable[[dict[str, Any]], object]


class Unasked:
    """A sender that nothing is sent with."""

    async def send(self, operation: Operation[Any], path: object, query: object) -> Any:
        raise AssertionError(operation.name, path, query)

    send_detailed = send


def method_of(family: type[Resources | DetailedResources], name: str) -> Callable[..., Any]:
    tag, _, method = name.partition(".")
    found: Callable[..., Any] = getattr(getattr(family(Unasked()), tag), method)
    return found


def body(**fields: object) -> bytes:
    return json.dumps(fields).encode()


# The models


@each_model
def test_models_are_frozen(model: Any) -> None:
    """A model is what TMDB sent: nothing of it is set or deleted."""
    name = next(iter(attrs.fields_dict(type(model))))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(model, name, None)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        delattr(model, name)


@each_model
def test_models_are_slotted(model: Any) -> None:
    """A model has no dictionary: a million of them fit into memory, and a misspelt field is no new one."""
    assert not hasattr(model, "__dict__")
    with pytest.raises(AttributeError):
        object.__setattr__(model, "misspelt", 1)


@each_model
def test_models_are_built_by_keyword(model: Any) -> None:
    """No place among the fields means anything: a field that TMDB adds changes no caller."""
    values = [getattr(model, name) for name in attrs.fields_dict(type(model))]
    with pytest.raises(TypeError, match="positional"):
        type(model)(*values)


@each_model
def test_models_are_equal_by_value(model: Any) -> None:
    """Models of the same values are equal and hash the same; one that differs in a field is another."""
    fields = {name: getattr(model, name) for name in attrs.fields_dict(type(model))}
    same = type(model)(**fields)
    assert same == model
    assert hash(same) == hash(model)
    assert len({same, model}) == 1
    for name in fields:
        assert type(model)(**{**fields, name: object()}) != model, name


@each_model
def test_models_survive_pickling_and_copying(model: Any) -> None:
    """A model may go to another process and come back as it was, an unknown gender too."""
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(model, protocol)) == model
    assert copy.copy(model) == copy.deepcopy(model) == model


def test_every_model_has_a_sample() -> None:
    """The rules above are about every model there is."""
    enumerations = {name for name in models.__all__ if issubclass(getattr(models, name), IntEnum)}
    assert "Gender" in enumerations
    assert {type(sample).__name__ for sample in SAMPLES} | enumerations == set(models.__all__)


def test_what_a_body_lacks_is_none() -> None:
    """An optional field that has no default of its own is None, where the body lacks it and where it is null."""
    for row in (CREW_ROW, {**CREW_ROW, "profile_path": None, "known_for_department": None}):
        member = decode(CrewMember, body(**row))
        absent = {name for name in attrs.fields_dict(CrewMember) if getattr(member, name) is None}
        assert absent == attrs.fields_dict(CrewMember).keys() - CREW_ROW.keys()
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


def unnamed(node: object) -> int:
    """How many objects and enumerations are declared within a part of a schema."""
    if isinstance(node, dict):
        here = isinstance(node.get("properties"), dict) or isinstance(node.get("enum"), list)
        return here + sum(unnamed(child) for child in node.values())
    return sum(unnamed(child) for child in node) if isinstance(node, list) else 0


def test_models_have_public_names(document: dict[str, Any]) -> None:
    """`tmdb_async.models` has every schema of the document under the document's own name, and nothing else.

    A schema within another one has no name there: its model's begins with the name of the one that it is within.
    """
    schemas = document["components"]["schemas"]
    within = set(models.__all__) - schemas.keys()
    assert len(set(models.__all__)) == len(models.__all__) == len(schemas) + len(within)
    assert len(within) == sum(unnamed(field) for schema in schemas.values() for field in schema.values())
    assert all(name.startswith(tuple(schemas)) for name in within)
    assert set(models.__all__) <= set(dir(models))
    for name in models.__all__:
        assert getattr(models, name).__name__ == name


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


def schemas_of(document: dict[str, Any], node: object) -> set[str]:
    """The named schemas that a part of the document refers to, and those that they refer to."""
    found: set[str] = set()
    waiting = [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            name = str(part.get("$ref", "")).removeprefix("#/components/schemas/")
            if "$ref" in part and name not in found:
                found.add(name)
                waiting.append(document["components"]["schemas"][name])
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part
    return found


def imported_for(document: dict[str, Any], tag: str) -> set[str]:
    """The modules that a resource needs: its own, and those of the models of its operations' successes."""
    successes = [
        operation["responses"]["200"]["content"]["application/json"]["schema"]
        for item in document["paths"].values()
        for operation in item.values()
        if tag in operation["tags"]
    ]
    modules = {re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower() for name in schemas_of(document, successes)}
    return {f"api.{tag}", "models", *(f"models.{module}" for module in modules)}


def test_a_resource_imports_its_own_models_alone(document: dict[str, Any]) -> None:
    """The first use of a resource imports that resource, its models and no others."""
    # Models without a name of their own in the document belong to those that they are within.
    unnamed_models = {
        f"models.{getattr(models, name).__module__.rpartition('.')[2]}"
        for name in set(models.__all__) - document["components"]["schemas"].keys()
    }
    states = {"models.tv_season_account_states", "models.episode_account_state", "models.rating"}
    used = imported("import tmdb_async; tmdb_async.TMDB('token').tv_seasons")
    assert used - unnamed_models == imported_for(document, "tv_seasons") >= states
    people = {"models.cast_member", "models.crew_member", "models.gender"}
    used = imported("import tmdb_async; tmdb_async.TMDB('token').detailed.tv_series")
    assert used - unnamed_models == imported_for(document, "tv_series") >= {"models.tv_series_credits", *people}
    assert not used & states


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


@each_family
def test_every_operation_is_a_method(family: type[Resources | DetailedResources], document: dict[str, Any]) -> None:
    """A family has one resource for each tag, and a resource has one method for each operation: no more, no less."""
    declared = {operation["operationId"] for item in document["paths"].values() for operation in item.values()}
    tags = {name for name in vars(family) if not name.startswith("_")} - {"detailed"}
    found = {
        f"{tag}.{name}" for tag in tags for name in dir(getattr(family(Unasked()), tag)) if not name.startswith("_")
    }
    assert found == declared == generated_operations().keys()
    assert found >= {name for name, _, _ in CALLS}


@each_call
@each_family
def test_methods_are_what_the_document_says(
    family: type[Resources | DetailedResources], name: str, parameters: dict[str, str], model: type
) -> None:
    """A method is a coroutine function: ids by place or keyword, all else by keyword, None for what is left out."""
    method = method_of(family, name)
    assert inspect.iscoroutinefunction(method)
    signature = inspect.signature(method)
    assert {each.name: each.annotation for each in signature.parameters.values()} == parameters
    assert list(signature.parameters) == list(parameters)
    for parameter in signature.parameters.values():
        if parameter.annotation == "int":
            assert parameter.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
            assert parameter.default is inspect.Parameter.empty
        else:
            assert parameter.kind is inspect.Parameter.KEYWORD_ONLY
            assert parameter.default is None
    returned = typing.get_type_hints(method)["return"]
    if family is DetailedResources:
        assert typing.get_origin(returned) is Response
        [returned] = typing.get_args(returned)
    assert returned is model


TYPES = {"boolean": "bool", "integer": "int", "number": "float", "string": "str"}


@each_family
def test_every_method_is_what_the_document_says(
    family: type[Resources | DetailedResources], bundled: dict[str, Any]
) -> None:
    """The same holds for every operation of the document, whichever there are."""
    for operation in Document(bundled).operations():
        name = bundled["paths"][operation.path][operation.method.lower()]["operationId"]
        method = method_of(family, name)
        assert inspect.iscoroutinefunction(method), name
        signature = inspect.signature(method).parameters
        assert set(signature) == {each.name for each in operation.parameters}, name
        for each in operation.parameters:
            optional = each.place == "query" and not each.required
            kind = TYPES[each.schema["type"]]
            assert signature[each.name].annotation == (f"{kind} | None" if optional else kind), name
            assert (signature[each.name].default is None) is optional, name
            assert (signature[each.name].kind is inspect.Parameter.KEYWORD_ONLY) is (each.place == "query"), name
        returned = typing.get_type_hints(method)["return"]
        if family is DetailedResources:
            assert typing.get_origin(returned) is Response, name
            [returned] = typing.get_args(returned)
        model = generated_operations()[name].model
        assert returned is model, name
        assert operation.schema.get("$ref", model.__name__).rpartition("/")[2] == model.__name__, name


@each_call
@each_family
def test_docstrings_say_everything(
    family: type[Resources | DetailedResources],
    name: str,
    parameters: dict[str, str],
    model: type,
    document: dict[str, Any],
) -> None:
    """A docstring has a summary, TMDB's page, each argument, what comes back and what may be raised."""
    text = inspect.getdoc(method_of(family, name)) or ""
    operation = next(
        operation
        for item in document["paths"].values()
        for operation in item.values()
        if operation["operationId"] == name
    )
    assert text.splitlines()[0] == operation["summary"]
    assert re.search(r"https://developer\.themoviedb\.org/reference/tv-[a-z-]+\n", text)
    sections = re.split(r"^(Args|Returns|Raises):\n", text, flags=re.MULTILINE)
    assert sections[1::2] == ["Args", "Returns", "Raises"]
    arguments, returned, raised = sections[2::2]
    assert re.findall(r"^    (\w+): [A-Z]", arguments, flags=re.MULTILINE) == list(parameters)
    assert operation["responses"]["200"]["description"] in returned
    assert ("status, headers and raw content" in returned) is (family is DetailedResources)
    errors = re.findall(r"^    (\w+): [A-Z]", raised, flags=re.MULTILINE)
    assert errors[:3] == ["TypeError", "ValueError", "RuntimeError"]
    assert errors[-1] == "ResponseError"
    for error in errors[3:]:
        assert issubclass(getattr(tmdb_async, error), tmdb_async.TMDBError)
    assert model.__doc__


@pytest.mark.parametrize("detailed", [False, True])
@pytest.mark.asyncio
async def test_every_declared_parameter_reaches_the_sender(*, detailed: bool) -> None:
    """The sender gets every parameter by its name: None for what the caller left out, so that it may fill it in. What
    is a secret comes as one.
    """
    sent: list[tuple[str, object, object]] = []

    class Recorder(Unasked):
        async def send(self, operation: Operation[Any], path: object, query: Any) -> Any:
            revealed = {name: ("secret", v.reveal()) if isinstance(v, Secret) else v for name, v in query.items()}
            sent.append((operation.name, path, revealed))

        send_detailed = send

    resources = Resources(Recorder())
    family = resources.detailed if detailed else resources
    await family.tv_series.credits(1)
    await family.tv_episodes.credits(1, 2, episode_number=3, language="pt-BR")
    await family.tv_seasons.account_states(1, 0, guest_session_id="g")
    assert sent == [
        ("tv_series.credits", {"series_id": 1}, {"language": None}),
        (
            "tv_episodes.credits",
            {"series_id": 1, "season_number": 2, "episode_number": 3},
            {"language": "pt-BR"},
        ),
        (
            "tv_seasons.account_states",
            {"series_id": 1, "season_number": 0},
            {"session_id": None, "guest_session_id": ("secret", "g"), "language": None},
        ),
    ]


def test_what_the_document_calls_a_password_is_a_secret(document: dict[str, Any]) -> None:
    """`format: password` marks a secret. The generator does not pass it on, so the templates know them by name."""
    declared = {
        parameter["name"]
        for parameter in document["components"]["parameters"].values()
        if parameter["schema"].get("format") == "password"
    }
    generated = {
        name
        for operation in generated_operations().values()
        for name, kind in operation.query_parameters.items()
        if kind is Secret
    }
    assert declared == generated != set()


def test_the_client_is_the_generated_resources() -> None:
    """The client adds no method for an operation: its resources are the generated ones."""
    assert issubclass(TMDB, Resources)
    assert not {name.partition(".")[0] for name, _, _ in CALLS} & vars(TMDB).keys()


# The files


def sources() -> Iterator[tuple[Path, str]]:
    for path in sorted(GENERATED.rglob("*.py")):
        yield path.relative_to(GENERATED), path.read_text(encoding="utf-8")


def foreign_imports(path: Path, source: str) -> list[str]:
    """What a module of `_generated` imports that is neither the standard library's, nor attrs, nor of `_generated`."""
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
        found += [name for name in names if name.partition(".")[0] not in {*sys.stdlib_module_names, "attrs"}]
    return found


def test_nothing_handwritten_is_imported() -> None:
    """The generated package knows the standard library, attrs and itself: it could be any other client's."""
    assert {path.as_posix(): found for path, source in sources() if (found := foreign_imports(path, source))} == {}
    for line in ("import msgspec", "from ...errors import TMDBError", "import tmdb_async", "from tmdb_async import x"):
        assert foreign_imports(Path("models/gender.py"), line)


def test_every_file_says_that_it_is_generated() -> None:
    """The first line of every generated module says so, and none is empty."""
    assert [path.as_posix() for path, source in sources() if source.splitlines()[:1] != [HEADER]] == []


# The generator


@pytest.fixture(scope="module")
def twice(generator: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two packages, generated one after the other in folders of different names."""
    folder = tmp_path_factory.mktemp("generated")
    first, second = folder / "first", folder / "deeper" / "second"
    for output in (first, second):
        generator.generate(generator.DOCUMENT, output)
    return first, second


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_generating_twice_gives_the_same_bytes(twice: tuple[Path, Path]) -> None:
    """The package depends on the document alone, not on the folder or the order of a set."""
    assert contents(twice[0]) == contents(twice[1])


def test_the_committed_package_is_what_the_document_gives(twice: tuple[Path, Path]) -> None:
    """Nobody edited the package, and nobody edited the document without generating it anew."""
    assert contents(GENERATED) == contents(twice[0])


def test_nothing_is_left_over(twice: tuple[Path, Path]) -> None:
    """What the templates leave empty does not exist, and neither do the tools' caches."""
    names = contents(twice[0])
    assert all(names.values())
    assert {Path(name).suffix for name in names} == {".py", ".json"}
    assert not names.keys() & {"client.py", "errors.py"}


def test_checking_the_committed_package_finds_nothing(generator: ModuleType) -> None:
    """`generate.py --check` is content with the committed package, and writes nothing into it."""
    before = contents(GENERATED)
    assert generator.check(generator.DOCUMENT, GENERATED) == []
    assert contents(GENERATED) == before


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
    twice: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    change: Callable[[Path], None],
    named: str,
) -> None:
    """Whatever differs from what the document gives is told, with the name of its file: in a file, missing, extra."""
    committed = tmp_path / "committed"
    shutil.copytree(twice[0], committed)
    # The generator itself runs in the rule above; here its output is already made.
    monkeypatch.setattr(generator, "generate", lambda _, output, *__: shutil.copytree(twice[0], output))
    assert generator.check(generator.DOCUMENT, committed) == []
    change(committed)
    lines = generator.check(generator.DOCUMENT, committed)
    assert any(named in line for line in lines)


def test_a_generator_that_wavers_is_found(
    generator: ModuleType, twice: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two generations that differ from each other are told, even if one of them is what is committed."""
    changed = tmp_path / "changed"
    shutil.copytree(twice[0], changed)
    change_a_byte(changed)
    outputs = iter([twice[0], changed])
    monkeypatch.setattr(generator, "generate", lambda _, output, *__: shutil.copytree(next(outputs), output))
    assert generator.check(generator.DOCUMENT, twice[0])


def fail(*_: object) -> list[str]:
    raise subprocess.CalledProcessError(1, "openapi-python-client")


@pytest.mark.parametrize(
    ("arguments", "done", "status"),
    [
        (["--check"], lambda *_: [], 0),
        (["--check"], lambda *_: ["a line\n"], 1),
        (["--check"], fail, 1),
        ([], lambda *_: None, 0),
        ([], fail, 1),
    ],
)
def test_the_exit_status_says_how_it_went(
    generator: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    done: Callable[..., object],
    status: int,
) -> None:
    """The exit status is 0 where all is well, and 1 where the package is out of date or cannot be generated."""
    monkeypatch.setattr(generator, "check" if arguments else "generate", done)
    monkeypatch.setattr(generator, "generate" if arguments else "check", None)
    monkeypatch.setattr(sys, "argv", ["generate.py", *arguments])
    assert generator.main() == status


def series_credits(document: dict[str, Any]) -> dict[str, Any]:
    operation: dict[str, Any] = document["paths"]["/3/tv/{series_id}/credits"]["get"]
    return operation


def add_a_parameter(**parameter: object) -> Change:
    return lambda document: series_credits(document)["parameters"].append({"schema": {"type": "string"}, **parameter})


def add_a_property(name: str, **schema: object) -> Change:
    return lambda document: document["components"]["schemas"]["CastMember"]["properties"].update({name: schema})


def add_a_second_operation(document: dict[str, Any]) -> None:
    """An operation that the generator cannot parse, beside one that it can: alone it would warn, and leave it out."""
    broken = {**series_credits(document), "operationId": "tv_series.broken"}
    document["paths"]["/3/tv/{series_id}/{undeclared}"] = {"get": broken}


def add_an_unparsable_schema(document: dict[str, Any]) -> None:
    """A schema that no operation uses: the generator would warn, and leave it out."""
    document["components"]["schemas"]["Broken"] = {"type": "array"}


# What each is refused with, and how to come by it.
REFUSED: dict[str, tuple[str, Change]] = {
    "an operation that cannot be parsed": ("Endpoint will not be generated", add_a_second_operation),
    "a schema that cannot be parsed": ("Unable to parse schema /components/schemas/Broken", add_an_unparsable_schema),
    "a request body": (
        "REFUSED: request bodies, header and cookie parameters",
        lambda document: series_credits(document).update(
            requestBody={"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Rating"}}}}
        ),
    ),
    "a header parameter": (
        "REFUSED: request bodies, header and cookie parameters",
        add_a_parameter(name="accept_language", **{"in": "header"}),
    ),
    "a cookie parameter": (
        "REFUSED: request bodies, header and cookie parameters",
        add_a_parameter(name="session", **{"in": "cookie"}),
    ),
    "a parameter that is no identifier": (
        "REFUSED: the name is no Python identifier: vote_average.gte",
        add_a_parameter(name="vote_average.gte", **{"in": "query"}),
    ),
    "a property that is no identifier": (
        "REFUSED: the name is no Python identifier: first-name",
        add_a_property("first-name", type="string"),
    ),
    "a property that is a keyword": (
        "REFUSED: the name is no Python identifier: class",
        add_a_property("class", type="string"),
    ),
    "additional properties that would be lost": (
        "REFUSED: additional properties are skipped, not kept",
        add_a_property("translations", type="object", additionalProperties={"type": "string"}),
    ),
    "an operationId without its tag": (
        "REFUSED: operationId must be <tag>.<method>",
        lambda document: series_credits(document).update(operationId="credits"),
    ),
    "a property that begins with an underscore": (
        "REFUSED: attrs would take the underscore away: _id",
        add_a_property("_id", type="string"),
    ),
    "a property of any type": (
        "REFUSED: a schema must say its type: extra",
        add_a_property("extra"),
    ),
    "a union of two objects": (
        "REFUSED: msgspec cannot tell two objects apart: media",
        add_a_property(
            "media",
            oneOf=[{"$ref": "#/components/schemas/Rating"}, {"$ref": "#/components/schemas/EpisodeAccountState"}],
        ),
    ),
    "an enumeration of texts": (
        "REFUSED: enumerations of texts have no template yet: CastMemberKind",
        add_a_property("kind", type="string", enum=["tv", "movie"]),
    ),
    "a parameter that is a list": (
        "REFUSED: a parameter is a boolean, a number or a text: with_genres",
        add_a_parameter(
            name="with_genres",
            **{"in": "query", "schema": {"type": "array", "items": {"type": "integer"}, "description": "Genres."}},
        ),
    ),
    "a parameter without a description": (
        "REFUSED: a parameter's description stands inside its schema: page",
        add_a_parameter(name="page", description="The page.", **{"in": "query"}),
    ),
    "two kinds of success": (
        "REFUSED: one success response is needed",
        lambda document: series_credits(document)["responses"].update(
            {"201": series_credits(document)["responses"]["200"]}
        ),
    ),
}


def said(capfd: pytest.CaptureFixture[str], words: str) -> bool:
    """Whether the generator said these words, however it broke its lines."""
    return "".join(words.split()) in "".join(capfd.readouterr().err.split())


@pytest.fixture
def plain_tracebacks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The generator's tracebacks, without the colours that take as long as all the rest."""
    monkeypatch.setenv("TYPER_STANDARD_TRACEBACK", "1")


@pytest.mark.usefixtures("plain_tracebacks")
@pytest.mark.parametrize("reason", REFUSED)
def test_what_it_cannot_do_is_refused(
    generator: ModuleType, bundled: dict[str, Any], tmp_path: Path, capfd: pytest.CaptureFixture[str], reason: str
) -> None:
    """A document that the templates would get wrong fails the generation, and the package stays as it was."""
    words, change = REFUSED[reason]
    document = copy.deepcopy(bundled)
    change(document)
    path, output = tmp_path / "document.json", tmp_path / "package"
    path.write_text(json.dumps(document), encoding="utf-8")
    output.mkdir()
    (output / "before.py").write_bytes(b"the package as it was\n")
    with pytest.raises(subprocess.CalledProcessError):
        generator.generate(path, output)
    assert said(capfd, words)
    assert contents(output) == {"before.py": b"the package as it was\n"}


def test_a_missing_tool_is_a_failure(generator: ModuleType, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A post hook whose tool is not installed fails the generation: skipped, it would leave unformatted code."""
    config = tmp_path / "config.yaml"
    config.write_text("post_hooks: [no-such-tool-anywhere .]\n", encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        generator.generate(generator.DOCUMENT, tmp_path / "package", config)
    assert said(capfd, "no-such-tool-anywhere is not in PATH")
    assert not (tmp_path / "package").exists()


def test_a_missing_example_leaves_the_package_as_it_was(
    generator: ModuleType, document: dict[str, Any], tmp_path: Path
) -> None:
    """An example whose file is not there is a failure before anything is written."""
    path, output = tmp_path / "document.json", tmp_path / "package"
    path.write_text(json.dumps(document), encoding="utf-8")
    output.mkdir()
    with pytest.raises(FileNotFoundError, match=r"tv_series_credits\.json"):
        generator.generate(path, output)
    assert contents(output) == {}
