"""Checks of a graph: the SHACL shapes, report by report, and the checks that are queries over everything.

Any row of a check is a finding. Shapes see one report's graph together with what it needs of the ontology
(which class is under which, which code is of which kind); what a shape says in SPARQL, and what concerns
several reports, is asked once over everything.
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
    for query in (*shape_queries(), *checks):
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
    """Hold the shapes against a graph of facts; their SPARQL constraints are for `shape_queries`."""
    told: list[str | URIRef] = sorted({s for s in data.subjects() if isinstance(s, URIRef)})
    for triple in _background():
        data.add(triple)
    _, report, _ = run_shacl(data, shacl_graph=_shapes(), inference="none", allow_warnings=True, focus_nodes=told)
    findings = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        severity = report.value(result, SH.resultSeverity)
        messages = sorted(report.objects(result, SH.resultMessage), key=lambda m: getattr(m, "language", "") != "en")
        path = report.value(result, SH.resultPath)
        findings.append(
            Finding(
                "violation" if severity == SH.Violation else "warning",
                _name(report.value(result, SH.sourceShape), path),
                str(report.value(result, SH.focusNode)),
                " ".join(str(next(iter(messages), "")).split()),
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
        message = query.summary
        for name in columns[1:]:
            message = message.replace(f"{{?{name}}}", _short(row[name]) if name in row else "?")
        if rest and message == query.summary:
            message = f"{message} ({rest})"
        findings.append(Finding(query.severity, query.name, node, message))
    return findings


def _short(term: Node) -> str:
    text = str(term)
    return text.rsplit("/id/", 1)[-1] if isinstance(term, URIRef) else text


@dataclass(frozen=True, slots=True)
class ShapeQuery:
    """A constraint that a shape states as a query: asked once over everything, not once per node."""

    name: str
    body: str
    summary: str
    severity: str


@cache
def shape_queries() -> tuple[ShapeQuery, ...]:
    """Return the SPARQL constraints of all shapes, each bound to the classes that its shape targets."""
    shapes, found = shapes_graph(), []
    for shape, constraint in sorted(shapes.subject_objects(SH.sparql), key=lambda pair: str(pair[0])):
        if shapes.value(constraint, SH.deactivated) is not None:
            continue
        classes = " ".join(f"<{c}>" for c in sorted(map(str, shapes.objects(shape, SH.targetClass))))
        select = str(shapes.value(constraint, SH.select)).replace("$this", "?this")
        target = f"WHERE {{ VALUES ?target {{ {classes} }} ?this a ?target . "
        declared = [
            f"PREFIX {shapes.value(row, SH.prefix)}: <{shapes.value(row, SH.namespace)}>"
            for prefixes in shapes.objects(constraint, SH.prefixes)
            for row in shapes.objects(prefixes, SH.declare)
        ]
        body = "\n".join(sorted(declared)) + "\n" + select.replace("WHERE {", target, 1)
        messages = [str(m) for m in shapes.objects(constraint, SH.message)]
        severity = shapes.value(shape, SH.severity)
        found.append(
            ShapeQuery(
                "shape " + str(shape).rsplit("#", 1)[-1],
                body.replace("SELECT ?this", "SELECT DISTINCT ?this", 1),
                min(messages, default="a constraint of the shape is broken"),
                "warning" if severity in (SH.Warning, SH.Info) else "violation",
            )
        )
    return tuple(found)


@cache
def _shapes() -> Graph:
    """Return the shapes without their SPARQL constraints: pySHACL parses those anew for every node."""
    shapes = shapes_graph()
    shapes.remove((None, SH.sparql, None))
    return shapes


@cache
def _background() -> tuple[tuple[Node, Node, Node], ...]:
    """Return what shapes need beside a report: the tree of classes, what codes are and imply, reference entities."""
    everything = ontology_graph(schemes=True)
    for path in sorted(REFERENCE.glob("*.ttl")):
        everything.parse(path, format="turtle")
    rows: list[tuple[Node, Node, Node]] = list(everything.triples((None, RDFS.subClassOf, None)))
    classes = {row[0] for row in rows if str(row[0]).startswith(str(VPG))} | {SKOS.Concept}
    rows += [t for t in everything.triples((None, RDF.type, None)) if t[2] in classes]
    rows += [t for name in (VPG.noBody, VPG.fixedBody) for t in everything.triples((None, name, None))]
    return tuple(rows)
