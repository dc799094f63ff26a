"""How many queries may run and wait at the same time, and how long a write waits for its turn.

Queries that have run for a moment move to slots of their own (and yield the processor), so that a few
long ones never keep the many short ones waiting; when those slots are full too, they stay where they are.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from graph.errors import BusyError, VpgError

ELDER = 0.5  # seconds after which a query counts as long
_LOOK = 0.5  # seconds between looks at whether the client of a write that waits is still there


class ClientGoneError(VpgError):
    """The client hung up; its worker was ended. Nobody reads this."""

    status = 499
    title = "Client closed request"


class Slot:
    """A place to run; `grow_old` is called once by whoever waits for a query that takes long."""

    def __init__(self, slots: "Slots") -> None:
        self._slots, self.old = slots, False

    def grow_old(self) -> bool:
        """Move to the slots of long queries if one is free; return whether it did."""
        if not self.old and self._slots.move():
            self.old = True
        return self.old


class Slots:
    """`young` short queries run, `old` long ones besides, and `queue` wait."""

    def __init__(self, young: int, old: int, queue: int) -> None:
        self._free_young, self._free_old, self._most = young, old, queue
        self._waiting = 0
        self._changed = threading.Condition()

    @property
    def waiting(self) -> int:
        """Return how many queries wait for a slot."""
        return self._waiting

    @contextmanager
    def take(self, seconds: float, gone: Callable[[], bool] | None = None) -> Iterator[Slot]:
        """Hold a slot for the time of the block.

        Raises:
            BusyError: too many wait already, or none became free within `seconds`.
        """
        until = time.monotonic() + seconds
        with self._changed:
            if not self._free_young:
                if self._waiting >= self._most:
                    raise BusyError(f"{self._waiting} queries wait already: try again in a moment")
                self._waiting += 1
                try:
                    while not self._free_young:
                        left = until - time.monotonic()
                        if left <= 0 or (gone and gone()):
                            raise BusyError(f"no worker became free in {seconds:g} s: try again in a moment")
                        self._changed.wait(min(left, 0.25))
                finally:
                    self._waiting -= 1
            self._free_young -= 1
        slot = Slot(self)
        try:
            yield slot
        finally:
            with self._changed:
                if slot.old:
                    self._free_old += 1
                else:
                    self._free_young += 1
                self._changed.notify()

    def move(self) -> bool:
        """Give a young slot free and take an old one, if there is one."""
        with self._changed:
            if not self._free_old:
                return False
            self._free_old -= 1
            self._free_young += 1
            self._changed.notify()
            return True


@contextmanager
def turn(lock: threading.RLock, seconds: float, gone: Callable[[], bool] | None = None) -> Iterator[None]:
    """Hold the lock of writes for the time of the block; `gone` is asked whether the client has hung up.

    Raises:
        BusyError: the writes before did not end within `seconds`.
        ClientGoneError: `gone` said so.
    """
    until = time.monotonic() + seconds
    while not lock.acquire(timeout=_LOOK):
        if gone and gone():
            raise ClientGoneError("the client hung up")
        if time.monotonic() > until:
            raise BusyError("another write is still going on: try again in a moment")
    try:
        if gone and gone():
            raise ClientGoneError("the client hung up")
        yield
    finally:
        lock.release()
