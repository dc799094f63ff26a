"""The report itself: its text stored once, where it is from, and what in it was not understood."""

from rdflib import DCTERMS, PROV, RDF, SKOS, XSD, Literal, URIRef

from graph.mention import Evidence, Extraction
from graph.quads.writer import Writer, full_day, vietnamese
from ontology.namespaces import SCHEMA, VPG


def write_report(writer: Writer, extraction: Extraction) -> None:
    """Add the source document and the derivation of its graph."""
    source, node = writer.source, writer.document
    title = extraction.title or source.title
    writer.add(node, RDF.type, VPG.SourceDocument)
    writer.add(node, DCTERMS.identifier, Literal(source.id))
    writer.add(node, SKOS.prefLabel, vietnamese(title) if title else Literal(source.id))
    if title:
        writer.add(node, SCHEMA.headline, vietnamese(title))
    writer.add(node, SCHEMA.datePublished, full_day(extraction.published or source.published))
    if source.publisher:
        writer.add(node, DCTERMS.publisher, Literal(source.publisher))
    if source.byline:
        writer.add(node, VPG.byline, Literal(source.byline))
    if source.url:
        writer.add(node, SCHEMA.url, _address(source.url))
    writer.add(node, VPG.contentHash, Literal(source.sha256))
    writer.add(node, VPG.text, Literal(source.text, lang="vi"))
    for name, span in (("source.title", extraction.title_span), ("source.published", extraction.published_span)):
        if span:
            writer.evidence(node, (Evidence(span, name),))
    for span in extraction.not_understood:
        writer.add(node, VPG.notUnderstood, writer.passage(span, "not-understood"))
    writer.add(writer.graph, PROV.wasDerivedFrom, node)


def _address(url: str) -> URIRef | Literal:
    """Return the address as an IRI, or as text where it holds what no IRI may hold."""
    if url.startswith(("http://", "https://")) and not any(c in url for c in ' <>"{}|\\^`'):
        return URIRef(url)
    return Literal(url, datatype=XSD.string)
