"""Official documents as the report cites them."""

from rdflib import DCTERMS, RDF, SKOS, Literal, URIRef

from graph.mention import Extraction, LegalMention, ProgrammeMention
from graph.quads.body import write_body, write_parsed
from graph.quads.post import write_post
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
                writer.add(node, VPG.setsOut, writer.resolution.initiatives[other])


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
        writer.add(node, VPG.symbol, Literal(mention.symbol))
    writer.add(node, VPG.issueDate, full_day(mention.date))
    if mention.date and len(mention.date) != 10:
        writer.add(node, VPG.statedDate, stated_date(mention.date))
    if mention.title:
        writer.add(node, DCTERMS.title, vietnamese(mention.title))
    if mention.issuer:
        writer.add(node, VPG.issuerName, vietnamese(mention.issuer))
        _issuer(writer, node, mention)


def _citation(writer: Writer, node: URIRef, mention: LegalMention, number: str) -> None:
    """Add that this report cites the document, in its words."""
    fact = mint_fact("Citation", writer.source.id, number)
    writer.fact(fact, "Citation", mention.evidence, day=writer.resolution.day)
    writer.add(fact, VPG.citedDocument, node)
    if mention.evidence:
        writer.add(fact, VPG.reportedAs, vietnamese(writer.words_of(mention.evidence[0].span)))


def _issuer(writer: Writer, node: URIRef, mention: LegalMention) -> None:
    issuer = mention.issuer or ""
    post = issuing_post(issuer, writer.resolution)
    if post is not None:
        if post.body is not None:
            write_parsed(writer, post.body, mention.evidence)
        writer.add(node, VPG.issuedByPost, write_post(writer, post, mention.evidence))
        return
    for body in write_body(writer, issuer, mention.evidence):
        writer.add(node, VPG.issuedBy, body)


def _sets_out(mention: LegalMention, other: ProgrammeMention) -> bool:
    """Say whether a numbered programme or scheme and a named initiative are told by the same words."""
    if not mention.type.casefold().startswith(_DOCUMENT_OF.get(other.kind, "-")):
        return False
    if mention.title and key(core(mention.title)) == key(core(other.name)):
        return True
    return any(
        a.span.start < b.span.end and b.span.start < a.span.end for a in mention.evidence for b in other.evidence
    )
