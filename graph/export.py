"""The whole graph as one file: for other stores, for spreadsheets, for network tools."""

import csv
import io
import json
import zipfile
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import IO, Any

from rdflib import RDF, BNode, Literal
from rdflib.term import Node

from graph.errors import ParameterError
from graph.network import network
from graph.stores.base import Store

# Classes of which a table is written, and the columns of each: name, path from the instance.
_TABLES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "Person": (("label", "skos:prefLabel"),),
    "Organization": (
        ("label", "skos:prefLabel"),
        ("place", "vpg:jurisdiction"),
        ("part_of", "org:subOrganizationOf"),
    ),
    "TenureReport": (
        ("person", "vpg:holder"),
        ("post", "vpg:reportedPost"),
        ("attested_on", "vpg:attestedOn"),
        ("as_written", "vpg:reportedAs"),
        ("source", "vpg:reportedIn"),
    ),
    "RankHolding": (
        ("person", "vpg:rankHolder"),
        ("rank", "vpg:rank"),
        ("attested_on", "vpg:attestedOn"),
        ("source", "vpg:reportedIn"),
    ),
    "Event": (
        ("label", "skos:prefLabel"),
        ("date", "schema:startDate"),
        ("place", "vpg:place"),
        ("organiser", "vpg:organizedBy"),
    ),
    "Participation": (
        ("person", "vpg:participant"),
        ("role", "vpg:participationRole"),
        ("event", "vpg:inEvent"),
        ("certainty", "vpg:certainty"),
        ("source", "vpg:reportedIn"),
    ),
    "OfficialDocument": (
        ("label", "skos:prefLabel"),
        ("number", "vpg:docNumber"),
        ("symbol", "vpg:symbol"),
        ("date", "vpg:issueDate"),
        ("issuer", "vpg:issuerName"),
        ("title", "dcterms:title"),
    ),
    "Initiative": (("label", "skos:prefLabel"), ("from", "vpg:periodStart"), ("to", "vpg:periodEnd")),
    "AwardConferral": (
        ("award", "vpg:awardType"),
        ("awarder", "vpg:awarderName"),
        ("recipient_kind", "vpg:recipientKind"),
        ("recipient", "vpg:recipientName"),
        ("count", "vpg:recipientCount"),
        ("event", "vpg:presentedAt"),
        ("source", "vpg:reportedIn"),
    ),
    "ReportedStatistic": (
        ("value", "vpg:value"),
        ("bound", "vpg:valueBound"),
        ("unit", "vpg:unit/skos:prefLabel"),
        ("subject", "vpg:metric/skos:prefLabel"),
        ("source", "vpg:reportedIn"),
    ),
    "SourceDocument": (
        ("id", "dcterms:identifier"),
        ("title", "schema:headline"),
        ("published", "schema:datePublished"),
        ("publisher", "dcterms:publisher"),
        ("url", "schema:url"),
    ),
}
_PREFIXES = """PREFIX vpg: <https://w3id.org/vpg/def#> PREFIX org: <http://www.w3.org/ns/org#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX schema: <https://schema.org/>
"""


def export(store: Store, form: str, out: IO[bytes]) -> None:
    """Write the whole graph to `out`.

    Args:
        store: the graph.
        form: a key of `FORMATS`: trig, nquads (with all named graphs), turtle (all graphs as one), jsonld,
            graphml, gexf (the network of `graph.network`), csv (a ZIP of one table per class).
        out: where to write.

    Raises:
        ParameterError: there is no such format.
    """
    if form not in FORMATS:
        raise ParameterError(f"there is no format {form!r}; known: {', '.join(FORMATS)}")
    FORMATS[form](store, out)


def _nquads(store: Store, out: IO[bytes]) -> None:
    out.writelines(sorted(store.dump("application/n-quads").splitlines(keepends=True)))


def _trig(store: Store, out: IO[bytes]) -> None:
    out.write(store.dump("application/trig"))


def _turtle(store: Store, out: IO[bytes]) -> None:
    out.write(store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", media_type="text/turtle").body)


def _jsonld(store: Store, out: IO[bytes]) -> None:
    """Write expanded JSON-LD: a list of named graphs, each a list of node objects."""
    out.write(b"[")
    for number, name in enumerate(store.graph_names()):
        nodes: dict[str, dict[str, Any]] = {}
        for row in store.query(f"SELECT ?s ?p ?o WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} }}").rows():
            subject = f"_:{row['s']}" if isinstance(row["s"], BNode) else str(row["s"])
            node = nodes.setdefault(subject, {"@id": subject})
            if row["p"] == RDF.type:
                node.setdefault("@type", []).append(str(row["o"]))
            else:
                node.setdefault(str(row["p"]), []).append(_json_value(row["o"]))
        graph = {"@id": str(name), "@graph": [nodes[subject] for subject in sorted(nodes)]}
        out.write((b",\n" if number else b"\n") + json.dumps(graph, ensure_ascii=False).encode())
    out.write(b"\n]\n")


def _json_value(term: Node) -> dict[str, str]:
    if not isinstance(term, Literal):
        return {"@id": f"_:{term}" if isinstance(term, BNode) else str(term)}
    if term.language:
        return {"@value": str(term), "@language": term.language}
    return {"@value": str(term), "@type": str(term.datatype)} if term.datatype else {"@value": str(term)}


def _graphml(store: Store, out: IO[bytes]) -> None:
    import networkx as nx

    nx.write_graphml(network(store), out, encoding="utf-8")


def _gexf(store: Store, out: IO[bytes]) -> None:
    import networkx as nx

    nx.write_gexf(network(store), out, encoding="utf-8")


def _csv(store: Store, out: IO[bytes]) -> None:
    """Write a ZIP of one UTF-8 table per class; several values of a cell are joined by "; "."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, columns in _TABLES.items():
            # A fixed date, so that the same graph gives the same bytes.
            info = zipfile.ZipInfo(f"{name}.csv", (1980, 1, 1, 0, 0, 0))
            archive.writestr(info, "\ufeff" + table(store, name, columns), zipfile.ZIP_DEFLATED)


def table(store: Store, name: str, columns: tuple[tuple[str, str], ...] | None = None) -> str:
    """Return the instances of a class as CSV text: IRI, then the columns of the class.

    Raises:
        ParameterError: there is no table of that class.
    """
    if columns is None and name not in _TABLES:
        raise ParameterError(f"there is no table of {name!r}; known: {', '.join(_TABLES)}")
    chosen = columns or _TABLES[name]
    cells: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in store.query(f"{_PREFIXES} SELECT DISTINCT ?x WHERE {{ ?x a vpg:{name} }}").rows():
        cells[str(row["x"])].clear()
    for column, path in chosen:
        rows = store.query(f"{_PREFIXES} SELECT DISTINCT ?x ?v WHERE {{ ?x a vpg:{name} ; {path} ?v }}").rows()
        for row in rows:
            cells[str(row["x"])][column].add(str(row["v"]))
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(["iri", *(column for column, _ in chosen)])
    for iri in sorted(cells):
        writer.writerow([iri, *("; ".join(sorted(cells[iri][column])) for column, _ in chosen)])
    return text.getvalue()


FORMATS: Mapping[str, Callable[[Store, IO[bytes]], None]] = {
    "trig": _trig,
    "nquads": _nquads,
    "turtle": _turtle,
    "jsonld": _jsonld,
    "graphml": _graphml,
    "gexf": _gexf,
    "csv": _csv,
}
