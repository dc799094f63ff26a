"""The catalogue says itself in RDF: one sh:SPARQLExecutable per question, as editors of SPARQL read it.

Terms: https://www.w3.org/TR/shacl/#sparql-prefixes and https://www.w3.org/TR/shacl-af/#SPARQLFunction for
parameters; the form of a graph of examples is that of the SIB endpoints (rdfs:comment the question,
schema:keywords the topics, schema:target the endpoint).
"""

from rdflib import RDF, RDFS, BNode, Graph, Literal, URIRef
from rdflib.namespace import XSD

from ontology.base import BASE
from ontology.namespaces import SCHEMA, SH, bind_prefixes
from queries.catalogue import Catalogue, NamedQuery, catalogue

_CLASSES = {
    "select": SH.SPARQLSelectExecutable,
    "ask": SH.SPARQLAskExecutable,
    "construct": SH.SPARQLConstructExecutable,
    "describe": SH.SPARQLExecutable,
}
_TEXTS = {"select": SH.select, "ask": SH.ask, "construct": SH.construct, "describe": SH.select}
_DATATYPES = {
    "date": XSD.date,
    "text": XSD.string,
    "integer": XSD.integer,
    "decimal": XSD.decimal,
    "boolean": XSD.boolean,
}


def query_iri(query: NamedQuery) -> URIRef:
    """Return the IRI of a named query: BASE + "queries/" + its name."""
    return URIRef(f"{BASE}queries/{query.name}")


def describe(endpoint: str, queries: Catalogue | None = None) -> Graph:
    """Return the questions of the catalogue as RDF, each with its text ready to run at `endpoint`."""
    graph = bind_prefixes(Graph())
    for query in (catalogue() if queries is None else queries).questions():
        _describe_query(graph, query, URIRef(endpoint))
    return graph


def _describe_query(graph: Graph, query: NamedQuery, endpoint: URIRef) -> None:
    node = query_iri(query)
    graph.add((node, RDF.type, SH.SPARQLExecutable))
    graph.add((node, RDF.type, _CLASSES[query.kind]))
    graph.add((node, _TEXTS[query.kind], Literal(query.body)))
    for language, words in query.question.items():
        graph.add((node, RDFS.comment, Literal(words, lang=language)))
    if query.summary:
        graph.add((node, SCHEMA.description, Literal(query.summary, lang="en")))
    for topic in query.topics or (query.topic,):
        graph.add((node, SCHEMA.keywords, Literal(topic)))
    graph.add((node, SCHEMA.target, endpoint))
    for parameter in query.parameters:
        described = BNode(f"{query.name.replace('/', '-')}-{parameter.name}")
        graph.add((node, SH.parameter, described))
        graph.add((described, SH.path, URIRef(f"{query_iri(query)}#{parameter.name}")))
        graph.add((described, SH.optional, Literal(parameter.optional)))
        if datatype := _DATATYPES.get(parameter.type):
            graph.add((described, SH.datatype, datatype))
        else:
            graph.add((described, SH.nodeKind, SH.IRI))
        for language, words in parameter.label.items():
            graph.add((described, SH.name, Literal(words, lang=language)))
