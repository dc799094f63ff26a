"""`/ontology`: classes and properties with labels, definitions, counts, shapes and mappings; code lists."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from flask import Blueprint, Response, abort, g, request
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, URIRef
from rdflib.namespace import SH

from ontology.load import shapes_graph
from ontology.namespaces import PREFIXES, VOC, VPG
from service.labels import KIND_OF, ontology_graph, ontology_labels
from service.paging import part_of
from service.reading import reading
from service.rendering import go, page, render, term_label, wants_html
from service.terms import shorten

bp = Blueprint("ontology", __name__)
V = str(VPG)
FORMATS = {
    "ttl": ("text/turtle", "turtle"),
    "jsonld": ("application/ld+json", "json-ld"),
    "rdf": ("application/rdf+xml", "xml"),
}
MAPPINGS = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, SKOS.exactMatch, OWL.equivalentClass)

PARTS = ("classes", "properties", "lists")
LISTED = 60  # properties, or entries of a code list, on one page


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a SHACL shape: the path, how many values (None: open), what they must be."""

    path: str
    least: str | None
    most: str | None
    kind: str


def _classes(graph: Graph) -> list[str]:
    return sorted(str(s) for s in graph.subjects(RDF.type, OWL.Class) if str(s).startswith(V))


@cache
def tree() -> tuple[tuple[int, str], ...]:
    """Return (depth, class) of our classes, each below its parent, in the order of labels."""
    graph = ontology_graph()
    ours = set(_classes(graph))
    below: dict[str, list[str]] = defaultdict(list)
    roots = []
    for name in sorted(ours):
        parents = [str(o) for o in graph.objects(URIRef(name), RDFS.subClassOf) if str(o) in ours]
        for parent in parents:
            below[parent].append(name)
        if not parents:
            roots.append(name)
    found: list[tuple[int, str]] = []

    def visit(name: str, depth: int) -> None:
        found.append((depth, name))
        for child in below[name]:
            visit(child, depth + 1)

    for root in roots:
        visit(root, 0)
    return tuple(found)


@cache
def properties_of(name: str) -> tuple[str, ...]:
    """Return our properties whose domain is the class `name`."""
    graph = ontology_graph()
    return tuple(sorted(str(s) for s in graph.subjects(RDFS.domain, URIRef(name)) if str(s).startswith(V)))


@cache
def all_properties() -> tuple[str, ...]:
    """Return all our properties."""
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDF.Property)
    found = {str(s) for kind in kinds for s in ontology_graph().subjects(RDF.type, kind)}
    return tuple(sorted(iri for iri in found if iri.startswith(V)))


@cache
def shape_of(name: str) -> tuple[Rule, ...]:
    """Return the property rules of the SHACL shapes that target a class."""
    shapes = shapes_graph()
    rules = []
    for shape in shapes.subjects(SH.targetClass, URIRef(name)):
        for rule in shapes.objects(shape, SH.property):
            path = shapes.value(rule, SH.path)
            if isinstance(path, BNode) or path is None:
                continue
            kind = next((o for p in (SH["class"], SH.datatype, SH.nodeKind) if (o := shapes.value(rule, p))), None)
            least, most = shapes.value(rule, SH.minCount), shapes.value(rule, SH.maxCount)
            rules.append(
                Rule(str(path), str(least) if least else None, str(most) if most else None, str(kind) if kind else "")
            )
    return tuple(sorted(set(rules), key=lambda r: r.path))


@cache
def code_lists() -> dict[str, tuple[str, ...]]:
    """Return the concepts of each code list, by the list's name in the IRI."""
    lists: dict[str, set[str]] = defaultdict(set)
    for subject in ontology_graph().subjects(RDF.type, SKOS.Concept):
        rest = str(subject).removeprefix(str(VOC))
        if rest != str(subject) and "/" in rest:
            lists[rest.partition("/")[0]].add(str(subject))
    return {name: tuple(sorted(found)) for name, found in sorted(lists.items())}


def _mappings(iri: str) -> list[tuple[str, str]]:
    graph = ontology_graph()
    return [(str(p), str(o)) for p in MAPPINGS for o in graph.objects(URIRef(iri), p) if isinstance(o, URIRef)]


@bp.get("/def")
def definition() -> Response:
    """Send the ontology where its namespace leads: the page, or Turtle, JSON-LD, RDF/XML."""
    wished = request.args.get("format", "")
    if not wished and wants_html():
        return go("/ontology")
    best = request.accept_mimetypes.best_match([kind for kind, _ in FORMATS.values()])
    media_type, name = next((pair for key, pair in FORMATS.items() if key == wished or pair[0] == best), FORMATS["ttl"])
    return Response(_serialized(name), content_type=media_type, headers={"Access-Control-Allow-Origin": "*"})


@cache
def _serialized(name: str) -> str:
    return ontology_graph().serialize(format=name)


@bp.get("/ontology")
@page
def ontology() -> Response:
    """Show the class tree with counts, the properties (`?part=properties`), the code lists, or one (`?list=`)."""
    opened = request.args.get("list", "")
    if opened:
        return _list(opened)
    part = request.args.get("part", "")
    part = part if part in PARTS else PARTS[0]
    counts = {}
    if part == "classes":
        counts = {row["class"].value: int(row["count"].value) for row in reading().ask("page/class-counts")}
    return render(
        "ontology.html",
        parts=PARTS,
        part=part,
        tree=tree(),
        counts=counts,
        lists={name: (str(VOC[name]), len(found)) for name, found in code_lists().items()},
        properties=part_of(sorted(all_properties(), key=lambda iri: (term_label(iri).casefold(), iri)), LISTED),
        total={"classes": len(tree()), "properties": len(all_properties()), "lists": len(code_lists())},
        ends=lambda iri: (_objects(iri, RDFS.domain), _objects(iri, RDFS.range)),
    )


def _list(name: str) -> Response:
    """Show the entries of a code list, from `?page=`, or from that of the entry `?at=`."""
    entries = code_lists().get(name)
    if entries is None:
        abort(404, str(VOC[name]))
    wanted = request.args.get("at", "")
    place = next((n for n, iri in enumerate(entries) if iri.rpartition("/")[2] == wanted), 0)
    return render(
        "codes.html",
        name=name,
        iri=str(VOC[name]),
        part=part_of(entries, LISTED, first=place // LISTED + 1),
        known=ontology_labels(),
        other="en" if g.lang == "vi" else "vi",
    )


@bp.get("/ontology/<name>")
@page
def term(name: str) -> Response:
    """Show one class or property."""
    iri = V + name
    if iri not in ontology_labels():
        abort(404, iri)
    graph = ontology_graph()
    subject = URIRef(iri)
    is_class = (subject, RDF.type, OWL.Class) in graph
    asked = reading()
    examples = asked.ask("page/members", of=iri) if is_class else asked.ask("page/uses", property=iri)
    members = KIND_OF.get(iri, "fact") != "fact"
    counts = asked.ask("page/class-counts") if members else []
    shown = {cell.value for row in examples for cell in row.values() if cell.is_iri}
    label = ontology_labels()[iri]
    return render(
        "term.html",
        iri=iri,
        name=shorten(iri),
        label=label,
        is_class=is_class,
        definition=label.comment(g.lang),
        above=[str(o) for o in graph.objects(subject, RDFS.subClassOf) if str(o).startswith(V)],
        below=sorted(str(s) for s in graph.subjects(RDFS.subClassOf, subject) if isinstance(s, URIRef)),
        properties=[(p, _objects(p, RDFS.range)) for p in properties_of(iri)],
        domain=_objects(iri, RDFS.domain),
        range=_objects(iri, RDFS.range),
        rules=shape_of(iri) if is_class else (),
        mappings=[(p, o) for p, o in _mappings(iri) if not o.startswith(V)],
        examples=examples,
        members=next((int(row["count"].value) for row in counts if row["class"].value == iri), 0),
        labels=asked.labels(shown),
        prefixes=PREFIXES,
    )


def _objects(iri: str, predicate: URIRef) -> list[str]:
    return [str(o) for o in ontology_graph().objects(URIRef(iri), predicate) if isinstance(o, URIRef)]
