"""Which stores have columns: the same when they are loaded and after any kind of write."""

import time
from io import BytesIO
from pathlib import Path

import pytest

from graph.stores import Changes
from graph.stores.pool import PooledStore, PoolSettings, open_pool
from graph.stores.worth import worth_columns

TEXT = "SELECT ?o { <http://e/7> <http://e/at> ?o } ORDER BY ?o"


def long_texts() -> bytes:
    """Return a few quads with long texts: 4 MB, 8 with their copies in the default graph."""
    return b"".join(b'<http://e/%d> <http://e/p> "%s" <http://e/g> .\n' % (i, b"%04d " % i * 100) for i in range(8_000))


def waited(store: PooledStore) -> bool:
    until = time.monotonic() + 30
    while not store.figures()["vpg_columns"] and time.monotonic() < until:
        time.sleep(0.05)
    return bool(store.figures()["vpg_columns"])


def test_columns_of_few_quads_return_after_every_kind_of_write(tmp_path: Path) -> None:
    first = open_pool(tmp_path, PoolSettings(workers=1))
    first.apply(Changes(nquads=long_texts()))
    assert waited(first)
    first.close()
    store = open_pool(tmp_path, PoolSettings(workers=1))
    try:
        assert waited(store)
        for number, write in enumerate(
            (
                "INSERT DATA { GRAPH <http://e/h> { <http://e/7> <http://e/at> 1 . _:b <http://e/q> 2 } }",
                "DELETE { GRAPH ?g { ?s <http://e/at> 1 } } INSERT { GRAPH ?g { ?s <http://e/at> 1, 2 } } "
                "WHERE { GRAPH ?g { ?s <http://e/at> 1 } }",
                "INSERT { GRAPH <http://e/h> { <http://e/7> <http://e/at> [] } } WHERE {}",
            ),
            1,
        ):
            store.update(write)
            assert not store.figures()["vpg_columns"]
            at_once = len(store.query(TEXT).rows())
            assert waited(store), write
            assert len(store.query(TEXT).rows()) == at_once == number
    finally:
        store.close()


@pytest.mark.parametrize(
    ("lines", "worth"),
    [
        (b"", False),
        (b"<s> <p> <o> .\n" * 59_999, False),
        (b"<s> <p> <o> .\n" * 60_000, True),
        (b"<s> <p> '%s' .\n" % (b"x" * 6_000_000), True),
    ],
    ids=["none", "few", "many", "long"],
)
def test_one_rule(lines: bytes, worth: bool) -> None:
    file = BytesIO(lines)
    assert worth_columns(file) is worth
    assert file.tell() == 0
