"""Programmes, schemes, plans, movements, campaigns and models."""

import re

from rdflib import XSD, Literal, URIRef

from graph.grammar.text.normal import fold, lower
from graph.mention import Extraction
from graph.quads.body import write_body
from graph.quads.writer import Writer, vietnamese
from graph.resolve.initiative import class_of, title_of
from ontology.namespaces import VOC, VPG

# What covers whole years: "2013-2018", "giai đoạn 2013 - 2018", "năm 2018"; not "6 tháng đầu năm 2018".
_YEARS = re.compile(r"(?:giai đoạn |từ năm |năm )?(\d{4})(?:\s?(?:-|đến|đến năm)\s?(\d{4}))?")


def write_initiatives(writer: Writer, extraction: Extraction) -> None:
    """Add each named initiative, the years it covers and the bodies that run it together."""
    for mention, node in zip(extraction.programmes, writer.resolution.initiatives, strict=True):
        label = title_of(mention.kind, mention.name)
        writer.entity(node, ("Initiative", class_of(mention.kind)), label, mention.evidence)
        writer.add(node, VPG.initiativeKind, VOC["initiative/" + mention.kind])
        for predicate, value in period_of(mention.period):
            writer.attribute(node, predicate, value, mention.evidence)
        for partner in mention.partners:
            for body in write_body(writer, partner, mention.evidence):
                writer.attribute(node, VPG.initiativePartner, body, mention.evidence)


def period_of(period: str | None) -> list[tuple[URIRef, Literal]]:
    """Return what is said of a period: its words, and first and last year where it is whole years."""
    if not period:
        return []
    said = [(VPG.statedPeriod, vietnamese(period))]
    match = _YEARS.fullmatch(lower(fold(" ".join(period.split()))))
    if match:
        said.append((VPG.periodStart, Literal(match[1], datatype=XSD.gYear)))
        said.append((VPG.periodEnd, Literal(match[2] or match[1], datatype=XSD.gYear)))
    return said
