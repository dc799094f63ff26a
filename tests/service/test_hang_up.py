"""A client that hangs up in the middle of a write: the writer is free for the next, and nothing is half there."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.service.endpoint import TOKEN, Endpoint, serving

EX = "http://e.example/"
SIZE = 400
# three times each triple with each: for hours
ENDLESS = (
    f"INSERT {{ ?a <{EX}q> ?i }} WHERE {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l "
    "FILTER(STRLEN(CONCAT(STR(?a), STR(?d), STR(?g), STR(?j))) < 9) }"
)


@pytest.fixture(scope="module", params=["disk", "memory"])
def endpoint(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    place: Path | str = tmp_path_factory.mktemp("store") if request.param == "disk" else ":memory:"
    with serving(place, write_seconds=600) as endpoint:
        lines = " ".join(f"<{EX}{i}> <{EX}p> {i} ." for i in range(SIZE))
        assert endpoint.send("PUT", f"/graphs?graph={EX}g", lines, token=TOKEN, Content_Type="text/turtle").status < 300
        yield endpoint


def hang_up(endpoint: Endpoint, method: str, path: str, media_type: str, body: bytes) -> None:
    """Send a request whole, give it time to begin, and go without the answer."""
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {TOKEN}\r\n"
        f"Content-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", endpoint.port), timeout=60) as client:
        client.sendall(head.encode() + body)
        client.settimeout(1.0)
        with pytest.raises(TimeoutError):
            client.recv(1)  # it has begun, and takes long


def given_up(endpoint: Endpoint) -> int:
    """Return how many writes were stopped since nobody waited for them any more."""
    figures = endpoint.send("GET", "/metrics").body.decode().splitlines()
    return next((int(f.split()[1]) for f in figures if f.startswith('vpg_writer_kills_total{reason="gone"}')), 0)


def lines(endpoint: Endpoint) -> list[bytes]:
    reply = endpoint.query("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o", accept="text/csv")
    assert reply.status == 200
    return reply.body.splitlines()


@pytest.mark.parametrize(
    ("method", "path", "media_type"),
    [
        ("POST", "/sparql", "application/sparql-update"),
        ("POST", f"/sparql?using-graph-uri={EX}g", "application/sparql-update"),
        ("PATCH", f"/graphs?graph={EX}g", "application/sparql-update"),
    ],
)
def test_the_next_write_need_not_wait_for_one_that_nobody_waits_for(
    endpoint: Endpoint, method: str, path: str, media_type: str
) -> None:
    before, gone = lines(endpoint), given_up(endpoint)
    hang_up(endpoint, method, path, media_type, ENDLESS.encode())
    # a write that waits for another is refused after ten seconds; the one above may run for ten minutes
    assert endpoint.update(f"INSERT DATA {{ <{EX}next> <{EX}p> 1 }}", timeout=120).status == 204
    assert endpoint.update(f"DELETE DATA {{ <{EX}next> <{EX}p> 1 }}", timeout=120).status == 204
    assert lines(endpoint) == before
    assert given_up(endpoint) == gone + 1


def test_a_graph_is_put_whole_or_not_at_all(endpoint: Endpoint) -> None:
    size, ended, stopped = 60_000, 0, 0
    for waited in (1200, 600, 2000, 300, 900, 150, 1600, 3000):  # milliseconds: one falls inside the write
        name = f"{EX}many/{waited}"
        body = "\n".join(f"<{name}/{i}> <{EX}p> {i} ." for i in range(size)).encode()
        head = (
            f"PUT /graphs?graph={name} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {TOKEN}\r\n"
            f"Content-Type: text/turtle\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        before = given_up(endpoint)
        with socket.create_connection(("127.0.0.1", endpoint.port), timeout=60) as client:
            client.sendall(head.encode() + body)
            time.sleep(waited / 1000)
        assert endpoint.update(f"INSERT DATA {{ <{EX}next> <{EX}p> 1 }}", timeout=120).status == 204
        reply = endpoint.query(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{name}> {{ ?s ?p ?o }} }}", accept="text/csv")
        there = int(reply.body.split()[1])
        in_the_write = given_up(endpoint) > before
        assert there == 0 if in_the_write else there in (0, size)
        stopped, ended = stopped + in_the_write, ended + (there == size)
        if stopped:
            return
    pytest.fail(f"no hang-up fell inside a write; {ended} were written before")
