"""kill -9 of any process during random writes: no acknowledged write is lost, none is half there.

Each write adds a batch of triples that belong together in one update; after each kill the server is started
again where it died (its writer and its readers come back by themselves).
"""

import json
import random
import threading
from pathlib import Path

import pytest

from tests.service.endpoint import Endpoint, start, stop
from tests.service.processes import kill, one

WRITES = 50
SIZE = 20
EX = "http://e.example/"


def batches(endpoint: Endpoint) -> dict[int, int]:
    """Return how many triples of each batch there are."""
    reply = endpoint.query(f"SELECT ?b (COUNT(*) AS ?n) {{ ?s <{EX}batch> ?b }} GROUP BY ?b")
    assert reply.status == 200, reply.body
    rows = json.loads(reply.body)["results"]["bindings"]
    return {int(row["b"]["value"]): int(row["n"]["value"]) for row in rows}


def write(endpoint: Endpoint, number: int, chance: random.Random) -> bool:
    """Write one batch, in one of the ways there are; return whether it was acknowledged."""
    triples = " ".join(f"<{EX}{number}/{i}> <{EX}batch> {number} ." for i in range(SIZE))
    way = chance.randrange(3)
    try:
        if way == 0:
            reply = endpoint.update(f"INSERT DATA {{ GRAPH <{EX}{number}> {{ {triples} }} }}", timeout=15)
        elif way == 1:
            reply = endpoint.update(
                f"INSERT {{ ?s <{EX}batch> {number} ; <{EX}at> ?now }} WHERE {{ VALUES ?s {{ "
                + " ".join(f"<{EX}{number}/{i}>" for i in range(SIZE))
                + " } BIND(NOW() AS ?now) }",
                timeout=15,
            )
        else:
            reply = endpoint.send(
                "PUT",
                f"/graphs?graph={EX}{number}",
                triples,
                token="a-token-of-the-tests",
                timeout=15,
                Content_Type="text/turtle",
            )
    except OSError:
        return False
    return reply.status in (201, 204)


@pytest.mark.slow
def test_no_acknowledged_write_is_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(20261121)
    acknowledged: set[int] = set()
    kills = {"server": 0, "writer": 0, "reader": 0}
    endpoint = start(tmp_path)
    for number in range(WRITES):
        victim = None
        if number % 2:
            kind = chance.choice(["server", "writer", "reader"])
            server = endpoint.process.pid
            victim = server if kind == "server" else one(server, "writer" if kind == "writer" else "zygote")
            kills[kind] += 1
            delay = chance.random() * 0.03
            killer = threading.Timer(delay, lambda pid=victim: kill(pid))
            killer.start()
        if write(endpoint, number, chance):
            acknowledged.add(number)
        if victim:
            killer.join()
            if endpoint.process.poll() is not None or victim == endpoint.process.pid:
                stop(endpoint)
                endpoint = start(tmp_path)
            found = batches(endpoint)
            assert set(found.values()) <= {SIZE}, "a write is half there"
            assert acknowledged <= found.keys(), f"lost: {acknowledged - found.keys()}"
    stop(endpoint)
    endpoint = start(tmp_path)
    found = batches(endpoint)
    stop(endpoint)
    assert set(found.values()) == {SIZE}
    assert acknowledged <= found.keys()
    with capsys.disabled():
        print(f"\n{WRITES} writes, {sum(kills.values())} kills {kills}: {len(acknowledged)} acknowledged, all there;")
        print(f"{len(found) - len(acknowledged)} whole without acknowledgement, 0 lost, 0 half-written")
