"""Checks of a graph: the SHACL shapes, report by report, and the checks that are queries over everything.

Any row of a check is a finding. Shapes see one report's graph together with what it needs of the ontology
(which class is under which, which code is of which kind); what concerns several reports is a query.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from pyshacl import validate as run_shacl
from rdflib import RDF, RDFS, SH, SKOS, Graph, URIRef
from rdflib.term import Node

from graph.stores.base import Store
from ontology.load import REFERENCE, ontology_graph, shapes_graph
from ontology.namespaces import GRAPH, VPG

DOCUMENTS = str(GRAPH["doc/"])


class Check(Protocol):
    """A query of which every row is a defect; `queries.catalogue.NamedQuery` is one."""

    @property
    def name(self) -> str:
        """Return the name of the check."""
        ...

    @property
    def body(self) -> str:
        """Return its SPARQL."""
        ...

    @property
    def summary(self) -> str:
        """Say what a row means."""
        ...

    @property
    def severity(self) -> str:
        """Return "violation" or "warning"."""
        ...


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect: which check found it, at which node, in which report (or "" for all together)."""

    severity: str
    check: str
    node: str
    message: str
    graph: str = ""


def check(store: Store, checks: Iterable[Check] = (), on_step: Callable[[int], None] | None = None) -> list[Finding]:
    """Run shapes and checks; return what they found, violations first.

    Args:
        store: the graph.
        checks: queries over everything; each row is a finding.
        on_step: told after each report and each check.
    """
    findings: list[Finding] = []
    for name in store.graph_names():
        if str(name).startswith(DOCUMENTS):
            findings += check_document(store, name)
            if on_step is not None:
                on_step(1)
    for query in checks:
        findings += run_check(store, query)
        if on_step is not None:
            on_step(1)
    return sorted(findings, key=lambda f: (f.severity != "violation", f.check, f.node, f.message))


def check_document(store: Store, name: URIRef) -> list[Finding]:
    """Hold the shapes against the graph of one report."""
    answer = store.query(
        f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} }}", media_type="application/n-triples"
    )
    data = Graph().parse(data=answer.body, format="nt")
    return [Finding(f.severity, f.check, f.node, f.message, str(name)) for f in check_graph(data)]


def check_graph(data: Graph) -> list[Finding]:
    """Hold the shapes against a graph of facts."""
    for triple in _background():
        data.add(triple)
    _, report, _ = run_shacl(data, shacl_graph=_shapes(), inference="none", allow_warnings=True, advanced=True)
    findings = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        severity = report.value(result, SH.resultSeverity)
        message = report.value(result, SH.resultMessage)
        path = report.value(result, SH.resultPath)
        findings.append(
            Finding(
                "violation" if severity == SH.Violation else "warning",
                _name(report.value(result, SH.sourceShape), path),
                str(report.value(result, SH.focusNode)),
                " ".join(str(message or "").split()),
            )
        )
    return findings


def _name(shape: Node | None, path: Node | None) -> str:
    if isinstance(shape, URIRef):
        return "shape " + str(shape).rsplit("#", 1)[-1]
    return "shape of " + str(path).rsplit("#", 1)[-1].rsplit("/", 1)[-1] if isinstance(path, URIRef) else "shape"


def run_check(store: Store, query: Check) -> list[Finding]:
    """Run one check; its first column is the node, the others are told in the message."""
    answer = store.query(query.body)
    columns = answer.variables()
    findings = []
    for row in answer.rows():
        rest = ", ".join(f"{name} {_short(row[name])}" for name in columns[1:] if name in row)
        node = str(row.get(columns[0], "")) if columns else ""
        message = f"{query.summary} ({rest})" if rest else query.summary
        findings.append(Finding(query.severity, query.name, node, message))
    return findings


def _short(term: Node) -> str:
    text = str(term)
    return text.rsplit("/id/", 1)[-1] if isinstance(term, URIRef) else text


@cache
def _shapes() -> Graph:
    return shapes_graph()


@cache
def _background() -> tuple[tuple[Node, Node, Node], ...]:
    """Return what shapes need beside a report: the tree of classes, kinds of codes, reference entities."""
    everything = ontology_graph(schemes=True)
    for path in sorted(REFERENCE.glob("*.ttl")):
        everything.parse(path, format="turtle")
    rows: list[tuple[Node, Node, Node]] = list(everything.triples((None, RDFS.subClassOf, None)))
    classes = {row[0] for row in rows if str(row[0]).startswith(str(VPG))} | {SKOS.Concept}
    rows += [t for t in everything.triples((None, RDF.type, None)) if t[2] in classes]
    return tuple(rows)
