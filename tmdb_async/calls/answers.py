"""Many answers from a few requests: what a plan says is sent, as it is needed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection, Generator, Mapping
from typing import Any, Generic, TypeVar

from tmdb_async._generated.types import Operation, Sender
from tmdb_async.errors import ResponseError

from .arguments import Defaults, build_request
from .assembly import Assembled, Plan
from .source import assembly_of, source_of
from .values import numbers

T = TypeVar("T")


class Assembling(Generic[T]):
    """Answers that are put together; see the `Answers` protocol.

    Args:
        sender: Whoever sends.
        operation: The operation whose answers they are.
        make: What makes of an answer what is given.
        arguments: Arguments of the assembly's source, and its numbers.
        defaults: The sender's, with which the arguments are checked here.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: An argument is out of range or malformed.
    """

    def __init__(
        self,
        sender: Sender,
        operation: Operation[Any],
        make: Callable[[int, int, Any], T],
        arguments: Mapping[str, object],
        defaults: Defaults,
    ) -> None:
        assembly, source = assembly_of(operation), source_of(operation)
        given = arguments[assembly.numbers]
        checked = None if given is None else numbers(assembly.numbers, given, source.parameters[assembly.rows.argument])
        if checked == []:
            raise ValueError(f"{assembly.numbers} must not be empty: leave it out for all")
        whole = {name: arguments.get(name) for name in source.parameters}
        build_request(source, whole, defaults)
        self._sender = sender
        self._operation = operation
        self._make = make
        self._arguments = whole
        self._numbers: Collection[int] | None = checked

    def __aiter__(self) -> AsyncIterator[T]:
        return _Iterator(self._send, Plan(self._operation, self._numbers), self._make)

    def __await__(self) -> Generator[Any, Any, tuple[T, ...]]:
        return self._all().__await__()

    async def _all(self) -> tuple[T, ...]:
        return tuple([each async for each in self])

    async def _send(self, asked: Mapping[str, object]) -> Any:
        return await self._sender.send(source_of(self._operation), {**self._arguments, **asked})


class _Iterator(Generic[T]):
    """No generator: one that is left early has to be closed, which trio asks of whoever leaves it."""

    def __init__(
        self, send: Callable[[Mapping[str, object]], Any], plan: Plan, make: Callable[[int, int, Any], T]
    ) -> None:
        self._send = send
        self._plan = plan
        self._make = make
        self._ready = iter(tuple[Assembled]())

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        while True:
            for number, row, answer in self._ready:
                return self._make(number, row, answer)
            asked = self._plan.next()
            if asked is None:
                raise StopAsyncIteration
            try:
                model = await self._send(asked)
            except ResponseError as error:
                self._plan.refused(error)
            else:
                self._ready = self._plan.answered(model)
