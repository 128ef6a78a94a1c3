"""One call, from its arguments to its model: gate, attempt, classify, retry, decode."""

from __future__ import annotations

import logging
import math
import random
import time
from collections.abc import Callable, Mapping
from copy import copy
from typing import TYPE_CHECKING, Any, TypeVar

import anyio

from tmdb_async._generated.types import Answers, Operation, Response
from tmdb_async.credentials import conceal
from tmdb_async.errors import APITimeoutError, RateLimitError, ResponseError, TMDBError
from tmdb_async.transports.transport import Answer, Headers, Target, Transport

from . import retry
from .arguments import Defaults, Request, build_request
from .decode import check_repeated, decode, status_error, tells_of_failure, unpack
from .gate import Gate, GivenUp
from .stats import Counts, Stats

if TYPE_CHECKING:
    from .lifetime import Scope

T = TypeVar("T")

_logger = logging.getLogger("tmdb_async")


class Engine:
    """Sends the operations of the generated resources; see the `Sender` protocol.

    Engines that differ in their defaults share everything else. One of them owns it and closes it.
    """

    def __init__(self, transport: Transport, gate: Gate, defaults: Defaults) -> None:
        from .lifetime import Lifetime  # with the first client, for it imports asyncio: httpx does without

        self.gate = gate
        self.defaults = defaults
        self._transport = transport
        self._lifetime = Lifetime()
        self._counts = Counts()
        self._owner = True

    def with_defaults(self, defaults: Defaults) -> Engine:
        """Return an engine with other defaults, that shares everything else with this one."""
        engine = copy(self)
        engine.defaults = defaults
        engine._owner = False  # noqa: SLF001 - of its own class
        return engine

    async def aclose(self) -> None:
        if self._owner:
            # Shielded, for whoever is cancelled closes its client too; none of this waits for TMDB.
            with anyio.CancelScope(shield=True):
                # The attempts first: a pool that is closed forgets the connections that are still being made.
                await self._lifetime.close()
                await self._transport.aclose()

    def stats(self) -> Stats:
        counts = self._counts
        return Stats(
            calls=counts.calls,
            attempts=counts.attempts,
            retries=dict(counts.retries),
            rate_limited=counts.rate_limited,
            cool_downs=self.gate.cool_downs,
            cool_down_seconds=self.gate.paused,
            received_bytes=counts.received_bytes,
            gate_seconds=self.gate.waited,
            rate=None if math.isinf(self.gate.rate) else self.gate.rate,
        )

    async def send(self, operation: Operation[T], arguments: Mapping[str, object]) -> T:
        _, _, model = await self._call(operation, build_request(operation, arguments, self.defaults))
        return model

    async def fetch(self, operation: Operation[T], arguments: Mapping[str, object]) -> tuple[int, bytes, T]:
        """Send one operation and return the status, the body and the model: the headers take time to read."""
        answer, body, model = await self._call(operation, build_request(operation, arguments, self.defaults))
        return answer.status, body, model

    async def send_detailed(self, operation: Operation[T], arguments: Mapping[str, object]) -> Response[T]:
        answer, body, model = await self._call(operation, build_request(operation, arguments, self.defaults))
        headers = Headers([*answer.headers])
        return Response(status_code=answer.status, headers=headers, content=body, parsed=model)

    def assemble(
        self, operation: Operation[Any], make: Callable[[int, int, Any], T], arguments: Mapping[str, object]
    ) -> Answers[T]:
        from .answers import Assembling  # with their first use

        return Assembling(self, operation, make, arguments, self.defaults)

    async def _call(self, operation: Operation[T], request: Request) -> tuple[Answer, bytes, T]:
        target = request.target
        self._counts.calls += 1
        ticket = self.gate.ticket()
        attempt, refusals, wait = 0, 0, 0.0
        before: TMDBError | None = None
        while True:
            attempt += 1
            try:
                # After a whole answer that was wrong: it may lie in a cache, or its connection be out of step.
                anew = isinstance(before, ResponseError)
                # The answer has no name here: a traceback with locals, of a later attempt, would show what it holds.
                return _read(
                    operation, request, await self._attempt(operation, target, ticket, attempt, wait, anew=anew)
                )
            except GivenUp:
                given_up = _refused_like_all()
                given_up.operation, given_up.attempts = operation.name, attempt - 1
                raise given_up from before
            except TMDBError as error:
                error.operation, error.attempts = operation.name, attempt
                conceal(error, self._transport.secrets(target), operation.hidden)
                refusals += isinstance(error, RateLimitError)
                again = retry.wait(
                    error,
                    repeatable=operation.repeatable,
                    attempt=attempt - refusals,
                    max_retries=self.defaults.max_retries,
                    jitter=_jitter(),
                    refusals=refusals,
                    refused=self.gate.refused,
                )
                if again is None:
                    error.__cause__ = error.__cause__ or before
                    raise
                self._counts.retries[type(error).__name__] += 1
                if isinstance(error, RateLimitError) and retry.steps_back(refusals):
                    ticket = self.gate.ticket()
                wait, before = again, error

    async def _attempt(
        self, operation: Operation[Any], target: Target, ticket: int, attempt: int, wait: float, *, anew: bool
    ) -> Answer:
        """Wait, pass the gate, send the request once, and return its answer if that is a success."""
        scope = self._lifetime.start()
        try:
            with scope:
                if wait:
                    await anyio.sleep(wait)
                entered = await self.gate.enter(ticket)
                try:
                    answer = await self._send(operation, target, attempt, scope, anew=anew)
                finally:
                    self.gate.leave()
                if 200 <= answer.status <= 299:
                    self.gate.answered(entered)
                    return answer
                error = status_error(answer.status, Headers([*answer.headers]), answer.body)
                if isinstance(error, RateLimitError):
                    self._cool_down(operation, error, entered)
                else:
                    self.gate.answered(entered)
                raise error
        finally:
            self._lifetime.finish(scope)
        # The scope was cancelled: by `aclose`, or at its deadline.
        self._lifetime.check_open()
        raise APITimeoutError(f"No whole answer within {self.defaults.timeout:g} s")

    async def _send(
        self, operation: Operation[Any], target: Target, attempt: int, scope: Scope, *, anew: bool
    ) -> Answer:
        self._counts.attempts += 1
        began = time.monotonic()
        # The timeout is the attempt's alone: what it waited for before was our own doing.
        scope.limit(self.defaults.timeout)
        result: object = "no answer"
        try:
            answer = await self._transport.request(operation.method, target, self.defaults.timeout, anew=anew)
            result = answer.status
        except TMDBError as error:
            result = type(error).__name__
            raise
        finally:
            if _logger.isEnabledFor(logging.DEBUG):
                milliseconds = (time.monotonic() - began) * 1000
                _logger.debug("%s: attempt %d: %s after %.0f ms", operation.name, attempt, result, milliseconds)
        self._counts.received_bytes += len(answer.body)
        return answer

    def _cool_down(self, operation: Operation[Any], error: RateLimitError, entered: int) -> None:
        self._counts.rate_limited += 1
        seconds = retry.cool_down(error, in_a_row=self.gate.in_a_row(entered), jitter=_jitter())
        if self.gate.cool_down(seconds, entered):
            _logger.info(
                "%s: too many requests (HTTP 429): no request for %.1f s, then %.3g a second",
                operation.name,
                seconds,
                self.gate.rate,
            )
        if self.gate.refused >= retry.PATIENCE:
            self.gate.give_up()


def _refused_like_all() -> RateLimitError:
    """Return the error of a call that waited while others were refused: it has no answer of its own to show."""
    message = f"Nothing but this was answered to any call for {retry.PATIENCE:.0f} s"
    return RateLimitError(message, status=429, code=None, headers=Headers([]), body=b"")


def _read(operation: Operation[T], request: Request, answer: Answer) -> tuple[Answer, bytes, T]:
    """Return an answer with its body without its compression, and with the model."""
    try:
        body = _content(answer)
        if tells_of_failure(body):
            raise status_error(answer.status, Headers([*answer.headers]), body)
        if request.parts:
            from .parts import decode_with_parts  # with their first use

            model = decode_with_parts(operation, body, request.parts)
        else:
            model = decode(operation.model, body)
        for field, parameter in operation.repeats.items():
            check_repeated(field, getattr(model, field), parameter, request.arguments[parameter], body)
    except ResponseError as error:
        error.status = answer.status
        raise
    else:
        return answer, body, model


def _content(answer: Answer) -> bytes:
    if answer.status == 204:
        raise ResponseError("The answer has no content (HTTP 204)", path="$", body=answer.body)
    return unpack(answer.body)


def _jitter() -> float:
    return random.random()  # noqa: S311 - it spreads clients over time, and keeps no secret
