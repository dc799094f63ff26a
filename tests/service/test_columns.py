"""A store with columns over HTTP: what is answered from them is answered as by the engine, also after writes."""

import gzip
import http.client
import json
import time
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from tests.service.endpoint import TOKEN, Endpoint, serving

TRIPLES = {
    f"http://e/g{graph}": "".join(
        f"<http://e/{i}> <http://e/{'p' if i % 2 else 'q'}> <http://e/{i * 7 % 999}> .\n"
        f'<http://e/{i}> <http://e/name> "Tên {i}"@vi .\n'
        for i in range(graph, 15_500, 3)
    )
    for graph in range(3)
}
JSON, CSV = "application/sparql-results+json", "text/csv"
QUERIES = [
    "SELECT ?p ?o { <http://e/7> ?p ?o }",
    'SELECT ?s ?o { ?s <http://e/name> "Tên 70"@vi ; <http://e/q> ?o }',
    "SELECT ?s ?n { ?s <http://e/p> <http://e/14> ; <http://e/name> ?n FILTER(?s != <http://e/2>) } "
    "ORDER BY ?n LIMIT 3",
    "SELECT (COUNT(*) AS ?n) { ?s <http://e/p>/<http://e/q> <http://e/49> }",
    "SELECT ?g ?o { GRAPH ?g { <http://e/7> <http://e/name> ?o } OPTIONAL { <http://e/7> <http://e/q> ?x } }",
    "ASK { <http://e/7> <http://e/p> <http://e/49> }",
    "SELECT ?o { <http://e/1> <http://e/p>+ ?o }",
    "SELECT DISTINCT ?e WHERE { <http://e/7> <http://e/p> ?a } ORDER BY ?e",
    "SELECT DISTINCT ?e ?a WHERE { <http://e/7> <http://e/p> ?a } ORDER BY ?e ?a LIMIT 18446744073709551615",
    'SELECT ?n { <http://e/7> <http://e/name> ?n FILTER(REGEX(?n, "ı|İ", "i") || REGEX(?n, "tên", "i")) }',
]


@pytest.fixture(scope="module")
def served() -> Iterator[Endpoint]:
    with serving(":memory:", query_rows=50) as endpoint:
        for graph, lines in TRIPLES.items():
            path, kind = f"/graphs?graph={graph}", "application/n-triples"
            assert endpoint.send("PUT", path, lines, token=TOKEN, timeout=120, Content_Type=kind).status < 300
        wait_for_columns(endpoint)
        yield endpoint


def wait_for_columns(endpoint: Endpoint) -> None:
    until = time.monotonic() + 60
    while b"vpg_columns 1" not in endpoint.send("GET", "/metrics").body:
        assert time.monotonic() < until
        time.sleep(0.05)


class Connection:
    """One connection for many queries."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", endpoint.port, timeout=30)

    def ask(self, text: str, accept: str = JSON, **headers: str) -> tuple[int, dict[str, str], bytes]:
        sent = {"Content-Type": "application/x-www-form-urlencoded", "Accept": accept, **headers}
        self._connection.request("POST", "/sparql", urlencode({"query": text}), sent)
        reply = self._connection.getresponse()
        return reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read()

    def close(self) -> None:
        self._connection.close()


@pytest.fixture
def connection(served: Endpoint) -> Iterator[Connection]:
    found = Connection(served)
    yield found
    found.close()


def rows(body: bytes) -> list[str]:
    found = json.loads(body)
    return [str(found["boolean"])] if "boolean" in found else sorted(map(str, found["results"]["bindings"]))


def unlike(text: str) -> str:
    """Return the same query in a form that only the engine reads."""
    return text.replace("{", "{ BIND(1 AS ?only_the_engine_knows) ", 1) if "SELECT" in text else text + " #"


@pytest.mark.parametrize("text", QUERIES)
def test_the_answer_is_the_engines(served: Endpoint, connection: Connection, text: str) -> None:
    wait_for_columns(served)
    status, headers, body = connection.ask(text)
    assert status == 200
    assert headers["content-type"] == JSON
    assert rows(body) == rows(connection.ask(unlike(text))[2])
    assert connection.ask(text, **{"If-None-Match": headers["etag"]})[0] == 304
    assert connection.ask(text)[2] == body
    lines = connection.ask(text, accept=CSV)[2].splitlines() if "SELECT" in text else [b""] * (1 + len(rows(body)))
    assert len(lines) == 1 + len(rows(body))


def test_a_long_answer_is_compressed_and_cut(connection: Connection) -> None:
    group = "{ ?s <http://e/q> <http://e/0> } UNION { ?s <http://e/p> <http://e/0> }"
    text = f"SELECT ?s ?n {{ {group} ?s <http://e/name> ?n }}"
    status, headers, body = connection.ask(text, **{"Accept-Encoding": "gzip"})
    assert status == 200
    assert headers["content-encoding"] == "gzip"
    assert len(rows(gzip.decompress(body))) == 16
    _, headers, body = connection.ask("SELECT ?s ?o { ?s <http://e/name> ?n ; <http://e/q> ?o }")
    assert headers["vpg-cut"] == "rows"
    assert len(rows(body)) == 50


def test_a_write_is_seen_by_the_next_query_of_the_same_connection(served: Endpoint, connection: Connection) -> None:
    for number in range(5):
        text = f"SELECT ?o {{ <http://e/new> <http://e/at{number}> ?o }}"
        assert rows(connection.ask(text)[2]) == []
        assert served.update(f"INSERT DATA {{ <http://e/new> <http://e/at{number}> {number} }}").status == 204
        assert len(rows(connection.ask(text)[2])) == 1
        if number % 2:
            wait_for_columns(served)
            assert len(rows(connection.ask(text)[2])) == 1


def test_an_error_leaves_the_connection_as_it_was(connection: Connection) -> None:
    status, _, body = connection.ask("SELECT ?s { ?s <http://e/p> }")
    assert status == 400
    assert json.loads(body)["line"] == 1
    assert connection.ask(QUERIES[0])[0] == 200
