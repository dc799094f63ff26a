"""Terms between rdflib (the model everywhere) and the engine.

The engine keeps literals by value where it knows the datatype: "007"^^xsd:integer comes back as 7. Codes
and document numbers are therefore plain strings in our graph.
"""

import pyoxigraph as ox
from rdflib import BNode, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.term import Node

from graph.errors import GraphNameError, StoreError
from graph.stores.base import Quad

DEFAULT_GRAPH = str(DATASET_DEFAULT_GRAPH_ID)


def to_engine(term: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """Turn an rdflib term into the engine's.

    Raises:
        StoreError: neither an IRI, a blank node nor a literal, or malformed.
    """
    try:
        if isinstance(term, URIRef):
            return ox.NamedNode(str(term))
        if isinstance(term, BNode):
            return ox.BlankNode(str(term))
        if isinstance(term, Literal):
            if term.language:
                return ox.Literal(str(term), language=term.language)
            if term.datatype is not None:
                return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype)))
            return ox.Literal(str(term))
    except ValueError as error:
        raise StoreError(f"{term!r} cannot be stored: {error}") from error
    raise StoreError(f"{term!r} is no RDF term that can be stored")


def to_quad(quad: Quad) -> ox.Quad:
    """Turn subject, predicate, object, graph name into the engine's quad.

    Raises:
        StoreError: a term that cannot stand where it stands.
    """
    subject, predicate, obj, graph = quad
    try:
        return ox.Quad(
            to_engine(subject),  # type: ignore[arg-type]
            to_engine(predicate),  # type: ignore[arg-type]
            to_engine(obj),
            graph_or_default(str(graph)) if isinstance(graph, URIRef) else to_engine(graph),
        )
    except TypeError as error:
        raise StoreError(f"no quad: {quad!r}: {error}") from error


def graph_name(name: str) -> ox.NamedNode:
    """Return the engine's name of a graph.

    Raises:
        GraphNameError: not an absolute IRI.
    """
    try:
        return ox.NamedNode(name)
    except ValueError as error:
        raise GraphNameError(f"{name!r} is not the IRI of a graph: {error}") from error


def graph_or_default(name: str) -> ox.NamedNode | ox.DefaultGraph:
    """Return the engine's name of a graph; rdflib's name of the default graph means that one."""
    return ox.DefaultGraph() if name == DEFAULT_GRAPH else graph_name(name)


def drop_graph(name: str) -> str:
    """Return the update that drops a graph, there or not."""
    return "DROP SILENT DEFAULT" if name == DEFAULT_GRAPH else f"DROP SILENT GRAPH {graph_name(name)}"


def read_quads(nquads: bytes) -> list[ox.Quad]:
    """Read N-Quads; blank nodes keep their labels.

    Raises:
        StoreError: malformed; the message says where.
    """
    if not nquads:
        return []
    try:
        return list(ox.parse(nquads, format=ox.RdfFormat.N_QUADS))
    except SyntaxError as error:
        raise StoreError(f"the N-Quads are malformed: {error}") from error
