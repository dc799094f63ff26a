"""`python -m graph.stores.zygote FD`: holds the data in memory and forks workers that share its pages.

It has one thread: forking a process with threads is unsafe. It opens no store on disk (RocksDB has
threads); data comes as N-Quads in a file, and writes as they were done on disk. In snapshot mode it holds
nothing, and each worker opens the snapshot on disk read-only.

    load {path, room, snapshot}  read the file into memory; with a snapshot, make the file of that first  -> {columns}
    fork {network}         -> {pid}, files: socket, pidfd; with {session, config} the worker runs that function
    update {text, ...}     repeat a write                         -> {}
    apply {drop} N-Quads   repeat a write                         -> {}
    build {room}           columns into a file, by a child        -> {pid}, files: pidfd
    adopt                  use what the child built               -> {columns}
    snapshot {path}        new workers read that one               -> {}
    status {pid}           how a worker ended                     -> {status} (negative: signal)
"""

import gc
import importlib
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
from rdflib import URIRef

from graph.errors import StoreError, VpgError
from graph.stores import sandbox, wire, worker
from graph.stores.base import Changes
from graph.stores.counter import SharedCounter
from graph.stores.oxigraph import OxigraphStore
from graph.stores.worth import worth_columns
from graph.stores.writes import Write

if TYPE_CHECKING:
    from graph.stores.columns import Columns

_MOST_WRITES = 2_000  # that are remembered
_MOST_WRITTEN = 64 * 1024**2  # bytes of them

NAMES = 50_000  # in an index that a worker over a snapshot makes for itself: 2 s and 100 MB


class Zygote:
    """The state of this process: the data, and the children and how they ended."""

    def __init__(
        self,
        control: socket.socket,
        *,
        union: bool,
        services: tuple[str, ...],
        snapshot: str,
        counter: SharedCounter | None,
    ) -> None:
        self._control, self._snapshot, self._counter = control, snapshot, counter
        self._union, self._services = union, services
        self._store = OxigraphStore(union=union, services=services)
        self._children: set[int] = set()
        self._ended: dict[int, int] = {}
        self._columns_file, self._built_at = -1, 0  # of the columns being built: where, after how many writes
        self._base: Columns | None = None  # the columns that were adopted last
        self._since: list[Write] | None = None  # writes since the columns in use; None: not known any more
        self._written = 0  # bytes that these hold

    def run(self) -> None:
        """Do what is asked until the other side hangs up."""
        while True:
            try:
                message = wire.receive(self._control)
            except wire.HangUpError:
                return
            header, files = self.do(message)
            try:
                wire.send(self._control, header, files=files)
            except wire.HangUpError:
                return
            for file in files:
                os.close(file)

    def do(self, message: wire.Message) -> tuple[dict[str, Any], tuple[int, ...]]:
        """Do one thing; return the reply's header and files."""
        self._reap()
        asked = message.header
        try:
            match asked["do"]:
                case "fork":
                    return self._fork(asked)
                case "load":
                    if asked["snapshot"]:
                        self._dump(asked["snapshot"], asked["path"])
                    return {"columns": self._load(Path(asked["path"]), asked["room"])}, ()
                case "update":
                    self._note(Write(text=asked["text"]))
                    self._store.update(
                        asked["text"], using_graphs=asked["using"], using_named_graphs=asked["using_named"]
                    )
                    self._store.prepare()
                case "apply":
                    self._note(Write(drop=asked["drop"], nquads=message.body))
                    self._store.apply(Changes([URIRef(name) for name in asked["drop"]], nquads=message.body))
                case "build":
                    pid = self._in_child(self._build, asked["room"])
                    return {"pid": pid}, (os.pidfd_open(pid),)
                case "snapshot":
                    self._snapshot = asked["path"]
                case "adopt":
                    self._adopt()
                    return {"columns": self._store.columns is not None}, ()
                case "status":
                    return {"status": self._status(asked["pid"])}, ()
        except VpgError as error:
            return worker.failure(error), ()
        except (OSError, ValueError, SyntaxError) as error:
            return {"error": "StoreError", "message": str(error)}, ()
        return {}, ()

    def _dump(self, snapshot: str, path: str) -> None:
        """Write a snapshot as N-Quads, in a child: RocksDB would leave its threads here."""

        def dump() -> bool:
            ox.Store.read_only(snapshot).dump(path, format=ox.RdfFormat.N_QUADS)
            return True

        if os.waitpid(self._child(dump), 0)[1]:
            raise StoreError("the snapshot could not be read")

    def _child(self, work: Callable[[], bool]) -> int:
        """Let a child that ends with this process do something; return its number.

        It ends with 0 where `work` returns True, 3 where it returns False, 1 where it fails.
        """
        pid = os.fork()
        if pid == 0:
            status = 1
            with suppress(BaseException):
                self._control.close()
                sandbox.mortal()
                sandbox.die_with_parent()
                status = 0 if work() else 3
            os._exit(status)
        return pid

    def _load(self, path: Path, room: int) -> bool:
        """Read a file of N-Quads; a child makes columns of it meanwhile. Returns whether there are columns."""
        child = 0
        with path.open("rb") as lines:
            worth = self._union and worth_columns(lines)
        if worth and path.stat().st_size < room:  # about what it takes
            child = self._in_child(lambda: self._build_from(path), room)
        self._store.engine.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS, lenient=True)
        self._store.prepare()
        if child and self._status(child) == 0:
            self._adopt()
        path.unlink(missing_ok=True)
        for _ in range(200):  # the loader's threads are over, or about to be
            if sandbox.threads() == 1:
                break
            time.sleep(0.01)
        gc.freeze()
        return self._store.columns is not None

    def _fork(self, asked: dict[str, Any]) -> tuple[dict[str, Any], tuple[int, ...]]:
        run = None
        if "session" in asked:
            module, _, function = asked["session"].partition(":")
            run = getattr(importlib.import_module(module), function)  # here, so that no child has to
        ours, theirs = socket.socketpair()
        pid = os.fork()
        if pid == 0:
            status = 1
            with suppress(BaseException):
                self._control.close()
                ours.close()
                if run is not None:
                    run(theirs, self._opened(), self._counter, asked["config"])
                else:
                    worker.serve(theirs, self._opened(), network=asked["network"])
                status = 0
            os._exit(status)
        theirs.close()
        self._children.add(pid)
        return {"pid": pid}, (ours.detach(), os.pidfd_open(pid))

    # ---- columns

    def _note(self, write: Write) -> None:
        """Remember a write, so that the columns can be brought up to date."""
        if self._since is not None:
            self._since.append(write)
            self._written += write.size
            if len(self._since) > _MOST_WRITES or self._written > _MOST_WRITTEN:
                self._since = None

    def _in_child(self, work: Callable[[], bool], room: int) -> int:
        """Let a child write columns into a new file; return its process number. `room`: bytes that it may take."""
        if self._columns_file >= 0:
            os.close(self._columns_file)
        self._columns_file, self._built_at = os.memfd_create("columns"), self._store.writes

        def bounded() -> bool:
            sandbox.be_quiet()
            sandbox.limit_memory(sandbox.address_space() + max(room, 1))
            return work()

        pid = self._child(bounded)
        self._children.add(pid)
        return pid

    def _build_from(self, path: Path) -> bool:
        from graph.stores import assembly  # imports numpy, which a small store does without

        with path.open("rb") as lines:
            assembly.build(lines, self._columns_file, graphs=True)
        return True

    def _build(self) -> bool:
        """Bring the columns up to date if all writes since are known quad by quad; else make them anew."""
        os.nice(5)
        if self._since is not None and self._base is not None:
            from graph.stores import assembly, changes

            if (known := changes.deltas(self._since)) is not None:
                assembly.extend(self._base, known, self._columns_file)
                return True
        return self._store.build_columns(self._columns_file)

    def _adopt(self) -> None:
        """Use what the child built, unless something was written meanwhile."""
        if self._built_at != self._store.writes:
            return
        self._store.adopt_columns(self._columns_file)
        os.close(self._columns_file)
        self._columns_file = -1
        if self._union and self._store.columns is not None:
            self._base, self._since, self._written = self._store.columns.columns, [], 0

    def _opened(self) -> OxigraphStore:
        if not self._snapshot:
            return self._store
        engine = ox.Store.read_only(self._snapshot)
        return OxigraphStore(engine=engine, union=self._union, services=self._services, names=NAMES)

    def _reap(self) -> None:
        for pid in list(self._children):
            self._wait(pid, os.WNOHANG)

    def _wait(self, pid: int, options: int) -> None:
        with suppress(ChildProcessError):
            found, status = os.waitpid(pid, options)
            if found:
                self._children.discard(pid)
                self._ended[pid] = os.waitstatus_to_exitcode(status)

    def _status(self, pid: int) -> int | None:
        if pid in self._children:
            self._wait(pid, 0)
        return self._ended.pop(pid, None)


def main(arguments: list[str]) -> None:
    """Serve the socket whose descriptor is the first argument."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # a collection would touch, and so copy, every shared page
    control = socket.socket(fileno=int(arguments[0]))
    with control, suppress(wire.HangUpError):
        asked = wire.receive(control).header
        zygote = Zygote(
            control,
            union=asked["union"],
            services=tuple(asked["services"]),
            snapshot=asked["snapshot"],
            counter=None if asked["counter"] is None else SharedCounter(asked["counter"]),
        )
        wire.send(control, {})
        zygote.run()


if __name__ == "__main__":
    main(sys.argv[1:])
