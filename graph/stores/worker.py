"""One worker: answers one query at a time until its parent hangs up, or the kernel ends it at a limit.

Forked by `graph.stores.zygote`. The time limit is an alarm, the memory limit RLIMIT_AS: both hold in
native code, which Python cannot interrupt. A worker that has grown asks to be replaced.
"""

import os
import socket
import time
from typing import Any, BinaryIO

from graph.errors import QueryLimitError, QuerySyntaxError, VpgError
from graph.stores import sandbox, wire
from graph.stores.base import Limits
from graph.stores.oxigraph import OxigraphStore

INLINE = 1 << 18  # bytes; a longer answer goes through a file, not through the socket
_GROWN = 64 << 20  # bytes; a worker that grew by so much is replaced, so that memory returns
_QUICK = 0.02  # seconds; after less the worker cannot have grown much


class Spool:
    """Takes an answer as the engine writes it; what is long goes to a file in memory.

    Raises:
        QueryLimitError: from `write`, once there are more than `most` bytes.
    """

    def __init__(self, most: int | None) -> None:
        self._most, self._size = most, 0
        self._parts: list[bytes] = []
        self._file: BinaryIO | None = None

    def write(self, data: bytes) -> int:
        """Take the next bytes."""
        self._size += len(data)
        if self._most is not None and self._size > self._most:
            raise QueryLimitError(
                f"the answer has more than {self._most:,} bytes: ask for fewer rows (LIMIT) or columns"
            )
        if self._file is None:
            self._parts.append(bytes(data))
            if self._size > INLINE:
                self._file = os.fdopen(os.memfd_create("answer"), "w+b", buffering=0)
                self._file.write(b"".join(self._parts))
                self._parts = []
        else:
            self._file.write(data)
        return len(data)

    def flush(self) -> None:
        """Nothing is kept back."""

    def body(self) -> bytes:
        """Return what was written, if it is short enough to be here; b'' otherwise."""
        return b"".join(self._parts)

    def take_file(self) -> BinaryIO | None:
        """Return the file that holds a long answer, or None."""
        return self._file


def serve(sock: socket.socket, store: OxigraphStore, *, network: bool) -> None:
    """Answer queries from `sock` until it closes."""
    sandbox.mortal()
    sandbox.be_quiet()
    sandbox.die_with_parent()
    if not network:
        sandbox.forbid_network()
    started, memory, idle = sandbox.address_space(), -1, sandbox.resident()
    while True:
        try:
            message = wire.receive(sock)
        except wire.HangUpError:
            return
        asked = message.header
        if asked["memory"] != memory:
            memory = asked["memory"]
            sandbox.limit_memory(started + memory if memory else 0)
        sandbox.deadline(asked["seconds"])
        begun = time.perf_counter()
        spool = Spool(asked["bytes"])
        header = answer(store, asked, spool)
        sandbox.deadline(0)
        if time.perf_counter() - begun > _QUICK and sandbox.resident() - idle > _GROWN:
            header["grown"] = True
        try:
            _reply(sock, header, spool)
        except wire.HangUpError:
            return
        if "grown" in header:
            return


def answer(store: OxigraphStore, asked: dict[str, Any], spool: Spool) -> dict[str, Any]:
    """Answer one query into `spool`; return the header of the reply."""
    try:
        found = store.write_answer(
            asked["text"],
            spool,
            media_type=asked["media"],
            default_graphs=asked["default"],
            named_graphs=asked["named"],
            limits=Limits(rows=asked["rows"]),
        )
    except VpgError as error:
        return failure(error)
    except MemoryError:
        return failure(QueryLimitError("the query needs more memory than it may take"))
    return {"kind": found.kind, "media": found.media_type, "cut": found.cut}


def failure(error: VpgError) -> dict[str, Any]:
    """Return an error as the header of a reply."""
    header: dict[str, Any] = {"error": type(error).__name__, "message": str(error)}
    if isinstance(error, QuerySyntaxError):
        header |= {"line": error.line, "column": error.column}
    return header


def _reply(sock: socket.socket, header: dict[str, Any], spool: Spool) -> None:
    file = spool.take_file()
    if file is None or "error" in header:
        wire.send(sock, header, b"" if "error" in header else spool.body())
    else:
        wire.send(sock, header, files=(file.fileno(),))
        file.close()
