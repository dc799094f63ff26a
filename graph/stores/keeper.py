"""The writer as the pool sees it: the process that writes now, and its successor when it had to be ended.

An engine in the middle of an update cannot be told to stop. Its process is ended instead, RocksDB undoes what was
not committed when the next one opens the files, and that one is there before the call has returned.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from graph.errors import QueryTimeoutError, StoreUnavailableError, VpgError
from graph.stores import wire
from graph.stores.process import LostError, Peer
from graph.stores.slots import ClientGoneError


class Keeper:
    """The one process that has the store in the folder `location` open. `memory`: bytes that it may take; 0: any.

    Raises (from `ready` and `call`):
        StoreLockedError: another process has the folder open.
    """

    def __init__(self, location: Path, *, union: bool, services: tuple[str, ...], memory: int) -> None:
        self._greeting: wire.Header = {
            "location": str(location),
            "union": union,
            "services": list(services),
            "memory": memory,
        }
        self.ended: Counter[str] = Counter()  # why processes were replaced: died, time, gone
        self._process = self._start()

    def _start(self) -> Peer:
        return Peer("graph.stores.writer", self._greeting)

    @property
    def pid(self) -> int:
        """Return the number of the process that writes now."""
        return self._process.pid

    def ready(self) -> None:
        """Wait until it can be asked."""
        self._process.ready()

    def call(
        self,
        header: wire.Header,
        body: bytes = b"",
        *,
        seconds: float | None = None,
        gone: Callable[[], bool] | None = None,
    ) -> wire.Message:
        """Ask the process and wait for its reply; see `Peer.call`.

        Raises:
            LostError: it died or was ended; another is ready. A write is whole on disk or not there at all.
        """
        try:
            return self._process.call(header, body, seconds=seconds, gone=gone)
        except LostError as error:
            self.ended[error.why] += 1
            self._process.kill()
            self._process = self._start()
            self._process.ready()
            raise

    def close(self) -> None:
        """Let it end; what was acknowledged is on disk."""
        self._process.close()


def unwritten(error: LostError, seconds: float) -> VpgError:
    """Say to the client of a write why its process was ended; `seconds` were allowed."""
    match error.why:
        case "time":
            return QueryTimeoutError(f"the update took longer than {seconds:g} s and was stopped")
        case "gone":
            return ClientGoneError("the client hung up; the update was undone")
    return StoreUnavailableError("the writer died in the middle of the update: look, then repeat it")
