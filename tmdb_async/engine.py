"""One call, from its arguments to its model: gate, attempt, decode."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from ._generated.types import Operation, Response
from .arguments import Defaults, build_target
from .decode import decode, status_error
from .errors import TMDBError
from .gate import Gate
from .transport import Answer, Target, Transport

T = TypeVar("T")


class Engine:
    """Sends the operations of the generated resources; see the `Sender` protocol.

    Engines that differ in their defaults share a transport and a gate. One of them owns the transport and closes it.
    """

    def __init__(self, transport: Transport, gate: Gate, defaults: Defaults, *, owner: bool = True) -> None:
        self.transport = transport
        self.gate = gate
        self.defaults = defaults
        self._owner = owner

    def with_defaults(self, defaults: Defaults) -> Engine:
        """Return an engine with other defaults, that shares this one's transport and gate."""
        return Engine(self.transport, self.gate, defaults, owner=False)

    async def aclose(self) -> None:
        if self._owner:
            await self.transport.aclose()

    async def send(self, operation: Operation[T], path: Mapping[str, int | str], query: Mapping[str, object]) -> T:
        _, model = await self._call(operation, build_target(operation, path, query, self.defaults))
        return model

    async def send_detailed(
        self, operation: Operation[T], path: Mapping[str, int | str], query: Mapping[str, object]
    ) -> Response[T]:
        answer, model = await self._call(operation, build_target(operation, path, query, self.defaults))
        return Response(status_code=answer.status, headers=answer.headers, content=answer.body, parsed=model)

    async def _call(self, operation: Operation[T], target: Target) -> tuple[Answer, T]:
        attempts = 0
        self._check_open()
        try:
            async with self.gate:
                self._check_open()  # again, since the client may be closed while a call waits
                attempts += 1
                answer = await self.transport.request(operation.method, target, self.defaults.timeout)
            if not 200 <= answer.status <= 299:
                raise status_error(*answer)
            return answer, decode(operation.model, answer.body)
        except TMDBError as error:
            error.operation = operation.name
            error.attempts = attempts
            raise

    def _check_open(self) -> None:
        if self.transport.closed:
            raise RuntimeError("the client is closed: make calls inside its `async with` block")
