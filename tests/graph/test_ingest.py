"""The pipeline: whole or not at all, again and again the same."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import URIRef

from graph import review
from graph.errors import StoreError, UnknownNameError, UnreadableSourceError
from graph.infer import infer
from graph.ingest import ingest, remove
from graph.mention import Extraction
from graph.quads import write
from graph.readers import Failure
from graph.resolve.register import Register, Row
from graph.resolve.resolution import Resolution
from graph.resolve.resolver import Resolver
from graph.source import Source
from graph.stores import Store, open_store
from graph.stores.base import Changes
from ontology.iri import GRAPH_INFERRED, GRAPH_ONTOLOGY, GRAPH_PLACES, document_graph

MINISTER = ("Tô Văn An", "Thượng tướng", [("Bộ trưởng", "Bộ Công an")])


@pytest.fixture
def store() -> Store:
    return open_store(":memory:")


def reports(made: Callable) -> dict[str, tuple[Extraction, Source]]:
    event = ("Hội nghị tổng kết công tác dân vận năm 2018", "2018-12-20", "Hà Nội", ["Bộ Công an"])
    rows = [
        made("a", published="2018-12-21", persons=[MINISTER], event=event, roles=[("Tô Văn An", "chair")]),
        made("b", published="2018-12-22", persons=[("Tô Văn An", None, [("Bộ trưởng", "Bộ Công an")])]),
        made("c", published="2019-01-22", persons=[("Tô Văn An", None, [])]),
    ]
    return {source.id: (extraction, source) for extraction, source in rows}


def run(store: Store, known: dict[str, tuple[Extraction, Source]], **more: object):  # noqa: ANN201
    def extract(source: Source) -> Extraction:
        return known[source.id][0]

    return ingest([source for _, source in known.values()], store, extract=extract, workers=1, **more)  # type: ignore[arg-type]


def facts(store: Store) -> bytes:
    return b"\n".join(sorted(store.dump().splitlines()))


def rows(state: Path) -> dict[str, Row]:
    return {row.ref: row for row in Register(state / "register.jsonl").rows()}


def ask(store: Store, pattern: str) -> bool:
    return store.query(f"PREFIX vpg: <https://w3id.org/vpg/def#> ASK {{ {pattern} }}").boolean()


def test_reports_become_graphs_beside_reference_and_inference(store: Store, made: Callable) -> None:
    report = run(store, reports(made))
    assert (report.read, report.failed, report.replaced) == (3, [], 0)
    names = set(store.graph_names())
    assert {document_graph(i) for i in "abc"} | {GRAPH_ONTOLOGY, GRAPH_PLACES, GRAPH_INFERRED} <= names
    assert ask(store, f"GRAPH <{GRAPH_INFERRED}> {{ ?p vpg:chaired ?e . ?t a vpg:Tenure }}")


def test_the_same_reports_again_change_nothing(store: Store, made: Callable, tmp_path: Path) -> None:
    run(store, reports(made), state=tmp_path)
    before = facts(store)
    report = run(store, reports(made), state=tmp_path)
    assert (report.read, report.replaced) == (3, 3)
    assert facts(store) == before


def test_a_report_read_again_replaces_itself(store: Store, made: Callable, tmp_path: Path) -> None:
    run(store, reports(made), state=tmp_path)
    run(store, {"a": made("a", published="2018-12-21")}, state=tmp_path)
    assert not ask(store, f"GRAPH <{document_graph('a')}> {{ ?x a vpg:Person }}")
    assert not ask(store, "?p vpg:chaired ?e")


def test_a_failing_report_leaves_nothing_and_the_others_go_on(store: Store, made: Callable, tmp_path: Path) -> None:
    known = reports(made)
    run(store, known, state=tmp_path)
    before = facts(store)

    def extract(source: Source) -> Extraction:
        if source.id == "bad":
            raise ValueError("planted")
        return known[source.id][0]

    bad = Source.from_text("bad", "Một bản tin hỏng.")
    inputs = [bad, Failure("x.bin", "this is binary data"), *(source for _, source in known.values())]
    report = ingest(inputs, store, state=tmp_path, extract=extract, workers=1)
    assert [failure.name for failure in report.failed] == ["bad", "x.bin"]
    assert "planted" in report.failed[0].reason
    assert report.read == 3
    assert facts(store) == before


def test_quads_that_cannot_be_written_fail_alone(store: Store, made: Callable, tmp_path: Path) -> None:
    known = reports(made)
    extraction, source = known["b"]
    broken = Extraction("b", None, "2018-12-22", extraction.persons, statistics=(None,))  # type: ignore[arg-type]
    report = run(store, {**known, "b": (broken, source)}, state=tmp_path)
    assert [failure.name for failure in report.failed] == ["b"]
    assert document_graph("b") not in store.graph_names()
    assert {ref.split("|")[1] for ref in rows(tmp_path) if not ref.startswith("label|")} == {"a", "c"}


class Refusing:
    """A store that cannot write the graph of one report."""

    def __init__(self, store: Store, document: str) -> None:
        self._store, self._name = store, document_graph(document)

    def apply(self, changes: Changes) -> None:
        if self._name in {quad[3] for quad in changes.add}:
            raise StoreError("planted")
        self._store.apply(changes)

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)


def _unwritable(document: str) -> Callable:
    def failing(extraction: Extraction, source: Source, resolution: Resolution) -> object:
        if source.id == document:
            raise ValueError("planted")
        return write(extraction, source, resolution)

    return failing


@pytest.mark.parametrize("step", ["resolved", "written as quads", "stored"])
def test_a_report_that_fails_when_read_again_stays_as_it_was(
    store: Store, made: Callable, tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = reports(made)
    run(store, known, state=tmp_path)
    graphs, register = facts(store), rows(tmp_path)
    assert {ref.split("|")[1] for ref in register} >= {"a", "b", "c"}
    extraction, source = made("b", published="2018-12-22", persons=[("Lê Văn Bình", None, [])])
    again, used = {**known, "b": (extraction, source)}, store
    if step == "resolved":
        resolve_kind = Resolver._resolve_kind

        def failing(self: Resolver, kind: str, new: list, batch: set[str]) -> object:
            if kind == "event" and "b" in batch:
                raise ValueError("planted")  # after the persons are in the register
            return resolve_kind(self, kind, new, batch)

        monkeypatch.setattr(Resolver, "_resolve_kind", failing)
    elif step == "stored":
        used = Refusing(store, "b")  # type: ignore[assignment]
    else:
        monkeypatch.setattr("graph.ingest.write", _unwritable("b"))
    report = run(used, again, state=tmp_path)
    assert [failure.name for failure in report.failed] == ["b"] and step in report.failed[0].reason
    assert report.read == 2
    assert facts(store) == graphs
    assert rows(tmp_path) == register


def test_a_fault_of_ours_is_logged_and_not_blamed_on_the_report(
    store: Store, made: Callable, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    known = reports(made)

    def extract(source: Source) -> Extraction:
        if source.id == "a":
            raise AttributeError("planted here")
        if source.id == "c":
            raise UnreadableSourceError("the report has no text")
        return known[source.id][0]

    monkeypatch.setattr("graph.ingest.write", _unwritable("b"))
    sources = [source for _, source in known.values()]
    failed = {f.name: f.reason for f in ingest(sources, store, extract=extract, workers=1).failed}
    assert "extracted, a fault of ours" in failed["a"] and "AttributeError: planted here" in failed["a"]
    assert "written as quads, a fault of ours" in failed["b"]
    assert failed["c"] == "could not be extracted: the report has no text"
    assert [record.args for record in caplog.records] == [("a", "extracted"), ("b", "written as quads")]
    assert "Traceback" in caplog.text and "in extract" in caplog.text and "in failing" in caplog.text


def test_a_removed_report_takes_its_facts_along(store: Store, made: Callable, tmp_path: Path) -> None:
    run(store, reports(made), state=tmp_path)
    assert remove("a", store, state=tmp_path)
    assert not remove("a", store, state=tmp_path)
    assert document_graph("a") not in store.graph_names()
    assert not ask(store, "?p vpg:chaired ?e")


def test_inference_ends_and_is_the_same_again(store: Store, made: Callable) -> None:
    run(store, reports(made))
    before = facts(store)
    assert infer(store) > 0
    assert facts(store) == before


def test_ambiguous_roles_give_no_shortcut(store: Store, made: Callable) -> None:
    known = reports(made)
    extraction, source = known["a"]
    event = extraction.events[0]
    roles = tuple(dataclasses.replace(role, certainty="ambiguous") for role in event.roles)
    unsure = dataclasses.replace(extraction, events=(dataclasses.replace(event, roles=roles),))
    run(store, {"a": (unsure, source)})
    assert ask(store, "?x vpg:participationRole <https://w3id.org/vpg/voc/role/chair>")
    assert not ask(store, "?p vpg:chaired ?e")


def test_a_judgement_shows_in_the_graph_at_once_and_can_be_undone(
    store: Store, made: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = reports(made)
    run(store, known, state=tmp_path)
    before = facts(store)
    monkeypatch.setattr("graph.review.rewrite", _rewriter(known))
    people = "SELECT DISTINCT ?p WHERE { GRAPH ?g { ?p a <https://w3id.org/vpg/def#Person> } }"
    (merge,) = [m for m in review.list_merges(tmp_path) if m.left.startswith("person|")]
    count = len(store.query(people).rows())
    review.decide(tmp_path, merge.id, "different", "tester", "two men", store=store)
    assert len(store.query(people).rows()) == count + 1
    review.undo(tmp_path, "last", "tester", store=store)
    assert facts(store) == before
    with pytest.raises(UnknownNameError):
        review.undo(tmp_path, "last", "tester")


def test_what_was_judged_is_listed_until_it_is_undone(
    store: Store, made: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = reports(made)
    run(store, known, state=tmp_path)
    monkeypatch.setattr("graph.review.rewrite", _rewriter(known))
    (merge,) = [m for m in review.list_merges(tmp_path) if m.left.startswith("person|")]
    for verdict in ("different", "same"):
        review.decide(tmp_path, merge.id, verdict, "tester", store=store)
        (judged,) = [m for m in review.list_merges(tmp_path) if m.id == merge.id]
        assert judged.verdict == verdict and f"judged {verdict}" in judged.line()
    review.undo(tmp_path, merge.id, "tester", store=store)
    assert all(not m.verdict for m in review.list_merges(tmp_path))


def test_an_ingest_counts_the_pairs_that_the_list_shows(store: Store, made: Callable, tmp_path: Path) -> None:
    known = {
        "a": made("a", published="2018-05-01", persons=[("Trần Hữu Khương", None, [("Thứ trưởng", "Bộ Tài chính")])]),
        "b": made("b", published="2018-06-01", persons=[("Trần Hữu Khương", None, [("Bí thư", "Tỉnh ủy Sơn La")])]),
        "c": made("c", published="2018-06-01", persons=[("Trần Hữu Khương", None, [])]),
    }
    report = run(store, known, state=tmp_path)
    assert report.undecided == len(review.list_pairs(tmp_path))


def _rewriter(known: dict[str, tuple[Extraction, Source]]) -> Callable:
    def rewrite(documents: list[str], state: Path, store: Store) -> None:
        run(store, {name: known[name] for name in documents}, state=state)

    return rewrite


def test_a_stored_report_comes_back_as_it_was(store: Store, made: Callable) -> None:
    known = reports(made)
    run(store, known)
    back = review.stored_source("a", store)
    assert back is not None and (back.text, back.published) == (known["a"][1].text, "2018-12-21")
    assert review.stored_source("nothing", store) is None


def test_the_seeds_are_read(store: Store, shared: Callable[[str], Path]) -> None:
    from graph.readers import read_all

    report = ingest(read_all([str(shared("seeds"))]), store, workers=1)
    assert (report.read, report.failed) == (5, [])
    assert all(isinstance(name, URIRef) for name in store.graph_names())
