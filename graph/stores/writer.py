"""`python -m graph.stores.writer FD`: the one process that writes to the store on disk.

A process of its own, so that an update past its limits can be ended (RocksDB undoes it) while reading
goes on, and so that no crash of the web server can leave the disk half-written.

    update {text, ...}      apply {drop} + N-Quads      dump {path}      backup {path}      -> {} or an error
"""

import signal
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import URIRef

from graph.errors import StoreLockedError, VpgError
from graph.stores import sandbox, wire, worker
from graph.stores.base import Changes
from graph.stores.oxigraph import OxigraphStore

_PATIENCE = 5.0  # seconds in which a writer that was killed before us lets go of the files


def do(store: OxigraphStore, asked: dict[str, Any], body: bytes) -> dict[str, Any]:
    """Do one thing; return the header of the reply. A write is on disk when it is answered."""
    before = store.revision
    try:
        match asked["do"]:
            case "update":
                store.update(asked["text"], using_graphs=asked["using"], using_named_graphs=asked["using_named"])
            case "apply":
                store.apply(Changes([URIRef(name) for name in asked["drop"]], nquads=body))
            case "dump":
                store.engine.dump(asked["path"], format=ox.RdfFormat.N_QUADS)
            case "backup":
                store.engine.backup(asked["path"])
    except VpgError as error:
        return worker.failure(error)
    except (OSError, ValueError, MemoryError) as error:
        return {"error": "StoreError", "message": str(error)}
    if asked["do"] in ("update", "apply"):
        things = store.touched_since(before)
        return {} if things is None else {"touched": sorted(things)}
    return {}


def opened(location: str, *, union: bool, services: tuple[str, ...]) -> OxigraphStore:
    """Open the store on disk; wait a little for a process that is just going.

    Raises:
        StoreLockedError: another process keeps it.
    """
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return OxigraphStore(Path(location) if location else None, union=union, services=services)
        except StoreLockedError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def main(arguments: list[str]) -> None:
    """Serve the socket whose descriptor is the first argument until the other side hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with socket.socket(fileno=int(arguments[0])) as control, suppress(wire.HangUpError):
        asked = wire.receive(control).header
        try:
            store = opened(asked["location"], union=asked["union"], services=tuple(asked["services"]))
        except VpgError as error:
            wire.send(control, worker.failure(error))
            return
        if asked["memory"]:
            sandbox.limit_memory(sandbox.address_space() + asked["memory"])
        wire.send(control, {})
        try:
            while True:
                message = wire.receive(control)
                wire.send(control, do(store, message.header, message.body))
        except wire.HangUpError:
            store.close()


if __name__ == "__main__":
    main(sys.argv[1:])
