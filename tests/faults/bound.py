"""Preloaded by a Dask worker: what it connects to sees the address that it listens on, as of a machine of its own."""

from __future__ import annotations

import os
import socket
from typing import Any

_connect = socket.socket.connect


def _connect_bound(self: socket.socket, address: Any) -> None:
    if self.family == socket.AF_INET and self.type == socket.SOCK_STREAM and not self.getsockname()[1]:
        self.bind((os.environ["BOUND_TO"], 0))
    _connect(self, address)


socket.socket.connect = _connect_bound  # type: ignore[assignment, method-assign] # which is what this file is for
