"""Which things the last writes spoke of, so that who keeps something of the data need read only those again."""

import threading
from collections import OrderedDict
from collections.abc import Iterable

import pyoxigraph as ox

from graph.errors import GraphNameError
from graph.stores.terms import DEFAULT_GRAPH, graph_name, read_quads
from graph.stores.union import OWN
from graph.stores.writes import Delta

MOST = 5_000  # things of one write; more are not told one by one
TOLD = 4_000_000  # characters of an update; what a longer one did is not told thing by thing
_QUADS = 50_000  # of a dropped graph or of data that are looked through
_WRITES = 100  # that are remembered


def subjects(engine: ox.Store, deltas: Iterable[Delta], *, union: bool) -> frozenset[str] | None:
    """Return the IRIs of the subjects of what writes will remove and add; None if they are too many.

    To be asked before they are carried out. Of blank nodes nothing is told: they are not named anywhere.
    """
    found: set[str] = set()
    left = _QUADS
    for delta in deltas:
        for name in (dropped.decode()[1:-1] for dropped in delta.drop):
            try:
                graph = ox.DefaultGraph() if name == OWN and not union else graph_name(name)
            except GraphNameError:
                return None  # the engine will say so
            for quad in engine.quads_for_pattern(None, None, None, graph):
                left -= 1
                if isinstance(quad.subject, ox.NamedNode):
                    found.add(quad.subject.value)
                if left < 0 or len(found) > MOST:
                    return None
        left -= delta.removed.count(b"\n") + delta.added.count(b"\n")
        if left < 0:
            return None
        for quad in read_quads(delta.removed + delta.added):
            if isinstance(quad.subject, ox.NamedNode):
                found.add(quad.subject.value)
        if len(found) > MOST:
            return None
    return frozenset(found)


def of_apply(engine: ox.Store, drop: Iterable[str], add: Iterable[ox.Quad], *, union: bool) -> frozenset[str] | None:
    """Return the same of a write that drops graphs and adds quads."""
    names = tuple(f"<{OWN if name == DEFAULT_GRAPH else name}>".encode() for name in drop)
    found = subjects(engine, [Delta(drop=names)], union=union)
    if found is None:
        return None
    found |= {quad.subject.value for quad in add if isinstance(quad.subject, ox.NamedNode)}
    return found if len(found) <= MOST else None


class Touched:
    """What each of the last writes touched, by its number. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of: OrderedDict[int, frozenset[str] | None] = OrderedDict()

    def note(self, number: int, things: Iterable[str] | None) -> None:
        """Remember what the write of this number touched; None: it is not known."""
        with self._lock:
            self._of[number] = None if things is None else frozenset(things)
            while len(self._of) > _WRITES:
                self._of.popitem(last=False)

    def between(self, after: int, last: int) -> frozenset[str] | None:
        """Return what the writes with numbers `after` + 1 to `last` touched; None if that is not known of each."""
        found: set[str] = set()
        with self._lock:
            for number in range(after + 1, last + 1):
                things = self._of.get(number)
                if things is None or len(found) > MOST:
                    return None
                found |= things
        return frozenset(found)


def since(touched: Touched, revision: str, now: str) -> frozenset[str] | None:
    """Return what was touched from one revision ("OPENING-NUMBER") to another; None if that is not known."""
    opened, _, number = revision.rpartition("-")
    present, _, last = now.rpartition("-")
    if opened != present or not number.isdecimal() or not last.isdecimal() or int(number) > int(last):
        return None
    return touched.between(int(number), int(last))
