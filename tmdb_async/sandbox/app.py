"""The ASGI application: what arrives is counted, held back and handed to `answers`; what it decides is sent."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence

import attrs
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, Router
from starlette.types import Receive, Scope, Send

from .answers import Answers
from .connections import Connections
from .counts import Counts
from .days import Exports
from .document import Document, Operation
from .requests import Asked
from .responses import Answer, failure, too_many
from .script import Script
from .state import State

STATS = "/sandbox/stats"
RESET = "/sandbox/reset"
OPENAPI = "/openapi.json"
EXPORTS = "/p/exports/{name}"


@attrs.frozen(kw_only=True)
class Limits:
    """What the sandbox allows.

    Attributes:
        token: The only credential that is accepted; `None` accepts every one of the right form.
        latency: How long every answer is held back, in seconds.
        max_rate: How many requests may arrive from one address within any one second; `None` for any number.
        max_connections: How many connections may be open from one address at one time; `None` for any number.
    """

    token: str | None
    latency: float
    max_rate: int | None
    max_connections: int | None


class App:
    """Serves a document's operations, and the addresses of the sandbox itself.

    Args:
        document: What to serve.
        limits: What to allow.
    """

    def __init__(self, document: Document, limits: Limits) -> None:
        self.counts = Counts()
        self.connections = Connections()
        self.script = Script()
        self._document = document
        self._limits = limits
        self._state = State()
        self._answers = Answers(document, self._state, limits.token)
        # Seconds since 1970 that never go back, whatever happens to the machine's clock.
        self._epoch = time.time() - time.monotonic()
        self._exports = Exports(document.operations())
        self.operations: set[str] = set()
        paths: dict[str, dict[str, Operation]] = {}
        for operation in document.operations():
            self.operations.add(operation.name)
            for path in operation.paths:
                methods = paths.setdefault(path, {})
                methods[operation.method] = operation
                if operation.method == "GET":
                    # HTTP asks it of every server: the same answer without its body, which the server leaves out.
                    methods["HEAD"] = operation
        routes = [
            Route(STATS, self._stats),
            Route(RESET, self._reset, methods=["POST"]),
            Route(OPENAPI, self._openapi),
            Route(EXPORTS, self._export),
            *(Route(path, Resource(self, operations)) for path, operations in paths.items()),
        ]
        self._router = self._router_of(routes)
        # To go through all routes for each request would take as long as to make a short answer.
        self._routers = {
            alike: self._router_of([route for route in routes if _may_be(route.path, alike)])
            for alike in {_alike(route.path) for route in routes}
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await self._routers.get(_alike(scope["path"]), self._router)(scope, receive, send)

    async def api(self, request: Request, operations: Mapping[str, Operation]) -> Response | None:
        """Return the answer to a request for a path of the API; `None` where its client is gone.

        Args:
            request: The request.
            operations: The operations of its path, by method; none for an unknown path.
        """
        limits = self._limits
        client = request.scope["client"]
        connections = self.connections.asked(client, control=False)
        recent = self.counts.arrived(self._epoch + time.monotonic(), connections, client[0])
        body = await request.body()
        if limits.max_rate is not None and recent > limits.max_rate:
            return self._counted(too_many("request", recent, limits.max_rate))
        if limits.max_connections is not None and connections > limits.max_connections:
            return self._counted(too_many("open connections", connections, limits.max_connections))
        if limits.latency and await _client_leaves(request, limits.latency):
            return None
        return self._counted(self._answer(request, operations, body))

    def _answer(self, request: Request, operations: Mapping[str, Operation], body: bytes) -> Answer:
        if not operations:
            return failure(34)
        if request.method not in operations:
            return failure(42, {"Allow": ", ".join(operations)})
        operation = operations[request.method]
        written = self.script.next(operation.name)
        if written is not None:
            return written
        return self._answers.answer(
            operation,
            Asked(
                path=request.path_params,
                query=request.query_params.multi_items(),
                body=body,
                authorization=request.headers.get("Authorization"),
            ),
        )

    def reset(self) -> None:
        """Forget all counts, all that users have done, and all answers that were given."""
        self.counts.reset()
        self._state.reset()
        self.script.reset()

    def _counted(self, decided: Answer) -> Response:
        # Before the answer is sent: who has it in hand finds it counted.
        self.counts.answered(decided.status)
        headers = {"Content-Type": "application/json;charset=utf-8", **decided.headers}
        return Response(decided.body, decided.status, headers)

    def _router_of(self, routes: Sequence[Route]) -> Router:
        return Router(routes, redirect_slashes=False, default=Resource(self, {}))

    async def _stats(self, request: Request) -> Response:
        self.connections.asked(request.scope["client"], control=True)
        return JSONResponse(attrs.asdict(self.counts.stats()))

    async def _reset(self, request: Request) -> Response:
        self.connections.asked(request.scope["client"], control=True)
        self.reset()
        return Response(status_code=204)

    async def _export(self, request: Request) -> Response:
        # From another host of TMDB's, and so no request to count.
        self.connections.asked(request.scope["client"], control=True)
        file = self._exports.file(request.path_params["name"])
        if file is None:  # as the store answers that TMDB has them in
            return Response(status_code=403)
        return Response(file, media_type="application/gzip")

    async def _openapi(self, request: Request) -> Response:
        self.connections.asked(request.scope["client"], control=True)
        return JSONResponse(self._document.content)


class Resource:
    """One path of the API, with all its methods."""

    def __init__(self, app: App, operations: Mapping[str, Operation]) -> None:
        self._app = app
        self._operations = operations

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        try:
            response = await self._app.api(Request(scope, receive), self._operations)
            if response is not None:
                await response(scope, receive, send)
        except ClientDisconnect:  # before its request was whole
            pass
        finally:
            self._app.counts.left()


def _alike(path: str) -> tuple[int, str]:
    """Return what tells most paths apart: how long they are, and where they begin, such as `/3/tv`."""
    return path.count("/"), "/".join(path.split("/", 3)[:3])


def _may_be(route: str, alike: tuple[int, str]) -> bool:
    """Return whether a route may be that of a path like these."""
    depth, start = _alike(route)
    return depth == alike[0] and (start == alike[1] or "{" in start)


async def _client_leaves(request: Request, seconds: float) -> bool:
    """Wait, and return whether the client went away meanwhile: nobody is in flight then any more."""
    try:
        async with asyncio.timeout(seconds):
            await request.receive()  # after the body there is nothing else to come
    except TimeoutError:
        return False
    return True
