"""The network of the store as it is now: read once, kept up with what writes touch."""

import threading
import time
from collections.abc import Callable
from typing import TypeVar

from graph.errors import TooManyError, VpgError
from graph.stores.base import Store
from service.connections import Connections
from service.network import Network
from service.rereading import Rereader
from service.whole import Whole

T = TypeVar("T")
SOON = 0.3  # seconds; what is read sooner is waited for by every page
_TURN = 0.5  # seconds that a page waits for another that takes in a write


class Networks:
    """The network of the current revision; made when first asked for, changed after a write.

    Where it is known thing by thing what a write touched, only that is read again: some hundredths of a second. Else
    everything is read again: ten seconds for a million quads.
    """

    def __init__(self, store: Store, whole: Whole, rereader: Rereader) -> None:
        self._store, self._whole, self._rereader = store, whole, rereader
        self._lock = threading.Lock()
        self._connections: Connections | None = None
        self._held: tuple[str, Network] | None = None
        self._derived: dict[str, tuple[Network, object]] = {}
        self._making = threading.RLock()
        self._took = 0.0  # seconds, the last time that all was read

    def current(self) -> Network:
        """Return the network of the store as it is now.

        Raises:
            TooManyError: there are too many connections to be kept in memory.
        """
        held = self._held
        if held is not None and held[0] == self._store.revision:
            return held[1]
        with self._lock:
            return self._changed() or self._read()

    def ready(self) -> Network | None:
        """Return the same without a long wait; None while everything has to be read again (which this begins).

        Raises:
            TooManyError: there are too many connections to be kept in memory.
        """
        held = self._held
        if held is not None and held[0] == self._store.revision:
            return held[1]
        if not self._lock.acquire(timeout=_TURN if held is not None else 0):
            return None
        try:
            if (network := self._changed()) is not None:
                return network
            if self._took < SOON:
                return self._read()
        finally:
            self._lock.release()
        threading.Thread(target=self._read_beside, name="network", daemon=True).start()
        return None

    def _read_beside(self) -> None:
        try:
            self.current()
        except VpgError:
            return  # whoever asks again is told

    def _changed(self) -> Network | None:
        """Return the network with what was written since; None if there is none, or that is not known."""
        held, connections, revision = self._held, self._connections, self._store.revision
        if held is None or connections is None:
            return None
        if held[0] != revision:
            things = self._rereader.since(held[0])
            if things is None or not connections.change(things, self._rereader):
                return None
            self._held = (revision, connections.network)
            return connections.network
        return held[1]

    def _read(self) -> Network:
        revision, begun = self._store.revision, time.monotonic()
        self._held = self._connections = None
        try:
            self._connections = Connections(self._whole.read("page/network"))
        except TooManyError:
            self._took = 0.0
            raise
        self._took = time.monotonic() - begun
        network = self._connections.network
        self._held = (revision, network)
        return network

    def told(self) -> Network:
        """Return the network of what reports name: without what only the reference data list.

        Raises:
            TooManyError: there are too many connections to be kept in memory.
        """

        def made(network: Network) -> Network:
            return network.among({row["node"].value for row in self._whole.read("page/named")})

        return self.derived("told", made)

    def derived(self, name: str, make: Callable[[Network], T]) -> T:
        """Return something computed from the current network, kept until the data change."""
        network = self.current()
        with self._making:  # of two who ask at once the second waits for the first
            held = self._derived.get(name)
            if held is None or held[0] is not network:
                held = self._derived[name] = network, make(network)
        return held[1]  # type: ignore[return-value]
