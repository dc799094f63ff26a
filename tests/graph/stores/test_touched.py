"""What a write touched is told thing by thing, or said to be unknown: never left out."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import URIRef

from graph.errors import QuerySyntaxError
from graph.stores.base import Changes
from graph.stores.oxigraph import OxigraphStore
from graph.stores.pool import PooledStore, open_pool

G1, G2 = URIRef("http://e/g1"), URIRef("http://e/g2")


@pytest.fixture(params=["here", "pool"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OxigraphStore | PooledStore]:
    made = OxigraphStore() if request.param == "here" else open_pool(tmp_path)
    yield made
    made.close()


def test_things_are_told(store: OxigraphStore | PooledStore) -> None:
    start = store.revision
    store.apply(Changes(nquads=b"<http://e/a> <http://e/p> <http://e/b> <http://e/g1> .\n"))
    one = store.revision
    store.update("INSERT DATA { GRAPH <http://e/g2> { <http://e/c> <http://e/p> _:x . _:x <http://e/p> 1 } }")
    two = store.revision
    store.update("DELETE DATA { GRAPH <http://e/g1> { <http://e/a> <http://e/p> <http://e/b> } }")
    assert store.touched_since(two) == {"http://e/a"}
    assert store.touched_since(start) is None  # blank nodes: the engine makes new ones
    assert store.touched_since(store.revision) == frozenset()
    three = store.revision
    store.apply(Changes(drop=[G2], nquads=b'<http://e/d> <http://e/p> "x" <http://e/g1> .\n'))
    assert store.touched_since(three) == {"http://e/c", "http://e/d"}
    four = store.revision
    store.update("DROP GRAPH <http://e/g1>")
    assert store.touched_since(four) == {"http://e/d"}
    assert store.touched_since(three) == {"http://e/c", "http://e/d"}
    assert store.touched_since(one) is None


def test_what_is_not_known_is_not_told(store: OxigraphStore | PooledStore) -> None:
    store.apply(Changes(nquads=b"<http://e/a> <http://e/p> <http://e/b> <http://e/g1> .\n"))
    for text in ("DELETE { ?s ?p ?o } INSERT { ?s ?p 2 } WHERE { ?s ?p ?o }", "CLEAR ALL", "DROP NAMED"):
        before = store.revision
        store.update(text)
        assert store.touched_since(before) is None, text
    before = store.revision
    with pytest.raises(QuerySyntaxError):
        store.update("INSERT DATA { nonsense")
    assert store.touched_since(before) in (None, frozenset())
    many = "".join(f"<http://e/n{i}> <http://e/p> <http://e/o> <http://e/g1> .\n" for i in range(6000))
    before = store.revision
    store.apply(Changes(nquads=many.encode()))
    assert store.touched_since(before) is None
    before = store.revision
    store.update("DROP GRAPH <http://e/g1>")
    assert store.touched_since(before) is None
    for odd in ("", "other-1", "x-y", f"{before.rpartition('-')[0]}-99999"):
        assert store.touched_since(odd) is None


def test_every_thing_that_changes_is_told() -> None:
    """Random writes: the statements of a thing that was not told are the same as before."""
    chance, store = random.Random(6), OxigraphStore()

    def statements() -> dict[str, set[tuple[str, str]]]:
        found: dict[str, set[tuple[str, str]]] = {}
        for row in store.query("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }").rows():
            found.setdefault(str(row["s"]), set()).add((str(row["p"]), str(row["o"])))
        return found

    known = statements()
    for _ in range(200):
        triple = f'<http://e/t{chance.randrange(6)}> <http://e/p> "{chance.randrange(3)}"'
        graph, before = f"<http://e/g{chance.randrange(3)}>", store.revision
        match chance.randrange(5):
            case 0:
                store.update(f"INSERT DATA {{ {triple} . GRAPH {graph} {{ {triple} }} }}")
            case 1:
                store.update(f"DELETE DATA {{ GRAPH {graph} {{ {triple} }} }} ; DROP SILENT GRAPH {graph}")
            case 2:
                store.apply(Changes(nquads=f"{triple} {graph} .\n{triple} .\n".encode()))
            case 3:
                store.apply(Changes(drop=[URIRef(graph[1:-1])], nquads=f"{triple} <http://e/g0> .\n".encode()))
            case 4:
                store.update(f"CLEAR SILENT GRAPH {graph}")
        told, now = store.touched_since(before), statements()
        assert told is not None
        assert {thing for thing in {*known, *now} if known.get(thing) != now.get(thing)} <= told
        known = now
