# Generated from the OpenAPI document by `make generate`; never edited.

"""What the generated resources ask of whoever sends their operations, and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, Protocol, TypeVar

T = TypeVar("T")


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


class Operation(NamedTuple, Generic[T]):
    """One operation of the API, as the OpenAPI document declares it."""

    name: str
    """The tag and the method, such as `tv_series.credits`."""
    method: str
    """The HTTP method."""
    path: str
    """The path, with its parameters in braces."""
    path_parameters: Mapping[str, type[int | str]]
    """The type of each parameter of the path."""
    query_parameters: Mapping[str, type[bool | float | int | str | Secret]]
    """The type of each parameter of the query."""
    model: type[T]
    """What the body of a success is decoded into."""
    repeats: Mapping[str, str] = {}
    """Which parameter each of these fields of the model repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Generic[T]):
    """A success, with everything that TMDB sent."""

    status_code: int
    """The HTTP status, 200 to 299."""
    headers: Mapping[str, str] = field(hash=False)
    """The headers; their names are looked up whatever the case."""
    content: bytes
    """The body as it came, decompressed: fields that the model does not declare are in it too."""
    parsed: T
    """The body as the operation's model."""


class Sender(Protocol):
    """Whoever sends the operations."""

    async def send(self, operation: Operation[T], path: Mapping[str, int | str], query: Mapping[str, object]) -> T:
        """Send one operation and return its model.

        Every declared parameter stands in `path` and `query`; `None` is a parameter of the query that the caller left
        out, for the sender to fill in or to leave out too.
        """
        ...

    async def send_detailed(
        self, operation: Operation[T], path: Mapping[str, int | str], query: Mapping[str, object]
    ) -> Response[T]:
        """Like `send`, with the model inside a `Response`."""
        ...
