"""What a write did, quad by quad, where that can be told without asking the engine.

`apply`, INSERT DATA, DELETE DATA, and CLEAR or DROP of one graph can be told; DELETE and INSERT with WHERE, and
data with blank nodes (the engine makes new ones), cannot.
"""

from collections.abc import Iterable
from itertools import chain

import pyoxigraph as ox

from graph.stores.syntax import UnreadableError, outline
from graph.stores.terms import DEFAULT_GRAPH, read_quads
from graph.stores.union import OWN, Operation, own_graph, split
from graph.stores.writes import Delta, Write
from ontology.base import BASE


def deltas(writes: Iterable[Write]) -> list[Delta] | None:
    """Return what the writes did to a store whose default graph is the merge; None if that cannot be told."""
    found: list[Delta] = []
    for write in writes:
        if not write.text:
            drop = (OWN if name == DEFAULT_GRAPH else name for name in write.drop)
            added = _lines(read_quads(write.nquads), known=not write.drop)
            if added is None:
                return None  # a write with both is carried out as INSERT DATA
            found.append(Delta(drop=tuple(f"<{name}>".encode() for name in drop), added=added))
            continue
        text = outline(write.text).text
        try:
            operations = split(text)
        except UnreadableError:
            return None
        for operation in operations:
            if not operation.tokens:
                continue
            try:
                delta = _operation(text, operation)
            except (SyntaxError, ValueError):
                return None  # malformed: the engine will say so
            if delta is None:
                return None
            found.append(delta)
    return found


def _operation(text: str, operation: Operation) -> Delta | None:
    words, found = operation.words(), operation.tokens
    if words[0] in ("INSERT", "DELETE") and words[1:2] == ["DATA"]:
        data = f"{operation.prologue}INSERT DATA {text[found[2].start : found[-1].end]}"
        store = ox.Store()
        store.update(data, base_iri=BASE)
        lines = _lines(store, known=False)
        if lines is None:
            return None
        return Delta(added=lines) if words[0] == "INSERT" else Delta(removed=lines)
    if words[0] in ("CLEAR", "DROP") and found[-1].kind == "iri" and "GRAPH" in words and not operation.prologue:
        return Delta(drop=(found[-1].text.encode(),)) if ":" in found[-1].text else None
    return None


def _lines(quads: Iterable[ox.Quad], *, known: bool) -> bytes | None:
    """Return N-Quads as the engine keeps them (it keeps 007 as 7); None for blank nodes unless they are `known`."""
    placed = [own_graph(quad) for quad in quads]
    if not known and any(isinstance(term, ox.BlankNode) for term in chain.from_iterable(placed)):
        return None
    store = ox.Store()
    store.extend(placed)
    return store.dump(format=ox.RdfFormat.N_QUADS) or b""
