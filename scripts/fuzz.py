"""Fuzz the decoder, guided by its coverage: whatever the bytes, a model or a `TMDBError`.

    make fuzz SECONDS=600

It begins with the recorded responses in openapi/examples, as they are, shortened and compressed. An input that makes
the decoder do anything else ends the run with status 1, and is kept.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import importlib.util
import json
import math
import platform
import re
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # imported later, where the fuzzer sees it
    from tmdb_async import ResponseError

ROOT = Path(__file__).resolve().parent.parent
# The limit of a body while it is fuzzed: small, so that it is often reached.
LIMIT = 2**16
LONGEST_INPUT = 2**14
GZIP = b"\x1f\x8b"
JITTER = 0.5
LONGEST_WAIT = 60


def main() -> None:
    parser = argparse.ArgumentParser(description="Fuzz the decoder, guided by its coverage.")
    parser.add_argument("--seconds", type=int, default=60, help="how long; 60 by default")
    parser.add_argument("--fuzzer", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        sys.exit(
            f"atheris is not installed for Python {platform.python_version()}: `make fuzz` installs it where it can. "
            "It exists for CPython 3.11 to 3.13 on Linux."
        )
    if arguments.fuzzer is not None:
        fuzz(arguments.fuzzer)
    else:
        sys.exit(run(arguments.seconds))


# One process runs another: the fuzzer's library ends the process that it is in.


def run(seconds: int) -> int:
    """Fuzz for some seconds in another process, print what came of it, and return the status to end with."""
    found = Path(tempfile.mkdtemp(prefix="fuzz-"))
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, seed in enumerate(seeds()):
            (corpus / f"{number:03}").write_bytes(seed)
        words = Path(folder) / "words"
        words.write_text("".join(f"{json.dumps(word)}\n" for word in dictionary()), encoding="utf-8")
        flags = {
            "max_total_time": seconds,
            "max_len": LONGEST_INPUT,
            "timeout": 10,
            "dict": words,
            "artifact_prefix": f"{found}/",
            "print_final_stats": 1,
        }
        print(f"Fuzzing the decoder for {seconds} s, from {len(list(corpus.iterdir()))} inputs", flush=True)
        ended = subprocess.run(
            [sys.executable, __file__, "--fuzzer", *(f"-{name}={value}" for name, value in flags.items()), corpus],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    log = ended.stdout.decode(errors="replace")
    count = re.search(r"^stat::number_of_executed_units: +(\d+)", log, re.MULTILINE)
    progress = re.findall(r"cov: (\d+) ft: (\d+) corp: (\d+)", log)
    if not ended.returncode and count and progress:
        found.rmdir()
        (began, *_), (edges, features, kept) = progress[0], progress[-1]
        print(f"{int(count[1]):,} inputs ({int(count[1]) // max(1, seconds):,} a second), {kept} of them kept")
        print(f"{edges} branches and calls reached ({began} by the first inputs), {features} with how often")
        print("Nothing but models and TMDBErrors came out")
        return 0
    print("\n".join(line for line in log.splitlines() if not re.match(r"#\d|\t(NEW|REDUCE)", line)))
    for path in found.iterdir():
        print(f"Found: {path}\n{path.read_bytes()!r}")
    return 1


def seeds() -> list[bytes]:
    """Return what fuzzing begins with: bodies, and values of `Retry-After`."""
    bodies = [b"", b"null", b"<html></html>", b'{"x":' + b"[" * 10_000, b'{"errors":["a"]}']
    bodies.append(b'{"success":false,"status_code":34,"status_message":"Words.","errors":["a","b"]}')
    for path in sorted((ROOT / "openapi" / "examples").glob("*.json")):
        whole = path.read_bytes()
        bodies += [whole, json.dumps(shortened(json.loads(whole))).encode()]
    packed = [gzip.compress(body, mtime=0) for body in bodies]
    twice = [gzip.compress(body, mtime=0) for body in packed]
    values = [b"7", b"1.5", b"-1", b"Fri, 20 Nov 2026 12:00:00 GMT", b"Friday, 31-Dec-9999 23:59:59 -0100"]
    return [*bodies, *packed, *twice, gzip.compress(bytes(10 * LIMIT), mtime=0), *values]


def shortened(value: Any) -> Any:
    """Return the same shape with one item in each list."""
    if isinstance(value, dict):
        return {name: shortened(inner) for name, inner in value.items()}
    return [shortened(inner) for inner in value[:1]] if isinstance(value, list) else value


def dictionary() -> list[str]:
    """Return the words of the models, and those of JSON."""
    import attr

    from tmdb_async import models

    kinds = (getattr(models, name) for name in models.__all__)
    names = {f'"{field.name}":' for kind in kinds if attr.has(kind) for field in attr.fields(kind)}
    return [*sorted(names), "null", "true", "false", "{}", "[]", '""', "-0", "1e9", "[[", "]]", '{"":', "},{"]


# In the other process.


def fuzz(flags: list[str]) -> None:
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["tmdb_async", "email"]):
        importlib.import_module("tmdb_async.calls.decode")
        models = importlib.import_module("tmdb_async.models")
        kinds = [getattr(models, name) for name in models.__all__]
    check = Check(kinds, python_json(atheris.instrument_func))

    def mutate(data: bytes, longest: int, seed: int) -> bytes:
        """Change what is compressed inside its compression, most of the time: outside it would only break."""
        if data[:2] == GZIP and seed % 4:
            with suppress(zlib.error):
                inside = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(data, LIMIT)
                return gzip.compress(mutate(inside, longest, seed // 4), 1, mtime=0)[:longest]
        if seed % 64 == 0:
            return gzip.compress(data, 1, mtime=0)[:longest]
        changed: bytes = atheris.Mutate(data, longest)
        return changed

    atheris.Setup([__file__, *flags], check, custom_mutator=mutate)
    atheris.Fuzz()


class Check:
    """What is true of any bytes, as the body of a success and of a failure; whatever else is raised is a fault.

    Args:
        models: What a success is decoded into.
        read_json: Another reader of JSON.
    """

    def __init__(self, models: list[type[object]], read_json: Callable[[str], object]) -> None:
        from tmdb_async import errors
        from tmdb_async.calls import decode, retry
        from tmdb_async.transports import transport

        self.models = models
        self.read_json = read_json
        self.decode, self.errors, self.retry = decode, errors, retry
        transport.BODY_LIMIT = LIMIT

    def __call__(self, data: bytes) -> None:
        self.failure(data)
        try:
            body = self.decode.unpack(data)
        except self.errors.ResponseError as error:
            self.refusal(error)
            return
        assert len(body) <= LIMIT
        with suppress(RecursionError, ValueError):
            self.read_json(body.decode("latin-1"))
        for model in self.models:
            self.success(model, body)

    def success(self, model: type[object], body: bytes) -> None:
        try:
            value = self.decode.decode(model, body)
        except self.errors.ResponseError as error:
            self.refusal(error)
            return
        assert isinstance(value, model)
        # What is read as a model is JSON to others too.
        with suppress(RecursionError):
            self.read_json(body.decode("latin-1"))

    def failure(self, data: bytes) -> None:
        headers = {"retry-after": data[:60].decode("latin-1")}
        for status in (429, zlib.crc32(data) % 800 + 200):
            error = self.decode.status_error(status, headers, data)
            assert str(error)
            assert len(error.body) <= max(LIMIT, len(data))
            assert error.retry_after is None or 0 <= error.retry_after < math.inf
            seconds = self.retry.wait(error, repeatable=True, attempt=1, max_retries=1, jitter=JITTER)
            assert seconds is None or 0 <= seconds <= LONGEST_WAIT
            if isinstance(error, self.errors.RateLimitError):
                assert 0 < self.retry.cool_down(error, in_a_row=1, jitter=JITTER) <= LONGEST_WAIT

    def refusal(self, error: ResponseError) -> None:
        assert error.path.startswith("$")
        assert len(error.body) <= LIMIT
        assert str(error)


def python_json(instrument: Callable[[Any], Any]) -> Callable[[str], object]:
    """Return a reader of JSON that is written in Python, so that the fuzzer sees how far it comes."""
    from json import decoder, scanner

    functions: Any = decoder
    reader: Any = decoder.JSONDecoder(parse_int=float, strict=False)
    reader.parse_object = instrument(functions.JSONObject)
    reader.parse_array = instrument(functions.JSONArray)
    reader.parse_string = instrument(functions.py_scanstring)
    reader.scan_once = instrument(vars(scanner)["py_make_scanner"])(reader)
    read: Callable[[str], object] = reader.decode
    return read


if __name__ == "__main__":
    main()
