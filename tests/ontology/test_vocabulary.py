"""Every scheme reads, is complete in two languages, and its examples show its words."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from rdflib import OWL, RDF, SKOS, Graph, URIRef

from ontology import vocabulary
from ontology.load import SCHEMES, ontology_graph
from ontology.turtle import UnusualTurtleError, read_plain
from ontology.vocabulary import Concept, UnknownSchemeError, by_form, scheme, scheme_names

CONCEPTS = [pytest.param(c, id=f"{name}/{c.id}") for name in scheme_names() for c in scheme(name)]


@pytest.mark.parametrize("name", scheme_names())
def test_each_concept_has_a_label_in_both_languages(name: str) -> None:
    assert scheme(name), "a scheme without concepts"
    for concept in scheme(name):
        assert concept.label, concept.iri
        assert concept.label_en, concept.iri


@pytest.mark.parametrize("name", scheme_names())
def test_codes_are_unique_and_readable(name: str) -> None:
    codes = Counter(concept.iri for concept in scheme(name))
    assert [iri for iri, count in codes.items() if count > 1] == []
    for iri in codes:
        assert re.fullmatch(r"https://w3id\.org/vpg/voc/[a-z-]+/[a-z0-9-]+", iri), iri


@pytest.mark.parametrize("name", scheme_names())
def test_concepts_are_in_their_scheme_and_broader_ones_exist(name: str) -> None:
    graph = Graph().parse(SCHEMES / f"{name}.ttl")
    assert len(list(graph.subjects(RDF.type, SKOS.ConceptScheme))) == 1
    (head,) = graph.subjects(RDF.type, SKOS.ConceptScheme)
    for concept in scheme(name):
        assert set(graph.objects(URIRef(concept.iri), SKOS.inScheme)) == {head}, concept.iri
        assert concept.broader is None or concept.broader in {c.iri for c in scheme(name)}


def folded(text: str) -> str:
    """Lower case, both ways to place a tone mark made one."""
    pairs = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "uỷ": "ủy", "uý": "úy", "uỳ": "ùy", "uỹ": "ũy"}
    text = text.casefold()
    for old, new in pairs.items():
        text = text.replace(old, new)
    return text


def words_of(concept: Concept) -> set[str]:
    """All that announces a concept: forms, cues, and the hints that are cues."""
    hints = [text for key, values in concept.extra.items() if key.startswith(("cue", "phrase")) for text in values]
    return {folded(text) for text in (*concept.forms, *concept.cues, *hints)}


@pytest.mark.parametrize("concept", [p for p in CONCEPTS if p.values[0].examples])
def test_each_example_shows_a_form_or_cue(concept: Concept) -> None:
    for example in concept.examples:
        assert any(word in folded(example) for word in words_of(concept)), example


@pytest.mark.parametrize("path", sorted(SCHEMES.glob("*.ttl")), ids=lambda path: path.stem)
def test_the_fast_reader_reads_what_rdflib_reads(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    fast = {iri: Counter(block) for iri, block in read_plain(text).items()}
    full = {iri: Counter(block) for iri, block in vocabulary._read_any(text).items()}
    assert fast == full


@pytest.mark.parametrize(
    "text",
    [
        "<a:b> <a:c> [ <a:d> 1 ] .",
        '<a:b> <a:c> """long""" .',
        "<a:b> <a:c> ( 1 2 ) .",
        "x:b x:c 1 .",
        "<a:b> <a:c> 1",
        "@base <a:> . <b> <c> 1 .",
        '<a:b> "c" 1 .',
        "<a:b> <a:c> 1 2 .",
    ],
)
def test_the_fast_reader_refuses_what_it_does_not_know(text: str) -> None:
    with pytest.raises(UnusualTurtleError):
        read_plain(text)


def test_what_the_fast_reader_refuses_is_still_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "odd.ttl").write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<https://x/voc/odd/one> a skos:Concept ; skos:prefLabel """một"""@vi , "one"@en ; skos:note [] .\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(vocabulary, "SCHEMES", tmp_path)
    scheme.cache_clear()
    try:
        assert [(c.id, c.label, c.label_en) for c in scheme("odd")] == [("one", "một", "one")]
    finally:
        scheme.cache_clear()


def test_forms_find_their_concept_in_any_case() -> None:
    assert by_form("document-type")["NGHỊ QUYẾT".casefold()].id == "nghi-quyet"


def test_roles_name_properties_that_exist() -> None:
    known = {str(s) for s in ontology_graph().subjects()}
    roles = {concept.id: concept for concept in scheme("participation-role")}
    for contract in ("chair", "direct", "open", "conclude", "report", "award", "receive", "speak", "attend"):
        (shortcut,) = roles[contract].extra["shortcutProperty"]
        assert shortcut in known


@pytest.mark.parametrize("name", ["document-type", "initiative-kind", "gathering-kind", "body-class"])
def test_kinds_imply_classes_that_exist(name: str) -> None:
    known = {str(s) for s in ontology_graph().subjects()}
    for concept in scheme(name):
        (implied,) = concept.extra["impliesClass"]
        assert implied in known


def test_ranks_are_in_one_order() -> None:
    orders = {concept.label: int(concept.extra["rankOrder"][0]) for concept in scheme("rank")}
    assert orders["Đại tướng"] > orders["Thượng tướng"] > orders["Trung tướng"] > orders["Thiếu tướng"]
    assert orders["Thiếu tướng"] > orders["Đại tá"] > orders["Thượng tá"] > orders["Trung tá"] > orders["Thiếu tá"]
    assert orders["Thiếu tá"] > orders["Đại úy"]


def test_unknown_scheme() -> None:
    with pytest.raises(UnknownSchemeError):
        scheme("no-such-scheme")


def test_words_and_reference_tables_need_no_rdflib() -> None:
    """Every start of the command line reads them; rdflib alone takes a third of a second to load."""
    code = (
        "import sys; from ontology.vocabulary import scheme, scheme_names;"
        "from ontology.reference import places, bodies;"
        "[scheme(n) for n in scheme_names()]; places(); bodies(); sys.exit('rdflib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("name", scheme_names())
def test_concepts_are_of_a_class_of_the_ontology(name: str) -> None:
    """`a skos:Concept , vpg:Rank`: shapes and facets ask for the kind of a code."""
    classes = {str(s) for s in ontology_graph().subjects(RDF.type, OWL.Class)}
    graph = Graph().parse(SCHEMES / f"{name}.ttl")
    for concept in scheme(name):
        types = {str(o) for o in graph.objects(URIRef(concept.iri), RDF.type)}
        assert types & classes - {str(SKOS.Concept)}, concept.iri


def test_posts_know_their_heads_deputies_and_seats() -> None:
    posts = {concept.id: concept for concept in scheme("post-head")}
    assert "headPost" in posts["bo-truong"].extra
    assert "headPost" not in posts["thu-truong"].extra
    assert posts["thu-truong"].extra["deputyOfType"] == (posts["bo-truong"].iri,)
    assert posts["pho-chu-tich"].extra["deputyOfType"] == (posts["chu-tich"].iri,)
    assert "multiSeatPost" in posts["uy-vien"].extra
    assert "headPost" not in posts["pho-giam-doc-dieu-hanh"].extra
    assert posts["pho-giam-doc-dieu-hanh"].extra["deputyOfType"] == (posts["giam-doc-dieu-hanh"].iri,)
    for concept in posts.values():
        assert all(above in {c.iri for c in posts.values()} for above in concept.extra.get("deputyOfType", ()))
