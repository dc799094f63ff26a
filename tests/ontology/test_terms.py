"""Each term is explained in both languages, and no term disappears."""

from collections import Counter
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from ontology.load import SCHEMES, ontology_graph
from ontology.namespaces import VPG

TERMS = Path(__file__).parent / "terms.txt"
TITLE = URIRef("https://w3id.org/vpg/def")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return ontology_graph()


def terms(graph: Graph) -> set[URIRef]:
    return {s for s in graph.subjects(RDF.type) if isinstance(s, URIRef) and s.startswith(str(VPG))}


def test_every_term_has_a_label_and_a_definition_in_vietnamese_and_english(ontology: Graph) -> None:
    for term in terms(ontology):
        for predicate in (RDFS.label, SKOS.definition):
            languages = Counter(getattr(text, "language", None) for text in ontology.objects(term, predicate))
            assert languages == {"vi": 1, "en": 1}, f"{predicate} of {term}"
        assert (term, RDFS.isDefinedBy, TITLE) in ontology


def test_no_term_disappears(ontology: Graph) -> None:
    """A term that is no longer wanted stays, with owl:deprecated and dcterms:isReplacedBy."""
    published = set(TERMS.read_text(encoding="utf-8").split())
    here = {str(term).removeprefix(str(VPG)) for term in terms(ontology)}
    assert published - here == set()
    assert here - published == set(), "add the new terms to terms.txt"


def test_every_property_of_facts_knows_its_kind(ontology: Graph) -> None:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    for term in terms(ontology):
        assert sum((term, RDF.type, kind) in ontology for kind in kinds) == 1, term


def test_domains_ranges_and_superclasses_are_declared(ontology: Graph) -> None:
    predicates = (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.inverseOf)
    used = {o for p in predicates for o in ontology.objects(None, p) if isinstance(o, URIRef)}
    datatypes = {o for o in used if "XMLSchema" in o or o == RDFS.Literal}
    assert {o for o in used - datatypes if (o, RDF.type, None) not in ontology} == set()


def test_class_tree_has_no_cycle(ontology: Graph) -> None:
    for term in terms(ontology):
        assert term not in set(ontology.transitive_objects(term, RDFS.subClassOf)) - {term}
        assert (term, RDFS.subClassOf, term) not in ontology


def test_schemes_use_defined_terms_only(ontology: Graph) -> None:
    """A new hint for the grammar is one block in vpg.ttl, under "Hints for the grammar"."""
    known = terms(ontology)
    for path in sorted(SCHEMES.glob("*.ttl")):
        graph = Graph().parse(path)
        used = {t for triple in graph for t in triple if isinstance(t, URIRef) and t.startswith(str(VPG))}
        assert used <= known, f"{path.name}: {sorted(used - known)}"


def test_version_and_licence_are_stated(ontology: Graph) -> None:
    version = ontology.value(TITLE, OWL.versionIRI)
    assert str(version) == f"{TITLE}/{ontology.value(TITLE, OWL.versionInfo)}"
