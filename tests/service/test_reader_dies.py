"""A reader that is ended from outside in the middle of queries: they are answered all the same, by another."""

import json
import select
import socket
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest

from service.unanswered import Unanswered
from tests.service.endpoint import TOKEN, Endpoint, serving
from tests.service.processes import kill, one, processes

EX = "http://e.example/"
SIZE = 1500
QUICK = f"SELECT (COUNT(*) AS ?n) {{ ?s <{EX}p> ?o }}"


def slow(number: int) -> str:
    """Return a query of a second or more (each with each), another for each number: answers are kept."""
    pairs = f"?s <{EX}p> ?o . ?t <{EX}p> ?q FILTER(STRLEN(CONCAT(STR(?s), STR(?t))) > {number})"
    return f"SELECT (COUNT(*) AS ?n) {{ {pairs} }}"


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    with serving(tmp_path_factory.mktemp("store")) as endpoint:
        lines = " ".join(f"<{EX}{i}> <{EX}p> {i} ." for i in range(SIZE))
        assert endpoint.update(f"INSERT DATA {{ {lines} }}").status == 204
        yield endpoint


def ask(connection: HTTPConnection, method: str, query: str) -> tuple[int, int]:
    """Return the status and the number that a query finds."""
    form, head = urlencode({"query": query}), {"Accept": "application/sparql-results+json"}
    if method == "GET":
        connection.request("GET", f"/sparql?{form}", headers=head)
    else:
        connection.request("POST", "/sparql", form, head | {"Content-Type": "application/x-www-form-urlencoded"})
    reply = connection.getresponse()
    body = reply.read()
    assert reply.status == 200, body
    return reply.status, int(json.loads(body)["results"]["bindings"][0]["n"]["value"])


@pytest.mark.slow
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("before", [0, 3], ids=["the first of a connection", "a later one"])
def test_what_was_asked_is_answered_by_another(endpoint: Endpoint, method: str, before: int) -> None:
    connection = HTTPConnection("127.0.0.1", endpoint.port, timeout=60)
    for _ in range(before):
        assert ask(connection, method, QUICK) == (200, SIZE)
    zygote = one(endpoint.process.pid, "zygote")
    killer = threading.Timer(0.3, kill, [zygote])
    killer.start()
    assert ask(connection, method, slow(2 * before + len(method))) == (200, SIZE * SIZE)
    killer.join()
    assert ask(connection, method, QUICK) == (200, SIZE), "the connection goes on"
    connection.close()
    assert one(endpoint.process.pid, "zygote") != zygote


def kill_workers(endpoint: Endpoint) -> None:
    """End all readers that may answer, not what they were forked from."""
    for pid in processes(one(endpoint.process.pid, "zygote"))[1:]:
        kill(pid)


@pytest.mark.slow
def test_a_worker_that_is_ended_alone_costs_no_answer(endpoint: Endpoint) -> None:
    connection = HTTPConnection("127.0.0.1", endpoint.port, timeout=60)
    assert ask(connection, "POST", QUICK) == (200, SIZE)
    killer = threading.Timer(0.3, kill_workers, [endpoint])
    killer.start()
    assert ask(connection, "POST", slow(1)) == (200, SIZE * SIZE)
    killer.join()
    connection.close()


def test_nobody_is_told_what_he_has_not_asked(endpoint: Endpoint) -> None:
    connection = HTTPConnection("127.0.0.1", endpoint.port, timeout=60)
    assert ask(connection, "GET", QUICK + " OFFSET 0") == (200, SIZE)
    kill_workers(endpoint)
    assert select.select([connection.sock], [], [], 0.5)[0] == [], "an answer to no question, or the connection ended"
    assert ask(connection, "GET", QUICK + " LIMIT 7") == (200, SIZE)
    connection.close()


def test_half_a_request_is_not_lost(endpoint: Endpoint) -> None:
    body = urlencode({"query": QUICK + " LIMIT 8"}).encode()
    head = f"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/csv\r\nContent-Length: {len(body)}\r\n"
    head += "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    with socket.create_connection(("127.0.0.1", endpoint.port), timeout=60) as client:
        client.sendall(head.encode() + body[:5])
        time.sleep(0.3)  # a worker has it, or will have
        kill_workers(endpoint)
        client.sendall(body[5:])
        answer = b""
        while str(SIZE).encode() not in answer and (more := client.recv(65536)):
            answer += more
    assert answer.startswith(b"HTTP/1.1 200") and f"n\r\n{SIZE}".encode() in answer


def test_what_the_server_asks_itself_is_answered_by_another(endpoint: Endpoint) -> None:
    kill(one(endpoint.process.pid, "zygote"))
    for number in range(1, 9):
        asked = urlencode({"query": f"{QUICK} LIMIT {number}"})
        assert endpoint.send("GET", f"/sparql?{asked}", token=TOKEN).status == 200


@pytest.mark.parametrize("data", [b"", b"GET /sparql?query=", b"x" * 60_000])
def test_what_was_read_is_known_until_the_answer_begins(tmp_path: Path, data: bytes) -> None:
    ours = Unanswered()
    theirs = Unanswered(file=ours.file)
    theirs.keep(b"another, longer than this one")
    theirs.keep(data)
    assert ours.data() == data
    theirs.begin()
    assert ours.begun and ours.data() is None, "half of an answer may have gone"
    theirs.keep(b"x" * 70_000)
    assert not ours.begun and ours.data() is None, "too long to be kept"
    ours.close()
