"""The catalogue as RDF: every question is there, runs as it stands, and says what it needs."""

from rdflib import RDF, RDFS

from graph.stores import open_store
from ontology.namespaces import SCHEMA, SH
from queries.catalogue import catalogue
from queries.describe import describe, query_iri

ENDPOINT = "https://vpg.example/sparql"


def test_every_question_stands_in_the_graph_with_its_words_and_its_text() -> None:
    graph = describe(ENDPOINT)
    nodes = set(graph.subjects(RDF.type, SH.SPARQLExecutable))
    assert nodes == {query_iri(query) for query in catalogue().questions()}
    for node in nodes:
        assert {comment.language for comment in graph.objects(node, RDFS.comment)} == {"vi", "en"}
        assert str(graph.value(node, SCHEMA.target)) == ENDPOINT


def test_the_texts_run_as_they_stand() -> None:
    graph, store = describe(ENDPOINT), open_store(":memory:")
    texts = [str(text) for property in (SH.select, SH.ask, SH.construct) for text in graph.objects(None, property)]
    assert len(texts) == len(catalogue().questions())
    for text in texts:
        assert store.query(text).kind in {"select", "ask", "graph"}


def test_parameters_tell_type_and_whether_they_may_be_left_out() -> None:
    graph = describe(ENDPOINT)
    node = query_iri(catalogue()["conference/chairs"])
    described = {str(graph.value(p, SH.path)).rpartition("#")[2]: p for p in graph.objects(node, SH.parameter)}
    assert set(described) == {parameter.name for parameter in catalogue()["conference/chairs"].parameters}
    assert graph.value(described["conference"], SH.nodeKind) == SH.IRI
    assert str(graph.value(described["day"], SH.datatype)).endswith("#date")
