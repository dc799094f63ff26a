"""What every store can do. Engines differ; this does not.

A query goes to the engine as text and comes back as serialised bytes (`Answer`): one path for the
protocol, the pages and the command line. `Answer.rows()` gives rdflib terms to those who want them.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from rdflib import BNode, Literal, URIRef
from rdflib.term import Node

Quad = tuple[Node, URIRef, Node, URIRef]  # subject, predicate, object, graph name
Row = dict[str, Node]

Gone = Callable[[], bool]  # asked now and then: has the client hung up, so that nobody waits any more?

JSON = "application/sparql-results+json"


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one query: seconds, bytes of memory over the idle worker, rows, bytes of the answer."""

    seconds: float = 30.0
    memory: int = 1_000_000_000
    rows: int | None = None
    answer_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A serialised result. `kind`: select, ask or graph. `cut`: rows were left out (a limit)."""

    kind: str
    media_type: str
    body: bytes
    revision: str
    cut: bool = False

    def variables(self) -> list[str]:
        """Return the names of the columns of a SELECT answered as JSON."""
        names: list[str] = json.loads(self.body)["head"].get("vars", [])
        return names

    def rows(self) -> list[Row]:
        """Return the rows of a SELECT answered as JSON; unbound columns are absent."""
        bindings = json.loads(self.body)["results"]["bindings"]
        return [{name: _term(value) for name, value in row.items()} for row in bindings]

    def boolean(self) -> bool:
        """Return the answer of an ASK answered as JSON."""
        return bool(json.loads(self.body)["boolean"])


def _term(value: dict[str, str]) -> Node:
    """SPARQL 1.1 Query Results JSON Format, section 3.2.2."""
    if value["type"] == "uri":
        return URIRef(value["value"])
    if value["type"] == "bnode":
        return BNode(value["value"])
    datatype = value.get("datatype")
    return Literal(value["value"], lang=value.get("xml:lang"), datatype=URIRef(datatype) if datatype else None)


@dataclass(frozen=True, slots=True)
class Changes:
    """A write done whole or not at all: first the graphs dropped, then the quads added.

    `nquads`: more to add, as N-Quads; the fast way for many.
    """

    drop: Sequence[URIRef] = ()
    add: Iterable[Quad] = field(default=())
    nquads: bytes = b""


class Store(Protocol):
    """An RDF dataset that can be asked and, durably and atomically, changed.

    Raises `graph.errors` only: QuerySyntaxError, QueryTimeoutError, QueryLimitError, StoreError …
    The default graph of a query is the union of all named graphs unless the query or
    `default_graphs` / `named_graphs` (protocol parameters) say otherwise.
    """

    def query(
        self,
        text: str,
        *,
        media_type: str = JSON,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        limits: Limits | None = None,
    ) -> Answer:
        """Answer one SPARQL query (SELECT, ASK, CONSTRUCT or DESCRIBE)."""
        ...

    def update(
        self,
        text: str,
        *,
        using_graphs: Sequence[str] = (),
        using_named_graphs: Sequence[str] = (),
        gone: Gone | None = None,
    ) -> None:
        """Carry out one SPARQL update, atomically. A store that can stop it undoes it when `gone` says so."""
        ...

    def apply(self, changes: Changes, *, gone: Gone | None = None) -> None:
        """Carry out `changes` atomically; durable when this returns. `gone`: as in `update`."""
        ...

    def graph_names(self) -> list[URIRef]:
        """Return the names of all named graphs."""
        ...

    def dump(self, media_type: str = "application/n-quads") -> bytes:
        """Return the whole dataset, serialised."""
        ...

    @property
    def revision(self) -> str:
        """A token that changes with every write."""
        ...

    def touched_since(self, revision: str) -> frozenset[str] | None:
        """Return the IRIs of the things about which something was written since a revision; None: not known."""
        ...

    def close(self) -> None:
        """Let go of files and processes. Safe to call twice."""
        ...
