"""The data at one time as the readers see it: a zygote and the workers forked from it."""

import os
import select
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from graph.errors import VpgError
from graph.stores import process, wire
from graph.stores.process import LostError, Peer

_BUILT = (0, 3)  # what a child that builds columns says: done, too few quads


@dataclass(slots=True)
class Worker:
    """A worker seen from the server. `pidfd` stays this process's even when its number is used again."""

    pid: int
    sock: socket.socket
    pidfd: int
    revision: str
    epoch: int

    @property
    def ended(self) -> bool:
        """Tell whether the process is gone: ended from outside while it waited."""
        return bool(select.select([self.pidfd], [], [], 0)[0])

    def discard(self, *, kill: bool = False) -> None:
        """Let go of it: it ends when it sees that nobody listens, or at once."""
        if kill:
            process.kill_process(self.pidfd)
        self.sock.close()
        with suppress(OSError):
            os.close(self.pidfd)


class Generation:
    """Workers over one zygote. `snapshot`: the folder they read; '' if the zygote holds the data in memory.

    `revision` is what a worker forked now would see; a worker that was forked before a write is let go.
    """

    def __init__(
        self, *, union: bool, services: tuple[str, ...], snapshot: str = "", counter: int | None = None
    ) -> None:
        self.snapshot, self.revision = snapshot, ""
        self._idle: list[Worker] = []
        self._epoch = 0  # counts what workers forked before have not seen
        self.busy, self.has_columns = 0, False
        self.lent = 0  # workers that run sessions
        self._lock = threading.Lock()
        greeting = {"union": union, "services": list(services), "snapshot": snapshot, "counter": counter}
        self._zygote = Peer("graph.stores.zygote", greeting, files=() if counter is None else (counter,))

    @property
    def in_memory(self) -> bool:
        """Tell whether writes can be repeated here."""
        return not self.snapshot

    @property
    def alive(self) -> bool:
        """Tell whether the zygote is there."""
        return self._zygote.alive

    @property
    def pid(self) -> int:
        """Return the zygote's process number."""
        return self._zygote.pid

    def load(self, path: Path, too_much: Callable[[], bool], room: int, snapshot: Path | None = None) -> None:
        """Read a file of N-Quads into memory; the file is removed. With a `snapshot` the file is made of that first.

        `room`: bytes that building columns beside it may take.

        Raises:
            LostError: `too_much`, asked now and then, said that it takes too much memory (`why`: gone).
        """
        asked = {"do": "load", "path": str(path), "snapshot": str(snapshot or ""), "room": room}
        self.has_columns = self._zygote.call(asked, gone=too_much).header["columns"]

    def repeat(self, write: wire.Header, body: bytes, revision: str, seconds: float) -> None:
        """Repeat a write that is on disk, and let go of the workers that have not seen it.

        Raises:
            LostError: the zygote died or took too long; this generation is over.
        """
        self._zygote.call(write, body, seconds=seconds)
        self._renew(revision)

    def move(self, snapshot: str, revision: str) -> str:
        """Let new workers read another snapshot, let go of those that wait; return the folder that was read before.

        Raises:
            LostError: the zygote is gone.
        """
        self._zygote.call({"do": "snapshot", "path": snapshot}, seconds=10)
        former, self.snapshot = self.snapshot, snapshot
        self._renew(revision)
        return former

    def _renew(self, revision: str) -> None:
        self.has_columns = False
        with self._lock:
            self.revision, self._epoch = revision, self._epoch + 1
            stale, self._idle = self._idle, []
        for worker in stale:
            worker.discard()

    def analyse(self, room: int) -> bool:
        """Build columns in a child of the zygote, let new workers have them: half a second for a million quads.

        Some seconds where it is not known quad by quad what was written. `room`: bytes that the child may take; False
        if that was too little.
        """
        revision = self.revision
        reply = self._zygote.call({"do": "build", "room": room}, seconds=10)
        pidfd = reply.files[0]
        try:
            select.select([pidfd], [], [])
        finally:
            os.close(pidfd)
        status = self._zygote.call({"do": "status", "pid": reply.header["pid"]}, seconds=10).header["status"]
        if status == 0 and revision == self.revision:
            adopted = self._zygote.call({"do": "adopt"}, seconds=30).header["columns"]
            with self._lock:
                if not adopted or revision != self.revision:
                    return True  # something was written meanwhile
                self.has_columns, self._epoch = True, self._epoch + 1
                plain, self._idle = self._idle, []
            for worker in plain:
                worker.discard()
        return status in _BUILT

    def take(self, *, network: bool = False) -> Worker:
        """Return an idle worker, or a new one.

        Raises:
            LostError: the zygote is gone.
        """
        with self._lock:
            self.busy += 1
            while self._idle and not network and self._zygote.alive:  # idle ones end with it
                worker = self._idle.pop()
                if not worker.ended:
                    return worker
                worker.discard()
        try:
            return self._fork(network)
        except VpgError:
            self.busy -= 1
            raise

    def _fork(self, network: bool) -> Worker:
        revision, epoch = self.revision, self._epoch
        reply = self._zygote.call({"do": "fork", "network": network}, seconds=10)
        sock, pidfd = reply.files
        return Worker(reply.header["pid"], socket.socket(fileno=sock), pidfd, revision, epoch)

    def session(self, module: str, config: dict[str, object]) -> Worker:
        """Return a new worker that runs `module` (module:function) instead of answering us.

        Raises:
            LostError: the zygote is gone.
        """
        revision, epoch = self.revision, self._epoch
        asked = {"do": "fork", "session": module, "config": {**config, "revision": revision}}
        reply = self._zygote.call(asked, seconds=10)
        sock, pidfd = reply.files
        with self._lock:
            self.lent += 1
        return Worker(reply.header["pid"], socket.socket(fileno=sock), pidfd, revision, epoch)

    def end_session(self, worker: Worker, *, kill: bool = False) -> None:
        """Let go of a worker that ran a session."""
        with self._lock:
            self.lent -= 1
        worker.discard(kill=kill)

    def current(self, worker: Worker) -> bool:
        """Tell whether a worker has seen everything that was written."""
        return worker.epoch == self._epoch and self._zygote.alive

    def give_back(self, worker: Worker) -> None:
        """Take back a worker that can answer another query; one that is out of date is let go."""
        with self._lock:
            self.busy -= 1
            if worker.epoch == self._epoch and self._zygote.alive:
                self._idle.append(worker)
                return
        worker.discard()

    def drop(self, worker: Worker, *, kill: bool) -> None:
        """Let go of a worker that was taken."""
        with self._lock:
            self.busy -= 1
        worker.discard(kill=kill)

    def prefork(self, count: int) -> None:
        """Have `count` workers ready."""
        for worker in [self.take() for _ in range(count)]:
            self.give_back(worker)

    def how_ended(self, worker: Worker) -> int | None:
        """Return how a worker that died ended: minus the number of the signal, or its exit status."""
        try:
            status: int | None = self._zygote.call({"do": "status", "pid": worker.pid}, seconds=5).header["status"]
        except LostError:
            return None
        return status

    def idle(self) -> int:
        """Return how many workers wait."""
        return len(self._idle)

    def close(self) -> None:
        """End the zygote; its workers end with it, idle or not."""
        with self._lock:
            idle, self._idle = self._idle, []
        for worker in idle:
            worker.discard()
        self._zygote.close()
        if self.snapshot:
            rmtree(self.snapshot, ignore_errors=True)
