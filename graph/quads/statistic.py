"""Reported figures, each with its bound, unit, period and place; never added up, never merged."""

from decimal import Decimal

from rdflib import RDF, SKOS, XSD, Literal, URIRef

from graph.mention import Evidence, Extraction, StatisticMention
from graph.quads.initiative import period_of
from graph.quads.writer import Writer, vietnamese
from graph.resolve.place import Place
from graph.resolve.quantity import known_unit, metric_of, unit_of
from graph.resolve.spelling import key
from ontology.iri import mint_fact
from ontology.namespaces import ID, QB, VPG
from ontology.vocabulary import scheme

BOUNDS = {None: "exact", "over": "more-than", "under": "less-than", "about": "about"}
DATASET = ID["dataset/reported-statistics"]


def write_statistics(writer: Writer, extraction: Extraction) -> None:
    """Add each reported figure, linked to the figure that it is part of ("trong đó")."""
    for number, mention in enumerate(extraction.statistics):
        node = _node(writer, number)
        writer.fact(node, "ReportedStatistic", mention.evidence, day=writer.resolution.day)
        _figure(writer, node, mention)
        if mention.place and mention.place in writer.resolution.places:
            place = writer.resolution.places[mention.place]
            writer.add(node, VPG.statPlace, writer.place(place, _naming(writer, place, mention)))
        for predicate, said in period_of(mention.period):
            writer.add(node, predicate, said)
        if mention.part_of is not None and mention.part_of != number:
            writer.add(node, VPG.partOfStatistic, _node(writer, mention.part_of))


def _naming(writer: Writer, place: Place, mention: StatisticMention) -> tuple[Evidence, ...]:
    """Return the words that name the place of a figure, or stand for its name ("toàn tỉnh"): not the figure's own."""
    names = [f" {key(name)} " for name in (mention.place or place.label, place.label)]
    return tuple(
        e
        for e in mention.evidence
        if e.rule == "statistic.place" or any(name in f" {key(writer.words_of(e.span))} " for name in names)
    )


def _node(writer: Writer, number: int) -> URIRef:
    return mint_fact("ReportedStatistic", writer.source.id, str(number + 1))


def _figure(writer: Writer, node: URIRef, mention: StatisticMention) -> None:
    value = Decimal(repr(mention.value)).normalize()
    writer.add(node, VPG.value, Literal(format(value, "f"), datatype=XSD.decimal))
    writer.add(node, VPG.valueBound, _bound(mention.qualifier))
    writer.add(node, VPG.unit, _unit(writer, mention))
    subject = metric_of(mention)
    writer.add(node, VPG.metric, _concept(writer, writer.resolution.metrics[subject], VPG.Metric, subject))
    writer.add(node, QB.dataSet, DATASET)
    if mention.evidence:
        writer.add(node, VPG.reportedAs, vietnamese(writer.words_of(mention.evidence[0].span)))


def _bound(qualifier: str | None) -> URIRef:
    concepts = {concept.id: URIRef(concept.iri) for concept in scheme("bound")}
    return concepts[BOUNDS.get(qualifier, "exact")]


def _unit(writer: Writer, mention: StatisticMention) -> URIRef:
    """Return the unit's concept in the scheme, or one of the collection's own."""
    unit = unit_of(mention)
    known = known_unit(unit)
    return known or _concept(writer, writer.resolution.units[unit], VPG.UnitOfCount, unit)


def _concept(writer: Writer, iri: URIRef, type: URIRef, words: str) -> URIRef:
    writer.add(iri, RDF.type, type)
    writer.add(iri, SKOS.prefLabel, vietnamese(writer.resolution.labels.get(iri, words)))
    return iri
