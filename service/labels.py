"""Labels of IRIs: those of the ontology and its schemes from files, those of entities from the graph."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from rdflib import RDF, RDFS, SKOS, Graph, Literal, URIRef

import ontology
from ontology.namespaces import VPG
from ontology.reference import places
from service import wording
from service.terms import Term

FOLDER = Path(ontology.__file__).parent

# The classes that decide how a thing is shown: letter, colour and shape are never alone.
KINDS: Mapping[str, tuple[str, ...]] = {
    "person": ("Person", "PersonGroup"),
    "event": (
        "Event", "Conference", "InterimReviewConference", "FinalReviewConference", "LaunchConference", "Meeting",
        "Workshop", "Ceremony", "Festival", "SiteSession", "EventSeries",
    ),
    "doc": ("OfficialDocument", "LegalNormativeDocument", "PartyDocument", "AdministrativeDocument"),
    "org": (
        "Organization", "PartyBody", "PartyCommittee", "StateBody", "Ministry", "PeoplesCommittee", "PoliceBody",
        "FrontBody", "MassOrganization", "SteeringCommittee", "Force",
    ),
    "initiative": (
        "Initiative", "Programme", "Scheme", "Movement", "Campaign", "CommunityModel", "Pilot", "Plan",
    ),
    "post": ("Post",),
    "place": ("AdministrativeUnit",),
    "source": ("SourceDocument",),
    "fact": (
        "Participation", "TenureReport", "RankHolding", "AwardConferral", "ReportedStatistic", "Statement", "Tenure",
        "AttributeReport", "Citation",
    ),
}  # fmt: skip
FACT_PATHS = {
    "participation", "tenure", "tenure-report", "rank", "rank-holding", "award", "statistic", "statement",
    "attribute", "citation",
}  # fmt: skip
KIND_OF = {str(VPG[name]): kind for kind, names in KINDS.items() for name in names}
GENERAL = {str(VPG[names[0]]) for names in KINDS.values()} | {
    str(VPG[name]) for name in ("ReportedFact", "Agent", "PartyBody", "StateBody", "Conference")
}


@dataclass(frozen=True, slots=True)
class Label:
    """Vietnamese and English label and definition of a term; an empty string where there is none."""

    vi: str = ""
    en: str = ""
    comment_vi: str = ""
    comment_en: str = ""

    def get(self, lang: str) -> str:
        """Return the label in `lang`, else in the other language."""
        return (self.en or self.vi) if lang == "en" else (self.vi or self.en)

    def comment(self, lang: str) -> str:
        """Return the definition in `lang`, else in the other language."""
        first, second = (self.comment_en, self.comment_vi)
        return (first or second) if lang == "en" else (second or first)


@cache
def ontology_graph() -> Graph:
    """Return the ontology and all schemes as one graph."""
    graph = Graph()
    for path in (FOLDER / "vpg.ttl", *sorted((FOLDER / "schemes").glob("*.ttl"))):
        graph.parse(path)
    return graph


@cache
def ontology_labels() -> Mapping[str, Label]:
    """Map every term of the ontology and every concept of the schemes to its label."""
    found: dict[str, dict[str, str]] = {}
    graph = ontology_graph()
    kinds = ((RDFS.label, ""), (SKOS.prefLabel, ""), (RDFS.comment, "comment_"), (SKOS.definition, "comment_"))
    for predicate, prefix in kinds:
        for subject, value in graph.subject_objects(predicate):
            if isinstance(subject, URIRef) and isinstance(value, Literal):
                lang = value.language if value.language in ("vi", "en") else "vi"
                found.setdefault(str(subject), {}).setdefault(f"{prefix}{lang}", str(value))
    for iri, (vi, en) in OTHER_LABELS.items():
        found.setdefault(iri, {"vi": vi, "en": en})
    return {iri: Label(**parts) for iri, parts in found.items() if "vi" in parts or "en" in parts}


@cache
def members(class_: str) -> Mapping[str, tuple[str, ...]]:
    """Return the entries of the code list whose entries have the class, each with its names; {} for other classes."""
    graph = ontology_graph()
    found = {
        str(entry): tuple(
            str(name) for p in (SKOS.prefLabel, SKOS.altLabel) for name in sorted(graph.objects(entry, p), key=str)
        )
        for entry in graph.subjects(RDF.type, URIRef(class_))
    }
    return {iri: found[iri] for iri in sorted(found, key=lambda iri: (found[iri][:1], iri))}


@cache
def later_units() -> Mapping[str, str]:
    """Return the first day of each administrative unit that has the name of an earlier one ("tỉnh Ninh Bình")."""
    first: dict[str, str] = {}
    found = {}
    for place in sorted(places(), key=lambda place: place.valid_from or ""):
        if place.label in first and place.valid_from:
            found[place.iri] = place.valid_from
        first.setdefault(place.label, place.iri)
    return found


def told_apart(iri: str, label: str, lang: str) -> str:
    """Return the label, with the day since when for a unit that bears the name of an earlier one."""
    since = later_units().get(iri)
    return wording.say(lang, "place.since", name=label, date=wording.date(lang, since)) if since else label


@dataclass(slots=True)
class Labels:
    """Labels and classes of the IRIs on one page."""

    found: Mapping[str, list[Term]] = field(default_factory=dict)
    classes: Mapping[str, list[str]] = field(default_factory=dict)

    def get(self, iri: str, lang: str) -> str:
        """Return the label of `iri` in `lang`, else in any language, else the readable end of the IRI."""
        known = ontology_labels().get(iri)
        if known:
            return known.get(lang)
        terms = self.found.get(iri)
        if not terms:
            return readable(iri)
        ranked = sorted(terms, key=lambda t: (t.lang != lang, t.lang != "vi", len(t.value), t.value))
        return told_apart(iri, ranked[0].value, lang)

    def class_of(self, iri: str) -> str | None:
        """Return the most specific class of `iri` that we have, or None."""
        return most_specific(self.classes.get(iri, ()))

    def kind(self, iri: str) -> str:
        """Return the kind of `iri`: a key of KINDS, or "" for others."""
        return kind_of(self.classes.get(iri, ())) or kind_by_path(iri)


def most_specific(classes: Iterable[str]) -> str | None:
    """Return one class of `classes`, the general ones last."""
    ours = [c for c in classes if c in KIND_OF] or list(classes)
    return min(ours, key=lambda c: (c in GENERAL, c), default=None)


def kind_of(classes: Iterable[str]) -> str:
    """Return the kind of a thing of these classes, or ""."""
    return next((KIND_OF[c] for c in classes if c in KIND_OF), "")


def kind_by_path(iri: str) -> str:
    """Guess the kind from the IRI's template (`id/<kind>/…`), where the graph gives no class."""
    match = re.search(r"/id/([a-z]+)/", iri)
    part = match.group(1) if match else ""
    if part in FACT_PATHS:
        return "fact"
    part = {"group": "person", "series": "event"}.get(part, part)
    return part if part in KINDS else ""


def readable(iri: str) -> str:
    """Return the last part of an IRI, without hyphens."""
    return re.split(r"[/#]", iri.rstrip("/#"))[-1].replace("-", " ") or iri


OTHER_LABELS: Mapping[str, tuple[str, str]] = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": ("thuộc lớp", "is a"),
    "http://www.w3.org/2004/02/skos/core#prefLabel": ("tên", "name"),
    "http://www.w3.org/2004/02/skos/core#altLabel": ("tên khác", "other name"),
    "http://www.w3.org/2004/02/skos/core#exactMatch": ("trùng khớp với", "exact match"),
    "http://www.w3.org/2004/02/skos/core#closeMatch": ("gần với", "close match"),
    "http://www.w3.org/2002/07/owl#sameAs": ("chính là", "same as"),
    "http://www.w3.org/2000/01/rdf-schema#subClassOf": ("hẹp hơn", "narrower than"),
    "http://www.w3.org/2000/01/rdf-schema#subPropertyOf": ("hẹp hơn", "narrower than"),
    "http://www.w3.org/2002/07/owl#equivalentClass": ("tương đương", "equivalent to"),
    "http://purl.org/dc/terms/title": ("trích yếu", "title"),
    "http://purl.org/dc/terms/identifier": ("mã tài liệu", "identifier"),
    "http://purl.org/dc/terms/publisher": ("nơi đăng", "publisher"),
    "http://purl.org/dc/terms/isReplacedBy": ("được thay bằng", "replaced by"),
    "http://purl.org/dc/terms/spatial": ("địa bàn", "spatial"),
    "https://schema.org/startDate": ("ngày", "date"),
    "https://schema.org/endDate": ("đến ngày", "end date"),
    "https://schema.org/datePublished": ("ngày đăng", "published"),
    "https://schema.org/headline": ("tiêu đề", "headline"),
    "https://schema.org/url": ("địa chỉ gốc", "address"),
    "http://www.w3.org/ns/org#postIn": ("chức vụ tại", "post in"),
    "http://www.w3.org/ns/org#role": ("chức danh", "position"),
    "http://www.w3.org/ns/org#organization": ("tổ chức", "organisation"),
    "http://www.w3.org/ns/org#member": ("thành viên", "member"),
    "http://www.w3.org/ns/org#subOrganizationOf": ("trực thuộc", "part of"),
    "http://www.w3.org/ns/org#transitiveSubOrganizationOf": ("thuộc hệ thống", "within"),
    "http://purl.org/linked-data/cube#dataSet": ("bộ số liệu", "data set"),
}
