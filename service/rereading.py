"""What was written since, thing by thing: pages that keep much in memory read again only what a write touched."""

import threading
from collections.abc import Iterable, Mapping

from graph.stores.base import Limits, Store
from queries.catalogue import catalogue
from service.terms import Term, rows_of

Statements = Mapping[str, list[tuple[str, Term]]]  # of each thing: property and value
MOST = 1_500  # things; beyond, reading everything anew is no slower
_BATCH = 300
_UNNAMED = ("/id/ev/", "/id/sel/")  # evidence and its places in the text: neither named nor connected


class Rereader:
    """Tells what the writes to a store touched, and reads it. Thread-safe."""

    def __init__(self, store: Store) -> None:
        self._store, self._lock = store, threading.Lock()
        self._last: tuple[str, frozenset[str], Statements] | None = None

    def since(self, revision: str) -> frozenset[str] | None:
        """Return the things of which something was written since a revision; None if not known, or too many."""
        touched = self._store.touched_since(revision)
        if touched is None:
            return None
        things = frozenset(iri for iri in touched if not any(part in iri for part in _UNNAMED))
        return things if len(things) <= MOST else None

    def statements(self, things: Iterable[str]) -> Statements:
        """Return all statements of things as they are now: not their evidence, nor connections that only rules say."""
        wanted, revision = frozenset(things), self._store.revision
        with self._lock:
            if self._last is not None and self._last[:2] == (revision, wanted):
                return self._last[2]
        found: dict[str, list[tuple[str, Term]]] = {}
        ordered = sorted(wanted)
        for start in range(0, len(ordered), _BATCH):
            text = catalogue()["page/stated"].bind({"thing": ordered[start : start + _BATCH]})
            for row in rows_of(self._store.query(text, limits=Limits(seconds=20))):
                found.setdefault(row["thing"].value, []).append((row["property"].value, row["value"]))
        with self._lock:
            self._last = (revision, wanted, found)
        return found

    def reports_of(self, posts: Iterable[str]) -> set[str]:
        """Return the facts that report someone in one of these posts."""
        ordered = sorted(posts)
        found: set[str] = set()
        for start in range(0, len(ordered), _BATCH):
            text = catalogue()["page/post-reports"].bind({"post": ordered[start : start + _BATCH]})
            found |= {row["fact"].value for row in rows_of(self._store.query(text, limits=Limits(seconds=20)))}
        return found
