"""Which generation of workers answers queries now, and how the next one comes to be.

in memory    the zygote holds a copy, writes are repeated on it: the usual state
snapshot     workers open hard links of the disk store: while the copy is loading, after a write that
             cannot be repeated, and for good beyond the memory budget
"""

import os
import secrets
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from graph.errors import StoreUnavailableError, VpgError
from graph.stores import wire
from graph.stores.budget import Budget, anonymous, log, size_of
from graph.stores.generation import Generation, Worker
from graph.stores.keeper import Keeper
from graph.stores.process import LostError

QUIET = 0.5  # seconds without a write before columns are built
AT_ONCE = 30_000_000  # bytes on disk; less is loaded before the first query rather than beside it


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """What the readers have to know. Sizes in bytes, times in seconds."""

    folder: Path
    snapshots: Path
    scratch: Path
    union: bool
    services: tuple[str, ...]
    workers: int
    memory_budget: int
    longest_query: float
    longest_write: float
    counter: int
    improved: Callable[[], None]  # called when there are better workers than before


class Readers:
    """The current generation, and the one that is being prepared.

    `lock` is held by whoever writes; `writer()` gives the process that holds the disk store.
    """

    def __init__(self, settings: ReaderSettings, lock: threading.RLock) -> None:
        self._settings, self._lock = settings, lock
        self._current: Generation | None = None
        self._missed: list[tuple[wire.Header, bytes]] | None = None  # writes since a load began
        self._former: list[tuple[float, str]] = []  # snapshots that queries may still read, and since when
        self.budget = Budget(settings.memory_budget)
        self._closed = False
        self._written_at, self._analysing = 0.0, False
        self._threads: list[threading.Thread] = []
        self.writer: Keeper | None = None
        self.revision = ""
        self.restarts = 0

    def state(self) -> dict[str, str | bool]:
        """Say for people what queries read now, and why: `reads` (memory, disk), `columns`, `because`."""
        reads_memory = self.current.in_memory
        because = self.budget.reason() if self.budget.over else "" if reads_memory else "the copy in memory is loading"
        told: dict[str, str | bool] = {
            "reads": "memory" if reads_memory else "disk",
            "columns": self.current.has_columns,
        }
        return told | ({"because": because} if because else {})

    @property
    def current(self) -> Generation:
        """Return the generation that answers now.

        Raises:
            StoreUnavailableError: there is none (yet, or any more).
        """
        if self._current is None:
            raise StoreUnavailableError("the store is closed")
        return self._current

    def wait_until_loaded(self, seconds: float) -> bool:
        """Wait until queries are answered from memory; False if that did not happen in time."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self.current.in_memory and self.current.alive:
                return True
            time.sleep(0.02)
        return False

    def memory(self) -> int:
        """Return the bytes that the copy in memory takes; 0 while there is none."""
        return anonymous(self.current.pid) if self.current.in_memory else 0

    def take(self, *, network: bool) -> tuple[Generation, Worker]:
        """Return a worker and where it belongs.

        Raises:
            StoreUnavailableError: none can be started.
        """
        for _ in range(3):
            generation = self.current
            try:
                return generation, generation.take(network=network)
            except LostError:
                self._replace(generation)
        raise StoreUnavailableError("no worker can be started; try again in a moment")

    def begin(self, revision: str) -> None:
        """Make the first generation."""
        self.revision = revision
        self._show(at_once=AT_ONCE)

    def written(self, write: wire.Header, body: bytes, revision: str, *, repeatable: bool) -> None:
        """Let the next query see a write that is on disk. Called with the lock held."""
        self.revision = revision
        if self._missed is not None:
            self._missed.append((write if repeatable else {}, body))
        if repeatable and self.current.in_memory:
            try:
                self.current.repeat(write, body, revision, self._settings.longest_write)
                if not self.budget.exceeded(self.current.pid):
                    self._analyse_soon()
                    return
                self._outgrown()
            except VpgError:
                self.restarts += 1
        self._show(at_once=AT_ONCE // 4)

    def disk_changed(self, revision: str) -> None:
        """Let the next query see what the disk has, whatever that is. Called with the lock held."""
        self.revision = revision
        if self._missed is not None:
            self._missed.append(({}, b""))
        self._show(at_once=AT_ONCE // 4)

    def _replace(self, broken: Generation) -> None:
        with self._lock:
            if self._current is broken and not self._closed:
                self.restarts += 1
                self._show(at_once=AT_ONCE // 4)

    def _show(self, *, at_once: int) -> None:
        for _ in range(2):
            with suppress(LostError):  # it was ended while it started
                self._show_now(at_once)
                return
        self._show_now(at_once)

    def _show_now(self, at_once: int) -> None:
        size = size_of(self._settings.folder)
        fits = self.budget.fits(size)
        if fits and size < at_once and (loaded := self._loaded(self._dump())) is not None:
            self._swap(loaded)
            return
        if not self._moved():
            self._swap(self._snapshot())
        if fits and not self.budget.over and self._missed is None:
            self._missed = []
            self._background(self._load_beside)

    def _moved(self) -> bool:
        """Let the workers of a snapshot go on with the next one, if there are such workers."""
        generation, longest = self._current, self._settings.longest_query + 1
        if generation is None or generation.in_memory or not generation.alive:
            return False
        try:
            former = generation.move(str(self._backup()), self.revision)
        except LostError:
            return False
        self._former.append((time.monotonic(), former))
        while self._former and self._former[0][0] + longest < time.monotonic():  # nobody reads it any more
            rmtree(self._former.pop(0)[1], ignore_errors=True)
        return True

    def _outgrown(self) -> None:
        """Remember that a copy in memory took more than is allowed."""
        self.budget.fits(size_of(self._settings.folder))
        self.budget.prove()

    def _load(self, generation: Generation, path: Path, snapshot: Path | None = None) -> bool:
        """Load the copy; end its process and return False when it takes more memory than is allowed.

        It comes from the file `path`; with a `snapshot`, which is removed then, the file is made of that first.
        """
        try:
            room = self.budget.allowed - self.budget.estimate
            generation.load(path, lambda: self._closed or self.budget.exceeded(generation.pid), room, snapshot)
            if not self.budget.exceeded(generation.pid):
                return True
        except LostError as error:
            if error.why != "gone":
                raise
        finally:
            path.unlink(missing_ok=True)
            if snapshot is not None:
                rmtree(snapshot, ignore_errors=True)
        generation.close()
        if not self._closed:
            self._outgrown()
        return False

    def _dump(self) -> Path:
        assert self.writer is not None
        path = self._settings.scratch / f"load-{secrets.token_hex(4)}.nq"
        self.writer.call({"do": "dump", "path": str(path)})
        return path

    def _loaded(self, path: Path) -> Generation | None:
        generation = self._generation()
        if not self._load(generation, path):
            return None
        generation.revision = self.revision
        generation.prefork(self._settings.workers)
        return generation

    def _generation(self, snapshot: str = "") -> Generation:
        settings = self._settings
        return Generation(union=settings.union, services=settings.services, snapshot=snapshot, counter=settings.counter)

    def _backup(self) -> Path:
        """Return a folder with hard links of the disk store's files as they are now."""
        assert self.writer is not None
        folder = self._settings.snapshots / f"{os.getpid()}-{secrets.token_hex(6)}"
        folder.parent.mkdir(parents=True, exist_ok=True)
        self.writer.call({"do": "backup", "path": str(folder)})
        return folder

    def _snapshot(self) -> Generation:
        generation = self._generation(str(self._backup()))
        generation.revision = self.revision
        return generation

    def _load_beside(self) -> None:
        """Load a copy while the snapshot is being read; repeat on it what was written meanwhile."""
        generation: Generation | None = None
        again = False
        try:
            with self._lock:
                self._missed = []
                snapshot = self._backup()
            generation = self._generation()
            path = self._settings.scratch / f"load-{secrets.token_hex(4)}.nq"
            if not self._load(generation, path, snapshot):
                self._missed = None
                return
            with self._lock:
                missed, self._missed = self._missed or [], None
                again = not self._closed and any(not write for write, _ in missed)
                if self._closed or again:
                    generation.close()
                else:
                    for write, body in missed:
                        generation.repeat(write, body, self.revision, self._settings.longest_write)
                    generation.revision = self.revision
                    generation.prefork(self._settings.workers)
                    self._swap(generation)
                if again:
                    self._missed = []
        except VpgError:
            self.restarts += 1
            self._missed = None
            if generation is not None:
                generation.close()
            return
        if again:
            self._load_beside()

    def _swap(self, generation: Generation) -> None:
        old, self._current = self._current, generation
        if generation.in_memory and not generation.has_columns:
            self._analyse_soon()
        if old is not None:
            self._settings.improved()
            self._background(lambda: self._retire(old))

    def _analyse_soon(self) -> None:
        """Have columns built when nothing has been written for a moment."""
        self._written_at = time.monotonic()
        if not self._analysing:
            self._analysing = True
            self._background(self._analyse)

    def _analyse(self) -> None:
        try:
            while not self._closed:
                wait = self._written_at + QUIET - time.monotonic()
                if wait > 0:
                    time.sleep(min(wait, 0.1))
                    continue
                begun, generation = self._written_at, self._current
                if generation is not None and generation.in_memory:
                    if not generation.analyse(self.budget.room(generation.pid)):
                        log.warning(
                            "no columns were built: VPG_MEMORY_BUDGET leaves too little room; counts are slower"
                        )
                    if generation.has_columns:
                        self._settings.improved()
                if begun == self._written_at:
                    return
        except (VpgError, OSError):
            return  # the zygote is gone; its successor starts anew
        finally:
            self._analysing = False

    def _background(self, target: Callable[[], None]) -> None:
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(target=target, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _retire(self, generation: Generation) -> None:
        """Close a generation when the queries that still run on it have had their time."""
        until = time.monotonic() + self._settings.longest_query + 1
        while generation.alive and (generation.busy or generation.lent) and not self._closed:
            if time.monotonic() > until:
                break
            time.sleep(0.1)
        generation.close()

    def close(self) -> None:
        """End all workers."""
        self._closed = True
        with self._lock:
            current, self._current = self._current, None
        if current is not None:
            current.close()
        for thread in list(self._threads):
            thread.join(20)
        rmtree(self._settings.snapshots, ignore_errors=True)
