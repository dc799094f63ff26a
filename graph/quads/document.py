"""Official documents as the report cites them."""

from rdflib import DCTERMS, RDF, SKOS, Literal, URIRef
from rdflib.term import Node

from graph.mention import Extraction, LegalMention, ProgrammeMention
from graph.quads.body import write_body, write_parsed
from graph.quads.post import write_post
from graph.quads.wording import Words, as_written, that_date, that_mark, that_say
from graph.quads.writer import Writer, full_day, stated_date, vietnamese
from graph.resolve.document import class_of, document_label, issuing_post, mark_of, type_of
from graph.resolve.initiative import core
from graph.resolve.spelling import key
from ontology.iri import mint_fact
from ontology.namespaces import VPG

# The type of document that sets out each kind of initiative.
_DOCUMENT_OF = {"programme": "chương trình", "scheme": "đề án", "plan": "kế hoạch"}


def write_documents(writer: Writer, extraction: Extraction) -> None:
    """Add each document cited, and the programme that a numbered one sets out."""
    for index, mention in enumerate(extraction.legal):
        node = writer.resolution.documents[index]
        _document(writer, node, mention)
        _citation(writer, node, mention, str(index + 1))
        for other, programme in enumerate(extraction.programmes):
            if _sets_out(mention, programme):
                shared = _shared(mention, programme)
                words, certainty = (shared, None) if shared else (mention.evidence + programme.evidence, "inferred")
                topic = writer.resolution.initiatives[other]
                writer.attribute(node, VPG.setsOut, topic, words, certainty=certainty, named=False)


def _document(writer: Writer, node: URIRef, mention: LegalMention) -> None:
    doc_type, known = type_of(mention.type)
    name = class_of(mention)
    classes = ("OfficialDocument",) if name == "OfficialDocument" else ("OfficialDocument", name)
    writer.entity(node, classes, document_label(mention), mention.evidence)
    writer.add(node, VPG.docType, doc_type)
    if not known:
        writer.add(doc_type, RDF.type, VPG.DocumentType)
        writer.add(doc_type, SKOS.prefLabel, vietnamese(mention.type))
    if mention.number:
        writer.add(node, VPG.docNumber, Literal(mark_of(mention)[0] or mention.number))
    if mention.symbol:
        told = that_mark(writer, mention.symbol, mention.evidence)
        _attribute(writer, node, VPG.symbol, Literal(mention.symbol), mention, told)
    if mention.date:
        told = that_date(writer, mention.date, mention.evidence)
        full = len(mention.date) == 10
        date = full_day(mention.date) if full else stated_date(mention.date)
        _attribute(writer, node, VPG.issueDate if full else VPG.statedDate, date, mention, told)
    if mention.title:
        told = that_say(writer, mention.title, mention.evidence)
        _attribute(writer, node, DCTERMS.title, vietnamese(mention.title), mention, told)
    if mention.issued_by:
        _issuer(writer, node, mention, mention.issued_by)


def _attribute(
    writer: Writer, node: URIRef, predicate: URIRef, value: Node | None, mention: LegalMention, told: Words
) -> None:
    """Add an attribute with the words that say it; where none do, with all of the citation, as inferred."""
    certainty = None if told else "inferred"
    writer.attribute(node, predicate, value, told or mention.evidence, certainty=certainty)


def _citation(writer: Writer, node: URIRef, mention: LegalMention, number: str) -> None:
    """Add that this report cites the document, in its words."""
    fact = mint_fact("Citation", writer.source.id, number)
    writer.fact(fact, "Citation", mention.evidence, day=writer.resolution.day)
    writer.add(fact, VPG.citedDocument, node)
    if mention.drafts:
        writer.add(fact, VPG.citedAsDraft, Literal(True))
        writer.evidence(fact, mention.drafts)
    if mention.evidence:
        writer.add(fact, VPG.reportedAs, vietnamese(writer.words_of(mention.evidence[0].span)))


def _issuer(writer: Writer, node: URIRef, mention: LegalMention, issuer: str) -> None:
    """Add who issued a document; what only its symbol tells ("CT-TTg") is inferred and not a name as written."""
    told = that_say(writer, issuer, mention.evidence)
    for words in mention.evidence:
        written = as_written(issuer, writer.words_of(words.span))
        if written and (not told or words in told):
            writer.attribute(node, VPG.issuerName, vietnamese(written), (words,))
            break
    post = issuing_post(issuer, writer.resolution)
    if post is not None:
        if post.body is not None:
            write_parsed(writer, post.body, mention.evidence)
        _attribute(writer, node, VPG.issuedByPost, write_post(writer, post, mention.evidence), mention, told)
        return
    for body in write_body(writer, issuer, mention.evidence):
        _attribute(writer, node, VPG.issuedBy, body, mention, told)


def _sets_out(mention: LegalMention, other: ProgrammeMention) -> bool:
    """Say whether a numbered programme or scheme and a named initiative are told by the same words."""
    if not mention.type.casefold().startswith(_DOCUMENT_OF.get(other.kind, "-")):
        return False
    if mention.title and key(core(mention.title)) == key(core(other.name)):
        return True
    return bool(_shared(mention, other))


def _shared(mention: LegalMention, other: ProgrammeMention) -> Words:
    """Return the words of a citation that also name the initiative."""
    return tuple(
        a
        for a in mention.evidence
        if any(a.span.start < b.span.end and b.span.start < a.span.end for b in other.evidence)
    )
