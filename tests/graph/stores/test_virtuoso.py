"""What is particular to Virtuoso: how it is asked, how its answers are read, and that reports arrive whole.

The contract that it shares with all stores is in test_contract.
"""

import io
import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message

import pytest

from graph.errors import QuerySyntaxError, StoreError
from graph.ingest import ingest
from graph.source import Source
from graph.stores import Changes, open_store
from graph.stores.remote import malformed
from graph.stores.syntax import outline
from graph.stores.virtuoso import OWN_GRAPHS, VirtuosoStore, is_virtuoso
from tests.graph.stores import virtuoso_server

REPORT = (
    "Hội nghị tổng kết phong trào\n\n"
    "Ngày 4/3/2019, tại Hà Nam, Ủy ban nhân dân tỉnh mở hội nghị tổng kết phong trào. "
    "Đồng chí Phạm Văn Thử, Phó Chủ tịch Ủy ban nhân dân tỉnh chủ trì hội nghị."
)
BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"
ELSEWHERE = VirtuosoStore("http://127.0.0.1:9/sparql")


def worded(text: str, default: tuple[str, ...] = (), named: tuple[str, ...] = ()) -> str:
    return " ".join(ELSEWHERE._worded(text, outline(text), default, named).split())


def test_its_own_graphs_are_left_out() -> None:
    asked = worded("SELECT * { ?s ?p ?o }")
    assert asked.endswith("SELECT * { ?s ?p ?o }")
    assert all(f"define input:default-graph-exclude <{name}>" in asked for name in OWN_GRAPHS)
    assert all(f"define input:named-graph-exclude <{name}>" in worded("ASK { GRAPH ?g { } }") for name in OWN_GRAPHS)
    assert worded("ASK { GRAPH <http://e/g> { } }") == "ASK { GRAPH <http://e/g> { } }"


def test_the_dataset_is_what_the_protocol_says() -> None:
    other = "SELECT * FROM <http://e/a> FROM NAMED <http://e/b> WHERE { ?s ?p ?o FILTER(?o != 'FROM <x>') }"
    plain = "SELECT * WHERE { ?s ?p ?o FILTER(?o != 'FROM <x>') }"
    nothing = "<urn:x-vpg:nothing>"
    assert worded(other) == (
        f"define input:default-graph-uri <http://e/a> define input:named-graph-uri <http://e/b> {plain}"
    )
    assert worded(other, ("http://e/c",)) == (
        f"define input:default-graph-uri <http://e/c> define input:named-graph-uri {nothing} {plain}"
    )
    assert f"define input:default-graph-uri {nothing}" in worded("ASK FROM NAMED <http://e/b> { ?s ?p ?o }")


def test_values_after_where_are_put_into_it() -> None:
    asked = worded("SELECT ?o FROM <http://e/a> { ?s ?p ?o } LIMIT 3 VALUES ?s { <http://e/x> }")
    assert asked.endswith("SELECT ?o { { ?s ?p ?o } VALUES ?s { <http://e/x> } } LIMIT 3")
    inside = "ASK FROM <http://e/a> { ?s ?p ?o VALUES ?s { <http://e/x> } }"
    assert worded(inside).endswith("ASK { ?s ?p ?o VALUES ?s { <http://e/x> } }")
    grouped = "SELECT (COUNT(*) AS ?n) FROM <http://e/a> { ?s ?p ?o } GROUP BY ?s VALUES ?s { <http://e/x> }"
    assert worded(grouped).endswith("GROUP BY ?s VALUES ?s { <http://e/x> }")


def test_its_tables_are_read_as_sparql_results() -> None:
    said = {
        "head": {"link": [], "vars": ["s", "o"]},
        "results": {
            "distinct": False,
            "bindings": [
                {
                    "s": {"type": "bnode", "value": "nodeID://b10"},
                    "o": {
                        "type": "typed-literal",
                        "datatype": "http://www.w3.org/2001/XMLSchema#boolean",
                        "value": "1",
                    },
                }
            ],
        },
    }
    body = json.dumps(said).encode()
    assert ELSEWHERE._read(body, "select", "text/csv") == b"s,o\r\n_:b10,true\r\n"
    row = json.loads(ELSEWHERE._read(body, "select", "application/sparql-results+json"))["results"]["bindings"][0]
    assert row["o"] == {"type": "literal", "datatype": BOOLEAN, "value": "true"}
    for bindings, meant in (([], False), ([{"__ASK_RETVAL": {"type": "literal", "value": "1"}}], True)):
        told = json.dumps({"head": {"vars": ["__ASK_RETVAL"]}, "results": {"bindings": bindings}}).encode()
        assert json.loads(ELSEWHERE._read(told, "ask", "application/sparql-results+json"))["boolean"] is meant


@pytest.mark.parametrize(
    ("text", "update", "line"),
    [
        ("SELECT ?s WHERE {\n  ?s ?p }", False, 2),
        ("SELECT ?s WHERE {\n\n FILTER(CONCAT('a' 'b')) }", False, 3),
        ("INSERT DATA { oops }", True, 1),
        ("INSERT DATA { <http://e/a> <http://e/b> 1 }", True, None),
        ("SELECT * { ?s ?p ?o FILTER(?o > 1) }", False, None),
    ],
)
def test_where_a_text_is_malformed_is_said_without_evaluating_it(text: str, update: bool, line: int | None) -> None:
    found = malformed(text, update=update)
    assert (found.line if found else None) == line


def test_a_malformed_text_is_not_carried_out() -> None:
    lines = " ".join(f"<{n}> <p> {n} ." for n in range(600))
    crossed = " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(9))  # 600 to the ninth: it would never end
    assert malformed(f"INSERT DATA {{ {lines} }} ; DELETE {{ ?a0 <p> 1 }} WHERE {{ {crossed} }}", update=True) is None
    assert malformed("INSERT DATA { oops }" + " " * 20_000, update=True) is None
    assert malformed("SELECT * {" + " " * 20_000, update=False) is None


def test_a_graph_that_is_refused_is_told_in_the_words_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(request: urllib.request.Request, timeout: float) -> None:
        raise urllib.error.HTTPError(request.full_url, 400, "Bad", Message(), io.BytesIO(b"SQ074: Line 3: no such IRI"))

    monkeypatch.setattr(urllib.request, "urlopen", refuse)
    store = VirtuosoStore("http://virtuoso.example/sparql", "http://virtuoso.example/sparql-auth")
    with pytest.raises(StoreError, match="SQ074: Line 3: no such IRI") as caught:
        store.apply(Changes(nquads=b"<http://e/a> <http://e/b> <http://e/c> <http://e/g> .\n"))
    assert not isinstance(caught.value, QuerySyntaxError)


def test_an_address_that_does_not_answer_is_no_virtuoso() -> None:
    assert not is_virtuoso("http://127.0.0.1:9/sparql", seconds=1)


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VirtuosoStore]:
    folder = tmp_path_factory.mktemp("virtuoso")
    with virtuoso_server.virtuoso(folder) as address, pytest.MonkeyPatch.context() as patch:
        patch.setenv("VPG_STORE_UPDATE", f"{address}/sparql-auth")
        patch.setenv("VPG_STORE_USER", "dba")
        patch.setenv("VPG_STORE_PASSWORD", "dba")
        store = open_store(f"{address}/sparql")
        assert isinstance(store, VirtuosoStore), "known by what it says of itself"
        yield store


def quads(dump: bytes) -> list[str]:
    """Return the quads, sorted; names of blank nodes are no part of them."""
    return sorted(re.sub(r"_:\S+", "_:", line) for line in dump.decode().splitlines())


def test_a_report_arrives_whole_and_replaces_itself(virtuoso: VirtuosoStore) -> None:
    here = open_store(":memory:")
    for store in (here, virtuoso, virtuoso):
        report = ingest([Source.from_text("hn-thu", REPORT)], store)
        assert not report.failed
    assert quads(virtuoso.dump()) == quads(here.dump())
    here.close()


def test_errors_are_told(virtuoso: VirtuosoStore) -> None:
    address = virtuoso._query_address
    with pytest.raises(QuerySyntaxError) as caught:
        virtuoso.query("SELECT ?s WHERE {\n  ?s ?p }")
    assert caught.value.line == 2
    wrong = VirtuosoStore(address, f"{address}-auth", user="dba", password="wrong")
    with pytest.raises(StoreError, match="401"):
        wrong.update("DROP SILENT GRAPH <http://e/g>")
    with pytest.raises(StoreError, match="401"):
        wrong.apply(Changes(nquads=b"<http://e/a> <http://e/b> <http://e/c> <http://e/g> .\n"))
    assert not virtuoso.query("ASK { GRAPH <http://e/g> { ?s ?p ?o } }").boolean()
