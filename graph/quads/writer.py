"""Collects the quads of one report and gives every node its evidence."""

from collections.abc import Iterable

from rdflib import RDF, SKOS, XSD, Literal, URIRef
from rdflib.term import Node

from graph.errors import NoWordsError
from graph.mention import Evidence, Span
from graph.printed import printed
from graph.resolve.place import Place
from graph.resolve.resolution import Resolution
from graph.source import Source
from graph.stores.base import Quad
from ontology.iri import document_graph, local_slug, mint_evidence, mint_fact, mint_selector, mint_source
from ontology.namespaces import OA, VOC, VPG

# How far each way of reading is trusted: words that say it, words shared by a list, a second mention
# ("ông Thơ"), and what the rest of the report completes. An order, not a measured probability.
CONFIDENCE = {
    way: Literal(value, datatype=XSD.decimal, normalize=False)
    for way, value in (("direct", "1.0"), ("list", "0.95"), ("coreference", "0.9"), ("context", "0.8"))
}
# Looked up once: these are written for every word of evidence, and rdflib checks an IRI each time it is made.
_EVIDENCE, _RULE, _DERIVATION, _CONFIDENCE = VPG.evidence, VPG.rule, VPG.derivation, VPG.confidence
_SPAN, _HAS_SOURCE, _HAS_SELECTOR = VPG.EvidenceSpan, OA.hasSource, OA.hasSelector
_POSITION, _QUOTE, _START, _END, _EXACT = (
    OA.TextPositionSelector,
    OA.TextQuoteSelector,
    OA.start,
    OA.end,
    OA.exact,
)
_WAYS = {way: VOC["derivation/" + way] for way in CONFIDENCE}


def vietnamese(text: str) -> Literal:
    """Return the text as a Vietnamese literal with single spaces."""
    return Literal(" ".join(text.split()), lang="vi")


class Writer:
    """The quads of one report, in its own graph; a set, sorted when read."""

    def __init__(self, source: Source, resolution: Resolution) -> None:
        self.source = source
        self.resolution = resolution
        self.graph = document_graph(source.id)
        self.document = mint_source(source.id)
        self._triples: set[tuple[URIRef, URIRef, Node]] = set()
        self._evidence: dict[tuple[Span, str, str], URIRef] = {}

    def add(self, subject: URIRef, predicate: URIRef, value: Node | None) -> None:
        """Add one triple; nothing where the value is not stated."""
        if value is not None:
            self._triples.add((subject, predicate, value))

    def entity(
        self, subject: URIRef, classes: Iterable[str], label: str | None, evidence: Iterable[Evidence]
    ) -> URIRef:
        """Add a shared entity: types (local names), its label and the words that name it."""
        for name in classes:
            self.add(subject, RDF.type, VPG[name])
        if label:
            self.add(subject, SKOS.prefLabel, vietnamese(self.resolution.labels.get(subject, label)))
        self.evidence(subject, evidence)
        return subject

    def fact(
        self,
        subject: URIRef,
        kind: str,
        evidence: Iterable[Evidence],
        *,
        day: str | None,
        certainty: str | None = None,
    ) -> URIRef:
        """Add a reported fact of class `kind`: its source, certainty, date of attestation and words."""
        words = tuple(evidence)
        self.add(subject, RDF.type, VPG[kind])
        self.add(subject, RDF.type, VPG.ReportedFact)
        self.add(subject, VPG.reportedIn, self.document)
        self.add(subject, VPG.certainty, VOC["cert/" + (certainty or certainty_of(words))])
        self.add(subject, VPG.attestedOn, full_day(day))
        self.evidence(subject, words)
        return subject

    def attribute(
        self,
        subject: URIRef,
        predicate: URIRef,
        value: Node | None,
        evidence: Iterable[Evidence],
        *,
        certainty: str | None = None,
        named: bool = True,
    ) -> None:
        """Add a direct statement about an entity, and a node that holds the words behind just that.

        Args:
            subject: the entity.
            predicate: what is said of it.
            value: what it is; nothing is added where it is not stated.
            evidence: the words that say so.
            certainty: "explicit", "inferred" or "ambiguous"; None to take it from the evidence.
            named: whether the words also name the entity, so that they are evidence of it too.

        Raises:
            NoWordsError: a value is given and no words for it.
        """
        if value is None:
            return
        words = tuple(evidence)
        name = str(predicate).rsplit("#", 1)[-1].rsplit("/", 1)[-1]
        if not words:
            raise NoWordsError(f"{self.source.id}: no words say that {name} of {local_slug(subject)} is {value}")
        self.add(subject, predicate, value)
        if named:
            self.evidence(subject, words)
        which = local_slug(value) if isinstance(value, URIRef) else str(value)
        node = mint_fact("AttributeReport", self.source.id, local_slug(subject), name, which)
        self.fact(node, "AttributeReport", words, day=None, certainty=certainty)
        self.add(node, VPG.aboutEntity, subject)
        self.add(node, VPG.attribute, predicate)
        self.add(node, VPG.attributeObject if isinstance(value, URIRef) else VPG.attributeValue, value)

    def evidence(self, subject: URIRef, evidence: Iterable[Evidence]) -> None:
        """Link a node to the words behind it."""
        for words in evidence:
            node = self._words(words.span, words.rule, words.derived)
            if node is not None:
                self.add(subject, _EVIDENCE, node)

    def passage(self, span: Span, rule: str) -> URIRef | None:
        """Add a stretch of text that carries no fact; return its node, None for an empty stretch."""
        return self._words(span, rule, "direct")

    def place(self, place: Place, evidence: Iterable[Evidence] = ()) -> URIRef:
        """Add an administrative unit and the province it lies in."""
        self.entity(place.iri, ("AdministrativeUnit",), place.label, evidence)
        level = place.level if place.level in ("country", "province", "district", "commune") else "hamlet"
        self.add(place.iri, VPG.adminLevel, VOC["level/" + level])
        if place.province is not None and place.province != place.iri:
            self.add(place.iri, VPG.within, place.province)
        return place.iri

    def words_of(self, span: Span) -> str:
        """Return the words at a span as they are printed, with single spaces."""
        return " ".join(printed(self.source.text[span.start : span.end]).split())

    def quads(self) -> list[Quad]:
        """Return everything added, sorted."""
        rows = sorted(self._triples, key=lambda t: (str(t[0]), str(t[1]), t[2].n3()))
        return [(s, p, o, self.graph) for s, p, o in rows]

    def _words(self, span: Span, rule: str, derived: str) -> URIRef | None:
        known = self._evidence.get((span, rule, derived))
        if known is not None:
            return known
        exact = self.source.text[span.start : span.end]
        if not exact.strip():
            return None
        way = "" if derived == "direct" else f" {derived}"
        node = mint_evidence(self.source.id, span.start, span.end, (rule or "rule") + way)
        selector = mint_selector(self.source.id, span.start, span.end)
        self._evidence[span, rule, derived] = node
        self._triples |= {
            (node, RDF.type, _SPAN),
            (node, _HAS_SOURCE, self.document),
            (node, _HAS_SELECTOR, selector),
            (node, _RULE, Literal(rule)),
            (node, _DERIVATION, _WAYS.get(derived) or VOC["derivation/" + derived]),
            (node, _CONFIDENCE, CONFIDENCE.get(derived, CONFIDENCE["context"])),
            (selector, RDF.type, _POSITION),
            (selector, RDF.type, _QUOTE),
            (selector, _START, _number(span.start)),
            (selector, _END, _number(span.end)),
            (selector, _EXACT, Literal(exact, lang="vi")),
        }
        return node


def _number(value: int) -> Literal:
    return Literal(str(value), datatype=XSD.integer, normalize=False)


def certainty_of(evidence: Iterable[Evidence]) -> str:
    """Return "explicit", or "inferred" where no words say it but the context of the report does."""
    ways = [words.derived for words in evidence]
    return "inferred" if ways and all(way == "context" for way in ways) else "explicit"


def full_day(day: str | None) -> Literal | None:
    """Return an ISO day as xsd:date; None for a date without year or day."""
    if day is None or len(day) != 10:
        return None
    return Literal(day, datatype=XSD.date)


def stated_date(value: str | None) -> Literal | None:
    """Return a partial date ("--11-23", "2018-08", "2018") as gMonthDay, gYearMonth or gYear."""
    if value is None:
        return None
    if value.startswith("--"):
        return Literal(value, datatype=XSD.gMonthDay)
    kinds = {7: XSD.gYearMonth, 4: XSD.gYear, 10: XSD.date}
    kind = kinds.get(len(value))
    return Literal(value, datatype=kind) if kind else None
