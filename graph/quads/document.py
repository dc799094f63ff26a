"""Official documents as the report cites them."""

from rdflib import DCTERMS, RDF, SKOS, Literal, URIRef

from graph.mention import Extraction, LegalMention
from graph.quads.body import write_body, write_parsed
from graph.quads.post import write_post
from graph.quads.writer import Writer, full_day, stated_date, vietnamese
from graph.resolve.document import class_of, document_label, issuing_post, mark_of, type_of
from ontology.iri import mint_fact
from ontology.namespaces import VPG


def write_documents(writer: Writer, extraction: Extraction) -> None:
    """Add each document cited, and the programme that a numbered one sets out."""
    for index, mention in enumerate(extraction.legal):
        node = writer.resolution.documents[index]
        _document(writer, node, mention)
        _citation(writer, node, mention, str(index + 1))
        for other, programme in enumerate(extraction.programmes):
            if _sets_out(mention, programme.name, programme.kind):
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


def _sets_out(mention: LegalMention, name: str, kind: str) -> bool:
    """Say whether a numbered programme or scheme is the one that is also named as an initiative."""
    doc_type = mention.type.casefold()
    if not doc_type.startswith({"programme": "chương trình", "scheme": "đề án", "plan": "kế hoạch"}.get(kind, "-")):
        return False
    if mention.number and mention.number in name.split():
        return True
    return bool(mention.title) and (mention.title or "").casefold() in (name.casefold(), f"{kind} {name}".casefold())
