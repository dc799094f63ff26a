"""Official documents: identity is type, number, issuer and date together, never the number alone.

"09-CT/TW" says number, type and issuer's code; "12/2019/TT-BCA" the year as well. A law is known by its
title. Two citations are one document if nothing contradicts and enough agrees; "số 09" alone is not.
"""

import re
from dataclasses import dataclass
from functools import cache

from rdflib import URIRef

from graph.mention import LegalMention
from graph.resolve.post import Post, parse_post, post_of_name
from graph.resolve.resolution import Part, Resolution
from graph.resolve.score import Score
from graph.resolve.spelling import key, overlap
from ontology.iri import mint_document, slug
from ontology.namespaces import VOC
from ontology.vocabulary import Concept, by_form

_MARK = re.compile(r"^(?P<number>\d+[A-Za-zĐđ]?)(?:[/-](?P<year>(?:19|20)\d\d))?(?:[/-](?P<code>.+))?$")
_PARTY = re.compile(r"\b(?:trung ương|bộ chính trị|ban bí thư|tỉnh ủy|thành ủy|huyện ủy|quận ủy|đảng ủy|đảng)\b")
_PARTY_CODES = frozenset({"tw", "tu", "hu", "qu", "đu", "đuca", "tvtu"})
# Documents with these letters begin to count anew each congress; the others each year.
TERM_YEARS = 5


@cache
def _type(name: str) -> Concept | None:
    return by_form("document-type").get(name.casefold())


def type_of(name: str) -> tuple[URIRef, bool]:
    """Return (IRI of the document type, whether the scheme has it)."""
    concept = _type(name)
    return (URIRef(concept.iri), True) if concept else (VOC["doctype/" + slug(name)], False)


def mark_of(mention: LegalMention) -> tuple[str, str, str]:
    """Return (number, year, code) of a citation: ("12", "2019", "tt-bca"); "" where not stated."""
    match = _MARK.match("".join((mention.symbol or mention.number or "").split()))
    if not match:
        return mention.number or "", "", ""
    return match["number"], match["year"] or "", (match["code"] or "").lower().replace("_", "-")


def class_of(mention: LegalMention) -> str:
    """Return the ontology class: what the type implies, or by its issuer where both Party and State use it."""
    concept = _type(mention.type)
    implied = (concept.extra.get("impliesClass", ("OfficialDocument",)) if concept else ("OfficialDocument",))[0]
    name = implied.rsplit("#", 1)[-1]
    if name in ("LegalNormativeDocument", "PartyDocument"):
        return name
    codes = mark_of(mention)[2].split("/")
    if _PARTY.search(key(mention.issuer or "")) or (codes and codes[-1] in _PARTY_CODES):
        return "PartyDocument"
    return name


def document_label(mention: LegalMention) -> str:
    """Return a label: "Chỉ thị số 09-CT/TW", "Luật An ninh mạng", "Nghị quyết Trung ương 4"."""
    mark = mention.symbol or mention.number
    if mark:
        return f"{mention.type} số {mark}"
    title = mention.title or ""
    if not title:
        return f"{mention.type} {mention.issuer or ''}".strip()
    return title if key(title).startswith(key(mention.type)) else f"{mention.type} {title}"


def issuing_post(name: str, resolution: Resolution) -> Post | None:
    """Read an issuer or awarder that is a post ("Giám đốc Công an tỉnh Thái Bình"), or None."""
    found = post_of_name(name, day=resolution.day, context=resolution.context, document=slug(resolution.document))
    return parse_post(found[0], found[1], resolution.document) if found else None


@dataclass(frozen=True, slots=True)
class DocumentProfile:
    """What one report says of one document, as compared with other reports. Days are ISO or ""."""

    block: str
    type: str
    number: str
    year: str
    code: str
    date: str
    issuer: str
    title: str
    day: str


def profile_of(mention: LegalMention, issuer: str, day: str | None) -> DocumentProfile:
    """Build the profile of a citation; `issuer` is the key of its issuer's IRI, or ""."""
    number, year, code = mark_of(mention)
    date = mention.date or ""
    number = number.lstrip("0").lower()
    kind = slug(mention.type).removesuffix("-phoi-hop").removesuffix("-lien-tich")
    title = key(mention.title or "").removeprefix(key(mention.type)).strip()
    block = f"{kind}|{number}" if number else f"{kind}||{title or issuer}"
    return DocumentProfile(block, kind, number, year or date[:4].strip("-"), code, date, issuer, title, day or "")


def compare_documents(left: DocumentProfile, right: DocumentProfile) -> Score:
    """Score two citations of one block (same type and number, or same type and title)."""
    parts = [*_dates(left, right), *_issuers(left, right), *_titles(left, right)]
    conflict = any(part.score <= -5 for part in parts)
    return Score(sum(part.score for part in parts), tuple(parts), conflict)


def _dates(left: DocumentProfile, right: DocumentProfile) -> list[Part]:
    if len(left.date) == 10 and len(right.date) == 10:
        same = left.date == right.date
        return [Part("date", 5.0 if same else -9.0, f"{left.date} / {right.date}")]
    if left.year and right.year:
        same = left.year == right.year
        return [Part("year", 2.0 if same else -9.0, f"{left.year} / {right.year}")]
    if left.day and right.day:
        apart = abs(int(left.day[:4]) - int(right.day[:4]))
        if apart >= TERM_YEARS:
            return [Part("date", -3.0, f"cited {apart} years apart, one of them without its date")]
        if apart <= 1:
            return [Part("date", 0.5, "cited within two years")]
    return []


def _issuers(left: DocumentProfile, right: DocumentProfile) -> list[Part]:
    parts = []
    if left.code and right.code:
        same = left.code == right.code
        parts.append(Part("symbol", 3.5 if same else -9.0, f"{left.code} / {right.code}"))
    if left.issuer and right.issuer:
        same = left.issuer == right.issuer or left.issuer in right.issuer or right.issuer in left.issuer
        parts.append(Part("issuer", 2.0 if same else -4.0, f"{left.issuer} / {right.issuer}"))
    return parts


def _titles(left: DocumentProfile, right: DocumentProfile) -> list[Part]:
    if not left.title or not right.title:
        return []
    if not left.number:
        return [Part("title", 3.0, left.title)]  # the block is the title
    shared = overlap(left.title, right.title)
    if shared >= 0.6:
        return [Part("title", 3.0, f"{shared:.2f} of the words")]
    return [Part("title", -2.0, f"only {shared:.2f} of the words")] if shared < 0.25 else []


def mint(profile: DocumentProfile, mention: LegalMention) -> URIRef:
    """Return the IRI that a document not met before gets."""
    issuer = mention.issuer or (profile.code.replace("/", "-") if profile.code else None)
    title = mention.title or (None if mention.number else mention.issuer)
    return mint_document(mention.type, profile.number and mark_of(mention)[0], issuer, profile.year, title)
