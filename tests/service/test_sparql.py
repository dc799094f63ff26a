"""The protocols over HTTP as clients meet them: formats, weights, tokens, limits, caching, errors with a place."""

import gzip
import json
import socket
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import quote, urlencode

import pytest

from service.auth import hashed
from tests.service.endpoint import Endpoint, serving

READER, CURATOR = "reader-token", "curator-token"
EX = "http://e.example/"
ALL = "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?s"


@pytest.fixture(scope="module")
def endpoint() -> Iterator[Endpoint]:
    tokens = f"read:sha256:{hashed(READER)} curate:sha256:{hashed(CURATOR)}"
    with serving(":memory:", tokens=tokens, query_rows=50, query_text=20_000, slow_seconds=9) as endpoint:
        lines = " ".join(f'<{EX}{i:03}> <{EX}p> "tên {i}"@vi .' for i in range(60))
        assert endpoint.update(f"INSERT DATA {{ GRAPH <{EX}g> {{ {lines} }} }}", token=CURATOR).status == 204
        time.sleep(0.5)
        yield endpoint


def get(endpoint: Endpoint, query: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    reply = endpoint.send("GET", "/sparql?" + urlencode({"query": query}), **headers)
    return reply.status, dict(reply.headers), reply.body


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values;q=0.9, text/csv;q=0.1", "text/tab-separated-values"),
        ("text/csv;q=0.1, */*;q=0.5", "application/sparql-results+json"),
        ("text/*", "text/xml"),
        ("application/sparql-results+json;q=0, */*", "application/json"),
    ],
)
def test_the_client_chooses_the_format(endpoint: Endpoint, accept: str, given: str) -> None:
    status, headers, _ = get(endpoint, ALL, Accept=accept)
    assert status == 200
    assert headers["content-type"].partition(";")[0] == given


@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json", "application/trig"]
)
def test_graphs_in_the_format_asked_for(endpoint: Endpoint, accept: str) -> None:
    status, headers, body = get(endpoint, "CONSTRUCT WHERE { ?s ?p ?o }", Accept=accept)
    assert (status, headers["content-type"].partition(";")[0]) == (200, accept)
    assert EX.encode() in body


def test_what_cannot_be_had_is_said(endpoint: Endpoint) -> None:
    status, headers, body = get(endpoint, ALL, Accept="image/png")
    assert (status, headers["content-type"]) == (406, "application/problem+json")
    assert "text/csv" in json.loads(body)["detail"]


def test_a_cut_result_says_so(endpoint: Endpoint) -> None:
    status, headers, body = get(endpoint, ALL, Accept="application/sparql-results+json")
    found = json.loads(body)
    assert (status, headers["vpg-cut"], found["cut"]) == (200, "rows", {"rows": 50})
    assert len(found["results"]["bindings"]) == 50
    status, headers, body = get(endpoint, ALL + " LIMIT 50", Accept="application/sparql-results+json")
    assert "vpg-cut" not in headers
    assert "cut" not in json.loads(body)


def test_a_repeated_query_is_not_modified_until_something_is_written(endpoint: Endpoint) -> None:
    _, headers, body = get(endpoint, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    status, again, nothing = get(endpoint, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", If_None_Match=headers["etag"])
    assert (status, nothing, again["etag"]) == (304, b"", headers["etag"])
    assert endpoint.update(f"INSERT DATA {{ GRAPH <{EX}h> {{ <{EX}new> <{EX}p> 1 }} }}", token=CURATOR).status == 204
    status, headers, other = get(endpoint, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", If_None_Match=headers["etag"])
    assert status == 200
    assert other != body
    assert endpoint.update(f"DROP GRAPH <{EX}h>", token=CURATOR).status == 204


def test_answers_that_change_have_no_tag(endpoint: Endpoint) -> None:
    for query in ("SELECT (RAND() AS ?x) {}", "SELECT (NOW() AS ?x) {}"):
        assert "etag" not in get(endpoint, query)[1]


def test_gzip_for_those_who_take_it(endpoint: Endpoint) -> None:
    _, headers, body = get(endpoint, ALL, Accept_Encoding="gzip")
    assert headers["content-encoding"] == "gzip"
    assert json.loads(gzip.decompress(body))["head"]["vars"] == ["s", "o"]


def test_a_malformed_query_is_placed(endpoint: Endpoint) -> None:
    status, headers, body = get(endpoint, "SELECT ?s WHERE {\n ?s ?p \n}")
    problem = json.loads(body)
    assert (status, headers["content-type"], problem["title"]) == (400, "application/problem+json", "Malformed query")
    assert problem["line"] == 3
    assert "expected" in problem["detail"]


def test_options_and_cross_origin(endpoint: Endpoint) -> None:
    reply = endpoint.send("OPTIONS", "/sparql", Origin="https://elsewhere.example")
    assert reply.status == 204
    assert "POST" in reply.headers["access-control-allow-methods"]
    assert get(endpoint, "ASK {}")[1]["access-control-allow-origin"] == "*"


def test_head_is_get_without_the_body(endpoint: Endpoint) -> None:
    reply = endpoint.send("HEAD", "/sparql?" + urlencode({"query": "ASK {}"}))
    assert (reply.status, reply.body) == (200, b"")


@pytest.mark.parametrize(
    ("path", "body", "media_type", "status"),
    [
        ("/sparql?query=ASK%7B%7D&query=ASK%7B%7D", None, "", 400),
        ("/sparql", "query=ASK%7B%7D&update=CLEAR+ALL", "application/x-www-form-urlencoded", 400),
        ("/sparql", "ASK {}", "text/plain", 415),
        ("/sparql", b"query=%FF", "application/x-www-form-urlencoded", 400),
        ("/sparql", b"ASK { <\xff> ?p ?o }", "application/sparql-query", 400),
        ("/sparql?using-graph-uri=http://e/g", "ASK {}", "application/sparql-query", 400),
        ("/sparql", "#" * 30_000, "application/sparql-query", 413),
        ("/sparql?query=SELECT+*+%7B+SERVICE+%3Chttp://127.0.0.1:1/%3E+%7B+?s+?p+?o+%7D+%7D", None, "", 403),
    ],
)
def test_bad_requests(endpoint: Endpoint, path: str, body: bytes | str | None, media_type: str, status: int) -> None:
    headers = {"Content_Type": media_type} if media_type else {}
    reply = endpoint.send("POST" if body else "GET", path, body, **headers)
    assert reply.status == status
    assert json.loads(reply.body)["status"] == status


@pytest.mark.parametrize(
    ("token", "text", "status"),
    [
        (None, "INSERT DATA { <http://e/a> <http://e/b> 1 }", 401),
        ("wrong", "INSERT DATA { <http://e/a> <http://e/b> 1 }", 401),
        (READER, "INSERT DATA { <http://e/a> <http://e/b> 1 }", 403),
        (CURATOR, "DROP ALL", 403),
        (CURATOR, "clear silent named", 403),
        (CURATOR, "DROP # all of it\n NAMED", 403),
        (CURATOR, "INSERT DATA { <http://e/a> <http://e/b> 1 } ; CLEAR DEFAULT", 403),
        (CURATOR, "CL\\u0045AR NAMED", 403),
        (CURATOR, "INSERT DATA { oops }", 400),
        (CURATOR, "LOAD <http://127.0.0.1:1/x>", 403),
    ],
)
def test_writing_needs_the_right(endpoint: Endpoint, token: str | None, text: str, status: int) -> None:
    before = get(endpoint, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[2]
    reply = endpoint.update(text, token=token)
    assert reply.status == status
    assert ("www-authenticate" in reply.headers) is (status == 401)
    assert get(endpoint, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[2] == before


def test_the_address_of_a_graph_is_no_way_round_it(endpoint: Endpoint) -> None:
    before = get(endpoint, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[2]
    for text in ("CLEAR ALL", "DROP NAMED", "CLEAR DEFAULT"):
        kind = {"token": CURATOR, "Content_Type": "application/sparql-update"}
        assert endpoint.send("PATCH", "/graphs?default", text, **kind).status == 403
    assert endpoint.send("DELETE", "/graphs?default", token=CURATOR).status == 403
    assert get(endpoint, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[2] == before


def test_a_curator_may_drop_a_graph_and_use_the_words_elsewhere(endpoint: Endpoint) -> None:
    texts = [
        f'INSERT DATA {{ GRAPH <{EX}w> {{ <{EX}all> <{EX}p> "CLEAR ALL; DROP NAMED" }} }}',
        f"DROP SILENT GRAPH <{EX}none> ; DELETE {{ GRAPH <{EX}w> {{ ?s ?p 7 }} }} USING NAMED <{EX}w> "
        f"WHERE {{ GRAPH <{EX}w> {{ ?s ?p 7 }} }}",
        f"DROP GRAPH <{EX}w>",
    ]
    assert [endpoint.update(text, token=CURATOR).status for text in texts] == [204] * 3


def test_one_connection_asks_all_kinds_of_things(endpoint: Endpoint) -> None:
    """The connection moves between the server and its workers, and nobody notices."""
    connection = HTTPConnection("127.0.0.1", endpoint.port, timeout=10)
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    for turn in range(12):
        connection.request("POST", "/sparql", urlencode({"query": f"ASK {{ }} # {turn}"}), form)
        reply = connection.getresponse()
        assert (reply.status, reply.read()) == (200, b'{"head":{},"boolean":true}')
        if turn % 3 == 0:
            connection.request("GET", "/health")
            assert json.loads(connection.getresponse().read())["status"] == "ok"
        if turn % 3 == 1:
            update = urlencode({"update": f"INSERT DATA {{ GRAPH <{EX}turns> {{ <{EX}t{turn}> <{EX}p> 1 }} }}"})
            connection.request("POST", "/sparql", update, {**form, "Authorization": f"Bearer {CURATOR}"})
            reply = connection.getresponse()
            reply.read()
            assert reply.status == 204
            connection.request("POST", "/sparql", urlencode({"query": f"ASK {{ <{EX}t{turn}> ?p ?o }}"}), form)
            assert json.loads(connection.getresponse().read())["boolean"] is True
        if turn % 3 == 2:
            connection.request("POST", "/sparql", urlencode({"query": "SELECT nothing"}), form)
            reply = connection.getresponse()
            reply.read()
            assert reply.status == 400
    connection.close()
    assert endpoint.update(f"DROP GRAPH <{EX}turns>", token=CURATOR).status == 204


def test_requests_one_after_another_without_waiting(endpoint: Endpoint) -> None:
    request = b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: x\r\nAccept: text/csv\r\n\r\n"
    last = request.replace(b"Host: x", b"Host: x\r\nConnection: close")
    with socket.create_connection(("127.0.0.1", endpoint.port), timeout=10) as client:
        client.sendall(request * 3 + last)
        data = b""
        while more := client.recv(65536):
            data += more
    assert data.count(b"HTTP/1.1 200 OK") == 4


def test_graphs_one_by_one(endpoint: Endpoint) -> None:
    path = f"/graphs?graph={quote(EX + 'one', safe='')}"
    turtle = {"token": CURATOR, "Content_Type": "text/turtle"}
    assert endpoint.send("GET", path).status == 404
    assert endpoint.send("PUT", path, "<http://e/a> <http://e/b> 1 .", Content_Type="text/turtle").status == 401
    assert endpoint.send("PUT", path, "<http://e/a> <http://e/b> 1 .", **turtle).status == 201
    assert endpoint.send("POST", path, "<http://e/a> <http://e/b> 2 .", **turtle).status == 204
    reply = endpoint.send("GET", path, Accept="application/n-triples")
    assert (reply.status, reply.body.count(b"\n")) == (200, 2)
    assert endpoint.send("PUT", path, "this is no turtle", **turtle).status == 400
    assert endpoint.send("PUT", path, "x", token=CURATOR, Content_Type="image/png").status == 415
    change = "DELETE { ?s ?p 1 } INSERT { ?s ?p 3 } WHERE { ?s ?p 1 }"
    patch = {"token": CURATOR, "Content_Type": "application/sparql-update"}
    assert endpoint.send("PATCH", path, change, **patch).status == 204
    assert b'"3"' in endpoint.send("GET", path, Accept="application/n-triples").body
    assert (
        endpoint.send("PATCH", path, "INSERT { GRAPH <http://e/x> { ?s ?p 3 } } WHERE { ?s ?p 1 }", **patch).status
        == 400
    )
    assert endpoint.send("HEAD", path).status == 200
    assert endpoint.send("DELETE", path, token=CURATOR).status == 204
    assert endpoint.send("DELETE", path, token=CURATOR).status == 404
    assert endpoint.send("GET", "/graphs?graph=relative").status == 400
    assert endpoint.send("GET", "/graphs").status == 400


def test_the_service_describes_itself(endpoint: Endpoint) -> None:
    body = endpoint.send("GET", "/sparql", Accept="text/turtle").body.decode()
    assert "sd:UnionDefaultGraph" in body
    assert f"<{endpoint.url}/sparql>" in body


def test_figures_are_kept(endpoint: Endpoint) -> None:
    text = endpoint.send("GET", "/metrics").body.decode()
    for name in ('vpg_queries_total{outcome="ok"}', "vpg_query_seconds_bucket", "vpg_queue_length", "vpg_writes_total"):
        assert name in text


def test_a_private_service_answers_readers_only() -> None:
    with serving(":memory:", tokens=f"read:sha256:{hashed(READER)}", private=1) as endpoint:
        assert endpoint.send("GET", "/sparql?query=ASK%7B%7D").status == 401
        assert endpoint.send("GET", "/sparql?query=ASK%7B%7D", token=READER).status == 200
        assert endpoint.send("GET", "/graphs?default").status == 401
