"""Columns of a store over worker processes: there after writes, and never behind them."""

import time
from pathlib import Path

from graph.stores import Changes
from graph.stores.pool import PooledStore, PoolSettings, open_pool
from tests.graph.stores.test_pool import triples


def test_columns_come_after_a_write_and_never_lie(tmp_path: Path) -> None:
    store = open_pool(tmp_path, PoolSettings(workers=1))
    lines = b"".join(b"<http://e/%d> <http://e/p> <http://e/%d> <http://e/g> .\n" % (i, i % 90) for i in range(40_000))
    store.apply(Changes(nquads=lines))
    text = "SELECT ?o (COUNT(?s) AS ?n) { ?s <http://e/p> ?o } GROUP BY ?o ORDER BY DESC(?n) ?o LIMIT 1"
    begun = time.monotonic()
    while store.figures()["vpg_columns"] == 0 and time.monotonic() < begun + 15:
        time.sleep(0.05)
    assert store.figures()["vpg_columns"] == 1
    assert str(store.query(text).rows()[0]["n"]) == "445"
    store.apply(Changes(nquads=b"<http://e/x> <http://e/p> <http://e/0> <http://e/h> .\n"))
    assert str(store.query(text).rows()[0]["n"]) == "446"
    store.close()


def test_columns_are_there_again_after_a_write() -> None:
    store = open_pool(":memory:", PoolSettings(workers=2))
    name = "SELECT ?o { <http://e/7> <http://e/name> ?o }"
    try:
        store.apply(Changes(nquads=triples(40_000)))
        assert has_columns(store)
        for write in (
            "INSERT DATA { GRAPH <http://e/g> { <http://e/7> <http://e/name> 'one' } }",
            "DELETE { GRAPH ?g { ?s ?p 'one' } } INSERT { GRAPH ?g { ?s ?p 'two' } } "
            "WHERE { GRAPH ?g { ?s ?p 'one' } }",
            "DROP GRAPH <http://e/other> ; INSERT DATA { <http://e/7> <http://e/name> 'three' }",
        ):
            store.update(write.replace("DROP", "DROP SILENT"))
            at_once = sorted(str(row["o"]) for row in store.query(name).rows())
            assert has_columns(store)
            assert sorted(str(row["o"]) for row in store.query(name).rows()) == at_once
        assert at_once == ["three", "two"]
    finally:
        store.close()


def has_columns(store: PooledStore, seconds: float = 60) -> bool:
    until = time.monotonic() + seconds
    while not store.figures()["vpg_columns"] and time.monotonic() < until:
        time.sleep(0.05)
    return bool(store.figures()["vpg_columns"])
