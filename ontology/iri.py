"""IRI templates: from names and numbers to the IRIs of things, facts, evidence and graphs.

One function per class of thing, pure and stable: the same words always give the same IRI, in any order of
documents. Whether two mentions *are* one thing is decided before minting (`graph.resolve`); a second,
different thing of the same slug is told apart by `apart`, which the caller keeps for ever.

    id/<class>/<slug>      a thing; parts of a slug are joined by "--"
    graph/doc/<source>     all that one report says
"""

import hashlib
import re
import unicodedata
from urllib.parse import quote

from rdflib import URIRef

from ontology.namespaces import GRAPH, ID, VOC

GRAPH_ONTOLOGY = GRAPH["ontology"]
GRAPH_PLACES = GRAPH["reference/places"]
GRAPH_BODIES = GRAPH["reference/bodies"]
GRAPH_LINKS = GRAPH["links"]
GRAPH_INFERRED = GRAPH["inferred"]

# Path segment of each kind of reported fact: facts belong to one source, so their slug starts with it.
FACT_SEGMENTS = {
    "TenureReport": "tenure-report",
    "RankHolding": "rank-holding",
    "Participation": "participation",
    "Statement": "statement",
    "AwardConferral": "award",
    "ReportedStatistic": "statistic",
    "Citation": "citation",
    "AttributeReport": "attribute",
}

MAX_PART = 80
_SEPARATORS = re.compile(r"[^a-z0-9]+")


class EmptySlugError(ValueError):
    """A slug was asked of a text without a letter or digit."""


def slug(text: str) -> str:
    """Return `text` as an ASCII slug: "Ủy ban TW" and "Uỷ ban TW" both give "uy-ban-tw".

    Marks are dropped after NFD, đ becomes d, every run of other characters one hyphen. A text in another
    script becomes "x-" and eight digits of its SHA-256, so that it has a slug at all.

    Raises:
        EmptySlugError: `text` has no letter or digit.
    """
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    result = _SEPARATORS.sub("-", plain).strip("-")
    if result:
        return result
    if not any(c.isalnum() for c in text):
        raise EmptySlugError(f"no letter or digit in {text!r}")
    return "x-" + _digest(unicodedata.normalize("NFC", text))


def mint_person(name: str, apart: str | None = None) -> URIRef:
    """Return the IRI of a person: `id/person/nguyen-van-minh`, or `…--<apart>` for a homonym."""
    return _mint("person", name, apart)


def mint_organization(name: str, apart: str | None = None) -> URIRef:
    """Return the IRI of a body from its full name: `id/org/ubnd-tinh-ninh-binh`."""
    return _mint("org", name, apart)


def mint_post(position: str, body: str | None = None) -> URIRef:
    """Return the IRI of a post: `id/post/thu-truong--bo-cong-an`. `body` is None only if no body has it."""
    return _mint("post", position, body)


def mint_tenure(person: URIRef, post: URIRef) -> URIRef:
    """Return the IRI of a consolidated tenure, from the IRIs of person and post (rule `tenure`)."""
    return ID["tenure/" + local_slug(person) + "--" + local_slug(post)]


def mint_event(topic: str, date: str | None = None, where: str | None = None) -> URIRef:
    """Return the IRI of an event: `id/event/2022-11-23-hoi-nghi-tong-ket--bo-cong-an`.

    Args:
        topic: its kind and subject, as the report names it.
        date: ISO day, "YYYY-MM" or "--MM-DD"; None if not stated.
        where: place or organiser; for an undated event the source, so that two cannot meet by accident.
    """
    return _mint("event", f"{date.strip('-')}-{topic}" if date else topic, where)


def mint_document(
    doc_type: str, number: str | None, issuer: str | None, year: str | int | None, title: str | None = None
) -> URIRef:
    """Return the IRI of an official document: `id/doc/chi-thi-09-ban-bi-thu-2011`.

    An unknown year gives "nd", so a document that is not dated never takes the IRI of a dated one.
    `title` is used only where there is no number.
    """
    parts = [doc_type, number or title or "", issuer or "", str(year) if year else "nd"]
    return ID["doc/" + "-".join(_short(slug(part)) for part in parts if part)]


def mint_initiative(kind: str, name: str, apart: str | None = None) -> URIRef:
    """Return the IRI of a programme, scheme, movement or model: `id/initiative/phong-trao--…`."""
    return _mint("initiative", kind, name, apart)


def mint_place(name: str, since: str | int | None = None) -> URIRef:
    """Return the IRI of an administrative unit: `id/place/ninh-binh`, `id/place/ninh-binh-2025`.

    `since` is the year in which the unit as it now is was formed; None for the oldest that we know.
    """
    return ID["place/" + _short(slug(name)) + (f"-{since}" if since else "")]


def mint_source(source: str) -> URIRef:
    """Return the IRI of a report from the id of its Source."""
    return _in_source("source", source)


def mint_metric(subject: str) -> URIRef:
    """Return the IRI of a metric, what a reported figure counts: `voc/metric/mo-hinh-tu-quan`."""
    return VOC["metric/" + _short(slug(subject))]


def mint_unit(unit: str) -> URIRef:
    """Return the IRI of the unit of a reported figure: `voc/unit/nguoi`; "%" is `voc/unit/percent`."""
    return VOC["unit/" + ("percent" if unit.strip() == "%" else _short(slug(unit)))]


def mint_fact(kind: str, source: str, *parts: str | None) -> URIRef:
    """Return the IRI of a reported fact: `id/participation/s004--nguyen-lam--chair`.

    Args:
        kind: local name of its class, a key of `FACT_SEGMENTS`.
        source: id of the report; facts are never shared between reports.
        parts: what tells it from other facts of that kind in the report; None and "" are left out.

    Raises:
        KeyError: `kind` is no kind of reported fact.
    """
    return _in_source(FACT_SEGMENTS[kind], source, *parts)


def mint_evidence(source: str, start: int, end: int, rule: str | None = None) -> URIRef:
    """Return the IRI of what one rule read from `start` to before `end`: `id/ev/s003-120-188--list`."""
    return ID[f"ev/{source_key(source)}-{start}-{end}" + (f"--{slug(rule)}" if rule else "")]


def mint_selector(source: str, start: int, end: int) -> URIRef:
    """Return the IRI of the selector of those words: `id/sel/s003-120-188`."""
    return ID[f"sel/{source_key(source)}-{start}-{end}"]


def document_graph(source: str) -> URIRef:
    """Return the name of the graph that holds all that one report says."""
    return GRAPH["doc/" + source_key(source)]


def source_key(source: str) -> str:
    """Return the id of a report as one path segment: percent-quoted, so that no two ids share a key."""
    return quote(source, safe="")


def local_slug(iri: str) -> str:
    """Return what follows the class in an `id/<class>/<slug>` IRI."""
    return str(iri).rsplit("/", 1)[-1]


def _mint(segment: str, *parts: str | None) -> URIRef:
    return ID[f"{segment}/" + "--".join(_short(slug(part)) for part in parts if part)]


def _in_source(segment: str, source: str, *parts: str | None) -> URIRef:
    return ID["--".join([f"{segment}/{source_key(source)}", *(_short(slug(part)) for part in parts if part)])]


def _short(part: str) -> str:
    # Names of conferences run to 300 characters: cut at a word, and keep them apart by a digest.
    if len(part) <= MAX_PART:
        return part
    return part[: MAX_PART - 9].rsplit("-", 1)[0] + "-" + _digest(part)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
