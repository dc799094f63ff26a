"""Media types the engine writes and reads, and which of them suit which kind of answer.

Rules: SPARQL 1.1 Query Results JSON/XML/CSV/TSV; RDF 1.1 serialisations; SPARQL 1.1 Query, section 16
(SELECT and ASK give results, CONSTRUCT and DESCRIBE give graphs).
"""

from pyoxigraph import QueryResultsFormat, RdfFormat

from graph.stores.base import JSON

TURTLE = "text/turtle"
N_TRIPLES = "application/n-triples"
N_QUADS = "application/n-quads"
TRIG = "application/trig"

RESULTS: dict[str, QueryResultsFormat] = {
    JSON: QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
    "text/xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
GRAPHS: dict[str, RdfFormat] = {
    TURTLE: RdfFormat.TURTLE,
    N_TRIPLES: RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
    TRIG: RdfFormat.TRIG,
    N_QUADS: RdfFormat.N_QUADS,
    "text/n3": RdfFormat.N3,
}
_WEIGHTLESS = {"application/xml", "text/xml", "application/json"}  # understood, but named by their own types


def formats_for(form: str) -> list[str]:
    """Return the media types in which an answer to a query of this form can be written, best first."""
    return list(GRAPHS) if form in ("CONSTRUCT", "DESCRIBE") else list(RESULTS)


def result_types() -> list[str]:
    """Return the media types of tables."""
    return [name for name in RESULTS if name not in _WEIGHTLESS]


def graph_types() -> list[str]:
    """Return the media types of graphs, best first."""
    return list(GRAPHS)


def results_type(media_type: str) -> str:
    """Return `media_type` if results can be written so, else JSON."""
    return media_type if media_type in RESULTS else JSON


def graph_type(media_type: str) -> str:
    """Return `media_type` if a graph can be written so, else Turtle."""
    return media_type if media_type in GRAPHS else TURTLE
