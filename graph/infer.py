"""What follows from the reported facts: the rules of `ontology/rules`, into `graph/inferred`.

The rules run in rounds, in memory, over a copy without texts and labels, until a round brings nothing new;
then the graph is replaced in one write, so that a reader sees the old one or the new one whole.
"""

import re
from functools import cache

from graph.errors import StoreError
from graph.stores import open_store
from graph.stores.base import Changes, Store
from ontology.iri import GRAPH_INFERRED
from ontology.load import rules
from ontology.namespaces import GRAPH, OA, VPG

MOST_ROUNDS = 40
NTRIPLES = "application/n-triples"
_BASE = GRAPH["base"]
# No rule looks at these, and they are half of all triples.
_SKIPPED = [VPG.text, VPG.rule, VPG.derivation, VPG.confidence, VPG.reportedAs, VPG.statementText]
_SKIPPED += [OA.hasSelector, OA.start, OA.end, OA.exact]


def infer(store: Store) -> int:
    """Drop what was inferred, infer again from all graphs, and return the number of inferred triples.

    Raises:
        StoreError: the rules do not come to an end (a cycle in new rules).
    """
    scratch = open_store(":memory:", union=False)
    try:
        scratch.apply(Changes(nquads=_in_graph(_facts(store), str(_BASE))))
        rounds = before = 0
        while True:
            for update in _updates():
                scratch.update(update)
            found = _inferred(scratch)
            if found == before:
                break
            before, rounds = found, rounds + 1
            if rounds > MOST_ROUNDS:
                raise StoreError("the rules of inference do not come to an end; see ontology/rules")
        new = scratch.query(
            f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{GRAPH_INFERRED}> {{ ?s ?p ?o }}"
            f" FILTER NOT EXISTS {{ GRAPH <{_BASE}> {{ ?s ?p ?o }} }} }}",
            media_type=NTRIPLES,
        ).body
    finally:
        scratch.close()
    lines = sorted(new.splitlines(keepends=True))
    store.apply(Changes(drop=[GRAPH_INFERRED], nquads=_in_graph(b"".join(lines), str(GRAPH_INFERRED))))
    return len(lines)


def _facts(store: Store) -> bytes:
    """Return all triples that rules look at, without those inferred before, as N-Triples."""
    skipped = ", ".join(f"<{iri}>" for iri in _SKIPPED)
    return store.query(
        f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH ?g {{ ?s ?p ?o }}"
        f" FILTER (?g != <{GRAPH_INFERRED}> && ?p NOT IN ({skipped})) }}",
        media_type=NTRIPLES,
    ).body


def _in_graph(triples: bytes, graph: str) -> bytes:
    """Turn N-Triples into N-Quads of one graph: each line ends with " ."."""
    name = f" <{graph}> .\n".encode()
    lines = (line.rstrip() for line in triples.splitlines())
    return b"".join(line[:-1].rstrip() + name for line in lines if line.endswith(b"."))


@cache
def _updates() -> tuple[str, ...]:
    """Return each rule as an update that reads facts and inferences and writes inferences."""
    using = f"USING <{_BASE}> USING <{GRAPH_INFERRED}>\nWHERE"
    return tuple(re.sub(r"\bWHERE\b", using, rule.insert(str(GRAPH_INFERRED)), count=1) for rule in rules())


def _inferred(store: Store) -> int:
    answer = store.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{GRAPH_INFERRED}> {{ ?s ?p ?o }} }}")
    return int(str(answer.rows()[0]["n"]))
