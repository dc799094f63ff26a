"""Programmes, schemes, plans, movements, campaigns and models."""

import re

from rdflib import XSD, Literal, URIRef

from graph.mention import Extraction
from graph.quads.body import write_body
from graph.quads.writer import Writer
from graph.resolve.initiative import class_of, title_of
from ontology.namespaces import VOC, VPG

_YEARS = re.compile(r"(\d{4})\D+(\d{4})|(\d{4})")


def write_initiatives(writer: Writer, extraction: Extraction) -> None:
    """Add each named initiative, the years it covers and the bodies that run it together."""
    for mention, node in zip(extraction.programmes, writer.resolution.initiatives, strict=True):
        label = title_of(mention.kind, mention.name)
        writer.entity(node, ("Initiative", class_of(mention.kind)), label, mention.evidence)
        writer.add(node, VPG.initiativeKind, VOC["initiative/" + mention.kind])
        write_period(writer, node, mention.period)
        for partner in mention.partners:
            for body in write_body(writer, partner, mention.evidence):
                writer.add(node, VPG.initiativePartner, body)


def write_period(writer: Writer, node: URIRef, period: str | None) -> None:
    """Add the years of a period as stated: "2013-2018", or one year as both ends."""
    match = _YEARS.search(period) if period else None
    if match:
        first, last = match[1] or match[3], match[2] or match[3]
        writer.add(node, VPG.periodStart, Literal(first, datatype=XSD.gYear))
        writer.add(node, VPG.periodEnd, Literal(last, datatype=XSD.gYear))
