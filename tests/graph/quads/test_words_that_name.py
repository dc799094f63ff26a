"""What a report names, by the words that name it: posts by their titles, places by their names."""

import pytest
from rdflib import ORG, RDF, Graph, URIRef

from graph.extract import extract
from graph.quads import write
from graph.resolve.resolver import Resolver
from graph.source import Source
from ontology.namespaces import ID, OA, VOC, VPG


def graph_of(text: str) -> Graph:
    source = Source.from_text("w", text, published="2021-05-13")
    result = Graph()
    pair = extract(source), source
    for s, p, o, _ in write(*pair, Resolver().resolve(*pair)):
        result.add((s, p, o))
    return result


def named_by(graph: Graph, node: URIRef) -> set[str]:
    return {str(graph.value(graph.value(e, OA.hasSelector), OA.exact)) for e in graph.objects(node, VPG.evidence)}


@pytest.mark.parametrize(
    ("title", "body", "named", "implied"),
    [
        ("Thứ trưởng", "Bộ Công an", "thu-truong--bo-cong-an", "bo-truong--bo-cong-an"),
        (
            "Phó Giám đốc",
            "Công an tỉnh Yên Bái",
            "pho-giam-doc--cong-an-tinh-yen-bai",
            "giam-doc--cong-an-tinh-yen-bai",
        ),
    ],
)
def test_a_deputy_names_no_head(title: str, body: str, named: str, implied: str) -> None:
    graph = graph_of(f"Ngày 12/5/2021, ông Vũ Đình Sáu, {title} {body} dự lễ khánh thành nhà văn hóa.")
    assert any(title in words for words in named_by(graph, ID["post/" + named]))
    assert not any(ID["post/" + implied] in triple for triple in graph)


def test_a_kind_of_deputy_of_the_report_s_own_says_whose_deputies_they_are() -> None:
    graph = graph_of("Ngày 12/5/2021, ông Vũ Đình Sáu, Phó Bí thư phụ trách Tỉnh ủy Yên Bái dự lễ khánh thành cầu.")
    (post,) = graph.subjects(RDF.type, VPG.Post)
    position = graph.value(post, ORG.role)
    assert position != VOC["pos/pho-bi-thu"]
    assert (position, VPG.deputyOfType, VOC["pos/bi-thu"]) in graph


def test_the_place_of_a_figure_is_marked_by_its_name_and_not_by_the_figure() -> None:
    graph = graph_of("Năm 2020, trên địa bàn tỉnh Yên Bái có 1.730 tổ hòa giải.")
    (figure, *_) = graph.subjects(VPG.statPlace, ID["place/yen-bai"])
    assert any("1.730" in words for words in named_by(graph, figure))
    words = named_by(graph, ID["place/yen-bai"])
    assert words
    assert all("Yên Bái" in said and not any(c.isdigit() for c in said) for said in words)
