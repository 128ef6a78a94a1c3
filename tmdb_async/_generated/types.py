# Generated from the OpenAPI document by `make generate`; never edited.

"""What the generated resources ask of whoever sends their operations, and what comes back."""

from __future__ import annotations

from collections.abc import (
    AsyncIterator,
    Callable,
    Coroutine,
    Generator,
    Iterable,
    Mapping,
)
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import (
    Any,
    Concatenate,
    Generic,
    Literal,
    NamedTuple,
    ParamSpec,
    Protocol,
    TypeVar,
    cast,
)

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Secret:
    """A string that only `reveal` shows: no repr, log, traceback or pickle holds it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def __repr__(self) -> str:
        return "Secret(...)"

    def __reduce__(self) -> str:
        raise TypeError("a secret is not pickled or copied")

    def reveal(self) -> str:
        """Return the string."""
        return self._value


@dataclass(frozen=True, slots=True)
class AnyOf(Generic[T_co]):
    """Values of which one is enough, for a parameter that takes several; made by `any_of`."""

    values: tuple[T_co, ...]


def any_of(*values: T) -> AnyOf[T]:
    """Ask for what has any of the values, where a list asks for what has them all.

        await tmdb.discover.tv(with_genres=any_of(18, 80))  # drama or crime

    Args:
        values: One value or more.

    Raises:
        ValueError: There is none.
    """
    if not values:
        raise ValueError("any_of needs a value or more")
    return AnyOf(values)


class Parameter(NamedTuple):
    """An argument of an operation, as the OpenAPI document declares it."""

    name: str
    """Its name as it is sent, such as `vote_average.gte`."""
    place: Literal["path", "query", "body", "append"]
    """Where it is sent: in the path, the query or the body, or as a part that is appended to the answer."""
    kind: type[bool | date | float | int | str | Secret]
    """What it is, or what each of its values is."""
    required: bool = False
    choices: tuple[str, ...] = ()
    """All values that TMDB knows, where they are few."""
    least: float | None = None
    most: float | None = None
    step: float | None = None
    many: bool = False
    """Whether it takes several values, joined with commas, beside a single one."""
    nullable: bool = False
    """Whether one of several values may be None."""
    most_items: int | None = None
    alternatives: bool = False
    """Whether it takes `any_of` values, joined with `|`."""
    numeric: bool = False
    """Whether a text may be given as an integer."""


class Span(NamedTuple):
    """The longest time between two days that an operation takes."""

    start: str
    end: str
    days: int


class Part(NamedTuple):
    """What `append_to_response` adds to an answer: the answer of another operation, without its id."""

    name: str
    """What is asked for, and the key in the answer: `watch/providers`, or `season/{season_number}` for any number."""
    field: str
    """The attribute of the model, such as `watch_providers`."""
    get_model: Callable[[], Any]
    needs_session: bool = False
    argument: str = "append_to_response"
    """The argument that asks for it."""
    ids: str = ""
    """The attribute of the model that lists, of a part that there is for each number, the ids by their numbers."""

    @property
    def numbered(self) -> bool:
        """Whether there is one for each number: the attribute is a mapping then."""
        return "{" in self.name

    @property
    def number(self) -> str:
        """What the number is called, in the name and in the rows that list the ids: `season_number`."""
        return self.name.partition("{")[2].partition("}")[0]

    def named(self, number: int) -> str:
        """Return the name of the one with a number, such as `season/3`."""
        return self.name.format_map({self.number: number})


class Taken(NamedTuple):
    """What is taken of a part that there is for each number."""

    argument: str
    """The argument of the source that asks for the part."""
    fields: tuple[str, ...]
    """What is taken: fields of the answers that are put together."""
    rows: str = ""
    """The list in the part that has a row for each answer; empty where all answers take of the part itself."""
    row_number: str = ""
    """The field that tells the rows apart, and is the answer's last argument."""


class Assembly(NamedTuple):
    """How the answers of an operation are put together from another one's, with parts for each number appended."""

    get_source: Callable[[], Operation[Any]]
    """Return the other operation, which is imported then."""
    rows: Taken
    shared: tuple[Taken, ...]
    numbers: str
    """What the argument is called that asks for some of the numbers alone."""
    at_once: int
    """How many numbers a request can ask for."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Operation(Generic[T]):
    """One operation of the API, as the OpenAPI document declares it."""

    name: str
    """The tag and the method, such as `tv_series.credits`."""
    method: str
    """The HTTP method."""
    path: str
    """The path, with its parameters in braces."""
    parameters: Mapping[str, Parameter]
    """Its arguments by their names in Python."""
    get_model: Callable[[], type[T]] = field(repr=False)
    """Return what the body of a success is decoded into, which is imported then."""
    repeatable: bool = True
    """Whether it may be sent twice without doing anything twice."""
    needs_session: bool = False
    repeats: Mapping[str, str] = field(default_factory=dict[str, str])
    """The fields of the answer that repeat an argument, with its name."""
    span: Span | None = None
    changes_of: str = ""
    """The argument, of other operations, that the ids in the answer are, where it lists what was changed."""
    paged: bool = False
    """Whether the answer is a page of many."""
    parts: tuple[Part, ...] = ()
    """What can be appended to the answer."""
    hidden: tuple[str, ...] = ()
    """The fields of the answer that are secrets, wherever in it they stand."""
    assembly: Assembly | None = None
    """How many of its answers are had with one request, of another operation; None for most."""

    @cached_property
    def model(self) -> type[T]:
        """What the body of a success is decoded into."""
        return self.get_model()

    @cached_property
    def path_parameters(self) -> Mapping[str, Parameter]:
        """The arguments that stand in the path, in its order."""
        return {name: each for name, each in self.parameters.items() if each.place == "path"}

    @cached_property
    def query_parameters(self) -> Mapping[str, Parameter]:
        """The arguments that stand in the query."""
        return {name: each for name, each in self.parameters.items() if each.place == "query"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Generic[T]):
    """A success, with everything that TMDB sent."""

    status_code: int
    """The HTTP status, 200 to 299."""
    headers: Mapping[str, str] = field(hash=False, repr=False)
    """The headers; their names are looked up whatever the case. TMDB repeats a new request token in one."""
    content: bytes = field(repr=False)
    """The body as it came, decompressed: fields that the model does not declare are in it too."""
    parsed: T
    """The body as the operation's model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownMedia:
    """A row of a kind that this version does not know, such as a new `media_type`."""

    media_type: str
    """What TMDB calls the kind; empty where the row does not say."""
    id: int | str | None
    """TMDB's id of it, if it has one."""
    content: bytes
    """The row as it came, in JSON."""


class Sender(Protocol):
    """Whoever sends the operations."""

    async def send(self, operation: Operation[T], arguments: Mapping[str, object]) -> T:
        """Send one operation and return its model.

        Every declared parameter stands in `arguments`; `None` is one that the caller left out, for the sender to fill
        in or to leave out too.
        """
        ...

    async def send_detailed(self, operation: Operation[T], arguments: Mapping[str, object]) -> Response[T]:
        """Like `send`, with the model inside a `Response`."""
        ...


class Answers(Protocol[T_co]):
    """Many answers, which come with a few requests: iterate over them as they come, or await all of them.

        async for each in answers:
            ...

        everything = await answers

    Each time it asks anew. Leaving the loop early leaves nothing behind.
    """

    def __aiter__(self) -> AsyncIterator[T_co]:
        """Return an iterator, which asks for more as they are needed."""
        ...

    def __await__(self) -> Generator[Any, Any, tuple[T_co, ...]]:
        """Wait for all of them."""
        ...


class Assembler(Sender, Protocol):
    """Whoever sends operations, and puts answers together."""

    def assemble(
        self, operation: Operation[Any], make: Callable[[int, int, Any], T], arguments: Mapping[str, object]
    ) -> Answers[T]:
        """Return the answers of an operation that has an `assembly`.

        Args:
            operation: The operation.
            make: What makes of an answer, after the number of its part and that of its row, what is given.
            arguments: Arguments of the assembly's source, and its numbers.

        Raises:
            TypeError: An argument is of the wrong type.
            ValueError: An argument is out of range or malformed.
        """
        ...


class DetailedSender:
    """Sends for a resource whose methods then return a `Response`, as `Detailed` annotates them."""

    def __init__(self, sender: Sender) -> None:
        self.send: Any = sender.send_detailed
        self.send_detailed: Any = sender.send_detailed


class Detailed(Generic[P, T]):
    """A method that does what another one does, and returns a `Response`."""

    def __init__(self, method: Callable[Concatenate[Any, P], Coroutine[Any, Any, T]]) -> None:
        self._name = getattr(method, "__name__", "")
        self.__doc__ = method.__doc__

    def __get__(self, instance: object, owner: type | None = None) -> Callable[P, Coroutine[Any, Any, Response[T]]]:
        resource = getattr(instance, "_resource", None)
        found = self if resource is None else getattr(resource, self._name)
        return cast("Callable[P, Coroutine[Any, Any, Response[T]]]", found)


class Kinds:
    """The models of a union, by the value of the field that tells them apart.

    Args:
        tag: The field.
        get_models: Returns the models, which are imported then.
        default: The value that a row without the field stands for, if there is one.
    """

    def __init__(self, tag: str, get_models: Callable[[], Mapping[str, Any]], default: str | None = None) -> None:
        self.tag = tag
        self.get_models = get_models
        self.default = default

    @cached_property
    def _read(self) -> Callable[[Any], Any]:
        """What makes the model of a row, with all that it needs at hand: it is called for each row."""
        from msgspec import Raw, defstruct
        from msgspec.json import Decoder

        tag, default = self.tag, self.default or ""
        head = Decoder(defstruct("Head", [(tag, str | None, None), ("id", int | str | None, None)]))
        decoders = {kind: Decoder(model).decode for kind, model in self.get_models().items()}

        def read(row: Any) -> Any:
            if type(row) is not Raw:
                return row
            found: Any = head.decode(row)
            kind: str = getattr(found, tag) or default
            decode = decoders.get(kind)
            if decode is None:
                return UnknownMedia(media_type=kind, id=found.id, content=bytes(row))
            return decode(row)

        return read

    def read(self, rows: Iterable[Any], name: str, *, many: bool) -> tuple[Any, ...]:
        """Return the models of rows of JSON; what is no JSON is a model already.

        Raises:
            ValueError: One is not what its kind is. The message says where, below `name`.
        """
        read = self._read
        made: list[Any] = []
        try:
            for row in rows:
                made.append(read(row))  # noqa: PERF401 - how many there are tells which one failed
        except ValueError as error:
            reason, _, path = str(error).partition(" - at `$")
            place = f".{name}[{len(made)}]" if many else f".{name}"
            raise ValueError(f"{reason} - in `{place}{path.rstrip('`')}`") from None
        return tuple(made)


def read_kinds(model: Any, **kinds: Kinds) -> None:
    """Give a model, in the place of the rows of JSON that it was decoded with, the models of their kinds."""
    for name, each in kinds.items():
        value: Any = getattr(model, name)
        many = type(value) is tuple
        found = each.read(cast("tuple[Any, ...]", value) if many else [value], name, many=many)
        object.__setattr__(model, name, found if many else found[0])
