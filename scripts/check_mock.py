"""Let Prism make a mock of the OpenAPI document, and call every GET operation of it with our client.

A program, and no test: `make check-document` runs it. It needs npx.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from tmdb_async import TMDB, TMDBError
from tmdb_async._generated.types import Operation
from tmdb_async.operations import method_of, operations
from tmdb_async.sandbox.document import Document
from tmdb_async.sandbox.document import Operation as Described

PRISM = "@stoplight/prism-cli@5.16.0"
DOCUMENT = Path(__file__).resolve().parent.parent / "tmdb_async" / "_generated" / "openapi.json"
READ: Mapping[type, Callable[[str], Any]] = {int: int, date: date.fromisoformat}


@contextmanager
def mock() -> Generator[str, None, None]:
    """Serve a mock on loopback while the block runs, and give its address."""
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    command = ["npx", "--yes", PRISM, "mock", "--host", "127.0.0.1", "--port", str(port), str(DOCUMENT)]
    # A session of its own: npx starts further processes, and all of them end together.
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True) as process:
        try:
            while not _listens(port):
                assert process.poll() is None, "Prism has ended"
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            os.killpg(process.pid, signal.SIGTERM)


def _listens(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


def arguments_of(operation: Operation[Any], described: Described) -> dict[str, Any]:
    """Return what the first example of an answer was asked with, or else the examples of what must be given."""
    schemas = {each.name: each.schema for each in (*described.path_parameters, *described.query_parameters)}
    asked: Mapping[str, str] = described.examples[0].request if described.examples else {}
    return {
        name: READ.get(each.kind, str)(asked.get(each.name) or str(schemas[each.name].get("example", "any")))
        for name, each in operation.parameters.items()
        if each.required or each.name in asked
    }


async def ask(address: str) -> list[str]:
    """Return what is wrong with the answers to all GET operations, and say how many are right."""
    documented = {each.name: each for each in Document.bundled().operations()}
    wrong: list[str] = []
    read = [each for each in operations().values() if each.method == "GET"]
    async with TMDB(access_token="any", session_id="any", base_url=address, max_retries=0) as tmdb:  # noqa: S106 - none
        for operation in read:
            try:
                await method_of(tmdb.detailed, operation)(**arguments_of(operation, documented[operation.name]))
            except TMDBError as error:
                wrong.append(str(error))
    print(f"{len(read) - len(wrong)} of {len(read)} GET operations are satisfied with Prism's mock.")
    return wrong


if __name__ == "__main__":
    with mock() as address:
        wrong = asyncio.run(ask(address))
    sys.exit("\n".join(wrong) or 0)
