"""What speakers asked, required, praised: who, to whom, about which documents and programmes."""

from rdflib import Literal, URIRef

from graph.mention import Extraction, StatementMention
from graph.quads.body import write_body
from graph.quads.event import topic_of
from graph.quads.wording import as_written
from graph.quads.writer import Writer, vietnamese
from graph.resolve.body import is_body
from ontology.iri import mint_fact
from ontology.namespaces import VOC, VPG


def write_statements(writer: Writer, extraction: Extraction) -> None:
    """Add each statement of a named person."""
    dates = {event.id: event.date for event in extraction.events}
    for number, mention in enumerate(extraction.statements, start=1):
        speaker = writer.resolution.persons.get(mention.speaker)
        if speaker is None:
            continue
        node = mint_fact("Statement", writer.source.id, str(number))
        date = dates.get(mention.event or "")
        day = date if date and len(date) == 10 else writer.resolution.day
        addressee = _addressee_as_written(writer, mention)
        certainty = "inferred" if mention.addressee and addressee is None else None
        writer.fact(node, "Statement", mention.evidence, day=day, certainty=certainty)
        writer.add(node, VPG.speaker, speaker)
        writer.add(node, VPG.speechAct, VOC["act/" + mention.act])
        text = writer.words_of(mention.text)
        writer.add(node, VPG.statementText, vietnamese(text))
        quoted = text.startswith(("“", '"')) and text.endswith(("”", '"', "”.", '".'))
        writer.add(node, VPG.isVerbatim, Literal(quoted))
        writer.add(node, VPG.madeAt, writer.resolution.events.get(mention.event or ""))
        _addressee(writer, mention, node, addressee)
        for reference in mention.refers_to:
            writer.add(node, VPG.refersTo, topic_of(writer, reference))
        for left, right in mention.joined:
            one, other = topic_of(writer, left), topic_of(writer, right)
            if one is not None and other is not None:
                for topic in (one, other):
                    writer.add(node, VPG.refersTo, topic)
                writer.attribute(one, VPG.integratedWith, other, mention.evidence, named=False)


def _addressee_as_written(writer: Writer, mention: StatementMention) -> str | None:
    """Return the words for whom a statement is addressed to, as the statement has them."""
    spans = (mention.text, *(words.span for words in mention.evidence))
    found = [as_written(mention.addressee or "", writer.words_of(span)) for span in spans]
    return max(filter(None, found), key=len, default=None)


def _addressee(writer: Writer, mention: StatementMention, node: URIRef, written: str | None) -> None:
    if not mention.addressee:
        return
    writer.add(node, VPG.addresseeName, vietnamese(written or mention.addressee))
    place = writer.resolution.places.get(mention.addressee)
    if is_body(mention.addressee):
        for body in write_body(writer, mention.addressee, mention.evidence):
            writer.add(node, VPG.addressee, body)
    elif place is not None:
        writer.add(node, VPG.addressee, writer.place(place, mention.evidence))
