"""What follows from the reported facts: the rules of `ontology/rules`, into `graph/inferred`.

The rules run in rounds, in memory, over a copy without texts and labels, until a round brings nothing new.
Then the graph gets what is new and loses what does not follow any more, in one write, so that a reader sees
it as it was or as it is.
"""

import re
from functools import cache

from graph.errors import StoreError
from graph.stores import open_store
from graph.stores.base import Changes, Store
from ontology.iri import GRAPH_INFERRED
from ontology.load import rules
from ontology.namespaces import OA, VPG

MOST_ROUNDS = 40
NTRIPLES = "application/n-triples"
_INSERT = re.compile(r"INSERT \{ GRAPH <[^>]*> (\{[^{}]*\}) \}")
# No rule looks at these, and they are half of all triples.
_SKIPPED = [VPG.text, VPG.rule, VPG.derivation, VPG.confidence, VPG.reportedAs, VPG.statementText]
_SKIPPED += [OA.hasSelector, OA.start, OA.end, OA.exact]
_UNTYPED = [OA.TextPositionSelector, OA.TextQuoteSelector]


def infer(store: Store) -> int:
    """Infer again from all graphs, and return the number of inferred triples.

    Raises:
        StoreError: the rules do not come to an end (a cycle in new rules).
    """
    found = _consequences(_facts(store))
    before = {*_lines(store, f"GRAPH <{GRAPH_INFERRED}> {{ ?s ?p ?o }}")}
    _write(store, before, found)
    return len(found)


def _consequences(facts: bytes) -> set[bytes]:
    """Return the triples that follow from N-Triples and are not among them, a line each."""
    scratch = open_store(":memory:", union=False)
    try:
        scratch.apply(Changes(nquads=facts))
        rounds = before = 0
        while True:
            for update in _updates():
                scratch.update(update)
            number = _number(scratch)
            if number == before:
                break
            before, rounds = number, rounds + 1
            if rounds > MOST_ROUNDS:
                raise StoreError("the rules of inference do not come to an end; see ontology/rules")
        known = set(facts.splitlines())
        return {line for line in _lines(scratch, "?s ?p ?o") if line not in known and b"_:" not in line}
    finally:
        scratch.close()


def _write(store: Store, before: set[bytes], after: set[bytes]) -> None:
    """Turn the inferred graph from one set of triples into another, in one write; in none if they are equal."""
    gone, fresh = sorted(before - after), sorted(after - before)
    name = str(GRAPH_INFERRED)
    if gone and len(gone) + len(fresh) < len(after) / 2:
        steps = [f"DELETE DATA {{ GRAPH <{name}> {{ {_text(gone)} }} }}"]
        steps += [f"INSERT DATA {{ GRAPH <{name}> {{ {_text(fresh)} }} }}"] if fresh else []
        store.update(" ;\n".join(steps))
    elif gone:
        store.apply(Changes(drop=[GRAPH_INFERRED], nquads=_in_graph(sorted(after), name)))
    elif fresh:
        store.apply(Changes(nquads=_in_graph(fresh, name)))


def _facts(store: Store) -> bytes:
    """Return all triples that rules look at, without those inferred before, as N-Triples."""
    skipped, untyped = (", ".join(f"<{iri}>" for iri in some) for some in (_SKIPPED, _UNTYPED))
    return store.query(
        f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH ?g {{ ?s ?p ?o }}"
        f" FILTER (?g != <{GRAPH_INFERRED}> && ?p NOT IN ({skipped}) && ?o NOT IN ({untyped})) }}",
        media_type=NTRIPLES,
    ).body


def _lines(store: Store, pattern: str) -> list[bytes]:
    return store.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}", media_type=NTRIPLES).body.splitlines()


def _text(triples: list[bytes]) -> str:
    return b"\n".join(triples).decode()


def _in_graph(triples: list[bytes], graph: str) -> bytes:
    """Turn lines of N-Triples into N-Quads of one graph: each line ends with " ."."""
    name = f" <{graph}> .\n".encode()
    return b"".join(line.rstrip()[:-1].rstrip() + name for line in triples)


@cache
def _updates() -> tuple[str, ...]:
    """Return each rule as an update of the default graph."""
    return tuple(_INSERT.sub(r"INSERT \1", rule.insert(str(GRAPH_INFERRED)), count=1) for rule in rules())


def _number(store: Store) -> int:
    return int(str(store.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows()[0]["n"]))
