"""Handing connections that ask SPARQL queries to workers that answer on them directly (`service.session`).

waitress stays in front: it accepts, and serves everything else. A connection whose next request is a plain
query moves to a free worker; it comes back when something else is asked on it, when it has been idle for a
while, or when the data have changed. If the worker is ended at a limit, the answer is given from here; if it is
ended with the process that it was forked from, the connection comes back with what was asked.
"""

import json
import logging
import os
import select
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from waitress.channel import HTTPChannel

from graph.errors import StoreUnavailableError, VpgError
from graph.stores import wire
from graph.stores.base import Limits
from graph.stores.ended import FROM_OUTSIDE, explain
from graph.stores.generation import Generation, Worker
from graph.stores.pool import PooledStore
from service.kept import SharedAnswers
from service.metrics import Figures
from service.problem_body import problem_of
from service.settings import Settings
from service.unanswered import Unanswered

_IDLE = 15  # seconds after which a connection without requests goes back to waitress
_QUIET = 0.15  # seconds without a write before workers are forked in advance
_PATIENCE = 0.2  # seconds that a worker has to notice by itself that its client hung up
_SPARE = 4  # workers that wait for a connection
_HANG_UP = select.POLLRDHUP | select.POLLHUP | select.POLLERR
log = logging.getLogger("vpg.slow")


@dataclass(frozen=True, slots=True)
class _Ready:
    """A worker that waits for a connection, or has one; what it has not answered can be read here."""

    generation: Generation
    worker: Worker
    unanswered: Unanswered

    def end(self, *, kill: bool = False) -> None:
        """Let go of it."""
        self.unanswered.close()
        self.generation.end_session(self.worker, kill=kill)


@dataclass(slots=True)
class _Held:
    """A connection that a worker has now, with our own descriptor of it."""

    ready: _Ready
    client: socket.socket
    address: Any
    gone: float = 0.0  # since when its client has hung up


class Sessions:
    """Workers for connections, over a running waitress server."""

    def __init__(self, server: Any, store: PooledStore, settings: Settings, figures: Figures) -> None:
        self._server, self._store, self._settings, self._figures = server, store, settings, figures
        self._free: list[_Ready] = []
        self._held: dict[int, _Held] = {}  # by descriptor of the control socket
        self._clients: dict[int, _Held] = {}  # by our descriptor of the client's socket
        self._most = 2 * settings.query_workers  # each may come to hold a copy of what it reads
        self._kept = SharedAnswers(settings.cache_bytes) if settings.cache_bytes else None
        self._lock = threading.Lock()
        self._poll = select.poll()
        self._wanted = threading.Event()
        self._closed, self._written_at = False, 0.0
        self._waker, wake = os.pipe()
        self._wake = wake
        self._poll.register(self._waker, select.POLLIN)
        self._threads = [threading.Thread(target=target, daemon=True) for target in (self._watch, self._replenish)]
        for thread in self._threads:
            thread.start()
        self._wanted.set()

    # ---- handing over (waitress's thread)

    def offer(self, channel: "SessionChannel", data: bytes) -> bool:
        """Hand the connection over if a worker is free; then it is no longer waitress's."""
        with self._lock:
            found = self._free.pop() if self._free else None
        self._wanted.set()
        if found is None:
            return False
        if not self._current(found):
            found.end()
            return False
        client: socket.socket = channel.socket
        held, control = _Held(found, client, channel.addr), found.worker.sock
        found.unanswered.keep(data)
        try:
            wire.send(control, {}, data, (client.fileno(),))
        except wire.HangUpError:
            found.end()
            return False
        channel.detach()
        with self._lock:  # one that comes back at once is forgotten after this
            self._held[control.fileno()] = held
            self._clients[client.fileno()] = held
            self._poll.register(control, select.POLLIN)
            self._poll.register(client, _HANG_UP)
        self._nudge()
        return True

    def _nudge(self) -> None:
        with suppress(OSError):
            os.write(self._wake, b"x")

    # ---- watching (a thread)

    def _watch(self) -> None:
        while not self._closed:
            left = [held for held in list(self._held.values()) if held.gone]
            wait = min((held.gone + _PATIENCE - time.monotonic() for held in left), default=None)
            # One event at a time: what is done about it may close a file whose number is then another's.
            for file, _ in self._poll.poll(None if wait is None else max(0, int(wait * 1000) + 1))[:1]:
                if file == self._waker:
                    os.read(self._waker, 4096)
                elif (held := self._held.get(file)) is not None:
                    self._came_back(held)
                elif (held := self._clients.get(file)) is not None:
                    self._poll.unregister(file)
                    held.gone = time.monotonic()  # the worker notices too, if it is not in the middle of a query
            for held in left:
                file = held.ready.worker.sock.fileno()
                if time.monotonic() - held.gone >= _PATIENCE and self._held.get(file) is held:
                    self._figures.count("vpg_worker_kills_total", 'reason="gone"')
                    self._forget(held)
                    held.client.close()
                    held.ready.end(kill=True)

    def _forget(self, held: _Held) -> None:
        with self._lock:
            self._held.pop(held.ready.worker.sock.fileno(), None)
            self._clients.pop(held.client.fileno(), None)
        with suppress(KeyError):
            self._poll.unregister(held.ready.worker.sock)
        with suppress(KeyError):
            self._poll.unregister(held.client)
        self._wanted.set()

    def _came_back(self, held: _Held) -> None:
        self._forget(held)
        try:
            message = wire.receive(held.ready.worker.sock)
        except wire.HangUpError:
            self._died(held)
            return
        head = message.header
        self._figures.add(head["times"], head["hits"], head["errors"])
        for seconds, text in head["slow"]:
            log.warning("%.2f s, queries, ok: %s", seconds, " ".join(text.split()))
        if head["stale"] or head["grown"] or not self._current(held.ready):
            held.ready.end()
        else:
            with self._lock:
                self._free.append(held.ready)
        if head["why"] == "done" or held.gone:
            held.client.close()
            return
        again = head["why"] != "other"
        self._server.trigger.pull_trigger(lambda: self._readopt(held, message.body, again))

    def _readopt(self, held: _Held, data: bytes, again: bool) -> None:
        """Give a connection back to waitress, with what was read from it. In waitress's thread."""
        server = self._server
        channel = server.channel_class(server, held.client, held.address, server.adj, map=server._map)
        channel.sessions_allowed = False
        if data:
            channel.received(data)
        channel.sessions_allowed = again

    def _died(self, held: _Held) -> None:
        """Answer for a worker that was ended, or let what it was asked be answered by another."""
        status = held.ready.generation.how_ended(held.ready.worker)
        begun, data = held.ready.unanswered.begun, held.ready.unanswered.data()
        held.ready.end()
        if begun or held.gone:
            held.client.close()  # half an answer is known by its length
            return
        if status in FROM_OUTSIDE and data is not None:
            # Not by a limit, perhaps between two questions: the server answers what there is.
            self._server.trigger.pull_trigger(lambda: self._readopt(held, data, False))
            return
        reason, error = explain(
            status, Limits(seconds=self._settings.query_seconds, memory=self._settings.query_memory)
        )
        self._figures.count("vpg_worker_kills_total", f'reason="{reason}"')
        status_code, body = problem_of(error)
        text = json.dumps(body, ensure_ascii=False).encode() + b"\n"
        head = (
            f"HTTP/1.1 {status_code} {error.title}\r\nContent-Type: application/problem+json\r\n"
            f"Content-Length: {len(text)}\r\nAccess-Control-Allow-Origin: *\r\nCache-Control: no-store\r\n"
            "Connection: close\r\nServer: vpg\r\n\r\n"
        )
        with suppress(OSError), held.client:
            held.client.setblocking(False)
            held.client.send(head.encode() + text)
            held.client.shutdown(socket.SHUT_RDWR)

    # ---- workers in waiting (a thread)

    def _replenish(self) -> None:
        while not self._closed:
            self._wanted.wait()
            self._wanted.clear()
            while not self._closed and (wait := self._written_at + _QUIET - time.monotonic()) > 0:
                time.sleep(wait)  # one write after another: workers forked between them would be of no use
            while not self._closed:
                with self._lock:
                    stale = [ready for ready in self._free if not self._current(ready)]
                    self._free = [ready for ready in self._free if ready not in stale]
                    room = self._most - len(self._held) - len(self._free)
                    enough = len(self._free) >= _SPARE or room <= 0
                for ready in stale:
                    ready.end()
                if enough:
                    break
                try:
                    ready = _Ready(*self._store.take_session("service.session:serve", self._config()), Unanswered())
                except VpgError:
                    break
                kept = () if self._kept is None else (self._kept.file,)
                try:
                    wire.send(ready.worker.sock, {}, files=(ready.unanswered.file, *kept))
                except wire.HangUpError:
                    ready.end()
                    break
                with self._lock:
                    self._free.append(ready)

    def _current(self, ready: _Ready) -> bool:
        """Tell whether a worker has seen all writes, and none forked now would be better."""
        try:
            return ready.generation is self._store.readers.current and ready.generation.current(ready.worker)
        except StoreUnavailableError:
            return False

    def _config(self) -> dict[str, Any]:
        settings = self._settings
        return {
            "seconds": settings.query_seconds,
            "memory": settings.query_memory,
            "rows": settings.query_rows or None,
            "bytes": settings.query_bytes or None,
            "text": settings.query_text,
            "slow": settings.slow_seconds,
            "idle": _IDLE,
        }

    def written(self) -> None:
        """Something was written: workers in waiting are of no use any more."""
        self._written_at = time.monotonic()
        self._wanted.set()

    def close(self) -> None:
        """Let go of all workers and connections."""
        self._closed = True
        self._wanted.set()
        self._nudge()
        for thread in self._threads:
            thread.join(5)
        for held in list(self._held.values()):
            held.client.close()
            held.ready.end(kill=True)
        for ready in self._free:
            ready.end()
        if self._kept is not None:
            self._kept.close()
        for file in (self._waker, self._wake):
            with suppress(OSError):
                os.close(file)


class SessionChannel(HTTPChannel):  # type: ignore[misc]
    """A connection that leaves waitress when its next request is a plain SPARQL query."""

    sessions: Sessions | None = None
    sessions_allowed = True

    def received(self, data: bytes) -> bool:
        """Take what was read; the first bytes of a request decide."""
        if (
            self.sessions_allowed
            and self.sessions is not None
            and self.request is None
            and not self.requests
            and data.startswith((b"POST /sparql HTTP/1.1\r\n", b"GET /sparql?"))
            and b"text/html" not in data
            and b"update=" not in data
            and b"sparql-update" not in data
            and not self.total_outbufs_len
            and self.sessions.offer(self, data)
        ):
            return True
        return bool(super().received(data))

    def detach(self) -> None:
        """Leave waitress's loop; the socket stays open."""
        self.del_channel()
        self.connected = False


def install(server: Any, store: Any, settings: Settings, figures: Figures) -> Callable[[], None]:
    """Let `server` hand connections to workers, where the store has workers. Returns what ends that."""
    if not isinstance(store, PooledStore) or settings.private or settings.rate_limit:
        return lambda: None
    sessions = Sessions(server, store, settings, figures)
    server.channel_class = type("Channel", (SessionChannel,), {"sessions": sessions})
    store.on_write = sessions.written
    return sessions.close
