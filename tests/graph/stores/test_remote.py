"""The remote store against a real endpoint (our own service, over HTTP)."""

from collections.abc import Iterator

import pytest
from rdflib import Literal, URIRef

from graph.errors import (
    QuerySyntaxError,
    QueryTimeoutError,
    ReadOnlyError,
    StoreError,
    StoreUnavailableError,
)
from graph.stores import Changes, Limits
from graph.stores.remote import RemoteStore
from tests.service.endpoint import TOKEN, serving

EX = "http://e.example/"
NAME = URIRef("http://www.w3.org/2000/01/rdf-schema#label")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving(":memory:", query_seconds=2) as endpoint:
        yield f"{endpoint.url}/sparql"


@pytest.fixture
def store(address: str) -> RemoteStore:
    store = RemoteStore(address, address, token=TOKEN)
    store.update("DROP ALL")
    quads = [(URIRef(EX + n), NAME, Literal(n, lang="vi"), URIRef(EX + g)) for n, g in (("a", "g1"), ("b", "g2"))]
    store.apply(Changes(add=quads))
    return store


def test_queries_come_back_in_every_form(store: RemoteStore) -> None:
    assert {str(row["l"]) for row in store.query("SELECT ?l { ?s ?p ?l }").rows()} == {"a", "b"}
    assert store.query(f"ASK {{ <{EX}a> ?p ?o }}").boolean()
    assert store.query("CONSTRUCT WHERE { ?s ?p ?o }", media_type="application/n-triples").body.count(b"\n") == 2
    assert store.query("SELECT ?l { ?s ?p ?l }", media_type="text/csv").body.startswith(b"l\r\n")
    assert len(store.query("SELECT ?l { ?s ?p ?l }", default_graphs=[EX + "g1"]).rows()) == 1
    assert store.query("SELECT ?l { ?s ?p ?l }", limits=Limits(rows=1)).cut


def test_writes_replace_graphs(store: RemoteStore) -> None:
    before = store.revision
    store.apply(Changes(drop=[URIRef(EX + "g2")], add=[(URIRef(EX + "c"), NAME, Literal("c"), URIRef(EX + "g3"))]))
    assert store.revision != before
    assert [str(name) for name in store.graph_names()] == [EX + "g1", EX + "g3"]
    assert len(store.dump().splitlines()) == 2


def test_errors_are_ours(store: RemoteStore, address: str) -> None:
    with pytest.raises(QuerySyntaxError):
        store.query("SELECT nothing")
    with pytest.raises((QueryTimeoutError, StoreError)):
        store.query(
            "SELECT (COUNT(*) AS ?n) { VALUES ?a { 1 2 3 4 5 6 7 8 9 } VALUES ?b { 1 2 3 4 5 6 7 8 9 } "
            + " ".join(f"VALUES ?c{i} {{ 1 2 3 4 5 6 7 8 9 }}" for i in range(9))
            + " }"
        )
    with pytest.raises(StoreError):
        RemoteStore(address, address, token="wrong").update("DROP ALL")
    with pytest.raises(ReadOnlyError):
        RemoteStore(address).update("DROP ALL")
    with pytest.raises(StoreUnavailableError):
        RemoteStore("http://127.0.0.1:9/sparql").query("ASK {}")
