"""Honours given: one node per awarder, award and kind of recipient."""

from rdflib import RDF, SKOS, XSD, Literal, URIRef

from graph.mention import AwardMention, Extraction
from graph.quads.body import write_body, write_parsed
from graph.quads.post import write_post
from graph.quads.writer import Writer, vietnamese
from graph.resolve.body import is_body
from graph.resolve.document import issuing_post
from ontology.iri import mint_fact, slug
from ontology.namespaces import VOC, VPG
from ontology.vocabulary import by_form

KINDS = frozenset({"collective", "individual", "family", "mixed"})


def write_awards(writer: Writer, extraction: Extraction) -> None:
    """Add each award conferral, linked to the total that it is part of."""
    for number, mention in enumerate(extraction.awards):
        node = _node(writer, number)
        event = writer.resolution.events.get(mention.event or "")
        dates = {e.id: e.date for e in extraction.events}
        date = dates.get(mention.event or "")
        day = date if date and len(date) == 10 else writer.resolution.day
        writer.fact(node, "AwardConferral", mention.evidence, day=day)
        _award_type(writer, node, mention.award)
        writer.add(node, VPG.presentedAt, event)
        _awarder(writer, node, mention)
        _recipient(writer, node, mention)
        if mention.count is not None:
            writer.add(node, VPG.recipientCount, Literal(int(mention.count), datatype=XSD.integer))
        if mention.part_of is not None and mention.part_of != number:
            writer.add(node, VPG.partOfConferral, _node(writer, mention.part_of))


def _node(writer: Writer, number: int) -> URIRef:
    return mint_fact("AwardConferral", writer.source.id, str(number + 1))


def _award_type(writer: Writer, node: URIRef, name: str) -> None:
    concept = by_form("award-type").get(name.casefold())
    iri = URIRef(concept.iri) if concept else VOC["award/" + slug(name)]
    writer.add(node, VPG.awardType, iri)
    if concept is None:
        writer.add(iri, RDF.type, VPG.AwardType)
        writer.add(iri, SKOS.prefLabel, vietnamese(name))


def _awarder(writer: Writer, node: URIRef, mention: AwardMention) -> None:
    if not mention.awarder:
        return
    writer.add(node, VPG.awarderName, vietnamese(mention.awarder))
    person = writer.resolution.persons.get(mention.awarder)
    post = issuing_post(mention.awarder, writer.resolution)
    if person is not None:
        writer.add(node, VPG.awardedBy, person)
    elif post is not None:
        if post.body is not None:
            write_parsed(writer, post.body, mention.evidence)
        writer.add(node, VPG.awardedBy, write_post(writer, post, mention.evidence))
    else:
        for body in write_body(writer, mention.awarder, mention.evidence):
            writer.add(node, VPG.awardedBy, body)


def _recipient(writer: Writer, node: URIRef, mention: AwardMention) -> None:
    if not mention.recipient:
        return
    if mention.recipient in KINDS:
        writer.add(node, VPG.recipientKind, VOC["recipient/" + mention.recipient])
        return
    writer.add(node, VPG.recipientName, vietnamese(mention.recipient))
    person = writer.resolution.persons.get(mention.recipient)
    if person is not None:
        writer.add(node, VPG.recipient, person)
    elif is_body(mention.recipient):
        for body in write_body(writer, mention.recipient, mention.evidence):
            writer.add(node, VPG.recipient, body)
