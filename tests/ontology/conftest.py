"""A modelled report, and the rules run on it as the store runs them."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import Graph

from ontology.load import ontology_graph, rules

HERE = Path(__file__).parent
SAMPLE = HERE / "sample.ttl"

Infer = Callable[[Graph], Graph]


@pytest.fixture
def sample() -> Graph:
    return Graph().parse(SAMPLE)


@pytest.fixture(scope="session")
def infer() -> Infer:
    """A function: data -> what the rules add to it, run on Oxigraph to the fixpoint."""
    background = ontology_graph(schemes=True).serialize(format="nt").encode()

    def run(data: Graph) -> Graph:
        store = pyoxigraph.Store()
        store.load(background, pyoxigraph.RdfFormat.N_TRIPLES)
        before = len(store)
        store.load(data.serialize(format="nt").encode(), pyoxigraph.RdfFormat.N_TRIPLES)
        assert len(store) > before
        inferred: set[str] = set()
        for _round in range(12):
            known = len(store)
            for rule in rules():
                answer = store.query(rule.construct)
                assert isinstance(answer, pyoxigraph.QueryTriples)
                for triple in list(answer):
                    quad = pyoxigraph.Quad(triple.subject, triple.predicate, triple.object)
                    if quad not in store:
                        store.add(quad)
                        inferred.add(f"{triple.subject} {triple.predicate} {triple.object} .")
            if len(store) == known:
                return Graph().parse(data="\n".join(inferred), format="nt")
        raise AssertionError("no fixpoint after 12 rounds")

    return run
