"""`python -m tmdb_async.sandbox`: serve the sandbox until Ctrl-C."""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Sequence

from .credentials import is_v3_key

PORT = 8765


def main(arguments: Sequence[str] | None = None, *, program: str = "python -m tmdb_async.sandbox") -> int:
    """Serve the sandbox until SIGINT or SIGTERM.

    Args:
        arguments: The command line's arguments; `None` reads them from the process.
        program: What the messages call the command.

    Returns:
        The exit status: 0 after a signal, 1 where the sandbox cannot start.
    """
    parser = _parser(program)
    options = parser.parse_args(arguments)
    try:
        from . import Sandbox
    except ImportError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    try:
        sandbox = Sandbox(
            token=options.token,
            latency=options.latency / 1000,
            max_rate=options.max_rate or None,
            max_connections=options.max_connections or None,
            host=options.host,
            port=options.port,
        )
    except ValueError as error:
        parser.error(str(error))
    # Both end the wait below in the same way, also where a shell that runs this in the background ignores SIGINT.
    before = {number: signal.signal(number, signal.default_int_handler) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        with sandbox:
            name = "TMDB_API_KEY" if is_v3_key(sandbox.token) else "TMDB_ACCESS_TOKEN"
            sys.stdout.write(f"TMDB sandbox on {sandbox.url}; set TMDB_BASE_URL={sandbox.url} {name}={sandbox.token}\n")
            sys.stdout.flush()
            while True:
                time.sleep(3600)
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        sys.stderr.write(f"The sandbox cannot listen on {options.host}, port {options.port}: {error.strerror}\n")
        return 1
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _parser(program: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=program,
        description="Serve an offline TMDB on loopback, until Ctrl-C.",
        epilog="Every id whose decimal digits end in 404 is unknown.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="the loopback address to listen on (%(default)s)")
    parser.add_argument("--port", type=int, default=PORT, help="the port to listen on, 0 for a free one (%(default)s)")
    parser.add_argument("--token", help="the only access token, or v3 key, that is accepted (any)")
    parser.add_argument(
        "--latency", type=float, default=0.0, metavar="MS", help="hold every answer back for MS milliseconds (0)"
    )
    parser.add_argument(
        "--max-rate", type=int, default=50, metavar="N", help="requests in any one second, 0 for no limit (%(default)s)"
    )
    parser.add_argument(
        "--max-connections", type=int, default=20, metavar="N", help="open connections, 0 for no limit (%(default)s)"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
