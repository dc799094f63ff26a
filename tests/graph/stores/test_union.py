"""The default graph is the RDF merge of all graphs, whatever is written and however."""

import random
from collections.abc import Iterator

import pytest
from rdflib import URIRef

from graph.stores import Changes
from graph.stores.oxigraph import OxigraphStore
from graph.stores.union import OWN

EX = "http://e/"
P = "PREFIX e: <http://e/> "


@pytest.fixture
def store() -> Iterator[OxigraphStore]:
    with OxigraphStore() as store:
        store.apply(
            Changes(
                nquads=b"<http://e/a> <http://e/p> <http://e/b> <http://e/g1> .\n"
                b"<http://e/a> <http://e/p> <http://e/b> <http://e/g2> .\n"
                b"<http://e/a> <http://e/q> <http://e/c> <http://e/g2> .\n"
            )
        )
        yield store


def default(store: OxigraphStore) -> list[tuple[str, ...]]:
    return sorted(tuple(map(str, row.values())) for row in store.query("SELECT ?s ?p ?o { ?s ?p ?o }").rows())


def check(store: OxigraphStore) -> None:
    merge = {tuple(map(str, row.values())) for row in store.query("SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }").rows()}
    assert default(store) == sorted(merge)
    assert not any("x-vpg" in str(name) for name in store.graph_names())


def test_a_triple_in_two_graphs_occurs_once(store: OxigraphStore) -> None:
    assert len(default(store)) == 2
    check(store)


UPDATES = [
    "INSERT DATA { GRAPH e:g3 { e:a e:p e:b . e:x e:p 1, 2 ; e:q 'a.' } e:y e:p 'no graph' }",
    "INSERT DATA { GRAPH e:g3 { _:b e:p [ e:q 1 ] } }",
    "INSERT DATA { GRAPH e:g3 { _:b e:p _:b . } . GRAPH e:g4 { e:l e:list (1 2) } }",
    "DELETE DATA { GRAPH e:g1 { e:a e:p e:b } }",
    "DELETE DATA { GRAPH e:g1 { e:a e:p e:b } GRAPH e:g2 { e:a e:p e:b } }",
    "DELETE WHERE { GRAPH e:g2 { ?s ?p ?o } }",
    "DELETE WHERE { GRAPH ?g { ?s e:p ?o } }",
    "DELETE { GRAPH ?g { ?s ?p ?o } } INSERT { GRAPH ?g { ?s e:new ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }",
    "DELETE { GRAPH ?g { ?s ?p ?o } } INSERT { GRAPH ?h { ?s e:new ?o } } "
    "WHERE { GRAPH ?g { ?s ?p ?o } OPTIONAL { ?o e:nothing ?h } }",
    "INSERT { GRAPH e:g5 { ?s e:copy ?o } } WHERE { ?s e:p ?o }",
    "INSERT { ?s e:copy ?o . } WHERE { ?s e:p ?o } ; DELETE { ?s e:copy ?o } WHERE { ?s e:copy ?o }",
    "INSERT { GRAPH e:g5 { ?s e:copy [ e:of ?o ] } } WHERE { ?s e:p ?o }",
    "INSERT { GRAPH e:g1 { e:a e:q e:c } } WHERE {} ; DROP GRAPH e:g2",
    "WITH e:g2 DELETE { ?s ?p ?o } INSERT { ?s e:moved ?o } WHERE { ?s ?p ?o }",
    "WITH e:g2 DELETE { ?s ?p ?o } WHERE { ?s ?p ?o . GRAPH e:g1 { ?s ?p ?o } }",
    "DELETE { GRAPH e:g2 { ?s ?p ?o } } USING e:g1 WHERE { ?s ?p ?o }",
    "DROP GRAPH e:g2",
    "CLEAR GRAPH e:g1 ; CLEAR GRAPH e:g2",
    "DROP SILENT GRAPH e:none",
    "DROP ALL",
    "CLEAR NAMED",
    "INSERT DATA { e:z e:p 1 } ; DROP DEFAULT",
    "COPY e:g1 TO e:g2",
    "MOVE e:g2 TO e:g9",
    "ADD e:g2 TO DEFAULT",
    "CREATE GRAPH e:empty",
]


@pytest.mark.parametrize("text", UPDATES)
def test_every_update_keeps_it(store: OxigraphStore, text: str) -> None:
    plain = OxigraphStore(union=False)
    plain.apply(Changes(nquads=store.dump()))
    store.update(P + text)
    check(store)
    if "?s e:" not in text and "DEFAULT" not in text and " e:z" not in text:
        # what the update does to the named graphs is what it does without a merge (which WHERE may read)
        plain.update(P + text.replace("e:y e:p 'no graph'", f"GRAPH <{OWN}> {{ e:y e:p 'no graph' }}"))
        assert len(store.dump().splitlines()) == len(plain.dump().splitlines())
    plain.close()


def test_random_writes_keep_it(store: OxigraphStore) -> None:
    chance = random.Random(7)
    for _ in range(60):
        text = P + chance.choice(UPDATES)
        if "CREATE" in text or "GRAPH e:g2" in text or "e:g1 TO" in text or "e:g2 TO" in text:
            text = text.replace("CREATE", "CREATE SILENT").replace("DROP G", "DROP SILENT G")
            text = (
                text.replace("CLEAR G", "CLEAR SILENT G")
                .replace("COPY", "COPY SILENT")
                .replace("MOVE", "MOVE SILENT")
                .replace("ADD", "ADD SILENT")
            )
        store.update(text)
        check(store)
        store.apply(
            Changes(
                drop=[URIRef(f"{EX}g{chance.randrange(5)}")],
                nquads=b"<http://e/a> <http://e/p> <http://e/b> <http://e/g%d> .\n" % chance.randrange(5),
            )
        )
        check(store)


def test_what_names_no_graph_is_kept_in_one(store: OxigraphStore) -> None:
    store.update("INSERT DATA { <http://e/n> <http://e/p> 1 }")
    assert OWN in map(str, store.graph_names())
    assert b"<http://e/n>" in store.dump()


def test_several_from_are_merged(store: OxigraphStore) -> None:
    text = "PREFIX e: <http://e/> SELECT (COUNT(*) AS ?n) FROM e:g1 FROM <http://e/g2> { ?s ?p ?o }"
    assert store.query(text).rows()[0]["n"].toPython() == 2
    text = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    graphs = ["http://e/g1", "http://e/g2"]
    assert store.query(text, default_graphs=graphs).rows()[0]["n"].toPython() == 2


def test_a_syntax_error_is_placed_in_the_text_that_was_sent(store: OxigraphStore) -> None:
    from graph.errors import QuerySyntaxError

    with pytest.raises(QuerySyntaxError) as caught:
        store.update("INSERT DATA {\n  <http://e/a> <http://e/p> oops }")
    assert caught.value.line == 2
