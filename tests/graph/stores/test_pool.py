"""The store over worker processes: the contract, limits that hold, and nothing lost when processes die."""

import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rdflib import URIRef

from graph.errors import BusyError, QueryLimitError, QueryTimeoutError, StoreLockedError, StoreUnavailableError
from graph.stores import Changes, Limits, open_store
from graph.stores.pool import PooledStore, PoolSettings, open_pool
from graph.stores.slots import ClientGoneError
from graph.stores.writes import Write
from graph.stores.zygote import Zygote

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
ENDLESS = (
    "INSERT { ?a <http://e/q> ?l } WHERE { GRAPH ?x { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l "
    "FILTER(STRLEN(CONCAT(STR(?a), STR(?d), STR(?g), STR(?l))) < 9) } }"
)
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def triples(count: int, graph: str = "g") -> bytes:
    return b"".join(
        b"<http://e/%d> <http://e/p> <http://e/%d> <http://e/%s> .\n" % (i, i * 7 % count, graph.encode())
        for i in range(count)
    )


def wait_until(holds: Callable[[], bool]) -> None:
    for _ in range(600):
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError("after a minute it still did not hold")


def count(store: PooledStore) -> int:
    return int(str(store.query(COUNT).rows()[0]["n"]))


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PooledStore]:
    settings = PoolSettings(workers=2, queue=2, limits=Limits(seconds=3.0))
    store = open_pool(tmp_path_factory.mktemp("pool"), settings)
    yield store
    store.close()


@pytest.fixture
def pool(running: PooledStore) -> PooledStore:
    running.update("DROP ALL")
    running.apply(Changes(nquads=triples(500)))
    return running


def test_a_write_is_seen_by_the_next_query(pool: PooledStore) -> None:
    for i in range(20):
        pool.apply(Changes(nquads=b"<http://e/s> <http://e/new> <http://e/%d> <http://e/h> .\n" % i))
        assert count(pool) == 501 + i
        assert pool.query("ASK {}").revision == pool.revision


def test_a_write_that_cannot_be_repeated_is_seen_too(pool: PooledStore) -> None:
    pool.update(
        "INSERT { ?s <http://e/at> ?now } WHERE { GRAPH ?g { ?s <http://e/p> <http://e/0> } BIND(NOW() AS ?now) }"
    )
    assert pool.query("ASK { ?s <http://e/at> ?now }").boolean()


def test_the_time_limit_holds_and_others_go_on(pool: PooledStore) -> None:
    answers: list[int] = []
    stop = threading.Event()

    def others() -> None:
        while not stop.is_set():
            answers.append(count(pool))

    thread = threading.Thread(target=others)
    thread.start()
    begun = time.monotonic()
    with pytest.raises(QueryTimeoutError):
        pool.query(CROSS)
    assert 3.0 <= time.monotonic() - begun < 30, "unbounded it would run for days"
    stop.set()
    thread.join()
    assert len(answers) > 3
    assert set(answers) == {500}


def test_the_memory_limit_holds(pool: PooledStore) -> None:
    with pytest.raises(QueryLimitError, match="memory"):
        pool.query(
            "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?f ?c",
            limits=Limits(seconds=20, memory=60_000_000),
        )
    assert count(pool) == 500


def test_the_limit_of_bytes_holds(pool: PooledStore) -> None:
    with pytest.raises(QueryLimitError, match="bytes"):
        pool.query("SELECT * { ?a ?b ?c . ?d ?e ?f }", limits=Limits(answer_bytes=1_000_000))


def test_a_long_answer_comes_as_a_file(pool: PooledStore) -> None:
    answer, file = pool.open_query("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000", media_type="text/csv")
    assert file is not None
    with file:
        assert file.read().count(b"\n") == 20_001
    assert answer.body == b""


def test_the_queue_has_an_end(pool: PooledStore) -> None:
    errors: list[type] = []

    def ask() -> None:
        try:
            pool.query(CROSS)
        except (BusyError, QueryTimeoutError) as error:
            errors.append(type(error))

    threads = [threading.Thread(target=ask) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert BusyError in errors
    assert QueryTimeoutError in errors
    assert count(pool) == 500


def test_a_client_that_hangs_up_frees_its_worker(pool: PooledStore) -> None:
    begun = time.monotonic()
    with pytest.raises(ClientGoneError):
        pool.open_query(CROSS, limits=Limits(seconds=600), gone=lambda: time.monotonic() - begun > 0.2)
    assert time.monotonic() - begun < 60


def test_workers_reach_no_network(pool: PooledStore) -> None:
    from graph.stores import sandbox

    child = os.fork()
    if child == 0:
        import socket

        forbidden = sandbox.forbid_network()
        try:
            socket.socket(socket.AF_INET)
            reached = True
        except PermissionError:
            reached = False
        os._exit(0 if forbidden and not reached else 1 if forbidden else 2)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status == 2:
        pytest.skip("no seccomp on this machine")
    assert status == 0


def test_the_zygote_may_die(pool: PooledStore) -> None:
    os.kill(pool.readers.current.pid, signal.SIGKILL)
    assert count(pool) == 500
    pool.apply(Changes(nquads=triples(10, "h")))
    assert pool.query("SELECT (COUNT(*) AS ?n) { GRAPH <http://e/h> { ?s ?p ?o } }").rows()[0]["n"].toPython() == 10


def test_the_writer_may_die(pool: PooledStore) -> None:
    os.kill(pool.writer_pid, signal.SIGKILL)
    with pytest.raises(StoreUnavailableError):
        pool.apply(Changes(nquads=triples(10, "h")))
    assert count(pool) == 500
    pool.apply(Changes(nquads=triples(10, "h")))
    assert set(map(str, pool.graph_names())) == {"http://e/g", "http://e/h"}


@pytest.mark.parametrize("place", ["disk", "memory"])
def test_an_update_past_its_time_is_undone(tmp_path: Path, place: str) -> None:
    store = open_pool(tmp_path if place == "disk" else ":memory:", PoolSettings(workers=1, write_seconds=1.0))
    store.apply(Changes(nquads=triples(500)))
    with pytest.raises(QueryTimeoutError):
        store.update(ENDLESS)
    assert count(store) == 500
    store.update("INSERT DATA { <http://e/z> <http://e/q> 1 }")
    assert count(store) == 501
    store.close()


@pytest.mark.parametrize("place", ["disk", "memory"])
def test_a_write_whose_client_hangs_up_is_undone(tmp_path: Path, place: str) -> None:
    store = open_pool(tmp_path if place == "disk" else ":memory:", PoolSettings(workers=1, write_seconds=300))
    store.apply(Changes(nquads=triples(500)))
    before = sorted(store.dump().splitlines())
    many = triples(150_000, "many")  # takes the writer a second at least
    for write in (
        lambda gone: store.update(ENDLESS, gone=gone),
        lambda gone: store.apply(Changes(drop=[URIRef("http://e/g")], nquads=many), gone=gone),
    ):
        looks = iter([False])  # still there when the write begins
        with pytest.raises(ClientGoneError):
            write(lambda looks=looks: next(looks, True))
        assert sorted(store.dump().splitlines()) == before
        assert count(store) == 500
    assert store.figures()['vpg_writer_kills_total{reason="gone"}'] == 2
    store.update("INSERT DATA { <http://e/z> <http://e/q> 1 }", gone=lambda: False)
    assert count(store) == 501
    store.close()


def test_a_second_service_leaves_the_first_its_snapshots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.stores.readers.AT_ONCE", 0)
    store = open_pool(tmp_path, PoolSettings(workers=1, memory_budget=1))
    store.apply(Changes(nquads=triples(100)))
    with pytest.raises(StoreLockedError):
        open_pool(tmp_path, PoolSettings(workers=1))
    store.readers.current.drop(store.readers.take(network=False)[1], kill=True)
    assert count(store) == 100  # by a worker that opens the snapshot now
    store.close()


def test_a_long_write_is_loaded_again_rather_than_repeated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.stores.pool.QUICK", 0.0)
    store = open_pool(tmp_path, PoolSettings(workers=1))
    zygote = store.readers.current.pid
    store.apply(Changes(nquads=triples(100)))
    assert count(store) == 100
    assert store.readers.current.pid != zygote
    store.close()


@pytest.mark.parametrize("big", [Write(nquads=b"x" * 600), Write(text="x" * 300), Write(drop=["x" * 600])])
def test_writes_are_remembered_up_to_a_number_of_bytes(monkeypatch: pytest.MonkeyPatch, big: Write) -> None:
    monkeypatch.setattr("graph.stores.zygote._MOST_WRITTEN", 1_000)
    ours, theirs = socket.socketpair()
    with ours, theirs:
        zygote = Zygote(ours, union=True, services=(), snapshot="", counter=None)
        zygote._since = []
        zygote._note(big)
        assert zygote._since == [big]
        zygote._note(big)
        assert zygote._since is None


def test_a_write_waits_neither_for_ever_nor_for_nobody() -> None:
    store = open_pool(":memory:", PoolSettings(workers=1, write_wait=0.6))
    begun, done = threading.Event(), threading.Event()

    def hold() -> None:
        with store._writing:
            begun.set()
            done.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    begun.wait(10)
    update = "INSERT DATA { <http://e/z> <http://e/q> 1 }"
    with pytest.raises(BusyError, match="another write"):
        store.update(update)
    with pytest.raises(ClientGoneError):
        store.update(update, gone=lambda: True)
    done.set()
    holder.join()
    with pytest.raises(ClientGoneError):
        store.update(update, gone=lambda: True)
    assert count(store) == 0, "nothing was written for a client that had gone"
    store.update(update, gone=lambda: False)
    assert count(store) == 1
    store.close()


def test_beyond_the_memory_budget_the_disk_is_read(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    store = open_pool(tmp_path, PoolSettings(workers=2, memory_budget=1))
    store.apply(Changes(nquads=triples(100)))
    assert count(store) == 100
    store.update("DELETE WHERE { GRAPH ?g { <http://e/1> ?p ?o } }")
    assert count(store) == 99
    assert not store.readers.current.in_memory
    assert not store.fits_memory
    assert store.state()["reads"] == "disk"
    assert "VPG_MEMORY_BUDGET" in str(store.state()["because"])
    assert store.figures()["vpg_store_over_budget"] == 1
    assert store.figures()["vpg_store_memory_bytes"] == 0
    assert [r.name for r in caplog.records if "VPG_MEMORY_BUDGET" in r.message] == ["vpg.store"], "said once"
    store.close()


def test_snapshots_follow_each_other_in_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_pool(tmp_path, PoolSettings(workers=2, memory_budget=1, limits=Limits(seconds=30)))
    zygote = store.readers.current.pid
    reading = store.readers.take(network=False)  # a query that is going on
    folders = set()
    for number in range(4):
        store.apply(Changes(nquads=triples(100, f"g{number}")))
        assert len(store.graph_names()) == number + 1
        folders.add(store.readers.current.snapshot)
    assert store.readers.current.pid == zygote
    assert len(folders) == 4
    reading[0].give_back(reading[1])
    os.kill(zygote, signal.SIGKILL)
    store.apply(Changes(nquads=triples(100, "after")))
    assert len(store.graph_names()) == 5
    assert store.readers.current.pid != zygote
    clock = time.monotonic
    monkeypatch.setattr(time, "monotonic", lambda: clock() + 60)  # longer than any query
    store.apply(Changes(nquads=triples(100, "last")))
    assert len(store.graph_names()) == 6
    wait_until(lambda: len(list((tmp_path / "snapshots").iterdir())) <= 3)  # those that nobody reads are removed
    store.close()


@pytest.mark.parametrize("at_once", [0, 30_000_000])
def test_a_copy_that_takes_more_than_the_estimate_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr("graph.stores.readers.AT_ONCE", at_once)
    monkeypatch.setattr("graph.stores.budget.GROWTH", 0)
    store = open_pool(tmp_path, PoolSettings(workers=1, memory_budget=1))
    store.apply(Changes(nquads=triples(100)))
    assert count(store) == 100
    assert not store.wait_until_loaded(2)
    assert not store.fits_memory
    assert "needed more" in str(store.state()["because"])
    store.close()


def test_a_copy_that_grows_beyond_the_budget_is_given_up(tmp_path: Path) -> None:
    store = open_pool(tmp_path, PoolSettings(workers=1))
    store.apply(Changes(nquads=triples(100)))
    assert store.state()["reads"] == "memory"
    store.readers.budget.allowed = 1_000_000
    store.apply(Changes(nquads=triples(5, "h")))
    assert count(store) == 104
    assert store.state()["reads"] == "disk"
    store.close()


def test_a_snapshot_of_many_names_has_no_text_index() -> None:
    from graph.stores.oxigraph import OxigraphStore

    store = OxigraphStore(names=2)
    ask = 'SELECT ?s { ?s <https://w3id.org/vpg/def#matches> "huyện" }'
    label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    store.update(f'INSERT DATA {{ <http://e/a> {label} "Huyện A" . <http://e/b> {label} "Huyện B" }}')
    assert len(store.query(ask).rows()) == 2
    store.update(f'INSERT DATA {{ <http://e/c> {label} "Huyện C" }}')
    with pytest.raises(QueryLimitError, match="VPG_MEMORY_BUDGET"):
        store.query(ask)
    store.close()


def test_the_copy_is_loaded_beside_the_snapshot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.stores.readers.AT_ONCE", 0)
    store = open_pool(tmp_path, PoolSettings(workers=2))
    store.apply(Changes(nquads=triples(100)))
    assert count(store) == 100
    assert store.wait_until_loaded(10)
    store.apply(Changes(nquads=triples(5, "h")))
    assert count(store) == 104  # <0> p <0> stands in both graphs, and counts once
    store.close()


def test_what_was_acknowledged_is_there_after_a_restart(tmp_path: Path) -> None:
    store = open_pool(tmp_path, PoolSettings(workers=1))
    store.apply(Changes(nquads=triples(50)))
    with pytest.raises(StoreLockedError, match="in use"):
        open_store(tmp_path)
    store.close()
    store.close()
    again = open_store(tmp_path)
    assert len(again.dump().splitlines()) == 50
    again.close()
