"""Organisations and places: their kinds, where they are responsible, what they are part of."""

from collections.abc import Iterable

from rdflib import ORG, SKOS, URIRef

from graph.mention import Evidence, Extraction
from graph.quads.writer import Writer, vietnamese
from graph.resolve.body import Body
from ontology.namespaces import VPG


def write_bodies(writer: Writer, extraction: Extraction) -> None:
    """Add the bodies that no other fact carries."""
    for mention in extraction.bodies:
        write_body(writer, mention.name, mention.evidence)


def write_places(writer: Writer, extraction: Extraction) -> None:
    """Add the administrative units named in the report."""
    for mention in extraction.places:
        place = writer.resolution.places.get(mention.name)
        if place is not None:
            writer.place(place, mention.evidence)


def write_body(writer: Writer, name: str, evidence: Iterable[Evidence]) -> tuple[URIRef, ...]:
    """Add the bodies that `name` stands for ("A và B" are two); return their IRIs."""
    words = tuple(evidence)
    bodies = writer.resolution.bodies.get(name, ())
    for body in bodies:
        write_parsed(writer, body, words)
        if len(bodies) == 1 and _differs(name, writer.resolution.labels.get(body.iri, body.title)):
            writer.add(body.iri, SKOS.altLabel, vietnamese(name))
    return tuple(body.iri for body in bodies)


def _differs(name: str, label: str) -> bool:
    return " ".join(name.split()).casefold() != label.casefold()


def write_parsed(writer: Writer, body: Body, evidence: Iterable[Evidence]) -> URIRef:
    """Add one body with those above it and its place; return its IRI."""
    words = tuple(evidence)
    node = writer.entity(body.iri, ("Organization", *body.classes), body.title, words)
    if body.place is not None:
        writer.add(node, VPG.jurisdiction, writer.place(body.place, words))
    if body.parent is not None:
        write_parsed(writer, body.parent, words)
        writer.add(node, ORG.subOrganizationOf, body.parent.iri)
    if body.committee_of is not None:
        write_parsed(writer, body.committee_of, words)
        writer.add(node, VPG.partyCommitteeOf, body.committee_of.iri)
    return node
