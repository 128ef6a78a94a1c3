from __future__ import annotations

import subprocess
import sys


def test_importing_the_client_imports_nothing_that_only_answers_need() -> None:
    """What models, their decoding and the sandbox need comes with its first use."""
    late = {"aiohttp", "asyncio", "attr", "attrs", "msgspec", "starlette", "uvicorn"}
    late |= {"tmdb_async._generated.models", "tmdb_async.transports.over_aiohttp", "tmdb_async.sandbox"}
    late |= {"sqlite3", "typer", "pyarrow", "tmdb_async.jobs", "tmdb_async.cli", "tmdb_async.operations"}
    program = f"import sys, tmdb_async; print(sorted({late!r} & sys.modules.keys()))"
    run = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert run.stdout == "[]\n"
