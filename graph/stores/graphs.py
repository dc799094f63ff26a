"""Single graphs of any store, as the Graph Store Protocol needs them: is it there, read, write.

A graph is named by its IRI; `DEFAULT_GRAPH` names the store's default graph.
"""

from collections.abc import Sequence

import pyoxigraph as ox
from rdflib import URIRef

from graph.errors import ParameterError
from graph.stores import formats
from graph.stores.base import Answer, Changes, Gone, Store
from graph.stores.terms import DEFAULT_GRAPH, graph_name, graph_or_default


def has_graph(store: Store, name: str) -> bool:
    """Tell whether there is such a graph, be it empty; the default graph always is."""
    return name == DEFAULT_GRAPH or store.query(f"ASK {{ GRAPH {graph_name(name)} {{ }} }}").boolean()


def read_graph(store: Store, name: str, media_type: str) -> Answer:
    """Return the triples of one graph in the given format."""
    if name == DEFAULT_GRAPH:
        return store.query(
            "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", media_type=media_type, default_graphs=[DEFAULT_GRAPH]
        )
    text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph_name(name)} {{ ?s ?p ?o }} }}"
    return store.query(text, media_type=media_type)


def parse_into(data: bytes, media_type: str, name: str, base: str) -> bytes:
    """Read RDF of any format as N-Quads of the graph `name`. Its blank nodes become new ones.

    Raises:
        ParameterError: malformed, or names graphs of its own; the message gives line and column.
    """
    graph = graph_or_default(name)
    try:
        quads = ox.parse(
            data,
            format=formats.GRAPHS[media_type],
            base_iri=base,
            without_named_graphs=True,
            rename_blank_nodes=True,
        )
        placed = (ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in quads)
        return ox.serialize(placed, format=ox.RdfFormat.N_QUADS) or b""
    except (SyntaxError, ValueError) as error:
        raise ParameterError(f"this cannot be read as {media_type}: {error}") from error


def put_graph(store: Store, name: str, nquads: Sequence[bytes], *, replace: bool, gone: Gone | None = None) -> None:
    """Add to a graph, or replace it, in one write. A graph put without triples is there, and empty.

    `gone`: has the client hung up? See `Store.update`.
    """
    content = b"".join(nquads)
    if content or (replace and name == DEFAULT_GRAPH):
        store.apply(Changes(drop=[URIRef(name)] if replace else [], nquads=content), gone=gone)
    elif name != DEFAULT_GRAPH:
        graph = graph_name(name)
        first = f"DROP SILENT GRAPH {graph} ;\n" if replace else ""
        store.update(f"{first}CREATE SILENT GRAPH {graph}", gone=gone)


def drop_graph(store: Store, name: str, *, gone: Gone | None = None) -> None:
    """Remove a graph that is there."""
    store.apply(Changes(drop=[URIRef(name)]), gone=gone)
