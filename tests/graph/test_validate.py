"""Planted errors are found, and a sound graph has none."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from rdflib import RDF, Graph, Literal, URIRef

from graph.ingest import ingest
from graph.quads import write
from graph.resolve.resolver import Resolver
from graph.stores import open_store
from graph.validate import check, check_graph, run_check, shape_queries
from ontology.namespaces import OA, VPG


@pytest.fixture
def graph(made: Callable) -> Graph:
    pair = made(
        "a",
        published="2018-12-21",
        persons=[("Tô Văn An", "Thượng tướng", [("Bộ trưởng", "Bộ Công an")])],
        programmes=[("movement", "toàn dân bảo vệ ANTQ")],
        event=("Hội nghị tổng kết", "2018-12-20", "Hà Nội", ["Bộ Công an"]),
        roles=[("Tô Văn An", "chair")],
    )
    result = Graph()
    for s, p, o, _ in write(*pair, Resolver().resolve(*pair)):
        result.add((s, p, o))
    return result


def violations(graph: Graph) -> list[str]:
    return [f"{f.check}: {f.message}" for f in check_graph(graph) if f.severity == "violation"]


def test_what_we_write_has_no_violation(graph: Graph) -> None:
    assert violations(graph) == []


def first(graph: Graph, kind: str) -> URIRef:
    node = next(iter(graph.subjects(RDF.type, VPG[kind])))
    assert isinstance(node, URIRef)
    return node


@pytest.mark.parametrize(
    "damage",
    [
        lambda g: g.remove((first(g, "Participation"), VPG.evidence, None)),
        lambda g: g.remove((first(g, "TenureReport"), VPG.reportedIn, None)),
        lambda g: g.add((first(g, "Person"), RDF.type, VPG.Organization)),
        lambda g: g.add((first(g, "RankHolding"), VPG.rankHolder, URIRef("https://w3id.org/vpg/id/person/x"))),
        lambda g: g.set((first(g, "Participation"), VPG.attestedOn, Literal("hôm qua"))),
        lambda g: g.remove((None, OA.exact, None)),
    ],
    ids=["no words", "no source", "two natures", "two holders", "no date", "no quotation"],
)
def test_a_planted_error_is_found(graph: Graph, damage: Callable[[Graph], object]) -> None:
    damage(graph)
    assert violations(graph)


@dataclass
class Planted:
    name: str = "checks/two-posts"
    body: str = "SELECT ?x ?y WHERE { ?x a <https://w3id.org/vpg/def#Person> BIND(1 AS ?y) }"
    summary: str = "a person"
    severity: str = "warning"


def test_posts_whose_body_the_law_names_are_no_finding(made: Callable) -> None:
    heads = [("Chủ tịch nước", None), ("Phó Chủ tịch nước", None), ("Thủ tướng", None), ("Phó Thủ tướng", None),
             ("Tổng Bí thư", None), ("Chủ tịch", "Quốc hội"), ("Giám đốc", None)]  # fmt: skip
    pair = made("a", persons=[(f"Tô Văn {chr(65 + n)}n", None, [post]) for n, post in enumerate(heads)])
    graph = Graph()
    for s, p, o, _ in write(*pair, Resolver().resolve(*pair)):
        graph.add((s, p, o))
    told = {f.node.rpartition("/")[2].partition("--")[0] for f in check_graph(graph) if "no body" in f.message}
    assert told == {"giam-doc"}, "a director of nobody knows what is one"


def test_each_row_of_a_check_is_a_finding(made: Callable) -> None:
    extraction, source = made("a", persons=[("Tô Văn An", None, [("Bộ trưởng", "Bộ Công an")])])
    store = open_store(":memory:")
    ingest([source], store, extract=lambda _: extraction, workers=1)
    (finding,) = run_check(store, Planted())
    assert (finding.severity, finding.check, finding.message) == ("warning", "checks/two-posts", "a person (y 1)")
    assert finding.node.endswith("/to-van-an")
    steps: list[int] = []
    findings = check(store, [Planted()], on_step=steps.append)
    assert sum(steps) == 2 + len(shape_queries())
    assert [f for f in findings if f.severity == "violation"] == []
