"""The SPARQL 1.1 Service Description: https://www.w3.org/TR/sparql11-service-description/."""

from flask import Blueprint, Response, current_app, request
from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF, RDFS, VOID, XSD

from graph.stores.base import Store
from graph.stores.formats import graph_types, result_types
from ontology.namespaces import GRAPH, VPG
from service.negotiate import choose
from service.origin import public_root
from service.results import entity_tag, finished, not_modified

bp = Blueprint("description", __name__)
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
FORMATS = Namespace("http://www.w3.org/ns/formats/")
_WRITTEN = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/rdf+xml": "xml",
    "application/ld+json": "json-ld",
}
_NAMES = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON-LD",
    "application/trig": "TriG",
    "application/n-quads": "N-Quads",
}


@bp.route("/sparql/description")
def describe() -> Response:
    """Answer GET /sparql without a query, and /sparql/description, as the RDF the client prefers."""
    media_type = choose(list(_WRITTEN), request.headers.get("Accept"))
    endpoint = f"{public_root()}/sparql"
    store: Store = current_app.extensions["vpg.store"]
    tag = entity_tag(store.revision, "service description", media_type, endpoint)
    if (same := not_modified(tag)) is not None:
        return same
    union = current_app.extensions["vpg.settings"].default_graph == "union"
    graph = description(endpoint, store, union=union)
    body = graph.serialize(format=_WRITTEN[media_type], encoding="utf-8")
    return finished(Response(body, content_type=media_type), tag)


def description(endpoint: str, store: Store, *, union: bool) -> Graph:
    """Describe the service that answers at `endpoint`: languages, formats, limits, dataset."""
    graph = Graph()
    graph.bind("sd", SD)
    graph.bind("void", VOID)
    service, dataset, default = URIRef(endpoint), BNode("dataset"), BNode("default")
    service_node = BNode("service")
    graph.add((service_node, RDF.type, SD.Service))
    graph.add((service_node, SD.endpoint, service))
    for language in (SD.SPARQL10Query, SD.SPARQL11Query, SD.SPARQL11Update):
        graph.add((service_node, SD.supportedLanguage, language))
    graph.add((service_node, SD.feature, SD.EmptyGraphs))
    if union:
        graph.add((service_node, SD.feature, SD.UnionDefaultGraph))
    for media_type in (*result_types(), *graph_types()):
        if media_type in _NAMES:
            graph.add((service_node, SD.resultFormat, FORMATS[_NAMES[media_type]]))
    for media_type in graph_types():
        if media_type in _NAMES:
            graph.add((service_node, SD.inputFormat, FORMATS[_NAMES[media_type]]))
    graph.add((service_node, SD.feature, VPG.matches))
    graph.add((VPG.matches, RDF.type, SD.Feature))
    graph.add((VPG.matches, RDFS.comment, Literal("finds what is named so, with or without Vietnamese marks", "en")))
    graph.add((service_node, SD.defaultDataset, dataset))
    graph.add((dataset, RDF.type, SD.Dataset))
    graph.add((dataset, SD.defaultGraph, default))
    graph.add((default, RDF.type, SD.Graph))
    names = store.graph_names()
    graph.add((default, VOID.documents, Literal(len(names), datatype=XSD.integer)))
    for name in names:
        if not str(name).startswith(str(GRAPH.doc)):  # one per document: thousands; asked for by a query
            part = BNode()
            graph.add((dataset, SD.namedGraph, part))
            graph.add((part, RDF.type, SD.NamedGraph))
            graph.add((part, SD.name, name))
    return graph
