"""The text index of a store's names, in step with what is written.

What counts as a name: labels and titles (`PROPERTIES`), of things with an IRI.
"""

import json
from collections.abc import Callable, Iterable

import pyoxigraph as ox

from graph.errors import QueryLimitError
from graph.stores.terms import read_quads
from graph.stores.writes import Delta
from graph.text_index import Hit, Name, TextIndex

PROPERTIES = (
    "http://www.w3.org/2000/01/rdf-schema#label",
    "http://www.w3.org/2004/02/skos/core#prefLabel",
    "http://www.w3.org/2004/02/skos/core#altLabel",
    "http://www.w3.org/2004/02/skos/core#hiddenLabel",
    "http://xmlns.com/foaf/0.1/name",
    "https://schema.org/name",
    "https://schema.org/headline",
    "http://purl.org/dc/terms/title",
    "http://data.europa.eu/eli/ontology#title",
)
_ALL = f"SELECT ?s ?l {{ VALUES ?p {{ {' '.join(f'<{p}>' for p in PROPERTIES)} }} ?s ?p ?l FILTER(ISIRI(?s)) }}"
_NODES = [ox.NamedNode(name) for name in PROPERTIES]
_KNOWN = frozenset(PROPERTIES)


class StoreNames:
    """Names of one store, which `engine` gives. `union`: its default graph holds everything; else all graphs count.

    `most`: an index of more names is not made.
    """

    def __init__(self, engine: Callable[[], ox.Store], *, union: bool, most: int | None = None) -> None:
        self._of, self._union, self._most = engine, union, most
        self._index: TextIndex | None = None
        self._stale = True

    def find(self, words: str, limit: int) -> list[Hit]:
        """Look up names."""
        return self.fresh().find(words, limit)

    def fresh(self) -> TextIndex:
        """Return the index in step with the store.

        Raises:
            QueryLimitError: there are more names than an index may have here.
        """
        if self._index is None:
            self._index = TextIndex()
        if self._stale:
            self._index.replace_all(self._read())
            self._stale = False
        return self._index

    def _read(self) -> Iterable[Name]:
        text = _ALL if self._most is None else f"{_ALL} LIMIT {self._most + 1}"
        result = self._of().query(text, use_default_graph_as_union=not self._union)
        assert isinstance(result, ox.QuerySolutions)
        body = result.serialize(format=ox.QueryResultsFormat.JSON) or b""
        rows = json.loads(body)["results"]["bindings"]
        if self._most is not None and len(rows) > self._most:
            raise QueryLimitError(
                f"vpg:matches needs all names in memory; this store has more than {self._most:,} and is read from the "
                "disk (VPG_MEMORY_BUDGET): use FILTER(CONTAINS(LCASE(?name), ...)) with a class or a LIMIT"
            )
        for row in rows:
            if row["l"]["type"] == "literal":
                yield Name(row["s"]["value"], row["l"]["value"], row["l"].get("xml:lang", ""))

    def changed(self) -> None:
        """Something was written, and it is not known what."""
        self._stale = True

    def things_of(self, drop: Iterable[str], add: Iterable[ox.Quad]) -> set[ox.NamedNode]:
        """Return whose names a write may change: to be asked before, for `renamed` after it."""
        found: set[ox.NamedNode] = set()
        if self._index is None or self._stale:
            return found
        for name in drop:
            for node in _NODES:
                for quad in self._of().quads_for_pattern(None, node, None, ox.NamedNode(name)):
                    if isinstance(quad.subject, ox.NamedNode):
                        found.add(quad.subject)
        for quad in add:
            if isinstance(quad.subject, ox.NamedNode) and quad.predicate.value in _KNOWN:
                found.add(quad.subject)
        return found

    def things_of_known(self, known: Iterable[Delta] | None) -> set[ox.NamedNode] | None:
        """Return the same of what is known of a write quad by quad; None if that is not."""
        if known is None or self._index is None:
            return None
        known = list(known)
        drop = [name.decode()[1:-1] for delta in known for name in delta.drop]
        return self.things_of(drop, [quad for delta in known for quad in read_quads(delta.removed + delta.added)])

    def renamed(self, things: Iterable[ox.NamedNode]) -> None:
        """Read the names of these things again."""
        if self._index is None:
            return
        if self._most is not None:
            self.changed()  # it has to be counted again
            return
        graph = ox.DefaultGraph() if self._union else None
        for thing in things:
            names = [
                Name(thing.value, quad.object.value, quad.object.language or "")
                for node in _NODES
                for quad in self._of().quads_for_pattern(thing, node, None, graph)
                if isinstance(quad.object, ox.Literal)
            ]
            self._index.replace(thing.value, names)
