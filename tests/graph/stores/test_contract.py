"""One contract for every store: in memory, on disk, in worker processes, our service and Virtuoso over HTTP.

What Virtuoso cannot do is listed in `CANNOT`, as docs/sparql.md tells it; where it learns to, the test fails.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Literal, URIRef

from graph.errors import ForbiddenAddressError, QuerySyntaxError, StoreError, StoreLockedError
from graph.stores import Changes, Limits, Store, open_store
from graph.stores.pool import PoolSettings, open_pool
from graph.stores.remote import RemoteStore
from tests.graph.stores import virtuoso_server
from tests.service.endpoint import TOKEN, serving

EX = "https://example.org/"
CANNOT = {
    "test_an_update_that_fails_midway_changes_nothing": "Virtuoso carries out the operations of a request one by one",
}
LABEL = URIRef("http://www.w3.org/2000/01/rdf-schema#label")


def iri(name: str) -> URIRef:
    return URIRef(EX + name)


def quad(subject: str, text: str, graph: str) -> tuple[URIRef, URIRef, Literal, URIRef]:
    return iri(subject), LABEL, Literal(text, lang="vi"), iri(graph)


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_pool(tmp_path_factory.mktemp("pool"), PoolSettings(workers=1))
    yield store
    store.close()


@pytest.fixture(scope="module")
def remote() -> Iterator[Store]:
    with serving(":memory:") as endpoint:
        yield RemoteStore(f"{endpoint.url}/sparql", f"{endpoint.url}/sparql", token=TOKEN)


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with (
        virtuoso_server.virtuoso(tmp_path_factory.mktemp("virtuoso")) as address,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("VPG_STORE_UPDATE", f"{address}/sparql-auth")
        patch.setenv("VPG_STORE_USER", "dba")
        patch.setenv("VPG_STORE_PASSWORD", "dba")
        yield open_store(f"{address}/sparql")


@pytest.fixture(params=["memory", "disk", "pool", "remote", "virtuoso"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    store: Store
    if request.param in ("memory", "disk"):
        store = open_store(":memory:" if request.param == "memory" else tmp_path / "store")
    else:
        if request.param == "virtuoso" and (reason := CANNOT.get(request.node.originalname)):
            request.node.add_marker(pytest.mark.xfail(reason=reason, strict=True))
        store = request.getfixturevalue(request.param)
        store.apply(Changes(drop=store.graph_names()))
    store.apply(Changes(add=[quad("a", "Thủ đô", "g1"), quad("b", "Hội nghị", "g2"), quad("c", "Bằng khen", "g2")]))
    yield store
    if request.param in ("memory", "disk"):
        store.close()


def values(store: Store, text: str, **options: object) -> list[str]:
    return sorted(str(next(iter(row.values()))) for row in store.query(text, **options).rows())


def test_the_default_graph_is_the_union(store: Store) -> None:
    assert values(store, "SELECT ?l { ?s ?p ?l }") == ["Bằng khen", "Hội nghị", "Thủ đô"]


def test_the_query_may_name_its_dataset(store: Store) -> None:
    assert values(store, f"SELECT ?l FROM <{EX}g1> {{ ?s ?p ?l }}") == ["Thủ đô"]
    assert values(store, f"SELECT ?s FROM NAMED <{EX}g2> {{ ?s ?p ?l }}") == []


def test_the_request_may_name_its_dataset(store: Store) -> None:
    assert values(store, "SELECT ?l { ?s ?p ?l }", default_graphs=[EX + "g1"]) == ["Thủ đô"]
    assert values(store, "SELECT ?l { GRAPH ?g { ?s ?p ?l } }", default_graphs=[EX + "g1"]) == []
    assert values(store, "SELECT ?l { GRAPH ?g { ?s ?p ?l } }", named_graphs=[EX + "g1"]) == ["Thủ đô"]
    asked_otherwise = f"SELECT ?l FROM <{EX}g2> {{ ?s ?p ?l }}"
    assert values(store, asked_otherwise, default_graphs=[EX + "g1"]) == ["Thủ đô"]


@pytest.mark.parametrize(
    ("media_type", "begins"),
    [
        ("application/sparql-results+json", b'{"head"'),
        ("application/sparql-results+xml", b"<?xml"),
        ("text/csv", b"l\r\n"),
        ("text/tab-separated-values", b"?l\n"),
    ],
)
def test_results_in_each_format(store: Store, media_type: str, begins: bytes) -> None:
    answer = store.query("SELECT ?l { ?s ?p ?l }", media_type=media_type)
    assert (answer.kind, answer.media_type) == ("select", media_type)
    assert answer.body.startswith(begins)


@pytest.mark.parametrize(
    "media_type",
    [
        "text/turtle",
        "application/n-triples",
        "application/rdf+xml",
        "application/ld+json",
        "application/trig",
        "application/n-quads",
    ],
)
def test_graphs_in_each_format(store: Store, media_type: str) -> None:
    answer = store.query("CONSTRUCT WHERE { ?s ?p ?l }", media_type=media_type)
    assert (answer.kind, answer.media_type) == ("graph", media_type)
    assert b"https://example.org/" in answer.body


def test_ask(store: Store) -> None:
    assert store.query(f"ASK {{ <{EX}a> ?p ?o }}").boolean() is True
    assert store.query(f"ASK {{ <{EX}z> ?p ?o }}").boolean() is False


def test_a_write_changes_the_revision_and_is_seen(store: Store) -> None:
    before = store.revision
    assert store.query("ASK {}").revision == before
    store.update(f'INSERT DATA {{ GRAPH <{EX}g3> {{ <{EX}d> <{EX}p> "mới" }} }}')
    assert store.revision != before
    assert iri("g3") in store.graph_names()


def test_what_a_write_touched_is_told_or_not_known(store: Store) -> None:
    before = store.revision
    store.update("INSERT DATA { GRAPH <http://e/g> { <http://e/touched> <http://e/p> 1 } }")
    assert store.touched_since(before) in (None, {"http://e/touched"})
    assert store.touched_since("another store's revision") is None


def test_changes_replace_graphs_whole(store: Store) -> None:
    store.apply(Changes(drop=[iri("g2"), iri("nothing-there")], add=[quad("b", "Phiên họp", "g2")]))
    assert values(store, "SELECT ?l { ?s ?p ?l }") == ["Phiên họp", "Thủ đô"]


def test_changes_that_cannot_be_stored_change_nothing(store: Store) -> None:
    before = store.dump()
    bad = (Literal("x"), LABEL, Literal("y"), iri("g1"))
    with pytest.raises(StoreError):
        store.apply(Changes(drop=[iri("g1")], add=[bad]))
    assert store.dump() == before


def test_an_update_that_fails_midway_changes_nothing(store: Store) -> None:
    before = sorted(store.dump().splitlines())
    with pytest.raises(StoreError):
        store.update(f"CLEAR GRAPH <{EX}g1> ; CREATE GRAPH <{EX}g2>")
    assert sorted(store.dump().splitlines()) == before


def test_malformed_queries_say_where_and_what(store: Store) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        store.query("SELECT ?s WHERE {\n  ?s ?p }")
    assert caught.value.line == 2
    assert caught.value.column in (9, 10)
    assert "expected" in str(caught.value)
    with pytest.raises(QuerySyntaxError):
        store.update("INSERT DATA { oops }")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { BIND(<http://127.0.0.1:9/> AS ?e) SERVICE ?e { ?s ?p ?o } }",
        "select * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "PREFIX e: <http://127.0.0.1:9/> ASK { SERVICE e:x { ?s ?p ?o } }",
        "SELECT * { SERV\\u0049CE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT*{SERVICE<http://127.0.0.1:9/>{?s ?p ?o}}",
        "SELECT * { SERVICE # here\n <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_service_reaches_nothing(store: Store, text: str) -> None:
    with pytest.raises(ForbiddenAddressError):
        store.query(text)


def test_load_reaches_nothing(store: Store) -> None:
    with pytest.raises(ForbiddenAddressError):
        store.update("LOAD <http://127.0.0.1:9/x.ttl>")


def test_load_silent_goes_on(store: Store) -> None:
    store.update(
        "LOAD SILENT <http://127.0.0.1:9/x.ttl> INTO GRAPH <http://e/g> ;"
        f"INSERT DATA {{ GRAPH <{EX}g3> {{ <{EX}d> <{EX}p> 1 }} }} ; LOAD SILENT <http://127.0.0.1:9/y.ttl>"
    )
    assert iri("g3") in store.graph_names()
    assert iri("g1") in store.graph_names()


def test_the_word_service_may_stand_in_a_string(store: Store) -> None:
    assert store.query('ASK { FILTER("SERVICE <x>" != "") } # SERVICE <y>').boolean()


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?l { ?s ?p ?l }",
        "SELECT ?l { ?s ?p ?l } LIMIT 100",
        "SELECT ?l { ?s ?p ?l } VALUES ?s { <https://example.org/b> <https://example.org/c> }",
    ],
)
@pytest.mark.parametrize(
    "media_type",
    ["application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"],
)
def test_rows_beyond_the_limit_are_cut_and_said_so(store: Store, text: str, media_type: str) -> None:
    exact = store.query(text, media_type=media_type, limits=Limits(rows=3))
    assert exact.cut is False
    cut = store.query(text, media_type=media_type, limits=Limits(rows=1))
    assert cut.cut is True
    if media_type.endswith("json"):
        assert len(cut.rows()) == 1
        assert json.loads(cut.body)["cut"] == {"rows": 1}
    else:
        assert cut.body.count(b"h") < exact.body.count(b"h")


def test_using_graphs_of_the_request(store: Store) -> None:
    store.update(
        f"INSERT {{ GRAPH <{EX}out> {{ ?s ?p ?o }} }} WHERE {{ ?s ?p ?o }} ; DELETE WHERE {{ ?s ?p ?o }}",
        using_graphs=[EX + "g1"],
    )
    assert values(store, f"SELECT ?o FROM <{EX}out> {{ ?s ?p ?o }}") == ["Thủ đô"]


def test_one_process_holds_the_folder(tmp_path: Path) -> None:
    first = open_store(tmp_path)
    with pytest.raises(StoreLockedError, match="in use"):
        open_store(tmp_path)
    first.close()
    first.close()
    open_store(tmp_path).close()


def test_the_disk_keeps_what_was_written(tmp_path: Path) -> None:
    first = open_store(tmp_path)
    first.apply(Changes(add=[quad("a", "Thủ đô", "g1")]))
    dump = first.dump()
    first.close()
    second = open_store(tmp_path)
    assert second.dump() == dump
    second.close()


def test_rdflib_sees_the_same_data(tmp_path: Path) -> None:
    from graph.stores.oxigraph import OxigraphStore

    with OxigraphStore() as store:
        store.apply(Changes(add=[quad("a", "Thủ đô", "g1")]))
        assert (iri("a"), LABEL, Literal("Thủ đô", lang="vi"), iri("g1")) in set(store.dataset().quads())
