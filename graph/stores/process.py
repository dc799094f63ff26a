"""Processes of ours seen from the server: start one, ask it, end it."""

import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from graph import errors
from graph.errors import QuerySyntaxError, StoreError, VpgError
from graph.stores import wire

_LOOK = 0.25  # seconds between looks at whether somebody still waits for the reply


class Peer:
    """A process started by us that answers one message after another (`graph.stores.{writer,zygote}`).

    Raises (constructor):
        VpgError: what the process said when it could not start.
    """

    def __init__(
        self, module: str, greeting: wire.Header, *, files: tuple[int, ...] = (), seconds: float = 30.0
    ) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", module, str(theirs.fileno())],
                pass_fds=[theirs.fileno(), *files],
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
            )
        self._sock, self._lock = ours, threading.Lock()
        self.pid = self._process.pid
        self.alive = True
        self._greeting = greeting
        wire.send(ours, greeting)
        self._greeted = False
        self._patience = seconds

    def ready(self) -> None:
        """Wait until it can be asked.

        Raises:
            VpgError: what it said when it could not start.
        """
        with self._lock:
            self._greet()

    def _greet(self) -> None:
        if not self._greeted:
            self._greeted = True
            self._take(self._patience)

    def call(
        self,
        header: wire.Header,
        body: bytes = b"",
        *,
        seconds: float | None = None,
        gone: Callable[[], bool] | None = None,
    ) -> wire.Message:
        """Ask and wait for the reply. `gone` is asked now and then whether nobody waits for it any more.

        Raises:
            VpgError: the error that the process answered with.
            LostError: it died, or was ended because `seconds` passed or `gone` said so.
        """
        with self._lock:
            self._greet()
            try:
                wire.send(self._sock, header, body)
            except wire.HangUpError as error:
                raise self._lost("is gone") from error
            return self._take(seconds, gone)

    def _take(self, seconds: float | None, gone: Callable[[], bool] | None = None) -> wire.Message:
        until = None if seconds is None else time.monotonic() + seconds
        while not readable(self._sock, _sooner(until, _LOOK if gone else None)):
            if until is not None and time.monotonic() >= until:
                self.kill()
                raise LostError("was ended: it took too long", why="time")
            if gone and gone():
                self.kill()
                raise LostError("was ended: its client hung up", why="gone")
        try:
            message = wire.receive(self._sock)
        except wire.HangUpError as error:
            raise self._lost("died") from error
        raise_error(message.header)
        return message

    def _lost(self, how: str) -> "LostError":
        self.kill()
        return LostError(f"{how} (exit status {self._process.returncode})")

    def kill(self) -> None:
        """End it at once, and wait until it is gone."""
        self.alive = False
        self._process.kill()
        self._process.wait()
        self._sock.close()

    def close(self) -> None:
        """Hang up; it ends by itself, or is ended."""
        self.alive = False
        with self._lock:
            self._sock.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
            return
        self._process.kill()
        self._process.wait()


class LostError(StoreError):
    """A process of ours died in the middle of something. `why`: died, or we ended it: time (was up), gone (client)."""

    def __init__(self, message: str, *, why: str = "died") -> None:
        super().__init__(message)
        self.why = why


def _sooner(until: float | None, look: float | None) -> float | None:
    """Return how long to wait: until then, or until the next look if that is sooner."""
    left = None if until is None else max(0.0, until - time.monotonic())
    return left if look is None else look if left is None else min(left, look)


def readable(sock: socket.socket, seconds: float | None) -> bool:
    """Wait until there is something to read (or the other side is gone); False when the time is up."""
    poller = select.poll()
    poller.register(sock, select.POLLIN)
    return bool(poller.poll(None if seconds is None else max(0, int(seconds * 1000 + 0.999))))


def raise_error(header: wire.Header) -> None:
    """Raise the error that a reply carries, if it carries one.

    Raises:
        VpgError: of the class and with the message it had in the other process.
    """
    name = header.get("error")
    if name is None:
        return
    if name == "QuerySyntaxError":
        raise QuerySyntaxError(header["message"], header.get("line"), header.get("column"))
    kind = getattr(errors, name, StoreError)
    raise kind(header["message"]) if issubclass(kind, VpgError) else StoreError(header["message"])


def kill_process(pidfd: int) -> None:
    """End the process behind a pidfd; nothing happens if it is gone (its number may be another's by now)."""
    with suppress(ProcessLookupError, OSError):
        signal.pidfd_send_signal(pidfd, signal.SIGKILL)
