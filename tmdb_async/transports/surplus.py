"""What came on a connection of httpx's behind the answer: the next request would take it for its own answer."""

# ruff: noqa: SLF001 - the libraries show nobody what they have received and not read

from __future__ import annotations

from typing import Any

# From httpx's response down to httpcore's connection, which keeps what it received and did not read.
_LAYERS = ("_stream", "_httpcore_stream", "_connection")


def ends_the_connection(response: Any) -> bool:
    """Look for what came behind a response that was read to its end, and if there is any keep its connection from use.

    httpcore looks only at the socket. What came in one segment with the answer was read from there already, and is in
    the buffer of h11, or below it in that of TLS or of asyncio's stream.

    Args:
        response: The response, which is not closed yet.

    Returns:
        Whether the connection is not to be used again; True also if there is none that can be looked into.
    """
    connection = _connection_of(response)
    if connection is None:
        return True
    try:
        surplus = bool(connection._h11_state.trailing_data[0]) or _holds(connection._network_stream._stream)
    except AttributeError:  # a stream of another make, which may hold anything
        surplus = True
    if surplus:
        connection._h11_state.send_failed()  # so that httpcore closes the connection, and does not keep it
    return surplus


def _connection_of(response: Any) -> Any:
    """Return httpcore's HTTP/1.1 connection, or None: HTTP/2 tells answers apart, and others we do not know."""
    layer = response.stream
    while layer is not None and not hasattr(layer, "_h11_state"):
        layer = next((getattr(layer, name) for name in _LAYERS if hasattr(layer, name)), None)
    return layer


def _holds(stream: Any) -> bool:
    """Whether a stream of anyio or trio holds what was received and not read."""
    if hasattr(stream, "transport_stream"):  # TLS
        incoming = stream._read_bio if hasattr(stream, "_read_bio") else stream._incoming
        return bool(incoming.pending or stream._ssl_object.pending()) or _holds(stream.transport_stream)
    if hasattr(stream, "socket"):  # trio's, which holds nothing itself
        return False
    return bool(stream._protocol.read_queue)
