"""The store as the service uses it: queries in processes that can be killed, writes by one that cannot lose.

    server ── writer     the only one with the disk store open; every write goes there first
       └───── zygote     a copy in memory; forks workers that share its pages
                 └── workers   one query each; ended by the kernel at their time or memory limit

A write is acknowledged when it is on disk and every worker that is asked from then on has seen it. Beyond
the memory budget, and while the copy is being loaded, workers read a snapshot of the disk instead.
"""

import os
import secrets
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree
from typing import BinaryIO

from rdflib import URIRef

from graph.errors import (
    StoreError,
    VpgError,
)
from graph.stores import process, wire
from graph.stores.base import JSON, Answer, Changes, Gone, Limits
from graph.stores.counter import SharedCounter
from graph.stores.edge import addresses_allowed
from graph.stores.ended import FROM_OUTSIDE, explain, late
from graph.stores.generation import Generation, Worker
from graph.stores.keeper import Keeper, unwritten
from graph.stores.oxigraph import FOLDER
from graph.stores.process import LostError
from graph.stores.readers import Readers, ReaderSettings
from graph.stores.slots import ELDER, ClientGoneError, Slots, turn
from graph.stores.syntax import outline
from graph.stores.terms import to_quad
from graph.stores.touched import Touched, since

# An update with one of these may do something else when it is repeated on the copy in memory.
_UNREPEATABLE = {
    *("RAND", "UUID", "STRUUID", "NOW", "SAMPLE", "LIMIT", "OFFSET", "GROUP_CONCAT", "SUM", "AVG"),
}
QUICK = 3.0  # seconds on disk; a write that took longer is not repeated in memory, where forks would wait for it
_LOOK = 0.1  # seconds between looks at whether the client is still there
_GRACE = 0.25  # seconds after the limit when we end a worker that the kernel should have ended


@dataclass(frozen=True, slots=True)
class PoolSettings:
    """How the pool runs. Sizes in bytes, times in seconds.

    `workers`: queries at the same time (twice as many long ones besides); `queue`: queries that wait;
    `memory_budget`: the most that the copy in memory may take; `write_memory`: of the writer; `write_wait`: for
    the write before to end; `limits`: of queries that come without their own.
    """

    union: bool = True
    services: tuple[str, ...] = ()
    workers: int = 4
    queue: int = 32
    memory_budget: int = 2_000_000_000
    write_seconds: float = 120.0
    write_wait: float = 10.0
    write_memory: int = 4_000_000_000
    limits: Limits = field(default_factory=Limits)


class PooledStore:
    """A `graph.stores.base.Store` whose queries run in processes of their own. Safe from many threads."""

    def __init__(self, location: Path | None, settings: PoolSettings | None = None) -> None:
        self._settings = settings or PoolSettings()
        self._scratch = Path(tempfile.mkdtemp(prefix="vpg-"))
        self._location = location or self._scratch / "store"  # in files too: ending the writer must lose nothing
        self._opened, self._writes, self._closed = secrets.token_hex(6), 0, False
        self._writing = threading.RLock()
        self._slots = Slots(self._settings.workers, 2 * self._settings.workers, self._settings.queue)
        self._kills: Counter[str] = Counter()
        self._counter = SharedCounter()
        self._touched = Touched()
        self.on_write: Callable[[], None] | None = None
        self.readers = Readers(self._reader_settings(), self._writing)
        self.readers.writer = self._writer = Keeper(
            self._location,
            union=self._settings.union,
            services=self._settings.services,
            memory=self._settings.write_memory,
        )
        try:
            self._writer.ready()
            rmtree(self._location / "snapshots", ignore_errors=True)  # of a process that was killed
            self.readers.begin(self.revision)
        except VpgError:
            self._writer.close()
            rmtree(self._scratch, ignore_errors=True)
            raise

    def _reader_settings(self) -> ReaderSettings:
        settings, location = self._settings, self._location
        return ReaderSettings(
            folder=location / FOLDER,
            snapshots=location / "snapshots",
            scratch=self._scratch,
            union=settings.union,
            services=settings.services,
            workers=settings.workers,
            memory_budget=settings.memory_budget,
            longest_query=settings.limits.seconds,
            longest_write=settings.write_seconds,
            counter=self._counter.file,
            improved=self._improved,
        )

    # ---- reading

    @property
    def revision(self) -> str:
        """Return a token that changes with every write and every opening: once the readers have seen it, not before."""
        return f"{self._opened}-{self._writes}"

    def touched_since(self, revision: str) -> frozenset[str] | None:
        """Return the IRIs of the things about which something was written since a revision; None: not known."""
        return since(self._touched, revision, self.revision)

    def query(
        self,
        text: str,
        *,
        media_type: str = JSON,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        limits: Limits | None = None,
    ) -> Answer:
        """Answer one query in a worker; see `Store.query`."""
        answer, file = self.open_query(
            text,
            media_type=media_type,
            default_graphs=default_graphs,
            named_graphs=named_graphs,
            limits=limits,
        )
        if file is None:
            return answer
        with file:
            return Answer(answer.kind, answer.media_type, file.read(), answer.revision, answer.cut)

    def open_query(
        self,
        text: str,
        *,
        media_type: str = JSON,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        limits: Limits | None = None,
        gone: Callable[[], bool] | None = None,
    ) -> tuple[Answer, BinaryIO | None]:
        """Answer one query; a long answer comes as a file (in memory) to read from, its `body` empty.

        `gone` is asked now and then whether the client has hung up.

        Raises:
            QueryTimeoutError, QueryLimitError: past a limit; the worker is dead, its memory free.
            BusyError: the queue is full.
            ClientGoneError: `gone` said so.
        """
        limits = limits or self._settings.limits
        asked: wire.Header = {
            "text": text,
            "media": media_type,
            "default": list(default_graphs),
            "named": list(named_graphs),
        }
        asked |= {"rows": limits.rows, "bytes": limits.answer_bytes, "seconds": limits.seconds, "memory": limits.memory}
        allowed = self._settings.services
        network = bool(allowed) and addresses_allowed(outline(text).services, allowed)
        with self._slots.take(limits.seconds, gone) as slot:
            until = time.monotonic() + limits.seconds + _GRACE
            asking = (asked, limits, until, network, gone, slot.grow_old)
            answered = self._ask(*asking) or self._ask(*asking)  # where one was ended, another can answer
        if answered is None:
            raise explain(None, limits)[1]
        worker, reply = answered
        process.raise_error(reply.header)
        head = reply.header
        answer = Answer(head["kind"], head["media"], reply.body, worker.revision, head["cut"])
        if not reply.files:
            return answer, None
        file = os.fdopen(reply.files[0], "rb")
        file.seek(0)
        return answer, file

    def _ask(
        self,
        asked: wire.Header,
        limits: Limits,
        until: float,
        network: bool,
        gone: Gone | None,
        grow_old: Callable[[], bool],
    ) -> tuple[Worker, wire.Message] | None:
        """Return a worker and its reply, a mistake of the query too; None if it was ended from outside."""
        (generation, worker), reply = self.readers.take(network=network), None
        try:
            wire.send(worker.sock, asked)
            reply = self._wait(worker, limits, until, gone, grow_old)
        except wire.HangUpError:
            status = generation.how_ended(worker)
            reason, error = explain(status, limits)
            self._kills[reason] += 1
            if status in FROM_OUTSIDE:
                return None
            raise error from None
        finally:
            if reply is None or network or "grown" in reply.header:
                generation.drop(worker, kill=reply is None)
            else:
                generation.give_back(worker)
        return worker, reply

    def _wait(
        self, worker: Worker, limits: Limits, until: float, gone: Gone | None, grow_old: Callable[[], bool]
    ) -> wire.Message:
        """Wait for the reply; end the worker when its client or its time is gone."""
        begun = time.monotonic()
        old, look = False, _LOOK if gone else ELDER
        while True:
            left = until - time.monotonic()
            if process.readable(worker.sock, min(look, max(left, 0))):
                return wire.receive(worker.sock)
            if left <= 0:
                self._kills["time"] += 1
                raise late(limits)
            if gone and gone():
                self._kills["gone"] += 1
                raise ClientGoneError("the client hung up")
            if not old and time.monotonic() - begun > ELDER:
                old = True
                if grow_old():
                    with suppress(OSError):
                        os.setpriority(os.PRIO_PROCESS, worker.pid, 5)

    def graph_names(self) -> list[URIRef]:
        """Return the names of all named graphs, sorted."""
        rows = self.query("SELECT ?g WHERE { GRAPH ?g { } }").rows()
        return sorted(URIRef(str(row["g"])) for row in rows)

    def dump(self, media_type: str = "application/n-quads") -> bytes:
        """Return the whole dataset, as N-Quads."""
        if media_type != "application/n-quads":
            raise StoreError(f"a running service dumps N-Quads, not {media_type}")
        with self._writing:
            path = self._scratch / f"dump-{secrets.token_hex(4)}.nq"
            try:
                self._writer.call({"do": "dump", "path": str(path)})
                return path.read_bytes()
            finally:
                path.unlink(missing_ok=True)

    @property
    def writer_pid(self) -> int:
        """Return the process number of the writer, for those who watch it."""
        return self._writer.pid

    def figures(self) -> dict[str, float]:
        """Return figures for /metrics."""
        kills = {f'vpg_worker_kills_total{{reason="{reason}"}}': n for reason, n in self._kills.items()}
        kills |= {f'vpg_writer_kills_total{{reason="{reason}"}}': n for reason, n in self._writer.ended.items()}
        return {
            "vpg_queue_length": self._slots.waiting,
            "vpg_workers_idle": self.readers.current.idle(),
            "vpg_workers_busy": self.readers.current.busy,
            "vpg_store_in_memory": int(self.readers.current.in_memory),
            "vpg_columns": int(self.readers.current.has_columns),
            "vpg_store_disk_bytes": self.readers.budget.disk,
            "vpg_store_memory_bytes": self.readers.memory(),
            "vpg_store_over_budget": int(self.readers.budget.over),
            "vpg_memory_budget_bytes": self._settings.memory_budget,
            "vpg_restarts_total": self.readers.restarts,
            "vpg_writes_total": self._writes,
            **kills,
        }

    def state(self) -> dict[str, str | bool]:
        """Say what queries read now, and why; for /health."""
        return self.readers.state()

    @property
    def fits_memory(self) -> bool:
        """Tell whether the data are few enough to be held in memory, here or by who reads them whole."""
        return not self.readers.budget.over

    # ---- writing

    def update(
        self,
        text: str,
        *,
        using_graphs: Sequence[str] = (),
        using_named_graphs: Sequence[str] = (),
        gone: Gone | None = None,
    ) -> None:
        """Carry out one update: durable and visible to the next query when this returns.

        `gone` is asked now and then, until it is on disk, whether the client has hung up.

        Raises:
            BusyError: the writes before did not end in time; nothing was done.
            QueryTimeoutError: it took too long and was undone.
            ClientGoneError: `gone` said so; nothing was done, or it was undone.
        """
        write = {"do": "update", "text": text, "using": list(using_graphs), "using_named": list(using_named_graphs)}
        self._write(write, b"", repeatable=not outline(text).words & _UNREPEATABLE, gone=gone)

    def apply(self, changes: Changes, *, gone: Gone | None = None) -> None:
        """Carry out `changes`: durable and visible to the next query when this returns. Raises as `update` does."""
        lines = "".join(f"{to_quad(quad)} .\n" for quad in changes.add).encode() + changes.nquads
        self._write({"do": "apply", "drop": [str(name) for name in changes.drop]}, lines, repeatable=True, gone=gone)

    def _write(self, write: wire.Header, body: bytes, *, repeatable: bool, gone: Gone | None) -> None:
        with turn(self._writing, self._settings.write_wait, gone):
            if self._closed:
                raise StoreError("the store is closed")
            begun, number = time.monotonic(), self._writes + 1
            revision = f"{self._opened}-{number}"
            try:
                reply = self._writer.call(write, body, seconds=self._settings.write_seconds, gone=gone)
            except LostError as error:
                # Whether it was written is not known: the readers get what the disk has.
                with self._shown(number):
                    self.readers.disk_changed(revision)
                raise unwritten(error, self._settings.write_seconds) from None
            quick = time.monotonic() - begun < QUICK
            self._touched.note(number, reply.header.get("touched"))
            with self._shown(number):
                self.readers.written(write, body, revision, repeatable=repeatable and quick)

    @contextmanager
    def _shown(self, number: int) -> Iterator[None]:
        """Let all processes know of a write once the readers have it."""
        try:
            yield
        finally:
            self._writes = number
            self._counter.set(number)
            if self.on_write is not None:
                self.on_write()

    def _improved(self) -> None:
        """Let all processes know that workers forked from now on answer sooner."""
        self._counter.improve()
        if self.on_write is not None:
            self.on_write()

    def take_session(self, module: str, config: dict[str, object]) -> tuple[Generation, Worker]:
        """Return a worker that runs `module` ("module:function") over the present data.

        The function gets a control socket, the store, the shared counter of writes and `config`, to which
        `revision`, `writes` and `better` are added: if the counter moves on from `writes`, its data are out of date;
        from `better`, there are workers that answer sooner.

        Raises:
            StoreUnavailableError: no worker can be started now.
        """
        with self._writing:
            generation = self.readers.current
            now = {"writes": self._writes, "better": self._counter.better}
            return generation, generation.session(module, {**config, **now})

    def wait_until_loaded(self, seconds: float = 60.0) -> bool:
        """Wait until queries are answered from memory; False if that did not happen in time."""
        return self.readers.wait_until_loaded(seconds)

    def close(self) -> None:
        """End all processes; what was acknowledged is on disk. Safe to call twice."""
        with self._writing:
            if self._closed:
                return
            self._closed = True
        self.readers.close()
        self._writer.close()
        self._counter.close()
        rmtree(self._scratch, ignore_errors=True)


def open_pool(location: str | Path, settings: PoolSettings | None = None) -> PooledStore:
    """Open the store at `location` (a folder or `:memory:`) for a service.

    Raises:
        StoreLockedError: another process has the folder open.
    """
    name = str(location)
    return PooledStore(None if name in (":memory:", "memory") else Path(name), settings)
